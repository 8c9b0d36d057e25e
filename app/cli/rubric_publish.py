"""``reploop rubric publish``: a version becomes the one in use, if it agrees with people."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.output import FAILED, Json, note, print_json, say
from app.cli.rubric_options import (
    Against,
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
from app.cli.rubric_test import needed
from app.cli.rubric_trial import Tested, Trial, Wanted, chosen, run_trial
from app.cli.score_file import Asked
from app.configured import load_configured
from config.loader import file_of
from config.releases import is_published, publish
from config.settings import PACKAGED, load_settings
from domain.rubrics import Rubric, RubricLibrary
from scoring.release import RELEASED

MIN_REASON = 10
Force = Annotated[
    str | None,
    typer.Option(
        metavar="REASON", help="Publish whatever the bars say, or without labels; it is recorded."
    ),
]


def rubric_publish(
    name: Name,
    labels: Labels = None,
    calls: Calls = None,
    force: Force = None,
    version: Version = None,
    against: Against = None,
    grader: Grader = None,
    rep: Reps = None,
    call_type: Kind = None,
    runs: Runs = 1,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Test a version as `rubric test` does, and publish it if it holds.

    From then on it is used for new calls and never edited: its digest goes into DIGESTS, and
    what it was measured on into RELEASES.json beside it. Below the bar it is refused with
    exit code 1. What is published stays as it is: publishing twice changes nothing.
    """
    settings = load_settings()
    folder = settings.config_dir / "rubrics"
    configured = load_configured(settings)
    rubric = chosen(configured.rubrics, name, version)
    if is_published(folder, rubric):
        _tell(rubric, "already", None, as_json=as_json)
        return
    reason = _reason(force)
    trial = None
    if labels or not reason:
        asked = Asked(
            file=Path(), reps=tuple(rep or ()), call_type=call_type, grader=grader, quiet=as_json
        )
        trial = run_trial(
            Wanted(
                name=name,
                version=rubric.version,
                against=against,
                labels=needed(labels, "--labels"),
                calls=needed(calls, "--calls"),
                runs=runs,
                jobs=jobs,
                asked=asked,
            )
        )
        if not as_json:
            show_trial(trial)
        if trial.outcome not in RELEASED and reason is None:
            _tell(rubric, "refused", trial, as_json=as_json)
            raise typer.Exit(FAILED)
    publish(
        folder, rubric, _record(trial, reason), before=_in_use_so_far(configured.rubrics, rubric)
    )
    if settings.config_dir == PACKAGED:
        note(
            "these are the files that came with Reploop: an upgrade replaces them. "
            "REPLOOP_CONFIG_DIR names a folder of your own"
        )
    _tell(rubric, "now", trial, as_json=as_json)


def _reason(force: str | None) -> str | None:
    if force is None:
        return None
    if len(force.strip()) < MIN_REASON:
        problem = "say in a sentence why it is published all the same"
        raise typer.BadParameter(problem, param_hint="--force")
    return force.strip()


def _in_use_so_far(library: RubricLibrary, rubric: Rubric) -> tuple[Rubric, ...]:
    """Older versions that calls were scored with, though nobody had published them."""
    return tuple(r for r in library.rubrics if r.name == rubric.name and r.version < rubric.version)


def _record(trial: Trial | None, reason: str | None) -> dict[str, Any]:
    """What is kept of a release: no names of people or calls."""
    made: dict[str, Any] = {"published": datetime.now(UTC).date().isoformat(), "forced": reason}
    if trial is None:
        return made | {"verdict": None}
    return made | {
        "verdict": trial.outcome.value,
        "grader": {"name": trial.grader_name, "version": trial.grader_version},
        "labels": {
            "calls": trial.labelled,
            "people": trial.people,
            "sha256": trial.labels_digest,
        },
        "criteria": {str(t.agreement.criterion): _measured(t) for t in trial.criteria},
        "overall": _measured(trial.overall),
        "against": trial.beside and _linked(trial),
    }


def _measured(one: Tested) -> Mapping[str, object]:
    found = one.agreement
    return {
        "verdict": one.verdict.outcome.value,
        "calls": found.judge.calls,
        "icc": found.judge.icc and round(found.judge.icc.value, 3),
        "kappa_tiers": found.judge.tiers and round(found.judge.tiers.value, 3),
        "bias": found.bias and round(found.bias.value, 2),
    }


def _linked(trial: Trial) -> Mapping[str, object] | None:
    if trial.beside is None:
        return None
    return {
        "version": trial.beside.old.version,
        "calls": trial.beside.calls,
        "offsets": {
            str(o.criterion): {
                "points": o.shift and round(o.shift.points, 2),
                "error": o.shift and round(o.shift.error, 2),
                "link": o.link.name.lower(),
            }
            for o in trial.beside.offsets
        },
    }


def _tell(rubric: Rubric, when: str, trial: Trial | None, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "rubric": {"name": rubric.name, "version": rubric.version},
                "digest": rubric.digest,
                "published": when,
                "test": None if trial is None else trial_document(trial),
            }
        )
    elif when == "already":
        say(f"{file_of(rubric)} is published already; nothing was changed.")
    elif when == "refused":
        note(
            f"{file_of(rubric)} is not published. Mend what is named above, label more calls, "
            "or give --force with a reason"
        )
    else:
        say(f"{file_of(rubric)} is published: new calls are scored with it after a restart.")
