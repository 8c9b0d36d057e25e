"""``reploop rubric``: the rubrics there are, and whether they can be scored twice alike."""

from typing import Annotated

import typer

from app.cli.output import FAILED, Json, print_json, print_table, say
from app.configured import load_configured
from config.rubric_lint import LintFinding, lint
from config.settings import load_settings
from domain.errors import ConfigurationError
from domain.rubrics import Rubric, RubricLibrary

rubric = typer.Typer(help="The rubrics, and their wording.", no_args_is_help=True)
Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Which rubric. Default: the newest of each.")
]


@rubric.command("list", epilog="Example:  reploop rubric list")
def rubric_list(as_json: Json = False) -> None:
    """Every rubric, its newest version, and how much the built-in grader can prove of it."""
    found = [_summary(one) for one in _newest(load_configured(load_settings()).rubrics)]
    if as_json:
        print_json({"rubrics": found})
        return
    columns = ("name", "version", "title", "criteria", "without a model")
    print_table("Rubrics", columns, [tuple(one.values()) for one in found])
    say("Without a model: how many criteria the built-in grader can prove.")


@rubric.command("lint", epilog="Example:  reploop rubric lint meddic")
def rubric_lint(name: Name = None, as_json: Json = False) -> None:
    """Find wording that two people would score differently.

    Attitudes instead of behaviour, two behaviours in one item, more than twelve skills,
    criteria without a skill, missing anchors and examples. Exit code 1 if anything is found.
    """
    library = load_configured(load_settings()).rubrics
    rubrics = [_named(library, name)] if name else _newest(library)
    found = [(one, finding) for one in rubrics for finding in lint(one)]
    if as_json:
        print_json({"rubrics": len(rubrics), "findings": [_plain(*pair) for pair in found]})
    elif found:
        for one, finding in found:
            where = f"{one.name}.v{one.version}" + (finding.criterion and f" {finding.criterion}")
            say(f"{where}: {finding.detail}. {finding.remedy}.")
    else:
        say(f"{len(rubrics)} rubrics, nothing to mend." if len(rubrics) > 1 else "Nothing to mend.")
    if found:
        raise typer.Exit(FAILED)


def _named(library: RubricLibrary, name: str) -> Rubric:
    try:
        return library.named(name)
    except ConfigurationError as error:
        raise typer.BadParameter(f"{error.problem}. {error.remedy}", param_hint="NAME") from None


def _newest(library: RubricLibrary) -> list[Rubric]:
    return [library.named(name) for name in sorted({r.name for r in library.rubrics})]


def _summary(one: Rubric) -> dict[str, object]:
    return {
        "name": one.name,
        "version": one.version,
        "title": one.title,
        "criteria": len(one.criteria),
        "builtin": sum(c.reader is not None for c in one.criteria),
    }


def _plain(one: Rubric, finding: LintFinding) -> dict[str, object]:
    return {
        "rubric": one.name,
        "version": one.version,
        "criterion": finding.criterion,
        "rule": finding.rule,
        "detail": finding.detail,
        "remedy": finding.remedy,
    }
