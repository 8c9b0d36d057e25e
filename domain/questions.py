"""Questions people ask and the answers, computed from stored figures."""

from dataclasses import dataclass
from enum import StrEnum

from domain.clips import Clip
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Proficiency


class QuestionKind(StrEnum):
    """The questions that have a tested answer."""

    REP_SKILL = "rep_skill"
    """How is Ana doing on discovery?"""
    REP_OVERVIEW = "rep_overview"
    """How is Ana doing? / How am I doing?"""
    WHO_NEEDS_HELP = "who_needs_help"
    """Who needs help with next steps?"""
    WHO_IS_STRONG = "who_is_strong"
    """Who is best at objections?"""
    HELP = "help"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question understood: only ids of people whom the asker may see."""

    kind: QuestionKind
    rep_id: PersonId | None = None
    skill_id: SkillId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One stored figure in an answer, with its label."""

    rep_id: PersonId
    rep_name: str
    skill_id: SkillId
    skill_name: str
    proficiency: Proficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said back. Without figures it must be a refusal, help or "no data yet"."""

    question: str
    kind: QuestionKind
    headline: str
    figures: tuple[Figure, ...] = ()
    cited: tuple[Clip, ...] = ()
    scope: str = ""
    """The filter used, e.g. "your own scored calls, all time, as of 24 Nov"."""
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it came in from Slack; ids are Slack's."""

    id: str
    """event_id: stays the same when Slack redelivers."""
    asked_by: str
    channel: str
    ts: str
    text: str
    private: bool
    """Direct message or command: the answer may hold scores where it was asked."""
    thread_ts: str | None = None
    """The message in whose thread it was written, if it was written in one."""
