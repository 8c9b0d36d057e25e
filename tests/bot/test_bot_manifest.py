import jsonschema

from bot.doctor import manifest, wanted_scopes
from bot.listeners.commands import COMMAND
from tests.bot.hostile import spec


def test_the_manifest_is_valid() -> None:
    jsonschema.validate(manifest(), spec("slack-app-manifest.schema.json"))


def test_the_manifest_asks_only_for_what_is_used() -> None:
    assert wanted_scopes() == (
        "app_mentions:read",
        "assistant:write",
        "chat:write",
        "commands",
        "files:write",
        "im:history",
        "im:write",
        "users:read",
        "users:read.email",
    )


def test_every_event_of_the_manifest_has_a_listener() -> None:
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert events == ["app_home_opened", "app_mention", "message.im"]


def test_the_command_of_the_manifest_is_the_one_listened_to() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert command["command"] == COMMAND
    assert command["should_escape"] is True


def test_the_home_is_on_and_buttons_come_to_the_same_door() -> None:
    features, settings = manifest()["features"], manifest()["settings"]
    assert features["app_home"]["home_tab_enabled"] is True
    assert settings["interactivity"]["is_enabled"] is True
    door = settings["event_subscriptions"]["request_url"]
    assert settings["interactivity"]["request_url"] == door


def test_it_is_an_agent_that_people_write_to_in_the_messages_tab() -> None:
    features = manifest()["features"]
    assert features["agent_view"]["agent_description"]
    assert features["app_home"]["messages_tab_read_only_enabled"] is False
