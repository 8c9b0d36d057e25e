"""Appeals as messages: to the manager who decides at this moment, and what came of it to the rep.

The first shows the rep's words and quotes from the call, whatever the time that a score is
the rep's alone: it was the rep who brought it before the manager.
"""

from collections.abc import Mapping

from coaching.visibility import may_decide
from domain.appeals import Appeal, AppealId
from domain.effects import EffectKind
from domain.notices import AppealCase, AppealMovedNotice, AppealNotice, RulingNotice
from domain.people import Organisation, PersonId
from domain.ports import Stores
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
    """The appeal with what it is about; of a revised call only what the rubric says."""
    rep = organisation.person(appeal.rep_id)
    about = contested(tx, appeal.call_id, appeal.criterion_id, services)
    if rep is None or about is None:
        return None
    by = organisation.person(appeal.decided_by) if appeal.decided_by else None
    return AppealCase(appeal, rep, about.call, about.criterion, about.score.as_graded, by)


COMPOSERS: Mapping[EffectKind, Composer] = {
    EffectKind.SLACK_APPEAL: _appeal,
    EffectKind.SLACK_RULING: _ruling,
}
