"""Which tier changes a message tells as they stand when it is sent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from domain.notices import TierMove
from domain.people import PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import TierChange
from jobs.services import Services
from jobs.tier_news import tier_key

EVER = datetime(2000, 1, 1, tzinfo=UTC)


def tier_moves(
    rep_id: PersonId, payload: Mapping[str, str], tx: Stores, services: Services
) -> tuple[TierMove, ...]:
    """What the message's call tipped in its skills, the highest level first.

    Calls that were scored meanwhile, though held earlier, can lay the same change at another
    call's door. It was counted as told when this message was asked for, so nobody else tells
    it: then the change stands here as it is now.
    """
    skills = payload["skills"].split("+") if "skills" in payload else list(services.skills)
    known = {p.skill_id: p for p in tx.profiles.of_reps([rep_id])}
    changes = [c for c in tx.profiles.tier_changes([rep_id], since=EVER) if not c.is_first]
    tiers = dict(zip(skills, payload.get("tiers", "").split("+"), strict=False))
    told = [
        change
        for skill in map(SkillId, skills)
        if skill in known and skill in services.skills
        for change in _of_skill(skill, tiers.get(skill, ""), changes, payload, tx, services)
    ]
    return tuple(
        TierMove(c, services.skills[c.skill_id].name, known[c.skill_id])
        for c in sorted(told, key=lambda c: (-c.level, c.skill_id))
    )


def _of_skill(
    skill: SkillId,
    tier: str,
    changes: Sequence[TierChange],
    payload: Mapping[str, str],
    tx: Stores,
    services: Services,
) -> Iterator[TierChange]:
    standing = [c for c in changes if c.skill_id == skill]
    mine = [c for c in standing if c.because_of == payload["call_id"]]
    yield from mine
    newest = max(standing, key=lambda c: c.at, default=None)
    if mine or newest is None or newest.after.value != tier:
        return
    oldest = services.now() - timedelta(days=services.thresholds.tier_message_max_age_days)
    if newest.at >= oldest and not _told_by_its_own(newest, payload, tx):
        yield newest


def _told_by_its_own(change: TierChange, payload: Mapping[str, str], tx: Stores) -> bool:
    """Whether the call that is named now has a message of its own."""
    together = {str(change.skill_id), payload["skills"]}
    keys = (
        tier_key(change.rep_id, change.because_of, payload["audience"], skills)
        for skills in together
    )
    return any(tx.outbox.get(key) is not None for key in keys)
