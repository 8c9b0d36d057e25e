"""``reploop rubric test``: how well a version agrees with people, and whom it would move."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import typer

from app.cli.output import FAILED, Json, print_json
from app.cli.rubric_options import (
    Against,
    Appeals,
    Calls,
    Grader,
    Jobs,
    Kind,
    Labels,
    Name,
    Reps,
    Runs,
    Version,
)
from app.cli.rubric_report import show_trial, trial_document
from app.cli.rubric_trial import Wanted, run_trial
from app.cli.score_file import Asked
from scoring.release import RELEASED

T = TypeVar("T")


def rubric_test(
    name: Name,
    labels: Labels = None,
    calls: Calls = None,
    version: Version = None,
    against: Against = None,
    grader: Grader = None,
    rep: Reps = None,
    call_type: Kind = None,
    runs: Runs = 1,
    jobs: Jobs = None,
    appeals: Appeals = False,
    as_json: Json = False,
) -> None:
    """Grade labelled calls in shadow and say how far the grader agrees with people.

    Nothing is kept. For each criterion: how often the levels are the same and how often one
    apart, kappa and ICC with their intervals beside those of two people, bias, and what the
    bars say. Exit code 1 if the version may not be published.
    """
    asked = Asked(
        file=Path(),
        reps=tuple(rep or ()),
        call_type=call_type,
        grader=grader,
        quiet=as_json,
    )
    trial = run_trial(
        Wanted(
            name=name,
            version=version,
            against=against,
            labels=needed(labels, "--labels"),
            calls=needed(calls, "--calls"),
            runs=runs,
            jobs=jobs,
            asked=asked,
            appeals=appeals,
        )
    )
    if as_json:
        print_json(trial_document(trial))
    else:
        show_trial(trial)
    if trial.outcome not in RELEASED:
        raise typer.Exit(FAILED)


def needed(given: Sequence[T] | None, option: str) -> tuple[T, ...]:
    """What was given. Raises ``typer.BadParameter`` for nothing."""
    if not given:
        raise typer.BadParameter("it is needed", param_hint=option)
    return tuple(given)
