"""Limits of a CRM: it is asked once, and then left alone until it may be asked again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from domain.calls import CallId
from domain.changes import RecordRef
from domain.crm import CrmField, Guard, RecordKind, RecordWrite, RowResult, RowState
from domain.effects import EffectState, Queue
from domain.errors import RateLimited, VendorUnavailable, WriteRefused
from jobs.crm_brake import Braked
from jobs.crm_patience import heeding, later, limited_until
from jobs.crm_plan import plan
from jobs.crm_weekly import foremost
from jobs.pull_now import ask_for_pulls
from jobs.retries import BACKOFF_S, GiveUp, TryAgain, verdict
from jobs.score import crm_link
from jobs.work import work_off
from tests.jobs.crm_office import CALL, SNAPSHOT, Office, Open
from tests.jobs.crm_world import a_call, a_card

pytestmark = pytest.mark.slow
SLUG = "salesforce"


def limited(here: Office, seconds: float = 40.0) -> None:
    """The next request meets a limit."""
    here.crm.raises = [RateLimited(SLUG, seconds)]


def requests(here: Office) -> int:
    return sum(here.crm.asked.values())


def test_a_run_that_meets_a_limit_asks_nothing_more(opened: Open) -> None:
    here = opened(deals=230, batch=10)
    here.fields(CALL, SNAPSHOT)
    limited(here)
    done = here.push()
    assert (requests(here), done.changed) == (1, 0)
    assert done.ends == {"pending": 230 + 230 + 1}
    assert set(done.errors) == {
        "RateLimited: salesforce: rate limited, retry after 40 s",
        "NotYet: waiting for salesforce's limit until 2026-11-25 12:19 UTC",
    }


def test_what_was_not_begun_is_not_taken_up_to_be_told_to_wait(opened: Open) -> None:
    here = opened(deals=230)
    limited(here)
    here.sync()
    tries = Counter(here.row(each).attempts for each in here.crm.deals)
    assert tries == {1: 100, 0: 130}
    here.tick(60)
    here.ask()
    assert {here.row(each).state for each in here.crm.deals} == {EffectState.SENT}


def test_everything_is_done_once_the_limit_is_over(opened: Open) -> None:
    here = opened(deals=12, batch=5)
    here.fields(CALL, SNAPSHOT)
    limited(here)
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        here.tick(seconds)

    done = here.push(patience_s=60, sleep=sleep)
    assert done.ends == {"sent": 12 + 12 + 1}
    assert 40 <= sum(waits) < 45


def test_another_process_leaves_it_alone_too(opened: Open) -> None:
    here = opened(deals=2)
    limited(here)
    here.sync("d1")
    asked = requests(here)
    here.sync("d2")
    assert requests(here) == asked
    here.tick(60)
    here.ask()
    assert {here.row(each).state for each in ("d1", "d2")} == {EffectState.SENT}


def test_no_number_of_limits_ends_a_row(opened: Open) -> None:
    here = opened(deals=2, batch=1)
    for _ in range(20):
        limited(here)
        here.sync()
        assert {here.row(each).state for each in here.crm.deals} == {EffectState.PENDING}
        here.tick(4_000)
    here.ask()
    assert {here.row(each).state for each in here.crm.deals} == {EffectState.SENT}


class Halfway:
    """Writes of which only the first row is done before a limit; or before a lock."""

    def __init__(self, here: Office, *, whole: bool) -> None:
        self._write, self._whole = here.crm.write, whole

    def __call__(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        done = dict(self._write(kind, rows[:1], fields))
        late = RowResult(RowState.UNSURE, "stopped there", after_s=30.0, limited=self._whole)
        return done | {row.id: late for row in rows[1:]}


@pytest.mark.parametrize("guard", list(Guard))
def test_a_limit_within_a_batch_is_heeded_by_the_next(
    opened: Open, monkeypatch: pytest.MonkeyPatch, guard: Guard
) -> None:
    here = opened(guard=guard, deals=6, batch=3)
    monkeypatch.setattr(here.crm, "write", Halfway(here, whole=True))
    here.sync()
    assert (here.crm.asked["read"], here.crm.asked["write"]) == (1, 1)
    monkeypatch.undo()
    here.tick(60)
    here.ask()
    assert {here.row(each).state for each in here.crm.deals} == {EffectState.SENT}


def test_a_record_that_has_to_wait_holds_up_no_other(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = opened(deals=6, batch=3)
    monkeypatch.setattr(here.crm, "write", Halfway(here, whole=False))
    here.sync()
    states = [here.row(each).state for each in here.crm.deals]
    assert states.count(EffectState.SENT) == 2
    assert here.row("d2").error == "Unsettled: salesforce: stopped there"


def test_the_limit_of_one_crm_is_not_that_of_another(opened: Open) -> None:
    here = opened()
    other = replace(here.crm, slug="hubspot", raises=[RateLimited("hubspot", 40)])
    here.having(crms={SLUG: here.crm, "hubspot": other})
    here.having(crm_fields={**here.services.crm_fields, "hubspot": here.fields_of("hubspot")})
    here.add_call_at("hubspot", "h1", "d1")
    done = here.push()
    assert done.ends == {"sent": 1, "pending": 1}


def test_a_record_that_changed_just_now_is_written_as_soon_as_the_crm_can_tell(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = opened()
    early = RowResult(RowState.STALE, "changed in the moment it was read", after_s=3.0)
    monkeypatch.setattr(here.crm, "write", lambda _kind, rows, _fields: {rows[0].id: early})
    for _ in range(10):
        here.sync()
    assert here.row("d1").state is EffectState.PENDING
    monkeypatch.undo()
    here.tick(3)
    here.ask()
    assert here.row("d1").state is EffectState.SENT


def test_of_two_limits_the_one_that_ends_later_counts(opened: Open) -> None:
    here = opened(deals=2)
    for seconds in (900, 1, 600):
        with pytest.raises(RateLimited), heeding(here.services):
            raise RateLimited(SLUG, seconds)
    here.tick(890)
    here.sync()
    assert requests(here) == 0
    here.tick(10)
    here.ask()
    assert here.row("d1").state is EffectState.SENT


def test_a_push_that_somebody_begins_asks_at_once(opened: Open) -> None:
    here = opened(deals=2)
    limited(here, 86_400)
    here.sync()
    assert here.push().ends == {"sent": 2}


def test_a_pull_on_demand_ends_the_wait_of_that_crm_alone(opened: Open) -> None:
    here = opened(deals=120)
    limited(here, 86_400)
    here.sync()
    with pytest.raises(RateLimited), heeding(here.services):
        raise RateLimited("hubspot", 86_400)
    ask_for_pulls([SLUG], here.services, full=False)
    here.ask()
    assert {here.row(each).state for each in here.crm.deals} == {EffectState.SENT}
    with here.world.database.read() as tx:
        assert limited_until(tx, SLUG, here.services) is None
        assert limited_until(tx, "hubspot", here.services) is not None


def test_a_plan_is_made_while_a_limit_lasts(opened: Open) -> None:
    here = opened()
    limited(here)
    here.sync()
    (deal,) = plan(here.services, crms=(SLUG,))
    assert deal.writes


def test_a_rolling_back_is_not_held_up_and_its_own_limit_is_heeded(opened: Open) -> None:
    here = opened(deals=2)
    done = here.push()
    limited(here)
    here.sync()
    here.roll_back(done.run)
    assert here.stands("last_call_medal") is None
    here.tick(60)
    here.news(90.0)
    again = here.push()
    limited(here)
    with pytest.raises(RateLimited):
        here.roll_back(again.run)
    asked = requests(here)
    here.sync()
    assert requests(here) == asked


def some_limited(results: Mapping[str, RowResult]) -> Mapping[str, RowResult]:
    """All but the first row."""
    late = RowResult(RowState.UNSURE, "stopped there", after_s=30.0, limited=True)
    return {key: late if n else result for n, (key, result) in enumerate(results.items())}


@pytest.mark.parametrize("method", ["ensure", "remove"])
def test_a_limit_while_records_are_made_or_taken_back_is_heeded(
    opened: Open, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    here = opened(deals=6, batch=3)
    here.fields(CALL)
    calls = [f"c{n}" for n in range(1, 7)]
    if method == "remove":
        here.sync_calls(*calls)
        with here.world.database.write() as tx:
            for call_id in calls:
                tx.calls.link(CallId(call_id), deal=None, reason="it was another's")
    true = getattr(here.crm, method)
    monkeypatch.setattr(here.crm, method, lambda *given: some_limited(true(*given)))
    before = here.crm.asked[method]
    here.sync_calls(*calls)
    assert here.crm.asked[method] == before + 1
    for _ in range(10):
        here.tick(60)
        here.ask()
    assert {here.row(each).state for each in calls} <= {EffectState.SENT, EffectState.PENDING}
    monkeypatch.undo()
    here.tick(60)
    here.ask()
    assert {here.row(each).state for each in calls} == {EffectState.SENT}


def test_nothing_is_noted_for_a_record_that_was_not_asked_for(opened: Open) -> None:
    here = opened()
    here.fields(CALL)
    limited(here, 900)
    here.sync("d1")
    for _ in range(3):
        here.sync_calls("c1")
    with here.world.database.read() as tx:
        assert tx.changes.begun(RecordRef(SLUG, CALL, "c1")) == []


def test_a_persons_value_that_could_not_be_put_back_is_put_back_however_late(
    opened: Open,
) -> None:
    here = opened(guard=Guard.HISTORY)
    field = here.name("next_step")

    def meanwhile(_row: RecordWrite) -> None:
        if here.stands("next_step") != "Theirs":
            here.crm.edit_as_person(field, "Theirs")
        here.crm.refuses = {field: "Frozen"}

    here.crm.before_write = meanwhile
    here.sync()
    here.crm.before_write = lambda _row: None
    assert here.stands("next_step") != "Theirs"
    for _ in range(20):
        here.tick(700)
        here.ask()
    row = here.row("d1")
    assert (row.state, row.error) == (
        EffectState.PENDING,
        "Unsettled: salesforce: a person's value is still to be put back: Frozen",
    )
    here.crm.refuses = {}
    here.tick(700)
    here.ask()
    assert here.stands("next_step") == "Theirs"
    assert here.row("d1").state is EffectState.SENT


def test_what_only_waits_for_a_history_or_was_not_tried_ends_no_row() -> None:
    waits = RowResult(RowState.UNSURE, "its history lags", after_s=30.0, counts=False)
    assert verdict(later(SLUG, waits), 50) == TryAgain(BACKOFF_S[-1], counts=False)
    assert verdict(later(SLUG, waits), 1) == TryAgain(30.0, counts=False)
    failed = RowResult(RowState.UNSURE, "a flow failed", after_s=30.0)
    assert verdict(later(SLUG, failed), 1) == TryAgain(30.0)
    assert verdict(later(SLUG, failed), 50) == GiveUp()


@pytest.mark.parametrize("guard", list(Guard))
def test_a_record_that_fails_each_time_is_given_up_in_the_end(
    opened: Open, monkeypatch: pytest.MonkeyPatch, guard: Guard
) -> None:
    here = opened(guard=guard)
    late = RowResult(RowState.UNSURE, "a flow failed", after_s=10.0)
    monkeypatch.setattr(here.crm, "write", lambda _kind, rows, _fields: {rows[0].id: late})
    here.sync()
    for _ in range(10):
        here.tick(3_600)
        here.ask()
    assert here.row("d1").state is EffectState.DEAD


def test_a_call_without_a_buyers_address_waits_for_no_crm(opened: Open) -> None:
    here = opened()
    limited(here)
    here.sync()
    for call_id, buyers in (("alone", ()), ("met", a_call().participants)):
        call = a_call(call_id, deal=None, participants=buyers)
        with here.world.database.write() as tx:
            tx.calls.put(call)
            tx.scorecards.add_if_new(a_card(call_id))
            tx.outbox.request(crm_link(CallId(call_id)))
    work_off(Queue.SYNC, here.services)
    assert here.row("alone").state is EffectState.SENT
    assert (here.row("met").error or "").startswith("NotYet: waiting for salesforce's limit")


def test_a_refused_row_of_a_week_hides_none_that_only_waits() -> None:
    assert isinstance(foremost([WriteRefused(SLUG, "no"), RateLimited(SLUG, 9)]), RateLimited)
    assert isinstance(
        foremost([WriteRefused(SLUG, "no"), VendorUnavailable(SLUG, "503"), Braked(SLUG, "stop")]),
        Braked,
    )
    assert isinstance(foremost([WriteRefused(SLUG, "no")]), WriteRefused)
