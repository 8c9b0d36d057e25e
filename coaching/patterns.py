"""What keeps happening: the behaviour that fell short on most of the latest calls."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.clips import ScoredCall
from domain.phrases import Phrase, phrase
from domain.rubrics import CriterionId, SkillId

LATEST_CALLS = 4
FELL_SHORT = 1
"""Highest level (0-4) that counts as falling short."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A behaviour that fell short on ``short`` of the latest ``seen`` calls that scored it."""

    criterion_id: CriterionId
    title: str
    rubric_name: str
    short: int
    seen: int

    @property
    def often(self) -> bool:
        """Whether it is worth saying: at least two calls, and at least half of them."""
        return self.short >= 2 and 2 * self.short >= self.seen

    def said(self) -> Phrase:
        """``on 3 of the last 4 calls “Agrees a dated next step” fell short``."""
        return phrase("focus-recurring", short=self.short, seen=self.seen, title=self.title)


def recurring_gap(skill_id: SkillId, calls: Sequence[ScoredCall]) -> Recurring | None:
    """The behaviour of a skill that falls short most often on the latest four calls that scored it.

    ``None`` where none fell short (level 0 or 1) at all.
    """
    seen: Counter[CriterionId] = Counter()
    short: Counter[CriterionId] = Counter()
    named: dict[CriterionId, tuple[str, str]] = {}
    for scored in sorted(calls, key=lambda s: (s.call.started_at, s.call.id), reverse=True):
        titles = {c.id: c.title for c in scored.rubric.criteria}
        for score in scored.scorecard.criteria:
            this = score.criterion_id
            if skill_id not in score.skill_ids or score.level is None or seen[this] >= LATEST_CALLS:
                continue
            seen[this] += 1
            short[this] += score.level <= FELL_SHORT
            named.setdefault(this, (titles.get(this, ""), scored.rubric.name))
    found = [
        Recurring(c, *named[c], short=n, seen=seen[c])
        for c, n in short.items()
        if n and named[c][0]
    ]
    return max(
        found, key=lambda r: (r.often, r.short / r.seen, r.short, r.criterion_id), default=None
    )
