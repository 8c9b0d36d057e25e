"""The agreed next step and its day on a deal: both of the latest call, or no day at all."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.calls import Call, CallId, Side
from domain.facts import CallFacts, DealFact, ElementId
from jobs.crm_shown_values import ShownValues, shown_on_deal
from tests.jobs.crm_world import NOW, World, a_call, a_card, world
from tests.jobs.still_crm import StillCrm

DUE = date(2026, 12, 1)
EARLIER = a_call("c0", started_at=NOW - timedelta(days=9))


@pytest.fixture
def made(migrated: Path, tmp_path: Path) -> Iterator[World]:
    url = f"sqlite:///{shutil.copy(migrated, tmp_path / 'reploop.db')}"
    with world(url, StillCrm(), "7") as opened:
        opened.put(a_call(deal=opened.ref), a_card())
        yield opened


def step_of(made: World, call: Call) -> ShownValues:
    """What the deal shows once a day was agreed on that call."""
    fact = DealFact(
        element_id=ElementId("common.next_step"), value="A call", quote="Thursday at ten",
        turn_index=9, side=Side.BUYER, said_on=call.started_at.date(), due=DUE,
    )  # fmt: skip
    read = CallFacts(
        call_id=call.id, call_version=1, reader_name="builtin", reader_version="1",
        facts=(fact,), created_at=NOW,
    )  # fmt: skip
    with made.database.write() as tx:
        tx.calls.put(a_call(call.id, deal=made.ref, started_at=call.started_at))
        tx.facts.put(read)
        latest = tx.calls.get(CallId("c1"))
        assert latest is not None
        return shown_on_deal(tx, made.ref, latest, a_card(), made.services)


def test_the_day_of_the_latest_calls_step_is_shown(made: World) -> None:
    assert step_of(made, a_call()).values["next_step_date"] == DUE.isoformat()


def test_the_day_of_an_earlier_calls_step_is_not_put_beside_a_later_step(made: World) -> None:
    shown = step_of(made, EARLIER)
    assert shown.values["next_step"] is not None
    assert shown.values["next_step_date"] is None
    assert "next_step_date" not in shown.proofs
