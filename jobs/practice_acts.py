"""Acts on practice: a manager assigns it, a rep starts and ends a role-play."""

from collections.abc import Mapping

from coaching.practice.assignments import MAX_ATTEMPTS
from domain.actions import Choice, Field, Form
from domain.people import Person, PersonId, Role
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.practice import AssignmentId, SessionId, SessionState
from domain.rubrics import SkillId
from jobs.acting import DONE_BEFORE, Acting, FormMaker, Handler, denied, note
from jobs.practice import begin, end
from jobs.practice_assign import ATTEMPTS, DAYS, PASS_SCORE, Wanted, assign, may_assign
from jobs.practice_choice import FITTING, OWN, of_assignment, weakest_skill, wished
from jobs.services import Services

SEND = Phrase("practice-form-send")
ALL_DAYS = (1, 3, 5, 7, 10, 14, 21, 28)
MARKS = (50, 60, 65, 70, 75, 80, 85, 90)


def _form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """What a manager is asked; ``None`` unless the rep is theirs."""
    rep = may_assign(acting.person, PersonId(acting.about("rep")), acting.organisation)
    if rep is None:
        return None
    asked = SkillId(acting.about("skill"))
    skill = asked if asked in services.skills else weakest_skill(rep.id, tx)
    hint = "practice-form-weakest" if skill else "practice-form-no-skill"
    return Form(
        name="practice.assign",
        title=Phrase("practice-form-title"),
        submit=SEND,
        value={"rep": rep.id},
        said=(phrase("practice-form-for", rep=rep.name), Phrase(hint)),
        fields=_fields(skill, services),
    )


def _fields(skill: SkillId | None, services: Services) -> tuple[Field, ...]:
    skills = tuple(Choice(value=s.id, label=_text(s.name)) for s in services.skills.values())
    buyers = (
        Choice(value=OWN, label=Phrase("practice-persona-own")),
        Choice(value=FITTING, label=Phrase("practice-persona-fitting")),
        *(Choice(value=p.id, label=_who(p.name, p.role)) for p in services.personas.values()),
    )
    days = tuple(Choice(value=str(n), label=phrase("practice-in-days", n=n)) for n in ALL_DAYS)
    marks = tuple(Choice(value=str(n), label=phrase("practice-of-100", n=n)) for n in MARKS)
    tries = tuple(Choice(value=str(n), label=_text(str(n))) for n in range(1, MAX_ATTEMPTS + 1))
    return (
        _choose("skill", skills, skill or ""),
        _choose("persona", buyers, OWN),
        _choose("days", days, str(DAYS)),
        _choose("pass", marks, f"{PASS_SCORE:g}"),
        _choose("attempts", tries, str(ATTEMPTS)),
    )


def _choose(name: str, choices: tuple[Choice, ...], chosen: str) -> Field:
    label = Phrase(f"practice-field-{name}")
    return Field(name=name, label=label, choices=choices, chosen=(chosen,) if chosen else ())


def _text(words: str) -> Phrase:
    return phrase("plain", text=words)


def _who(name: str, role: str) -> Phrase:
    return _text(f"{name}, {role}")


def _assign(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """The form came back: the rights are asked anew, they may have changed since it opened."""
    rep_id = PersonId(acting.about("rep"))
    rep = may_assign(acting.person, rep_id, acting.organisation)
    if rep is None:
        return denied(acting, f"rep:{rep_id}", tx, services)
    try:
        wanted = _wanted(acting)
    except ValueError:
        return Phrase("practice-no-such")
    done = assign(acting.person, rep, wanted, tx, services)
    if isinstance(done, Phrase):
        return done
    note(acting, f"rep:{rep.id}", tx, services)
    return phrase("practice-assigned-now", rep=rep.name)


def _wanted(acting: Acting) -> Wanted:
    """Raises ``ValueError`` for what the form does not offer."""
    chosen = acting.action.field
    return Wanted(
        skill_id=SkillId(chosen("skill")) if chosen("skill") else None,
        persona=chosen("persona") or FITTING,
        days=int(chosen("days") or DAYS),
        pass_score=float(chosen("pass") or PASS_SCORE),
        attempts=int(chosen("attempts") or ATTEMPTS),
    )


def _start(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """A rep begins what was assigned to them, or just plays."""
    rep = acting.person
    if rep.role is not Role.REP:
        return Phrase("practice-only-reps")
    wanted = AssignmentId(acting.about("assignment_id"))
    if not wanted:
        play = wished("", rep, tx, services)
        return begin(tx, rep, play, services) if play else Phrase("practice-no-such")
    assignment = tx.practice.assignment(wanted)
    if assignment is None or assignment.rep_id != rep.id:
        return denied(acting, f"practice:{wanted}", tx, services)
    return begin(tx, rep, of_assignment(assignment), services)


def _stop(acting: Acting, tx: Stores, services: Services) -> Phrase:
    """A rep ends their role-play."""
    wanted = SessionId(acting.about("session_id"))
    session = tx.practice.session(wanted)
    if session is None or not _theirs(acting.person, session.rep_id):
        return denied(acting, f"practice:{wanted}", tx, services)
    if session.state is not SessionState.RUNNING:
        return DONE_BEFORE
    end(tx, session, services)
    return Phrase("practice-ended-now")


def _theirs(person: Person, rep_id: PersonId) -> bool:
    return person.id == rep_id


HANDLERS: Mapping[str, Handler] = {
    "practice.assign": _assign,
    "practice.start": _start,
    "practice.stop": _stop,
}
FORMS: Mapping[str, FormMaker] = {"practice.assign": _form}
