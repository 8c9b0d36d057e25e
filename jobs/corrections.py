"""What people change afterwards: delete a call, score it again. Everything follows."""

from dataclasses import replace

from domain.calls import CallId, CallState, Transcript
from domain.effects import Effect, EffectKind, Queue
from domain.errors import NotVisible
from jobs.score import update_profiles
from jobs.services import Services


def delete_call(call_id: CallId, services: Services) -> None:
    """Remove a call's words and scores; profile and CRM become as if it had never been.

    The row stays, so that a delivery that comes again does not bring the call back.

    Raises:
        NotVisible: there is no such call.
    """
    with services.database.write() as tx:
        call = tx.calls.get(call_id)
        if call is None or call.state is CallState.DELETED:
            raise NotVisible(f"there is no call {call_id}")
        if call.rep_id is not None:
            tx.profiles.lock(call.rep_id)
        touched = tx.profiles.replace_observations(call_id, ())
        update_profiles(tx, touched, services)
        tx.calls.put_transcript(call_id, Transcript(()))
        tx.calls.put(replace(call, state=CallState.DELETED, title="Deleted call", participants=()))
        if call.deal is not None and call.deal.crm in services.crms:
            tx.outbox.request(deal_update(call.deal.crm, call.deal.id))
    services.queue.ring(Queue.SYNC)


def rescore_call(call_id: CallId, services: Services) -> None:
    """Score a call again under the present grader and rubric; the new result supersedes.

    Raises:
        NotVisible: there is no such call, or nothing that could be scored.
    """
    with services.database.write() as tx:
        call = tx.calls.get(call_id)
        if call is None or call.state not in (CallState.SCORED, CallState.DEAD):
            raise NotVisible(f"there is no scored call {call_id}")
        tx.calls.put(replace(call, state=CallState.READY, version=call.version + 1, error=None))
        tx.calls.make_due(call_id)
    services.queue.ring(Queue.SCORE)


def deal_update(crm: str, deal_id: str) -> Effect:
    """Bring the fields of one deal up to date with the newest rows."""
    return Effect(
        kind=EffectKind.CRM_DEAL,
        key=f"crm:deal:{crm}:{deal_id}",
        payload={"crm": crm, "deal_id": deal_id},
    )
