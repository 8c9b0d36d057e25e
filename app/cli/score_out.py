"""The folder of ``reploop score --out``: it takes scorecards and nothing is lost for them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from app.cli.problems import Problem
from app.cli.score_card_file import holds_card, write_card
from app.cli.score_many import Outcome
from app.cli.score_sources import Source
from app.cli.score_summary import entry
from domain.errors import ConfigurationError

REMEDY = "Give another folder with --out"


@dataclass(frozen=True, slots=True)
class OutFolder:
    """A folder that is there and can be written; ``inputs`` are never written onto."""

    path: Path
    inputs: frozenset[Path]

    @classmethod
    def made(cls, path: Path, sources: Sequence[Source]) -> Self:
        """Make the folder before anything is graded.

        Raises ``ConfigurationError`` where that cannot be, or the folder cannot be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigurationError(str(path), _why(error), REMEDY) from error
        if not os.access(path, os.W_OK):
            raise ConfigurationError(str(path), "it cannot be written", REMEDY)
        return cls(path, frozenset(source.path.resolve() for source in sources))

    def keep(self, outcome: Outcome) -> Outcome:
        """Write the scorecard, called as its file below the folder it came from.

        The outcome comes back; where that failed, with ``unkept`` saying why.
        """
        if outcome.scored is None:
            return outcome
        below = outcome.source.below
        file = self.path / below.parent / f"{below.name}.json"
        try:
            if problem := self._taken(file):
                return replace(outcome, unkept=problem)
            write_card(file, entry(outcome))
        except OSError as error:
            return replace(outcome, unkept=Problem("system", f"{file}: {_why(error)}", REMEDY))
        return outcome

    def _taken(self, file: Path) -> Problem | None:
        if file.resolve() in self.inputs:
            return Problem("failed", f"{file} is itself one of the transcripts", REMEDY)
        if os.path.lexists(file) and not holds_card(file):
            return Problem("failed", f"{file} is there and is no scorecard", REMEDY)
        return None


def _why(error: OSError) -> str:
    return error.strerror or "it cannot be written"
