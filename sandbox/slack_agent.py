"""The sandbox Slack's agent surface: prompts, status, title, and messages that grow."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sandbox.slack_blocks import MARKDOWN_CHARS
from sandbox.slack_chat import Chat
from sandbox.slack_checks import each, shape, string
from sandbox.slack_files import Files
from sandbox.slack_wire import BOT_USER, Posted, SlackError, accept, invalid, needs
from sandbox.slack_workspace import Method, Workspace

_PROMPTS = each(shape("title message", title=string(75, 1), message=string(4000, 1)), 4)
_LOADING = each(string(255, 1), 10, 0)
Thread = tuple[str, str]


class Agent:
    """``assistant.threads.*`` and ``chat.*Stream``.

    ``prompts``, ``statuses`` and ``titles`` are kept by channel and thread ("" for none).
    """

    def __init__(self, workspace: Workspace, chat: Chat, files: Files) -> None:
        self._work, self._chat, self._files = workspace, chat, files
        self.prompts: dict[Thread, list[Mapping[str, str]]] = {}
        self.statuses: dict[Thread, str] = {}
        self.titles: dict[Thread, str] = {}
        chat.told.append(self._clear_status)

    def reset(self) -> None:
        """No prompt, no status, no title."""
        for kept in (self.prompts, self.statuses, self.titles):
            kept.clear()

    def methods(self) -> Mapping[str, Method]:
        """By Slack's names."""
        return {
            "assistant.threads.setSuggestedPrompts": self._set_prompts,
            "assistant.threads.setStatus": self._set_status,
            "assistant.threads.setTitle": self._set_title,
            "chat.startStream": self._start,
            "chat.appendStream": self._append,
            "chat.stopStream": self._stop,
        }

    def _thread(self, given: Mapping[str, Any]) -> Thread:
        return self._work.channel(given, "channel_id"), str(given.get("thread_ts") or "")

    def _set_prompts(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel_id", "prompts")
        wrong = list(_PROMPTS(given["prompts"], "/prompts"))
        if wrong:
            raise invalid(*wrong)
        self.prompts[self._thread(given)] = list(given["prompts"])
        return {}

    def _set_status(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel_id", "thread_ts")
        wrong = list(_LOADING(given.get("loading_messages") or [], "/loading_messages"))
        if wrong or not isinstance(given.get("status"), str):
            raise invalid(*wrong or ["missing required field: status"])
        thread = self._thread(given)
        if given["status"]:
            self.statuses[thread] = str(given["status"])
        else:
            self.statuses.pop(thread, None)
        return {}

    def _set_title(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel_id", "thread_ts", "title")
        self.titles[self._thread(given)] = str(given["title"])
        return {}

    def _clear_status(self, posted: Posted) -> None:
        self.statuses.pop((posted.channel, posted.thread_ts or ""), None)

    def _start(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel", "thread_ts")
        _no_blocks(given)
        channel = self._work.channel(given)
        if not channel.startswith("D"):
            for name in ("recipient_user_id", "recipient_team_id"):
                if not given.get(name):
                    raise SlackError(f"missing_{name}")
        added = _added(given)
        started = self._chat.made(channel, {"thread_ts": given["thread_ts"]})
        self._chat.add(replace(started, streaming=True, **_grown("", added)))
        return {"channel": channel, "ts": started.ts}

    def _append(self, given: Mapping[str, Any]) -> dict[str, Any]:
        _no_blocks(given)
        index = self._streaming(given)
        added = _added(given)
        if not added and not given.get("chunks"):
            raise SlackError("no_text")
        message = self._work.change(index, **_grown(self._work.messages[index].text, added))
        return {"channel": message.channel, "ts": message.ts}

    def _stop(self, given: Mapping[str, Any]) -> dict[str, Any]:
        index = self._streaming(given)
        grown = _grown(self._work.messages[index].text, _added(given))
        blocks = given.get("blocks") or []
        final = [*grown["blocks"], *blocks] if isinstance(blocks, list) else blocks
        metadata = given.get("metadata")
        accept({"text": grown["text"], "blocks": final, "metadata": metadata})
        self._files.settled(blocks)
        message = self._work.change(
            index,
            text=grown["text"],
            blocks=tuple(final),
            metadata=metadata or self._work.messages[index].metadata,
            streaming=False,
        )
        shown = self._work.as_message(message)
        return {"channel": message.channel, "ts": message.ts, "message": shown}

    def _streaming(self, given: Mapping[str, Any]) -> int:
        needs(given, "channel", "ts")
        self._work.channel(given)
        index = self._work.index_of(given)
        if self._work.messages[index].user != BOT_USER:
            raise SlackError("message_not_owned_by_app")
        if not self._work.messages[index].streaming:
            raise SlackError("message_not_in_streaming_state")
        return index


def _no_blocks(given: Mapping[str, Any]) -> None:
    if "blocks" in given:
        raise invalid("invalid additional property: blocks")


def _added(given: Mapping[str, Any]) -> str:
    """The text of a call: its markdown and that of its chunks."""
    chunks = given.get("chunks") or []
    written = [str(c.get("text", "")) for c in chunks if c.get("type") == "markdown_text"]
    return str(given.get("markdown_text") or "") + "".join(written)


def _grown(text: str, added: str) -> dict[str, Any]:
    whole = text + added
    if len(whole) > MARKDOWN_CHARS:
        raise SlackError("msg_too_long")
    return {"text": whole, "blocks": ({"type": "markdown", "text": whole},) if whole else ()}
