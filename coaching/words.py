"""Sentences about a person's figures for pages, CRM fields and the command line.

Messages are made of phrases instead: ``domain.said``.
A number never stands without how sure it is and how many calls stand behind it. The same
fact is worded for the rep ("you") and for the manager (by name); bad news names what to do.
"""

from collections.abc import Sequence

from domain import wording
from domain.skills import Proficiency, TierChange
from domain.wording import TIER_NAMES


def latest_trend(proficiency: Proficiency) -> str:
    """What may be said of the last 60 days, or of the last 30 while 60 are not known."""
    for days in (60, 30):
        found = proficiency.trend(days)
        if found is not None and found.known:
            return wording.trend(found)
    return wording.trend(None)


def tier_change_for_rep(change: TierChange, skill_name: str) -> str:
    """The sentence the rep reads."""
    figures = wording.from_calls(change.level, change.standard_error, change.calls)
    after = TIER_NAMES[change.after]
    if change.before is None:
        return f"There are now enough calls to say: your {skill_name} is {after} ({figures})."
    before = TIER_NAMES[change.before]
    if change.rose:
        return f"Well done: your {skill_name} went from {before} to {after} ({figures})."
    return (
        f"Your {skill_name} went from {before} to {after} ({figures}). "
        "Look at the call that tipped it, and bring it to your next 1:1."
    )


def tier_change_for_manager(change: TierChange, rep_name: str, skill_name: str) -> str:
    """The sentence the rep's manager reads."""
    figures = wording.from_calls(change.level, change.standard_error, change.calls)
    after = TIER_NAMES[change.after]
    if change.before is None:
        return f"Enough calls to say: {rep_name} is {after} in {skill_name} ({figures})."
    before = TIER_NAMES[change.before]
    if change.rose:
        return (
            f"{rep_name} went from {before} to {after} in {skill_name} ({figures}). "
            "Worth saying so."
        )
    return (
        f"{rep_name} went from {before} to {after} in {skill_name} ({figures}). "
        "Listen to the call that tipped it before you talk about it."
    )


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
