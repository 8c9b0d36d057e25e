"""Calls graded with one version of a rubric, in shadow: nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.cli.files import read_bounded
from app.cli.output import errors
from app.cli.score_file import Asked, Means
from app.cli.score_many import Outcome, Run
from app.cli.score_report import Scored
from app.cli.score_sources import Source, Sources
from app.cli.side_by_side import side_by_side
from app.cli.whose import find_rep
from domain.calls import Transcript
from domain.errors import ReploopError
from domain.people import Organisation
from domain.rubrics import Rubric, RubricLibrary
from integrations.transcripts.read import read_transcript


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of the calls, by the name that labels and baselines use."""

    scored: dict[str, Scored]
    problems: dict[str, str]
    """Why a call could not be read or graded."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """What to grade with. ``asked.reps`` may name the reps of all calls: each takes its own."""

    asked: Asked
    means: Means
    at_once: int = 1

    def graded(self, sources: Sequence[Source], rubric: Rubric) -> Graded:
        """Grade every call with this version, drafts too; progress shows on a terminal."""
        only = replace(self.means.configured, rubrics=RubricLibrary((rubric,), default=rubric.name))
        means = replace(self.means, configured=only)
        asked = replace(self.asked, rubric=rubric.name)

        def work(source: Source) -> Outcome:
            run = Run(replace(asked, reps=self._reps_of(source)), means)
            ((_, outcome),) = run.outcomes(Sources((source,), single=True), bar=False)
            return outcome

        found = Graded({}, {})
        with Progress(
            TextColumn(f"Grading with {rubric.name} v{rubric.version}"),
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=errors, transient=True, disable=not errors.is_terminal,
        ) as progress:  # fmt: skip
            task = progress.add_task("", total=len(sources))
            for place, outcome in side_by_side(sources, work, at_once=self.at_once):
                progress.advance(task)
                name = name_of(sources[place])
                if outcome.scored is None:
                    found.problems[name] = outcome.said
                else:
                    found.scored[name] = outcome.scored
        return Graded(dict(sorted(found.scored.items())), dict(sorted(found.problems.items())))

    def _reps_of(self, source: Source) -> tuple[str, ...]:
        """Of the reps that were named, those who speak in this call."""
        if not self.asked.reps:
            return ()
        try:
            transcript = read_transcript(read_bounded(source.path), source.path.name)
        except ReploopError:  # the grading says what is wrong with the file
            return self.asked.reps
        return speaking(transcript, self.asked.reps, self.means.known)


def speaking(transcript: Transcript, reps: Sequence[str], known: Organisation) -> tuple[str, ...]:
    """Of the reps that were named for many calls, those who speak in this one."""
    found = []
    for rep in reps:
        try:
            find_rep(transcript, (rep,), known)
        except typer.BadParameter:
            continue
        found.append(rep)
    return tuple(found)


def name_of(source: Source) -> str:
    """How a call is called in labels and baselines: its path below the folder."""
    return source.below.as_posix()
