"""One version of a rubric tried on labelled calls: what `test` shows and `publish` asks for."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from app.cli.rubric_beside import Beside, beside
from app.cli.score_file import Asked, Means
from app.cli.score_report import spent
from app.cli.score_sources import Source, sources_of
from app.cli.shadow import Graded, Shadow, name_of
from config.labels_file import read_labels
from config.settings import load_settings
from domain.errors import ConfigurationError
from domain.labels import HumanLabel
from domain.rubrics import CriterionId, Rubric, RubricLibrary
from scoring.labelled import ratings
from scoring.release import Outcome, Repeat, Verdict, verdict_of, verdict_of_rubric
from scoring.reliability import Agreement, agreements
from scoring.repeats import repeat_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a trial was asked for."""

    name: str
    version: int | None
    against: int | None
    labels: tuple[Path, ...]
    calls: tuple[str, ...]
    runs: int
    jobs: int | None
    asked: Asked
    appeals: bool = False
    """Whether labels count that were given with the grader's level in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """One criterion (or the whole call) with its verdict."""

    agreement: Agreement
    repeat: Repeat | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """All that was found. ``labelled`` counts calls, ``people`` raters."""

    rubric: Rubric
    grader_name: str
    grader_version: str
    labelled: int
    people: int
    labels_digest: str
    graded: int
    problems: Mapping[str, str]
    criteria: tuple[Tested, ...]
    overall: Tested
    outcome: Outcome
    usage: Mapping[str, float]
    beside: Beside | None


def run_trial(wanted: Wanted) -> Trial:
    """Read the labels, grade the calls in shadow, and hold one against the other.

    Without an older version to compare with only labelled calls are graded.

    Raises ``ReploopError``, and ``typer.BadParameter`` for an unknown version or no calls.
    """
    means = Means.of(load_settings(), wanted.asked)
    rubric = chosen(means.configured.rubrics, wanted.name, wanted.version)
    old = _older(means.configured.rubrics, rubric, wanted.against)
    sources = calls_in(wanted.calls)
    given = read_labels(wanted.labels, rubric, sources)
    labels = tuple(label for label in given if wanted.appeals or not label.anchored)
    labelled = {label.call for label in labels}
    shadow = Shadow(wanted.asked, means, at_once_of(means, wanted.jobs))
    used = [s for name, s in sources.items() if name in labelled or old is not None]
    again = [s for name, s in sources.items() if name in labelled]
    runs = [shadow.graded(used, rubric)]
    runs += [shadow.graded(again, rubric) for _ in range(wanted.runs - 1)]
    tested = _tested(rubric, runs, labels)
    rules = means.configured.rules
    overall = next(t for t in tested if t.agreement.criterion is None)
    criteria = tuple(t for t in tested if t.agreement.criterion is not None)
    return Trial(
        rubric=rubric,
        grader_name=means.grader.name,
        grader_version=means.grader.version,
        labelled=len(labelled),
        people=len({label.rater for label in labels}),
        labels_digest=_digest(labels),
        graded=len(runs[0].scored),
        problems=runs[0].problems,
        criteria=criteria,
        overall=overall,
        outcome=verdict_of_rubric([t.verdict for t in criteria], overall.verdict),
        usage=spent(s.card.usage for run in runs for s in run.scored.values()),
        beside=None if old is None else beside(old, runs[0], shadow.graded(used, old), rules),
    )


def chosen(library: RubricLibrary, name: str, version: int | None = None) -> Rubric:
    """That version, else the newest, draft or not. Raises ``typer.BadParameter``."""
    try:
        return library.newest(name) if version is None else library.named(name, version)
    except ConfigurationError as error:
        hint = "NAME" if version is None else "--version"
        raise typer.BadParameter(f"{error.problem}. {error.remedy}", param_hint=hint) from None


def _older(library: RubricLibrary, rubric: Rubric, version: int | None) -> Rubric | None:
    if version is None:
        return None
    if version == rubric.version:
        raise typer.BadParameter("that is the version under test", param_hint="--against")
    try:
        return library.named(rubric.name, version)
    except ConfigurationError as error:
        raise typer.BadParameter(error.problem, param_hint="--against") from None


def calls_in(given: Sequence[str]) -> dict[str, Source]:
    """The transcripts by the name that labels use. Raises ``typer.BadParameter``."""
    files = sources_of(given).files
    if not files:
        problem = f"there is no transcript in {', '.join(given)}"
        raise typer.BadParameter(problem, param_hint="--calls")
    counted = Counter(name_of(source) for source in files)
    twice = [name for name, times in counted.items() if times > 1]
    if twice:
        problem = f"two files are called {twice[0]}: labels could not tell them apart"
        raise typer.BadParameter(problem, param_hint="--calls")
    return {name_of(source): source for source in files}


def at_once_of(means: Means, jobs: int | None) -> int:
    """How many calls to grade at once: only a model is waited for."""
    return (jobs or means.parallel) if means.grader.name == "model" else 1


def _tested(rubric: Rubric, runs: Sequence[Graded], labels: Sequence[HumanLabel]) -> list[Tested]:
    cards = {name: (s.call.call_type, s.card) for name, s in runs[0].scored.items()}
    repeats = _repeats(rubric, runs) if len(runs) > 1 else {}
    found = []
    for one in agreements(ratings(rubric, cards, labels)):
        repeat = repeats.get(one.criterion)
        found.append(Tested(agreement=one, repeat=repeat, verdict=verdict_of(one, repeat)))
    return found


def _repeats(rubric: Rubric, runs: Sequence[Graded]) -> dict[CriterionId | None, Repeat | None]:
    names = list(runs[-1].scored)
    seen: dict[CriterionId | None, list[list[float]]] = {c.id: [] for c in rubric.criteria}
    seen[None] = []
    for name in names:
        cards = [run.scored[name].card for run in runs if name in run.scored]
        seen[None].append([card.overall for card in cards if card.overall is not None])
        for criterion in rubric.criteria:
            scores = [s.score for c in cards for s in c.criteria if s.criterion_id == criterion.id]
            seen[criterion.id].append([score for score in scores if score is not None])
    return {criterion: repeat_of(found) for criterion, found in seen.items()}


def _digest(labels: Sequence[HumanLabel]) -> str:
    """SHA-256 of what was labelled, whatever the order and however many files."""
    lines = sorted(f"{x.call}\t{x.criterion_id}\t{x.rater}\t{x.level}" for x in labels)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
