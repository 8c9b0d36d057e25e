from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.calls import CallId, Side
from domain.deals import DealRef, Money
from domain.facts import CallFacts, DealFact, ElementId
from store.database import SqlDatabase
from tests.store.samples import MOMENT, a_call

DEAL = DealRef("hubspot", "d1")


def a_fact(**changes: Any) -> DealFact:
    fact = DealFact(
        element_id=ElementId("bant.budget"),
        value="sixty thousand left in systems",
        quote="I've got sixty thousand left in systems.",
        turn_index=1,
        side=Side.BUYER,
        said_on=date(2026, 11, 2),
        due=date(2026, 12, 24),
        amount=Money(6_000_000, "USD"),
    )
    return replace(fact, **changes)


def some_facts(call_id: str = "c1", *facts: DealFact, **changes: Any) -> CallFacts:
    kept = CallFacts(
        call_id=CallId(call_id),
        call_version=1,
        reader_name="model",
        reader_version="m/facts-1",
        facts=facts or (a_fact(), a_fact(due=None, amount=None)),
        created_at=MOMENT,
        dropped={"no_quote": 2},
        usage={"requests": 1.0},
    )
    return replace(kept, **changes)


def test_facts_come_back_as_they_were(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.facts.put(some_facts())
        assert tx.facts.get(CallId("c1")) == some_facts()
        assert tx.facts.get(CallId("c2")) is None


def test_facts_of_a_call_that_is_read_again_are_replaced(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.facts.put(some_facts())
        again = some_facts("c1", a_fact(value="seventy"), call_version=2)
        tx.facts.put(again)
        assert tx.facts.get(CallId("c1")) == again


def test_facts_of_a_deal_are_those_of_its_calls_with_the_newest_call_first(
    database: SqlDatabase,
) -> None:
    calls = {
        "old": a_call("old", started_at=MOMENT - timedelta(days=9)),
        "new": a_call("new", started_at=MOMENT),
        "between": a_call("between", started_at=MOMENT - timedelta(days=3)),
        "unread": a_call("unread"),
        "elsewhere": a_call("elsewhere", deal=DealRef("salesforce", "d1")),
        "nowhere": a_call("nowhere", deal=None),
    }
    with database.write() as tx:
        for name, call in calls.items():
            tx.calls.put(call)
            if name != "unread":
                tx.facts.put(some_facts(name))
        assert [f.call_id for f in tx.facts.of_deal(DEAL)] == ["new", "between", "old"]
        assert tx.facts.of_deal(DealRef("hubspot", "d2")) == []


def test_a_calls_facts_are_removed_and_no_others(database: SqlDatabase) -> None:
    with database.write() as tx:
        for name in ("c1", "c2"):
            tx.calls.put(a_call(name))
            tx.facts.put(some_facts(name))
        tx.facts.remove(CallId("c1"))
        assert [f.call_id for f in tx.facts.of_deal(DEAL)] == ["c2"]
