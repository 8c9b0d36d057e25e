"""``reploop stability``: how often a model gives the same criterion another level."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from app.cli.opening import prepared_services
from app.cli.output import Json, note, print_json, print_table, say
from config.rubric_draft import rubric_yaml
from domain import wording
from domain.errors import ConfigurationError
from domain.rubrics import Criterion, CriterionId, Rubric, RubricLibrary
from domain.stability import Reader
from jobs.recount import recount_all
from jobs.services import Services
from scoring.stability import BAR, MIN_PAIRS, FlipRate, Steadiness, flip_rate
from scoring.stability_split import proposed_checks, with_split

_SAID = {
    Steadiness.STEADY: "steady",
    Steadiness.UNSTABLE: "unstable: out of proficiency",
    Steadiness.OPEN: "cannot say yet",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One criterion under one grader and rubric version."""

    reader: Reader
    criterion_id: CriterionId
    rate: FlipRate


def stability(
    rubric: Annotated[
        str | None, typer.Argument(metavar="[RUBRIC]", help="Only this rubric.")
    ] = None,
    criterion: Annotated[
        str | None,
        typer.Argument(
            metavar="[CRITERION]",
            help="Propose yes-or-no checks for this criterion, as a draft of the rubric's next "
            "version.",
        ),
    ] = None,
    recount: Annotated[
        bool,
        typer.Option(
            "--recount",
            help="Bring what is known of every rep up to date with what is unstable now; this "
            "happens by itself, and may be repeated.",
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Say how often a second reading of the same call gave a criterion another level.

    A model reads some calls twice, where a medal or thin evidence hangs on a criterion
    (REPLOOP_SECOND_READING_SHARE); so it is the flip rate of hard readings, not of all. A
    criterion that flips credibly more often than in 32 of 100 pairs has no say in
    proficiency. The built-in grader reads alike every time and is not listed.
    """
    services = prepared_services()
    if rubric is not None:
        _known(rubric, services.rubrics)
    if recount:
        note(f"{wording.calls(recount_all(services))} counted anew.")
    found = measured(services, rubric)
    if rubric is not None and criterion is not None:
        _propose(rubric, criterion, found, services.rubrics, as_json=as_json)
    elif as_json:
        print_json({"bar": BAR, "criteria": [_document(one) for one in found]})
    else:
        _show(found)


def measured(services: Services, rubric: str | None = None) -> list[Measured]:
    """Every criterion that was read twice, the one that flips most first within each reader."""
    found: list[Measured] = []
    with services.database.read() as tx:
        for reader in tx.readings.readers():
            if rubric in (None, reader.rubric_name):
                pairs = tx.readings.pairs(reader)
                some = [Measured(reader, name, flip_rate(pairs[name])) for name in pairs]
                found += sorted(some, key=lambda one: (-one.rate.rate, one.criterion_id))
    return found


def _known(name: str, library: RubricLibrary) -> Rubric:
    try:
        return library.named(name)
    except ConfigurationError as error:
        problem = f"{error.problem}. {error.remedy}"
        raise typer.BadParameter(problem, param_hint="RUBRIC") from None


def _show(found: Sequence[Measured]) -> None:
    if not found:
        say("No call was read twice yet: that takes a model and some hundred calls.")
        return
    columns = ("rubric", "grader", "criterion", "pairs", "other level", "spread", "")
    print_table("Second readings", columns, [_row(one) for one in found])
    say(
        "Other level: share of pairs, with its 90 % interval. Spread: points between repeats "
        "(one standard deviation)."
    )


def _row(one: Measured) -> tuple[str, ...]:
    rate, reader = one.rate, one.reader
    few = rate.pairs < MIN_PAIRS
    interval = f"{100 * rate.low:.0f}-{100 * rate.high:.0f}"
    return (
        f"{reader.rubric_name} v{reader.rubric_version}",
        reader.grader_version,
        one.criterion_id,
        str(rate.pairs),
        "too few" if few else f"{100 * rate.rate:.0f} % ({interval})",
        "–" if few or rate.spread is None else wording.points(rate.spread),
        _SAID[rate.steadiness],
    )


def _document(one: Measured) -> dict[str, object]:
    rate = one.rate
    return {
        "rubric": {"name": one.reader.rubric_name, "version": one.reader.rubric_version},
        "grader_version": one.reader.grader_version,
        "criterion": one.criterion_id,
        "pairs": rate.pairs,
        "flips": rate.flips,
        "rate": round(rate.rate, 4),
        "low": round(rate.low, 4),
        "high": round(rate.high, 4),
        "spread": None if rate.spread is None else round(rate.spread, 1),
        "says": rate.steadiness,
    }


def _propose(
    name: str,
    criterion_id: str,
    found: Sequence[Measured],
    library: RubricLibrary,
    *,
    as_json: bool,
) -> None:
    rubric = _known(name, library)
    criterion = _criterion(rubric, criterion_id)
    figures = [one for one in found if one.criterion_id == criterion_id]
    checks = proposed_checks(criterion)
    draft = with_split(rubric, criterion.id)
    if as_json:
        print_json(
            {
                "rubric": rubric.name,
                "version": draft.version,
                "criterion": criterion.id,
                "figures": [_document(one) for one in figures],
                "checks": [{"level": c.level, "question": c.question} for c in checks],
                "draft": rubric_yaml(draft),
            }
        )
        return
    file = f"{rubric.name}.v{draft.version}.yaml"
    say(
        f"# Draft of {file}: yes-or-no checks in the place of {criterion.id}.",
        *(f"# {_sentence(one)}" for one in figures),
        "# Word the checks, their examples and near misses, and lint before you use it.",
    )
    typer.echo(rubric_yaml(draft), nl=False)


def _criterion(rubric: Rubric, criterion_id: str) -> Criterion:
    found = [one for one in rubric.criteria if one.id == criterion_id]
    if not found:
        names = ", ".join(one.id for one in rubric.criteria)
        problem = f"{rubric.name} has no criterion {criterion_id}. Use one of: {names}"
        raise typer.BadParameter(problem, param_hint="CRITERION")
    return found[0]


def _sentence(one: Measured) -> str:
    rate = one.rate
    return (
        f"v{one.reader.rubric_version}, {one.reader.grader_version}: another level in {rate.flips} "
        f"of {wording.count(rate.pairs, 'pair')}, {_SAID[rate.steadiness]}."
    )
