"""Rules for dictating a level.

A level alone is no order, nor is a verb or a thing that is graded: sales talk is full of
ratings, rates and calls at four. A rule asks for them together in one sentence. All rules run
on sentences that ``scoring.screen_folding`` has folded.
"""

from typing import Final

from scoring.screen_orders import GRADE, SCORER, SCORERS
from scoring.screen_rules import rule

_NUMBER = (
    r"(?<!\bat )(?<!\bby )(?<!until )(?<!within )(?<!around )(?<!from )(?<!between )(?<! to )"
    r"(?<!one of )(?<!page )(?<!point )(?<!after )\b(?:[0145]|10|100|zero|one|four|five|ten"
    r"|hundred)\b(?=\W*$|[,;:!]| ?/| (?:out of|for|on|in|across|to|please|every|each|all|here|this"
    r"|now|no|throughout|because|and)\b)(?!,?\d| (?:to|and|or) (?:a half|\d|two|three|four|five|six"
    r"|seven|eight|nine|ten)\b| on (?:mon|tues|wednes|thurs|fri|page)| in the (?:morning|after)"
    r"| out of office| for (?:you|us|them)\b)|(?<=[a-z] to )\b(?:[45]|four|five)\b(?=\W*$|[,;]"
    r"| for| on)(?<!one to \w)(?<!one to \w{4})(?<!two to \w{4})"
)
"""A figure that can be a level, and is no time, amount or range."""
_TOP = r"(?:full|top|max(?:imum|imal)?|highest|perfect|best(?: possible)?|lowest|minimum)"
_NOUN = (
    r"(?:marks?|scores?|ratings?|grades?|levels?|points?|credits?|evaluations?|assessments?|medals?"
    r"|stars?)"
)
_HIGH = (
    rf"(?:\blevels? ?[:=]? ?(?:[0-5]|one|four|five|zero)\b|\b{_TOP} (?:possible )?{_NOUN}\b"
    r"|\bmax(?:imum)? points\b|\bgold medal\b|\btop of the (?:scale|range)\b|\b(?:an? )?a plus\b"
    r"|\b(?:\d|four|five|ten) ?(?:/|out of|of) ?(?:\d|four|five|ten)\b)"
)
"""A level that says of itself that it is one."""
_PRAISE = r"\b(?:excellent|perfect|exemplary|outstanding|flawless|textbook)\b"
_LEVEL = rf"(?:{_HIGH}|{_NUMBER}|\b(?:a |the |its )?max(?:imum)?\b(?! of)|{_PRAISE})"
SKILL = (
    r"(?:discovery|questioning|closing|objections?(?: handling)?|active listening|listening|"
    r"qualification|call opening|next steps?|value articulation|rapport|talk ratio)"
)
_EACH = r"(?:all|every|each|any)(?: single| of the| of my| of these| the| my| other)?"
_BEHAVIOUR = (
    rf"\b(?:{_EACH} (?:skills?|criteri(?:a|on)|behaviou?rs?|anchors?|categor(?:y|ies)|competenc\w+"
    r"|dimensions?)|skills?|criteri(?:a|on))\b"
)
_CALL = (
    r"\b(?:(?:this|the|my|our|that)(?: \w+)? (?:conversation|transcript|recording|performance"
    r"|session|rep|representative|seller|sales ?(?:person|man))|this(?: \w+)? (?:meeting|demo|one)"
    r"|(?:this|the|my|our)(?: whole| entire| sales)? call)\b"
)
_WHOLE = r"\b(?:everything|across the board|throughout|everywhere|in all|on all|for all)\b"
_ELSEWHERE = r"(?!.{0,30}\b(?:tender|rfp|audit|survey)\b)"
"""After what may be a level: others give points too."""
_GRADED = rf"(?:{_BEHAVIOUR}|{_CALL}|{_WHOLE}|\b{SKILL}\b)"

# "They give us five stars", "we rate each call": a report about others is no order.
_NOT_TOLD = (
    r"(?<!they )(?<!we )(?<!you )(?<!\bi )(?<!'d )(?<!'ll )(?<!customers )(?<!people )(?<!users )"
    r"(?<!who )(?<!would )(?<!will )(?<!could )(?<!\bto )(?<!let me )(?<!reps )(?<!our )(?<!a )"
    r"(?<!the )"
)
_GIVE = (
    r"(?:give|assign|award|output|return|scores?|grade|rate|mark|put|set|enter|record|report|log"
    r"|write|print|treat|count|evaluate|assess|judge|consider|deem|insert|grant|register|select|tick)"
)
_GIVES = (
    "give assign award output return scor grad rat mark =put =set enter record report =log writ "
    "print treat count evaluat assess judg consider deem insert grant register select tick"
)
_GRADEDS = (
    "skill criteri behavio anchor categor competenc dimension conversation transcript recording "
    "performance session =rep representative seller sales meeting demo call calls =one everything "
    "board throughout everywhere =all discovery questioning closing objection listening "
    "qualification opening step articulation rapport ratio"
)
_LEVELS = (
    "level full top max highest perfect best lowest minimum gold plus excellent exemplary "
    "outstanding flawless textbook zero =one four five ten hundred 0 1 4 5 /"
)

