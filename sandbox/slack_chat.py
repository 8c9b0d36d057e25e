"""The sandbox Slack's messages: post, change, delete, read back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sandbox.slack_rules import Refusal
from sandbox.slack_wire import (
    Posted,
    SlackError,
    accept,
    microseconds,
    needs,
    refused,
    truth,
)
from sandbox.slack_workspace import Method, Workspace


class Chat:
    """``chat.*`` and the reading half of ``conversations.*``.

    ``settled``: raises ``SlackError`` for blocks with a file that cannot be shown.
    """

    def __init__(self, workspace: Workspace, settled: Callable[[Any], None]) -> None:
        self._work, self._settled = workspace, settled
        self.post_interval_s = self.history_lag_s = 0.0
        self.page_size = 200
        self.last_post: dict[str, float] = {}
        self.told: list[Callable[[Posted], None]] = []
        """Called with every message that the bot posts."""

    def methods(self) -> Mapping[str, Method]:
        """By Slack's names."""
        return {
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.getPermalink": self._permalink,
            "conversations.history": self._history,
            "conversations.replies": self._replies,
        }

    def add(self, posted: Posted) -> Posted:
        """Keep a new message, and tell who wants to know."""
        self._work.messages.append(posted)
        for tell in self.told:
            tell(posted)
        return posted

    def made(self, channel: str, given: Mapping[str, Any]) -> Posted:
        """A message of the bot, not kept yet."""
        blocks = tuple(given.get("blocks") or ())
        text = str(given.get("text") or "")
        if given.get("markdown_text"):
            text = str(given["markdown_text"])
            blocks = ({"type": "markdown", "text": text},)
        thread = given.get("thread_ts")
        return Posted(
            channel,
            self._work.new_ts(),
            text,
            blocks,
            given.get("metadata"),
            str(thread) if thread else None,
            posted_at=self._work.clock(),
        )

    def check(self, given: Mapping[str, Any]) -> None:
        """Raise ``SlackError`` for a message that Slack would refuse."""
        accept(given)
        self._settled(given.get("blocks"))

    def _post(self, given: Mapping[str, Any]) -> dict[str, Any]:
        channel = self._work.channel(given)
        self._slow_down(channel)
        self.check(given)
        posted = self.add(self.made(channel, given))
        return {"channel": channel, "ts": posted.ts, "message": self._work.as_message(posted)}

    def _post_ephemeral(self, given: Mapping[str, Any]) -> dict[str, Any]:
        user = str(given.get("user", ""))
        if user not in self._work.members:
            raise SlackError("user_not_in_channel")
        self.check(given)
        posted = replace(self.made(self._work.channel(given), given), only_for=user)
        self._work.messages.append(posted)
        return {"message_ts": posted.ts}

    def _update(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Blocks and metadata stay as they are unless given anew."""
        self._work.channel(given)
        index = self._work.index_of_own(given, "cant_update_message")
        old = self._work.messages[index]
        if old.streaming:
            raise SlackError("streaming_state_conflict")
        self.check({"blocks": list(old.blocks), **given})
        blocks = given.get("blocks")
        changed = self._work.change(
            index,
            text=str(given.get("text") or ""),
            blocks=old.blocks if blocks is None else tuple(blocks),
            metadata=given.get("metadata") or old.metadata,
            edited=True,
        )
        return {
            "channel": changed.channel,
            "ts": changed.ts,
            "text": changed.text,
            "message": self._work.as_message(changed),
        }

    def _delete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        gone = self._work.messages.pop(self._work.index_of_own(given, "cant_delete_message"))
        return {"channel": gone.channel, "ts": gone.ts}

    def _permalink(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel", "message_ts")
        self._work.channel(given)
        message = self._work.messages[self._work.index_of(given, "message_ts")]
        link = (
            f"https://sandbox.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"
        )
        if message.thread_ts:
            link += f"?thread_ts={message.thread_ts}&cid={message.channel}"
        return {"channel": message.channel, "permalink": link}

    def _history(self, given: Mapping[str, Any]) -> dict[str, Any]:
        channel = self._work.channel(given)
        oldest = microseconds(given.get("oldest", "0"))
        visible_until = self._work.clock() - self.history_lag_s
        found = [
            m
            for m in reversed(self._work.messages)
            if m.channel == channel
            and m.only_for is None
            and m.thread_ts in (None, m.ts)
            and microseconds(m.ts) > oldest
            and m.posted_at <= visible_until
        ]
        return self._page(found, given)

    def _replies(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel", "ts")
        channel, ts = self._work.channel(given), str(given["ts"])
        of_channel = [m for m in self._work.messages if m.channel == channel and not m.only_for]
        root = next((m.thread_ts or m.ts for m in of_channel if m.ts == ts), ts)
        found = [m for m in of_channel if root in (m.ts, m.thread_ts)]
        if not found:
            raise SlackError("thread_not_found")
        oldest = microseconds(given.get("oldest") or "0")
        later = [m for m in found if m.ts == root or microseconds(m.ts) > oldest]
        return self._page(sorted(later, key=lambda m: m.ts != root), given)

    def _page(self, found: list[Posted], given: Mapping[str, Any]) -> dict[str, Any]:
        with_metadata = truth(given.get("include_all_metadata"))
        start = int(given.get("cursor") or 0)
        size = min(int(given.get("limit") or 100), self.page_size)
        page, more = found[start : start + size], len(found) > start + size
        return {
            "messages": [self._work.as_message(m, with_metadata) for m in page],
            "has_more": more,
            "response_metadata": {"next_cursor": str(start + size) if more else ""},
        }

    def _slow_down(self, channel: str) -> None:
        now = self._work.clock()
        if now - self.last_post.get(channel, float("-inf")) < self.post_interval_s:
            raise SlackError("ratelimited", 429, {"retry-after": "1"})
        self.last_post[channel] = now


def blocks_refused(code: str, messages: list[str]) -> SlackError:
    """An error about blocks found after their shape was accepted."""
    return refused(Refusal(code, tuple(messages)))
