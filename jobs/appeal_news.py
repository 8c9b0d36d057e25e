"""Who is told of an appeal: the manager who decides, and the rep; messages follow its state."""

from dataclasses import replace

from domain.appeals import Appeal, AppealState
from domain.calls import CallId
from domain.effects import Effect, EffectKind
from domain.people import Organisation, Person
from domain.ports import Stores
from jobs.held_calls import hold
from jobs.services import Services

_TOLD = (AppealState.CHANGED, AppealState.KEPT, AppealState.DROPPED)
"""What a rep gets a message about; they withdrew it themselves."""


def decider(appeal: Appeal, organisation: Organisation) -> Person | None:
    """Who decides at this moment: the manager of the rep's team, never the rep."""
    rep = organisation.person(appeal.rep_id)
    manager = organisation.manager_of(rep) if rep is not None and rep.active else None
    if manager is None or not manager.active or manager.id == appeal.rep_id:
        return None
    return manager


def keep_and_tell(tx: Stores, appeal: Appeal, services: Services) -> Appeal:
    """Keep the appeal as it stands now, and bring everybody's messages up to date."""
    manager = decider(appeal, tx.people.organisation())
    if appeal.open and manager is not None and manager.id not in appeal.asked:
        appeal = replace(appeal, asked=(*appeal.asked, manager.id))
    tx.appeals.put(appeal)
    if services.messenger is None:
        return appeal
    for asked in appeal.asked:
        payload = {"appeal": appeal.id, "manager": asked}
        key = f"slack:appeal:{appeal.id}:{asked}"
        tx.outbox.request(Effect(kind=EffectKind.SLACK_APPEAL, key=key, payload=payload))
    if appeal.state in _TOLD:
        key = f"slack:ruling:{appeal.id}"
        payload = {"appeal": appeal.id}
        tx.outbox.request(Effect(kind=EffectKind.SLACK_RULING, key=key, payload=payload))
    _score_message(tx, appeal.call_id)
    return appeal


def _score_message(tx: Stores, call_id: CallId) -> None:
    """The rep's message about the call's score, if there is one: it shows what is contested."""
    found = tx.outbox.get(f"slack:call:{call_id}")
    if found is not None and found.remote_id is not None:
        tx.outbox.request(found.effect)


def drop_appeals(tx: Stores, call_id: CallId, services: Services) -> None:
    """The call's words were replaced: no appeal about the old ones is open or holds any more."""
    for appeal in tx.appeals.of_call(call_id):
        if appeal.open or appeal.decided:
            keep_and_tell(tx, replace(appeal, state=AppealState.DROPPED), services)


def forget_appeals(tx: Stores, call_id: CallId) -> None:
    """Remove a deleted call's appeals, and the acts in the inbox that hold what was written."""
    for appeal in tx.appeals.of_call(call_id):
        tx.deliveries.forget("slack", call_id)
        tx.deliveries.forget("slack", appeal.id)
    tx.appeals.remove(call_id)


def move_appeals(services: Services) -> int:
    """Bring open appeals before the manager of this moment; returns how many moved."""
    moved = 0
    with services.database.read() as tx:
        waiting = _misplaced(tx)
    for appeal in waiting:
        with services.database.write() as tx:
            hold(tx, appeal.call_id)
            now = tx.appeals.get(appeal.id)
            if now is not None and now.open:
                keep_and_tell(tx, now, services)
                moved += 1
    return moved


def _misplaced(tx: Stores) -> list[Appeal]:
    organisation = tx.people.organisation()
    found = []
    for appeal in tx.appeals.list(states=(AppealState.OPEN,)):
        manager = decider(appeal, organisation)
        if manager is not None and manager.id not in appeal.asked:
            found.append(appeal)
    return found