DICTATING: Final = (
    rule(
        rf"{_NOT_TOLD}\b{_GIVE}\b.{{0,40}}?{_GRADED}.{{0,30}}?{_LEVEL}"
        rf"|{_NOT_TOLD}\b{_GIVE}\b.{{0,30}}?(?:{_HIGH}|{_NUMBER}|\bmax(?:imum)?\b).{{0,40}}?"
        rf"(?:{_BEHAVIOUR}|{_CALL}|{_WHOLE}|\bscorecard\b|\b(?:for|on|in) {SKILL}\b)",
        _GIVES,
        f"{_GRADEDS} scorecard",
        _LEVELS,
        in_questions=False,
    ),
    rule(
        rf"{_NOT_TOLD}\b(?:rate|score|grade|mark|evaluate|assess|judge|deem|consider)"
        rf" (?:this|it|me|him|her|my \w+)\b.{{0,30}}?(?:{_HIGH}|{_PRAISE}|{_NUMBER}"
        r"|\b(?:highly|generously|favou?rably|accordingly)\b)"
        rf"|{_NOT_TOLD}\bgive (?:me|him|her|it) (?:an? )?(?:{_HIGH})",
        "rate scor grad mark evaluat assess judg deem consider give",
        f"{_LEVELS} highly generously favo accordingly",
        in_questions=False,
    ),
    rule(
        rf"(?:{_BEHAVIOUR}|{_CALL}).{{0,40}}?\b(?:reach\w*|meets?|hits?|deserv\w+|merits?|earn\w*"
        r"|is|are|was|were|at|on|satisf\w+|achiev\w+|gets?|receiv\w+|scores?|stands?|worth)\b"
        rf".{{0,25}}?(?:{_HIGH}|(?<!to )(?<!at )(?<!by )\b(?:a )?(?:clear )?(?:4|four)\W*$)",
        _GRADEDS,
        _LEVELS,
        in_questions=False,
    ),
    rule(
        r"\bthis (?:call|transcript|conversation|rep)\b.{0,30}\b(?:merits?"
        r"|(?:must|should) (?:get|receive|be (?:scored|rated|graded)))\b"
        r"|\bthis call should be (?:scored|graded|rated)\b",
        "merit must should",
        "call transcript conversation =rep",
    ),
    rule(
        r"\b(?:correct|right|appropriate|proper|expected|fair|honest|true) "
        r"(?:level|score|grade|rating|mark|verdict|"
        r"answer (?:here )?(?:for|on|to) (?:all|every|each|this))\b.{0,50}?"
        rf"\b(?:is|=|should be|must be)\b.{{0,12}}?(?:{_HIGH}|{_NUMBER}|\bthe maximum\b)",
        "correct right appropriate proper expected fair honest true",
        "level score grade rating mark verdict answer",
        in_questions=False,
    ),
    rule(
        r"\b(?:grade|score|level|rating|answer)s? (?:here|(?:for|of|on) (?:this|the|my) (?:\w+ )?"
        r"(?:call|conversation|meeting|rep|seller|rubric))\b.{0,20}?\b(?:is|=|must be|should be)\b"
        rf".{{0,12}}?(?:{_HIGH}|{_NUMBER})",
        "grade score level rating answer",
        "here call conversation meeting =rep seller rubric",
        in_questions=False,
    ),
    rule(
        rf"(?:^|[,;:] ?){_HIGH}.{{0,12}}?(?:{_WHOLE}|\bevidence\b|\bplease\b){_ELSEWHERE}"
        rf"|\b(?:rubric|scorecard)\b(?<!our scorecard).{{0,40}}?{_HIGH}"
        r"|\bscored level (?:[45]|four|five)\b"
        r"|\b(?:levels? (?:[45]|four|five)|(?:[45]|four|five) out of (?:[45]|four|five))\b.{0,15}?"
        rf"\b{_EACH} (?:skills?|criteri(?:a|on)|behaviou?rs?)\b{_ELSEWHERE}"
        r"|\b(?:all|every)\b.{0,20}\brubric\b.{0,20}\b(?:ticked|checked|met|fulfilled|satisfied)\b"
        r"|\b(?:consider|treat|mark|count) all (?:\w+ )?"
        r"(?:criteria|levels|skills|behaviou?rs|anchors) (?:as )?"
        r"(?:reached|met|fulfilled|satisfied|achieved)\b",
        f"{_LEVELS} rubric criteria skill behavio anchor",
        "everything board throughout everywhere =all =every =each evidence please rubric scorecard "
        "scored any",
        in_questions=False,
    ),
    rule(
        rf"^(?=.*\b{SCORER}\b)(?=.*\b(?:gives?|award|rate[ds]?|score[ds]?|grade[ds]?|mark|receive|put"
        rf"|record)\b)(?=.*(?:{_CALL}|{_BEHAVIOUR}|\b(?:me|my)\b)).*(?:{_HIGH}|\bmaximum\b"
        rf"|\bfours\b|\bfives\b|{_NUMBER})",
        SCORERS,
        _GIVES + " receiv",
        _LEVELS,
    ),
    rule(
        rf"\b(?:answer|respond|reply|output)\b(?: only)?(?: with| at)?(?: an?| the)? "
        rf"(?:{_HIGH}|(?:score|grade|mark|rating)s? (?:of )?(?:[0-5]|four|five)\b|fours\b|fives\b)"
        r"|^\W*(?:score|level|grade|rating|marks?)s?\s?[:=]\s?\d"
        r"|\b(?:begin|start) (?:scoring|grading)\b",
        "level score grade mark rating scor grad fours fives",
        in_questions=False,
    ),
    rule(
        rf"\b{_TOP} {_NOUN}\b (?:please|for (?:this|everything|me\b)|across)"
        rf"|\b(?:i|me|rep|seller|call|conversation) (?:has |have )?(?:deserves?|earned|earns?) "
        rf"(?:the |an? )?(?:{_TOP} {_NOUN}|level)"
        r"|\bfull[- ]marks (?:call|conversation|meeting)|\bworth (?:full marks|level)",
        "full top max highest perfect best deserv earn level",
        "mark scor rating grade level point credit evaluation assessment medal star",
        in_questions=False,
    ),
    rule(
        rf"{_NOT_TOLD}\b(?:treat|count|record|register|rate|grade|evaluate|score|mark|(?:be|get)"
        r" (?:treated|counted|recorded|rated|graded|evaluated|scored|marked))\b.{0,40}?\bas (?:an?"
        rf" )?(?:fully )?(?:{_PRAISE}|{_HIGH})",
        "treat count record regist rat grad evaluat scor mark",
        "excellent perfect exemplary outstanding flawless textbook level full top max highest best",
        in_questions=False,
    ),
    rule(
        rf"\b{GRADE}\b ?(?:of ?)?\d ?(?:for|on|to|in) (?:all|every(?:thing)?|each)\b"
        rf"|\b(?:\d|four|five|{_TOP}) ?(?:points? ?)?(?:to|for|on|in|=) ?(?:every|all|each)\b"
        rf".{{0,10}}\b(?:skills?|criteri(?:a|on)|{GRADE})\b{_ELSEWHERE}"
        r"|\b(?:every|all|each)\b (?:of the )?(?:skills?|criteri(?:a|on))\b.{0,12}?"
        rf"(?:=|:|\bto\b|\bare\b|\bis\b|\bget\b|\bat\b) ?(?:{_HIGH}|{_NUMBER}|\b{_TOP}\b(?! \w))"
        r"|\b(?:give|assign|award)\b.{0,15}\b(?:every|all|each)\b.{0,12}"
        r"\b(?:skills?|criteri(?:a|on))\b",
        "all every each",
        "skill criteri scor grad rat mark point level",
        in_questions=False,
    ),
    rule(
        rf"\b{SKILL}\b ?(?:=|:|->|→)? ?\d\b ?(?:,|;|\.(?!\d)|/|out of|$)",
        "discovery questioning closing objection listening qualification opening step articulation "
        "rapport ratio",
        "0 1 2 3 4 5",
    ),
    rule(
        r"(?:^|[:;] ?)\W*(?:please )?(?:give|award|assign|grant) (?:it |them |me |her |him )?"
        r"(?:an? )?[0-5](?: ?/ ?\d+)?\W*$",
        "give award assign grant",
    ),
    rule(
        r"\b(?:gold|golden|reference) (?:standard|example|call) for (?:an? )?(?:\w+ )?"
        rf"(?:{_NUMBER}|{_TOP}|{GRADE})",
        "gold reference",
        "standard example call",
    ),
    rule(
        r"\bfor (?:calibration|scoring|grading|evaluation)(?: purposes)?\b.{0,40}"
        r"\b(?:this (?:call|conversation)|gold|standard|example)\b",
        "calibration scoring grading evaluation",
    ),
    rule(
        r"\bhereby (?:declare|state|certify|confirm)\b.{0,60}\b(?:levels?|criteria|scores?|skills?"
        r"|covered|metrics|champion)\b",
        "hereby",
    ),
    rule(
        rf"{_NOT_TOLD}\b(?:mark|record|count|log|treat)\b (?:the |a )?(?:economic buyer|champion"
        r"|metrics|decision (?:criteria|process)|paper process|pain|next steps?|discovery|rapport)"
        r" as\b",
        "mark record count =log treat",
        "buyer champion metrics criteria process pain step discovery rapport",
        in_questions=False,
    ),
)
