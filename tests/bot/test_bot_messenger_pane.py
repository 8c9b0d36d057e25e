"""The agent pane over the real client against the sandbox Slack."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.client import web_client
from bot.messenger import SlackMessenger
from coaching.ask import say
from config.catalogue import load_catalogues
from domain.people import Role
from domain.phrases import Phrase, phrase
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from tests.bot.bot_samples import ANA, LINKS, MIA, NOW, SKILLS

THREAD = "1.5"
ANA_DE = replace(ANA, language="de")


@pytest.fixture(scope="module")
def pane() -> Iterator[tuple[SlackSandbox, SlackMessenger]]:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        sandbox.load([MIA, ANA])
        client = web_client("xoxb-sandbox", f"{running.url}/api/", 1)
        speech = load_catalogues()
        yield sandbox, SlackMessenger(client, links=LINKS, skills=SKILLS, speech=speech)


def opened(sandbox: SlackSandbox, messenger: SlackMessenger) -> str:
    return messenger.directory.direct_channel(ANA)


def test_prompts_are_shown_in_the_readers_language_and_asked_in_english(
    pane: tuple[SlackSandbox, SlackMessenger],
) -> None:
    sandbox, messenger = pane
    channel = opened(sandbox, messenger)
    examples = say.examples(ANA, [ANA], list(SKILLS.values()))
    assert ANA.role is Role.REP
    messenger.suggest(ANA_DE, channel, examples[:4], now=NOW)
    (prompts,) = sandbox.agent.prompts.values()
    assert prompts[0] == {
        "title": "How am I doing? (Wie stehe ich da?)", "message": "How am I doing?"
    }  # fmt: skip
    assert len(prompts) == 4


def test_a_prompt_with_a_long_skill_is_cut_in_its_title_alone(
    pane: tuple[SlackSandbox, SlackMessenger],
) -> None:
    sandbox, messenger = pane
    channel = opened(sandbox, messenger)
    long = phrase("answer-example-own-skill", skill="consultative " * 6)
    messenger.suggest(ANA, channel, [long], now=NOW)
    (prompts,) = sandbox.agent.prompts.values()
    assert len(prompts[0]["title"]) <= 75
    assert prompts[0]["message"].count("consultative") == 6


def test_the_status_stands_in_the_thread(pane: tuple[SlackSandbox, SlackMessenger]) -> None:
    sandbox, messenger = pane
    channel = opened(sandbox, messenger)
    messenger.status(ANA, channel, THREAD, Phrase("answer-thinking"), now=NOW)
    assert sandbox.agent.statuses == {(channel, THREAD): "is looking it up …"}
