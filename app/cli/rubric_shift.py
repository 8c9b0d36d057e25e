"""From one grader to the next: how far the same calls move, criterion by criterion."""

from collections.abc import Mapping

from app.cli.anchor_file import Kept
from app.cli.output import print_json, print_table, say
from app.cli.rubric_drift_report import Regraded, note_problems
from domain import wording
from domain.rubrics import CriterionId
from domain.scores import score_of_level
from scoring.bridge import BRIDGE_CALLS, KNOWN_WITHIN, is_known
from scoring.judge_shift import Shift, measured_shifts

Z_95 = 1.96


def shifts_between(
    before: Mapping[str, Kept], now: Mapping[str, Kept]
) -> dict[CriterionId, Shift | None]:
    """New minus old in points, for each criterion that the kept levels have; ``None``: no pair."""
    pairs: dict[CriterionId, list[tuple[float, float]]] = {}
    for call, kept in before.items():
        for criterion, level in kept.levels.items():
            found = pairs.setdefault(criterion, [])
            new = now[call].levels.get(criterion) if call in now else None
            if level is not None and new is not None:
                found.append((score_of_level(level), score_of_level(new)))
    shifts = measured_shifts({str(c): found for c, found in pairs.items()})
    return {criterion: shifts.get(str(criterion)) for criterion in pairs}


def tell_shift(run: Regraded, refused: str | None, *, as_json: bool) -> None:
    """Print the shift of every criterion, over the calls whose files are as they were.

    ``refused`` says why the new levels were not kept: empty if they were, ``None`` if that was
    not asked for.
    """
    assert run.before is not None  # noqa: S101 - a bridge begins at kept levels
    before, now = run.before, run.now
    shifts = shifts_between(before.calls, run.same)
    kept = len(now.calls) if refused == "" else 0
    if as_json:
        print_json({
            "rubric": {"name": before.rubric_name, "version": before.rubric_version},
            "old_grader": {"name": before.grader_name, "version": before.grader_version},
            "new_grader": {"name": now.grader_name, "version": now.grader_version},
            "calls": len(run.same),
            "criteria": [_document(criterion, shift) for criterion, shift in shifts.items()],
            "kept": kept,
            "not_graded": run.graded.problems,
            "usage": run.usage,
        })  # fmt: skip
        return
    title = (
        f"{before.rubric_name} v{before.rubric_version}: grader {now.grader_name} "
        f"{now.grader_version} beside {before.grader_name} {before.grader_version}"
    )
    print_table(title, ("criterion", "calls", "shift", ""), [_row(*one) for one in shifts.items()])
    note_problems(run, len(run.same))
    say(
        f"Above 0 the new grader is milder. On {wording.calls(len(run.same))}; a shift is known "
        f"from {BRIDGE_CALLS} calls on, with a standard error of at most {KNOWN_WITHIN:g} points."
    )
    if kept:
        say(f"The levels of the new grader on {wording.calls(kept)} are kept.")
    elif refused:
        say(f"The levels of the old grader stay: {refused}.")


def _document(criterion: CriterionId, shift: Shift | None) -> dict[str, object]:
    return {
        "id": criterion,
        "points": shift and round(shift.points, 2),
        "error": shift and round(shift.error, 2),
        "calls": shift.calls if shift else 0,
        "known": is_known(shift),
    }


def _row(criterion: CriterionId, shift: Shift | None) -> tuple[object, ...]:
    if shift is None:
        return criterion, 0, "–", ""
    moved = f"{shift.points:+.1f} ± {Z_95 * shift.error:.1f}"
    return criterion, shift.calls, moved, "known" if is_known(shift) else "not known yet"
