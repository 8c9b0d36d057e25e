"""``reploop rubric drift``: does a grader that calls itself the same still grade the same?"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.anchor_file import Anchors, Kept, differences, keep_anchors, read_anchors
from app.cli.files import read_bounded
from app.cli.output import FAILED, Json, note, print_json, print_table, say
from app.cli.rubric_options import Grader, Jobs, Kind, Name, Reps, Version
from app.cli.rubric_shift import tell_shift
from app.cli.rubric_test import needed
from app.cli.rubric_trial import at_once_of, calls_in, chosen
from app.cli.score_file import Asked, Means
from app.cli.score_report import spent, used
from app.cli.shadow import Graded, Shadow
from config.settings import load_settings
from domain import wording
from scoring.drift import GOLDEN_CALLS, Coverage, Drift, coverage_of, drift_of

Calls = Annotated[
    list[str] | None,
    typer.Option(metavar="FOLDER", help="The anchor calls: always the same transcripts."),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Where the levels are kept, as JSON. Made if it is not there."
    ),
]
Bridge = Annotated[
    bool,
    typer.Option(
        "--bridge", help="The levels are another grader's: measure the shift, raise no alarm."
    ),
]
Keep = Annotated[bool, typer.Option("--keep", help="Keep these levels instead of the old ones.")]


def rubric_drift(
    name: Name,
    calls: Calls = None,
    baseline: Baseline = None,
    keep: Keep = False,
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
    before = None if keep or not file.exists() else read_anchors(file)
    if bridge and before is None:
        raise typer.BadParameter("there are no levels to compare with", param_hint="--bridge")
    if before and (problem := differences(before, rubric, None if bridge else means.grader)):
        raise problem.at(file)
    graded = Shadow(asked, means, at_once_of(means, jobs)).graded(list(sources.values()), rubric)
    now = {
        call: Kept.of(read_bounded(sources[call].path), scored.card)
        for call, scored in graded.scored.items()
    }
    anchors = Anchors.of(rubric, means.grader, datetime.now(UTC), now)
    if before is None:
        keep_anchors(file, anchors)
        _tell_kept(file, anchors, graded, as_json=as_json)
    elif bridge:
        same = {call: kept for call, kept in now.items() if before.same_text(call, kept)}
        tell_shift(before, anchors, same, as_json=as_json)
    else:
        _compare(before, anchors, graded, as_json=as_json)


def _place(baseline: Path | None) -> Path:
    if baseline is None:
        raise typer.BadParameter("it is needed", param_hint="--baseline")
    if not baseline.parent.is_dir():  # said before the calls are graded, not after
        problem = f"there is no folder {baseline.parent}"
        raise typer.BadParameter(problem, param_hint="--baseline")
    return baseline


def _tell_kept(file: Path, anchors: Anchors, graded: Graded, *, as_json: bool) -> None:
    if as_json:
        print_json({"kept": len(anchors.calls), "not_graded": graded.problems, "alarm": False})
    else:
        say(f"The levels of {wording.calls(len(anchors.calls))} are kept in {file}.")
        _note_size(len(anchors.calls), graded)
    if not anchors.calls:
        raise typer.Exit(FAILED)


def _compare(before: Anchors, anchors: Anchors, graded: Graded, *, as_json: bool) -> None:
    same = {c: k for c, k in anchors.calls.items() if before.same_text(c, k)}
    edited = sorted(anchors.calls.keys() & before.calls.keys() - same.keys())
    then = {call: kept.levels for call, kept in before.calls.items()}
    levels = {call: kept.levels for call, kept in same.items()}
    drifts, coverage = drift_of(then, levels), coverage_of(then, levels)
    changed = sum(then[call] != levels[call] for call in levels)
    exact = anchors.grader_name == "builtin"
    alarm = changed > 0 if exact else coverage.alarm or any(d.alarm for d in drifts)
    alarm = alarm or not levels
    if as_json:
        print_json(_document(before, drifts, coverage, changed, alarm=alarm)
                   | {"calls": len(levels), "edited": edited, "not_graded": graded.problems,
                      "usage": spent(s.card.usage for s in graded.scored.values())})  # fmt: skip
    else:
        _show(before, drifts, coverage, exact=exact)
        for call in sorted(before.calls.keys() - anchors.calls.keys() - graded.problems.keys()):
            note(f"{call} is no longer among the calls: left out")
        for call in edited:
            note(f"{call} is another text than when its levels were kept: left out")
        _note_size(len(levels), graded)
        say(*filter(None, [used(spent(s.card.usage for s in graded.scored.values()))]))
        say(_said(len(levels), changed, alarm=alarm))
    if alarm:
        raise typer.Exit(FAILED)


def _document(
    before: Anchors, drifts: tuple[Drift, ...], coverage: Coverage, changed: int, *, alarm: bool
) -> dict[str, Any]:
    """Shifts in points 0-100, now minus then; z in standard errors."""
    return {
        "rubric": {"name": before.rubric_name, "version": before.rubric_version},
        "grader": {"name": before.grader_name, "version": before.grader_version},
        "kept_at": before.kept_at,
        "alarm": alarm,
        "changed_calls": changed,
        "lost": coverage.lost,
        "gained": coverage.gained,
        "criteria": [
            {
                "id": d.criterion,
                "calls": d.calls,
                "changed": d.changed,
                "shift": round(d.shift, 2),
                "z": round(d.z, 2),
                "alarm": d.alarm,
            }
            for d in drifts
        ],
    }


def _show(before: Anchors, drifts: tuple[Drift, ...], coverage: Coverage, *, exact: bool) -> None:
    title = (
        f"{before.rubric_name} v{before.rubric_version}, grader {before.grader_name} "
        f"{before.grader_version}, beside {before.kept_at:%d %b %Y}"
    )
    rows = [
        (
            d.criterion or "all together",
            d.calls,
            d.changed,
            f"{d.shift:+.1f}",
            f"{d.z:+.1f}",
            "alarm" if d.alarm or (exact and d.changed) else "",
        )
        for d in drifts
    ]
    print_table(title, ("criterion", "calls", "changed", "shift", "z", ""), rows)
    if coverage.lost or coverage.gained:
        say(f"No longer scored: {coverage.lost}; newly scored: {coverage.gained}.")


def _said(calls: int, changed: int, *, alarm: bool) -> str:
    if not calls:
        return "Alarm: none of the kept calls could be graded again."
    if not changed:
        return f"The same levels on all of {wording.calls(calls)}."
    if alarm:
        return (
            "Alarm: the grader has changed. Measure the shift with --bridge, keep "
            "anew with --keep, and hold tier messages back until then."
        )
    return f"Other levels on {changed} of {wording.calls(calls)}: no more than chance."


def _note_size(calls: int, graded: Graded) -> None:
    for call, why in graded.problems.items():
        note(f"not graded: {call}: {why}")
    if calls < GOLDEN_CALLS:
        note(f"{wording.calls(calls)}; it takes {GOLDEN_CALLS} to see a shift of three points")
