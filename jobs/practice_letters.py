"""Messages around practice: the assignment, the buyer's words in the thread, the result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coaching.practice.assignments import attempts_left
from domain.calls import Side
from domain.effects import EffectKind, EffectState
from domain.errors import ConfigurationError
from domain.notices import Notice, PracticeOpening, PracticeResult, PracticeSaid, PracticeTask
from domain.people import Organisation, Person
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.practice import (
    OPEN,
    AssignmentId,
    AssignmentState,
    Session,
    SessionId,
    SessionState,
)
from domain.rubrics import Criterion, SkillId
from domain.scores import CriterionScore, room
from jobs.letter import Composed, Composer, Letter, NotSent, NotYet, reachable
from jobs.practice import never_opened, opening_key
from jobs.services import Services

GOOD_LEVEL = 3
IN_TURN_S, PARKED_S = 1.0, 60.0
_NOTES = {
    "over": Phrase("practice-over"),
    "too-short": Phrase("practice-too-short"),
    "abandoned": Phrase("practice-abandoned"),
    "closed": Phrase("practice-closed"),
    "nudge": Phrase("practice-running"),
}


@dataclass(frozen=True, slots=True)
class _Case:
    """What every composer needs."""

    payload: Mapping[str, str]
    organisation: Organisation
    tx: Stores
    services: Services

    @property
    def what(self) -> str:
        return self.payload["what"]

    def skill(self, skill_id: SkillId) -> str:
        known = self.services.skills.get(skill_id)
        return known.name if known else skill_id


def _compose(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    case = _Case(payload, organisation, tx, services)
    if "assignment_id" in payload:
        return _task(case)
    session = tx.practice.session(SessionId(payload["session_id"]))
    rep = organisation.person(session.rep_id) if session else None
    if refusal := reachable(rep):
        return refusal
    assert session is not None  # noqa: S101 - reachable refused None
    assert rep is not None  # noqa: S101 - reachable refused None
    if case.what == "opening":
        if session.state is not SessionState.RUNNING and _thread(case, session) is None:
            return NotSent("the role-play was over before it was opened")
        return Letter(
            rep, PracticeOpening(session=session, skill_name=case.skill(session.skill_id))
        )
    return _in_thread(case, session, rep)


def _task(case: _Case) -> Composed:
    assignment = case.tx.practice.assignment(AssignmentId(case.payload["assignment_id"]))
    rep = case.organisation.person(assignment.rep_id) if assignment else None
    if refusal := reachable(rep):
        return refusal
    assert assignment is not None  # noqa: S101 - reachable refused None
    assert rep is not None  # noqa: S101 - reachable refused None
    reminder = case.what == "reminder"
    if reminder and assignment.state not in (AssignmentState.ASSIGNED, AssignmentState.STARTED):
        return NotSent("there is nothing to remind of any more")
    by = case.organisation.person(assignment.assigned_by)
    return Letter(
        rep,
        PracticeTask(
            assignment=assignment,
            skill_name=case.skill(assignment.skill_id),
            manager_name=by.name if by else "",
            attempts_left=attempts_left(assignment) if assignment.state in OPEN else 0,
            reminder=reminder,
        ),
    )


def _in_thread(case: _Case, session: Session, rep: Person) -> Composed:
    """A post below the opening, and never before the one it follows."""
    if never_opened(session, case.tx):
        return NotSent("the role-play was never opened")
    opening, thread = case.tx.outbox.get(opening_key(session.id)), _thread(case, session)
    if thread is None or _earlier_waits(case, session):
        parked = opening is not None and opening.state is EffectState.PARKED
        after_s = PARKED_S if parked else IN_TURN_S
        return NotYet("an earlier post of the role-play is on its way", after_s=after_s)
    notice = _notice(case, session)
    return notice if isinstance(notice, NotSent) else Letter(rep, notice, thread=thread)


def _thread(case: _Case, session: Session) -> str | None:
    opening = case.tx.outbox.get(opening_key(session.id))
    return session.thread or (opening.remote_id if opening else None)


def _notice(case: _Case, session: Session) -> Notice | NotSent:
    if case.what == "result":
        return _result(case, session)
    if case.what in _NOTES:
        return PracticeSaid(note=_NOTES[case.what])
    place = int(case.payload["turn"])
    if not 0 <= place < len(session.turns) or session.turns[place].side is not Side.BUYER:
        return NotSent("these words are not there any more")
    note = Phrase("practice-over") if case.payload.get("over") == "yes" else None
    said = session.turns[place].text
    return PracticeSaid(buyer_name=session.persona.name, said=said, note=note)


def _earlier_waits(case: _Case, session: Session) -> bool:
    """Whether the post before this one is still to be sent: a thread is read in order."""
    place = int(case.payload.get("place", len(session.heard) + 1))
    parts = [str(n) for n in _before(place)] + (["end"] if case.what == "result" else [])
    earlier = (case.tx.outbox.get(f"slack:practice:{session.id}:{part}") for part in parts)
    pending = (one for one in earlier if one is not None and one.remote_id is None)
    return any(one.state is EffectState.PENDING for one in pending)


def _before(place: int) -> range:
    return range(max(0, place - 3), place)


def _result(case: _Case, session: Session) -> Notice | NotSent:
    name = case.skill(session.skill_id)
    if session.score is None or session.state is not SessionState.SCORED:
        return PracticeSaid(note=phrase("practice-no-score", skill=name))
    assignment = (
        case.tx.practice.assignment(session.assignment_id) if session.assignment_id else None
    )
    by = case.organisation.person(assignment.assigned_by) if assignment else None
    well, to_try, example = _told(case, session)
    return PracticeResult(
        session=session,
        skill_name=name,
        assignment=assignment,
        attempts_left=attempts_left(assignment) if assignment else 0,
        manager_name=by.name if by else "",
        well=well,
        to_try=to_try,
        example=example,
    )


def _told(case: _Case, session: Session) -> tuple[str, str, str]:
    """What went well, one thing to try, and how it could sound; each may be empty."""
    card = case.tx.scorecards.latest(session.call_id) if session.call_id else None
    if card is None:
        return "", "", ""
    try:
        rubric = case.services.rubrics.named(card.rubric_name, card.rubric_version)
    except ConfigurationError:
        return "", "", ""
    named: dict[str, Criterion] = {c.id: c for c in rubric.criteria}
    scored = [c for c in card.criteria if c.level is not None and c.criterion_id in named]
    mine = [c for c in scored if session.skill_id in c.skill_ids]
    good = _first(_good, mine, scored, named)
    low = _first(_low, mine, scored, named)
    well = _line(named[good.criterion_id].title, good.reason) if good else ""
    if low is None:
        return well, "", ""
    criterion = named[low.criterion_id]
    tip = low.tip or criterion.tip
    return well, _line(criterion.title, tip), low.better or criterion.example


def _line(title: str, more: str) -> str:
    return f"{title}. {more}" if more else title


_Pick = Callable[[list[CriterionScore], Mapping[str, Criterion]], CriterionScore | None]


def _first(
    pick: _Pick,
    mine: list[CriterionScore],
    scored: list[CriterionScore],
    named: Mapping[str, Criterion],
) -> CriterionScore | None:
    """From the skill's own criteria; from all of them only if those hold none."""
    return pick(mine, named) or pick(scored, named)


def _good(found: list[CriterionScore], named: Mapping[str, Criterion]) -> CriterionScore | None:
    good = [c for c in found if (c.level or 0) >= GOOD_LEVEL]
    return min(good, key=lambda c: (_room(c, named), c.criterion_id), default=None)


def _low(found: list[CriterionScore], named: Mapping[str, Criterion]) -> CriterionScore | None:
    low = [c for c in found if (c.level or 0) < GOOD_LEVEL]
    return max(low, key=lambda c: (_room(c, named), c.criterion_id), default=None)


def _room(score: CriterionScore, named: Mapping[str, Criterion]) -> float:
    return room(score.level or 0, named[score.criterion_id].weight)


COMPOSERS: Mapping[EffectKind, Composer] = {EffectKind.SLACK_PRACTICE: _compose}
