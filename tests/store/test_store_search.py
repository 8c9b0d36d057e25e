"""Words are found in the calls they may be found in, and in no call that is gone."""

import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calls import CallId, CallState, NotScorable, Side, Transcript, Turn
from domain.deals import DealRef, Outcome
from domain.ports import Stores
from domain.ports.search import CallOrder, DealsWithin, Within
from store import schema
from store.database import SqlDatabase, upgrade
from store.engines import open_engine, parsed_url
from tests.store.samples import (
    ANA,
    BEN,
    DISCOVERY,
    MOMENT,
    a_call,
    a_card,
    a_deal,
    a_transcript,
    an_observation,
    days,
)

OF_ANA = Within(rep_ids=(ANA,))


def spoken(*texts: str) -> Transcript:
    return Transcript(
        tuple(Turn(i, "Ana", 9.0 * i, 9.0 * i + 8, said, Side.REP) for i, said in enumerate(texts))
    )


def put(tx: Stores, call_id: str, *texts: str, **changes: object) -> None:
    tx.calls.put(
        replace(
            a_call(call_id, state=CallState.SCORED),
            provider_ref=f"ref-{call_id}",
            **changes,  # type: ignore[arg-type]
        )
    )
    tx.calls.put_transcript(CallId(call_id), spoken(*texts))


def found(tx: Stores, *stems: str, within: Within = OF_ANA) -> list[tuple[str, int]]:
    return [(hit.call.id, hit.turn_index) for hit in tx.search.turns(stems, within)]


def test_a_turn_is_found_by_the_beginnings_of_its_words(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "Good morning.", "Your pricing is too EXPENSIVE for us.")
        assert found(tx, "pric", "expens") == [("c1", 1)]
        assert found(tx, "pric", "morning") == []


def test_a_stem_of_two_letters_stands_for_itself_alone(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "We use AI.", "Air is free.", "가격은 비싸요.")
        assert found(tx, "ai") == [("c1", 0)]
        assert found(tx, "air") == [("c1", 1)]
        assert found(tx, "가격") == [("c1", 2)]


def test_the_newest_call_comes_first_and_no_more_than_asked_for(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "the price")
        put(tx, "c2", "a price", started_at=MOMENT + days(1))
        assert found(tx, "price") == [("c2", 0), ("c1", 0)]
        assert found(tx, "price", within=replace(OF_ANA, limit=1)) == [("c2", 0)]


def test_nothing_is_found_outside_the_reps_and_the_time_asked_for(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "the price", rep_id=BEN)
        put(tx, "c2", "the price", rep_id=None)
        put(tx, "c3", "the price", started_at=MOMENT - days(9))
        put(tx, "c4", "the price", state=CallState.READY)
        assert found(tx, "price", within=replace(OF_ANA, since=MOMENT - days(1))) == []
        assert found(tx, "price", within=Within(rep_ids=())) == []
        assert found(tx, "price", within=Within(rep_ids=(BEN,))) == [("c1", 0)]


def test_a_revised_transcript_is_found_by_its_new_words_alone(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "the old price")
        tx.calls.put_transcript(CallId("c1"), spoken("another budget"))
        assert found(tx, "price") == []
        assert found(tx, "budget") == [("c1", 0)]


def test_what_is_not_committed_is_not_found(database: SqlDatabase) -> None:
    with suppress(ZeroDivisionError), database.write() as tx:
        put(tx, "c1", "the price")
        raise ZeroDivisionError
    with database.read() as tx:
        assert found(tx, "price") == []


