"""Facts of several calls become one value for each element."""

from datetime import UTC, date, datetime

from domain.calls import CallId, Side
from domain.facts import CallFacts, DealFact, ElementId
from scoring.facts.merge import MOST, merged
from tests.scoring.facts_talks import ELEMENTS


def fact(element: str, value: str, turn: int = 1, due: date | None = None) -> DealFact:
    return DealFact(
        element_id=ElementId(element), value=value, quote=value, turn_index=turn, side=Side.BUYER,
        said_on=date(2026, 11, 2), due=due,
    )  # fmt: skip


def call(name: str, *facts: DealFact) -> CallFacts:
    return CallFacts(
        call_id=CallId(name), call_version=1, reader_name="builtin", reader_version="1",
        facts=facts, created_at=datetime(2026, 11, 2, tzinfo=UTC),
    )  # fmt: skip


def value(element: str, *calls: CallFacts) -> str | None:
    found = merged(calls, ELEMENTS).get(ElementId(element))
    return found.value if found else None


def test_the_newest_call_that_proves_an_element_decides_it() -> None:
    calls = (
        call("new"),
        call("between", fact("bant.budget", "seventy thousand")),
        call("old", fact("bant.budget", "sixty thousand")),
    )
    assert value("bant.budget", *calls) == "seventy thousand"
    assert merged(calls, ELEMENTS)[ElementId("bant.budget")].used[0].call_id == "between"


def test_within_a_call_the_last_words_count() -> None:
    both = call("c", fact("bant.budget", "sixty", 3), fact("bant.budget", "seventy", 9))
    assert value("bant.budget", both) == "seventy"


def test_of_several_values_the_newest_that_differ_are_kept() -> None:
    new = call("new", *(fact("meddic.pain", f"trouble with {w}", n)
                        for n, w in enumerate(("trucks", "orders"))))  # fmt: skip
    old = call("old", fact("meddic.pain", "Trouble with orders!"),
               fact("meddic.pain", "late invoices every month"),
               fact("meddic.pain", "staff leaves us"))  # fmt: skip
    found = merged((new, old), ELEMENTS)[ElementId("meddic.pain")]
    assert len(found.values) == MOST
    assert found.values[0] == "trouble with orders"
    assert "Trouble with orders!" not in found.values


def test_an_element_that_is_the_same_as_another_has_its_value() -> None:
    known = call("c", fact("meddic.economic_buyer", "Dana Whitlock, CFO"))
    assert value("bant.authority", known) == "Dana Whitlock, CFO"
    assert merged((known,), ELEMENTS)[ElementId("bant.authority")].element_id == "bant.authority"


def test_the_day_is_that_of_the_newest_fact() -> None:
    known = call("c", fact("common.next_step", "We meet", due=date(2026, 12, 3)))
    assert merged((known,), ELEMENTS)[ElementId("challenger.next_step")].due == date(2026, 12, 3)


def test_what_nobody_said_is_missing_and_unknown_elements_are_passed_over() -> None:
    assert merged((), ELEMENTS) == {}
    assert merged((call("c", fact("gone.element", "x")),), ELEMENTS) == {}
