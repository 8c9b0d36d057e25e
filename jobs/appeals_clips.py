"""Moments of an agenda that was planned before an appeal was decided, as they stand now."""

from collections.abc import Mapping
from dataclasses import replace

from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.calls import CallId
from domain.clips import Clip
from domain.ports import Stores
from domain.rubrics import CriterionId
from domain.scores import CriterionScore

_Ruled = Mapping[tuple[CallId, CriterionId], CriterionScore]


def as_ruled(agenda: Agenda, tx: Stores) -> Agenda:
    """The agenda with the level a person gave; a moment without an occasion is left out."""
    cards = tx.scorecards.latest_of(sorted(agenda.cited))
    ruled = {
        (call_id, score.criterion_id): score
        for call_id, card in cards.items()
        for score in card.criteria
        if score.ruling is not None
    }
    if not ruled:
        return agenda
    return replace(agenda, reps=tuple(_rep(rep, ruled) for rep in agenda.reps))


def _rep(rep: RepAgenda, ruled: _Ruled) -> RepAgenda:
    return replace(rep, focus=tuple(_focus(focus, ruled) for focus in rep.focus))


def _focus(focus: FocusSkill, ruled: _Ruled) -> FocusSkill:
    """The suggestion names the moments, so it goes if one of them changed."""
    clips = tuple(now for clip in focus.clips if (now := _clip(clip, ruled)) is not None)
    return focus if clips == focus.clips else replace(focus, clips=clips, suggestion=None)


def _clip(clip: Clip, ruled: _Ruled) -> Clip | None:
    if clip.criterion_id is None:
        return clip
    score = ruled.get((clip.call_id, clip.criterion_id))
    if score is None or score.level == clip.level:
        return clip
    return None if score.level is None else replace(clip, level=score.level, note="")
