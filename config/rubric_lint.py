"""What makes a rubric hard to score the same way twice, found in its wording.

A finding is advice, not an error: the rubric loads. Attitudes cannot be pointed at in a
transcript, two behaviours in one item leave a half-met one without a level, and levels that
are marks ("good", "very good") mean something else to everybody. English only; words, not
meaning: what it does not find may still be wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from config.rubric_behaviours import two_things, unrelated
from config.rubric_levels import (
    MAX_ALIKE,
    alike,
    alike_levels,
    mark_levels,
    reversed_level,
    short_levels,
)
from config.rubric_wording import attitude_in, quality_in
from domain.rubrics import Criterion, Rubric

MAX_SKILLS = 12
MIN_EXAMPLE_WORDS = 4
_LEVEL_REMEDY = "Say what is heard at this level and not at the one below"


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
    if word := attitude_in(criterion.title) or attitude_in(criterion.behaviour):
        yield LintFinding(
            criterion.id,
            "attitude",
            f"“{word}” cannot be pointed at in a transcript",
            "Write what the rep says or does that makes you think so",
        )
    if joined := _joined(criterion):
        yield LintFinding(
            criterion.id,
            "double_barrelled",
            joined,
            "Make two criteria of it, so that a half-met one can be scored",
        )
    yield from _of_anchors(criterion)
    yield from _of_examples(criterion)


def _joined(criterion: Criterion) -> str | None:
    if unrelated(criterion.title) or two_things(criterion.title):
        return f"the title joins two behaviours: “{criterion.title}”"
    if pair := unrelated(criterion.behaviour):
        return f"two behaviours: “{pair[0]}” and “{pair[1]}”"
    return None


def _of_anchors(criterion: Criterion) -> Iterator[LintFinding]:
    """Levels that say nothing, a mark or a quality, that are alike, or in the wrong order."""
    anchors = criterion.anchors
    empty = [level for level, anchor in enumerate(anchors) if not anchor.strip()]
    for levels, rule, detail in (
        (empty, "missing_anchor", "no anchor at level {}"),
        (short_levels(anchors), "short_level", "one or two words at level {}"),
        (mark_levels(anchors), "mark_level", "only how good or how much at level {}"),
    ):
        if levels:
            named = ", ".join(str(level) for level in levels)
            yield LintFinding(criterion.id, rule, detail.format(named), _LEVEL_REMEDY)
    for level, anchor in enumerate(anchors):
        if word := quality_in(anchor):
            detail = f"level {level} says “{word}”: two people will not mean the same by it"
            yield LintFinding(criterion.id, "vague_level", detail, _LEVEL_REMEDY)
    for lower, upper in alike_levels(anchors):
        detail = f"levels {lower} and {upper} say almost the same"
        yield LintFinding(
            criterion.id,
            "levels_alike",
            detail,
            "Say what is heard at the higher one and not at the lower",
        )
    if (wrong := reversed_level(anchors)) is not None:
        yield LintFinding(
            criterion.id,
            "levels_reversed",
            f"level {wrong} reads like a lower one: “{anchors[wrong]}”",
            "Begin with what is worst at 0 and end with what is best at 4",
        )


def _of_examples(criterion: Criterion) -> Iterator[LintFinding]:
    if alike(criterion.example, criterion.near_miss) > MAX_ALIKE:
        yield LintFinding(
            criterion.id,
            "same_example",
            "example and near miss are almost the same words",
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
