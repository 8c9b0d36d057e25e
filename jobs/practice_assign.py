"""A manager gives a rep something to practise: the skill, the buyer, the day, the mark."""

from dataclasses import dataclass

from coaching.practice.assignments import MAX_ATTEMPTS, due_after
from domain.people import Organisation, Person, PersonId
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.practice import OPEN, Assignment, AssignmentId
from domain.rubrics import SkillId
from jobs.home import home_changed
from jobs.practice_choice import FITTING, chosen_persona, weakest_skill
from jobs.practice_standing import assigned_effect
from jobs.services import Services
from jobs.zones import zone_of

PASS_SCORE, ATTEMPTS, DAYS = 75.0, 3, 7
MAX_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a manager chose. ``skill_id`` of ``None``: the weakest on live calls."""

    skill_id: SkillId | None = None
    persona: str = FITTING
    """A buyer's id, ``own`` or ``fitting``."""
    days: int = DAYS
    pass_score: float = PASS_SCORE
    attempts: int = ATTEMPTS

    def __post_init__(self) -> None:
        if not 1 <= self.days <= MAX_DAYS:
            raise ValueError(f"due in 1 to {MAX_DAYS} days, not {self.days}")
        if not 1.0 <= self.pass_score <= 100.0:
            raise ValueError(f"passed from 1 to 100, not {self.pass_score:g}")
        if not 1 <= self.attempts <= MAX_ATTEMPTS:
            raise ValueError(f"1 to {MAX_ATTEMPTS} attempts, not {self.attempts}")


def may_assign(by: Person, rep_id: PersonId, organisation: Organisation) -> Person | None:
    """The rep, if ``by`` manages them at this moment; ``None`` for everybody else."""
    now = organisation.person(by.id)
    if now is None or not now.active:
        return None
    return next((rep for rep in organisation.reps_of(now) if rep.id == rep_id), None)


def assign(
    by: Person, rep: Person, wanted: Wanted, tx: Stores, services: Services
) -> Assignment | Phrase:
    """Keep the assignment and tell the rep; or why not. Rights were asked for before.

    One skill is practised for one assignment at a time.
    """
    skill_id = wanted.skill_id or weakest_skill(rep.id, tx)
    if skill_id is None:
        return Phrase("practice-form-no-skill")
    tx.practice.lock(rep.id)
    persona = chosen_persona(wanted.persona, rep, skill_id, tx, services)
    if skill_id not in services.skills or persona is None:
        return Phrase("practice-no-such")
    open_now = tx.practice.assignments(rep_ids=[rep.id], states=OPEN)
    if any(each.skill_id == skill_id for each in open_now):
        name = services.skills[skill_id].name
        return phrase("practice-assigned-already", rep=rep.name, skill=name)
    now = services.now()
    assignment = Assignment(
        id=AssignmentId(services.new_id()),
        rep_id=rep.id,
        assigned_by=by.id,
        skill_id=skill_id,
        persona=persona,
        assigned_at=now,
        due_at=due_after(wanted.days, now, zone_of(rep)),
        pass_score=wanted.pass_score,
        attempts_allowed=wanted.attempts,
    )
    tx.practice.put_assignment(assignment)
    if services.messenger is not None:
        tx.outbox.add_if_new(assigned_effect(assignment))
    home_changed(rep.id, tx)
    return assignment
