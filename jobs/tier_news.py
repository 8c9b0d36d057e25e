"""Who is told of a tier that changed: the rep and the manager, once for a call and its skills."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from domain.calls import CallId
from domain.effects import Effect, EffectKind
from domain.people import PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import MoveCause, Tier, TierChange
from jobs.profiles import follow
from jobs.services import Services

AUDIENCES = ("rep", "manager")


def tier_news(changes: Iterable[TierChange], services: Services) -> Iterable[Effect]:
    """One message for all tiers that one call tipped, to each of the two.

    None for a first tier, nor for one dated long ago, as in a back-fill. What the call tips
    later, when more is known of it, is another message.
    """
    if services.messenger is None:
        return
    oldest = services.now() - timedelta(days=services.thresholds.tier_message_max_age_days)
    real: dict[tuple[PersonId, CallId], dict[SkillId, Tier]] = defaultdict(dict)
    for change in changes:
        if not change.is_first and change.at >= oldest:
            real[change.rep_id, change.because_of][change.skill_id] = change.after
    for (rep_id, call_id), moved in sorted(real.items()):
        skills = "+".join(sorted(moved))
        for audience in AUDIENCES:
            yield Effect(
                kind=EffectKind.SLACK_TIER_CHANGE,
                key=tier_key(rep_id, call_id, audience, skills),
                payload={
                    "rep_id": rep_id,
                    "call_id": call_id,
                    "audience": audience,
                    "skills": skills,
                    "tiers": "+".join(moved[skill] for skill in sorted(moved)),
                },
            )


def tier_key(rep_id: PersonId, call_id: CallId, audience: str, skills: str) -> str:
    """The key of the message about what one call tipped; ``skills`` joined by ``+``."""
    return f"slack:tier:{rep_id}:{call_id}:{audience}:{skills}"


def tell_tiers(tx: Stores, call_id: CallId, services: Services) -> None:
    """Tell what the call tipped: its deal is known by now, or nobody can find it out."""
    pairs = tx.profiles.of_call(call_id)
    changes = follow(tx, pairs, services, MoveCause.DEAL, call_id, told=True)
    for effect in tier_news(changes, services):
        tx.outbox.add_if_new(effect)
