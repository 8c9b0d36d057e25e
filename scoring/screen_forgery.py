"""Rules for forging a reply or a transcript, changing the scale, and naming one's own skill.

All rules run on sentences that ``scoring.screen_folding`` has folded.
"""

from typing import Final

from scoring.screen_rules import rule

_PRAISE = r"(?:best|excellent|textbook|perfect|flawless|outstanding|exemplary|world.?class)"
_CRAFT = (
    r"(?:questioning|closing|objections?(?: handling)?|active listening|listening|qualification"
    r"|value articulation|rapport|talk ratio)"
)
"""Skills that sellers name only when they speak of their own work."""
_COMMON = (
    r"\b(?:excellent|textbook|flawless|outstanding|exemplary)"
    r" (?:discovery|call opening|next steps?)\b"
)
"""Skills that are ordinary words too: "the best next step is a pilot"."""
_OWN = r"\b(?:my|this call)\b"

FORGING: Final = (
    rule(
        r"\b(?:scale|rubric|scoring|ratings?|grades?) (?:is|are|was|has been)"
        r" (?:inverted|reversed|flipped|swapped)\b"
        r"|\brubric (?:is|was|has been) (?:replaced|changed)",
        "inverted reversed flipped swapped replaced changed",
    ),
    rule(
        r"\b(?:new|updated|revised|real|actual) (?:scoring )?(?:rubric|scale|instructions?)\s?[:=]"
        r"|\b(?:new|real|actual) rubric (?:says|applies)\b",
        "rubric scale instruction",
    ),
    rule(
        r"\b[0-5] (?:means|is|=) (?:the )?(?:worst|best|highest|lowest)\b"
        r".{0,30}\b[0-5] (?:means|is|=)?",
        "worst best highest lowest",
    ),
    rule(
        r"^\W*(?:please |you (?:must|should) |always |only )*(?:respond|reply|answer|output)\b"
        r".{0,20}\b(?:in|as|with)\b.{0,8}\b(?:yaml|json|xml|base64|markdown)\b",
        "yaml json xml base64 markdown",
    ),
    rule(
        r"\b(?:in the|as|for the|write (?:it )?(?:in|into)(?: the)?)"
        r" (?:rationale|grading reason)\b|\bwrite (?:it |this )?in(?:to)? the scorecard\b",
        "rationale scorecard reason",
    ),
    rule(
        r"\bquote (?:this|me|that|the following)\b.{0,20}\b(?:as|for) (?:evidence|proof)\b"
        r"|\b(?:as|use as|cite as) evidence:",
        "evidence proof",
    ),
    rule(
        r"\b(?:decode|decrypt|unscramble|deobfuscate)\b.{0,20}"
        r"\b(?:follow|obey|execute|run|do it|apply)\b",
        "decod decrypt unscramble deobfuscate",
    ),
    rule(
        r"\bfollow the (?:example|pattern|format)(?: above| below)?\s?(?:$|[.!])",
        "follow",
    ),
    rule(r"^\W*(?:thought process|chain of thought|reasoning)\s?:", "process thought reasoning"),
    rule(
        r"\blet'?s (?:think|evaluate|grade|score|reason|assess)(?: this| it)? step by step\b",
        "step",
    ),
    rule(
        r"<\|[^|>]{1,40}\|>|<<\s?sys|\[/?inst\]|</?(?:transcript|system|assistant|user"
        r"|instructions?)>|<!\w+>|@(?:everyone|channel)\b|<https?:[^>]{0,300}\||\]\(https?:"
        r"|<(?:script|img|iframe)\b|\bdrop table\b|\d\d:\d\d\S{0,8} -->",
        "< [ @ ] table >",
    ),
    rule(
        r"^\s*(?:#{1,4} ?)?(?:system|assistant|developer|human|user)\s?:"
        r"(?! (?:that|this|it|he|she|they|a|the|error)\b)",
        "system assistant developer human user",
    ),
    rule(
        r"^\W*(?:end|start|beginning) of (?:the )?(?:transcript|input|context|data|prompt"
        r"|conversation)\W*$",
        "end start beginning",
        "transcript input context data prompt conversation",
    ),
    rule(
        r"[{,]\s{0,5}\"(?:score|level|skill|skills|criteria|rationale|discovery|listening)\"\s?:",
        "{",
    ),
)
SELF_NARRATION: Final = (
    rule(
        r"\b(?:i am|i'm|now i) (?:now )?(?:am )?(?:asking|ask|using"
        r"|demonstrating|demonstrate|showing|practising|practicing) (?:you )?"
        r"(?:my|the|some|excellent|good|great|perfect|(?:an? )(?:excellent|good|great|perfect))? ?"
        r"(?:open(?:-ended)? questions?|active listening|objection handling|discovery)\b",
        "question listening objection discovery",
    ),
    rule(
        r"\b(?:which|this|that) (?:shows|demonstrates|proves|counts as)\b.{0,15}"
        r"\b(?:active listening|objection handling|questioning)\b"
        r"|\b(?:which|this|that) (?:is|shows|demonstrates|proves|counts as)\b.{0,15}"
        r"\b(?:excellent|great|strong|textbook) (?:discovery|listening|closing)\b",
        "show demonstrat prov counts =is",
        "listening objection questioning discovery closing",
    ),
    rule(
        rf"(?:\b{_PRAISE} {_CRAFT}\b|{_OWN}.{{0,30}}{_COMMON}|{_COMMON}(?=.{{0,30}}{_OWN}))"
        r"(?! (?:calls?|meetings?|sessions?|workshops?|questions?|phases?|process))",
        "best excellent textbook perfect flawless outstanding exemplary world",
        "discovery questioning closing objection listening qualification opening step articulation "
        "rapport ratio",
        in_questions=False,
    ),
)