def test_words_of_other_scripts_are_found(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", *(turn.text for turn in a_transcript().turns), "Die Kündigungsfrist")
        assert found(tx, "kündigung") == [("c1", 2)]
        assert found(tx, "日本語") == [("c1", 1)]


def test_calls_kept_before_the_index_was_made_are_found(url: str) -> None:
    database = SqlDatabase(url, clock=lambda: 0.0)
    with database.write() as tx:
        put(tx, "c1", "the price", "and again")
    engine = open_engine(parsed_url(url), pooled=False)
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0007")
    upgrade(url)
    with database.read() as tx:
        assert found(tx, "again") == [("c1", 1)]
    database.dispose()


def test_no_copy_of_deleted_words_is_left_in_the_file(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    database = SqlDatabase(sqlite_url, clock=lambda: 0.0)
    with database.write() as tx:
        put(tx, "c1", "the password is xyzzyplugh today")
        put(tx, "c2", "other words", started_at=MOMENT + days(1))
    with database.write() as tx:
        tx.calls.put_transcript(CallId("c1"), Transcript(()))
    assert database.overwrite_deleted()
    database.dispose()
    left = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert b"xyzzyplugh" not in left
    assert b"words" in left


def test_the_index_of_words_is_sound_after_every_kind_of_change(sqlite_url: str) -> None:
    database = SqlDatabase(sqlite_url, clock=lambda: 0.0)
    with database.write() as tx:
        for n in range(20):
            put(tx, f"c{n}", f"word{n} price", "and more")
        for n in range(0, 20, 2):
            tx.calls.put_transcript(CallId(f"c{n}"), spoken("budget") if n % 4 else Transcript(()))
        assert len(found(tx, "price", within=replace(OF_ANA, limit=99))) == 10
    database.dispose()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("INSERT INTO search_turns (search_turns) VALUES ('integrity-check')")
    connection.close()


HOSTILE = ['"', "price*", "a OR b", "NEAR(a b)", "words:x", "-x", "(", ";DROP TABLE calls", "x' --"]


@pytest.mark.parametrize("said", HOSTILE)
def test_query_language_is_only_words(said: str, database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1", "the price")
        assert found(tx, said) in ([], [("c1", 0)])
        assert found(tx, "price", said) in ([], [("c1", 0)])
        assert tx.search.calls(OF_ANA, title=said) == []
        assert tx.search.deals(DealsWithin(calls=OF_ANA, name=(said,))) == (0, [])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.text(max_size=12), max_size=4))
def test_no_text_breaks_a_search(said: list[str], sqlite_template: Path) -> None:
    database = SqlDatabase(f"sqlite:///{sqlite_template}", clock=lambda: 0.0)
    with database.read() as tx:
        assert found(tx, *said) == []
    database.dispose()


def test_calls_are_ranked_by_their_newest_scorecard(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, overall in (("c1", 40.0), ("c2", 80.0), ("c3", None)):
            put(tx, call_id)
            tx.scorecards.add_if_new(a_card(call_id, overall=overall))
        tx.scorecards.add_if_new(a_card("c1", 2, overall=90.0))

        def ranked(order: CallOrder) -> list[tuple[str, float]]:
            return [(each.call.id, each.score) for each in tx.search.calls(OF_ANA, order)]

        assert ranked(CallOrder.BEST) == [("c1", 90.0), ("c2", 80.0)]
        assert ranked(CallOrder.WORST) == [("c2", 80.0), ("c1", 90.0)]


def test_calls_are_ranked_by_a_skill(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, score in (("c1", 40.0), ("c2", 80.0)):
            put(tx, call_id)
            tx.profiles.replace_observations(
                CallId(call_id), [an_observation(call_id, score=score)]
            )
        worst = tx.search.observed(DISCOVERY, OF_ANA, CallOrder.WORST)
        assert [(each.call.id, each.score) for each in worst] == [("c1", 40.0), ("c2", 80.0)]
        assert tx.search.observed(DISCOVERY, Within(rep_ids=(BEN,))) == []


def test_calls_are_found_by_a_part_of_their_title(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, title in (("c1", "Northwind: demo"), ("c2", "100% Acme")):
            put(tx, call_id, title=title)
            tx.scorecards.add_if_new(a_card(call_id))
        assert [each.call.id for each in tx.search.calls(OF_ANA, title="NORTH")] == ["c1"]
        assert [each.call.id for each in tx.search.calls(OF_ANA, title="100%")] == ["c2"]
        assert tx.search.calls(OF_ANA, title="North%demo") == []


def test_calls_are_counted_by_state_and_reason(database: SqlDatabase) -> None:
    with database.write() as tx:
        put(tx, "c1")
        put(tx, "c2")
        put(tx, "c3", state=CallState.SKIPPED, not_scorable=NotScorable.TOO_SHORT)
        put(tx, "c4", state=CallState.DELETED)
        counted = tx.search.counts(OF_ANA)
    assert [(each.state, each.not_scorable, each.calls) for each in counted] == [
        (CallState.SCORED, None, 2),
        (CallState.SKIPPED, NotScorable.TOO_SHORT, 1),
    ]


def test_averages_are_those_of_the_scores(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, score, practice in (
            ("c1", 40.0, False),
            ("c2", 80.0, False),
            ("c3", 0.0, True),
        ):
            put(tx, call_id)
            seen = an_observation(call_id, score=score, practice=practice)
            tx.profiles.replace_observations(CallId(call_id), [seen])
        (average,) = tx.search.averages(OF_ANA, DISCOVERY)
    assert (average.rep_id, average.calls) == (ANA, 2)
    assert (average.mean, average.variance) == pytest.approx((60.0, 800.0))


def test_deals_are_those_of_the_calls_that_may_be_seen(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.deals.put([a_deal("d1", name="Müller rollout", outcome=Outcome.WON), a_deal("d2")])
        put(tx, "c1", deal=DealRef("hubspot", "d1"))
        put(tx, "c2", deal=DealRef("hubspot", "d1"), started_at=MOMENT + days(1))
        put(tx, "c3", deal=DealRef("hubspot", "d2"), rep_id=BEN)
        tx.deals.put([a_deal("d3", name="Open one", outcome=Outcome.OPEN)])
        put(tx, "c4", deal=DealRef("hubspot", "d3"), started_at=MOMENT - days(9))

        def found(**more: Any) -> list[tuple[str, str]]:
            number, deals = tx.search.deals(DealsWithin(calls=OF_ANA, **more))
            assert number == len(deals)
            return [(each.deal.name, each.call.id) for each in deals]

        won, open_ = ("Müller rollout", "c2"), ("Open one", "c4")
        assert found() == [won, open_]
        assert found(outcome=Outcome.WON, name=("müller", "roll")) == [won]
        assert found(outcome=Outcome.LOST) == []
        assert found(closed=(date(2026, 12, 24), date(2026, 12, 24))) == [won, open_]
        assert found(closed=(date(2026, 12, 25), date.max)) == [open_]


def test_open_deals_belong_to_the_days_of_their_last_call(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.deals.put([a_deal("d1", outcome=Outcome.OPEN)])
        put(tx, "c1", deal=DealRef("hubspot", "d1"))
        for since, number in ((MOMENT - days(1), 1), (MOMENT + days(1), 0)):
            calls = replace(OF_ANA, since=since)
            which = DealsWithin(calls=calls, closed=(date(2026, 1, 1), date(2026, 1, 2)))
            assert tx.search.deals(which)[0] == number


def test_more_deals_are_counted_than_are_given(database: SqlDatabase) -> None:
    with database.write() as tx:
        for n in range(3):
            tx.deals.put([a_deal(f"d{n}")])
            put(tx, f"c{n}", deal=DealRef("hubspot", f"d{n}"), started_at=MOMENT + days(n))
        number, deals = tx.search.deals(DealsWithin(calls=replace(OF_ANA, limit=1)))
    assert (number, [each.call.id for each in deals]) == (3, ["c2"])
