"""What keeps happening: the behaviour that fell short on most of the latest calls."""

from collections import Counter
from collections.abc import Sequence

from coaching.clips import ScoredCall
from domain.rubrics import CriterionId, SkillId

LATEST_CALLS = 4
FELL_SHORT = 1
"""Highest level (0-4) that counts as falling short."""


def recurring_gap(skill_id: SkillId, calls: Sequence[ScoredCall]) -> str:
    """``on 3 of the last 4 calls “Agrees a dated next step” fell short``, or nothing.

    Looks at each criterion of the skill on the latest four calls that scored it; says
    something only if it fell short (level 0 or 1) on at least two of them and on half.
    """
    seen: Counter[CriterionId] = Counter()
    short: Counter[CriterionId] = Counter()
    titles: dict[CriterionId, str] = {}
    for scored in sorted(calls, key=lambda s: (s.call.started_at, s.call.id), reverse=True):
        named = {c.id: c.title for c in scored.rubric.criteria}
        for score in scored.scorecard.criteria:
            this = score.criterion_id
            if skill_id not in score.skill_ids or score.level is None or seen[this] >= LATEST_CALLS:
                continue
            seen[this] += 1
            short[this] += score.level <= FELL_SHORT
            titles.setdefault(this, named.get(this, ""))
    often = [c for c, n in short.items() if n >= 2 and 2 * n >= seen[c] and titles[c]]
    if not often:
        return ""
    worst = max(often, key=lambda c: (short[c] / seen[c], short[c], c))
    return f"on {short[worst]} of the last {seen[worst]} calls “{titles[worst]}” fell short"
