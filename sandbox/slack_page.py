"""The sandbox Slack as people would see it: one column of messages for each recipient."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sandbox.slack import SlackSandbox
from sandbox.slack_mrkdwn import to_html
from sandbox.slack_painter import Painter
from sandbox.slack_style import whole_page
from sandbox.slack_wire import BOT_USER, Member, Posted, direct_channel


def slack_page(sandbox: SlackSandbox, only_user: str | None = None) -> str:
    """An HTML page of everything posted, by recipient; ``only_user`` is a Slack user id."""
    with sandbox.lock:
        messages, members = list(sandbox.messages), dict(sandbox.members)
        columns = _Columns(sandbox, members, links=only_user is None)
        shown = [m for i, m in members.items() if only_user in (None, i)]
        parts = [columns.direct(m, messages) for m in sorted(shown, key=lambda m: m.name)]
        if only_user is None:
            parts += [columns.channel(name, messages) for name in sorted(sandbox.channels)]
    inside = "".join(parts) or "<p class=empty>No message has been sent yet.</p>"
    return whole_page("Slack (sandbox)", f"<main>{inside}</main>")


@dataclass(slots=True)
class _Columns:
    sandbox: SlackSandbox
    members: dict[str, Member]
    links: bool
    """Whether a column leads to the person's home and modal."""

    def direct(self, member: Member, messages: Iterable[Posted]) -> str:
        """What one member sees of the bot; "" for nothing."""
        channel = direct_channel(member.id)
        mine = [m for m in messages if m.channel == channel or m.only_for == member.id]
        foot = self._status(channel) + self._prompts(channel)
        if self.links and (mine or foot):
            foot += self._ways(member.id)
        return self._column((member.name, member.email), mine, zone(member.time_zone), foot)

    def channel(self, name: str, messages: Iterable[Posted]) -> str:
        """What everybody sees in a channel; "" for nothing."""
        public = [m for m in messages if m.channel == name and m.only_for is None]
        return self._column((f"#{name}", "channel"), public, UTC, self._status(name))

    def _column(
        self, heading: tuple[str, str], messages: list[Posted], at: tzinfo, foot: str
    ) -> str:
        if not messages and not foot:
            return ""
        title, note = map(html.escape, heading)
        roots = {m.ts for m in messages if m.thread_ts in (None, m.ts)}
        top = [m for m in messages if m.ts in roots or m.thread_ts not in roots]
        shown = "".join(self._with_replies(m, messages, at) for m in top)
        return f"<section><h2>{title}<small>{note}</small></h2>{shown}{foot}</section>"

    def _with_replies(self, message: Posted, messages: list[Posted], at: tzinfo) -> str:
        replies = [m for m in messages if m.thread_ts == message.ts and m.ts != message.ts]
        shown = self._message(message, at)
        if not replies:
            return shown
        count = f"{len(replies)} {'reply' if len(replies) == 1 else 'replies'}"
        thread = "".join(self._message(m, at) for m in replies)
        return f"{shown}<div class=replies>{count}</div><div class=thread>{thread}</div>"

    def _message(self, message: Posted, at: tzinfo) -> str:
        when = datetime.fromtimestamp(float(message.ts), at)
        painter = Painter(self.sandbox.files.kept, self.members)
        values = self.sandbox.people.typed_in(message)
        inside = painter.paint(message.blocks, values) or (
            f"<div class=section>{to_html(message.text)}</div>"
        )
        return (
            f'<article>{self._face(message)}<div class=body><div class="who">'
            f"{self._who(message)}"
            f"<time datetime={when.isoformat()}>{when:%a} {when.day} {when:%b, %H:%M}</time>"
            f"{_notes(message)}</div>{inside}</div></article>"
        )

    def _face(self, message: Posted) -> str:
        if message.user == BOT_USER:
            return "<div class=face aria-hidden=true>R</div>"
        letter = html.escape(self._name(message.user)[:1].upper())
        return f'<div class="face person" aria-hidden=true>{letter}</div>'

    def _who(self, message: Posted) -> str:
        if message.user == BOT_USER:
            return "<b>Reploop</b><span class=app>APP</span>"
        return f"<b>{html.escape(self._name(message.user))}</b>"

    def _name(self, user: str) -> str:
        member = self.members.get(user)
        return member.name if member else user

    def _status(self, channel: str) -> str:
        said = (s for (where, _), s in self.sandbox.agent.statuses.items() if where == channel)
        return "".join(f"<div class=typing>Reploop {html.escape(s)}</div>" for s in said)

    def _ways(self, user: str) -> str:
        views = self.sandbox.views
        there = {"home": user in views.homes, "modal": bool(views.modals.get(user))}
        ways = (
            f'<a href="slack/{place}?user={html.escape(user)}">{place.title()}</a> '
            for place, is_there in there.items()
            if is_there
        )
        return "".join(ways)

    def _prompts(self, channel: str) -> str:
        prompts = self.sandbox.agent.prompts.get((channel, ""), [])
        inside = "".join(f"<span>{html.escape(p['title'])}</span>" for p in prompts)
        return f"<div class=prompts>{inside}</div>" if inside else ""


def _notes(message: Posted) -> str:
    only = "<span class=only>Only visible to you</span>" if message.only_for else ""
    edited = "<span class=edited>(edited)</span>" if message.edited else ""
    return only + edited + ("<span class=typing-on>…</span>" if message.streaming else "")


def zone(name: str) -> tzinfo:
    """A time zone by its IANA name; UTC for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
