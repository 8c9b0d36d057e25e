"""Whether a sentence asks for one behaviour of the rep or for several.

Two verbs are one behaviour where the second goes a step further with the same thing ("plays
it back and checks it"), and two where each has an object of its own ("asks for the budget and
agrees a next step").
"""

import re

_VERBS = (
    "acknowledges|admits|agrees|aligns|answers|anticipates|asks|assesses|avoids|brings|"
    "builds|calls|checks|clarifies|closes|compares|confirms|connects|creates|defends|"
    "delivers|demonstrates|describes|develops|discovers|earns|ends|engages|ensures|"
    "establishes|explains|explores|finds|follows|gains|gathers|gets|gives|handles|has|helps|"
    "identifies|introduces|invites|keeps|learns|leaves|lets|links|listens|maintains|makes|"
    "manages|maps|names|negotiates|offers|opens|overcomes|paraphrases|pauses|pitches|plans|"
    "plays|positions|prepares|presents|probes|proposes|provides|puts|qualifies|quantifies|"
    "raises|reads|recalls|recaps|reflects|responds|reveals|reviews|says|schedules|secures|"
    "sends|sets|shares|shows|speaks|starts|states|stays|steers|suggests|summarises|"
    "summarizes|sums|surfaces|takes|talks|tells|tests|ties|uncovers|understands|uses|"
    "validates|verifies|waits|works|writes"
)
_CLAUSE = re.compile(
    rf"(?:^|\bthe rep |[,;:] (?:and |or |then )*|\b(?:and|or|then) )"
    rf"(?:(?:also|then|\w+ly) )?(?=(?:{_VERBS}) (?!and |or |of ))",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"\b(?:it|its|them|these|those|this|him|her|they|both|there)\b|^\w+ (?:\w+ )?(?:that|so)\b",
    re.IGNORECASE,
)
"""A word that stands for what came before."""
_LETS_IT_WORK = re.compile(
    r"^(?:waits|pauses|says (?:nothing|no more)|(?:stays|keeps) (?:silent|quiet)"
    r"|lets the (?:buyer|customer|prospect)|leaves (?:time|room|a pause)"
    r"|listens to the (?:answer|reply)|gives the (?:buyer|customer|prospect) (?:time|room)"
    r"|(?:asks|says) which (?:ones?|fits|suits)"
    r"|works out the (?:\w+ )?(?:total|sum|rate|cost|difference|result))\b",
    re.IGNORECASE,
)
"""The rest of what was just said: silence after it, a choice among it, the sum of it."""
_COMMON = frozenset({"buyer", "buyers", "customer", "customers", "prospect", "prospects"})
_JOIN = re.compile(r",? (?:and|&|as well as) ", re.IGNORECASE)
_NOUNS = 2
"""So many words on either side of an "and" are names of things."""
_ASKS_OR_DOES = re.compile(
    rf"^(?:what|who|whom|how|why|when|where|which|whether|{_VERBS})\b", re.IGNORECASE
)
_SET_PHRASE = re.compile(
    r"\b(?:pros (?:and|&) cons|terms (?:and|&) conditions|causes? (?:and|&) effects?"
    r"|costs? (?:and|&) benefits?|strengths (?:and|&) weaknesses|questions? (?:and|&) answers?"
    r"|give (?:and|&) take|trial (?:and|&) error|profit (?:and|&) loss|ins (?:and|&) outs"
    r"|dos (?:and|&) don'ts|roles (?:and|&) responsibilities|time (?:and|&) materials"
    r"|risks? (?:and|&) benefits?"
    r"|likes (?:and|&) dislikes|supply (?:and|&) demand)\b",
    re.IGNORECASE,
)
"""Two words that name one thing."""
_MIN_LETTERS, _STEM = 4, 5


def unrelated(text: str) -> tuple[str, str] | None:
    """Two behaviours of one sentence that have nothing in common, as they stand there."""
    found = list(_CLAUSE.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    clauses = [text[one.end() : end].strip(" ,;.") for one, end in zip(found, ends, strict=False)]
    before = _stems(text[: found[0].start()]) if found else frozenset()
    for place, clause in enumerate(clauses):
        if place and not _goes_on(clause) and not _stems(clause) & before:
            return clauses[place - 1], clause
        before |= _stems(clause)
    return None


def two_things(title: str) -> bool:
    """Whether a title is two names joined by "and", such as "Budget and authority"."""
    if _SET_PHRASE.search(title):
        return False
    sides = _JOIN.split(title.rpartition(" - ")[2].strip(" ."))
    short = len(sides) == 2 and all(len(side.split()) <= _NOUNS for side in sides)
    return short and not any(_ASKS_OR_DOES.match(side) for side in sides)


def _goes_on(clause: str) -> bool:
    return bool(_TAKES_UP.search(clause) or _LETS_IT_WORK.match(clause))


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the words that carry meaning; whom it is about does not."""
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(w[:_STEM] for w in words if len(w) >= _MIN_LETTERS and w not in _COMMON)
