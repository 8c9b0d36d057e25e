"""Who is told of a tier that changed: the rep and the manager, once for a call."""

from collections.abc import Iterable
from datetime import timedelta

from domain.effects import Effect, EffectKind
from domain.skills import TierChange
from jobs.services import Services

AUDIENCES = ("rep", "manager")


def tier_news(changes: Iterable[TierChange], services: Services) -> Iterable[Effect]:
    """One message for all tiers that one call tipped, to each of the two.

    None for a first tier, nor for one dated long ago, as in a back-fill.
    """
    if services.messenger is None:
        return
    oldest = services.now() - timedelta(days=services.thresholds.tier_message_max_age_days)
    real = {(c.rep_id, c.because_of) for c in changes if not c.is_first and c.at >= oldest}
    for rep_id, call_id in sorted(real):
        for audience in AUDIENCES:
            yield Effect(
                kind=EffectKind.SLACK_TIER_CHANGE,
                key=f"slack:tier:{rep_id}:{call_id}:{audience}",
                payload={"rep_id": rep_id, "call_id": call_id, "audience": audience},
            )
