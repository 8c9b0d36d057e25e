"""A transcript of one's own becomes a call like any other, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import Call, CallState, CallType, NotScorable, RepReason, Side, Transcript
from domain.effects import Queue
from domain.people import PersonId
from jobs.corrections import delete_call
from jobs.import_call import OwnTranscript, import_call
from tests.jobs.fakes import ANA, NOW, House, talk


def own(**changes: object) -> OwnTranscript:
    handed_in = OwnTranscript(
        ref="sha256:1", title="Demo with Buyer", transcript=talk(),
        started_at=NOW - timedelta(days=1), rep="Ana Lee",
    )  # fmt: skip
    return replace(handed_in, **changes)  # type: ignore[arg-type]


def labelled(speaker: str) -> Transcript:
    return Transcript(
        tuple(replace(t, speaker=speaker) if t.speaker == "Ana Lee" else t for t in talk().turns)
    )


def rep_words(house: House, call: Call) -> set[str]:
    with house.database.read() as tx:
        transcript = tx.calls.transcript(call.id)
    assert transcript is not None
    return {turn.speaker for turn in transcript.of_side(Side.REP)}


def test_an_imported_transcript_is_scored_like_any_call(house: House) -> None:
    call, new = import_call(own(), house.services)
    assert (new, call.state, call.provider) == (True, CallState.READY, "file")
    assert (call.call_type, call.duration_s) == (CallType.DEMO, 300.0)
    assert house.queue.rung == [Queue.SCORE]
    house.work(Queue.SCORE)
    assert {rep for rep, _ in house.profile()} == {ANA.id}


def test_the_same_bytes_twice_are_one_call(house: House) -> None:
    first, _ = import_call(own(), house.services)
    again, new = import_call(own(title="Renamed"), house.services)
    assert (again, new) == (first, False)
    assert len(house.calls()) == 1


def test_the_same_bytes_do_not_bring_a_deleted_call_back(house: House) -> None:
    call, _ = import_call(own(), house.services)
    delete_call(call.id, house.services)
    again, new = import_call(own(), house.services)
    assert (again.state, new) == (CallState.DELETED, False)


@pytest.mark.parametrize(
    ("rep", "speaker", "rep_id"),
    [
        ("ana@seller.example", "Ana Lee", ANA.id),
        ("ANA@Seller.Example", "Ana Lee", ANA.id),
        ("Ana Lee", "Ana Lee", ANA.id),
        ("Speaker 1", "Speaker 1", None),
        ("Unknown Person", "Unknown Person", None),
    ],
)
def test_the_rep_is_given_by_email_by_name_or_by_label(
    house: House, rep: str, speaker: str, rep_id: PersonId | None
) -> None:
    call, _ = import_call(own(rep=rep, transcript=labelled(speaker)), house.services)
    assert (call.state, call.rep_id, call.rep_reason) == (
        CallState.READY, rep_id, RepReason.GIVEN,
    )  # fmt: skip
    assert rep_words(house, call) == {speaker}


def test_a_rep_who_is_not_named_is_found_by_name(house: House) -> None:
    call, _ = import_call(own(rep=None), house.services)
    assert (call.rep_id, call.rep_reason) == (ANA.id, RepReason.NAME)


@pytest.mark.parametrize("rep", ["Xaver Holm", "xaver@seller.example"])
def test_a_rep_who_does_not_speak_is_a_reason(house: House, rep: str) -> None:
    call, new = import_call(own(rep=rep), house.services)
    assert (new, call.state, call.not_scorable) == (True, CallState.SKIPPED, NotScorable.NO_REP)


def test_an_empty_transcript_is_a_reason(house: House) -> None:
    call, new = import_call(own(transcript=Transcript(())), house.services)
    assert (new, call.state, call.not_scorable) == (
        True, CallState.SKIPPED, NotScorable.EMPTY_TRANSCRIPT,
    )  # fmt: skip
    assert len(house.calls()) == 1


def test_the_type_of_call_can_be_given(house: House) -> None:
    call, _ = import_call(own(call_type=CallType.RENEWAL), house.services)
    assert call.call_type is CallType.RENEWAL
