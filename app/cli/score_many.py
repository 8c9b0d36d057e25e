"""Many files scored in one go: one that cannot be read never stops the rest."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.cli.output import console, errors
from app.cli.problems import Problem, explained
from app.cli.score_file import Asked, Means, score_file
from app.cli.score_report import Scored
from app.cli.score_sources import Source, Sources
from app.cli.side_by_side import side_by_side
from domain.errors import GradingError, IntegrationError, ReploopError
from domain.usage import NOTHING
from jobs.retries import TryAgain, verdict

MAX_TRIES = 4
"""Of one file, where trying again can help: a person is waiting."""
LONGEST_WAIT_S = 120.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: exactly one of ``scored`` and ``problem`` is set."""

    source: Source
    scored: Scored | None = None
    problem: Problem | None = None
    unkept: Problem | None = None
    """Why the scorecard could not be kept; it is shown all the same."""

    @property
    def said(self) -> str:
        """What went wrong, without the name of the file."""
        if self.problem is None:
            return ""
        text = self.problem.message
        for name in (self.source.shown, self.source.path.name):
            text = text.removeprefix(name)
        return text.lstrip(",: ")


@dataclass(frozen=True, slots=True)
class Run:
    """How to go through the files; ``wait`` sleeps so many seconds."""

    asked: Asked
    means: Means
    at_once: int = 1
    wait: Callable[[float], None] = time.sleep

    def outcomes(self, sources: Sources, *, bar: bool) -> Iterator[tuple[int, Outcome]]:
        """(place, outcome) as each is done; ``bar`` shows progress on standard error."""
        # Redirected, what is streamed to a pipe would end up on the terminal instead.
        with Progress(
            TextColumn("Scoring"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            TextColumn("{task.description}"),
            console=errors, transient=True, disable=not bar, redirect_stdout=False,
        ) as progress:  # fmt: skip
            task = progress.add_task("", total=len(sources.files))
            failed = 0
            for place, outcome in side_by_side(sources.files, self._one, at_once=self.at_once):
                failed += outcome.problem is not None
                progress.update(task, advance=1, description=f"{failed} failed" if failed else "")
                yield place, outcome

    def _one(self, source: Source) -> Outcome:
        try:
            return Outcome(source, scored=self._scored(source.path))
        except Exception as error:  # whatever it is, the other files are still to be scored
            return Outcome(source, problem=explained(error))

    def _scored(self, file: Path) -> Scored:
        """Score, and try again what the retry policy says can be mended by waiting.

        All tries share the budget of one call.
        """
        asked, spent = replace(self.asked, file=file, many=True), NOTHING
        for tries in range(1, MAX_TRIES):
            try:
                return score_file(asked, self.means, spent=spent)
            except ReploopError as error:
                if isinstance(error, GradingError | IntegrationError):
                    spent += error.usage
                what = verdict(error, tries)
                if not isinstance(what, TryAgain) or what.after_s > LONGEST_WAIT_S:
                    raise
                self.wait(what.after_s)
        return score_file(asked, self.means, spent=spent)


def shows_bar(*, streams: bool) -> bool:
    """On a terminal, unless lines are streamed to the very same one."""
    return errors.is_terminal and not (streams and console.is_terminal)
