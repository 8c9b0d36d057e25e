"""Zoom Meetings: signed webhooks, cloud-recording transcripts, participants."""

from integrations.zoom.provider import ZoomMeetings
from integrations.zoom.settings import ZoomSettings

__all__ = ["ZoomMeetings", "ZoomSettings"]
