"""How figures moved between two moments, and whether that is more than noise."""

import math

from domain import said, wording
from domain.agendas import SkillMove
from domain.phrases import Phrase, phrase
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


def since_last_focus(before: Proficiency, now: Proficiency, skill_name: str) -> Phrase:
    """What last week's focus skill did since: moved, not yet, or too few calls to say."""
    new = max(0, now.calls - before.calls)
    if new < FEWEST_NEW_CALLS:
        return phrase("since-too-few", skill=skill_name, n=new)
    move = move_between(before, now, skill_name)
    way = (
        ("since-up" if move.after > move.before else "since-down") if move.clear else "since-noise"
    )
    was, became = said.points(move.before), said.points(move.after)
    return phrase(way, skill=skill_name, was=was, became=became, n=new)
