"""`reploop calls rescore ID --check`: what is said of a score that outlived a vain re-score."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.score_check import check_call
from domain.effects import Queue
from domain.errors import GradingRefused
from jobs.corrections import rescore_call
from store.database import SqlDatabase, upgrade
from tests.jobs.fakes import Clock, House, talk

pytestmark = pytest.mark.slow  # `make check` has to stay quick


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """One call that was scored, was to be scored again, and could not be."""
    url = f"sqlite:///{tmp_path / 'house.db'}"
    upgrade(url)
    clock = Clock()
    built = House(SqlDatabase(url, clock=clock.posix), clock)
    call = built.put_ready("m1", talk(2), days_ago=1.0)
    built.work(Queue.SCORE)
    rescore_call(call.id, built.services)
    built.grader.raises.append(GradingRefused("no such model"))
    built.work(Queue.SCORE)
    yield built
    built.database.dispose()


def test_people_read_that_the_later_try_was_given_up(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    check_call("m1", house.services, as_json=False)
    said = capsys.readouterr().out
    assert "A later try to score it again was given up: GradingRefused: no such model." in said
    assert "waits for its new score" not in said


def test_scripts_read_why(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    check_call("m1", house.services, as_json=True)
    document = json.loads(capsys.readouterr().out)
    assert document["verdict"] == "not_exact"
    assert document["not_scored_again"] == "GradingRefused: no such model"
