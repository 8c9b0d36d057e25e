"""The stability meter: what is read twice, how flips are counted, and when it is too much."""

import math
import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.loader import load_rubrics, load_skills
from config.rubric_draft import rubric_yaml
from config.rubric_file import read_rubric
from config.settings import PACKAGED
from domain.calls import CallId, CallType
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.stability import Pairs
from scoring.builtin import READERS
from scoring.scorecard import overall_score
from scoring.stability import (
    BAR,
    Steadiness,
    borderline,
    flip_rate,
    is_chosen,
    log_evidence,
    unstable,
    wilson,
)
from scoring.stability_split import proposed_checks, with_split

SKILL = SkillLink(SkillId("questioning"))
NAMES = "abcdefgh"


def rubric_of(number: int) -> Rubric:
    criteria = tuple(
        Criterion(
            id=CriterionId(name), title=name, behaviour="Does it.", skills=(SKILL,),
            anchors=("none", "little", "some", "much", "all"),
        )
        for name in NAMES[:number]
    )  # fmt: skip
    return Rubric(name="r", version=1, title="R", call_types=(), criteria=criteria, digest="d")


def card_of(*levels: int | None, turns: int = 5, call_id: str = "c1") -> tuple[Rubric, Scorecard]:
    """A scorecard of these levels, each proven by so many turns."""
    rubric = rubric_of(len(levels))
    proof = tuple(Evidence("some words of it", n) for n in range(turns))
    criteria = tuple(
        CriterionScore(
            criterion_id=c.id, skill_ids=(SKILL.skill_id,), level=level,
            not_scored=NotScoredBecause.NO_OCCASION if level is None else None,
            evidence=proof if level is not None else (),
        )
        for c, level in zip(rubric.criteria, levels, strict=True)
    )  # fmt: skip
    return rubric, Scorecard(
        call_id=CallId(call_id), call_version=1, rubric_name="r", rubric_version=1,
        grader_name="model", grader_version="m/prompt-1", criteria=criteria,
        overall=overall_score(rubric, CallType.OTHER, criteria), summary="",
        created_at=datetime(2026, 11, 25, tzinfo=UTC),
    )  # fmt: skip


def asked(*levels: int | None, **terms: object) -> tuple[str, ...]:
    rubric, card = card_of(*levels, **terms)  # type: ignore[arg-type]
    return borderline(rubric, CallType.OTHER, card)


def test_what_would_change_the_medal_is_read_twice() -> None:
    assert asked(2, 2, 4) == ("a", "b")  # 66.7: one level more is silver; one less is bronze still


def test_a_medal_far_away_makes_nothing_borderline() -> None:
    assert asked(2, 3, 3, 2) == ()  # 62.5, and a level is worth 6.25


def test_a_middle_level_on_no_more_turns_than_it_needs_is_thin() -> None:
    assert asked(2, 3, 3, 2, turns=1) == ("a", "b", "c", "d")
    assert asked(2, 3, 3, 2, turns=2) == ("b", "c")
    assert asked(0, 0, 0, 0, 0, 0, turns=1) == ()


def test_what_was_not_scored_is_not_read_again() -> None:
    assert asked(None, 2, 2, 4) == ("b", "c")


def test_without_an_overall_score_no_medal_hangs_on_anything() -> None:
    rubric, card = card_of(2, None, None, None)
    assert card.overall is None
    assert borderline(rubric, CallType.OTHER, card) == ()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
def test_the_share_of_calls_is_the_budget(share: float) -> None:
    chosen = sum(is_chosen(CallId(f"call-{n}"), 1, share) for n in range(10_000))
    assert chosen / 10_000 == pytest.approx(share, abs=0.01)


def test_every_attempt_at_a_call_decides_alike_and_a_new_version_anew() -> None:
    first = [is_chosen(CallId(f"c{n}"), 1, 0.3) for n in range(100)]
    assert first == [is_chosen(CallId(f"c{n}"), 1, 0.3) for n in range(100)]
    assert first != [is_chosen(CallId(f"c{n}"), 2, 0.3) for n in range(100)]


def test_flips_are_all_pairs_that_differ_and_the_spread_is_in_points() -> None:
    rate = flip_rate({(2, 2): 14, (2, 3): 4, (4, 2): 1, (3, None): 1})
    assert (rate.pairs, rate.flips, rate.rate) == (20, 6, 0.3)
    # of 19 pairs with two levels: 4 one level apart, 1 two levels
    assert rate.spread == pytest.approx(math.sqrt((4 * 25**2 + 50**2) / (2 * 19)))


def test_the_interval_is_wilsons() -> None:
    """Checked by hand: 6 of 20 at z = 1.645."""
    low, high = wilson(6, 20)
    assert (round(low, 4), round(high, 4)) == (0.1639, 0.4838)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 9)[0] == 0.0
    assert wilson(9, 9)[1] == 1.0


