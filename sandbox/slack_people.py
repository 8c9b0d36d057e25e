"""The sandbox Slack's directory: users, and channels by what they are."""

from collections.abc import Mapping
from typing import Any

from sandbox.slack_wire import BOT_ID, BOT_USER, Member, SlackError, direct_channel, needs, truth
from sandbox.slack_workspace import Method, Workspace


class Directory:
    """``auth.test``, ``users.*``, ``conversations.open`` and ``conversations.info``."""

    def __init__(self, workspace: Workspace) -> None:
        self._work = workspace

    def methods(self) -> Mapping[str, Method]:
        """By Slack's names."""
        return {
            "auth.test": self._auth_test,
            "conversations.open": self._open,
            "conversations.info": self._channel_info,
            "users.lookupByEmail": self._lookup,
            "users.info": self._info,
        }

    def _auth_test(self, given: Mapping[str, Any]) -> dict[str, Any]:
        del given
        return {
            "url": "https://sandbox.slack.com/",
            "team": "Sandbox",
            "user": "reploop",
            "team_id": self._work.team_id,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
        }

    def _lookup(self, given: Mapping[str, Any]) -> dict[str, Any]:
        wanted = str(given.get("email", "")).casefold()
        for member in self._work.members.values():
            if member.email.casefold() == wanted and not member.deleted:
                return {"user": self.as_user(member)}
        raise SlackError("users_not_found")

    def _info(self, given: Mapping[str, Any]) -> dict[str, Any]:
        member = self._work.members.get(str(given.get("user")))
        if member is None:
            raise SlackError("user_not_found")
        user = self.as_user(member)
        if truth(given.get("include_locale")):
            user["locale"] = member.locale
        return {"user": user}

    def as_user(self, member: Member) -> dict[str, Any]:
        """A member as Slack hands them out."""
        shown = {
            "id": member.id,
            "team_id": member.team_id or self._work.team_id,
            "name": username(member),
            "real_name": member.name,
            "deleted": member.deleted,
            "tz": member.time_zone,
            "is_bot": False,
            "is_app_user": False,
            "is_restricted": member.guest or member.single_channel_guest,
            "is_ultra_restricted": member.single_channel_guest,
            "profile": {"real_name": member.name, "email": member.email},
        }
        return {**shown, "is_stranger": True} if member.stranger else shown

    def _open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        member = self._work.members.get(str(given.get("users")))
        if member is None:
            raise SlackError("user_not_found")
        if member.deleted:
            raise SlackError("user_disabled")
        return {"channel": {"id": direct_channel(member.id)}}

    def _channel_info(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "channel")
        wanted = str(given["channel"])
        channel = self._work.channels.get(wanted)
        if channel is None:
            self._work.channel(given)
            return {"channel": {"id": wanted, "is_im": True, "is_channel": False}}
        return {
            "channel": {
                "id": wanted,
                "name": wanted.lower(),
                "is_channel": not channel.private,
                "is_group": channel.private,
                "is_im": False,
                "is_private": channel.private,
                "is_archived": channel.archived,
                "is_shared": channel.ext_shared,
                "is_ext_shared": channel.ext_shared,
                "is_member": True,
            }
        }


def username(member: Member) -> str:
    """The short name that Slack makes of a full one."""
    return member.name.lower().replace(" ", ".")
