"""A moment of a scored call as one that could be shared."""

from dataclasses import replace

from coaching.clips import LOWEST_BEST_LEVEL, ScoredCall, criterion_clip
from domain.calls import Call, CallState
from domain.errors import ConfigurationError
from domain.library import ClipState, SharedClip, moment_id
from domain.people import Person
from domain.ports import Stores
from domain.rubrics import CriterionId
from domain.scores import CriterionScore
from jobs.services import Services


def shareable(
    rep: Person,
    call: Call,
    about: tuple[CriterionId, int],
    tx: Stores,
    services: Services,
) -> SharedClip | None:
    """The moment that proves this criterion at this turn of a rep's own call.

    ``None`` unless the score is one to learn from (level 3 or 4), its quote stands, and the
    rep belongs to a team. Its state says nothing yet.
    """
    criterion_id, turn_index = about
    found = _scored(call, tx, services)
    if found is None or call.rep_id != rep.id or rep.team_id is None:
        return None
    score = next((c for c in found.scorecard.criteria if c.criterion_id == criterion_id), None)
    if score is None or (score.level or 0) < LOWEST_BEST_LEVEL or not score.skill_ids:
        return None
    clip = criterion_clip(found, _only(score, turn_index))
    if clip is None:
        return None
    return SharedClip(
        id=moment_id(call.id, turn_index, criterion_id),
        rep_id=rep.id,
        team_id=rep.team_id,
        skill_id=score.skill_ids[0],
        clip=replace(clip, note=""),
        state=ClipState.ASKED,
        at=services.now(),
    )


def _only(score: CriterionScore, turn_index: int) -> CriterionScore:
    return replace(score, evidence=tuple(e for e in score.evidence if e.turn_index == turn_index))


def _scored(call: Call, tx: Stores, services: Services) -> ScoredCall | None:
    card, transcript = tx.scorecards.latest(call.id), tx.calls.transcript(call.id)
    if call.state is not CallState.SCORED or card is None or transcript is None:
        return None
    try:
        rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
    except ConfigurationError:
        return None
    return ScoredCall(call, card, transcript, rubric)
