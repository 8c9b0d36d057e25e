"""What is wrong with the five anchors of a criterion, as numbers of levels."""

import itertools
import re
from collections.abc import Iterator, Sequence

MIN_WORDS = 3
"""Fewer say no more than a mark would."""
MAX_ALIKE = 0.8
"""Share of words that two levels may have in common."""
_MARKS = re.compile(
    r"\b(?:bad|poor|weak|okay|ok|fine|fair|average|mediocre|good|great|better|best|excellent|"
    "strong|solid|perfect|outstanding|low|medium|high|satisfactory|unsatisfactory|acceptable|"
    "basic|advanced|very|not|so|too|quite|really|rather|somewhat|extremely|more|most|less|"
    "least|few|fewer|some|many|several|lots|lot|plenty|much|little|none|no|any|all|enough|"
    "often|sometimes|always|rarely|seldom|never|usually|mostly|occasionally|frequently|well|"
    r"badly|poorly|partly|fully|a|an|the|of|and|or|but|to|at|in|is|it|was|as|with|for|level)\b"
)
"""Words of degree and amount, and those that only join them."""
_POINTS_TO = re.compile(r"^as (?:level )?([0-4])\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.]| and ")
_DENIES = re.compile(
    r"^(?:never|nothing|none|nobody|no (?!more|less)|not )|^\w+ (?:nothing|no \w+s\b)",
    re.IGNORECASE,
)
_PASSES_OVER = re.compile(r"\bpass(?:es|ed) over\b|\bignor(?:es|ed)\b", re.IGNORECASE)
_FAULT = re.compile(
    r"\b(?:interrupt|lectur|argu|contradict|misstat|blam|guess|rambl|dodg|press(?:e|ing)|push|rush|promis"
    r"|exaggerat|mislead|oversell)\w*"
    r"|\bcut\w* (?:in|off|across|short)\b|\b(?:talk|speak|spoke)\w* over\b"
    rf"|{_PASSES_OVER.pattern}",
    re.IGNORECASE,
)
"""What a good call is without."""
_BOUND = re.compile(r"\b(?:more|less|longer|later|fewer) than\b|\bover an? \w+", re.IGNORECASE)


def short_levels(anchors: Sequence[str]) -> list[int]:
    """Levels of one or two words; an empty one is another matter."""
    return [n for n, anchor in enumerate(anchors) if 0 < len(_words(anchor)) < MIN_WORDS]


def mark_levels(anchors: Sequence[str]) -> list[int]:
    """Levels that say only how good or how much, such as "Not so good at it"."""
    return [n for n, anchor in enumerate(anchors) if _words(anchor) and not _content(anchor)]


def alike_levels(anchors: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Neighbours told apart by a word or two, or only by how good or how much."""
    for level, (lower, upper) in enumerate(itertools.pairwise(anchors)):
        same = _content(lower) == _content(upper) != frozenset()
        if same or alike(lower, upper) > MAX_ALIKE:
            yield level, level + 1


def reversed_level(anchors: Sequence[str]) -> int | None:
    """A level that builds on a higher one, or a top level that is a failure and 0 is none."""
    for level, anchor in enumerate(anchors):
        below = _POINTS_TO.match(anchor)
        if below and int(below[1]) >= level:
            return level
    top = len(anchors) - 1
    return top if _fails(anchors[top]) and not _fails(anchors[0]) else None


def alike(first: str, second: str) -> float:
    """Words in common of all words, 0-1; an empty text is like nothing."""
    one, other = set(_words(first)), set(_words(second))
    return len(one & other) / len(one | other) if one and other else 0.0


def _fails(anchor: str) -> bool:
    """Whether it denies what should be done, or passes over something.

    "Never interrupts" denies a fault, and "never talks for more than a minute" sets a bound.
    """
    first, *others = (clause.strip() for clause in _CLAUSE_END.split(anchor))
    if _DENIES.search(first):
        return not _FAULT.search(first) and not _BOUND.search(first)
    return any(
        _PASSES_OVER.search(clause) and not _DENIES.search(clause) for clause in (first, *others)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _content(text: str) -> frozenset[str]:
    return frozenset(_words(_MARKS.sub(" ", text.lower())))
