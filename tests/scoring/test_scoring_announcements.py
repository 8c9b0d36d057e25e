"""What was announced was decided with what was known then, and stands."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    PracticeIs,
    ProfileRules,
    SkillObservation,
    SkillProfile,
    Tier,
    TierChange,
)
from scoring.announcements import day_of
from scoring.fitted import Fitted, Refit
from scoring.profile import reading_of, replay

ANA, SKILL = PersonId("ana"), SkillId("next_steps")
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
RULES = ProfileRules()
HARDER = {"discovery": 0.0, "demo": 5.0, "pricing": -12.0}


def observed(
    n: int,
    score: float,
    *,
    day: float | None = None,
    kind: str = "discovery",
    deal: str | None = None,
    practice: bool = False,
) -> SkillObservation:
    return SkillObservation(
        rep_id=ANA,
        skill_id=SKILL,
        call_id=CallId(f"c{n:03d}"),
        observed_at=START + timedelta(days=3.0 * n if day is None else day),
        score=score,
        criteria=2,
        parts=(("a", score, 1.0), ("b", score, 1.0)),
        call_type=kind,
        deal=deal,
        practice=practice,
    )


def profile(
    seen: Sequence[SkillObservation],
    *,
    by: float = 400.0,
    rules: ProfileRules = RULES,
    fitted: Fitted | None = None,
    announced: Sequence[TierChange] = (),
) -> SkillProfile:
    """Of the calls up to this day."""
    moment = START + timedelta(days=by)
    return replay(ANA, SKILL, seen, rules, fitted or Fitted(), as_of=moment, announced=announced)


def early_fit() -> Fitted:
    """From six calls each of six reps, so that offsets are far from sure."""
    rng = random.Random(5)
    refit = Refit()
    readings = {}
    for rep in range(6):
        kinds = [rng.choice(list(HARDER)) for _ in range(6)]
        scores = [rng.gauss(50 + 6 * rep + HARDER[kind], 12) for kind in kinds]
        readings[f"r{rep}"] = [
            reading_of(observed(n, min(100.0, max(0.0, score)), kind=kind), RULES)
            for n, (score, kind) in enumerate(zip(scores, kinds, strict=True))
        ]
    refit.add(SKILL, readings)
    return refit.done(Fitted(), day_of(START) + 20)


FIT = early_fit()
CALLS = st.lists(
    st.tuples(
        st.sampled_from([25.0, 50.0, 75.0, 100.0]),
        st.sampled_from(list(HARDER)),
        st.sampled_from([None, "d1", "d2"]),
        st.booleans(),
    ),
    min_size=8,
    max_size=40,
).map(
    lambda rows: [
        observed(n, score, kind=kind, deal=deal, practice=practice)
        for n, (score, kind, deal, practice) in enumerate(rows)
    ]
)


@settings(max_examples=50, deadline=None)
@given(CALLS, st.floats(0.0, 120.0))
def test_later_calls_of_other_types_and_of_its_deal_leave_an_announcement_as_it_was(
    seen: list[SkillObservation], day: float
) -> None:
    then = profile(seen, by=day, fitted=FIT).tier_changes
    now = profile(seen, fitted=FIT).tier_changes
    assert then == tuple(c for c in now if c.at <= START + timedelta(days=day))


def test_many_later_calls_of_one_type_do_not_take_back_an_announcement() -> None:
    """They leave the level of now less sure than any first announcement may be."""
    sure = replace(RULES, first_max_error=6.0)
    usual = [observed(n, 80.0, kind=list(HARDER)[n % 3]) for n in range(12)]
    odd = [observed(12 + n, 80.0, kind="pricing") for n in range(50)]
    then = profile(usual, by=36.0, rules=sure, fitted=FIT)
    now = profile([*usual, *odd], by=186.0, rules=sure, fitted=FIT)
    assert now.proficiency.standard_error > sure.first_max_error
    assert now.tier_changes[:1] == then.tier_changes != ()


LATER = replace(FIT, version=2, priors=replace(FIT.priors, means={}))
CLIMBING = [observed(n, 60.0 if n < 30 else 95.0) for n in range(45)]


def told() -> tuple[TierChange, ...]:
    return profile(CLIMBING).tier_changes


def test_a_rep_who_climbs_is_told_twice() -> None:
    assert [(c.before, c.after) for c in told()] == [
        (None, Tier.DEVELOPING),
        (Tier.DEVELOPING, Tier.PROFICIENT),
        (Tier.PROFICIENT, Tier.EXCELLENT),
    ]


def test_where_the_call_behind_a_change_is_gone_the_others_follow_on_each_other() -> None:
    left = [o for o in CLIMBING if o.call_id != told()[1].because_of]
    found = profile(left, fitted=LATER, announced=told()).tier_changes
    assert [(c.before, c.after) for c in found[:2]] == [
        (None, Tier.DEVELOPING),
        (Tier.DEVELOPING, Tier.EXCELLENT),
    ]


def test_a_change_back_to_what_stands_without_the_one_between_is_left_out() -> None:
    first, second, third = told()
    back = replace(third, after=Tier.DEVELOPING)
    left = [o for o in CLIMBING if o.call_id != second.because_of]
    found = profile(left, fitted=LATER, announced=(first, second, back)).tier_changes
    assert found[0].after is Tier.DEVELOPING
    assert all(c.before is not c.after for c in found)


def test_calls_that_are_gone_do_not_hold_up_the_next_change() -> None:
    falling = [observed(100 + n, 35.0, day=135.0 + 3.0 * n) for n in range(30)]
    last = told()[-1]

    def next_after(left: Sequence[SkillObservation]) -> int:
        seen = [*left, *falling]
        changes = profile(seen, fitted=LATER, announced=told()).tier_changes
        new = next(c for c in changes if c.fit == LATER.version and c.at > last.at)
        return [o.call_id for o in falling].index(new.because_of)

    assert next_after(CLIMBING[25:]) <= next_after(CLIMBING) + 1


def test_what_was_told_counts_the_calls_that_are_left() -> None:
    found = profile(CLIMBING[25:], fitted=LATER, announced=told()).tier_changes
    assert [(c.calls, c.because_of) for c in found[:2]] == [
        (c.calls - 25, c.because_of) for c in told()[1:]
    ]


def test_role_plays_alone_announce_no_tier() -> None:
    played = [observed(n, 85.0, practice=True) for n in range(12)]
    assert profile(played).tier_changes == ()
    live = [observed(20 + n, 85.0) for n in range(5)]
    (first,) = profile([*played, *live]).tier_changes
    assert (first.because_of, first.calls) == (live[-1].call_id, 5)


def test_role_plays_that_count_like_calls_announce_a_tier() -> None:
    alike = replace(RULES, practice=PracticeIs.LIKE_A_CALL)
    played = [observed(n, 85.0, practice=True) for n in range(12)]
    assert profile(played, rules=alike).proficiency.tier is not None


@pytest.mark.parametrize("counts", list(PracticeIs))
def test_what_role_plays_show_stands_beside_the_level_however_they_count(
    counts: PracticeIs,
) -> None:
    seen = [observed(n, 80.0 if n % 3 == 2 else 60.0, practice=n % 3 == 2) for n in range(60)]
    apart = profile(seen).proficiency.practice
    assert apart is not None
    assert (apart.plays, apart.level > 70.0) == (20, True)
    assert profile(seen, rules=replace(RULES, practice=counts)).proficiency.practice == apart
