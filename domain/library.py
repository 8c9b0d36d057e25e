"""Moments that a team shares: with the rep's consent, chosen by the manager."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.clips import Clip
from domain.people import PersonId, TeamId
from domain.rubrics import SkillId

SharedClipId = NewType("SharedClipId", str)


class ClipState(StrEnum):
    """Where a shared moment stands. The rep may take back consent in any of them."""

    ASKED = "asked"
    """The manager asked; the rep has not answered."""
    OFFERED = "offered"
    """The rep agreed; the manager has not chosen it yet."""
    IN_LIBRARY = "in_library"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClip:
    """One moment of one call for one skill. Only ``IN_LIBRARY`` is seen by the team."""

    id: SharedClipId
    rep_id: PersonId
    team_id: TeamId
    skill_id: SkillId
    clip: Clip
    state: ClipState
    at: datetime
    """When it came into this state."""
    consent_at: datetime | None = None
    chosen_by: PersonId | None = None
    title: str = ""
    """What the manager calls it."""
