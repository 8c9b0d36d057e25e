"""Rules for orders to a grader in English: dropping its instructions, or addressing it.

All rules run on sentences that ``scoring.screen_folding`` has folded: lower case, no accents,
no invisible characters.
"""

from typing import Final

from scoring.screen_rules import rule

SCORER = (
    r"(?:(?:auto)?graders?|scorers?|evaluators?|assessors?|reploop|chat ?gpt|gpt|llms?|ai"
    r"|(?:large )?language models?|artificial intelligence|note ?taker|"
    r"(?:scor|grad|rat|evaluat|analys|assess|coach|review)(?:ing|e|is|ion|ment)s? "
    r"(?:ai|bot|systems?|engines?|models?|tools?|software|algorithms?|programs?|assistants?))"
)
"""Who is no participant of a sales call."""
MACHINE = r"(?:assistant|model|judge|reviewer|bot|system|machine|software|algorithm|robot|computer)"
"""Who is none only when spoken to."""
GRADE = r"(?:scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|rat(?:e|es|ed|ing)|marks?|points?|levels?)"
SCORERS = (
    "grader scorer evaluator assessor reploop gpt llm =ai model intelligence taker "
    "system engine tool software algorithm program assistant bot"
)
MACHINES = f"{SCORERS} judge reviewer machine robot computer"
_TOLD = r"(?:instructions?|directives?|guidelines?|guidance|prompts?|rubrics?|rules|training)"
_DROP = (
    r"(?<!not )(?<!n't )(?<!never )\b(?:ignore|disregard|forget|override|bypass|set aside|discard"
    r"|skip|abandon|throw (?:out|away)|stop (?:following|applying|using)"
    r"|(?:do not|don't|never|no longer) (?:follow|obey|apply)"
    r"|pay no attention to|take no notice of)\b"
)
_DROPS = (
    "ignor disregard forget overrid bypass aside discard skip abandon throw follow obey apply "
    "using attention notice"
)
_WORK = r"(?:grad|scor|evaluat|assess|judg|rat(?:e|es|ing)\b|review|analy[sz]|process|listen|read)"
_CUE = (
    r"(?:scor|grad|rat(?:e|ed|ing)\b|level|marks?\b|points?\b|give|award|note that|put|write|log"
    r"|record|return|skip|treat|consider|the (?:correct|right)|perfect|full|maximum|ignore"
    r"|disregard|do not|don't|must\b|should\b)"
)
_COMMAND = (
    r"(?:give|scores?|rate|grade|mark|award|note that|put|write|log|record|return|skip|treat|ignore"
    r"|disregard|do not|don't|you (?:must|should|will))"
)
_NOT_WHO = r"(?! (?:an?|who|which|our|my) )"
"""After the comma: "the reviewer, a lawyer from Leeds" speaks of somebody."""
_CALL = r"(?:calls?|conversations?|recordings?|transcripts?|rep|seller|meeting)"

