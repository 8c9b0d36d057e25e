"""``reploop norms``: what is taken off scores before they count, and how it was found."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from app.cli.norms_now import fit_now, outlook
from app.cli.opening import prepared_services
from app.cli.output import FAILED, Json, plain, print_json, print_table, say
from domain import wording
from domain.calls import CallType
from domain.rubrics import SkillId
from domain.skills import FitRecord
from jobs.refit import FIRST_AT, asked_fit, due_fit, next_fit
from jobs.services import Services
from scoring.fitted import Fitted
from scoring.norms import Norms
from scoring.priors import SelfCheck
from web.words import CALL_TYPES

WORTH_SHOWING = 0.5
"""Points below which an offset is left out of the table."""


def norms(
    now: Annotated[
        bool, typer.Option("--now", help="Fit them now instead of when it is time.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what is taken off scores so that nobody looks worse for harder calls.

    Found from the company's own calls within one rep and four weeks, fitted again every 28
    days and as calls grow by half; every figure says which fit it rests on. With --now it
    ends with 1 if the fit could not be made.
    """
    services = prepared_services()
    made = fit_now(services) if now else True
    with services.database.read() as tx:
        record, fitted = tx.fits.newest(), services.fits.newest(tx)
        following, due = next_fit(tx, services.now()), due_fit(tx, services.now())
        asked = asked_fit(tx, following)
    if as_json:
        body = plain(fitted) if record else None
        print_json({"fit": record, "due": due is not None, "figures": body})
    else:
        if record is None:
            say(_nothing_yet(following))
        else:
            _show(record, fitted, services)
        if due is not None and not now:
            say("", outlook(due, asked))
    if not made:
        raise typer.Exit(FAILED)


def _nothing_yet(following: FitRecord) -> str:
    return (
        f"Nothing is fitted yet: {following.observations} of {FIRST_AT} observations. Until then "
        "no score is adjusted, and figures start from config/tiers.yaml."
    )


def _show(record: FitRecord, fitted: Fitted, services: Services) -> None:
    say(f"Fit {record.version} of {record.as_of:%d %b %Y}, "
        f"from {wording.count(record.observations, 'observation')}.")  # fmt: skip
    rows = [
        (name, what, points)
        for skill, found in sorted(fitted.norms.items())
        for name in [_name(skill, services)]
        for what, points in _offsets(found)
    ]
    if rows:
        print_table("Taken off a score", ("skill", "for", "points"), rows)
    else:
        say("No call type, criterion or practice differs by half a point.")
    noise, priors = fitted.noise, fitted.priors
    say(
        "",
        f"One call varies by {noise.call**0.5:.1f} points around the level, one criterion by "
        f"{noise.criterion**0.5:.1f} more; levels of reps by {priors.spread**0.5:.1f}; a level "
        f"drifts by about {(28 * priors.drift) ** 0.5:.1f} in four weeks.",
        _widened(fitted.check),
    )


def _widened(check: SelfCheck) -> str:
    said = f"Ranges are widened by {100 * (check.inflation**0.5 - 1):.0f} %"
    if not check.pairs:
        return f"{said} to begin with; no prediction could be compared yet."
    return f"{said}, because of how well {wording.count(check.pairs, 'past prediction')} held."


def _offsets(found: Norms) -> Iterator[tuple[str, str]]:
    named: Mapping[str, float] = {
        **{_kind(kind): points for kind, points in found.call_types.items()},
        "role-plays": found.practice,
        **{name.split("#")[0]: points for name, points in found.criteria.items()},
    }
    for what, points in sorted(named.items(), key=lambda each: -abs(each[1])):
        if abs(points) >= WORTH_SHOWING:
            yield what, f"{points:+.1f}"


def _kind(kind: str) -> str:
    """``Discovery`` as ``discovery calls``; what is not typed as ``other calls``."""
    if kind not in set(CallType) or kind == CallType.OTHER:
        return "other calls"
    return f"{CALL_TYPES[CallType(kind)].lower()} calls"


def _name(skill: str, services: Services) -> str:
    known = services.skills.get(SkillId(skill))
    return known.name if known else skill