def test_the_bar_is_where_repeats_scatter_by_ten_points() -> None:
    pairs: Pairs = {(2, 2): 68, (2, 3): 32}
    assert flip_rate(pairs).rate == BAR
    assert flip_rate(pairs).spread == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("flips", "pairs", "said"),
    [
        (9, 9, Steadiness.OPEN),  # too few, whatever they say
        (9, 10, Steadiness.UNSTABLE),
        (7, 10, Steadiness.OPEN),
        (50, 100, Steadiness.UNSTABLE),
        (40, 100, Steadiness.OPEN),
        (10, 100, Steadiness.STEADY),
        (1, 20, Steadiness.STEADY),
    ],
)
def test_what_is_said_of_a_criterion(flips: int, pairs: int, said: Steadiness) -> None:
    assert flip_rate({(1, 2): flips, (1, 1): pairs - flips}).steadiness is said


def test_only_the_unstable_are_left_out() -> None:
    found: dict[CriterionId, Pairs] = {
        CriterionId("a"): {(1, 2): 18, (1, 1): 2},
        CriterionId("b"): {(1, 2): 1, (1, 1): 19},
        CriterionId("c"): {},
    }
    assert unstable(found) == {"a"}


@given(st.integers(1, 60))
def test_at_the_bar_the_evidence_has_mean_one_after_any_number_of_pairs(pairs: int) -> None:
    """What makes it safe to look after every pair (Ville's inequality)."""
    mean = sum(
        math.comb(pairs, f) * BAR**f * (1 - BAR) ** (pairs - f) * math.exp(log_evidence(f, pairs))
        for f in range(pairs + 1)
    )
    assert mean == pytest.approx(1.0, abs=1e-9)


def ever_left_out(share: float, seed: int, pairs: int = 300) -> int | None:
    """After how many pairs a criterion that flips so often is left out, looking after each."""
    draws, flips = random.Random(seed), 0
    for number in range(1, pairs + 1):
        flips += draws.random() < share
        rate = flip_rate({(1, 2): flips, (1, 1): number - flips})
        if rate.steadiness is Steadiness.UNSTABLE:
            return number
    return None


@pytest.mark.slow
def test_a_random_judge_is_found_within_thirty_pairs_and_a_good_one_never() -> None:
    random_judge = [ever_left_out(0.8, seed) for seed in range(200)]
    assert max(n or 999 for n in random_judge) <= 30
    assert sorted(n or 999 for n in random_judge)[100] <= 12
    assert [ever_left_out(0.2, seed) for seed in range(200)] == [None] * 200
    at_the_bar = [ever_left_out(BAR, seed) for seed in range(400)]
    assert sum(n is not None for n in at_the_bar) <= 0.05 * 400


# ── the proposed split ───────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def discovery() -> Rubric:
    skills = load_skills(PACKAGED / "skills.yaml")
    return load_rubrics(PACKAGED / "rubrics", skills, READERS).named("discovery", 1)


def test_each_behaviour_from_level_two_up_becomes_a_check(discovery: Rubric) -> None:
    opening = discovery.criteria[0]
    checks = proposed_checks(opening)
    assert [c.level for c in checks] == [2, 3, 4]
    assert checks[2].question == (
        "Is this heard on the call? Asks for the buyer's own goal or limit and uses the answer "
        "to steer the call."
    )
    assert [c.criterion.id for c in checks] == ["opening_2", "opening_3", "opening_4"]
    assert {c.criterion.skills for c in checks} == {opening.skills}
    assert all(c.criterion.anchors[2].startswith("Yes, once: ") for c in checks)


def test_the_same_criterion_gives_the_same_draft(discovery: Rubric) -> None:
    criterion = discovery.criteria[3]
    assert proposed_checks(criterion) == proposed_checks(replace(criterion))


@pytest.mark.slow
def test_every_draft_of_every_rubric_loads_as_a_next_version(tmp_path: Path) -> None:
    skills = load_skills(PACKAGED / "skills.yaml")
    ids = [skill.id for skill in skills]
    library = load_rubrics(PACKAGED / "rubrics", skills, READERS)
    for rubric in library.rubrics:
        criterion = rubric.criteria[-1]
        draft = with_split(rubric, criterion.id)
        file = tmp_path / f"{rubric.name}.v{draft.version}.yaml"
        file.write_text(rubric_yaml(draft), encoding="utf-8")
        read = read_rubric(file, ids, READERS)
        assert replace(read, digest="") == draft
        assert len(read.criteria) == len(rubric.criteria) + 2


def test_a_criterion_the_rubric_does_not_have_cannot_be_split(discovery: Rubric) -> None:
    with pytest.raises(KeyError, match="nope"):
        with_split(discovery, CriterionId("nope"))
