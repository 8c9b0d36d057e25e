"""``reploop rubric drift``: does a grader that calls itself the same still grade the same?"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.anchor_file import Anchors, Kept, differences, keep_anchors, read_anchors
from app.cli.files import named_path, read_bounded
from app.cli.output import FAILED, Json
from app.cli.rubric_drift_report import Regraded, tell_drift, tell_kept
from app.cli.rubric_options import Grader, Jobs, Kind, Name, Reps, Version
from app.cli.rubric_shift import tell_shift
from app.cli.rubric_test import needed
from app.cli.rubric_trial import at_once_of, calls_in, chosen
from app.cli.score_file import Asked, Means
from app.cli.score_sources import Source
from app.cli.shadow import Shadow
from config.settings import load_settings
from domain.errors import ConfigurationError
from domain.ports import Grader as Judge
from domain.rubrics import Rubric

Calls = Annotated[
    list[str] | None,
    typer.Option(metavar="FOLDER", help="The anchor calls: always the same transcripts."),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        parser=named_path,
        help="Where the levels are kept, as JSON. Made if it is not there.",
    ),
]
Bridge = Annotated[
    bool,
    typer.Option(
        "--bridge", help="The levels are another grader's: measure the shift, raise no alarm."
    ),
]
Keep = Annotated[bool, typer.Option("--keep", help="Keep these levels instead of the old ones.")]
Fewer = Annotated[
    bool, typer.Option("--fewer", help="With --keep: even where they are of fewer calls.")
]


def rubric_drift(
    name: Name,
    calls: Calls = None,
    baseline: Baseline = None,
    keep: Keep = False,
    fewer: Fewer = False,
    bridge: Bridge = False,
    version: Version = None,
    grader: Grader = None,
    rep: Reps = None,
    call_type: Kind = None,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Grade a fixed set of calls again and compare with the levels that were kept.

    The first time the levels are kept. From then on a shift beyond four standard errors is an
    alarm: somebody changed the model and left its name. Of the built-in grader any other level
    is one, since it has to answer the same every time. Exit code 1 on an alarm.
    """
    file = _place(baseline)
    asked = Asked(
        file=Path(), reps=tuple(rep or ()), call_type=call_type, grader=grader, quiet=as_json
    )
    means = Means.of(load_settings(), asked)
    rubric = chosen(means.configured.rubrics, name, version)
    sources = calls_in(needed(calls, "--calls"))
    before = read_anchors(file) if file.exists() else None
    if bridge and before is None:
        raise typer.BadParameter("there are no levels to compare with", param_hint="--bridge")
    if before and (bridge or not keep):
        _of_one_judge(file, before, rubric, None if bridge else means.grader)
    if keep and not fewer and (problem := _fewer(before, len(sources))):
        raise ConfigurationError(str(file), problem, "Give all calls, or --fewer to keep these")
    run = _graded(Shadow(asked, means, at_once_of(means, jobs)), rubric, sources, before)
    refused = _keep(file, run, fewer=fewer) if keep or before is None else None
    if bridge:
        tell_shift(run, refused, as_json=as_json)
    elif before is None or keep:
        tell_kept(file, run, refused, as_json=as_json)
    else:
        tell_drift(run, as_json=as_json)
    if refused or (run.alarm and not bridge and not keep):
        raise typer.Exit(FAILED)


def _place(baseline: Path | None) -> Path:
    """Where the levels are: said before the calls are graded, not after."""
    if baseline is None:
        raise typer.BadParameter("it is needed", param_hint="--baseline")
    problem = None
    if not baseline.parent.is_dir():
        problem = f"there is no folder {baseline.parent}"
    elif baseline.is_dir():
        problem = f"{baseline} is a folder: name a file"
    elif not os.access(baseline.parent, os.W_OK):
        problem = f"nothing can be written in {baseline.parent}"
    if problem:
        raise typer.BadParameter(problem, param_hint="--baseline")
    return baseline


def _of_one_judge(file: Path, before: Anchors, rubric: Rubric, grader: Judge | None) -> None:
    if problem := differences(before, rubric, grader):
        raise problem.at(file)


def _graded(
    shadow: Shadow, rubric: Rubric, sources: Mapping[str, Source], before: Anchors | None
) -> Regraded:
    graded = shadow.graded(list(sources.values()), rubric)
    now = {
        call: Kept.of(read_bounded(sources[call].path), scored.card)
        for call, scored in graded.scored.items()
    }
    return Regraded(before, Anchors.of(rubric, shadow.means.grader, datetime.now(UTC), now), graded)


def _fewer(before: Anchors | None, calls: int) -> str:
    if before is None or calls >= len(before.calls):
        return ""
    return f"it holds the levels of {len(before.calls)} calls, and these are {calls}"


def _keep(file: Path, run: Regraded, *, fewer: bool) -> str:
    """Keep the levels; else why not. What was kept before is then still there."""
    calls = len(run.now.calls)
    refused = "" if fewer and calls else _fewer(run.before, calls)
    if not calls:
        refused = "no call could be graded"
    if not refused:
        keep_anchors(file, run.now)
    return refused
