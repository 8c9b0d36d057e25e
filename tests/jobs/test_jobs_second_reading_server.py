"""Second readings over the wire: the real client, prompt and checks against a local server."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from app.configured import grader_of, load_configured
from config.settings import Settings
from domain.calls import CallId, CallState, Transcript
from domain.effects import Queue
from domain.scores import Scorecard
from integrations.transcripts.read import read_transcript
from jobs.second_reading import reader_of
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from tests.app.cli_talk import GOOD, as_vtt
from tests.jobs.fakes import House

pytestmark = pytest.mark.slow  # starts a server


@pytest.fixture(scope="module")
def talk() -> Transcript:
    return read_transcript(as_vtt(GOOD).encode(), "good.vtt")


@pytest.fixture
def server() -> Iterator[tuple[OpenAiSandbox, str]]:
    sandbox = OpenAiSandbox()
    with RunningApp(sandbox.app) as running:
        yield sandbox, f"{running.url}/v1"


@pytest.fixture
def served(house: House, server: tuple[OpenAiSandbox, str]) -> House:
    """A house whose calls are graded by the server, every one of them twice."""
    sandbox, url = server
    settings = Settings(
        openai_base_url=url, openai_api_key=SecretStr(sandbox.api_key), openai_model=sandbox.model,
        grader="model",
    )  # fmt: skip
    limits = replace(house.services.thresholds, second_reading_share=1.0)
    house.services = house.services_with(
        grader=grader_of(settings), rubrics=load_configured(settings).rubrics, thresholds=limits
    )
    return house


def scored(house: House, talk: Transcript) -> Scorecard:
    house.put_ready("m1", talk, days_ago=1)
    house.work(Queue.SCORE)
    assert house.call("m1").state is CallState.SCORED
    with house.database.read() as tx:
        card = tx.scorecards.latest(CallId("m1"))
    assert card is not None
    return card


def test_a_steady_model_gives_pairs_without_a_flip(served: House, talk: Transcript) -> None:
    card = scored(served, talk)
    assert card.usage["requests"] == 2
    with served.database.read() as tx:
        pairs = tx.readings.pairs(reader_of(card))
    assert 1 <= len(pairs) < len(card.criteria)
    assert all(first == second for found in pairs.values() for first, second in found)


def test_a_second_reading_that_is_not_json_leaves_the_first_as_it_was(
    served: House, talk: Transcript, server: tuple[OpenAiSandbox, str]
) -> None:
    served.put_ready("m0", talk, days_ago=2)
    served.work(Queue.SCORE)
    with served.database.read() as tx:
        steady = tx.scorecards.latest(CallId("m0"))
    assert steady is not None
    first = ScriptedReply(json.dumps(_as_read(steady)))
    server[0].scripted.extend([first, ScriptedReply("I would say four, all in all.")])
    card = scored(served, talk)
    assert not server[0].scripted
    assert [c.level for c in card.criteria] == [c.level for c in steady.criteria]
    with served.database.read() as tx:
        pairs = tx.readings.pairs(reader_of(card))
    assert sum(n for found in pairs.values() for n in found.values()) == len(pairs)  # of m0 alone


def _as_read(card: Scorecard) -> object:
    """A reply that says what a scorecard says."""
    return {
        "criteria": [
            {
                "id": c.criterion_id,
                "status": "cannot_tell" if c.level is None else "scored",
                "evidence": [{"turn": e.turn_index, "quote": e.quote} for e in c.evidence],
                "level": c.level,
                "reason": c.reason,
                "tip": c.tip,
                "better": c.better,
            }
            for c in card.criteria
            if c.not_scored != "not_applicable"
        ]
    }
