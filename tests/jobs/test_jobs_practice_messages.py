"""What a message of a rep comes to when it is handed in twice, or after the end."""

from dataclasses import replace

import pytest

from domain.ports import PracticeSaid
from tests.jobs.fakes import House
from tests.jobs.practice_scene import Stage

pytestmark = pytest.mark.slow  # `make check` has to stay quick


@pytest.fixture
def stage(house: House) -> Stage:
    return Stage(house)


def told(stage: Stage) -> list[PracticeSaid]:
    return [notice for _, _, notice in stage.slack.sent if isinstance(notice, PracticeSaid)]


def nudges(stage: Stage) -> int:
    """How often it was said that one is running already."""
    return sum(":nudge:" in post.effect.key for post in stage.posts())


def test_one_message_under_two_ids_begins_a_role_play_and_says_no_more(stage: Stage) -> None:
    once = stage.message("practice", "7.0")
    stage.house.hand_in("first", once)
    stage.house.hand_in("again", replace(once, id="EvOther"))
    stage.work()
    assert nudges(stage) == 0
    stage.write("practice", "8.0")
    assert nudges(stage) == 1


def test_every_message_after_the_end_is_told_that_it_has_ended(stage: Stage) -> None:
    stage.write("practice", "7.0")
    thread = stage.thread.rpartition(":")[2]
    stage.write("stop", "8.0", thread=thread)
    before = len(told(stage))
    stage.write("How am I doing?", "9.0", thread=thread)
    stage.write("What should I work on?", "10.0", thread=thread)
    assert len(told(stage)) == before + 2
