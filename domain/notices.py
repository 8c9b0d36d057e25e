"""What is told to people, before it has a form: the messenger's views render these."""

from dataclasses import dataclass

from domain.agendas import Agenda, RepAgenda
from domain.calls import Call, Transcript
from domain.people import Person
from domain.questions import Answer
from domain.rubrics import Rubric
from domain.scores import Scorecard
from domain.skills import Proficiency, TierChange


@dataclass(frozen=True, slots=True)
class CallScoredNotice:
    """A rep's own score after a call."""

    call: Call
    scorecard: Scorecard
    rubric: Rubric
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class TierMove:
    """One tier change, with the skill's name and where it stands today."""

    change: TierChange
    skill_name: str
    proficiency: Proficiency


@dataclass(frozen=True, slots=True)
class TierChangeNotice:
    """Tiers that one call tipped, at least one: to the rep or to the manager."""

    rep: Person
    moves: tuple[TierMove, ...]


@dataclass(frozen=True, slots=True)
class AnswerNotice:
    """The answer to a question somebody asked."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class SharedAgenda:
    """One rep's part of an agenda, as their manager shares it with them."""

    rep: RepAgenda
    manager_name: str
    agenda: Agenda
    """The whole one it comes from, without the other reps."""


Notice = CallScoredNotice | TierChangeNotice | Agenda | SharedAgenda | AnswerNotice
