"""A manager's weekly agenda: per rep two focus skills with their moments, and what moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from coaching import words
from coaching.clips import ScoredCall, moments
from coaching.focus import Choice, Focus, FocusRules, Past, choose_focus, why
from coaching.moves import move_between, since_last_focus
from coaching.patterns import recurring_gap
from domain import wording
from domain.agendas import Agenda, Clip, FocusSkill, RepAgenda, SkillMove, iso_week
from domain.people import Person, PersonId
from domain.rubrics import SkillId
from domain.skills import Proficiency, Skill, TierChange

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepWeek:
    """What is known of one rep."""

    rep: Person
    now: tuple[Proficiency, ...]
    """As of the agenda, one a skill."""
    week_ago: tuple[Proficiency, ...]
    """The same replayed as of seven days before."""
    tier_changes: tuple[TierChange, ...] = ()
    """Those since last Monday; older ones may be in it and are left out."""
    calls: tuple[ScoredCall, ...] = ()
    """The rep's scored calls that clips may come from, the week's among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaInputs:
    """Everything an agenda is computed from."""

    manager: Person
    monday: date
    """In the manager's own calendar."""
    as_of: datetime
    reps: tuple[RepWeek, ...]
    """Only reps whom the manager may see, and read, at ``as_of``."""
    skills: Mapping[SkillId, Skill]
    skipped_calls: int = 0
    """Calls of the team in the last seven days that were not scored."""
    previous: tuple[Agenda, ...] = ()
    """The manager's earlier agendas in any order; the last eight weeks are enough."""
    rules: FocusRules = field(default_factory=FocusRules)


def build_agenda(inputs: AgendaInputs) -> Agenda:
    """The agenda of one manager and week; reps by name.

    Pure: the same inputs give the same agenda. Raises nothing: a skill that is no longer
    configured is left out, a rep with too few calls gets ``nothing_because``.
    """
    ordered = sorted(inputs.reps, key=lambda r: (r.rep.name, r.rep.id))
    return Agenda(
        manager_id=inputs.manager.id,
        manager_name=inputs.manager.name,
        week=iso_week(inputs.monday),
        monday=inputs.monday,
        as_of=inputs.as_of,
        reps=tuple(_rep_agenda(rep, inputs) for rep in ordered),
        skipped_calls=inputs.skipped_calls,
    )


def _rep_agenda(week: RepWeek, inputs: AgendaInputs) -> RepAgenda:
    known = tuple(p for p in week.now if p.skill_id in inputs.skills)
    past = tuple(s for s in week.calls if s.call.started_at <= inputs.as_of)
    week = replace(week, calls=past)
    history = _history(week.rep.id, inputs)
    focus = choose_focus(known, history, monday=inputs.monday, rules=inputs.rules)
    since = inputs.as_of - WEEK
    return RepAgenda(
        rep_id=week.rep.id,
        rep_name=week.rep.name,
        calls_this_week=sum(s.call.started_at > since for s in past),
        focus=_focus_skills(focus.choices, week, inputs),
        nothing_because=focus.nothing_because,
        moves=_moves(focus, known, week, inputs),
        tier_changes=tuple(
            sorted(
                (c for c in week.tier_changes if since < c.at <= inputs.as_of),
                key=lambda c: (c.at, c.skill_id),
            )
        ),
        last_focus=_last_focus(week, inputs),
    )


def _history(rep_id: PersonId, inputs: AgendaInputs) -> tuple[Past, ...]:
    return tuple(
        Past(agenda.monday, tuple(f.skill_id for f in rep.focus))
        for agenda in inputs.previous
        for rep in agenda.reps
        if rep.rep_id == rep_id and agenda.monday < inputs.monday
    )


def _focus_skills(
    choices: Sequence[Choice], week: RepWeek, inputs: AgendaInputs
) -> tuple[FocusSkill, ...]:
    """The chosen skills; no moment is shown twice."""
    used: list[Clip] = []
    made: list[FocusSkill] = []
    for choice in choices:
        skill = inputs.skills[choice.skill_id]
        clips = moments(skill.id, week.calls, as_of=inputs.as_of, other_than=used)
        used.extend(clips)
        made.append(
            FocusSkill(
                skill_id=skill.id,
                skill_name=skill.name,
                proficiency=choice.proficiency,
                why=why(choice, skill.name, recurring_gap(skill.id, week.calls)),
                leverage=choice.leverage,
                clips=clips,
                suggestion=_suggestion(skill.name, clips, week.rep),
            )
        )
    return tuple(made)


def _suggestion(skill_name: str, clips: Sequence[Clip], rep: Person) -> str:
    """A question for the 1:1, about the rep's own moments where there are some."""
    gaps = [c for c in clips if c.level is not None and c.level < 3]
    best = [c for c in clips if c.level is not None and c.level >= 3]
    if gaps and best:
        return (
            f"Ask {rep.name}: what made “{best[0].call_title}” go well, "
            f"and what would have brought that into “{gaps[0].call_title}”?"
        )
    if gaps and gaps[0].whole_call:
        return f"Ask {rep.name}: where in “{gaps[0].call_title}” was there room for it?"
    if gaps:
        return f"Listen to the moment together and ask {rep.name}: what would you say there now?"
    if best:
        return f"Ask {rep.name} what they did in “{best[0].call_title}”, and where it fits next."
    return f"Ask {rep.name} on which coming call {skill_name} will matter most."


def _moves(
    focus: Focus, known: Sequence[Proficiency], week: RepWeek, inputs: AgendaInputs
) -> tuple[SkillMove, ...]:
    """Moves of the focus skills, and of others where they are clear; largest first."""
    in_focus = {choice.skill_id for choice in focus.choices}
    before = {p.skill_id: p for p in week.week_ago}
    moves = [
        move_between(before[p.skill_id], p, inputs.skills[p.skill_id].name)
        for p in known
        if p.skill_id in before and wording.enough(before[p.skill_id]) and wording.enough(p)
    ]
    kept = [m for m in moves if m.clear or m.skill_id in in_focus]
    return tuple(sorted(kept, key=lambda m: (-abs(m.after - m.before), m.skill_id)))


def _last_focus(week: RepWeek, inputs: AgendaInputs) -> str | None:
    """One sentence on last week's focus skills; ``None`` without an earlier agenda."""
    earlier = [a for a in inputs.previous if a.monday < inputs.monday]
    if not earlier:
        return None
    last = max(earlier, key=lambda a: a.monday)
    rep = next((r for r in last.reps if r.rep_id == week.rep.id), None)
    if rep is None or not rep.focus:
        return None
    now = {p.skill_id: p for p in week.now}
    said = [
        since_last_focus(f.proficiency, now[f.skill_id], f.skill_name)
        for f in rep.focus
        if f.skill_id in now
    ]
    return f"Since {words.day(last.monday)}, {'; '.join(said)}." if said else None
