"""From one version of a rubric to the next: what the same calls scored by both of them tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from domain.rubrics import Criterion, CriterionId, Rubric, SkillId
from domain.scores import Medal
from domain.skills import ProfileRules, Tier
from scoring.judge_shift import Shift, measured_shifts
from scoring.observations import wording_digest
from scoring.tiers import tier_of

BRIDGE_CALLS = 40
"""Double-scored calls below which a reworded criterion is a new one."""
KNOWN_WITHIN = 2.0
"""Standard error, points, up to which a shift counts as known."""


class Link(StrEnum):
    """What becomes of a criterion's history."""

    SAME = "wording unchanged"
    LINKED = "linked: the shift is known and can be taken off"
    NEW = "new criterion: its history begins here"


@dataclass(frozen=True, slots=True)
class Offset:
    """One criterion that both versions have."""

    criterion: CriterionId
    shift: Shift | None
    """``None``: no call was scored by both."""
    link: Link


@dataclass(frozen=True, slots=True)
class Doubly:
    """One call under both versions. Scores are 0-100, ``None`` where there is none."""

    call: str
    rep: str
    """Who the rep of the call is, as the transcript names them; empty if nobody."""
    old: Mapping[CriterionId, float]
    new: Mapping[CriterionId, float]
    old_medal: Medal | None
    new_medal: Medal | None
    old_skills: Mapping[SkillId, float]
    new_skills: Mapping[SkillId, float]


@dataclass(frozen=True, slots=True)
class TierMove:
    """A rep whose mean over these calls falls into another tier under the new version."""

    rep: str
    skill: SkillId
    calls: int
    old: Tier
    new: Tier
    old_mean: float
    new_mean: float


def offsets(old: Rubric, new: Rubric, calls: Sequence[Doubly]) -> tuple[Offset, ...]:
    """The shift of every criterion that both versions have, in the new one's order.

    A criterion of the same wording goes on as it was: its shift shows how the grader reads it
    now that its neighbours have changed. A reworded one is linked to its history only if at
    least ``BRIDGE_CALLS`` calls were scored by both and the shift's standard error is at most
    ``KNOWN_WITHIN`` points.
    """
    before = {c.id: c for c in old.criteria}
    both = [c for c in new.criteria if c.id in before]
    pairs = {
        c.id: [(d.old[c.id], d.new[c.id]) for d in calls if c.id in d.old and c.id in d.new]
        for c in both
    }
    shifts = measured_shifts({str(c): found for c, found in pairs.items()})
    return tuple(
        Offset(c.id, shifts.get(c.id), _link(shifts.get(c.id), same=_reads_alike(before[c.id], c)))
        for c in both
    )


def _reads_alike(old: Criterion, new: Criterion) -> bool:
    """Whether observations of both carry one name; a tip or a weight does not change it."""
    return wording_digest(old) == wording_digest(new)


def _link(shift: Shift | None, *, same: bool) -> Link:
    if same:
        return Link.SAME
    return Link.LINKED if is_known(shift) else Link.NEW


def is_known(shift: Shift | None) -> bool:
    """Whether a shift is sure enough to be taken off new scores."""
    return shift is not None and shift.calls >= BRIDGE_CALLS and shift.error <= KNOWN_WITHIN


def medal_moves(calls: Sequence[Doubly]) -> tuple[Doubly, ...]:
    """The calls whose medal another version would change, in the order given."""
    return tuple(call for call in calls if call.old_medal is not call.new_medal)


def tier_moves(calls: Sequence[Doubly], rules: ProfileRules) -> tuple[TierMove, ...]:
    """Reps and skills whose plain mean over these calls changes tier, by name and skill.

    Over the calls on which both versions observe the skill. It is no announcement: a tier is
    announced from a rep's whole history (``scoring.tiers``).
    """
    seen: dict[tuple[str, SkillId], list[tuple[float, float]]] = {}
    for call in calls:
        for skill in call.old_skills.keys() & call.new_skills.keys():
            pair = (call.old_skills[skill], call.new_skills[skill])
            seen.setdefault((call.rep, skill), []).append(pair)
    moves = [_move(rep, skill, pairs, rules) for (rep, skill), pairs in sorted(seen.items()) if rep]
    return tuple(move for move in moves if move.old is not move.new)


def _move(
    rep: str, skill: SkillId, pairs: Sequence[tuple[float, float]], rules: ProfileRules
) -> TierMove:
    old, new = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    return TierMove(rep, skill, len(pairs), tier_of(old, rules), tier_of(new, rules), old, new)
