"""Deliveries become one call with the same facts, whatever comes first, twice or late."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallState, CallType, NotScorable, RepReason, Transcript
from domain.effects import Queue
from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    GradingRefused,
    NotFoundAtVendor,
    UnexpectedPayload,
    UnreadableTranscript,
    VendorUnavailable,
)
from domain.ports import ClaimTerms
from domain.webhooks import CallNews, DeliveryState, FetchedTranscript
from jobs.corrections import delete_call
from jobs.ingest import UNTITLED, ingest_delivery, look_for_transcript
from jobs.pages import call_page
from jobs.retries import BACKOFF_S, PARK_S, LeaseLost
from tests.jobs.fakes import ANA, BEN, NOW, House, fetched, news, talk

EVENTS: dict[str, CallNews] = {
    "transcript": news(transcript=True, recording_url=None),
    "recording": news(recording_url="https://vendor.example/share", duration_s=360.0),
    "ended": news(
        title=None, host_email=None, duration_s=1800.0, started_at=NOW - timedelta(hours=2.5)
    ),
}
GRACE = timedelta(hours=6)


def waiting_call(house: House) -> None:
    house.hand_in("ended", news())
    house.work(Queue.INGEST)
    house.go_on(hours=9)


@pytest.mark.parametrize("order", list(itertools.permutations(EVENTS)), ids="-".join)
def test_every_order_of_deliveries_gives_the_same_call(
    house: House, order: tuple[str, ...]
) -> None:
    house.provider.behind["m1"] = fetched()
    for key in order:
        house.hand_in(key, EVENTS[key])
        house.work(Queue.INGEST)
    (call,) = house.calls()
    assert call.state is CallState.READY
    assert (call.title, call.call_type) == ("Discovery with Buyer", CallType.DISCOVERY)
    assert (call.started_at, call.duration_s) == (NOW - timedelta(hours=2.5), 300.0)
    assert (call.host_email, call.recording_url) == (ANA.email, "https://vendor.example/share")
    assert (call.rep_id, call.rep_reason) == (ANA.id, RepReason.EMAIL)
    assert call.version == 1
    with house.database.read() as tx:
        transcript = tx.calls.transcript(call.id)
    assert transcript is not None
    assert len(transcript.turns) == 4


def test_a_call_without_a_title_gets_it_from_a_later_delivery(house: House) -> None:
    house.hand_in("ended", news(title=None))
    house.work(Queue.INGEST)
    assert house.call().title == UNTITLED
    house.hand_in("recording", news(title="Pricing call"))
    house.work(Queue.INGEST)
    assert (house.call().title, house.call().call_type) == ("Pricing call", CallType.NEGOTIATION)


def test_a_scored_call_keeps_the_facts_its_score_rests_on(house: House) -> None:
    before = house.scored()
    house.hand_in("ended", news(started_at=NOW - timedelta(hours=5), duration_s=60.0))
    house.work(Queue.INGEST)
    assert house.call() == before


def test_the_same_delivery_is_kept_once(house: House) -> None:
    house.provider.behind["m1"] = fetched()
    told = news(transcript=True)
    assert [house.hand_in("t", told), house.hand_in("t", told)] == [True, False]


def test_a_transcript_that_comes_again_changes_nothing(house: House) -> None:
    before, profile = house.scored(), house.profile()
    house.hand_in("again", news(transcript=True))
    house.work(Queue.INGEST, Queue.SCORE)
    assert house.call() == before
    assert house.profile() == profile
    assert house.grader.gradings == 1


def test_a_transcript_that_comes_again_leaves_the_reason_of_a_dead_call(house: House) -> None:
    house.ingest()
    with house.database.write() as tx:
        (claimed,) = tx.calls.claim_ready(ClaimTerms(1, 60.0))
        tx.calls.settle(claimed, CallState.DEAD, error="GradingRefused: declined")
    house.hand_in("again", news(transcript=True))
    house.work(Queue.INGEST)
    assert (house.call().state, house.call().error) == (CallState.DEAD, "GradingRefused: declined")


def test_a_revised_transcript_raises_the_version_and_is_scored_once(house: House) -> None:
    house.scored(content=fetched(talk(1)))
    house.provider.behind["m1"] = fetched(talk(4))
    house.hand_in("revised", news(transcript=True))
    house.work(Queue.INGEST)
    assert (house.call().state, house.call().version) == (CallState.READY, 2)
    house.work(Queue.SCORE, Queue.SCORE)
    assert house.grader.gradings == 2
    with house.database.read() as tx:
        card = tx.scorecards.latest(house.call().id)
    assert card is not None
    assert (card.call_version, card.overall) == (2, 100.0)


def test_a_revised_transcript_that_cannot_be_scored_takes_the_score_back(house: House) -> None:
    house.scored()
    assert house.profile()
    house.provider.behind["m1"] = fetched(Transcript(()))
    house.hand_in("revised", news(transcript=True))
    house.work(Queue.INGEST)
    call = house.call()
    assert (call.state, call.not_scorable) == (CallState.SKIPPED, NotScorable.EMPTY_TRANSCRIPT)
    assert house.profile() == {}


@pytest.mark.parametrize("revised", [fetched(talk(4)), fetched(Transcript(()))])
def test_a_score_whose_words_were_replaced_is_shown_to_nobody(
    house: House, revised: FetchedTranscript
) -> None:
    call = house.scored()
    house.provider.behind["m1"] = revised
    house.hand_in("revised", news(transcript=True))
    house.work(Queue.INGEST)
    assert call_page(ANA, call.id, house.services).card is None


def test_a_revised_transcript_that_cannot_be_graded_leaves_no_score(house: House) -> None:
    house.scored()
    house.provider.behind["m1"] = fetched(talk(4))
    house.hand_in("revised", news(transcript=True))
    house.grader.raises = [GradingRefused("no")]
    house.work(Queue.INGEST, Queue.SCORE)
    assert (house.call().state, house.call().error) == (CallState.DEAD, "GradingRefused: no")
    assert house.profile() == {}


@pytest.mark.parametrize("revised", [fetched(talk(4)), fetched(Transcript(()))])
def test_who_scores_the_transcript_before_gets_nowhere(house: House, revised: object) -> None:
    house.ingest(content=fetched(talk(1)))

    def revise() -> None:
        house.grader.before_answer = lambda: None
        house.provider.behind["m1"] = revised  # type: ignore[assignment]
        house.hand_in("revised", news(transcript=True))
        house.work(Queue.INGEST)

    house.grader.before_answer = revise
    house.work(Queue.SCORE)
    levels = {calls for _, calls in house.profile().values()}
    if house.call().state is CallState.SCORED:
        assert house.grader.gradings == 2
        with house.database.read() as tx:
            card = tx.scorecards.latest(house.call().id)
        assert card is not None
        assert card.overall == 100.0
    else:
        assert house.call().state is CallState.SKIPPED
        assert levels == set()


def test_a_revised_transcript_moves_the_call_to_the_rep_it_names(house: House) -> None:
    house.scored()
    house.provider.behind["m1"] = fetched(rep=BEN)
    house.hand_in("revised", news(transcript=True))
    house.work(Queue.INGEST, Queue.SCORE)
    assert {rep for rep, _ in house.profile()} == {BEN.id}


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (AddressRefused("zoom", "x"), NotScorable.DOWNLOAD_REFUSED),
        (NotFoundAtVendor("zoom", "x"), NotScorable.NO_TRANSCRIPT),
        (UnreadableTranscript("a.vtt", "x"), NotScorable.UNREADABLE_TRANSCRIPT),
    ],
)
@pytest.mark.parametrize("asked_for", [False, True])
def test_what_cannot_be_had_is_skipped_with_the_reason_and_never_a_zero(
    house: House, error: Exception, reason: NotScorable, asked_for: bool
) -> None:
    if asked_for:
        waiting_call(house)
        house.provider.known["m1"] = error
        house.work(Queue.INGEST)
    else:
        house.ingest(content=error)
    house.work(Queue.SCORE)
    assert (house.call().state, house.call().not_scorable) == (CallState.SKIPPED, reason)
    assert (house.profile(), house.grader.gradings) == ({}, 0)
    with house.database.read() as tx:
        assert tx.scorecards.latest(house.call().id) is None


def test_a_refused_download_does_not_hide_a_transcript_that_is_there(house: House) -> None:
    before = house.scored()
    house.provider.behind["m1"] = NotFoundAtVendor("zoom", "gone")
    house.hand_in("late", news(transcript=True))
    house.work(Queue.INGEST)
    assert house.call() == before


@pytest.mark.parametrize(
    ("error", "after_s"),
    [(VendorUnavailable("zoom", "x"), BACKOFF_S[0]), (CredentialsRejected("zoom", "x"), PARK_S)],
)
def test_what_may_pass_gives_the_delivery_back_for_later(
    house: House, error: Exception, after_s: float
) -> None:
    house.provider.behind["m1"] = error
    house.hand_in("t", news(transcript=True))
    house.work(Queue.INGEST)
    assert (house.calls(), house.deliveries()) == ([], {"t": DeliveryState.NEW})
    house.provider.behind["m1"] = fetched()
    house.go_on(seconds=after_s - 1)
    house.work(Queue.INGEST)
    assert house.calls() == []
    house.go_on(seconds=1)
    house.work(Queue.INGEST)
    assert house.call().state is CallState.READY


def test_transient_trouble_rises(house: House) -> None:
    house.provider.behind["m1"] = VendorUnavailable("zoom", "x")
    house.hand_in("t", news(transcript=True))
    with house.database.write() as tx:
        (claimed,) = tx.deliveries.claim(ClaimTerms(1, 60.0))
    with pytest.raises(VendorUnavailable):
        ingest_delivery(claimed, house.services)


def test_a_delivery_of_an_unknown_provider_is_dead_with_a_reason(house: House) -> None:
    house.hand_in("t", news())
    house.services = house.services_with(providers={})
    house.work(Queue.INGEST)
    with house.database.read() as tx:
        (record,) = tx.deliveries.list()
    assert record.state is DeliveryState.DEAD
    assert record.error is not None
    assert record.error.startswith(UnexpectedPayload.__name__)


@pytest.mark.parametrize("again", [news(), news(transcript=True)])
def test_a_deleted_call_does_not_come_back(house: House, again: CallNews) -> None:
    delete_call(house.scored().id, house.services)
    house.hand_in("again", again)
    house.work(Queue.INGEST, Queue.SCORE)
    assert [call.state for call in house.calls()] == [CallState.DELETED]
    assert house.profile() == {}


def test_a_lost_lease_keeps_nothing(house: House) -> None:
    house.provider.behind["m1"] = fetched()
    house.hand_in("t", news(transcript=True))
    with house.database.write() as tx:
        (claimed,) = tx.deliveries.claim(ClaimTerms(1, 60.0))
    house.go_on(seconds=61)
    with house.database.write() as tx:
        tx.deliveries.claim(ClaimTerms(1, 60.0))
    with pytest.raises(LeaseLost):
        ingest_delivery(claimed, house.services)
    assert house.calls() == []


def test_a_call_is_not_asked_for_within_the_time_of_grace(house: House) -> None:
    house.hand_in("ended", news())
    house.work(Queue.INGEST)
    house.clock = house.call().started_at + timedelta(seconds=300) + GRACE
    house.work(Queue.INGEST)
    assert (house.provider.asked, house.call().state) == ([], CallState.WAITING)


def test_after_grace_the_provider_is_asked_and_the_transcript_scored(house: House) -> None:
    waiting_call(house)
    house.provider.known["m1"] = fetched()
    house.work(Queue.INGEST, Queue.SCORE)
    assert (house.provider.asked, house.call().state) == (["m1"], CallState.SCORED)


def test_a_transcript_that_nobody_has_is_a_reason(house: House) -> None:
    waiting_call(house)
    house.work(Queue.INGEST, Queue.INGEST)
    call = house.call()
    assert (call.state, call.not_scorable) == (CallState.SKIPPED, NotScorable.NO_TRANSCRIPT)
    assert house.provider.asked == ["m1"]


def test_a_transcript_later_still_opens_the_call_again(house: House) -> None:
    waiting_call(house)
    house.work(Queue.INGEST)
    assert house.ingest().state is CallState.READY
    assert house.call().not_scorable is None


def test_a_vendor_that_is_away_is_asked_again_later(house: House) -> None:
    waiting_call(house)
    house.provider.known["m1"] = VendorUnavailable("zoom", "x")
    house.work(Queue.INGEST)
    assert house.call().state is CallState.WAITING
    house.provider.known["m1"] = fetched()
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.INGEST)
    assert house.call().state is CallState.READY


def meanwhile(house: House, act: Callable[[], None]) -> None:
    """Ask the provider for a waiting call; ``act`` happens before it answers."""
    waiting_call(house)
    with house.database.write() as tx:
        (claimed,) = tx.calls.claim_waiting(ClaimTerms(1, 60.0), ended_before=house.clock - GRACE)
    act()
    with pytest.raises(LeaseLost):
        look_for_transcript(claimed, house.services)


@pytest.mark.parametrize("content", [fetched(), fetched(Transcript(()))])
def test_a_transcript_that_comes_while_it_is_asked_for_wins(house: House, content: object) -> None:
    house.provider.behind["m1"] = content  # type: ignore[assignment]

    def arrive() -> None:
        house.hand_in("t", news(transcript=True))
        house.work(Queue.INGEST)

    meanwhile(house, arrive)
    assert house.call().state is not CallState.WAITING


def test_a_call_deleted_while_it_is_asked_for_stays_deleted(house: House) -> None:
    house.provider.known["m1"] = fetched()
    meanwhile(house, lambda: delete_call(house.call().id, house.services))
    assert house.call().state is CallState.DELETED


def test_a_fact_that_comes_while_a_transcript_is_asked_for_is_kept(house: House) -> None:
    waiting_call(house)
    with house.database.write() as tx:
        (claimed,) = tx.calls.claim_waiting(ClaimTerms(1, 60.0), ended_before=house.clock - GRACE)
        tx.calls.put(replace(claimed.item, recording_url="https://v.example/share"))
    look_for_transcript(claimed, house.services)
    assert house.call().recording_url == "https://v.example/share"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (fetched(Transcript(())), NotScorable.EMPTY_TRANSCRIPT),
        (fetched(Transcript(talk().turns[:1])), NotScorable.TOO_SHORT),
        (
            fetched(replace(talk(), turns=tuple(replace(t, speaker="") for t in talk().turns))),
            NotScorable.NO_SPEAKERS,
        ),
    ],
)
def test_a_call_that_says_nothing_of_its_rep_is_kept_with_the_reason(
    house: House, content: object, reason: NotScorable
) -> None:
    house.provider.behind["m1"] = content  # type: ignore[assignment]
    house.hand_in("t", news(transcript=True, duration_s=30.0))
    house.work(Queue.INGEST)
    assert (house.call().state, house.call().not_scorable) == (CallState.SKIPPED, reason)
