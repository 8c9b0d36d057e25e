"""``reploop fairness``: whether scores differ with language or transcript quality."""

from collections.abc import Sequence
from typing import Annotated

import typer

from app.cli.moments import past_moment
from app.cli.opening import prepared_services
from app.cli.output import Json, errors, print_json, print_table, say
from domain import wording
from jobs.parity import Parity, parity_report
from scoring.fairness import CriterionDifference, Difference, Group, Rate, Says

SHOWN = 5
"""Criteria in the text; JSON has all."""
_NAMES = {"language": "By language", "transcript_quality": "By transcript quality"}
_SAID = {
    Says.TOO_FEW: "too few to say",
    Says.ALIKE: "alike",
    Says.UNCLEAR: "no clear difference",
    Says.DIFFERS: "differs",
}


def fairness(
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only calls from then on, like 2026-09-01."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare scores by the language of calls and the quality of their transcripts.

    Within the same rep, rubric version and grader version where that is possible, with 90 %
    intervals, and with how many calls could not be scored at all.

    It can show that scores hang together with language or with the recording. It cannot show
    why: calls in another language may be other calls, with other buyers. It says nothing of
    accent, voice, origin or any other trait of a person; none is measured. Few calls show
    nothing either way, and "no clear difference" is no proof of fairness.
    """
    services = prepared_services()
    from_then = past_moment(since, "--since", services.now()) if since else None
    with errors.status("Reading transcripts …"):  # shown on a terminal only
        reports = parity_report(services, since=from_then)
    if as_json:
        print_json({report.by: _document(report) for report in reports})
        return
    for report in reports:
        _show(report)
    say(
        "Points above or below the first row, 90 % interval. Compared within the same rep, rubric "
        "and grader; * compares different reps, and may be a difference of the reps."
    )


def _show(report: Parity) -> None:
    if not report.groups:
        say(f"{_NAMES[report.by]}: no scored calls of known reps yet.")
        return
    columns = ("", "calls", "mean", "not scored", "difference", "")
    print_table(_NAMES[report.by], columns, [_row(group) for group in report.groups])
    credible = [one for one in report.criteria if one.credible]
    for one in credible[:SHOWN]:
        say(f"  {_criterion_said(one)}")
    if report.compared:
        looked_at = wording.count(report.compared, "comparison")
        say(f"  {len(credible)} of {looked_at} of single criteria stand out (Holm, 10 %).")


def _row(group: Group) -> tuple[str, ...]:
    found = group.difference
    return (
        group.name,
        str(group.calls),
        "–" if group.mean is None else wording.points(group.mean),
        _percent(group.not_scored),
        "" if found is None else _points(found),
        "compared with" if found is None else _SAID[found.says],
    )


def _percent(rate: Rate) -> str:
    if not rate.count:
        return "0"
    return f"{rate.count} ({100 * rate.low:.0f}-{100 * rate.high:.0f} %)"


def _points(found: Difference) -> str:
    if found.value is None or found.low is None or found.high is None:
        return "–"
    star = "" if found.within_reps else " *"
    return f"{found.value:+.1f} ({found.low:+.1f} to {found.high:+.1f}){star}"


def _criterion_said(one: CriterionDifference) -> str:
    found = one.difference
    return f"{one.criterion_id}, {found.group}: {_points(found)}"


def _document(report: Parity) -> dict[str, object]:
    return {
        "reference": report.groups[0].name if report.groups else None,
        "groups": [_group(group) for group in report.groups],
        "compared": report.compared,
        "criteria": _criteria(report.criteria),
    }


def _group(group: Group) -> dict[str, object]:
    rate = group.not_scored
    return {
        "group": group.name,
        "calls": group.calls,
        "mean": None if group.mean is None else round(group.mean, 2),
        "not_scored": {
            "calls": rate.count,
            "rate": round(rate.count / rate.of, 4) if rate.of else None,
            "low": round(rate.low, 4),
            "high": round(rate.high, 4),
        },
        "difference": None if group.difference is None else _difference(group.difference),
    }


def _difference(found: Difference) -> dict[str, object]:
    return {
        "points": _rounded(found.value),
        "low": _rounded(found.low),
        "high": _rounded(found.high),
        "calls": found.calls,
        "reference_calls": found.reference_calls,
        "reps": found.reps,
        "within_reps": found.within_reps,
        "says": found.says,
    }


def _criteria(found: Sequence[CriterionDifference]) -> list[dict[str, object]]:
    return [
        {
            "criterion": one.criterion_id,
            "group": one.difference.group,
            **_difference(one.difference),
            "corrected_p": round(one.corrected_p, 4),
            "credible": one.credible,
        }
        for one in found
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
