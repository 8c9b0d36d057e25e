"""A manager's weekly agenda: per rep two focus skills with their moments, and what moved."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from coaching.clips import ScoredCall, moments
from coaching.commitments import proof_of
from coaching.focus import Choice, ComingUp, Focus, FocusRules, Past, choose_focus, why
from coaching.moves import move_between, since_last_focus
from coaching.patterns import recurring_gap
from domain import said, wording
from domain.agendas import Agenda, FocusSkill, RepAgenda, SkillMove, iso_week
from domain.clips import Clip, Moment
from domain.commitments import Commitment, Proof
from domain.people import Person, PersonId
from domain.phrases import Phrase, phrase
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
    lines: Mapping[SkillId, tuple[tuple[date, float], ...]] = field(default_factory=dict)
    """How each level (0-100) went over the last weeks."""
    wrong: tuple[Moment, ...] = ()
    """Moments that the manager called wrong before: they are not shown again."""
    commitment: Commitment | None = None
    """What was agreed on last and still runs."""


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
    rules = replace(inputs.rules, coming_up=coming_up(week, known, inputs.as_of))
    focus = choose_focus(known, history, monday=inputs.monday, rules=rules)
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
        proof=_proof(week, inputs),
        early=_early(known, inputs),
    )


def coming_up(
    week: RepWeek, known: Sequence[Proficiency], as_of: datetime
) -> Mapping[SkillId, ComingUp]:
    """On how many calls of the last four weeks each skill was scored: the stages of now."""
    recent = [s for s in week.calls if as_of - s.call.started_at <= 4 * WEEK]
    seen = Counter(skill for scored in recent for skill in _scored_skills(scored))
    return {p.skill_id: ComingUp(seen[p.skill_id], len(recent)) for p in known}


def _scored_skills(scored: ScoredCall) -> frozenset[SkillId]:
    levels = (s for s in scored.scorecard.criteria if s.level is not None)
    return frozenset(skill for score in levels for skill in score.skill_ids)


def _proof(week: RepWeek, inputs: AgendaInputs) -> Proof | None:
    if week.commitment is None:
        return None
    return proof_of(week.commitment, week.calls, as_of=inputs.as_of)


def _early(known: Sequence[Proficiency], inputs: AgendaInputs) -> tuple[Phrase, ...]:
    """Early signs where no trend says the same; the strongest first."""
    signs = [(p, p.early) for p in known if p.early is not None and wording.enough(p)]
    news = [(p, sign) for p, sign in signs if not wording.moves_clearly(p)]
    news.sort(key=lambda found: (-abs(found[1].change), found[0].skill_id))
    return tuple(said.early_sign(sign, inputs.skills[p.skill_id].name) for p, sign in news)


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
        made.append(focus_skill(choice, week, inputs.skills, as_of=inputs.as_of, used=used))
        used.extend(made[-1].clips)
    return tuple(made)


def focus_skill(
    choice: Choice,
    week: RepWeek,
    skills: Mapping[SkillId, Skill],
    *,
    as_of: datetime,
    used: Sequence[Clip] = (),
) -> FocusSkill:
    """One skill with its reason, the moments that prove it, and what to ask in the 1:1."""
    skill = skills[choice.skill_id]
    clips = moments(skill.id, week.calls, as_of=as_of, other_than=[*used, *week.wrong])
    gap = recurring_gap(skill.id, week.calls)
    return FocusSkill(
        skill_id=skill.id,
        skill_name=skill.name,
        proficiency=choice.proficiency,
        why=why(choice, skill.name, gap.said() if gap and gap.often else None),
        leverage=choice.leverage,
        clips=clips,
        suggestion=_suggestion(skill.name, clips, week.rep),
        behaviour=gap.criterion_id if gap else None,
        behaviour_title=gap.title if gap else "",
        rubric_name=gap.rubric_name if gap else "",
        line=tuple(week.lines.get(skill.id, ())),
    )


def _suggestion(skill_name: str, clips: Sequence[Clip], rep: Person) -> Phrase:
    """A question for the 1:1, about the rep's own moments where there are some."""
    gaps = [c for c in clips if c.level is not None and c.level < 3]
    best = [c for c in clips if c.level is not None and c.level >= 3]
    if gaps and best:
        return _between(best[0], gaps[0], rep.name)
    if gaps and gaps[0].whole_call:
        return phrase("ask-room", rep=rep.name, gap=gaps[0].call_title)
    if gaps:
        return phrase("ask-gap", rep=rep.name)
    if best:
        return phrase("ask-best", rep=rep.name, best=best[0].call_title)
    return phrase("ask-next", rep=rep.name, skill=skill_name)


def _between(best: Clip, gap: Clip, name: str) -> Phrase:
    """What would bring the one moment into the other; calls of one title are told by their day."""
    if gap.call_id == best.call_id:
        return phrase("ask-same-call", rep=name, call=gap.call_title)
    if gap.call_title == best.call_title:
        days = {"best": said.day(best.call_at), "gap": said.day(gap.call_at)}
        return phrase("ask-both-days", rep=name, **days)
    return phrase("ask-both", rep=name, best=best.call_title, gap=gap.call_title)


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


def _last_focus(week: RepWeek, inputs: AgendaInputs) -> tuple[Phrase, ...]:
    """What each of last week's focus skills did since; nothing without an earlier agenda."""
    earlier = [a for a in inputs.previous if a.monday < inputs.monday]
    if not earlier:
        return ()
    last = max(earlier, key=lambda a: a.monday)
    rep = next((r for r in last.reps if r.rep_id == week.rep.id), None)
    now = {p.skill_id: p for p in week.now}
    return tuple(
        since_last_focus(f.proficiency, now[f.skill_id], f.skill_name)
        for f in (rep.focus if rep else ())
        if f.skill_id in now
    )
