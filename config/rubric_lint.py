"""What makes a rubric hard to score the same way twice, found in its wording.

A finding is advice, not an error: the rubric loads. Attitudes cannot be pointed at in a
transcript, and two behaviours in one item leave a half-met one without a level.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.rubrics import Criterion, Rubric

MAX_SKILLS = 12
MIN_EXAMPLE_WORDS = 4
_ATTITUDE = re.compile(
    r"\b(?:confiden(?:t|ce|tly)|enthusias\w+|passiona\w+|professional(?:ly|ism)?|friendl\w+"
    r"|empath\w+|charisma\w*|genuine(?:ly)?|engaged|motivated|positive attitude|rapport"
    r"|credib\w+|authentic\w*|energetic\w*|proactive\w*|effective(?:ly)?|appropriate(?:ly)?)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:(?<!as )well(?! as)|properly|adequately|sufficiently|somewhat|fairly|poorly"
    r"|nicely|thoroughly|strongly"
    r"|excellent(?:ly)?|outstanding|superb(?:ly)?|average|mediocre|good job|great job)\b",
    re.IGNORECASE,
)
"""Words that say how good something was, and not what was heard."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
MAX_ALIKE = 0.8
"""Share of words that two levels may have in common."""
_TITLE_JOINS = re.compile(r"\b(?:and|as well as|&)\b", re.IGNORECASE)
_SAME_THING = re.compile(r"\s*\w+ (?:it|this|that|them)\s*", re.IGNORECASE)
_BEHAVIOURS = re.compile(
    r"\b(?:asks?|says?|states?|shows?|names?|sums?|explains?|agrees?|confirms?|offers?|learns?"
    r"|finds?|plays?|opens?|closes?|checks?|proposes?|handles?|tells?|demonstrates?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One piece of advice. ``criterion`` is empty where it is about the whole rubric."""

    criterion: str
    rule: str
    detail: str
    remedy: str


def lint(rubric: Rubric) -> tuple[LintFinding, ...]:
    """All findings, in the order of the rubric; empty if there is nothing to say."""
    return tuple(_of_rubric(rubric)) + tuple(f for c in rubric.criteria for f in _of_criterion(c))


def _of_rubric(rubric: Rubric) -> Iterator[LintFinding]:
    skills = {link.skill_id for c in rubric.criteria for link in c.skills}
    if len(skills) > MAX_SKILLS:
        yield LintFinding(
            "",
            "too_many_skills",
            f"it feeds {len(skills)} skills",
            f"Nobody can work on more than {MAX_SKILLS}: merge those that move together",
        )


def _of_criterion(criterion: Criterion) -> Iterator[LintFinding]:
    if not criterion.skills:
        yield LintFinding(
            criterion.id, "unlinked", "it feeds no skill", "Link it: `skills: {questioning: 1}`"
        )
    if word := _ATTITUDE.search(f"{criterion.title} {criterion.behaviour}"):
        yield LintFinding(
            criterion.id,
            "attitude",
            f"“{word[0]}” cannot be pointed at in a transcript",
            "Write what the rep says or does that makes you think so",
        )
    if _joins_two(criterion.title):
        yield LintFinding(
            criterion.id,
            "double_barrelled",
            f"the title joins two behaviours: “{criterion.title}”",
            "Make two criteria of it, so that a half-met one can be scored",
        )
    yield from _of_anchors(criterion)


def _joins_two(title: str) -> bool:
    """Whether a title has a verb of behaviour on both sides of an "and".

    "Plays it back and checks it" is one: the second half is a step further with the same thing.
    """
    parts = _TITLE_JOINS.split(title)
    apart = len(parts) > 1 and all(_BEHAVIOURS.search(part) for part in parts)
    return apart and not any(_SAME_THING.fullmatch(part) for part in parts[1:])


def _of_anchors(criterion: Criterion) -> Iterator[LintFinding]:
    empty = [str(level) for level, anchor in enumerate(criterion.anchors) if not anchor.strip()]
    if empty:
        yield LintFinding(
            criterion.id,
            "missing_anchor",
            f"no anchor at level {', '.join(empty)}",
            "Say what is heard at that level and not at the one below",
        )
    yield from _of_levels(criterion)
    if criterion.example.strip() and criterion.example.strip() == criterion.near_miss.strip():
        yield LintFinding(
            criterion.id,
            "same_example",
            "example and near miss are the same words",
            "Let the near miss sound like it and lack one thing",
        )
    for name, text in (("example", criterion.example), ("near_miss", criterion.near_miss)):
        if len(text.split()) < MIN_EXAMPLE_WORDS:
            yield LintFinding(
                criterion.id,
                f"no_{name}",
                f"{name} is not a sentence",
                "Quote what a rep would say",
            )


def _of_levels(criterion: Criterion) -> Iterator[LintFinding]:
    """Levels that name a quality, or that are told apart by a word or two."""
    for level, anchor in enumerate(criterion.anchors):
        said = _QUOTED.sub("", anchor)  # what a rep is quoted with may be praised as one likes
        if word := _ATTITUDE.search(said) or _DEGREE.search(said):
            yield LintFinding(
                criterion.id,
                "vague_level",
                f"level {level} says “{word[0]}”: two people will not mean the same by it",
                "Say what is heard at this level and not at the one below",
            )
    for level, (lower, upper) in enumerate(itertools.pairwise(criterion.anchors)):
        if _alike(lower, upper) > MAX_ALIKE:
            yield LintFinding(
                criterion.id,
                "levels_alike",
                f"levels {level} and {level + 1} say almost the same",
                "Say what is heard at the higher one and not at the lower",
            )


def _alike(first: str, second: str) -> float:
    """Words in common of all words, 0-1; an empty anchor is like nothing."""
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (first, second))
    return len(one & other) / len(one | other) if one and other else 0.0
