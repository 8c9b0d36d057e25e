"""From a grader's reply to the scorecard that is kept."""

from collections.abc import Iterable
from datetime import datetime

from domain.calls import Call, CallType, Transcript
from domain.rubrics import Criterion, Rubric
from domain.scores import CriterionScore, GraderReply, Scorecard, room
from scoring.evidence import check_answers
from scoring.screen import suspicious_turns
from scoring.weighted import weighted_mean

MIN_SHARE_SCORED = 1 / 3
"""Of the applicable weight; below it a call has no overall score."""
MIN_SCORED = 2
"""Criteria; one behaviour by itself says nothing of a whole call."""
GOOD_LEVEL = 3


def make_scorecard(
    *,
    call: Call,
    rubric: Rubric,
    transcript: Transcript,
    reply: GraderReply,
    grader_name: str,
    grader_version: str,
    created_at: datetime,
) -> Scorecard:
    """Check the reply against the transcript and add up what holds.

    The overall score (0-100) is the mean of the scored criteria by their weights, or ``None``
    if less than a third of the applicable weight, or only one of several criteria, was scored. The
    summary is built from the
    checked fields; a grader's own summary is not used.

    Raises:
        GradingError: an applicable criterion has no answer.
    """
    criteria = check_answers(
        rubric,
        call.call_type,
        transcript,
        reply.answers,
        suspicious=suspicious_turns(transcript),
    )
    overall = overall_score(rubric, call.call_type, criteria)
    return Scorecard(
        call_id=call.id,
        call_version=call.version,
        rubric_name=rubric.name,
        rubric_version=rubric.version,
        grader_name=grader_name,
        grader_version=reply.version or grader_version,
        criteria=criteria,
        overall=overall,
        summary=summary_of(rubric, call.call_type, criteria),
        created_at=created_at,
        usage=reply.usage.figures(),
    )


def overall_score(
    rubric: Rubric, call_type: CallType, criteria: Iterable[CriterionScore]
) -> float | None:
    """Mean of the scored criteria by weight, 0-100.

    ``None`` if under a third of the weight, or a single one of several criteria, was scored.
    """
    scores = {c.criterion_id: c.score for c in criteria}
    applicable = rubric.applicable(call_type)
    scored = [(c.weight, s) for c in applicable if (s := scores.get(c.id)) is not None]
    weight = sum(w for w, _ in scored)
    total = sum(c.weight for c in applicable)
    if not scored or len(scored) < min(MIN_SCORED, len(applicable)):
        return None
    if weight < MIN_SHARE_SCORED * total - 1e-9:
        return None
    return weighted_mean(scored)


def summary_of(rubric: Rubric, call_type: CallType, criteria: Iterable[CriterionScore]) -> str:
    """Two or three plain sentences: what went well, what to change, how much was scored."""
    scores = {c.criterion_id: c for c in criteria}
    applicable = rubric.applicable(call_type)
    levels = [(c, level) for c in applicable if (level := scores[c.id].level) is not None]
    least = sorted(levels, key=_room)
    most = sorted(levels, key=_room, reverse=True)
    good = [c.title for c, level in least if level >= GOOD_LEVEL][:2]
    weak = [c for c, level in most if level < GOOD_LEVEL][:1]
    if not levels:
        return f"None of the {len(applicable)} behaviours could be scored on this call."
    sentences = [_went_well(good), _to_change(weak)]
    if len(levels) < len(applicable):
        sentences.append(f"{len(levels)} of {len(applicable)} behaviours could be scored.")
    return " ".join(s for s in sentences if s)


def _room(scored: tuple[Criterion, int]) -> float:
    criterion, level = scored
    return room(level, criterion.weight)


def _went_well(titles: list[str]) -> str:
    if not titles:
        return "Nothing stood out as strong."
    return f"Went well: {'; '.join(_lower(t) for t in titles)}."


def _to_change(weak: list[Criterion]) -> str:
    if not weak:
        return "No behaviour was below the level of a good call."
    return f"Most room: {_lower(weak[0].title)}. {weak[0].tip}"


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
