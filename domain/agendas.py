"""The weekly agenda: what a manager and a rep talk about, with the moments that prove it."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calls import CallId
from domain.clips import Clip, Moment
from domain.commitments import CommitmentId, Proof
from domain.people import PersonId
from domain.phrases import Phrase
from domain.rubrics import CriterionId, SkillId
from domain.skills import Proficiency, TierChange


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusSkill:
    """One skill to work on this week, why, and the moments."""

    skill_id: SkillId
    skill_name: str
    proficiency: Proficiency
    why: Phrase
    """One plain sentence."""
    leverage: float
    clips: tuple[Clip, ...]
    """The gap first, then the rep's own best moment where there is one."""
    suggestion: Phrase | None = None
    """A question for the 1:1 or a thing to try."""
    behaviour: CriterionId | None = None
    """The behaviour that falls short most often: what to agree on."""
    behaviour_title: str = ""
    rubric_name: str = ""
    """The rubric that names it."""
    line: tuple[tuple[date, float], ...] = ()
    """The level (0-100) at the end of each of the last weeks, for a small chart."""


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
    nothing_because: Phrase | None
    moves: tuple[SkillMove, ...]
    tier_changes: tuple[TierChange, ...]
    last_focus: tuple[Phrase, ...] = ()
    """What each of last week's focus skills did since; nothing the first week."""
    proof: Proof | None = None
    """Whether what was agreed on in the last 1:1 happened."""
    early: tuple[Phrase, ...] = ()
    """Early signs, which are no tier changes."""
    practice: tuple[Phrase, ...] = ()
    """Where the rep's practice stands; known when the agenda is shown."""
    note: str = ""
    """What the manager adds; the rep reads it once it is shared."""
    state: "RepAgendaState | None" = None
    """What became of it since it was planned; ``None``: nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepAgendaState:
    """What a manager did with one rep's part."""

    shared_at: datetime | None = None
    """When the rep was shown it; until then it is the manager's draft."""
    done_at: datetime | None = None
    """When the 1:1 took place."""
    commitment_id: CommitmentId | None = None
    agreed: str = ""
    """The behaviour that was agreed on, in the rubric's words, and what the two added."""
    snoozed: bool = False
    """Not this week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepEdits:
    """How a manager changed one rep's part; what was planned stays beside it."""

    manager_id: PersonId
    week: str
    rep_id: PersonId
    focus: tuple[FocusSkill, ...] | None = None
    """In place of the planned focus skills; ``None``: those."""
    note: str = ""
    hidden: tuple[Moment, ...] = ()
    """Clips that are not shown."""
    wrong: tuple[Moment, ...] = ()
    """Of these, the ones that the manager called wrong."""
    state: RepAgendaState = RepAgendaState()

    @property
    def cited(self) -> frozenset[CallId]:
        """The calls whose moments stand in it."""
        return frozenset(clip.call_id for focus in self.focus or () for clip in focus.clips)

    def without_calls(self, gone: Container[CallId]) -> "RepEdits":
        """The same edits without a word of these calls."""
        focus = None if self.focus is None else tuple(_kept(f, gone) for f in self.focus)
        return replace(self, focus=focus)


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
        clips = (clip for rep in self.reps for clip in _clips(rep))
        return frozenset(clip.call_id for clip in clips)

    def keeping(self, stands: Callable[[RepAgenda, Clip], bool]) -> "Agenda":
        """The same agenda with only the clips that stand."""
        return replace(self, reps=tuple(_keeping(rep, stands) for rep in self.reps))

    def without_calls(self, gone: Container[CallId]) -> "Agenda":
        """The same agenda without a word of these calls."""
        return replace(self, reps=tuple(_without(rep, gone) for rep in self.reps))


def _without(rep: RepAgenda, gone: Container[CallId]) -> RepAgenda:
    proof = rep.proof
    if proof is not None:
        proof = replace(proof, clips=tuple(c for c in proof.clips if c.call_id not in gone))
    return replace(rep, focus=tuple(_kept(f, gone) for f in rep.focus), proof=proof)


def _keeping(rep: RepAgenda, stands: Callable[[RepAgenda, Clip], bool]) -> RepAgenda:
    def kept(focus: FocusSkill) -> FocusSkill:
        clips = tuple(clip for clip in focus.clips if stands(rep, clip))
        return focus if clips == focus.clips else replace(focus, clips=clips, suggestion=None)

    proof = rep.proof
    if proof is not None:
        proof = replace(proof, clips=tuple(clip for clip in proof.clips if stands(rep, clip)))
    return replace(rep, focus=tuple(map(kept, rep.focus)), proof=proof)


def _kept(focus: FocusSkill, gone: Container[CallId]) -> FocusSkill:
    clips = tuple(clip for clip in focus.clips if clip.call_id not in gone)
    # The suggestion names calls by title, so it goes with a moment that goes.
    return focus if clips == focus.clips else replace(focus, clips=clips, suggestion=None)


def _clips(rep: RepAgenda) -> Iterator[Clip]:
    for focus in rep.focus:
        yield from focus.clips
    yield from rep.proof.clips if rep.proof else ()


def iso_week(day: date) -> str:
    """``2026-W48`` for the ISO week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
