"""A trial of a rubric, for scripts and for people."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.cli.output import console, print_table, say, shown
from app.cli.rubric_beside import Beside
from app.cli.rubric_trial import Tested, Trial
from app.cli.score_report import used
from domain import wording
from domain.scores import Medal
from scoring.bridge import Doubly, TierMove
from scoring.jackknife import Estimate
from scoring.release import RELEASED, Outcome
from scoring.reliability import Side

LISTED = 20
"""Moves that are shown; the JSON document has all."""
_COLUMNS = (
    "criterion", "calls", "same/±1", "kappa", "people", "ICC", "people", "bias", "verdict",
)  # fmt: skip


def trial_document(trial: Trial) -> dict[str, Any]:
    """The JSON object that ``--json`` prints. Shares 0-1, coefficients up to 1, bias in points."""
    return {
        "rubric": {"name": trial.rubric.name, "version": trial.rubric.version},
        "grader": {"name": trial.grader_name, "version": trial.grader_version},
        "calls": trial.graded,
        "labelled_calls": trial.labelled,
        "people": trial.people,
        "labels_sha256": trial.labels_digest,
        "not_graded": dict(trial.problems),
        "verdict": trial.outcome,
        "released": trial.outcome in RELEASED,
        "criteria": [_tested(one) for one in trial.criteria],
        "overall": _tested(trial.overall),
        "usage": dict(trial.usage),
        "against": None if trial.beside is None else _beside(trial.beside),
    }


def _tested(one: Tested) -> dict[str, Any]:
    found = one.agreement
    return {
        "id": found.criterion,
        "verdict": one.verdict.outcome,
        "reasons": list(one.verdict.reasons),
        "labelled": found.labelled,
        "abstained": found.abstained,
        "grader_and_people": _side(found.judge),
        "people": None if found.people is None else _side(found.people),
        "bias": _estimate(found.bias),
        "bias_shrunk": found.bias_shrunk,
        "repeat": one.repeat,
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "calls": side.calls,
        "exact": side.exact,
        "within_one": side.within_one,
        "kappa_levels": _estimate(side.levels),
        "kappa_tiers": _estimate(side.tiers),
        "icc": _estimate(side.icc),
        "kappa_not_applicable": _estimate(side.not_applicable),
    }


def _estimate(found: Estimate | None) -> dict[str, Any] | None:
    """``low`` and ``high`` are ``null`` where so few calls leave them open."""
    if found is None:
        return None
    ends = [found.low, found.high]
    low, high = (None if abs(end) == float("inf") else end for end in ends)
    return {"value": found.value, "low": low, "high": high}


def _beside(beside: Beside) -> dict[str, Any]:
    return {
        "version": beside.old.version,
        "calls": beside.calls,
        "offsets": [
            {
                "criterion": o.criterion,
                "points": o.shift and o.shift.points,
                "error": o.shift and o.shift.error,
                "calls": o.shift.calls if o.shift else 0,
                "link": o.link.name.lower(),
            }
            for o in beside.offsets
        ],
        "medals": [
            {"call": m.call, "rep": m.rep, "old": m.old_medal, "new": m.new_medal}
            for m in beside.medals
        ],
        "tiers": list(beside.tiers),
        "usage": dict(beside.usage),
    }


def show_trial(trial: Trial) -> None:
    """The same for people."""
    people = "1 person" if trial.people == 1 else f"{trial.people} people"
    title = f"{trial.rubric.name} v{trial.rubric.version}, grader {trial.grader_name} "
    title += f"{trial.grader_version}: {wording.calls(trial.labelled)} labelled by {people}"
    rows = [_row(str(t.agreement.criterion), t) for t in trial.criteria]
    print_table(title, _COLUMNS, [*rows, _row("whole call", trial.overall)])
    say("Kappa is on tiers. People: the same figure between two people on the same calls.")
    for one in (*trial.criteria, trial.overall):
        left = one.agreement.abstained
        if 0 < left < one.agreement.labelled:
            name = one.agreement.criterion or "whole call"
            say(f"{name}: the grader left {left} of {one.agreement.labelled} labelled calls open.")
        for reason in one.verdict.reasons:
            say(f"{one.agreement.criterion or 'whole call'}: {reason}.")
    for call, why in trial.problems.items():
        say(f"not graded: {call}: {why}.")
    if trial.beside is not None:
        _show_beside(trial.beside)
    say(*(line for line in (used(trial.usage),) if line))
    may = "may be published" if trial.outcome in RELEASED else "not to be published"
    console.print(f"[bold]Verdict: {shown(trial.outcome)}[/bold]; {may}.")


def _row(name: str, one: Tested) -> tuple[object, ...]:
    found = one.agreement
    people = found.people
    return (
        name,
        found.judge.calls,
        f"{_share(found.judge.exact)}/{_share(found.judge.within_one)}",
        _figure(found.judge.tiers),
        _alone(people.tiers if people else None),
        _figure(found.judge.icc),
        _alone(people.icc if people else None),
        _points(found.bias),
        "too few" if one.verdict.outcome is Outcome.TOO_FEW else one.verdict.outcome.value,
    )


def _share(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _figure(found: Estimate | None) -> str:
    return (
        "–" if found is None else f"{_short(found.value)}\n{_short(found.low)}–{_short(found.high)}"
    )


def _alone(found: Estimate | None) -> str:
    return "–" if found is None else _short(found.value)


def _short(coefficient: float) -> str:
    """``.86``: a table of ten columns has no room for zeros."""
    return f"{coefficient:z.2f}".replace("0.", ".", 1)


def _points(found: Estimate | None) -> str:
    if found is None:
        return "–"
    if abs(found.low) == float("inf"):
        return f"{found.value:+.1f}"
    return f"{found.value:+.1f}\n{found.low:+.1f}…{found.high:+.1f}"


def _show_beside(beside: Beside) -> None:
    rows = [
        (
            o.criterion,
            f"{o.shift.points:+.1f} ± {1.96 * o.shift.error:.1f}" if o.shift else "–",
            o.shift.calls if o.shift else 0,
            o.link.value,
        )
        for o in beside.offsets
    ]
    title = f"Against v{beside.old.version}, on {beside.calls} calls"
    print_table(title, ("criterion", "shift", "calls", "history"), rows)
    say(f"{len(beside.medals)} of {beside.calls} calls would get another medal.")
    say(*_first(list(map(_medal_move, beside.medals))))
    say("By the plain mean of these calls, no rep would change tier." if not beside.tiers else
        "By the plain mean of these calls, these tiers would change:")  # fmt: skip
    say(*_first(list(map(_tier_move, beside.tiers))))
    say(*(f"Version {beside.old.version}: {line}" for line in (used(beside.usage),) if line))


def _medal_move(move: Doubly) -> str:
    return f"  {move.call}: {_medal(move.old_medal)} → {_medal(move.new_medal)}"


def _medal(medal: Medal | None) -> str:
    return medal.value if medal else "no medal"


def _tier_move(move: TierMove) -> str:
    calls = wording.calls(move.calls)
    return (
        f"  {move.rep}, {move.skill}: {wording.TIER_NAMES[move.old]} → "
        f"{wording.TIER_NAMES[move.new]} "
        f"({move.old_mean:.0f} → {move.new_mean:.0f}, {calls})"
    )


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"  and {len(lines) - LISTED} more"
