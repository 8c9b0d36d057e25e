"""A kept delivery becomes facts about a call, and a transcript with sides."""

from dataclasses import dataclass, replace

from domain.calls import Call, CallState, NotScorable, Transcript
from domain.effects import Claimed
from domain.errors import (
    AddressRefused,
    NotFoundAtVendor,
    UnexpectedPayload,
    UnreadableTranscript,
)
from domain.people import Organisation
from domain.ports import MeetingProvider, Stores
from domain.webhooks import CallNews, Delivery, FetchedTranscript
from jobs.corrections import withdraw_scores
from jobs.held_calls import held
from jobs.retries import LeaseLost
from jobs.services import Services, Thresholds
from scoring.call_type import guess_call_type
from scoring.scorable import why_not_scorable
from scoring.sides import assign_sides

UNTITLED = "Untitled call"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a download came to: a transcript, or the reason why there is none."""

    content: FetchedTranscript | None = None
    not_scorable: NotScorable | None = None


def ingest_delivery(claimed: Claimed[Delivery], services: Services) -> None:
    """Work off one delivery of a meeting provider; safe to run any number of times.

    The download happens first, outside any transaction; then facts, transcript and the
    delivery's end are kept in one. Lets ``Transient`` and ``UnexpectedPayload`` rise.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
        UnexpectedPayload: the delivery does not say what its contract promises.
    """
    delivery = claimed.item
    provider = services.providers.get(delivery.provider)
    if provider is None:
        raise UnexpectedPayload(delivery.provider, "no provider of that name is configured")
    news = provider.read_delivery(delivery)
    fetched = _fetch(provider, news) if news.transcript_url else Fetched()
    services.reach("ingest.fetched")
    with services.database.write() as tx:
        _keep(tx, delivery, news, fetched, services)
        services.reach("ingest.before_commit")
        if not tx.deliveries.done(claimed):
            raise LeaseLost


def look_for_transcript(claimed: Claimed[Call], services: Services) -> None:
    """Ask the provider for the transcript of a call whose notice never came.

    Raises:
        LeaseLost: another worker holds the call now, or its transcript came meanwhile;
            nothing was kept.
    """
    provider = services.providers.get(claimed.item.provider)
    fetched = _find(provider, claimed.item)
    with services.database.write() as tx:
        call = held(tx, claimed.item)
        if not tx.calls.settle(claimed, CallState.WAITING):
            raise LeaseLost
        apply_transcript(tx, call, fetched, services)


def _find(provider: MeetingProvider | None, call: Call) -> Fetched:
    try:
        found = provider.find_transcript(call) if provider else None
    except (AddressRefused, NotFoundAtVendor, UnreadableTranscript) as error:
        return Fetched(not_scorable=_reason(error))
    return Fetched(found) if found else Fetched(not_scorable=NotScorable.NO_TRANSCRIPT)


def _fetch(provider: MeetingProvider, news: CallNews) -> Fetched:
    try:
        return Fetched(provider.fetch_transcript(news))
    except (AddressRefused, NotFoundAtVendor, UnreadableTranscript) as error:
        return Fetched(not_scorable=_reason(error))


def _reason(error: AddressRefused | NotFoundAtVendor | UnreadableTranscript) -> NotScorable:
    match error:
        case AddressRefused():
            return NotScorable.DOWNLOAD_REFUSED
        case UnreadableTranscript():
            return NotScorable.UNREADABLE_TRANSCRIPT
        case _:
            return NotScorable.NO_TRANSCRIPT


def _keep(
    tx: Stores, delivery: Delivery, news: CallNews, fetched: Fetched, services: Services
) -> None:
    known = tx.calls.by_ref(delivery.provider, news.provider_ref)
    if known is not None and known.state is CallState.DELETED:
        # A person removed it; another delivery neither brings it back nor keeps its title.
        tx.deliveries.forget(delivery.provider, news.provider_ref)
        return
    call = _merge(known, delivery, news, services)
    if fetched.content is None and fetched.not_scorable is None:
        tx.calls.put(call)
    else:
        apply_transcript(tx, call, fetched, services)


def _merge(known: Call | None, delivery: Delivery, news: CallNews, services: Services) -> Call:
    """What is known and what a delivery adds; the order of deliveries does not matter.

    Facts that differ between deliveries are settled the same way whichever comes first:
    the earliest start, and the shortest length, since a scheduled one is usually longer
    than the talk. A scored call keeps what its score rests on.
    """
    if known is None:
        return Call(
            id=services.new_call_id(),
            provider=delivery.provider,
            provider_ref=news.provider_ref,
            title=news.title or UNTITLED,
            started_at=news.started_at or delivery.received_at,
            duration_s=news.duration_s or 0.0,
            state=CallState.WAITING,
            call_type=guess_call_type(news.title or ""),
            host_email=news.host_email,
            recording_url=news.recording_url,
        )
    if known.state is not CallState.SCORED:
        known = _corrected(known, news)
    return replace(
        known,
        host_email=known.host_email or news.host_email,
        recording_url=known.recording_url or news.recording_url,
    )


def _corrected(known: Call, news: CallNews) -> Call:
    lengths = [length for length in (known.duration_s, news.duration_s) if length]
    titled = known.title == UNTITLED and news.title is not None
    return replace(
        known,
        title=news.title if titled and news.title else known.title,
        call_type=guess_call_type(news.title) if titled and news.title else known.call_type,
        started_at=min(known.started_at, news.started_at or known.started_at),
        duration_s=min(lengths, default=0.0),
    )


def apply_transcript(tx: Stores, call: Call, fetched: Fetched, services: Services) -> Call:
    """Keep the call with this transcript, to be scored or skipped with the reason.

    A transcript equal to the one that was scored changes nothing; another one raises
    the call's version and takes the first score back, so that it is scored again if it can
    be. Whoever is scoring the one before gets nowhere.
    """
    if fetched.content is None:
        if tx.calls.transcript(call.id) is None:
            call = replace(call, state=CallState.SKIPPED, not_scorable=fetched.not_scorable)
        tx.calls.put(call)
        return call
    changed = classify(call, fetched.content, tx.people.organisation(), services.thresholds)
    before = tx.calls.transcript(call.id)
    if before is not None and before == changed.transcript and call.state is not CallState.WAITING:
        same = replace(call, participants=changed.call.participants)
        tx.calls.put(same)
        return same
    again = call.version + 1 if call.state in (CallState.SCORED, CallState.DEAD) else call.version
    kept = replace(changed.call, version=again)
    tx.calls.put(kept)
    tx.calls.put_transcript(kept.id, changed.transcript)
    tx.calls.make_due(kept.id)
    if before is not None:  # quotes of words that are gone prove nothing any more
        withdraw_scores(tx, kept, services)
    return kept


@dataclass(frozen=True, slots=True)
class Classified:
    """A call with its rep and state, and its transcript with sides."""

    call: Call
    transcript: Transcript


def classify(
    call: Call,
    content: FetchedTranscript,
    organisation: Organisation,
    thresholds: Thresholds,
    *,
    given_rep: str | None = None,
) -> Classified:
    """Tell the sides apart, find the rep, and decide whether the call can be scored."""
    sided = assign_sides(
        content.transcript,
        content.participants,
        organisation,
        host_email=call.host_email,
        given_rep=given_rep,
    )
    duration_s = call.duration_s or sided.transcript.duration_s
    reason = why_not_scorable(
        sided.transcript,
        sided,
        duration_s=duration_s,
        min_call_s=thresholds.min_call_s,
        min_rep_words=thresholds.min_rep_words,
    )
    return Classified(
        replace(
            call,
            duration_s=duration_s,
            participants=sided.participants,
            rep_id=sided.rep_id,
            rep_reason=sided.rep_reason,
            state=CallState.READY if reason is None else CallState.SKIPPED,
            not_scorable=reason,
            error=None,
        ),
        sided.transcript,
    )
