"""A call is its rep's alone for a while: page, agenda, answers, tier news, then the manager."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.effects import EffectKind, EffectState
from domain.people import PersonId
from jobs.corrections import rescore_call
from jobs.pages_rep import rep_page
from jobs.plan_agendas import plan_agenda
from tests.access.company import PEOPLE, SECRETS, Company, text_of

DAY = 24.0


@pytest.fixture
def fresh(company: Company) -> Company:
    """Two days on, Ana has one more call, scored this minute."""
    company.services = replace(
        company.services, thresholds=replace(company.services.thresholds, grace_hours=DAY)
    )
    company.rebuild()
    company.time.now += timedelta(days=2)
    company.call("new", "ana", level=4, days_ago=0.1)
    company.works()
    return company


def test_the_rep_sees_it_at_once(fresh: Company) -> None:
    page = fresh.get("ana", "/calls/new").text
    assert SECRETS["ana"] in page


@pytest.mark.parametrize("name", ["mia", "rae"])
def test_others_read_when_it_opens_and_nothing_of_it(fresh: Company, name: str) -> None:
    answer = fresh.get(name, "/calls/new")
    assert answer.status_code == 200
    assert "Ana sees it first" in answer.text
    assert SECRETS["ana"] not in answer.text
    assert "of 100" not in answer.text


def test_a_day_later_the_manager_sees_all_of_it(fresh: Company) -> None:
    fresh.time.now += timedelta(hours=DAY)
    page = fresh.get("mia", "/calls/new").text
    assert "sees it first" not in page
    assert SECRETS["ana"] in page


def test_an_old_call_of_which_nobody_is_told_is_open_to_the_manager_at_once(fresh: Company) -> None:
    fresh.call("old", "ana", level=4, days_ago=30)
    fresh.works()
    assert SECRETS["ana"] in fresh.get("mia", "/calls/old").text


def test_a_call_that_is_not_the_manager_s_is_still_like_none(fresh: Company) -> None:
    assert fresh.get("omar", "/calls/new").status_code == 404


def test_the_list_of_calls_says_when_it_opens(fresh: Company) -> None:
    page = fresh.get("mia", "/reps/ana").text
    assert page.count("open to you from") == 1
    assert "open to you from" not in fresh.get("ana", "/reps/ana").text


def test_no_answer_cites_it_before(fresh: Company) -> None:
    assert "Talk new" not in fresh.asks("mia", "How is Ana doing on next steps?")
    assert "Talk new" in fresh.asks("ana", "How am I doing on next steps?")
    fresh.time.now += timedelta(hours=DAY)
    assert "Talk new" in fresh.asks("mia", "How is Ana doing on next steps?")


def test_no_agenda_cites_it_before(fresh: Company) -> None:
    monday = (fresh.time.now - timedelta(days=fresh.time.now.weekday())).date()
    plan_agenda(PEOPLE["mia"], monday, fresh.services)
    fresh.works()
    agenda = text_of(fresh.said_to("mia")[-1])
    assert "Ana" in agenda
    assert "Talk new" not in agenda


def test_scoring_an_old_call_again_takes_it_away_from_nobody(fresh: Company) -> None:
    fresh.time.now += timedelta(hours=DAY)
    with fresh.database.read() as tx:
        call = tx.calls.by_ref("zoom", "new")
    assert call is not None
    rescore_call(call.id, fresh.services)
    fresh.works()
    assert "sees it first" not in fresh.get("mia", "/calls/new").text


def test_figures_over_many_calls_are_not_held_back(fresh: Company) -> None:
    assert "Ana" in fresh.get("mia", "/export/scores.csv").text
    assert "from 4 calls" in fresh.asks("mia", "How is Ana doing?")


def test_news_of_a_tier_waits_for_the_manager_and_not_for_the_rep(fresh: Company) -> None:
    for n in range(7):
        fresh.call(f"low-{n}", "ana", level=1, days_ago=30 - n)
    fresh.works()
    for n in range(12):
        fresh.call(f"high-{n}", "ana", level=4, days_ago=2 - n / 10)
    fresh.works()
    with fresh.database.read() as tx:
        news = [
            r for r in tx.outbox.list(limit=1000)
            if r.effect.kind is EffectKind.SLACK_TIER_CHANGE
        ]  # fmt: skip
    states = {(r.effect.payload["audience"], r.state) for r in news}
    assert ("rep", EffectState.SENT) in states
    assert ("manager", EffectState.SENT) not in states
    assert ("manager", EffectState.PENDING) in states


def test_no_dot_or_tier_shows_a_call_that_is_held_however_many_came_after_it(
    fresh: Company,
) -> None:
    for n in range(30):
        fresh.call(f"held-{n}", "ana", level=1, days_ago=0.2 + n / 8)
    fresh.works()
    mine = rep_page(PEOPLE["ana"], PersonId("ana"), fresh.services)
    hers = rep_page(PEOPLE["mia"], PersonId("ana"), fresh.services)
    pairs = list(zip(mine.skills, hers.skills, strict=True))
    assert pairs
    assert all(len(own.observed) - len(open_ones.observed) == 31 for own, open_ones in pairs)
    assert any(each.change.because_of.startswith("held-") for each in mine.changes)
    assert not any(each.change.because_of.startswith("held-") for each in hers.changes)


def test_a_dot_at_the_same_second_as_a_held_call_is_shown(fresh: Company) -> None:
    fresh.time.now += timedelta(hours=DAY)
    fresh.call("twin", "ana", level=1, days_ago=1.1)
    fresh.works()
    page = rep_page(PEOPLE["mia"], PersonId("ana"), fresh.services)
    at = fresh.time.now - timedelta(days=1.1)
    assert [dot for dot, _ in page.skills[0].observed].count(at) == 1
