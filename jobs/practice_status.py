"""How practising goes, in lines: for the manager's agenda and the rep's home."""

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo

from coaching.practice.transfer import Gap, TooFew, gap_of
from domain import said
from domain.people import PersonId
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.practice import OPEN, Assignment, AssignmentState
from domain.rubrics import SkillId
from domain.skills import Skill, SkillObservation
from jobs.zones import zone_of

LINES = 4
"""What is open first, then what ended last."""
_KEYS = {
    AssignmentState.ASSIGNED: "practice-line-assigned",
    AssignmentState.STARTED: "practice-line-started",
    AssignmentState.OVERDUE: "practice-line-overdue",
    AssignmentState.PASSED: "practice-line-passed",
    AssignmentState.NOT_PASSED: "practice-line-not-passed",
}


def practice_lines(
    rep_id: PersonId, tx: Stores, skills: Mapping[SkillId, Skill] = {}
) -> tuple[Phrase, ...]:
    """Where a rep's assignments stand, at most four, and what of the skills arrives on calls.

    ``skills`` names them; without it their ids are shown. A gap is only among the lines where
    there are enough role-plays and live calls to tell one.
    """
    mine = list(tx.practice.assignments(rep_ids=[rep_id]))
    shown = sorted(mine, key=lambda a: a.state not in OPEN)[:LINES]
    rep = tx.people.organisation().person(rep_id)
    zone = zone_of(rep) if rep else UTC
    lines = [assignment_line(a, _name(a.skill_id, skills), zone) for a in shown]
    for skill_id in dict.fromkeys(a.skill_id for a in shown):
        gap = gap_of(tx.profiles.observations(rep_id, skill_id))
        if isinstance(gap, Gap):
            lines.append(gap_line(gap, _name(skill_id, skills)))
    return tuple(lines)


def assignment_line(assignment: Assignment, skill_name: str, zone: tzinfo) -> Phrase:
    """One assignment: its state, the best score of how many role-plays, and the rep's own day."""
    return phrase(
        _KEYS[assignment.state],
        skill=skill_name,
        due=said.day(assignment.due_at.astimezone(zone)),
        score=said.points(assignment.best_score or 0.0),
        n=assignment.attempts_used,
        allowed=assignment.attempts_allowed,
        **{"pass": said.points(assignment.pass_score)},
    )


def gap_line(gap: Gap | TooFew, skill_name: str) -> Phrase:
    """Practice beside live calls, with how sure that is and what stands behind it."""
    counted = {
        "plays": phrase("plays", n=gap.plays),
        "calls": said.calls(gap.live_calls),
    }
    if isinstance(gap, TooFew):
        return phrase("practice-gap-few", skill=skill_name, **counted)
    half = said.half(gap.standard_error)
    if not gap.clear:
        return phrase("practice-gap-even", skill=skill_name, half=half, **counted)
    key = "practice-gap" if gap.points > 0 else "practice-gap-below"
    return phrase(key, skill=skill_name, points=said.points(abs(gap.points)), half=half, **counted)


def seen_by_skill(
    reps: Sequence[PersonId], skills: Sequence[SkillId], tx: Stores
) -> dict[tuple[PersonId, SkillId], Sequence[SkillObservation]]:
    """What is observed of these reps in these skills, for the gaps of a company or a team."""
    pairs = ((rep, skill) for rep in reps for skill in skills)
    found = {pair: tx.profiles.observations(*pair) for pair in pairs}
    return {pair: seen for pair, seen in found.items() if any(o.practice for o in seen)}


def _name(skill_id: SkillId, skills: Mapping[SkillId, Skill]) -> str:
    skill = skills.get(skill_id)
    return skill.name if skill else skill_id.replace("_", " ").capitalize()
