"""What people change afterwards: delete a call, score it again. Everything follows."""

from dataclasses import replace

from domain.calls import Call, CallId, CallState, Transcript
from domain.crm import RecordKind
from domain.effects import Queue
from domain.errors import NotVisible
from domain.ports import Stores
from jobs.appeal_news import drop_appeals, forget_appeals
from jobs.crm_asks import call_update, deal_update, updates_for
from jobs.forgotten_words import forget_words, words_of
from jobs.held_calls import held
from jobs.library_shown import forget_moments
from jobs.practice_standing import forget_play
from jobs.profiles import observe
from jobs.services import Services

OPERATOR = "operator"
"""Whoever may run commands where Reploop runs."""


def delete_call(
    call_id: CallId, services: Services, *, by: str = OPERATOR, via: str = "cli"
) -> None:
    """Remove a call's words and scores; profile and CRM become as if it had never been.

    The row stays, so that a delivery that comes again does not bring the call back. Kept
    webhooks, agendas and the history of CRM writes lose what they hold of it. What Slack has
    already shown stays there, except shared moments: those are edited away.

    Raises:
        NotVisible: there is no such call.
    """
    with services.database.write() as tx:
        call = _held_call(tx, call_id)
        if call is None or call.state is CallState.DELETED:
            raise NotVisible(f"there is no call {call_id}")
        words = words_of(tx, call, services)
        withdraw_scores(tx, call, services)
        for deal in filter(None, (record.deal for record in sorted(words))):  # once or now linked
            tx.outbox.request(deal_update(deal.crm, deal.id))
        forget_words(tx, call, words, services)
        tx.calls.put_transcript(call_id, Transcript(()))
        tx.calls.put(_emptied(call))
        tx.calls.make_due(call_id)  # who works on it now can no longer bring it back
        tx.agendas.forget_call(call_id)
        forget_play(tx, call)
        forget_appeals(tx, call_id)
        in_messages = forget_moments(tx, call_id)
        tx.deliveries.forget(call.provider, call.provider_ref)
        _note(tx, "call.delete", call_id, services, by=by, via=via)
    services.queue.ring(*([Queue.SYNC, Queue.DELIVER] if in_messages else [Queue.SYNC]))
    services.database.overwrite_deleted()  # if it cannot now, the sweeper asks again


def rescore_call(
    call_id: CallId, services: Services, *, by: str = OPERATOR, via: str = "cli"
) -> None:
    """Score a call again under the present grader and rubric; the new result supersedes.

    Raises:
        NotVisible: there is no such call, or nothing that could be scored.
    """
    with services.database.write() as tx:
        call = _held_call(tx, call_id)
        if call is None or call.state not in (CallState.SCORED, CallState.DEAD):
            raise NotVisible(f"there is no scored call {call_id}")
        tx.calls.put(replace(call, state=CallState.READY, version=call.version + 1, error=None))
        tx.calls.make_due(call_id)
        _note(tx, "call.rescore", call_id, services, by=by, via=via)
    services.queue.ring(Queue.SCORE)


def withdraw_scores(tx: Stores, call: Call, services: Services) -> None:
    """Take back what a call said about its rep, scores too: profile and deal follow."""
    tx.scorecards.remove(call.id)
    drop_appeals(tx, call.id, services)
    tx.readings.remove(call.id)
    tx.facts.remove(call.id)
    observe(tx, call.id, (), services, told=False)
    for effect in updates_for(call, services):
        tx.outbox.request(effect)
    for slug in services.crms:  # a record of it is taken back, wherever the call is linked now
        if tx.changes.remote_id(slug, RecordKind.CALL, call.id) is not None:
            tx.outbox.request(call_update(slug, call.id))


def _note(
    tx: Stores, action: str, call_id: CallId, services: Services, *, by: str, via: str
) -> None:
    tx.audit.add(at=services.now(), actor=by, action=action, subject=call_id, allowed=True, via=via)


def _held_call(tx: Stores, call_id: CallId) -> Call | None:
    call = tx.calls.get(call_id)
    return None if call is None else held(tx, call)


def _emptied(call: Call) -> Call:
    return replace(
        call,
        state=CallState.DELETED,
        title="Deleted call",
        participants=(),
        host_email=None,
        recording_url=None,
        error=None,
    )
