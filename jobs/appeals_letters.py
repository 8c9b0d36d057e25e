"""Appeals as messages: to the manager who decides at this moment, and what came of it to the rep.

The first shows the rep's words and quotes from the call, whatever the time that a score is
the rep's alone: it was the rep who brought it before the manager.
"""

from collections.abc import Mapping

from coaching.visibility import may_decide
from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import CallState
from domain.effects import EffectKind
from domain.errors import ConfigurationError
from domain.notices import AppealCase, AppealMovedNotice, AppealNotice, RulingNotice
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from domain.rubrics import Criterion
from domain.scores import CriterionScore, NotScoredBecause
from jobs.appeals import contested
from jobs.letter import Composed, Composer, Letter, NotSent, reachable
from jobs.look import Look
from jobs.services import Services

_GONE = NotSent("there is no such appeal any more")


def _appeal(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    manager = organisation.person(PersonId(payload["manager"]))
    if refusal := reachable(manager):
        return refusal
    assert manager is not None  # noqa: S101 - reachable refused None
    appeal = tx.appeals.get(AppealId(payload["appeal"]))
    rep = organisation.person(appeal.rep_id) if appeal else None
    if appeal is None or rep is None:
        return _GONE
    if not may_decide(manager, rep, organisation):
        sent = tx.outbox.get(f"slack:appeal:{appeal.id}:{manager.id}")
        if sent is None or sent.remote_id is None:
            return NotSent("another manager decides now")
        return Letter(manager, AppealMovedNotice())
    case = _case(appeal, organisation, tx, services)
    look = Look(
        actor=manager.id, subject=f"appeal:{appeal.id}", allowed=True, action="read_appeal",
        reps=(rep.id,),
    )  # fmt: skip
    return Letter(manager, AppealNotice(case), look) if case else _GONE


def _ruling(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    appeal = tx.appeals.get(AppealId(payload["appeal"]))
    rep = organisation.person(appeal.rep_id) if appeal else None
    if refusal := reachable(rep):
        return refusal
    assert rep is not None and appeal is not None  # noqa: PT018, S101 - reachable refused None
    case = _case(appeal, organisation, tx, services)
    return Letter(rep, RulingNotice(case)) if case else _GONE


def _case(
    appeal: Appeal, organisation: Organisation, tx: Stores, services: Services
) -> AppealCase | None:
    """The appeal with what it is about; of one that is over, at least what it was about.

    What was dropped is about words that are gone: nothing is read from what came after them.
    """
    rep = organisation.person(appeal.rep_id)
    about = contested(tx, appeal.call_id, appeal.criterion_id, services)
    by = organisation.person(appeal.decided_by) if appeal.decided_by else None
    if rep is None:
        return None
    if about is not None and appeal.state is not AppealState.DROPPED:
        return AppealCase(appeal, rep, about.call, about.criterion, about.score.as_graded, by)
    return None if appeal.open else _once(appeal, (rep, by), tx, services)


def _once(
    appeal: Appeal, people: tuple[Person, Person | None], tx: Stores, services: Services
) -> AppealCase | None:
    """What an appeal was about, from itself and its rubric, without quotes.

    A criterion that is in no rubric any more is called by its id.
    """
    call = tx.calls.get(appeal.call_id)
    if call is None or call.state is CallState.DELETED:
        return None
    level = appeal.grader_level
    score = CriterionScore(
        criterion_id=appeal.criterion_id,
        skill_ids=(),
        level=level,
        not_scored=NotScoredBecause.NO_OCCASION if level is None else None,
    )
    rep, by = people
    return AppealCase(appeal, rep, call, _criterion(appeal, services), score, by)


def _criterion(appeal: Appeal, services: Services) -> Criterion:
    nameless = Criterion(
        id=appeal.criterion_id, title=appeal.criterion_id, behaviour="", anchors=("",) * 5,
        skills=(),
    )  # fmt: skip
    try:
        rubric = services.rubrics.named(appeal.rubric_name, appeal.rubric_version)
    except ConfigurationError:
        return nameless
    return next((c for c in rubric.criteria if c.id == appeal.criterion_id), nameless)


COMPOSERS: Mapping[EffectKind, Composer] = {
    EffectKind.SLACK_APPEAL: _appeal,
    EffectKind.SLACK_RULING: _ruling,
}
