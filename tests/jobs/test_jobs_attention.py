"""What is held, what goes into the digest, and what counts as an act."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.actions import Action
from domain.attention import Preferences, SentMessage
from domain.effects import Effect, EffectKind, EffectState, Queue
from domain.people import Person, PersonId
from domain.webhooks import Delivery
from jobs.attention import IN_THE_DIGEST, WEEK_OVER, looked
from jobs.pages_home import home_page
from jobs.services import Thresholds
from jobs.work import work_off
from tests.jobs.fakes import ANA, MIA, NOW, House, fetched, talk

USUAL = Preferences()
FRIDAY_NIGHT = datetime(2026, 11, 27, 22, tzinfo=UTC)
MONDAY_8 = datetime(2026, 11, 30, 8, tzinfo=UTC)
CALL = EffectKind.SLACK_CALL_SCORED


def prefers(house: House, chosen: Preferences, person: Person = ANA) -> None:
    with house.database.write() as tx:
        tx.attention.put_preferences(person.id, chosen)


def scored(house: House, ref: str = "m1") -> str:
    """A scored call of Ana's; its message is due and not sent yet. Returns its key."""
    house.scored(ref, fetched(talk()))
    return f"slack:call:{house.call(ref).id}"


def deliver(house: House) -> list[str]:
    """One round of sending; the keys of all that was sent so far."""
    house.work(Queue.DELIVER)
    return [key for key, _, _ in house.messenger.sent]


def state(house: House, key: str) -> tuple[EffectState, str | None]:
    with house.database.read() as tx:
        record = tx.outbox.get(key)
    assert record is not None
    return record.state, record.error


def was_sent(house: House, number: int, *, acted: int = 0, days_ago: float = 10.0) -> None:
    """So many call messages went to Ana some days ago, of which she acted on some."""
    with house.database.write() as tx:
        for n in range(number):
            at = NOW - timedelta(days=days_ago)
            message = SentMessage(
                key=f"old:{days_ago}:{n}", kind=CALL, to=ANA.id, sent_at=at, remote_id=f"D:{n}"
            )
            tx.attention.note_sent(message)
            if n < acted:
                tx.attention.acted(f"D:{n}", "link", at)


# ── holding ─────────────────────────────────────────────────────────────────────────────


def test_a_message_of_the_night_is_sent_in_the_morning(house: House) -> None:
    prefers(house, USUAL)
    key = scored(house)
    house.clock = FRIDAY_NIGHT
    assert deliver(house) == []
    assert state(house, key) == (EffectState.PENDING, "quiet hours")
    house.clock = MONDAY_8
    assert deliver(house) == [key]


def test_what_is_held_uses_up_no_attempt(house: House) -> None:
    prefers(house, USUAL)
    key = scored(house)
    house.clock = FRIDAY_NIGHT
    for _ in range(20):
        deliver(house)
        house.go_on(hours=1)
    house.clock = MONDAY_8
    assert deliver(house) == [key]


def test_who_ends_a_snooze_hears_within_half_an_hour(house: House) -> None:
    prefers(house, replace(USUAL, snoozed_until=NOW + timedelta(days=14)))
    key = scored(house)
    assert deliver(house) == []
    prefers(house, USUAL)
    house.go_on(minutes=30)
    assert deliver(house) == [key]


def test_an_answer_comes_at_night(house: House) -> None:
    prefers(house, replace(USUAL, snoozed_until=FRIDAY_NIGHT + timedelta(days=9)))
    house.clock = FRIDAY_NIGHT
    house.ask_for(
        Effect(
            kind=EffectKind.SLACK_ANSWER,
            key="answer:1",
            payload={"asked_by": ANA.slack_user_id or "", "text": "help"},
        )
    )
    assert deliver(house) == ["answer:1"]


def test_a_new_state_of_a_message_that_is_there_is_never_held(house: House) -> None:
    key = scored(house)
    deliver(house)
    prefers(house, replace(USUAL, in_digest=(CALL,), snoozed_until=NOW + timedelta(days=3)))
    with house.database.write() as tx:
        record = tx.outbox.get(key)
        assert record is not None
        tx.outbox.request(record.effect)
    deliver(house)
    assert [remote for remote, _, _ in house.messenger.edited] == ["post-1"]


def test_an_agenda_whose_week_passed_while_it_was_held_is_left_out(house: House) -> None:
    from jobs.plan_agendas import plan_agendas

    house.clock = datetime(2026, 11, 23, 9, tzinfo=UTC)
    plan_agendas(house.services)
    prefers(house, replace(USUAL, snoozed_until=MONDAY_8), MIA)
    prefers(house, replace(USUAL, snoozed_until=MONDAY_8), person_named(house, "otto"))
    assert deliver(house) == []
    house.clock = MONDAY_8
    assert deliver(house) == []
    assert state(house, f"slack:agenda:{MIA.id}:2026-W48") == (EffectState.SKIPPED, WEEK_OVER)


def person_named(house: House, person_id: str) -> Person:
    with house.database.read() as tx:
        found = tx.people.organisation().person(PersonId(person_id))
    assert found is not None
    return found


# ── the budget ──────────────────────────────────────────────────────────────────────────


def test_no_more_than_the_weeks_budget_is_sent_however_many_are_due_at_once(house: House) -> None:
    services = house.services_with(
        thresholds=Thresholds(
            min_rep_words=10,
            parallel=8,
            attention=Preferences(quiet_from=0, quiet_until=0, quiet_weekend=False, weekly_cap=3),
        )
    )
    keys = {scored(house, f"m{n}") for n in range(8)}
    work_off(Queue.DELIVER, services)
    sent = {key for key, _, _ in house.messenger.sent}
    assert len(sent) == 3
    assert {state(house, key) for key in keys - sent} == {(EffectState.SKIPPED, IN_THE_DIGEST)}
    with house.database.read() as tx:
        assert {item.key for item in tx.attention.waiting(ANA.id)} == keys - sent


