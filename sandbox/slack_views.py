"""The sandbox Slack's views: modals in stacks of three, and a home for everybody."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sandbox.slack_blocks import with_ids
from sandbox.slack_rules import view_refusal
from sandbox.slack_values import initial_state
from sandbox.slack_wire import APP_ID, BOT_ID, SlackError, needs, refused
from sandbox.slack_workspace import Method, Workspace

MOST_STACKED = 3
View = dict[str, Any]


class Views:
    """``views.*``. ``modals``: open ones by user, the top one last. ``homes``: by user."""

    def __init__(self, workspace: Workspace, settled: Callable[[Any], None]) -> None:
        self._work, self._settled = workspace, settled
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.errors: dict[str, Mapping[str, str]] = {}
        """What a submission was told to be wrong, by view id and block id."""

    def reset(self) -> None:
        """Nothing open, no home published."""
        for kept in (self.modals, self.homes, self.errors):
            kept.clear()

    def methods(self) -> Mapping[str, Method]:
        """By Slack's names."""
        return {
            "views.open": self._open,
            "views.push": self._push,
            "views.update": self._update,
            "views.publish": self._publish,
        }

    def find(self, view_id: str) -> tuple[str, View]:
        """The user and the view of an id, modal or home."""
        for user, view in self._all():
            if view["id"] == view_id:
                return user, view
        raise SlackError("not_found")

    def put(self, user: str, given: Any, *, on_top: bool) -> View:
        """Open a modal, on top of what is open or instead of it."""
        self._check(given, "modal")
        below = self.modals.get(user, []) if on_top else []
        if len(below) >= MOST_STACKED:
            raise SlackError("push_limit_reached")
        view = self._made(given, self._work.new_id("V"))
        view["root_view_id"] = below[0]["id"] if below else view["id"]
        view["previous_view_id"] = below[-1]["id"] if below else None
        self.modals[user] = [*below, view]
        return view

    def change(self, view: View, given: Any) -> None:
        """Give an open view new content; what was typed into the same input stays."""
        self._check(given, str(view["type"]), view["id"])
        typed = view["state"]["values"]
        made = self._made(given, view["id"])
        for block_id, actions in made["state"]["values"].items():
            for action_id in actions:
                if action_id in typed.get(block_id, {}):
                    actions[action_id] = typed[block_id][action_id]
        kept = {name: view[name] for name in ("root_view_id", "previous_view_id")}
        self.errors.pop(str(view["id"]), None)
        view.clear()
        view.update({**made, **kept})

    def _open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "view")
        user, _ = self._work.trade_trigger(given.get("trigger_id"))
        return {"view": self.put(user, given["view"], on_top=False)}

    def _push(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "view")
        user, from_view = self._work.trade_trigger(given.get("trigger_id"))
        if from_view not in [v["id"] for v in self.modals.get(user, [])]:
            raise SlackError("invalid_trigger_id")
        return {"view": self.put(user, given["view"], on_top=True)}

    def _update(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "view")
        if bool(given.get("view_id")) == bool(given.get("external_id")):
            raise SlackError("invalid_arguments")
        view = self._wanted(given)
        _check_hash(given, view)
        self.change(view, given["view"])
        return {"view": view}

    def _wanted(self, given: Mapping[str, Any]) -> View:
        for name, field in (("view_id", "id"), ("external_id", "external_id")):
            for _, view in self._all():
                if given.get(name) and view[field] == given[name]:
                    return view
        raise SlackError("not_found")

    def _publish(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "user_id", "view")
        user = str(given["user_id"])
        member = self._work.members.get(user)
        if member is None or member.deleted:
            raise SlackError("user_not_found")
        old = self.homes.get(user)
        _check_hash(given, old)
        view_id = old["id"] if old else self._work.new_id("V")
        self._check(given["view"], "home", view_id)
        self.homes[user] = self._made(given["view"], view_id)
        return {"view": self.homes[user]}

    def _all(self) -> Iterator[tuple[str, View]]:
        for user, stack in self.modals.items():
            for view in stack:
                yield user, view
        yield from self.homes.items()

    def _check(self, view: Any, kind: str, own_id: str = "") -> None:
        found = view_refusal(view, kind)
        if found:
            raise refused(found)
        self._settled(view["blocks"])
        external = view.get("external_id")
        if external and any(
            v["external_id"] == external and v["id"] != own_id for _, v in self._all()
        ):
            raise SlackError("duplicate_external_id")

    def _made(self, given: Mapping[str, Any], view_id: str) -> View:
        """A view as Slack hands it out."""
        blocks = with_ids(given["blocks"])
        stamp = self._work.new_ts()
        return {
            "id": view_id,
            "team_id": self._work.team_id,
            "type": given["type"],
            "blocks": blocks,
            "private_metadata": given.get("private_metadata") or "",
            "callback_id": given.get("callback_id") or "",
            "state": {"values": initial_state(blocks)},
            "hash": f"{stamp.split('.')[0]}.{int(stamp.split('.')[1]):08x}",
            "title": given.get("title") or {"type": "plain_text", "text": "View Title"},
            "clear_on_close": bool(given.get("clear_on_close")),
            "notify_on_close": bool(given.get("notify_on_close")),
            "close": given.get("close"),
            "submit": given.get("submit"),
            "previous_view_id": None,
            "root_view_id": view_id,
            "app_id": APP_ID,
            "external_id": given.get("external_id") or "",
            "app_installed_team_id": self._work.team_id,
            "bot_id": BOT_ID,
        }


def _check_hash(given: Mapping[str, Any], view: View | None) -> None:
    if given.get("hash") and (view is None or given["hash"] != view["hash"]):
        raise SlackError("hash_conflict")
