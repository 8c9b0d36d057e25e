"""The ways of talking past the buyer to whoever scores the call, as patterns.

Each entry is the words of which one must be present, and the pattern that is tried then. All
run on text that ``scoring.screen`` has folded: lower case, no accents, no invisible characters.
"""

import re
from typing import Final

from scoring.screen_orders import ADDRESSING, GRADE, OVERRIDES, SCORER

_TOP = (
    r"(?:[45]|10|100|four|five|ten|hundred|full|top|max(?:imum)?|highest|perfect|best|"
    r"excellent|lowest|minimum|zero|[01]|one)"
)
_SKILL = (
    r"(?:discovery|questioning|closing|objections?(?: handling)?|active listening|listening|"
    r"qualification|call opening|next steps?|value articulation|rapport|talk ratio)"
)

# "They give us five stars", "we rate each call": a report about others is no order.
_NOT_TOLD = (
    r"(?<!they )(?<!we )(?<!\bi )(?<!'d )(?<!customers )(?<!people )(?<!users )(?<!who )"
    r"(?<!would )(?<!will )(?<!could )"
)

# Each pattern is one way of talking past the buyer, and runs only where one of its words
# stands. All run on folded lower-case text.
_DICTATING: Final = (
    (
        (
            "skill",
            "criteri",
            "scor",
            "grad",
            "rat",
            "mark",
            "point",
            "level",
            "rep",
            "call",
            "discovery",
            "questioning",
            "closing",
            "objection",
            "listening",
            "qualification",
        ),
        (
            rf"{_NOT_TOLD}\b(?:give|assign|award|output|return|score|grade|rate|mark)"
            rf"\b.{{0,40}}\b(?:every|all|each|any|the|this|my|our)?\s?"
            rf"(?:skills?|criteri(?:a|on)|{_SKILL}|{GRADE}|rep|call)\b"
            rf".{{0,25}}(?:\b{_TOP}\b|\b\d ?(?:/|out of|of) ?\d)"
        ),
    ),
    (
        ("skill", "criteri", "discovery", "questioning", "closing", "objection", "listening"),
        (
            rf"{_NOT_TOLD}\b(?:set|put|print|report)\b.{{0,20}}"
            rf"\b(?:skills?|criteri(?:a|on)|{_SKILL})\b.{{0,8}}\b(?:{_TOP})\b(?! ?o'clock)"
        ),
    ),
    (
        ("level", "score", "grade", "mark", "rating"),
        (
            r"\b(?:answer|respond|reply|output|assign|award|return|begin|start|must|should give)\b"
            r".{0,25}\b(?:level|score|grade|mark|rating)s? (?:of )?(?:[0-5]|four|five)\b"
            r"|^\W*(?:score|level|grade|rating|marks?)s?\s?[:=]\s?\d"
            r"|\b(?:begin|start) (?:scoring|grading)\b"
            rf"|\b{SCORER}\b.{{0,20}}\b(?:should|must|shall|will) (?:give|award|assign|rate"
            rf"|score)\b"
        ),
    ),
    (
        ("marks", "score", "rating", "grade"),
        (
            r"\b(?:top|full|max(?:imum)?|perfect|highest) (?:marks|scores?|ratings?|grades?)\b"
            r"(?: (?:please|for (?:this|everything|all|me|every)|here|across)|[.!]? ?$)"
            r"|\bdeserves? (?:the )?(?:top|full|max(?:imum)?|perfect|highest)\b"
        ),
    ),
    (
        ("mark", "rate", "score", "grade", "deem", "consider"),
        (
            rf"{_NOT_TOLD}\b(?:mark|rate|score|grade|deem|consider) (?:this|it|me|my)\b.{{0,30}}"
            r"\b(?:excellent|perfect|exemplary|outstanding|flawless|top|best)\b"
            r"|\bthis call should be (?:scored|graded|rated)\b"
        ),
    ),
    (
        ("skill", "criteri"),
        (
            r"\b(?:give|assign|award)\b.{0,15}\b(?:every|all|each)\b.{0,12}"
            r"\b(?:skills?|criteri(?:a|on))\b"
        ),
    ),
    (
        ("all", "every", "each"),
        rf"\b{GRADE}\b ?(?:of ?)?\d ?(?:for|on|to|in) (?:all|every(?:thing)?|each)\b",
    ),
    (
        ("all", "every", "each"),
        (
            rf"\b{_TOP}\b ?(?:points? ?)?(?:to|for|on|in|=) ?(?:every|all|each)\b.{{0,10}}"
            rf"\b(?:skills?|criteri(?:a|on)|{GRADE})\b"
        ),
    ),
    (
        ("skill", "criteri"),
        (
            r"\b(?:every|all|each)\b (?:of the )?(?:skills?|criteri(?:a|on))\b.{0,12}"
            rf"(?:=|:|\bto\b|\bare\b|\bis\b|\bget\b|\bat\b)? ?\b{_TOP}\b"
        ),
    ),
    (
        (
            "discovery",
            "questioning",
            "closing",
            "objection",
            "listening",
            "qualification",
            "opening",
            "next step",
            "value art",
            "rapport",
            "talk ratio",
        ),
        rf"\b{_SKILL}\b ?(?:=|:|->|→)? ?\d\b ?(?:,|;|\.|/|out of|$)",
    ),
    (
        ("if the ", "if this ", "if my ", "if h", "if their "),
        (
            r"\bif (?:the|this|my|her|his|their) (?:score|rating|grade|level)s?"
            r" (?:is|are|falls?|drops?|gets?|comes?)\b.{0,30}\b(?:below|under|less|lower|not)\b"
        ),
    ),
    (
        ("give",),
        r"^\W*(?:please )?give (?:it |them |me |her |him )?(?:an? )?[0-5](?: ?/ ?\d+)?\W*$",
    ),
    (
        ("gold", "reference"),
        (
            r"\b(?:gold|golden|reference) (?:standard|example|call) for (?:an? )?(?:\w+ )?"
            rf"(?:{_TOP}|{GRADE})\b"
        ),
    ),
    (
        ("for calib", "for scor", "for grad", "for eval"),
        (
            r"\bfor (?:calibration|scoring|grading|evaluation)(?: purposes)?\b.{0,40}"
            r"\b(?:this|call|five|four|standard|example)\b"
        ),
    ),
)
_REDEFINING: Final = (
    (
        ("inverted", "reversed", "flipped", "swapped", "changed", "replaced"),
        (
            r"\b(?:scale|rubric|scoring|ratings?|grades?) (?:is|are|was|has been)"
            r" (?:inverted|reversed|flipped|swapped|changed|replaced)\b"
        ),
    ),
    (
        ("rubric", "scale", "instruction"),
        (
            r"\b(?:new|updated|revised|real|actual) (?:scoring )?(?:rubric|scale|instructions?)\b"
            r" ?(?:is|are|:|=|applies|says)"
        ),
    ),
    (
        ("worst", "best", "highest", "lowest"),
        (
            r"\b[0-5] (?:means|is|=) (?:the )?(?:worst|best|highest|lowest)\b"
            r".{0,30}\b[0-5] (?:means|is|=)?"
        ),
    ),
    (
        ("yaml", "json", "xml", "base64", "markdown"),
        (
            r"\b(?:respond|reply|answer|output|write|print)\b.{0,20}"
            r"\b(?:only )?(?:in|as|with)\b.{0,8}"
            r"\b(?:yaml|json|xml|base64|markdown)\b"
        ),
    ),
    (
        ("rationale", "scorecard", "grading reason"),
        (
            r"\b(?:in the|as|for the|write (?:it )?(?:in|into)(?: the)?)"
            r" (?:rationale|scorecard|grading reason)\b"
        ),
    ),
    (
        ("evidence", "proof"),
        r"\bquote (?:this|me|that|the following)\b.{0,20}\b(?:as|for) (?:evidence|proof)\b",
    ),
    (("evidence:",), r"\b(?:as|use as|cite as) evidence:"),
    (
        ("decode", "decrypt", "unscramble", "deobfuscate"),
        (
            r"\b(?:decode|decrypt|unscramble|deobfuscate)\b.{0,20}"
            r"\b(?:follow|obey|execute|run|do it|apply)\b"
        ),
    ),
    (
        ("follow the",),
        r"\bfollow the (?:example|pattern|format)(?: above| below)?\s?(?:$|[.!])",
    ),
    (
        ("process", "chain of", "reasoning", "solution", "answer", "verdict"),
        r"\b(?:thought process|chain of thought|reasoning|solution|final answer|verdict)\s?:",
    ),
    (
        ("step by step",),
        r"\blet'?s (?:think|evaluate|grade|score|reason|assess)(?: this| it)? step by step\b",
    ),
    (
        ("<", "["),
        (
            r"<\|[^|>]{1,40}\|>|<<\s?sys|\[/?inst\]|</?(?:transcript|system|assistant|user"
            r"|instructions?)>"
        ),
    ),
    (
        ("system", "assistant", "developer", "human", "user"),
        r"(?:^|\n|[.!?] )\s*(?:#{1,4} ?)?(?:system|assistant|developer|human|user)\s?:",
    ),
    (
        ("end of", "start of", "beginning of"),
        (
            r"\b(?:end|start|beginning) of (?:the )?"
            r"(?:transcript|input|context|data|prompt)\b|\bend of conversation\b"
        ),
    ),
    (
        ("{",),
        r"\{[^}]{0,200}\"(?:score|level|skill|skills|criteria|rationale|discovery|listening)\"\s?:",
    ),
)
_SELF_NARRATION: Final = (
    (
        ("question", "listening", "objection", "discovery"),
        (
            r"\b(?:i am|i'm|now i) (?:now )?(?:am )?(?:asking|ask|using"
            r"|demonstrating|demonstrate|showing|practising|practicing) (?:you )?"
            r"(?:an?|my|the|some|excellent|good|great)? ?(?:excellent |good |great |perfect )?"
            r"(?:open(?:-ended)? questions?|active listening|objection handling|discovery)\b"
        ),
    ),
    (
        ("which ", "this ", "that "),
        (
            rf"\b(?:which|this|that) (?:shows|demonstrates|proves|means"
            rf"|counts as)\b.{{0,15}}\b{_SKILL}\b"
        ),
    ),
    (
        (
            "best",
            "excellent",
            "textbook",
            "perfect",
            "flawless",
            "outstanding",
            "exemplary",
            "world",
        ),
        (
            r"\b(?:best|excellent|textbook|perfect|flawless|outstanding|exemplary|world.?class)"
            rf" {_SKILL}\b"
            r"(?! (?:calls?|meetings?|sessions?|workshops?|questions?|phases?|process))"
        ),
    ),
)
PATTERNS: Final = tuple(
    (words, re.compile(pattern))
    for words, pattern in (*OVERRIDES, *ADDRESSING, *_DICTATING, *_REDEFINING, *_SELF_NARRATION)
)
