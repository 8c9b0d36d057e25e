"""What came of grading anchor calls again, for scripts and for people."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app.cli.anchor_file import Anchors, Kept
from app.cli.output import note, print_json, print_table, say
from app.cli.score_report import spent, used
from app.cli.shadow import Graded
from domain import wording
from scoring.drift import GOLDEN_CALLS, Coverage, Drift, Levels, coverage_of, drift_of


@dataclass(frozen=True)
class Regraded:
    """The levels that were kept, if any, and those of now."""

    before: Anchors | None
    now: Anchors
    graded: Graded

    @cached_property
    def same(self) -> dict[str, Kept]:
        """Now, of the calls whose files are as they were."""
        calls = self.now.calls.items()
        return {c: k for c, k in calls if self.before and self.before.same_text(c, k)}

    @property
    def edited(self) -> list[str]:
        """Calls whose files are others than then."""
        then = self.before.calls.keys() if self.before else set()
        return sorted((self.now.calls.keys() & then) - self.same.keys())

    @property
    def usage(self) -> dict[str, float]:
        """What a model used."""
        return spent(s.card.usage for s in self.graded.scored.values())

    @cached_property
    def drifts(self) -> tuple[Drift, ...]:
        """All criteria together first; nothing where no call can be compared."""
        return drift_of(self._then, self._levels) if self.before else ()

    @cached_property
    def coverage(self) -> Coverage:
        """What is scored now and was not, and the other way round."""
        return coverage_of(self._then, self._levels)

    @property
    def changed(self) -> int:
        """Calls with any other level."""
        return sum(self._then[call] != self._levels[call] for call in self._levels)

    @property
    def exact(self) -> bool:
        """Whether the grader has to answer the same every time."""
        return self.now.grader_name == "builtin"

    @property
    def alarm(self) -> bool:
        """Whether the grader has changed, or nothing is left that could show it."""
        if self.before is None:
            return False
        moved = self.coverage.alarm or any(d.alarm for d in self.drifts)
        return (self.changed > 0 if self.exact else moved) or not self.same

    @property
    def _then(self) -> Levels:
        return (
            {call: kept.levels for call, kept in self.before.calls.items()} if self.before else {}
        )

    @property
    def _levels(self) -> Levels:
        return {call: kept.levels for call, kept in self.same.items()}


def tell_kept(file: Path, run: Regraded, refused: str | None, *, as_json: bool) -> None:
    """That the levels are kept now, or why not (``refused``)."""
    kept = 0 if refused else len(run.now.calls)
    if as_json:
        fresh = Regraded(None, run.now, run.graded)
        print_json(_document(fresh, run.before if refused else run.now) | {"kept": kept})
        return
    note_problems(run, kept)
    if refused:
        say(f"Nothing was kept in {file}: {refused}.")
    else:
        say(f"The levels of {wording.calls(kept)} are kept in {file}.")


def tell_drift(run: Regraded, *, as_json: bool) -> None:
    """How far the levels have moved."""
    if as_json:
        print_json(_document(run, run.before) | {"kept": 0})
        return
    assert run.before is not None  # noqa: S101 - there is nothing to compare with otherwise
    _show(run.before, run)
    gone = run.before.calls.keys() - run.now.calls.keys() - run.graded.problems.keys()
    for call in sorted(gone):
        note(f"{call} is no longer among the calls: left out")
    for call in run.edited:
        note(f"{call} is another text than when its levels were kept: left out")
    note_problems(run, len(run.same))
    say(*filter(None, [used(run.usage)]))
    say(_said(len(run.same), run.changed, alarm=run.alarm))


def note_problems(run: Regraded, calls: int) -> None:
    """On standard error: what could not be graded, and whether ``calls`` are few."""
    for call, why in run.graded.problems.items():
        note(f"not graded: {call}: {why}")
    if calls < GOLDEN_CALLS:
        note(f"{wording.calls(calls)}; it takes {GOLDEN_CALLS} to see a shift of three points")


def _document(run: Regraded, held: Anchors | None) -> dict[str, Any]:
    """Shifts in points 0-100, now minus then; z in standard errors.

    ``held`` are the levels that are in the file.
    """
    of = held or run.now
    return {
        "rubric": {"name": of.rubric_name, "version": of.rubric_version},
        "grader": {"name": of.grader_name, "version": of.grader_version},
        "kept_at": held and held.kept_at,
        "alarm": run.alarm,
        "changed_calls": run.changed,
        "lost": run.coverage.lost,
        "gained": run.coverage.gained,
        "criteria": [_criterion(d) for d in run.drifts],
        "calls": len(run.same),
        "edited": run.edited,
        "not_graded": run.graded.problems,
        "usage": run.usage,
    }


def _criterion(d: Drift) -> dict[str, Any]:
    return {
        "id": d.criterion,
        "calls": d.calls,
        "changed": d.changed,
        "shift": round(d.shift, 2),
        "z": round(d.z, 2),
        "alarm": d.alarm,
    }


def _show(before: Anchors, run: Regraded) -> None:
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
            "alarm" if d.alarm or (run.exact and d.changed) else "",
        )
        for d in run.drifts
    ]
    print_table(title, ("criterion", "calls", "changed", "shift", "z", ""), rows)
    if run.coverage.lost or run.coverage.gained:
        say(f"No longer scored: {run.coverage.lost}; newly scored: {run.coverage.gained}.")


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
