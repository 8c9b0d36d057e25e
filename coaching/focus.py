"""Which two skills a rep works on: where the most is to be won, not what looks lowest.

``leverage = importance x room x confidence x momentum x rest x chance``. The lowest score is often
plain bad luck on few calls; room counts what is left to learn, confidence how sure we are.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from domain import said, wording
from domain.phrases import Phrase, PhraseValue, phrase
from domain.rubrics import SkillId
from domain.skills import Proficiency, TrendLabel

FOCUS_SKILLS = 2
"""How many skills are chosen unless three are asked for."""
BLOCK_DAYS = 28
"""A focus skill is held this long, then rests this long."""
MASTERED = 85.0
IMPORTANCE_FLOOR = 0.05
NOTHING_ENOUGH = Phrase("focus-too-few")
NOTHING_LEFT = Phrase("focus-nothing-left")


@dataclass(frozen=True, slots=True)
class Past:
    """The focus skills of one rep on one past Monday."""

    monday: date
    skill_ids: tuple[SkillId, ...]


@dataclass(frozen=True, slots=True)
class ComingUp:
    """On how many of the rep's calls of the last four weeks a skill had its occasion.

    What a rep works on follows the stages their deals are in: there is little to be won this
    week from a skill whose calls are not being held.
    """

    seen: int
    calls: int

    @property
    def chance(self) -> float:
        """From 0.5 (never) to 1 (on half of the calls or more)."""
        return 0.5 + min(0.5, self.seen / self.calls) if self.calls else 1.0

    @property
    def often(self) -> bool:
        """Whether it is worth saying: on at least half of four calls or more."""
        return self.calls >= 4 and 2 * self.seen >= self.calls


UNKNOWN_CHANCE = ComingUp(0, 0)


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen skill with the factors that chose it."""

    proficiency: Proficiency
    leverage: float
    room: float
    held_since: date | None
    """Start of the running four weeks, if it is held from before."""
    largest_gap: bool
    coming_up: ComingUp = UNKNOWN_CHANCE
    by_hand: bool = False
    """Whether the manager chose it."""

    @property
    def skill_id(self) -> SkillId:
        """Which skill."""
        return self.proficiency.skill_id


@dataclass(frozen=True, slots=True)
class Focus:
    """Up to two choices, the most worthwhile first, or none and why."""

    choices: tuple[Choice, ...]
    nothing_because: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusRules:
    """``importance``: log odds of winning per 10 points of a skill, where known."""

    importance: Mapping[SkillId, float] = field(default_factory=dict)
    """Empty: all skills count the same, so the choice follows the gap."""
    skills: int = FOCUS_SKILLS
    """How many to choose, 2 or 3."""
    coming_up: Mapping[SkillId, ComingUp] = field(default_factory=dict)
    """How often each skill came up on the rep's latest calls; empty: nothing is known."""


def choose_focus(
    proficiencies: Sequence[Proficiency],
    history: Sequence[Past],
    *,
    monday: date,
    rules: FocusRules | None = None,
) -> Focus:
    """Choose the focus skills of one rep for the week of ``monday``.

    A skill in its four weeks of focus is held until they end or it is mastered
    (``P(theta >= 85) >= 0.85``); free places go to the highest leverage. Skills with fewer
    than three scored calls are never chosen; if none is left, ``nothing_because`` says so.
    """
    rules = rules or FocusRules()
    known = [p for p in proficiencies if wording.enough(p)]
    if not known:
        return Focus((), NOTHING_ENOUGH)
    lowest = min(known, key=lambda p: (p.level, p.skill_id))
    choices = [_choice(p, history, monday, rules, p is lowest) for p in known]
    worthwhile = [c for c in choices if c.leverage > 0.0 and not is_mastered(c.proficiency)]
    ranked = sorted(worthwhile, key=lambda c: (c.held_since is None, -c.leverage, c.skill_id))
    chosen = sorted(ranked[: rules.skills], key=lambda c: (-c.leverage, c.skill_id))
    return Focus(tuple(chosen), None if chosen else NOTHING_LEFT)


def chosen_by_hand(proficiency: Proficiency, monday: date) -> Choice:
    """A skill that the manager wants, whatever its leverage."""
    choice = _choice(proficiency, (), monday, FocusRules(), largest_gap=False)
    return replace(choice, by_hand=True)


def is_mastered(proficiency: Proficiency) -> bool:
    """Whether the level is at least 85 with a probability of 0.85."""
    return _probability_below(MASTERED, proficiency) <= 0.15


