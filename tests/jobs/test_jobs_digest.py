"""One digest a person and week, that tells each thing once and as it stands."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.actions import Action
from domain.attention import CAP, CHOSEN, UNUSED, DigestItem, Preferences
from domain.effects import EffectKind, EffectRecord, Queue
from domain.notices import Digest
from domain.people import Person, PersonId
from domain.ports import CallScoredNotice
from domain.webhooks import Delivery
from jobs.corrections import delete_call, rescore_call
from jobs.digest import plan_digests
from tests.jobs.fakes import ANA, MIA, House, fetched, talk

FRIDAY = datetime(2026, 11, 27, 15, tzinfo=UTC)
CALL = EffectKind.SLACK_CALL_SCORED
TO_DIGEST = Preferences(
    quiet_from=0, quiet_until=0, quiet_weekend=False, weekly_cap=500, in_digest=(CALL,)
)
KEY = f"slack:digest:{ANA.id}:2026-W48"


def prefers(house: House, chosen: Preferences = TO_DIGEST, person: Person = ANA) -> None:
    with house.database.write() as tx:
        tx.attention.put_preferences(person.id, chosen)


def waits(house: House, ref: str = "m1") -> str:
    """A scored call of Ana's whose message waits for the digest; returns its key."""
    prefers(house)
    house.scored(ref, fetched(talk()))
    house.work(Queue.DELIVER)
    return f"slack:call:{house.call(ref).id}"


def told(house: House) -> list[Digest]:
    """Every digest that was sent."""
    return [notice for _, _, notice in house.messenger.sent if isinstance(notice, Digest)]


def on_friday(house: House) -> list[Digest]:
    house.clock = FRIDAY
    plan_digests(house.services)
    house.work(Queue.DELIVER)
    return told(house)


def press(house: House, name: str, by: Person = ANA, **value: str) -> None:
    number = f"a{len(house.actions)}"
    house.actions[number] = Action(id=number, by=by.slack_user_id or "", name=name, value=value)
    house.database.keep_deliveries([Delivery("slack", number, "act", house.clock, b"{}")])
    house.work(Queue.INGEST)


def test_what_waited_comes_on_friday_afternoon(house: House) -> None:
    key = waits(house)
    (digest,) = on_friday(house)
    assert [(line.key, line.kind) for line in digest.lines] == [(key, CALL)]
    assert isinstance(digest.lines[0].notice, CallScoredNotice)


def test_before_friday_afternoon_nothing_comes(house: House) -> None:
    waits(house)
    house.clock = FRIDAY - timedelta(seconds=1)
    assert plan_digests(house.services) == 0


def test_friday_afternoon_is_that_of_the_persons_own_zone(house: House) -> None:
    waits(house)
    house.change(replace(ANA, time_zone="America/Los_Angeles"))
    assert on_friday(house) == []
    house.go_on(hours=8)
    assert plan_digests(house.services) == 1


def test_without_anything_that_waits_there_is_no_digest(house: House) -> None:
    house.clock = FRIDAY
    assert plan_digests(house.services) == 0
    assert house.effects(EffectKind.SLACK_DIGEST) == []


def test_three_clocks_at_once_make_one_digest(house: House) -> None:
    waits(house)
    house.clock = FRIDAY
    with ThreadPoolExecutor(3) as clocks:
        planned = list(clocks.map(plan_digests, [house.services] * 3))
    house.work(Queue.DELIVER)
    house.work(Queue.DELIVER)
    assert sum(planned) == 1
    assert len(told(house)) == 1


def test_a_crash_before_the_commit_leaves_everything_waiting(house: House) -> None:
    key = waits(house)

    def die() -> None:
        raise KeyboardInterrupt

    house.clock = FRIDAY
    house.acts["digest.before_commit"] = die
    with pytest.raises(KeyboardInterrupt):
        plan_digests(house.services)
    with house.database.read() as tx:
        assert [item.key for item in tx.attention.waiting(ANA.id)] == [key]
    assert len(on_friday(house)) == 1


