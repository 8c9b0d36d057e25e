"""The weekly agenda: what a manager and a rep talk about, with the moments that prove it."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import CriterionId, SkillId
from domain.skills import Proficiency, TierChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A moment of a call: a verbatim quote with the second it starts at."""

    call_id: CallId
    call_title: str
    call_at: datetime
    turn_index: int
    start_s: float
    speaker: str
    quote: str
    criterion_id: CriterionId | None = None
    level: int | None = None
    note: str = ""
    """What the moment shows, or what would have been better."""
    whole_call: bool = False
    """Whether the call as a whole is the proof: what was looked for is nowhere in it.

    The quote then only says where the search began; it is not a moment to talk about.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusSkill:
    """One skill to work on this week, why, and the moments."""

    skill_id: SkillId
    skill_name: str
    proficiency: Proficiency
    why: str
    """One plain sentence."""
    leverage: float
    clips: tuple[Clip, ...]
    """The gap first, then the rep's own best moment where there is one."""
    suggestion: str = ""
    """A question for the 1:1 or a thing to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMove:
    """How a skill moved since last week, only where the data carry it."""

    skill_id: SkillId
    skill_name: str
    before: float
    after: float
    standard_error: float
    """Of the difference."""
    clear: bool
    """Whether the change is larger than noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepAgenda:
    """One rep's part of the agenda."""

    rep_id: PersonId
    rep_name: str
    calls_this_week: int
    focus: tuple[FocusSkill, ...]
    """Two skills, or none with ``nothing_because``."""
    nothing_because: str | None
    moves: tuple[SkillMove, ...]
    tier_changes: tuple[TierChange, ...]
    last_focus: str | None = None
    """One sentence on what last week's focus skills did since; ``None`` the first week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One manager's week. ``week`` is an ISO week of the manager's own calendar."""

    manager_id: PersonId
    manager_name: str
    week: str
    """Like ``2026-W48``."""
    monday: date
    as_of: datetime
    reps: tuple[RepAgenda, ...]
    skipped_calls: int = 0
    """Calls of the team in that week that were not scored."""

    def only(self, rep_ids: Container[PersonId]) -> "Agenda":
        """The same agenda without reps who are not among ``rep_ids``."""
        return replace(self, reps=tuple(r for r in self.reps if r.rep_id in rep_ids))

    @property
    def cited(self) -> frozenset[CallId]:
        """The calls whose moments it shows."""
        clips = (clip for rep in self.reps for focus in rep.focus for clip in focus.clips)
        return frozenset(clip.call_id for clip in clips)

    def without_calls(self, gone: Container[CallId]) -> "Agenda":
        """The same agenda without a word of these calls."""
        return replace(self, reps=tuple(_without(rep, gone) for rep in self.reps))


def _without(rep: RepAgenda, gone: Container[CallId]) -> RepAgenda:
    def kept(focus: FocusSkill) -> FocusSkill:
        clips = tuple(clip for clip in focus.clips if clip.call_id not in gone)
        # The suggestion names calls by title, so it goes with a moment that goes.
        return focus if clips == focus.clips else replace(focus, clips=clips, suggestion="")

    return replace(rep, focus=tuple(map(kept, rep.focus)))


def iso_week(day: date) -> str:
    """``2026-W48`` for the ISO week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