def test_last_weeks_messages_do_not_count(house: House) -> None:
    was_sent(house, 12, acted=12, days_ago=4.0)  # Saturday
    prefers(house, USUAL)
    key = scored(house)
    assert deliver(house) == [key]


def test_a_message_that_was_granted_its_place_is_sent_after_a_failure(house: House) -> None:
    from domain.errors import VendorUnavailable

    prefers(house, replace(USUAL, weekly_cap=1))
    key = scored(house)
    house.messenger.raises.append(VendorUnavailable("slack", "down"))
    assert deliver(house) == []
    house.go_on(hours=1)
    assert deliver(house) == [key]


def test_what_waits_for_the_digest_is_not_sent_when_the_budget_grows(house: House) -> None:
    prefers(house, replace(USUAL, in_digest=(CALL,)))
    key = scored(house)
    deliver(house)
    prefers(house, USUAL)
    with house.database.write() as tx:
        record = tx.outbox.get(key)
        assert record is not None
        tx.outbox.request(record.effect)
    assert deliver(house) == []
    assert state(house, key) == (EffectState.SKIPPED, IN_THE_DIGEST)


# ── what nobody acts on ─────────────────────────────────────────────────────────────────


def test_a_kind_that_is_not_acted_on_falls_back_to_the_digest(house: House) -> None:
    was_sent(house, 5, acted=1)
    key = scored(house)
    assert deliver(house) == []
    assert state(house, key) == (EffectState.SKIPPED, IN_THE_DIGEST)


def test_todays_messages_have_not_been_ignored_yet(house: House) -> None:
    was_sent(house, 5, days_ago=0.5)
    key = scored(house)
    assert deliver(house) == [key]


def test_after_six_weeks_it_is_tried_again(house: House) -> None:
    was_sent(house, 5, days_ago=43.0)
    key = scored(house)
    assert deliver(house) == [key]


# ── acts ────────────────────────────────────────────────────────────────────────────────


def acted(house: House, person: Person = ANA) -> tuple[int, int]:
    """(sent, acted on) of the messages about calls."""
    with house.database.read() as tx:
        return tx.attention.rates(since=NOW - timedelta(days=9), to=person.id).get(CALL, (0, 0))


def test_any_button_on_a_message_is_an_act(house: House) -> None:
    scored(house)
    deliver(house)
    assert acted(house) == (1, 0)
    press = Action(
        id="a1", by=ANA.slack_user_id or "", name="nothing.known", channel="D1", message="post-1"
    )
    house.actions["a1"] = press
    house.database.keep_deliveries([Delivery("slack", "a1", "act", NOW, b"{}")])
    house.work(Queue.INGEST)
    assert acted(house) == (1, 1)


def test_opening_the_page_a_message_is_about_is_an_act(house: House) -> None:
    scored(house)
    deliver(house)
    look_at(house, f"call:{house.call().id}")
    assert acted(house) == (1, 1)


def test_opening_another_page_is_none(house: House) -> None:
    scored(house)
    deliver(house)
    look_at(house, "call:other")
    assert acted(house) == (1, 0)


def test_somebody_elses_look_is_none(house: House) -> None:
    scored(house)
    deliver(house)
    look_at(house, f"call:{house.call().id}", MIA)
    assert acted(house) == (1, 0)


def test_a_look_after_more_than_a_week_is_none(house: House) -> None:
    scored(house)
    deliver(house)
    house.go_on(days=7.1)
    look_at(house, f"call:{house.call().id}")
    assert acted(house) == (1, 0)


def look_at(house: House, subject: str, person: Person = ANA) -> None:
    with house.database.write() as tx:
        looked(person, subject, tx, house.services)


def test_a_page_that_is_opened_counts_for_the_agenda(house: House) -> None:
    from jobs.plan_agendas import plan_agendas

    house.clock = datetime(2026, 11, 23, 9, tzinfo=UTC)
    plan_agendas(house.services)
    deliver(house)
    home_page(MIA, house.services)
    with house.database.read() as tx:
        found = tx.attention.rates(since=NOW - timedelta(days=9), to=MIA.id)
    assert found == {EffectKind.SLACK_AGENDA: (1, 1)}


def test_a_message_on_its_way_is_in_no_rate(house: House) -> None:
    with house.database.write() as tx:
        tx.attention.note_sent(
            SentMessage(key="k", kind=CALL, to=ANA.id, sent_at=NOW, remote_id="")
        )
        assert tx.attention.rates(since=NOW - timedelta(days=1)) == {}
        assert tx.attention.sent_to(ANA.id, since=NOW - timedelta(days=1), kinds=[CALL]) == 1


def test_what_is_held_is_no_look_at_anybodys_figures(house: House) -> None:
    from jobs.plan_agendas import plan_agendas

    house.clock = datetime(2026, 11, 23, 9, tzinfo=UTC)
    plan_agendas(house.services)
    for manager in (MIA, person_named(house, "otto")):
        prefers(house, replace(USUAL, snoozed_until=NOW), manager)
    for _ in range(5):
        deliver(house)
        house.go_on(hours=1)
    assert looks(house) == 0
    house.clock = NOW
    deliver(house)
    assert looks(house) == 1


def looks(house: House) -> int:
    """How often somebody else was shown figures of Ana's."""
    with house.database.read() as tx:
        return len(tx.audit.looks([f"rep:{ANA.id}"], since=NOW - timedelta(days=9)))
