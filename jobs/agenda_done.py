"""The 1:1 took place: what was agreed on becomes a commitment whose chances are counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coaching.clips import ScoredCall
from domain.actions import Choice, Field, Form
from domain.commitments import Commitment, CommitmentId
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.rubrics import CriterionId, SkillId
from jobs.acting import NOT_YOURS, Acting
from jobs.agenda_part import Outcome, Part, part_of
from jobs.plan_agendas import running_commitment
from jobs.scored_calls import scored_calls
from jobs.services import Services

NOTHING = "-"
NOTE_CHARS = 300
MAX_BEHAVIOURS = 20


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A criterion that the rep's own calls are scored on: its chances can be counted."""

    skill_id: SkillId
    criterion_id: CriterionId
    rubric_name: str
    title: str

    @property
    def value(self) -> str:
        """As an option's value."""
        return f"{self.skill_id}/{self.criterion_id}"


def done_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """What was agreed on; ``None`` if it is not this manager's to note."""
    part = part_of(acting, tx)
    if part is None:
        return None
    behaviours = _behaviours(part, tx, services)
    choices = [Choice(value=b.value, label=phrase("plain", text=b.title)) for b in behaviours]
    noted = _noted(part, tx)
    first = noted[0] if noted else behaviours[0].value if behaviours else NOTHING
    return Form(
        name="agenda.done",
        title=Phrase("done-title"),
        submit=Phrase("form-save"),
        fields=(
            Field(
                name="behaviour",
                label=Phrase("done-behaviour"),
                choices=(*choices, Choice(value=NOTHING, label=Phrase("done-nothing"))),
                chosen=(first,),
                hint=Phrase("done-behaviour-hint"),
            ),
            Field(
                name="note",
                label=Phrase("done-note"),
                hint=Phrase("done-note-hint"),
                chosen=(noted[1],) if noted and noted[1] else (),
                long=True,
                optional=True,
                max_chars=NOTE_CHARS,
            ),
        ),
        value={"week": part.edits.week, "rep": part.rep.rep_id},
        said=(phrase("done-about", rep=part.rep.rep_name),),
    )


def _noted(part: Part, tx: Stores) -> tuple[str, str] | None:
    """What was noted of this 1:1 before: the option and the note."""
    state = part.edits.state
    if state.done_at is None:
        return None
    made = tx.commitments.get(state.commitment_id) if state.commitment_id else None
    if made is None:
        return NOTHING, ""
    return f"{made.skill_id}/{made.criterion_id}", made.note


def keep_done(part: Part, acting: Acting, tx: Stores, services: Services) -> Outcome:
    """Note the 1:1; what ran before ends, and what was agreed on begins.

    The rep is shown their part: what the two agreed on belongs to both. Sent again in the same
    week, it replaces what was agreed on, or only its note.
    """
    now, wanted = services.now(), acting.action.field("behaviour")
    found = next((b for b in _behaviours(part, tx, services) if b.value == wanted), None)
    if found is None and wanted != NOTHING:
        return None, NOT_YOURS
    added = acting.action.field("note").strip()[:NOTE_CHARS]
    running, before = running_commitment(part.rep.rep_id, tx), part.edits.state.commitment_id
    if running is not None and running.id != before:
        tx.commitments.put(replace(running, ended_at=now))
    mine = tx.commitments.get(before) if before is not None else None
    made = _made(found, added, mine, part, services)
    if mine is not None and (made is None or made.id != mine.id):
        tx.commitments.put(replace(mine, ended_at=now))
    if made is not None:
        tx.commitments.put(made)
    state = replace(
        part.edits.state,
        done_at=part.edits.state.done_at or now,
        shared_at=part.edits.state.shared_at or now,
        snoozed=False,
        commitment_id=made.id if made else None,
        agreed=made.agreed if made else "",
    )
    return replace(part.edits, state=state), Phrase("agenda-done-kept")


def _made(
    found: Behaviour | None, added: str, mine: Commitment | None, part: Part, services: Services
) -> Commitment | None:
    """What runs from now on; the same behaviour as before keeps the chances counted so far."""
    if found is None:
        return None
    same = mine is not None and (mine.skill_id, mine.criterion_id) == (
        found.skill_id,
        found.criterion_id,
    )
    if mine is not None and same:
        return replace(mine, note=added, ended_at=None)
    return _commitment(found, added, part, services)


def _commitment(found: Behaviour, added: str, part: Part, services: Services) -> Commitment:
    return Commitment(
        id=CommitmentId(services.new_id()),
        rep_id=part.rep.rep_id,
        manager_id=part.edits.manager_id,
        skill_id=found.skill_id,
        criterion_id=found.criterion_id,
        rubric_name=found.rubric_name,
        title=found.title,
        agreed_at=services.now(),
        week=part.edits.week,
        note=added,
    )


def _behaviours(part: Part, tx: Stores, services: Services) -> list[Behaviour]:
    """Of the focus skills: first what falls short most often, then the rest, none twice."""
    calls = scored_calls(part.rep.rep_id, tx, services)
    first = [
        Behaviour(f.skill_id, f.behaviour, f.rubric_name, f.behaviour_title)
        for f in part.every_focus
        if f.behaviour is not None
    ]
    rest = [b for f in part.every_focus for call in calls for b in _of_call(f.skill_id, call)]
    found = {b.value: b for b in reversed((*first, *rest))}
    ordered = dict.fromkeys(b.value for b in (*first, *rest))
    return [found[value] for value in ordered][:MAX_BEHAVIOURS]


def _of_call(skill_id: SkillId, scored: ScoredCall) -> Iterator[Behaviour]:
    named = {c.id: c.title for c in scored.rubric.criteria}
    for score in scored.scorecard.criteria:
        if skill_id in score.skill_ids and score.criterion_id in named:
            title = named[score.criterion_id]
            yield Behaviour(skill_id, score.criterion_id, scored.rubric.name, title)
