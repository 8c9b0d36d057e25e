"""``python -m benchmarks [SECTION ...] [--quick] [--json PATH]``."""

import argparse
import importlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks import machine
from benchmarks.figures import FULL, QUICK, Effort, Section

SECTIONS = (
    "acknowledgements", "pipeline", "grading", "start_up", "memory", "thinking", "signals", "study",
    "asking", "facts",
    "agenda_year", "slack_acks", "crm_push", "crm_interleavings",
)  # fmt: skip


def main() -> None:
    """Measure the sections asked for, print each as soon as it is done."""
    arguments = _arguments()
    effort = QUICK if arguments.quick else FULL
    if arguments.rounds:
        effort = replace(effort, rounds=arguments.rounds)
    out = Console()
    here = machine.describe()
    document: dict[str, object] = {"machine": here}
    out.print(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in here.items()))
    for name in arguments.sections or SECTIONS:
        measure: Callable[[Effort], Section] = importlib.import_module(f"benchmarks.{name}").measure
        section = measure(effort)
        section.show(out)
        document[name] = section.data
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", help=f"any of {', '.join(SECTIONS)}; all if none")
    parser.add_argument("--quick", action="store_true", help="only show that it runs")
    parser.add_argument("--rounds", type=int, help="rounds of load for each server")
    parser.add_argument("--json", help="write the raw numbers to this file")
    arguments = parser.parse_args()
    unknown = set(arguments.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no section {', '.join(sorted(unknown))}")
    return arguments


if __name__ == "__main__":
    main()
