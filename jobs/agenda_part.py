"""One rep's part of an agenda, for the manager who acts on it at this moment."""

from collections.abc import Callable
from dataclasses import dataclass

from coaching.agenda_edits import edited
from domain.agendas import Agenda, FocusSkill, RepAgenda, RepEdits
from domain.calls import CallId
from domain.clips import Clip, Moment
from domain.effects import Effect, EffectKind
from domain.people import PersonId
from domain.phrases import Phrase
from domain.ports import Stores
from jobs.acting import Acting, denied, note
from jobs.plan_agendas import agenda_message
from jobs.services import Services

MOST_DIGITS = 6
"""Of a turn's number."""
Outcome = tuple[RepEdits | None, Phrase | None]
"""The edits to keep, if any, and what the manager is told, if anything."""


@dataclass(frozen=True, slots=True)
class Part:
    """What was planned for one rep, and how it stands with the manager's edits."""

    agenda: Agenda
    planned: RepAgenda
    rep: RepAgenda
    edits: RepEdits

    @property
    def every_focus(self) -> tuple[FocusSkill, ...]:
        """The focus skills with all their clips, hidden ones too."""
        return self.planned.focus if self.edits.focus is None else self.edits.focus

    @property
    def every_clip(self) -> tuple[Clip, ...]:
        """Every clip that could be shown."""
        proof = self.planned.proof.clips if self.planned.proof else ()
        return (*proof, *(clip for focus in self.every_focus for clip in focus.clips))


Change = Callable[[Part, Acting, Stores, Services], Outcome]


def part_of(acting: Acting, tx: Stores) -> Part | None:
    """``None`` unless the rep is on this manager's team now and in that agenda of theirs."""
    week, rep_id = acting.about("week"), PersonId(acting.about("rep"))
    team = {rep.id for rep in acting.organisation.reps_of(acting.person)}
    agenda = tx.agendas.get(acting.person.id, week) if rep_id in team else None
    planned = next((r for r in agenda.reps if r.rep_id == rep_id), None) if agenda else None
    if agenda is None or planned is None:
        return None
    kept = tx.agendas.edits(acting.person.id, week)
    edits = kept.get(rep_id) or RepEdits(manager_id=acting.person.id, week=week, rep_id=rep_id)
    shown = edited(agenda, kept)
    return Part(agenda, planned, next(r for r in shown.reps if r.rep_id == rep_id), edits)


def changing(change: Change) -> Callable[[Acting, Stores, Services], Phrase | None]:
    """A handler that changes one part and brings every message that shows it up to date."""

    def handle(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
        tx.agendas.lock(acting.person.id)
        part = part_of(acting, tx)
        if part is None:
            return denied(acting, f"rep:{acting.about('rep')}", tx, services)
        note(acting, f"rep:{part.rep.rep_id}", tx, services)
        edits, said = change(part, acting, tx, services)
        if edits is not None:
            tx.agendas.put_edits(edits)
            tx.outbox.request(agenda_message(edits.manager_id, edits.week))
            if edits.state.shared_at is not None:
                tx.outbox.request(shared_message(edits))
        return said

    return handle


def shared_message(edits: RepEdits) -> Effect:
    """The rep's own message about their part."""
    return Effect(
        kind=EffectKind.SLACK_SHARED_AGENDA,
        key=f"slack:shared:{edits.manager_id}:{edits.week}:{edits.rep_id}",
        payload={"manager_id": edits.manager_id, "week": edits.week, "rep_id": edits.rep_id},
    )


def clip_value(clip: Clip) -> str:
    """A moment as one text, for buttons and options."""
    return f"{clip.call_id}:{clip.turn_index}"


def moment_of(value: str) -> Moment | None:
    """The moment that a text names; ``None`` for one that names none."""
    call_id, _, turn = value.rpartition(":")
    whole = turn.isascii() and turn.isdigit() and len(turn) <= MOST_DIGITS
    return (CallId(call_id), int(turn)) if call_id and whole else None
