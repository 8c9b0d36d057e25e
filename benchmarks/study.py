"""The statistics on the sample companies, judged by the evaluation that knows the truth.

Each folder of ``study`` in the sample data is replayed as ``reploop study`` does it; then the
evaluation beside the data (which needs pandas) scores what was written.
"""

import gc
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from app.study.files import read_study
from app.study.tables import write_study
from benchmarks.figures import Effort, Section, Unsound
from benchmarks.labelled import folder as conversations

TITLE = "Proficiency on sample companies with known truth"
COLUMNS = ("figure", "target")
SCORED = ("proficiency", "alerts", "trend", "percentile", "focus", "judge_shift", "outcomes")
"""Tables that are written; cohorts are not yet."""
SIDE_BY_SIDE = 2


def measure(effort: Effort) -> Section:
    """One column a company; empty, with the reason, where the data or a package is missing."""
    study = conversations().parent / "study"
    companies = sorted(p.name for p in study.glob("*") if (p / "public").is_dir())
    if effort.scale < 1.0:
        companies = companies[:1]
    if why := _missing(study, companies):
        return Section(title=TITLE, columns=COLUMNS, rows=(), notes=(f"skipped: {why}",))
    with tempfile.TemporaryDirectory() as out, ProcessPoolExecutor(SIDE_BY_SIDE) as pool:
        taken = list(
            pool.map(_replay, [study / c / "public" for c in companies],
                     [Path(out) / c for c in companies])
        )  # fmt: skip
        figures = [_evaluated(study, study / c, Path(out) / c) for c in companies]
    names = sorted({name for found in figures for name in found})
    rows = [[name, *_cells(name, figures)] for name in names]
    rows.append(["seconds", "", *(f"{s:.0f}" for s in taken)])
    return Section(
        title=TITLE,
        columns=(*COLUMNS, *companies),
        rows=rows,
        notes=(
            "one seed each; targets are for the mean of six. ! misses its target",
            "false_claims, power and focus are of one company each, too few to judge alone",
        ),
        data={c: {**f, "seconds": s} for c, f, s in zip(companies, figures, taken, strict=True)},
    )


def _missing(study: Path, companies: Sequence[str]) -> str:
    if not companies:
        return f"no companies in {study}; REPLOOP_DATA_SAMPLES names another folder"
    if any(importlib.util.find_spec(name) is None for name in ("pandas",)):
        return "the evaluation needs pandas, which Reploop does not install"
    return ""


def _replay(public: Path, out: Path) -> float:
    """CPU seconds it took, without the collector of cycles, as the command runs it."""
    gc.disable()
    start = time.process_time()
    for _ in write_study(read_study(public), out):
        pass
    return time.process_time() - start


Verdict = tuple[float, str, bool]
"""Figure, target, and whether it is reached."""


def _evaluated(study: Path, data: Path, out: Path) -> dict[str, Verdict]:
    command = [sys.executable, str(study / "evaluate.py"), "--data", str(data), "--sub", str(out)]
    command += ["--targets", str(study / "targets.json")]
    # Its exit code only says that some target is missed; no figure at all is what cannot be.
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (found := verdicts(ran.stdout)):
        raise Unsound(f"the evaluation of {data.name} printed no figure: {ran.stderr[-500:]}")
    return found


def verdicts(printed: str) -> dict[str, Verdict]:
    """The figures of the tables that are written, by name."""
    found: dict[str, Verdict] = {}
    for line in printed.splitlines():
        verdict, _, rest = line.partition("  ")
        if verdict in ("PASS", "FAIL") and rest.split(".")[0] in SCORED:
            name, figure, *target = rest.split()
            if figure != "None":  # nothing to judge: its table was not written
                found[name] = (float(figure), " ".join(target), verdict == "PASS")
    return found


def _cells(name: str, figures: Sequence[dict[str, Verdict]]) -> list[str]:
    targets = {found[name][1] for found in figures if name in found}
    cells = ["" if len(targets) > 1 else targets.pop()]
    for found in figures:
        if name not in found:
            cells.append("")
            continue
        value, target, reached = found[name]
        own = f" ({target})" if not cells[0] else ""
        cells.append(f"{value:.3f}{'' if reached else '!'}{own}")
    return cells
