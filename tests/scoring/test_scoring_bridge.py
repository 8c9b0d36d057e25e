"""From one rubric version to the next: offsets, links, and who would move."""

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from config.loader import load_rules
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import Medal
from domain.skills import Tier
from scoring.bridge import Doubly, Link, medal_moves, offsets, tier_moves
from scoring.judge_shift import judge_shifts, measured_shifts

RULES = load_rules(Path(__file__).parents[2] / "config" / "tiers.yaml")
ASKS, CLOSES = CriterionId("asks"), CriterionId("closes")
SKILL = SkillId("questioning")


def criterion(name: CriterionId, behaviour: str = "The rep asks.") -> Criterion:
    return Criterion(
        id=name,
        title="Asks",
        behaviour=behaviour,
        anchors=("a", "b", "c", "d", "e"),
        skills=(SkillLink(SKILL),),
    )


def rubric(version: int, *criteria: Criterion) -> Rubric:
    return Rubric(name="x", version=version, title="X", call_types=(), criteria=criteria, digest="")


OLD = rubric(1, criterion(ASKS), criterion(CLOSES))
NEW = rubric(2, criterion(CLOSES), criterion(ASKS, "The rep asks why."))


def doubly(
    number: int,
    old: Mapping[CriterionId, float],
    new: Mapping[CriterionId, float],
    rep: str = "Ana",
) -> Doubly:
    return Doubly(
        call=f"{number}.vtt",
        rep=rep,
        old=old,
        new=new,
        old_medal=None,
        new_medal=None,
        old_skills={SKILL: old[ASKS]},
        new_skills={SKILL: new[ASKS]},
    )


def calls(number: int, shift: float, noise: float = 5.0) -> list[Doubly]:
    rng = random.Random(3)
    found = []
    for n in range(number):
        before = rng.uniform(40, 80)
        after = before + shift + rng.gauss(0, noise)
        found.append(doubly(n, {ASKS: before, CLOSES: before}, {ASKS: after, CLOSES: before}))
    return found


def test_a_reworded_criterion_is_linked_once_forty_calls_show_its_shift() -> None:
    closes, asks = offsets(OLD, NEW, calls(40, -5))
    assert (closes.criterion, closes.link) == (CLOSES, Link.SAME)
    assert (asks.criterion, asks.link) == (ASKS, Link.LINKED)
    assert asks.shift is not None
    assert asks.shift.points == pytest.approx(-5, abs=2 * asks.shift.error + 0.5)


def test_with_fewer_calls_it_is_a_new_criterion() -> None:
    assert offsets(OLD, NEW, calls(39, -5))[1].link is Link.NEW


def test_a_shift_that_stays_uncertain_links_nothing() -> None:
    assert offsets(OLD, NEW, calls(40, -5, noise=30))[1].link is Link.NEW


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Asks well"},
        {"tip": "Ask one thing at a time."},
        {"skills": (SkillLink(SKILL, 0.5),)},
    ],
)
def test_a_title_a_tip_or_a_weight_begins_no_new_history(changed: dict[str, Any]) -> None:
    new = rubric(2, replace(criterion(ASKS), **changed))
    assert [o.link for o in offsets(OLD, new, calls(3, 0))] == [Link.SAME]


def test_a_criterion_that_only_one_version_has_gets_no_offset() -> None:
    assert [o.criterion for o in offsets(rubric(1, criterion(ASKS)), NEW, calls(3, 0))] == [ASKS]


def test_without_double_scores_nothing_is_known() -> None:
    found = offsets(OLD, NEW, [])
    assert [(o.shift, o.link) for o in found] == [(None, Link.SAME), (None, Link.NEW)]


def test_calls_whose_medal_changes_are_listed() -> None:
    same, other = calls(2, 0)
    other = replace(other, old_medal=Medal.SILVER, new_medal=Medal.BRONZE)
    assert medal_moves([same, other]) == (other,)


def test_a_rep_whose_mean_falls_into_another_tier_is_listed() -> None:
    found = tier_moves(
        [
            doubly(1, {ASKS: 75}, {ASKS: 50}),
            doubly(2, {ASKS: 100}, {ASKS: 75}),
            doubly(3, {ASKS: 25}, {ASKS: 25}, rep="Ben"),
            doubly(4, {ASKS: 100}, {ASKS: 0}, rep=""),
        ],
        RULES,
    )
    (move,) = found
    assert (move.rep, move.skill, move.calls) == ("Ana", SKILL, 2)
    assert (move.old_mean, move.new_mean) == (87.5, 62.5)
    assert (move.old, move.new) == (Tier.PROFICIENT, Tier.DEVELOPING)


def test_the_error_of_a_shift_says_how_far_it_may_be_off() -> None:
    off = []
    for seed in range(200):
        rng = random.Random(seed)
        true = {f"c{n}": rng.gauss(-3, 4) for n in range(6)}
        scored = {
            name: [(65.0, 65.0 + shift + rng.gauss(0, 12)) for _ in range(30)]
            for name, shift in true.items()
        }
        for name, found in measured_shifts(scored).items():
            off.append(abs(found.points - true[name]) <= 1.96 * found.error)
    assert sum(off) / len(off) == pytest.approx(0.95, abs=0.03)


def test_points_are_those_of_the_shifts_that_the_product_takes_off() -> None:
    scored = {"a": [(50.0, 45.0), (60.0, 50.0)], "b": [(40.0, 41.0)], "c": []}
    found = measured_shifts(scored)
    assert judge_shifts(scored) == {name: shift.points for name, shift in found.items()}
    assert [found[name].calls for name in found] == [2, 1]
