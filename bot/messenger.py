"""Delivers to people in Slack: direct messages only, each marked so that it can be found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk import WebClient

from bot.blocks import Message, with_picture
from bot.client import ask, post
from bot.directory import SlackDirectory, forget
from bot.doctor import slack_checks
from bot.pictures import Pictures
from bot.reader import Reader
from bot.text import plain
from bot.views import render
from bot.views.forms import form_view
from domain.actions import Form
from domain.errors import UnexpectedPayload, VendorUnavailable, WriteRefused
from domain.links import SignedLinks
from domain.people import Person
from domain.phrases import Phrase, Speech
from domain.ports import Check, Notice
from domain.rubrics import SkillId
from domain.skills import ProfileRules, Skill, Tier

T = TypeVar("T")
EVENT_TYPE = "reploop_outbox"
LOOK_BACK_S = 60.0
"""History is read from this long before the first try: clocks differ."""
PAGE = 100
PROMPT_CHARS = 75
MAX_PAGES = 20


class SlackMessenger:
    """``Messenger`` over Slack's Web API. Never retries."""

    def __init__(
        self,
        client: WebClient,
        *,
        links: SignedLinks,
        skills: Mapping[SkillId, Skill],
        speech: Speech,
        tier_bounds: tuple[tuple[Tier, float], ...] = ProfileRules().tier_bounds,
        team_id: str | None = None,
        remember: Callable[[Person, str], None] = forget,
    ) -> None:
        self._client = client
        self._links = links
        self._skills = skills
        self._speech = speech
        self._tier_bounds = tier_bounds
        self._pictures = Pictures(client)
        self._team_id = team_id
        self.directory = SlackDirectory(client, remember)

    def send(
        self, notice: Notice, to: Person, *, key: str, now: datetime, thread: str | None = None
    ) -> str:
        """See ``Messenger.send``; the remote id is ``channel:ts``."""
        message = render(notice, self._reader(to, now))
        where: dict[str, Any] = {}
        if thread is not None:
            channel, _, where["thread_ts"] = thread.partition(":")
        else:
            channel = self.directory.direct_channel(to)
        _only_direct(channel)
        return self._as_shown(message, lambda shown: self._post(channel, key, {**shown, **where}))

    def prepare(self, notice: Notice, to: Person, *, now: datetime) -> None:
        """See ``Messenger.prepare``: pictures are drawn and uploaded before anything is sent."""
        message = render(notice, self._reader(to, now))
        if message.picture is not None:
            self._pictures.upload(message.picture)

    def edit(self, notice: Notice, to: Person, *, remote_id: str, key: str, now: datetime) -> None:
        """See ``Messenger.edit``."""
        message = render(notice, self._reader(to, now))
        channel, _, ts = remote_id.partition(":")
        _only_direct(channel)
        fixed = {"channel": channel, "ts": ts, "metadata": _mark(key), "parse": "none"}
        body = {**fixed, "link_names": False}
        self._as_shown(message, lambda shown: post(self._client, "chat.update", {**body, **shown}))

    def publish_home(self, notice: Notice, to: Person, *, now: datetime) -> None:
        """See ``Messenger.publish_home``."""
        message = render(notice, self._reader(to, now))
        view = {"type": "home", "blocks": list(message.blocks)}
        body = {"user_id": self.directory.user_id(to), "view": view}
        post(self._client, "views.publish", body)

    def show_form(self, form: Form, to: Person, *, form_id: str, now: datetime) -> None:
        """See ``Messenger.show_form``."""
        reader = self._reader(to, now)
        notice = render(form.notice, reader) if form.notice is not None else None
        shown = with_picture(notice.blocks, None) if notice is not None else ()
        view = form_view(form, form_id, reader, shown)
        post(self._client, "views.update", {"external_id": form_id, "view": view})

    def whisper(self, what: Phrase, to: Person, *, channel: str, now: datetime) -> None:
        """See ``Messenger.whisper``."""
        body = {
            "channel": channel,
            "user": self.directory.user_id(to),
            "text": self._reader(to, now).say(what),
        }
        post(self._client, "chat.postEphemeral", body)

    def suggest(
        self, to: Person, channel: str, prompts: Sequence[Phrase], *, now: datetime
    ) -> None:
        """See ``Messenger.suggest``. Shown in the reader's language, asked in English."""
        reader, asked = self._reader(to, now), self._speech.words("en")
        body = {
            "channel_id": channel,
            "title": reader.plain("answer-prompts-title"),
            "prompts": [
                {"title": plain(reader.plain(each), PROMPT_CHARS), "message": asked.say(each)}
                for each in prompts
            ],
        }
        post(self._client, "assistant.threads.setSuggestedPrompts", body)

    def status(self, to: Person, channel: str, thread: str, text: Phrase, *, now: datetime) -> None:
        """See ``Messenger.status``."""
        said = self._reader(to, now).plain(text)
        body = {"channel_id": channel, "thread_ts": thread, "status": said}
        post(self._client, "assistant.threads.setStatus", body)

    def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
        """See ``Messenger.point_to_answer``. Everybody reads it.

        So it says nothing about who asked or what; only its language is the asker's.
        """
        text = self._speech.words(to.language).say(Phrase("heard-answered-in-private"))
        return self._post(channel, key, {"text": text, "thread_ts": thread_ts})

    def email_of(self, user_id: str) -> str | None:
        """See ``Messenger.email_of``."""
        return self.directory.email_of(user_id)

    def find(
        self, to: Person, *, key: str, since: datetime, thread: str | None = None
    ) -> str | None:
        """See ``Messenger.find``; reads the direct messages since then, page by page."""
        channel, method = self.directory.direct_channel(to), "conversations.history"
        asked: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{since.timestamp() - LOOK_BACK_S:.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        if thread is not None:
            method, asked["ts"] = "conversations.replies", thread.partition(":")[2]
        for _ in range(MAX_PAGES):
            answer = ask(self._client, method, asked)
            for message in answer.get("messages") or ():
                if _key_of(message) == key:
                    return f"{channel}:{message['ts']}"
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                if answer.get("has_more"):
                    break
                return None
            asked["cursor"] = cursor
        raise VendorUnavailable("slack", f"{method}: more pages than are read")

    def check(self) -> Sequence[Check]:
        """See ``Messenger.check``."""
        return slack_checks(self._client, self._team_id)

    def _as_shown(self, message: Message, say: Callable[[dict[str, Any]], T]) -> T:
        """Say it with its picture; without, where Slack does not take the file (yet)."""
        file_id = self._pictures.known(message.picture) if message.picture else None
        try:
            return say(_content(message, file_id))
        except WriteRefused:
            if message.picture is None or file_id is None:
                raise
            self._pictures.forget(message.picture)
            return say(_content(message, None))

    def _reader(self, to: Person, now: datetime) -> Reader:
        words = self._speech.words(to.language)
        return Reader(
            person=to,
            links=self._links,
            skills=self._skills,
            now=now,
            words=words,
            tier_bounds=self._tier_bounds,
        )

    def _post(self, channel: str, key: str, content: Mapping[str, Any]) -> str:
        body = {
            **content,
            "channel": channel,
            "metadata": _mark(key),
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


def _content(message: Message, file_id: str | None) -> dict[str, Any]:
    return {"text": message.text, "blocks": with_picture(message.blocks, file_id)}


def _only_direct(channel: str) -> None:
    """A last guard: what is told to a person goes nowhere but into their direct messages."""
    if not channel.startswith("D"):
        raise WriteRefused("slack", "what is told to a person is never posted in a channel")


def _mark(key: str) -> dict[str, Any]:
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE or not message.get("bot_id"):
        return None
    payload = metadata.get("event_payload") or {}
    key = payload.get("key")
    return key if isinstance(key, str) else None
