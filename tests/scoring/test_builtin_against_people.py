"""The readers beside people's judgement, on real conversations that nobody here wrote.

Used to check, never to tune: the data lie outside the project (see ``REPLOOP_DATA_SAMPLES``).
"""

import json
from collections.abc import Sequence
from statistics import correlation

from domain.calls import CallType, Side, Transcript, Turn
from scoring.builtin.asking import builds_on
from scoring.builtin.balance import pace_of
from scoring.builtin.conversation import Conversation
from scoring.builtin.listening import playbacks
from scoring.builtin.signals import read_signals
from tests.integrations.samples import data_samples


def rows(name: str) -> list[dict[str, object]]:
    path = data_samples() / "conversations" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def heard(turns: object, rep: str) -> Conversation:
    assert isinstance(turns, list)
    built = tuple(
        Turn(
            i,
            t["speaker"],
            float(t.get("start", i)),
            float(t.get("end", i + 1)),
            t["text"],
            Side.REP if t["speaker"] == rep else Side.BUYER,
        )
        for i, t in enumerate(turns)
    )
    transcript = Transcript(built, language="en", timed="start" in turns[0])
    return Conversation(read_signals(transcript), transcript, CallType.DISCOVERY)


def ranks(values: Sequence[float]) -> list[float]:
    """Mean ranks, ties sharing theirs."""
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [sum(places[v]) / len(places[v]) for v in values]


def test_building_on_what_was_said_ranks_as_three_experts_rank_it() -> None:
    read, rated = [], []
    for row in rows("uptake"):
        talk = heard(row["turns"], "teacher")
        if row["uptake_mean_0_2"] is None or not talk.exchanges:
            continue
        last = talk.exchanges[-1]
        shared = (last.rep.stems | last.rep.figures) & (last.before_stems | last.before_figures)
        read.append(builds_on(last) + len(playbacks(talk)) + 0.5 * min(3, len(shared)))
        rated.append(float(str(row["uptake_mean_0_2"])))
    assert len(rated) > 700
    assert correlation(ranks(read), ranks(rated)) > 0.45


def test_the_share_of_talk_agrees_with_the_measured_time() -> None:
    for row in rows("primock57"):
        turns = row["turns"]
        assert isinstance(turns, list)
        seconds = {"doctor": 0.0, "patient": 0.0}
        for turn in turns:
            seconds[turn["speaker"]] += turn["end"] - turn["start"]
        by_time = seconds["doctor"] / sum(seconds.values())
        assert abs(pace_of(heard(turns, "doctor")).share - by_time) < 0.12
