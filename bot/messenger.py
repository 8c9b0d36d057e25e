"""Delivers to people in Slack: direct messages only, each marked so that it can be found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk import WebClient

from bot.client import ask, post
from bot.directory import SlackDirectory, forget
from bot.doctor import slack_checks
from bot.reader import Reader
from bot.views import render
from bot.words import ANSWERED_IN_PRIVATE
from domain.errors import UnexpectedPayload, VendorUnavailable
from domain.links import SignedLinks
from domain.people import Person
from domain.ports import Check, Notice
from domain.rubrics import SkillId
from domain.skills import Skill

EVENT_TYPE = "reploop_outbox"
LOOK_BACK_S = 60.0
"""History is read from this long before the first try: clocks differ."""
PAGE = 100
MAX_PAGES = 20


class SlackMessenger:
    """``Messenger`` over Slack's Web API. Never retries."""

    def __init__(
        self,
        client: WebClient,
        *,
        links: SignedLinks,
        skills: Mapping[SkillId, Skill],
        team_id: str | None = None,
        remember: Callable[[Person, str], None] = forget,
    ) -> None:
        self._client = client
        self._links = links
        self._skills = skills
        self._team_id = team_id
        self.directory = SlackDirectory(client, remember)

    def send(self, notice: Notice, to: Person, *, key: str, now: datetime) -> str:
        """See ``Messenger.send``; the remote id is ``channel:ts``."""
        reader = Reader(person=to, links=self._links, skills=self._skills, now=now)
        message = render(notice, reader)
        channel = self.directory.direct_channel(to)
        return self._post(channel, key, {"text": message.text, "blocks": list(message.blocks)})

    def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
        """See ``Messenger.point_to_answer``. Says nothing about whom or what was asked."""
        del to  # a public reply must not depend on who asked
        return self._post(channel, key, {"text": ANSWERED_IN_PRIVATE, "thread_ts": thread_ts})

    def email_of(self, user_id: str) -> str | None:
        """See ``Messenger.email_of``."""
        return self.directory.email_of(user_id)

    def find(self, to: Person, *, key: str, since: datetime) -> str | None:
        """See ``Messenger.find``; reads the direct messages since then, page by page."""
        channel = self.directory.direct_channel(to)
        asked: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{since.timestamp() - LOOK_BACK_S:.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        for _ in range(MAX_PAGES):
            answer = ask(self._client, "conversations.history", asked)
            for message in answer.get("messages") or ():
                if _key_of(message) == key:
                    return f"{channel}:{message['ts']}"
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                if answer.get("has_more"):
                    break
                return None
            asked["cursor"] = cursor
        raise VendorUnavailable("slack", "conversations.history: more pages than are read")

    def check(self) -> Sequence[Check]:
        """See ``Messenger.check``."""
        return slack_checks(self._client, self._team_id)

    def _post(self, channel: str, key: str, content: Mapping[str, Any]) -> str:
        body = {
            **content,
            "channel": channel,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            "unfurl_links": False,
            "unfurl_media": False,
            "link_names": False,
            "parse": "none",
        }
        answer = post(self._client, "chat.postMessage", body)
        ts = answer.get("ts")
        if not isinstance(ts, str) or not ts:
            raise UnexpectedPayload("slack", "chat.postMessage: no ts")
        return f"{channel}:{ts}"


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE or not message.get("bot_id"):
        return None
    payload = metadata.get("event_payload") or {}
    key = payload.get("key")
    return key if isinstance(key, str) else None
