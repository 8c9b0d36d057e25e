"""What grading a 45-minute call costs: requests, tokens, processor time, calls a minute.

The model is a scripted server in a process of its own; every way of grading runs in another.
The obvious way, one request a criterion, is measured in the same run with the same client, so
that the ratios are of one machine. The figures of other programs were measured elsewhere.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Effort, Section
from benchmarks.grading_call import compact_tokens, good_answer, grading_call, grading_rubric
from benchmarks.processes import Program

QUICK_S, SLOW_S = 0.2, 8.0
"""Latencies of the server, in seconds."""
REFUSE_EVERY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One measurement: how, how many calls at full effort, how many side by side."""

    name: str
    way: str
    calls: int
    at_once: int
    latency_s: float
    refuse_every: int = 0


WAYS = (
    Way(name="one at a time", way="grader", calls=60, at_once=1, latency_s=0.0),
    Way(name="20 side by side", way="grader", calls=600, at_once=20, latency_s=QUICK_S),
    Way(name="200 side by side", way="grader", calls=1200, at_once=200, latency_s=SLOW_S),
    Way(name="worker, 20 side by side", way="worker", calls=300, at_once=20, latency_s=QUICK_S),
    Way(name="worker, 200 side by side", way="worker", calls=1200, at_once=200, latency_s=SLOW_S),
    Way(
        name="worker, one 429 in seven", way="worker", calls=70, at_once=20, latency_s=QUICK_S,
        refuse_every=REFUSE_EVERY,
    ),
    Way(name="obvious, one at a time", way="obvious", calls=10, at_once=1, latency_s=0.0),
    Way(name="obvious, 20 side by side", way="obvious", calls=60, at_once=20, latency_s=QUICK_S),
)  # fmt: skip
ELSEWHERE: Mapping[str, tuple[int, int, float, int | None, int]] = {
    "openevals, one schema": (1, 11_040, 6, 4_700, 99),
    "openevals, a judge a criterion": (10, 101_950, 33, 1_000, 123),
    "autoevals": (10, 102_520, 36, 1_210, 105),
    "ragas": (10, 102_560, 53, 960, 277),
    "inspect_ai": (10, 100_880, 470, 316, 585),
    "deepeval GEval, steps given": (10, 102_570, 378, 124, 311),
    "deepeval GEval": (20, 104_520, 750, 75, 474),
}
"""Requests, prompt tokens, CPU ms, calls a minute (20 side by side at 200 ms), peak MB: of
another 45-minute call with ten criteria, on another machine."""


def measure(effort: Effort) -> Section:
    """Every way once; each refuses to give a figure unless every call was graded whole."""
    rubric, transcript = grading_rubric(), grading_call()
    compact = compact_tokens(rubric, transcript)
    found: dict[str, dict[str, Any]] = {}
    with scripted(good_answer(rubric, transcript)) as (url, folder):
        for way in WAYS:
            found[way.name] = _measured(way, url, folder, effort.scale)
    rows = [_row(name, figures, compact) for name, figures in found.items()]
    rows += [_row_elsewhere(name, *figures) for name, figures in ELSEWHERE.items()]
    return Section(
        title="Grading a 45-minute call, ten criteria",
        columns=("what", "requests", "prompt tokens", "ratio", "CPU ms", "calls/min", "peak MB"),
        rows=rows,
        notes=_notes(compact, found["worker, one 429 in seven"]),
        data={"compact_tokens": compact, **found},
    )


@contextmanager
def scripted(answer: str) -> Iterator[tuple[str, Path]]:
    """A running scripted server: its address, and a folder for whoever asks it."""
    with tempfile.TemporaryDirectory(prefix="reploop-bench-") as made:
        folder = Path(made)
        (folder / "answer.json").write_text(answer, encoding="utf-8")
        server = Program("benchmarks.grading_server", str(folder / "answer.json"), folder=folder)
        with server as running:
            yield running.line(), folder


def _measured(way: Way, url: str, folder: Path, scale: float) -> dict[str, Any]:
    calls = max(2, round(way.calls * scale))
    terms = {
        "latency_s": way.latency_s if scale == 1.0 else min(way.latency_s, QUICK_S),
        "refuse_every": way.refuse_every,
        "retry_after_s": 1.0,
    }
    arguments = (way.way, url, str(calls), str(min(way.at_once, calls)), json.dumps(terms))
    with Program("benchmarks.grading_run", *arguments, folder=folder) as program:
        figures: dict[str, Any] = json.loads(program.line(timeout_s=600.0))
    return figures


def _row(name: str, figures: Mapping[str, Any], compact: int) -> tuple[str, ...]:
    calls, seen = figures["calls"], figures["server"]
    tokens = seen["prompt_tokens"] / calls
    return (
        name,
        f"{seen['requests'] / calls:.2f}",
        f"{tokens:,.0f}",
        f"{tokens / compact:.3f}",
        f"{figures['cpu_ms']:.1f}",
        f"{figures['calls_per_min']:,.0f}",
        f"{figures['peak_mb']:.0f}",
    )


def _row_elsewhere(
    name: str, requests: int, tokens: int, cpu_ms: float, per_min: int | None, peak_mb: int
) -> tuple[str, ...]:
    rate = "" if per_min is None else f"{per_min:,}"
    figures = (f"{tokens:,}", "", f"{cpu_ms:g}", rate, str(peak_mb))
    return (f"elsewhere: {name}", str(requests), *figures)


def _notes(compact: int, refused: Mapping[str, Any]) -> list[str]:
    seen, calls = refused["server"], refused["calls"]
    twice = seen["requests"] - seen["refused"] - calls
    tokens = f"{compact:,} tokens, counted as bytes over four"
    return [
        f"Compact is the turns as `12 R: …` and the rubric, once each: {tokens}; ratio is to it.",
        f"One 429 in seven: {seen['refused']} refused, all {calls} graded, {twice} twice.",
        f"The server answers 20 side by side after {QUICK_S:g} s, 200 after {SLOW_S:g} s.",
    ]
