"""Hands for the people of the sandbox Slack: they see, click, choose, fill in and submit.

Every deed changes what the person's own client would show, and returns the signed request
that Slack would post to ``/slack/events``; the caller posts it, and hands the answer to a
submission back with ``answered``.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sandbox.slack_actions import as_form, block_action, view_closed, view_submission
from sandbox.slack_blocks import with_ids
from sandbox.slack_events import (
    FORM_TYPE,
    SlackRequest,
    app_home_opened,
    direct_message,
    signed_event,
    slash_command,
    thread_message,
)
from sandbox.slack_surface import Surface, check_filled_in, element_in, only_input
from sandbox.slack_values import (
    NotPossible,
    Values,
    action_of,
    answer,
    holds_a_value,
    initial_state,
)
from sandbox.slack_views import View, Views
from sandbox.slack_wire import BOT_USER, Posted, direct_channel
from sandbox.slack_workspace import Workspace

SECRET = "sandbox-slack-signing-secret"
Place = Posted | str
"""A message, its ts, the key in its metadata, or "modal" or "home"."""


class People:
    """Acts for the members. ``secret`` signs the requests."""

    def __init__(self, workspace: Workspace, views: Views) -> None:
        self._work, self._views = workspace, views
        self.secret = SECRET
        self._typed: dict[tuple[str, str, str], Values] = {}
        self._events = 0

    def reset(self) -> None:
        """Nobody has typed anything."""
        self._typed.clear()

    # ── seeing ──────────────────────────────────────────────────────────────────────────

    def home_of(self, user: str) -> View | None:
        """The home that was published for somebody."""
        return self._views.homes.get(user)

    def open_modal_of(self, user: str) -> View | None:
        """The modal that somebody has before them: the top one of the stack."""
        stack = self._views.modals.get(user)
        return stack[-1] if stack else None

    def messages_to(self, user: str) -> list[Posted]:
        """What the bot wrote to somebody directly, threads included, oldest first."""
        with self._work.lock:
            return [
                m
                for m in self._work.messages
                if m.channel == direct_channel(user) and m.user == BOT_USER
            ]

    def message(self, user: str, place: Place) -> Posted:
        """The newest message that somebody sees with this ts or key."""
        wanted = place.ts if isinstance(place, Posted) else place
        for message in reversed(self._work.messages):
            payload = (message.metadata or {}).get("event_payload") or {}
            if wanted in (message.ts, payload.get("key")) and self._sees(user, message):
                return message
        raise LookupError(f"{user} sees no message {wanted!r}")

    def typed_in(self, message: Posted) -> Values | None:
        """What stands in a message's inputs and menus, if somebody has touched them."""
        for (_, channel, ts), values in reversed(self._typed.items()):
            if (channel, ts) == (message.channel, message.ts):
                return values
        return None

    # ── doing ───────────────────────────────────────────────────────────────────────────

    def click(
        self,
        user: str,
        place: Place,
        action_id: str,
        *,
        value: Any = None,
        selected_option: Any = None,
        block_id: str | None = None,
    ) -> SlackRequest:
        """Press a button; with ``value`` the one of several that holds it.

        With ``selected_option`` the same as ``choose``.
        """
        if selected_option is not None:
            return self.choose(user, place, action_id, selected_option, block_id=block_id)
        return self._act(user, place, (action_id, block_id), value)

    def choose(
        self, user: str, place: Place, action_id: str, option: Any, *, block_id: str | None = None
    ) -> SlackRequest:
        """Pick from a menu, a list or a calendar (by value or by what it says)."""
        return self._act(user, place, (action_id, block_id), option)

    def fill(self, user: str, answers: Mapping[str, Any], place: Place = "modal") -> None:
        """Type into inputs, by block id; nothing is sent. Raises ``NotPossible``."""
        with self._work.lock:
            surface = self._surface(user, place)
            for block_id, given in answers.items():
                element = only_input(surface, block_id)
                kept = answer(element, given)
                surface.values.setdefault(block_id, {})[element["action_id"]] = kept

    def fill_and_submit(self, user: str, answers: Mapping[str, Any]) -> SlackRequest:
        """Fill in the open modal and submit it.

        Raises ``NotPossible`` where Slack's client would keep the button from working.
        """
        self.fill(user, answers)
        surface = self._surface(user, "modal")
        view = surface.view
        if view is None or not view.get("submit"):
            raise NotPossible("the modal has no submit button")
        check_filled_in(surface)
        return self._sign(as_form(view_submission(self._work, user, view)), FORM_TYPE)

    def answered(self, user: str, status: int, body: bytes) -> Mapping[str, str]:
        """Do as the answer to a submission says; what it calls wrong, by block id."""
        view = self.open_modal_of(user)
        if status != 200 or view is None:
            return {}
        told = json.loads(body) if body.strip() else {}
        with self._work.lock:
            return self._obey(user, view, told)

    def _obey(self, user: str, view: View, told: Mapping[str, Any]) -> Mapping[str, str]:
        action = told.get("response_action")
        if action == "errors":
            return self._show_errors(view, told["errors"])
        if action == "update":
            self._views.change(view, told["view"])
        elif action == "push":
            self._views.put(user, told["view"], on_top=True)
        elif action == "clear":
            self._views.modals.pop(user)
        else:
            self._views.modals[user].pop()
        return {}

    def close(self, user: str, *, all_of_them: bool = False) -> SlackRequest | None:
        """Close the open modal; the request if the modal asked to be told."""
        view = self.open_modal_of(user)
        if view is None:
            raise LookupError(f"{user} has no modal open")
        self._views.modals[user].pop()
        if all_of_them or view["clear_on_close"]:
            self._views.modals.pop(user)
        if not view["notify_on_close"]:
            return None
        payload = view_closed(self._work, user, view, cleared=all_of_them)
        return self._sign(as_form(payload), FORM_TYPE)

    def open_home(self, user: str, tab: str = "home") -> SlackRequest:
        """Open the app's home, or its messages tab."""
        event = app_home_opened(
            user=user,
            tab=tab,
            event_id=self._event_id(),
            ts=self._work.new_ts(),
            team_id=self._work.team_id,
            view=self.home_of(user) if tab == "home" else None,
        )
        return self._sign(event)

    def say(self, user: str, text: str, *, thread_ts: str | None = None) -> SlackRequest:
        """Write to the bot, or in a thread of the direct messages; it is kept."""
        channel = direct_channel(user)
        posted = Posted(
            channel,
            self._work.new_ts(),
            text,
            thread_ts=thread_ts,
            posted_at=self._work.clock(),
            user=user,
        )
        with self._work.lock:
            self._work.messages.append(posted)
        named = {"user": user, "text": text, "event_id": self._event_id()}
        placed = {**named, "ts": posted.ts, "team_id": self._work.team_id}
        if thread_ts:
            return self._sign(thread_message(**placed, thread_ts=thread_ts))
        return self._sign(direct_message(**placed))

    def command(self, user: str, text: str, *, channel: str | None = None) -> SlackRequest:
        """``/reploop <text>`` in a channel, or in the direct messages."""
        body = slash_command(
            user=user,
            text=text,
            trigger_id=self._work.hand_trigger(user),
            channel=channel or direct_channel(user),
            team_id=self._work.team_id,
        )
        return self._sign(body, FORM_TYPE)

    # ── parts ───────────────────────────────────────────────────────────────────────────

    def _act(
        self, user: str, place: Place, named: tuple[str, str | None], given: Any
    ) -> SlackRequest:
        with self._work.lock:
            return self._act_now(user, place, named, given)

    def _act_now(
        self, user: str, place: Place, named: tuple[str, str | None], given: Any
    ) -> SlackRequest:
        surface = self._surface(user, place)
        block_id, element = element_in(surface.blocks, named, given)
        action = action_of(block_id, element, given, self._work.new_ts())
        if holds_a_value(element):
            kept = answer(element, given)
            surface.values.setdefault(block_id, {})[element["action_id"]] = kept
        payload = block_action(
            self._work,
            user,
            [action],
            message=surface.message,
            view=surface.view,
            values=surface.values,
        )
        return self._sign(as_form(payload), FORM_TYPE)

    def _surface(self, user: str, place: Place) -> Surface:
        if user not in self._work.members or self._work.members[user].deleted:
            raise LookupError(f"{user} is no active member")
        if place in ("modal", "home"):
            view = self.open_modal_of(user) if place == "modal" else self.home_of(user)
            if view is None:
                raise LookupError(f"{user} has no {place} open")
            return Surface(view["blocks"], view["state"]["values"], view=view)
        message = self.message(user, place)
        blocks = with_ids(message.blocks)
        typed = self._typed.setdefault((user, message.channel, message.ts), {})
        for block_id, actions in initial_state(blocks).items():
            for action_id, begins in actions.items():
                typed.setdefault(block_id, {}).setdefault(action_id, begins)
        return Surface(blocks, typed, message=message)

    def _sees(self, user: str, message: Posted) -> bool:
        if message.only_for is not None:
            return message.only_for == user
        return message.channel == direct_channel(user) or message.channel in self._work.channels

    def _show_errors(self, view: View, errors: Mapping[str, str]) -> Mapping[str, str]:
        known = {b["block_id"] for b in view["blocks"] if b["type"] == "input"}
        if not errors or not set(errors) <= known:
            raise NotPossible(f"errors name {sorted(errors)}, inputs are {sorted(known)}")
        self._views.errors[view["id"]] = dict(errors)
        return errors

    def _event_id(self) -> str:
        self._events += 1
        return f"Ev{self._events:09d}"

    def _sign(
        self, body: Mapping[str, Any] | bytes, kind: str = "application/json"
    ) -> SlackRequest:
        now = datetime.fromtimestamp(self._work.clock(), UTC)
        return signed_event(body, self.secret, now, kind)
