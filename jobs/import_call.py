"""A transcript of one's own becomes a call like any other; no vendor needed."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.calls import Call, CallState, CallType, NotScorable, Participant, Transcript
from domain.effects import Queue
from domain.ports import Stores
from domain.webhooks import FetchedTranscript
from jobs.corrections import withdraw_scores
from jobs.ingest import Classified, Fetched, apply_transcript, classify
from jobs.services import Services
from scoring.call_type import guess_call_type

PROVIDER = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTranscript:
    """A transcript that somebody hands in. ``ref`` is a digest of the file's bytes."""

    ref: str
    title: str
    transcript: Transcript
    started_at: datetime
    rep: str | None = None
    """Name or e-mail address of the rep, or the label they speak under."""
    call_type: CallType | None = None


def import_call(own: OwnTranscript, services: Services) -> tuple[Call, bool]:
    """Keep the transcript as a call to be scored, or with the reason why not.

    Returns the call and whether anything is new. The same file handed in again is the same
    call: one that was skipped is looked at anew, since people may have been added since,
    and one whose rep is named now goes to that rep. A deleted one stays deleted.
    """
    with services.database.write() as tx:
        known = tx.calls.by_ref(PROVIDER, own.ref)
        if known is not None and not _look_again(known, own):
            return known, False
        if not own.transcript.turns:
            empty = Fetched(not_scorable=NotScorable.EMPTY_TRANSCRIPT)
            return apply_transcript(tx, known or _call(own, services), empty, services), not known
        placed = _placed(tx, known or _call(own, services), own, services)
        if known is not None and not _differs(tx, known, placed):
            return known, False
        kept = _keep(tx, known, placed, services)
    services.queue.ring(Queue.SCORE)
    return kept, True


def _look_again(known: Call, own: OwnTranscript) -> bool:
    if known.state is CallState.SKIPPED:
        return True
    settled = (CallState.READY, CallState.SCORED, CallState.DEAD)
    return own.rep is not None and known.state in settled


def _call(own: OwnTranscript, services: Services) -> Call:
    return Call(
        id=services.new_call_id(),
        provider=PROVIDER,
        provider_ref=own.ref,
        title=own.title,
        started_at=own.started_at,
        duration_s=own.transcript.duration_s,
        state=CallState.WAITING,
        call_type=own.call_type or guess_call_type(own.title),
    )


def _placed(tx: Stores, call: Call, own: OwnTranscript, services: Services) -> Classified:
    people = tuple(Participant(name) for name in own.transcript.speakers)
    return classify(
        call,
        FetchedTranscript(own.transcript, people),
        tx.people.organisation(),
        services.thresholds,
        given_rep=own.rep,
    )


def _differs(tx: Stores, known: Call, placed: Classified) -> bool:
    same = placed.call.rep_id == known.rep_id and placed.call.not_scorable == known.not_scorable
    return not same or tx.calls.transcript(known.id) != placed.transcript


def _keep(tx: Stores, known: Call | None, placed: Classified, services: Services) -> Call:
    scored = known is not None and known.state in (CallState.SCORED, CallState.DEAD)
    call = replace(placed.call, version=placed.call.version + 1) if scored else placed.call
    tx.calls.put(call)
    tx.calls.put_transcript(call.id, placed.transcript)
    if known is not None:
        withdraw_scores(tx, known, services)
    if known is not None or call.state is CallState.READY:
        tx.calls.make_due(call.id)
    return call
