"""``reploop rubric``: the rubrics there are, and whether people and graders agree on them."""

from typing import Annotated

import typer

from app.cli.output import FAILED, Json, print_json, print_table, say
from app.cli.rubric_drift import rubric_drift
from app.cli.rubric_publish import rubric_publish
from app.cli.rubric_sheet import rubric_sheet
from app.cli.rubric_test import rubric_test
from app.cli.rubric_trial import chosen
from app.configured import load_configured
from config.rubric_lint import LintFinding, lint
from config.settings import load_settings
from domain.rubrics import Rubric, RubricLibrary

rubric = typer.Typer(
    help="The rubrics, their wording, and how far people and graders agree.", no_args_is_help=True
)
Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Which rubric. Default: the newest of each.")
]


@rubric.command("list", epilog="Example:  reploop rubric list")
def rubric_list(as_json: Json = False) -> None:
    """Every rubric, its newest version, and how much the built-in grader can prove of it."""
    library = load_configured(load_settings()).rubrics
    found = [_summary(one, library) for one in _newest(library)]
    if as_json:
        print_json({"rubrics": found})
        return
    columns = ("name", "version", "draft", "title", "criteria", "without a model")
    print_table("Rubrics", columns, [tuple(map(_shown, one.values())) for one in found])
    say("Without a model: how many criteria the built-in grader can prove.")


@rubric.command("lint", epilog="Example:  reploop rubric lint meddic")
def rubric_lint(name: Name = None, as_json: Json = False) -> None:
    """Find wording that two people would score differently.

    Attitudes instead of behaviour, two behaviours in one item, more than twelve skills,
    criteria without a skill, missing anchors and examples. Exit code 1 if anything is found.
    """
    library = load_configured(load_settings()).rubrics
    rubrics = [chosen(library, name)] if name else _newest(library)
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


def _newest(library: RubricLibrary) -> list[Rubric]:
    return [library.named(name) for name in sorted({r.name for r in library.rubrics})]


def _shown(cell: object) -> object:
    return "" if cell is None else cell


def _summary(one: Rubric, library: RubricLibrary) -> dict[str, object]:
    newest = library.newest(one.name)
    return {
        "name": one.name,
        "version": one.version,
        "draft": newest.version if newest in library.drafts else None,
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


def _examples(*commands: str) -> str:
    return "\n\n".join(("Examples:", *(f"  reploop rubric {command}" for command in commands)))


rubric.command(
    "sheet",
    epilog=_examples(
        "sheet discovery calls/ --out labels.csv",
        'sheet discovery calls/ --out ana.csv --rater "Ana Lee"',
    ),
)(rubric_sheet)
rubric.command(
    "test",
    epilog=_examples(
        "test discovery --labels ana.csv --labels ben.csv --calls calls/",
        "test discovery --labels all.csv --calls calls/ --against 1 --grader model",
    ),
)(rubric_test)
rubric.command(
    "publish",
    epilog=_examples(
        "publish discovery --labels all.csv --calls calls/",
        'publish discovery --force "Only a misspelt word was mended."',
    ),
)(rubric_publish)
rubric.command(
    "drift",
    epilog=_examples(
        "drift discovery --calls anchors/ --baseline anchors.json",
        "drift discovery --calls anchors/ --baseline anchors.json --grader model",
    ),
)(rubric_drift)