def test_what_comes_later_waits_for_next_weeks_digest(house: House) -> None:
    first = waits(house)
    on_friday(house)
    second = waits(house, "m2")
    assert len(on_friday(house)) == 1
    house.go_on(days=7)
    plan_digests(house.services)
    house.work(Queue.DELIVER)
    assert [[line.key for line in each.lines] for each in told(house)] == [[first], [second]]


def test_what_is_no_longer_true_is_left_out(house: House) -> None:
    gone, stays = waits(house), waits(house, "m2")
    house.clock = FRIDAY
    plan_digests(house.services)
    delete_call(house.call("m1").id, house.services)
    house.work(Queue.DELIVER)
    (digest,) = told(house)
    assert [line.key for line in digest.lines] == [stays] != [gone]


def test_a_digest_of_nothing_true_is_not_sent(house: House) -> None:
    waits(house)
    house.clock = FRIDAY
    plan_digests(house.services)
    delete_call(house.call().id, house.services)
    house.work(Queue.DELIVER)
    assert told(house) == []


def test_a_call_that_is_scored_again_waits_for_the_next_digest(house: House) -> None:
    key = waits(house)
    rescore_call(house.call().id, house.services)
    assert on_friday(house) == []
    with house.database.read() as tx:
        assert [item.key for item in tx.attention.waiting(ANA.id)] == [key]


def test_what_is_scored_again_after_the_digest_was_planned_is_told_in_the_next(
    house: House,
) -> None:
    first, second = waits(house, "m1"), waits(house, "m2")
    house.clock = FRIDAY
    plan_digests(house.services)
    rescore_call(house.call("m1").id, house.services)
    house.work(Queue.DELIVER)
    (digest,) = told(house)
    assert [line.key for line in digest.lines] == [second]
    house.work(Queue.SCORE, Queue.DELIVER)
    house.clock = FRIDAY + timedelta(weeks=1)
    plan_digests(house.services)
    house.work(Queue.DELIVER)
    assert [line.key for line in told(house)[1].lines] == [first]


def test_a_digest_that_can_tell_nothing_yet_waits_and_loses_nothing(house: House) -> None:
    key = waits(house)
    house.clock = FRIDAY
    plan_digests(house.services)
    rescore_call(house.call().id, house.services)
    house.work(Queue.DELIVER)
    assert told(house) == []
    house.work(Queue.SCORE)
    house.go_on(minutes=2)
    house.work(Queue.DELIVER)
    assert [line.key for (digest,) in [told(house)] for line in digest.lines] == [key]


def test_what_was_sent_by_itself_while_it_waited_is_in_no_digest(house: House) -> None:
    key = waits(house)
    press(house, "digest.show", key=key)
    house.work(Queue.DELIVER)
    assert len(house.messenger.sent) == 1
    assert on_friday(house) == []


def test_who_snoozes_gets_no_digest_that_week(house: House) -> None:
    waits(house)
    prefers(house, replace(TO_DIGEST, snoozed_until=FRIDAY + timedelta(days=3)))
    assert on_friday(house) == []
    house.go_on(days=7)
    assert plan_digests(house.services) == 1


def test_who_left_gets_no_digest(house: House) -> None:
    waits(house)
    house.change(replace(ANA, active=False))
    assert on_friday(house) == []


def test_the_digest_never_goes_into_the_digest(house: House) -> None:
    waits(house)
    prefers(house, replace(TO_DIGEST, weekly_cap=1, in_digest=tuple(EffectKind)))
    assert len(on_friday(house)) == 1


# ── its buttons ─────────────────────────────────────────────────────────────────────────


def test_one_thing_can_be_shown_by_itself_after_all(house: House) -> None:
    key = waits(house)
    on_friday(house)
    press(house, "digest.show", key=key)
    house.work(Queue.DELIVER)
    assert [sent for sent, _, _ in house.messenger.sent] == [KEY, key]


