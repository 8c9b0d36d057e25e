"""Moments that a team shares: with the rep's consent, chosen by the manager."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.calls import CallId
from domain.clips import Clip
from domain.people import PersonId, TeamId
from domain.rubrics import CriterionId, SkillId

SharedClipId = NewType("SharedClipId", str)


class ClipState(StrEnum):
    """Where a shared moment stands. The rep may take back consent in any of them."""

    ASKED = "asked"
    """The manager asked; the rep has not answered."""
    OFFERED = "offered"
    """The rep agreed; the manager has not chosen it yet."""
    IN_LIBRARY = "in_library"
    LEFT = "left"
    """The rep agreed; the manager did not take it, or took it out again."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClip:
    """One moment of one call for one skill. Only ``IN_LIBRARY`` is seen by the team."""

    id: SharedClipId
    rep_id: PersonId
    team_id: TeamId
    """The team that the rep belonged to when they agreed: consent is for no other."""
    skill_id: SkillId
    clip: Clip
    state: ClipState
    at: datetime
    """When it came into this state."""
    consent_at: datetime | None = None
    chosen_by: PersonId | None = None
    title: str = ""
    """What the manager calls it."""
    since: datetime | None = None
    """When it was last asked for or offered: each time is told by a message of its own."""
    asked_in: TeamId | None = None
    """The rep's new team, whose manager asked for it: what they agreed to in the old one stands
    until they answer."""
    refused_in: tuple[TeamId, ...] = ()
    """New teams in which the rep said no, while the consent for the old one stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMoment:
    """A shared moment as one person may see it now: without level or note, which are the rep's."""

    shared: SharedClip
    """Its quote stands in the transcript of now; title and second of the call are those of now."""
    rep_name: str
    skill_name: str
    recorder_url: str | None = None
    """Where the call's recording is looked at, if there is one."""
    opens_call: bool = False
    """Whether the viewer may open the call's page too: the rep, and their manager."""


def moment_id(call_id: CallId, turn_index: int, criterion_id: CriterionId) -> SharedClipId:
    """The one id of a moment, whoever brings it up: a second press finds the first."""
    return SharedClipId(f"{call_id}.{turn_index}.{criterion_id}")
