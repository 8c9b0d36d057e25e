"""Nothing with a score ever goes to a channel, whatever asks for it."""

from collections.abc import Iterator

import pytest

from bot.client import web_client
from bot.messenger import SlackMessenger
from config.catalogue import load_catalogues
from domain.attention import Preferences
from domain.errors import WriteRefused
from domain.homes import Home
from domain.ports import Notice
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from tests.bot.bot_samples import (
    ANA,
    LINKS,
    MIA,
    NOW,
    SKILLS,
    agenda,
    answer_notice,
    call_scored,
    tier_notice,
)
from tests.bot.home_samples import HOMES, digest
from tests.sandbox.slack_schema import block_kit_problems

TOLD: tuple[Notice, ...] = (
    agenda(),
    call_scored(),
    tier_notice(),
    answer_notice(),
    digest(),
    Home(part=HOMES[0].part, preferences=Preferences()),
)


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[SlackSandbox, str]]:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        yield sandbox, f"{running.url}/api/"


@pytest.fixture
def slack(served: tuple[SlackSandbox, str]) -> SlackSandbox:
    sandbox, _ = served
    sandbox.reset()
    sandbox.load([MIA, ANA])
    sandbox.add_channel("C1")
    return sandbox


@pytest.fixture
def messenger(served: tuple[SlackSandbox, str], slack: SlackSandbox) -> SlackMessenger:
    assert slack is served[0]
    client = web_client("xoxb-sandbox", served[1], 5)
    return SlackMessenger(client, links=LINKS, skills=SKILLS, speech=load_catalogues())


def channels(slack: SlackSandbox) -> set[str]:
    return {message.channel for message in slack.messages}


@pytest.mark.parametrize("notice", TOLD, ids=lambda n: type(n).__name__)
def test_whatever_is_told_goes_to_the_persons_direct_messages(
    messenger: SlackMessenger, slack: SlackSandbox, notice: Notice
) -> None:
    remote_id = messenger.send(notice, ANA, key="k1", now=NOW)
    assert remote_id.startswith("D")
    assert all(channel.startswith("D") for channel in channels(slack))


@pytest.mark.parametrize("notice", TOLD, ids=lambda n: type(n).__name__)
def test_a_thread_in_a_channel_is_refused_before_anything_is_sent(
    messenger: SlackMessenger, slack: SlackSandbox, notice: Notice
) -> None:
    with pytest.raises(WriteRefused):
        messenger.send(notice, ANA, key="k1", now=NOW, thread="C1:1.0")
    assert channels(slack) == set()


def test_a_message_in_a_channel_is_not_edited(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    with pytest.raises(WriteRefused):
        messenger.edit(tier_notice(), ANA, remote_id="C1:1.0", key="k1", now=NOW)
    assert not any("chat.update" in request.path for request in slack.requests)


def test_a_thread_in_direct_messages_is_answered(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    first = messenger.send(tier_notice(), ANA, key="k1", now=NOW)
    second = messenger.send(tier_notice(), ANA, key="k2", now=NOW, thread=first)
    assert second.partition(":")[0] == first.partition(":")[0]


@pytest.mark.parametrize("home", HOMES, ids=lambda h: type(h.part).__name__)
def test_slack_takes_every_home(messenger: SlackMessenger, slack: SlackSandbox, home: Home) -> None:
    messenger.publish_home(home, ANA, now=NOW)
    view = slack.people.home_of("UANA")
    assert view is not None
    assert view["type"] == "home"
    assert block_kit_problems(slack.requests) == []
