"""Chances are counted, and nothing is claimed that they cannot carry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.clips import ScoredCall
from coaching.commitments import proof_of, verdict_of
from domain.commitments import Commitment, CommitmentId, Verdict
from domain.people import PersonId
from domain.rubrics import CriterionId, SkillId
from tests.coaching.conftest import NOW

AGREED = NOW - timedelta(days=7)
COMMITMENT = Commitment(
    id=CommitmentId("c"), rep_id=PersonId("ilse"), manager_id=PersonId("petra"),
    skill_id=SkillId("next_steps"), criterion_id=CriterionId("dated_step"), rubric_name="r",
    title="Agrees a dated next step", agreed_at=AGREED, week="2026-W47",
)  # fmt: skip


@pytest.mark.parametrize(
    ("taken", "seen", "verdict"),
    [
        (0, 0, Verdict.TOO_FEW), (2, 2, Verdict.TOO_FEW),
        (3, 3, Verdict.STICKING), (2, 3, Verdict.NOT_YET), (3, 4, Verdict.NOT_YET),
        (4, 4, Verdict.STICKING), (4, 5, Verdict.STICKING),
        (0, 3, Verdict.NOT_YET), (5, 10, Verdict.NOT_YET), (8, 10, Verdict.STICKING),
    ],
)  # fmt: skip
def test_the_verdict_is_what_the_chances_can_carry(taken: int, seen: int, verdict: Verdict) -> None:
    assert verdict_of(taken, seen) is verdict


@given(st.integers(3, 40), st.data())
def test_more_chances_taken_never_make_it_worse(seen: int, data: st.DataObject) -> None:
    taken = data.draw(st.integers(0, seen - 1))
    order = [Verdict.NOT_YET, Verdict.STICKING]
    assert order.index(verdict_of(taken, seen)) <= order.index(verdict_of(taken + 1, seen))


@given(st.integers(3, 40), st.data())
def test_half_of_the_chances_or_fewer_is_never_sticking(seen: int, data: st.DataObject) -> None:
    assert verdict_of(data.draw(st.integers(0, seen // 2)), seen) is Verdict.NOT_YET


def test_a_rep_who_does_it_on_half_of_the_calls_is_seldom_told_that_it_sticks() -> None:
    for seen in range(3, 12):
        wrong = sum(
            comb(seen, k) / 2**seen
            for k in range(seen + 1)
            if verdict_of(k, seen) is Verdict.STICKING
        )
        assert wrong <= 0.23, seen


Scored = Callable[..., ScoredCall]


def test_only_calls_after_the_conversation_count_as_chances(scored: Scored) -> None:
    calls = [
        scored("after", days_ago=2, dated_step=(4, "Tuesday at nine")),
        scored("before", days_ago=9, dated_step=(1, "let us talk soon")),
    ]
    proof = proof_of(COMMITMENT, calls, as_of=NOW)
    assert (proof.seen, proof.taken) == (1, 1)
    assert (proof.before_seen, proof.before_taken) == (1, 0)


def test_a_call_without_an_occasion_is_no_missed_chance(scored: Scored) -> None:
    calls = [scored(f"c{n}", days_ago=n, dated_step=None) for n in range(1, 5)]
    proof = proof_of(COMMITMENT, calls, as_of=NOW)
    assert (proof.seen, proof.verdict) == (0, Verdict.TOO_FEW)


def test_a_call_after_the_agenda_was_planned_is_not_known_yet(scored: Scored) -> None:
    calls = [scored("c", days_ago=1, dated_step=(4, "Tuesday at nine"))]
    assert proof_of(COMMITMENT, calls, as_of=NOW - timedelta(days=2)).seen == 0


def test_a_namesake_that_feeds_another_skill_is_another_behaviour(scored: Scored) -> None:
    calls = [scored("c", days_ago=1, dated_step=(4, "Tuesday at nine"))]
    other = replace(COMMITMENT, skill_id=SkillId("discovery"))
    assert proof_of(other, calls, as_of=NOW).seen == 0


def test_the_latest_chance_taken_and_the_latest_missed_are_shown(scored: Scored) -> None:
    calls = [
        scored("taken-1", days_ago=4, dated_step=(4, "Monday at ten")),
        scored("taken-2", days_ago=3, dated_step=(3, "Tuesday at nine")),
        scored("missed-1", days_ago=2, dated_step=(0, "we will see")),
        scored("missed-2", days_ago=1, dated_step=(1, "talk soon")),
    ]
    clips = proof_of(COMMITMENT, calls, as_of=NOW).clips
    assert [clip.call_id for clip in clips] == ["taken-2", "missed-2"]


def test_before_is_counted_over_about_as_many_calls_as_since(scored: Scored) -> None:
    calls = [scored(f"b{n}", days_ago=8 + n, dated_step=(1, "talk soon")) for n in range(20)]
    calls += [scored(f"a{n}", days_ago=1 + n / 2, dated_step=(1, "soon")) for n in range(4)]
    assert proof_of(COMMITMENT, calls, as_of=NOW).before_seen == 4
