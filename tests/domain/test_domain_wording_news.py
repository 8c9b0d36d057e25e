"""What is said beside a figure: early signs, lift and role-plays, never more than they carry."""

from dataclasses import replace
from datetime import UTC, datetime

from domain import wording
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    EarlySign,
    Lift,
    PracticeFigure,
    Proficiency,
    Trend,
    TrendLabel,
)

SINCE = datetime(2026, 10, 16, tzinfo=UTC)
SIGN, LUCK, REAL = EarlySign(12.0, 3.0, 7), Lift(SINCE, 2.0, 3.0), Lift(SINCE, 20.0, 3.0)
PLAIN = Proficiency(
    rep_id=PersonId("ana"),
    skill_id=SkillId("discovery"),
    as_of=SINCE,
    level=60.0,
    standard_error=4.0,
    effective_n=8.0,
    calls=8,
    tier=None,
)


def test_a_figure_alone_has_nothing_beside_it() -> None:
    assert wording.beside(PLAIN) == ()


def test_an_early_sign_says_where_the_last_calls_lie_and_claims_no_level() -> None:
    (improving,) = wording.beside(replace(PLAIN, early=SIGN))
    assert improving == (
        "early sign of improving: the last five weeks (7 calls) are above the three months before;"
        " if that lasts, the tier may follow"
    )
    (slipping,) = wording.beside(replace(PLAIN, early=EarlySign(-12.0, 3.0, 7)))
    assert slipping.startswith("early sign of slipping: the last five weeks (7 calls) are below")


def test_an_early_sign_is_no_news_once_a_trend_says_so() -> None:
    trend = Trend(days=30, change=12.0, standard_error=3.0, label=TrendLabel.IMPROVING)
    assert wording.beside(replace(PLAIN, early=SIGN, trends=(trend,))) == ()


def test_a_lift_says_whether_it_could_be_chance() -> None:
    assert wording.lift(LUCK) == "+2 ± 5 points since 16 Oct 2026, which could be chance"
    assert wording.lift(REAL) == "+20 ± 5 points since 16 Oct 2026"
    assert wording.lift(Lift(SINCE, -20.0, 3.0)).startswith("−20 ± 5")


def test_beside_an_early_sign_a_lucky_lift_is_left_out_and_a_real_one_is_not() -> None:
    assert len(wording.beside(replace(PLAIN, early=SIGN, lift=LUCK))) == 1
    assert len(wording.beside(replace(PLAIN, early=SIGN, lift=REAL))) == 2


def test_role_plays_stand_beside_live_calls_with_their_own_range() -> None:
    assert wording.practice(PracticeFigure(71.0, 4.0, 6)) == "in practice 71 ± 7 from 6 role-plays"
    assert wording.practice(PracticeFigure(71.0, 9.0, 2)) == (
        "in practice: too few to say (2 role-plays)"
    )


def test_nothing_is_said_beside_a_figure_that_may_not_be_said() -> None:
    assert wording.beside(replace(PLAIN, calls=2, early=SIGN, lift=REAL)) == ()
