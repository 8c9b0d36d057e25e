"""How figures moved between two moments, and whether that is more than noise."""

import math

from domain import wording
from domain.agendas import SkillMove
from domain.skills import Z_90, Proficiency

FEWEST_NEW_CALLS = 2
"""New scored calls below which nothing is said about a week's work."""


def move_between(before: Proficiency, now: Proficiency, skill_name: str) -> SkillMove:
    """The move of one figure from one moment to another.

    ``standard_error`` is ``sqrt(se_before^2 + se_now^2)``: the two figures share calls, so
    it is too wide rather than too narrow, and a week without a real change is nearly never
    called clear. ``clear`` also needs a figure (three calls) at both moments.
    """
    error = math.hypot(before.standard_error, now.standard_error)
    carried = wording.enough(before) and wording.enough(now)
    return SkillMove(
        skill_id=now.skill_id,
        skill_name=skill_name,
        before=before.level,
        after=now.level,
        standard_error=error,
        clear=carried and abs(now.level - before.level) > Z_90 * error,
    )


def since_last_focus(before: Proficiency, now: Proficiency, skill_name: str) -> str:
    """What last week's focus skill did since: moved, not yet, or too few calls to say."""
    new = max(0, now.calls - before.calls)
    if new < FEWEST_NEW_CALLS:
        return f"{skill_name}: too few calls since to say ({new})"
    move = move_between(before, now, skill_name)
    figures = f"{math.floor(move.before + 0.5)} to {math.floor(move.after + 0.5)}"
    over = f"over {wording.calls(new)}"
    if not move.clear:
        return f"{skill_name}: not yet ({figures} {over}, within noise)"
    direction = "up" if move.after > move.before else "down"
    return f"{skill_name}: moved {direction}, {figures} {over}"