def room(level: float) -> float:
    """What is left to learn: ``(95 - level) / 30``, between 0 and 2.5.

    The cap keeps one very low figure from deciding alone once importance is known; at 1.5 it
    would make 25 and 49 points look the same to a manager while all skills weigh the same.
    """
    return min(2.5, max(0.0, (95.0 - level) / 30.0))


def leverage(proficiency: Proficiency, *, beta: float, rest: float, chance: float = 1.0) -> float:
    """How much is to be won by working on a skill now; see the module for the factors.

    ``importance = max(beta, 0) + 0.05``; ``confidence = P(theta < 85) min(1, n / 8)`` with
    ``n`` the effective calls; ``momentum`` is 1.15 when declining over 60 days, 0.85 when
    improving, else 1; ``rest`` is 0.5 in the four weeks after a block, else 1; ``chance`` is how
    often the skill comes up at the stages the rep is in, 0.5-1.
    """
    importance = max(beta, 0.0) + IMPORTANCE_FLOOR
    sure = _probability_below(MASTERED, proficiency) * min(1.0, proficiency.effective_n / 8.0)
    return importance * room(proficiency.level) * sure * _momentum(proficiency) * rest * chance


def why(choice: Choice, skill_name: str, detail: Phrase | None = None) -> Phrase:
    """One plain sentence: the figure with its uncertainty, the reason, and a detail."""
    p = choice.proficiency
    key = "focus-why" if detail is None else "focus-why-detail"
    figure = said.from_calls(p.level, p.standard_error, p.calls)
    values: dict[str, PhraseValue] = {
        "skill": skill_name,
        "figure": figure,
        "reason": _reason(choice),
    }
    return Phrase(key, values if detail is None else {**values, "detail": detail})


def _choice(
    p: Proficiency, history: Sequence[Past], monday: date, rules: FocusRules, largest_gap: bool
) -> Choice:
    block = _last_block(p.skill_id, history, monday)
    running = block is not None and block.runs_on(monday)
    resting = block is not None and not running and (monday - block.end).days < BLOCK_DAYS
    coming_up = rules.coming_up.get(p.skill_id, UNKNOWN_CHANCE)
    return Choice(
        proficiency=p,
        coming_up=coming_up,
        leverage=leverage(
            p,
            beta=rules.importance.get(p.skill_id, 0.0),
            rest=0.5 if resting else 1.0,
            chance=coming_up.chance,
        ),
        room=room(p.level),
        held_since=block.start if block is not None and running else None,
        largest_gap=largest_gap,
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """Consecutive weeks, at most four, in which a skill was in focus."""

    start: date
    last: date

    def runs_on(self, monday: date) -> bool:
        """Whether ``monday`` would continue it; one missed agenda does not break it."""
        return (monday - self.last).days <= 14 and (monday - self.start).days < BLOCK_DAYS

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.last + timedelta(days=7)


def _last_block(skill_id: SkillId, history: Sequence[Past], monday: date) -> _Block | None:
    block: _Block | None = None
    weeks = sorted(w.monday for w in history if skill_id in w.skill_ids and w.monday < monday)
    for week in weeks:
        start = block.start if block is not None and block.runs_on(week) else week
        block = _Block(start, week)
    return block


def _momentum(proficiency: Proficiency) -> float:
    found = proficiency.trend(60)
    label = found.label if found else TrendLabel.UNKNOWN
    return {TrendLabel.DECLINING: 1.15, TrendLabel.IMPROVING: 0.85}.get(label, 1.0)


def _probability_below(bound: float, proficiency: Proficiency) -> float:
    distance = (proficiency.level - bound) / (proficiency.standard_error * math.sqrt(2.0))
    return 0.5 * math.erfc(distance)


def _reason(choice: Choice) -> Phrase:
    found = choice.proficiency.trend(60)
    if choice.by_hand:
        return Phrase("focus-chosen")
    if choice.largest_gap:
        return Phrase("focus-largest-gap")
    if found is not None and found.label is TrendLabel.DECLINING:
        return Phrase("focus-slipping")
    if choice.held_since is not None:
        return phrase("focus-held", since=said.day(choice.held_since))
    if choice.coming_up.often:
        seen, calls = choice.coming_up.seen, choice.coming_up.calls
        return phrase("focus-comes-up", seen=seen, calls=calls)
    return Phrase("focus-room")
