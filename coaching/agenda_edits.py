"""What a manager makes of a planned agenda: the plan stays, the edits lie over it."""

from collections.abc import Mapping
from dataclasses import replace

from coaching.clips import moment_key
from domain.agendas import Agenda, FocusSkill, RepAgenda, RepEdits
from domain.clips import Clip
from domain.people import PersonId


def edited(agenda: Agenda, edits: Mapping[PersonId, RepEdits]) -> Agenda:
    """The agenda as the manager wants it; reps without edits stay as planned."""
    reps = (_edited(r, edits[r.rep_id]) if r.rep_id in edits else r for r in agenda.reps)
    return replace(agenda, reps=tuple(reps))


def _edited(rep: RepAgenda, edits: RepEdits) -> RepAgenda:
    focus = rep.focus if edits.focus is None else edits.focus
    shown = tuple(_without_hidden(skill, edits) for skill in focus)
    proof = rep.proof
    if proof is not None:
        proof = replace(proof, clips=_shown(proof.clips, edits))
    nothing = rep.nothing_because if not shown else None
    return replace(
        rep, focus=shown, proof=proof, nothing_because=nothing, note=edits.note, state=edits.state
    )


def _without_hidden(skill: FocusSkill, edits: RepEdits) -> FocusSkill:
    clips = _shown(skill.clips, edits)
    # The suggestion names calls by title, so it goes with a moment that goes.
    return skill if clips == skill.clips else replace(skill, clips=clips, suggestion=None)


def _shown(clips: tuple[Clip, ...], edits: RepEdits) -> tuple[Clip, ...]:
    hidden = set(edits.hidden)
    return tuple(clip for clip in clips if moment_key(clip) not in hidden)
