"""One transcript file: read, sides told apart, graded and checked. Nothing is kept."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

import typer

from app.cli.files import read_bounded
from app.cli.known_people import known_people
from app.cli.score_report import Scored
from app.cli.whose import find_rep
from app.configured import Configured, grader_of, load_configured
from config.settings import Settings
from domain.calls import Call, CallId, CallState, CallType, NotScorable
from domain.errors import ConfigurationError
from domain.people import Organisation
from domain.ports import Grader
from domain.rubrics import Rubric
from domain.scores import GraderAnswer, GraderReply, NotScoredBecause
from domain.usage import NOTHING, Usage
from integrations.transcripts.read import read_transcript
from scoring.call_type import guess_call_type
from scoring.quality import too_poor
from scoring.scorecard import make_scorecard
from web.words import NOT_SCORABLE

_EMPTY = NotScorable.EMPTY_TRANSCRIPT


class GraderName(StrEnum):
    """The graders one can ask for."""

    BUILTIN = "builtin"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command was given."""

    file: Path
    reps: tuple[str, ...] = ()
    rubric: str | None = None
    call_type: CallType | None = None
    grader: GraderName | None = None
    quiet: bool = False
    many: bool = False
    """Whether the file is one of many: then not every one of ``reps`` has to speak in it."""


@dataclass(frozen=True, slots=True)
class Means:
    """What one scores with: rubrics, a grader, and the people who are known."""

    configured: Configured
    grader: Grader
    known: Organisation
    parallel: int = 1
    """How many files a model may be asked about at once."""

    @classmethod
    def of(cls, settings: Settings, asked: Asked) -> Self:
        """Those of these settings. Raises ``ConfigurationError``."""
        return cls(
            load_configured(settings),
            grader_of(settings, asked.grader),
            known_people(settings, quiet=asked.quiet),
            settings.parallel_grading or settings.parallel,
        )


def score_file(asked: Asked, means: Means, *, spent: Usage = NOTHING) -> Scored:
    """Read, tell the sides apart, grade and check; ``spent`` is what earlier tries have used.

    Raises ``ReploopError``, and ``typer.BadParameter`` for an unknown rep or rubric.
    """
    file, chosen = asked.file, means.grader
    kind = asked.call_type or guess_call_type(file.stem.replace("_", " ").replace("-", " "))
    used = rubric_for(asked.rubric, kind, means.configured)
    transcript = read_transcript(read_bounded(file), file.name)
    found = find_rep(transcript, asked.reps, means.known, every=not asked.many)
    call = Call(
        id=CallId(file.stem),
        provider="file",
        provider_ref=file.name,
        title=file.stem,
        started_at=datetime.now(UTC),
        duration_s=transcript.duration_s,
        state=CallState.READY,
        call_type=kind,
        not_scorable=found.sided.not_scorable if transcript.turns else _EMPTY,
    )
    sided = found.sided.transcript
    nothing = _nothing_to_grade(call, used) or too_poor(used, kind, sided)
    reply = nothing or chosen.grade(used, kind, sided, spent=spent)
    card = make_scorecard(
        call=call,
        rubric=used,
        transcript=sided,
        reply=replace(reply, usage=spent + reply.usage),
        grader_name=chosen.name,
        grader_version=chosen.version,
        created_at=call.started_at,
    )
    return Scored(file.name, call, found, used, card)


def rubric_for(name: str | None, kind: CallType, configured: Configured) -> Rubric:
    """The rubric of this name, or the one for the type. Raises ``typer.BadParameter``."""
    if name is None:
        return configured.rubrics.for_call(kind)
    try:
        return configured.rubrics.named(name)
    except ConfigurationError as error:
        problem = f"{error.problem}. {error.remedy}"
        raise typer.BadParameter(problem, param_hint="--rubric") from None


def _nothing_to_grade(call: Call, rubric: Rubric) -> GraderReply | None:
    """No grader is asked about words that are nobody's: every criterion gets the reason."""
    if call.not_scorable is None:
        return None
    empty = call.not_scorable is NotScorable.EMPTY_TRANSCRIPT
    because = NotScoredBecause.TOO_LITTLE_SPEECH if empty else NotScoredBecause.NO_VALID_EVIDENCE
    return GraderReply(
        answers={
            c.id: GraderAnswer(
                criterion_id=c.id,
                level=None,
                not_scored=because,
                reason=NOT_SCORABLE[call.not_scorable],
            )
            for c in rubric.applicable(call.call_type)
        }
    )
