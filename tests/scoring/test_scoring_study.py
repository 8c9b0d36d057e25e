"""Replay on synthetic companies whose true levels are known, beside the obvious way."""

import csv
import json
import math
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Proficiency, ProfileRules, SkillObservation
from scoring.profile import replay

ROOT = Path(__file__).parents[2]
STUDY = Path(os.environ.get("REPLOOP_DATA_SAMPLES", ROOT.parent / "shared" / "data")) / "study"
START = datetime(2026, 1, 1, tzinfo=UTC)
RULES = ProfileRules()
EVERY = 10
"""Only every tenth pair is replayed, and every fourth week looked at, to keep it short."""
FIRST_DAY = 28
HALF_LIFE_DAYS = 30.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (STUDY / "baseline").is_dir(), reason=f"no study in {STUDY}; set REPLOOP_DATA_SAMPLES"
    ),
]
Pair = tuple[str, str]
Seen = dict[Pair, list[SkillObservation]]
Truth = dict[Pair, list[tuple[float, float]]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def observations(world: Path) -> Seen:
    """What is left of the live calls once all events have arrived: means of the criteria."""
    chart = json.loads((world / "public" / "org.json").read_text("utf-8"))
    skill_of = {c["criterion_id"]: c["skill_id"] for c in chart["criteria"]}
    live = {r["call_id"]: r for r in rows(world / "public" / "calls.csv") if r["source"] == "call"}
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for event in rows(world / "public" / "score_events.csv"):
        if event["op"] == "delete":
            scores.pop(event["call_id"], None)
        elif event["call_id"] in live:
            scores[event["call_id"]].pop(event["criterion_id"], None)
            if event["score"]:
                scores[event["call_id"]][event["criterion_id"]] = float(event["score"])
    found: Seen = defaultdict(list)
    for call_id, by_criterion in scores.items():
        by_skill: dict[str, list[float]] = defaultdict(list)
        for criterion, score in by_criterion.items():
            by_skill[skill_of[criterion]].append(score)
        call = live[call_id]
        for skill, values in by_skill.items():
            found[call["rep_id"], skill].append(
                SkillObservation(
                    rep_id=PersonId(call["rep_id"]),
                    skill_id=SkillId(skill),
                    call_id=CallId(call_id),
                    observed_at=START + timedelta(days=float(call["day"])),
                    score=sum(values) / len(values),
                    criteria=len(values),
                )
            )
    return dict(list(found.items())[::EVERY])


def truth(world: Path) -> Truth:
    found: Truth = defaultdict(list)
    for row in rows(world / "truth" / "latent_weekly.csv"):
        found[row["rep_id"], row["skill_id"]].append((float(row["day"]), float(row["theta"])))
    return found


def half_life_mean(seen: Sequence[SkillObservation], moment: datetime) -> float:
    """The obvious way: a mean in which a call counts half after thirty days."""
    weights = [
        math.pow(0.5, (moment - o.observed_at).total_seconds() / 86_400 / HALF_LIFE_DAYS)
        for o in seen
    ]
    return sum(w * o.score for w, o in zip(weights, seen, strict=True)) / sum(weights)


def compared(world: Path) -> list[tuple[Proficiency, float, float]]:
    """(ours, half-life mean, truth) for every pair and month with at least three calls."""
    levels = truth(world)
    found = []
    for pair, seen in observations(world).items():
        for day, theta in levels[pair][::4]:
            moment = START + timedelta(days=day + 0.99)
            by_then = [o for o in seen if o.observed_at <= moment]
            if day < FIRST_DAY or len(by_then) < 3:
                continue
            ours = replay(PersonId(pair[0]), SkillId(pair[1]), by_then, RULES, as_of=moment)
            found.append((ours.proficiency, half_life_mean(by_then, moment), theta))
    return found


def rmse(errors: Sequence[float]) -> float:
    return math.sqrt(sum(e * e for e in errors) / len(errors))


@pytest.mark.parametrize(
    ("world", "covered_at_least"),
    [
        ("baseline", 0.78),
        ("steps", 0.78),
        # harder call types and another judge are not taken out of the scores yet
        ("stress", 0.50),
    ],
)
def test_replay_is_nearer_to_the_truth_than_a_half_life_mean(
    world: str, covered_at_least: float
) -> None:
    found = compared(STUDY / world)
    ours = rmse([p.level - theta for p, _, theta in found])
    obvious = rmse([mean - theta for _, mean, theta in found])
    covered = sum(p.interval[0] <= theta <= p.interval[1] for p, _, theta in found) / len(found)
    print(f"{world}: {len(found)} points, {ours:.2f} against {obvious:.2f}, covered {covered:.3f}")
    assert ours < obvious
    assert covered >= covered_at_least
