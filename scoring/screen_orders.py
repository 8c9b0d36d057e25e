"""Patterns for orders to a grader: overriding its instructions, or addressing it.

Each entry is the words of which one must be present, and the pattern that is tried then; see
``scoring.screen_patterns``.
"""

from typing import Final

SCORER = (
    r"(?:a\.?\s?i\.?|bot|model|llm|assistant|scorer|grader|evaluator|assessor|judge|"
    r"scoring (?:system|engine|model)|grading (?:system|model)|note ?taker|reviewer)"
)
GRADE = r"(?:scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|rat(?:e|es|ed|ing)|marks?|points?|levels?)"

OVERRIDES: Final = (
    (
        ("ignor", "disregard", "forget", "overrid", "bypass"),
        (
            r"(?<!not )(?<!n't )(?<!never )\b(?:ignore|disregard|forget|override"
            r"|bypass)\b.{0,30}\b(?:instructions?|prompts?"
            r"|rubrics?|rules|guidelines"
            r"|(?:above|previous|prior) (?:text|messages?|criteria|anchors?))\b"
        ),
    ),
    (
        ("ignora", "olvida", "omite", "descarta", "dimentica", "esqueca", "desconsider"),
        (
            r"\b(?:ignora|olvida|omite|descarta|dimentica|esqueca|desconsidere)\b.{0,30}"
            r"\b(?:instrucciones|indicaciones|reglas|istruzioni|regole|instrucoes|regras)\b"
        ),
    ),
    (
        ("ignor", "oublie", "tenez"),
        (
            r"\b(?:ignorez?|oubliez?|ne tenez pas compte)\b.{0,30}"
            r"\b(?:instructions|consignes|regles|instrucoes|regras)\b"
        ),
    ),
    (
        ("ignorier", "vergiss", "vergessen", "missacht"),
        (
            r"\b(?:ignorier\w*|vergiss|vergessen sie|missachte\w*)\b.{0,40}"
            r"\b(?:anweisung\w*|vorgaben|regeln|instruktionen)\b"
        ),
    ),
    (
        ("negeer", "vergeet", "zignoruj", "zapomnij"),
        (
            r"\b(?:negeer|vergeet|zignoruj|zapomnij)\b.{0,30}"
            r"\b(?:instructies|regels|aanwijzingen|instrukcj\w*|polecen\w*)\b"
        ),
    ),
    (
        ("игнорируи", "игнорируй", "забудь"),
        r"(?:игнорируи|игнорируй|забудь).{0,40}(?:инструкц|указан|правил)",
    ),
    (("忽略", "无视", "無視"), r"(?:忽略|无视|無視).{0,20}(?:指令|指示|说明|規則|规则|評価|评分)"),
    (("pon",), r"\bpon(?:ga|er|le)?\b.{0,12}\b\d\b.{0,25}\b(?:habilidades|criterios|todas?)\b"),
    (
        ("gib", "bewerte"),
        r"\b(?:gib|vergib|bewerte)\b.{0,40}\b(?:\w*punkt\w*|hochst\w*|alle kriterien|alles mit)",
    ),
    (
        ("donne", "mette"),
        r"\b(?:donnez?|mettez?)\b.{0,20}\b(?:note maximale|\d sur \d|meilleure note)\b",
    ),
)
ADDRESSING: Final = (
    (
        ("evaluator", "grader", "scorer", "assistant", "assessor", "judge", "a.i", "ai"),
        rf"^\W*(?:{SCORER}|ai)\s?[,:]",
    ),
    (
        ("to the", "to whoever", "to the one"),
        (
            rf"\bto (?:the )?(?:{SCORER}|ai|one|person|whoever)(?: (?:who|that|which))?(?: is)?"
            r" (?:read|scor|grad|rat(?:es|ing)|evaluat|assess|listen|review)"
        ),
    ),
    (
        ("whoever", "one who"),
        (
            r"\b(?:whoever|(?:the|any) ?one who)(?: is)? "
            r"(?:grad|scor|rat(?:es|ing)|review|assess|evaluat|reads? (?:it"
            r"|this) (?:afterwards|later))"
        ),
    ),
    (
        ("you are", "as an ai"),
        (
            r"\b(?:(?:you are now|from now on,? you are)"
            r" (?:an?|the|in|impartial|free|no longer)\b|as an ai (?:language )?model)"
        ),
    ),
    (
        ("prompt", "override code"),
        r"\b(?:hidden|system|initial|original) prompt\b|\boverride code\b",
    ),
    (
        ("record", "notes"),
        (
            r"\b(?:for|on|in) (?:the|your) (?:record|notes)\b.{0,30}"
            r"\b(?:exactly like|i (?:have )?(?:asked|summari|covered|agreed|qualified|handled))"
        ),
    ),
    (
        ("counts as", "down as", "treat "),
        (
            r"\bcounts as (?:yours|evidence|asked|done|scored)\b|\bdown as (?:quantified|evidence"
            r"|a next step|pain)\b|\btreat (?:this|that|the following|it) as (?:verified"
            r"|evidence|true)"
        ),
    ),
    (
        ("rest ", "stop reading"),
        (
            r"\bstop reading here\b|\b(?:the )?rest (?:of the (?:file|transcript"
            r"|call) )?is (?:not part|only)\b"
        ),
    ),
    (
        (
            "<!",
            "@every",
            "@chan",
            "<http",
            "](http",
            "<script",
            "<img",
            "<iframe",
            "drop table",
            "-->",
        ),
        (
            r"<!\w+>|@(?:everyone|channel)\b|<https?:[^>]{0,300}\||\]\(https?:|<(?:script|img"
            r"|iframe)\b"
            r"|\bdrop table\b|\d\d:\d\d\S{0,8} -->"
        ),
    ),
    (
        ("note", "message", "instruction", "attention", "hint", "remind", "action item"),
        (
            r"\b(?:note|message|instructions?|attention|hint|reminder|action items?) (?:to|for)"
            rf" (?:the )?{SCORER}\b"
        ),
    ),
    (
        ("dear", "hey", "hello", "attention", "listen"),
        (
            rf"\b(?:dear|hey|hello|attention|listen)[, ]+(?:the )?{SCORER}\b"
            rf".{{0,60}}\b(?:{GRADE}|this call)\b"
        ),
    ),
    (
        ("instruction", "notes", "note:", "rules"),
        (
            r"\b(?:evaluator|grader|scorer|scoring|grading|assessor|judge)(?:'s)?"
            r" (?:instructions?|notes?|rules)\b"
        ),
    ),
    (
        ("scor", "grad", "evaluat", "assess", "judg"),
        (
            rf"\b(?:whoever|whatever|anyone|any {SCORER}|{SCORER} (?:that|who|which))\b.{{0,20}}"
            r"\b(?:scor\w+|grad(?:es|ing)|evaluat\w+|assess\w+|judg\w+)"
            r" (?:this|the|my|our) (?:call|transcript|rep)\b"
        ),
    ),
    (
        ("system", "developer", "admin"),
        r"\b(?:system|developer|admin) (?:note|message|prompt|override|instructions?)\b",
    ),
    (
        ("deserv", "merit", "must", "should"),
        (
            r"\bthis (?:call|transcript|conversation|rep)\b.{0,30}\b(?:deserves?|merits?"
            r"|must (?:get|receive|be (?:scored|rated|graded))"
            r"|should (?:get|receive|be (?:scored|rated|graded)))\b"
        ),
    ),
    (
        ("scor", "grad", "rate", "evaluat", "assess"),
        (
            r"\b(?:do not|don't|never|must not) (?:score|grade|rate|evaluate|assess)"
            r" (?:this|it|the call|me|that)\b"
        ),
    ),
    (
        ("manager", "coach", "reviewer"),
        (
            r"\b(?:don't|do not|never) (?:tell|show|report|send) (?:\w+ ){0,4}"
            r"(?:manager|coach|reviewer)\b.{0,40}\b(?:scor|grad|call)"
        ),
    ),
    (
        ("transcript",),
        (
            r"(?<!'ll )(?<!will )(?<!can )\b(?:e-?mail|send|post|forward|upload"
            r"|exfiltrate)\b.{0,25}"
            r"\b(?:full|whole|entire|complete|this) transcript\b"
        ),
    ),
)
