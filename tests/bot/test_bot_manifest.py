import jsonschema

from bot.doctor import manifest, wanted_scopes
from bot.listeners.commands import COMMAND
from tests.bot.hostile import spec


def test_the_manifest_is_valid() -> None:
    jsonschema.validate(manifest(), spec("slack-app-manifest.schema.json"))


def test_the_manifest_asks_only_for_what_is_used() -> None:
    assert wanted_scopes() == (
        "app_mentions:read",
        "chat:write",
        "commands",
        "im:history",
        "im:write",
        "users:read",
        "users:read.email",
    )


def test_every_event_of_the_manifest_has_a_listener() -> None:
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert events == ["app_mention", "message.im"]


def test_the_command_of_the_manifest_is_the_one_listened_to() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert command["command"] == COMMAND
    assert command["should_escape"] is True
