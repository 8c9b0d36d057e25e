from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given

from bot.inbox import Inbox
from bot.payloads import typed
from bot.questions import TEXT_CHARS, read_question, words_of
from coaching.ask.tokens import MAX_CHARS
from domain.questions import UNKNOWN_PERSON, Question
from domain.webhooks import Delivery
from sandbox.slack_events import app_mention, direct_message, slash_command
from tests.bot.hostile import hostile_text

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TS = "1767225600.000100"


def kept(body: dict[str, Any]) -> Delivery:
    found: list[Delivery] = []
    inbox = Inbox(found.append, lambda: NOW)
    read = typed(body)
    if "command" in read:
        inbox.keep_command(read)
    else:
        inbox.keep_event(read)
    return found[0]


def command(text: str) -> Delivery:
    form = dict(parse_qsl(slash_command(user="UANA", text=text, trigger_id="1.2").decode()))
    return kept({"text": "", **form})


def test_a_mention_becomes_a_public_question_without_the_bots_name() -> None:
    body = app_mention(user="UANA", text="how am I doing on R&amp;D?", event_id="Ev1", ts=TS)
    assert read_question(kept(body)) == Question(
        id="Ev1", asked_by="UANA", channel="C1", ts=TS, text="how am I doing on R&D?", private=False
    )


def test_a_direct_message_becomes_a_private_question() -> None:
    question = read_question(kept(direct_message(user="UANA", text="hi", event_id="Ev2")))
    assert question is not None
    assert (question.channel, question.private) == ("DANA", True)


def test_a_mention_in_a_direct_message_is_private() -> None:
    body = app_mention(user="UANA", text="hi", event_id="Ev2", channel="DANA")
    question = read_question(kept(body))
    assert question is not None
    assert question.private


def test_the_command_me_asks_for_ones_own_figures() -> None:
    question = read_question(command("me"))
    assert question is not None
    assert (question.text, question.id, question.ts, question.private) == (
        "How am I doing?",
        "1.2",
        "1.2",
        True,
    )


def test_an_empty_command_asks_for_help() -> None:
    question = read_question(command(""))
    assert question is not None
    assert question.text == "help"


def test_a_mention_without_words_asks_for_help() -> None:
    question = read_question(kept(app_mention(user="UANA", text="", event_id="Ev1")))
    assert question is not None
    assert question.text == "help"


def test_a_mentioned_colleague_is_named() -> None:
    body = app_mention(user="UMIA", text="how is <@UANA> doing?", event_id="Ev1")
    question = read_question(kept(body), name_of={"UANA": "Ana Ortiz"}.get)
    assert question is not None
    assert question.text == "how is Ana Ortiz doing?"


def test_an_unknown_colleague_stays_unknown() -> None:
    assert words_of("how is <@UZZZ> doing?") == f"how is {UNKNOWN_PERSON} doing?"


def test_a_long_message_is_not_cut_to_a_question() -> None:
    question = read_question(kept(direct_message(user="UANA", text="x " * 400, event_id="Ev2")))
    assert question is not None
    assert len(question.text) > MAX_CHARS


def test_links_channels_and_pings_become_words() -> None:
    text = "<!here> see <https://a.test|this> in <#C1|east> or <https://b.test>"
    assert words_of(text) == "see this in #east or https://b.test"


def test_the_first_mention_is_the_bot_where_slack_does_not_say() -> None:
    assert words_of("<@UBOT> and <@UANA|ana>?", addressed=True) == "and ana?"


def test_another_providers_delivery_is_no_question() -> None:
    assert read_question(Delivery("zoom", "k", "app_mention", NOW, b"{}")) is None


def test_another_event_is_no_question() -> None:
    body = {**direct_message(user="UANA", text="x", event_id="E"), "event": {"type": "team_join"}}
    assert read_question(kept(body)) is None


def test_an_event_without_an_author_is_no_question() -> None:
    body = app_mention(user="UANA", text="x", event_id="E")
    del body["event"]["user"]
    assert read_question(kept(body)) is None


@given(hostile_text)
def test_any_text_becomes_one_bounded_line(text: str) -> None:
    said = words_of(text)
    assert len(said) <= TEXT_CHARS
    assert "\n" not in said
    assert "\x00" not in said


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("ask How is Ana doing?", "How is Ana doing?"),
        ("Ask me", "How am I doing?"),
        ("ask", "help"),
        ("asking questions", "asking questions"),
    ],
)
def test_the_command_may_begin_with_ask(typed: str, asked: str) -> None:
    question = read_question(command(typed))
    assert question is not None
    assert question.text == asked
