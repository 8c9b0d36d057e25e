"""Limits of a CRM: it is asked once, and then left alone until it may be asked again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from domain.crm import CrmField, Guard, RecordKind, RecordWrite, RowResult, RowState
from domain.effects import EffectState
from domain.errors import RateLimited
from tests.jobs.crm_office import CALL, SNAPSHOT, Office, Open

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
        "NotYet: waiting for salesforce's limit",
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
