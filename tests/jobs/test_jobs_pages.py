"""The read models on their own: passages of a turn, the second of a turn, who is active."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import Call, CallId, CallState, Side
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.rubrics import SkillId
from domain.skills import Proficiency, Tier, Trend, TrendLabel
from jobs.pages_access import may_open_call, may_see_team
from jobs.pages_call import CallPage, ShownTurn
from jobs.pages_figures import PALEST, shown_figure
from jobs.pages_home import _split
from jobs.passages import Passage, passages

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def person(name: str, role: Role, team: str | None = None, *, active: bool = True) -> Person:
    return Person(
        id=PersonId(name),
        name=name,
        email=f"{name}@x.test",
        role=role,
        team_id=TeamId(team) if team else None,
        active=active,
    )


ANA, MIA = person("ana", Role.REP, "east"), person("mia", Role.MANAGER, "east")
RAE, GONE = person("rae", Role.REVOPS), person("gone", Role.REVOPS, active=False)
OFFICE = Organisation((ANA, MIA, RAE, GONE), (Team(TeamId("east"), "East", MIA.id),))


def call(rep: PersonId | None, state: CallState = CallState.SCORED) -> Call:
    return Call(
        id=CallId("c"),
        provider="p",
        provider_ref="r",
        title="t",
        started_at=NOW,
        duration_s=1.0,
        state=state,
        rep_id=rep,
    )


def test_a_quote_is_marked_where_it_stands() -> None:
    assert passages("So, what does it cost?", ["what does it cost"]) == (
        Passage("So, ", proves=False),
        Passage("what does it cost", proves=True),
        Passage("?", proves=False),
    )


def test_a_quote_is_found_in_another_case() -> None:
    assert passages("WHAT now", ["what"])[0] == Passage("WHAT", proves=True)


def test_overlapping_quotes_are_one_mark() -> None:
    marked = [p for p in passages("one two three four", ["one two", "two three"]) if p.proves]
    assert marked == [Passage("one two three", proves=True)]


def test_a_quote_that_does_not_stand_there_and_an_empty_one_mark_nothing() -> None:
    assert passages("as said", ["never said", ""]) == (Passage("as said", proves=False),)


def test_letters_that_grow_in_lower_case_do_not_shift_the_mark() -> None:
    assert Passage("cost", proves=True) in passages("İİİ cost", ["cost"])


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=4))
def test_passages_joined_are_the_text(text: str, quotes: list[str]) -> None:
    cut = passages(text, quotes)
    assert "".join(p.text for p in cut) == text
    assert all(p.text for p in cut)


@given(st.text(min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_a_verbatim_quote_is_always_marked(text: str, start: int, length: int) -> None:
    quote = text[start % len(text) :][:length]
    assert any(p.proves for p in passages(text, [quote]))


def page_with(*starts: float) -> CallPage:
    turns = tuple(
        ShownTurn(index=i, speaker="", side=Side.REP, start_s=start, passages=())
        for i, start in enumerate(starts)
    )
    return CallPage(
        viewer=ANA,
        call=call(ANA.id),
        rep=ANA,
        card=None,
        deal=None,
        criteria=(),
        may_read=True,
        summary="",
        timed=True,
        turns=turns,
    )


@pytest.mark.parametrize(
    ("second", "turn"), [(0.0, 0), (5.0, 0), (9.9, 0), (10.0, 1), (25.0, 2), (1e6, 2)]
)
def test_a_second_belongs_to_the_last_turn_that_started(second: float, turn: int) -> None:
    assert page_with(3.0, 10.0, 20.0).turn_at(second) == turn


def test_a_page_without_a_transcript_has_no_turn_to_go_to() -> None:
    assert page_with().turn_at(10.0) is None


@pytest.mark.parametrize(
    ("viewer", "rep", "allowed"),
    [
        (ANA, ANA.id, True),
        (MIA, ANA.id, True),
        (RAE, ANA.id, True),
        (GONE, ANA.id, False),
        (RAE, None, True),
        (GONE, None, False),
        (MIA, None, False),
        (ANA, None, False),
        (ANA, MIA.id, False),
    ],
)
def test_a_call_opens_for_its_rep_the_manager_and_who_watches_coverage(
    viewer: Person, rep: PersonId | None, allowed: bool
) -> None:
    assert may_open_call(viewer, call(rep), OFFICE) is allowed
    assert not may_open_call(viewer, call(rep, CallState.DELETED), OFFICE)
    assert not may_open_call(viewer, None, OFFICE)


@pytest.mark.parametrize(
    ("viewer", "allowed"), [(MIA, True), (RAE, True), (ANA, False), (GONE, False)]
)
def test_a_team_opens_for_its_manager_and_who_sees_everybody(viewer: Person, allowed: bool) -> None:
    assert may_see_team(viewer, TeamId("east"), OFFICE) is allowed
    assert not may_see_team(viewer, TeamId("nowhere"), OFFICE)


def proficiency(calls: int, error: float) -> Proficiency:
    return Proficiency(
        rep_id=ANA.id,
        skill_id=SkillId("discovery"),
        as_of=NOW,
        level=72.4,
        standard_error=error,
        effective_n=float(calls),
        calls=calls,
        tier=Tier.DEVELOPING if calls >= 5 else None,
        trends=(
            Trend(days=30, change=4.0, standard_error=1.5, label=TrendLabel.IMPROVING),
            Trend(days=60, change=None, standard_error=None, label=TrendLabel.UNKNOWN),
        ),
    )


def test_a_figure_is_said_with_its_range_and_its_calls() -> None:
    shown = shown_figure(proficiency(9, 4.0), "Discovery")
    assert (shown.number, shown.calls, shown.tier_words) == ("72 ± 7", "9 calls", "Developing")
    assert [(t.words, t.known) for t in shown.trends] == [
        ("up 4 ± 2 points over 30 days", True),
        ("too early for a trend", False),
    ]


def test_two_calls_are_too_few_for_a_number_a_trend_or_a_colour() -> None:
    shown = shown_figure(proficiency(2, 1.0), "Discovery")
    assert (shown.number, shown.trends, shown.fade) == (None, (), PALEST)


def test_a_wider_range_is_never_a_fuller_colour() -> None:
    fades = [shown_figure(proficiency(9, error), "D").fade for error in (1, 3, 4, 5, 6, 8, 20)]
    assert fades == sorted(fades)
    assert (fades[0], fades[-1]) == (0, PALEST)


def test_counts_by_state_are_added_up_over_reasons() -> None:
    counts = {"scored": 3, "skipped:too_short": 1, "skipped:no_rep": 4, "skipped": 1}
    states, reasons = _split(counts)
    assert states == ((CallState.SCORED, 3), (CallState.SKIPPED, 6))
    assert [(r.value, n) for r, n in reasons] == [("no_rep", 4), ("too_short", 1)]