ORDERS: Final = (
    # ── dropping the instructions ────────────────────────────────────────────────────
    rule(
        rf"{_DROP} (?:\w+ ){{0,2}}(?:your|all|any|every|previous|prior|earlier|above|system|scoring"
        rf"|grading|original|initial|these|those)\W(?:\w+ ){{0,3}}{_TOLD}\b"
        r"(?! (?:on|in (?:my|the|our)|from (?:my|our)|i (?:sent|mailed|gave)|we ))"
        rf"|{_DROP}.{{0,12}}\b(?:rubrics?|(?:system )?prompts?)\b"
        rf"|{_DROP}.{{0,30}}\b(?:above|previous|prior) (?:text|messages?|criteria|anchors?)\b",
        _DROPS,
        "instruction directive guideline guidance prompt rubric rules training text message "
        "criteria anchor",
        in_questions=False,
    ),
    rule(
        rf"{_DROP} (?:everything|anything|all|whatever|what)\b.{{0,12}}\b(?:"
        r"(?:you (?:were|are|have been|'ve been) (?:told|given|instructed|taught|trained)"
        r"(?! (?:about|by)))|above\b|before this (?:line|point|message|sentence))",
        _DROPS,
        "told given instructed taught trained above before",
        in_questions=False,
    ),
    rule(
        rf"\b(?:your|all previous|previous|prior) (?:\w+ )?{_TOLD} (?:are|is|have been|has been"
        r"|were|was)? ?(?:now )?(?:cancel|void|invalid|obsolete|suspended|overrid|revoked"
        r"|no longer (?:appl|valid|count|hold|bind|needed|relevant|in force)|do not apply"
        r"|don't apply)",
        "instruction directive guideline guidance prompt rubric rules training",
        "cancel void invalid obsolete suspended overrid revoked longer apply",
    ),
    rule(
        rf"\b(?:no matter what|whatever|regardless of(?: what)?|despite)(?: the| your)? {_TOLD}\b",
        "matter whatever regardless despite",
        "instruction directive guideline guidance prompt rubric rules",
    ),
    rule(
        r"\byour (?:new|real|actual|only) (?:task|job|role|goal|instructions?) (?:is|are)\b.{0,20}"
        rf"\b(?:{GRADE}|give|award|evaluate|assess|output|answer)\b",
        "=your",
        "task job role goal instruction",
    ),
    rule(
        r"\b(?:you are now|from now on,? you (?:are|only|will)) .{0,25}\b(?:ai|assistant|grader"
        r"|judge|evaluator|assessor|reviewer|model|bot|scorer|free|no longer|admin mode"
        r"|developer mode)\b(?! of)|\bas an ai (?:language )?model",
        "=now =ai",
        "=ai assistant grader judge evaluator assessor reviewer model bot scorer free longer mode",
    ),
    rule(
        r"\b(?:hidden|system|initial|original) prompt\b(?! (?:shows?|asks|appears|comes|pops))"
        r"|\boverride code\b",
        "hidden system initial original override",
        "prompt code",
    ),
    rule(
        r"^\W*(?:system|developer|admin) (?:note|message|override|instructions?)\b"
        r"(?! (?:are|is|in)\b)",
        "system developer admin",
        "note message override instruction",
        in_questions=False,
    ),
    # ── addressing whoever grades ────────────────────────────────────────────────────
    rule(
        rf"^\W*(?:(?:hey|dear|hello|hi|attention|listen|please|ok|okay|you),? (?:the )?"
        r"|(?:note |message )?(?:to|for) (?:the |any |whichever )?)?"
        rf"(?:{SCORER}(?: \w+){{0,3}}?\s?[,:]{_NOT_WHO}.{{0,80}}?\b{_CUE}"
        rf"|{MACHINE}(?: \w+){{0,3}}?\s?[,:]{_NOT_WHO}.{{0,25}}?\b{_COMMAND}\b)",
        MACHINES,
    ),
    rule(
        rf"^\W*(?:{SCORER}|assistant|judge)\s?[,:](?! (?:and|or|automation|machine|data|cloud)\b)",
        "grader scorer evaluator assessor reploop gpt llm =ai model assistant judge",
    ),
    rule(
        rf"\b(?:dear|hey|hello|hi|attention|listen)[, ]+(?:the )?(?:{SCORER}|{MACHINE})\b"
        rf".{{0,60}}\b(?:{GRADE}|this call|medal|rep)\b",
        MACHINES,
        "=dear =hey =hello =hi attention listen",
    ),
    rule(
        rf"\b(?:to|for|dear) (?:the |any )?(?:{SCORER}|{MACHINE}|one|person|whoever)"
        rf"(?: (?:who|that|which))?(?: is| will)? (?:later )?(?:grad|scor|evaluat|assess|judg"
        rf"|rat(?:es|ing)|listening|reading|reviewing (?:this|the call)|reads? (?:this|it)"
        rf"|behind (?:this|the) {_CALL})",
        "=to =for =dear",
        "grad scor evaluat assess judg rates rating listening reading reviewing read behind",
        in_questions=False,
    ),
    rule(
        r"\b(?:whoever|whatever|whichever|(?:the|any) ?one(?: who)?|any)"
        rf"(?: (?:{SCORER}|{MACHINE}))?(?: that| who)?(?: is| will)? (?:later )?{_WORK}\w*"
        rf" (?:(?:this|my|our) (?:\w+ )?{_CALL}|(?:this|it)\b (?:afterwards|later|call|recording|,)"
        r"|the call)|\bwhoever (?:is )?(?:grad|scor|evaluat|assess)\w* (?:this|it|me)\b",
        "whoever whatever whichever anyone one any",
        "grad scor evaluat assess judg rate rates rating review analy process listen read",
    ),
    rule(
        rf"\b(?:{SCORER}|{MACHINE}) (?:reading|listening to|processing|scoring|grading|analy[sz]ing"
        rf"|reviewing|evaluating|behind) (?:this|it)\b(?! (?:order|invoice|file|form|data))",
        MACHINES,
        "reading listening processing scoring grading analy reviewing evaluating behind",
        in_questions=False,
    ),
    rule(
        rf"\b(?:{SCORER})\b.{{0,30}}\b(?:waive|skip|ignore|drop|without)\b.{{0,20}}\b(?:evidence"
        r"|quotes?|proof|checks?|rubric)\b",
        SCORERS,
        "waive skip ignor drop without",
    ),
    rule(
        r"\bif (?:you are|you're|you be|an?|the|this is|any) (?:an? |the )?"
        rf"(?:{SCORER}|bot|model)\b.{{0,40}}\b(?:this|the rep)\b",
        "=if",
        SCORERS,
    ),
    rule(
        rf"\b(?:as|you,?) (?:the|an?) (?:\w+ )?(?:{SCORER}|{MACHINE})\b.{{0,30}}"
        r"\b(?:you (?:must|should|will|shall|have to|need)|must|should give)\b",
        MACHINES,
        "=you",
    ),
    rule(
        r"\b(?:note|message|instructions?|attention|hint|reminder|memo|action items?) (?:to|for)"
        rf" (?:the |any |whichever )?(?:{SCORER}|{MACHINE})\b",
        "note message instruction attention hint remind memo item",
        MACHINES,
    ),
    rule(
        r"\b(?:evaluator|grader|scorer|scoring|grading|assessor)(?:'s)? (?:instructions?|notes?\b:?"
        r"|rules)",
        "evaluator grader scorer scoring grading assessor",
        "instruction notes note rules",
        in_questions=False,
    ),
    rule(
        rf"(?<!our )(?<!your )(?<!their )\b(?:{SCORER}|bot)\b.{{0,20}}\b(?:should|must|shall|has to"
        r"|have to|is to|not deduct)\b.{0,20}\b(?:give|award|assign|rate|score|grade|mark"
        r"|write (?:that|down|an? (?:four|five|level)|[0-5])\b)",
        SCORERS,
        "should must shall has have =is deduct",
    ),
    # ── what it is to do with this call ──────────────────────────────────────────────
    rule(
        r"\b(?:for|on|in) (?:the|your) (?:record|notes)\b.{0,30}"
        r"\b(?:exactly like|i (?:have )?(?:asked(?! (?:you|your|our|my|him|her|them)\b)"
        r"|summari|covered|qualified|handled))",
        "record notes",
    ),
    rule(
        r"\bcounts as (?:yours|evidence|asked|done|scored)\b|\bdown as (?:quantified|evidence"
        r"|pain)\b|\btreat (?:this|that|the following|it|my \w+ \w+) as (?:verified"
        r"|evidence|true|proof)|\b(?:accept|use|take|treat) (?:this|that|my) (?:\w+ ){0,3}as"
        r" (?:evidence|proof)\b",
        "counts down treat accept use take",
    ),
    rule(
        r"\bstop reading here\b|\brest of the (?:file|transcript|call) is (?:not part|only)\b"
        r"|\brest is not part of (?:the|this) (?:file|transcript|call)\b",
        "rest stop",
    ),
    rule(
        r"(?<!you )(?<!we )(?<!they )\b(?:do not|don't|never|must not) (?:score|grade|rate"
        r"|evaluate|assess) (?:this|it|the call|me|that)\b(?! (?:yet|until|before)\b)",
        "scor grad rate evaluat assess",
        in_questions=False,
    ),
    rule(
        r"\b(?:don't|do not|never) (?:tell|show|report|send) (?:\w+ ){0,4}"
        r"(?:manager|coach|reviewer)\b.{0,40}\b(?:scor|grad|call)",
        "manager coach reviewer",
    ),
    rule(
        r"\b(?:do not|don't|never|must not) (?:lower|reduce|deduct|penali[sz]e|dock|downgrade"
        r"|mark (?:me )?down)\b.{0,20}\b(?:me|my|scores?|levels?|points?|rep|seller)\b",
        "lower reduc deduct penali dock downgrad mark",
        in_questions=False,
    ),
    rule(
        r"\b(?:e-?mail|send|post|forward|upload|exfiltrate)\b.{0,25}\btranscript\b.{0,12}"
        r"\b(?:to|in) (?:\S+@|#|https?:)",
        "transcript",
    ),
    rule(
        r"\b(?:be|feel) (?:\w+ )?(?:generous|lenient|kind|nice|gentle|easy)\b.{0,15}"
        r"\b(?:evaluat|scor|grad|assess|rat(?:e|ing)\b|judg|mark)\w*.{0,20}"
        rf"\b(?:me|my performance|{_CALL})\b",
        "generous lenient kind nice gentle easy",
    ),
)
