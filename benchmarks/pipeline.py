"""Processor time of a worker for one call, from the kept delivery to settled outbox rows."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.figures import Effort, Section, middle
from benchmarks.processes import Program
from domain.effects import Queue

GRADERS = {"builtin": "built-in grader", "model": "model grader, without the model"}


def measure(effort: Effort) -> Section:
    """Both graders on the demo company's calls: once cold, then ``repeats`` times warm."""
    found = {grader: _passes(grader, effort.repeats) for grader in GRADERS}
    rows = []
    for grader, passes in found.items():
        cold, warm = passes[:1], passes[1:]
        rows.append([GRADERS[grader], *_cells(warm)])
        rows.append([f"{GRADERS[grader]}, first pass of the process", *_cells(cold)])
    last = found["builtin"][-1]
    calls = ", ".join(f"{n} {state}" for state, n in last["states"]["calls"].items())
    return Section(
        title=f"Pipeline: CPU ms a scored call, median of {effort.repeats} warm passes",
        columns=("grader", *(queue.value for queue in Queue), "all", "wall ms"),
        rows=rows,
        notes=[f"Calls of each pass: {calls}. What the others cost is counted with the scored."],
        data=found,
    )


def _passes(grader: str, repeats: int) -> list[dict[str, Any]]:
    """One process; each pass has vendors and a database of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reploop-bench-")))
        scenes = [folder / f"scene-{number}.json" for number in range(repeats + 1)]
        for scene in scenes:
            vendors = Program("benchmarks.vendors", str(scene), "0", folder=folder)
            stack.enter_context(vendors).line()
        names = [str(scene) for scene in scenes]
        with Program("benchmarks.line", str(folder), grader, *names, folder=folder) as program:
            lines = program.whole_output().splitlines()
    return [json.loads(line) for line in lines]


def _cells(passes: Sequence[Mapping[str, Any]]) -> list[str]:
    steps = [_ms(passes, [queue.value], "cpu_s") for queue in Queue]
    every = [queue.value for queue in Queue]
    numbers = [*steps, _ms(passes, every, "cpu_s"), _ms(passes, every, "wall_s")]
    return [f"{number:.1f}" for number in numbers]


def _ms(passes: Sequence[Mapping[str, Any]], queues: Sequence[str], figure: str) -> float:
    """Median over passes of milliseconds a scored call, these queues together."""
    return middle(
        [1000 * sum(one["steps"][q][figure] for q in queues) / one["scored"] for one in passes]
    )