def test_nobody_else_can_have_it_shown(house: House) -> None:
    key = waits(house)
    on_friday(house)
    press(house, "digest.show", MIA, key=key)
    house.work(Queue.DELIVER)
    assert [sent for sent, _, _ in house.messenger.sent] == [KEY]


def fell_back(house: House, key: str, because: str = UNUSED) -> None:
    with house.database.write() as tx:
        item = DigestItem(key=key, kind=CALL, to=ANA.id, at=house.clock, because=because)
        tx.attention.wait(item)


def test_that_a_kind_fell_back_is_said_once(house: House) -> None:
    for week, ref in enumerate(("m1", "m2")):
        house.scored(ref, fetched(talk()))
        fell_back(house, f"slack:call:{house.call(ref).id}")
        house.work(Queue.DELIVER)
        house.clock = FRIDAY + timedelta(days=7 * week)
        plan_digests(house.services)
        house.work(Queue.DELIVER)
    assert [digest.fell_back for digest in told(house)] == [(CALL,), ()]


@pytest.mark.parametrize("because", [CAP, CHOSEN])
def test_what_was_chosen_or_too_much_is_not_said_to_have_fallen_back(
    house: House, because: str
) -> None:
    house.scored()
    fell_back(house, f"slack:call:{house.call().id}", because)
    (digest,) = on_friday(house)
    assert digest.fell_back == ()


def test_falling_back_can_be_undone(house: House) -> None:
    prefers(house)
    press(house, "digest.keep", kind=CALL.value)
    with house.database.read() as tx:
        chosen = tx.attention.preferences(ANA.id)
    assert chosen is not None
    assert (chosen.by_itself, chosen.over(Preferences()).in_digest) == ((CALL,), ())


def record(house: House, key: str) -> EffectRecord:
    (found,) = [r for r in house.effects() if r.effect.key == key]
    return found


def test_what_is_shown_by_itself_counts_against_no_budget(house: House) -> None:
    key = waits(house)
    on_friday(house)
    press(house, "digest.show", key=key)
    house.work(Queue.DELIVER)
    assert record(house, key).remote_id is not None
    with house.database.read() as tx:
        assert tx.attention.sent_to(ANA.id, since=FRIDAY - timedelta(days=9), kinds=[CALL]) == 0


ZONES = (
    "Pacific/Honolulu", "America/Los_Angeles", "America/New_York", "America/Sao_Paulo", "UTC",
    "Europe/London", "Europe/Berlin", "Africa/Nairobi", "Asia/Kolkata", "Asia/Tokyo",
    "Australia/Lord_Howe", "Pacific/Kiritimati",
)  # fmt: skip


@pytest.mark.parametrize("first", ["2026-10-16", "2026-03-06"], ids=["autumn", "spring"])
def test_everybody_has_one_digest_a_week_in_every_zone_and_over_both_clock_changes(
    house: House, first: str
) -> None:
    people = [
        replace(ANA, id=PersonId(f"p{n}"), email=f"p{n}@x.example", slack_user_id=None, time_zone=z)
        for n, z in enumerate(ZONES)
    ]
    house.change(*people)
    start = datetime.fromisoformat(first).replace(tzinfo=UTC)
    for week in range(4):
        for person in people:
            item = DigestItem(key=f"{person.id}:{week}", kind=CALL, to=person.id, at=start,
                              because=CAP)  # fmt: skip
            with house.database.write() as tx:
                tx.attention.wait(item)
        for hours in range(0, 84, 2):
            house.clock = start + timedelta(days=7 * week, hours=hours)
            plan_digests(house.services)
            plan_digests(house.services)
    keys = [each.effect.key for each in house.effects(EffectKind.SLACK_DIGEST)]
    assert len(keys) == len(set(keys)) == 4 * len(people)
    with house.database.read() as tx:
        assert tx.attention.who_waits() == []
