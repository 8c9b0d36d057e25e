"""A transcript of one's own becomes a call like any other; no vendor needed."""

from dataclasses import dataclass
from datetime import datetime

from domain.calls import Call, CallState, CallType, NotScorable, Participant, Transcript
from domain.effects import Queue
from domain.webhooks import FetchedTranscript
from jobs.ingest import Fetched, apply_transcript, classify
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

    Returns the call and whether it is new: the same file handed in again changes nothing.
    """
    with services.database.write() as tx:
        known = tx.calls.by_ref(PROVIDER, own.ref)
        if known is not None:
            return known, False
        organisation = tx.people.organisation()
        rep = organisation.by_email(own.rep) if own.rep and "@" in own.rep else None
        call = Call(
            id=services.new_call_id(),
            provider=PROVIDER,
            provider_ref=own.ref,
            title=own.title,
            started_at=own.started_at,
            duration_s=own.transcript.duration_s,
            state=CallState.WAITING,
            call_type=own.call_type or guess_call_type(own.title),
        )
        if not own.transcript.turns:
            empty = Fetched(not_scorable=NotScorable.EMPTY_TRANSCRIPT)
            return apply_transcript(tx, call, empty, services), True
        people = tuple(Participant(name) for name in own.transcript.speakers)
        content = FetchedTranscript(own.transcript, people)
        sided = classify(
            call,
            content,
            organisation,
            services.thresholds,
            given_rep=rep.name if rep else own.rep,
        )
        tx.calls.put(sided.call)
        tx.calls.put_transcript(call.id, sided.transcript)
        if sided.call.state is CallState.READY:
            tx.calls.make_due(call.id)
    services.queue.ring(Queue.SCORE)
    return sided.call, True
