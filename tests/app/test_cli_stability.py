"""`reploop stability`: what was read twice, what it says, and a draft that loads."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.loader import load_skills
from config.rubric_file import read_rubric
from config.settings import PACKAGED
from domain.calls import CallId
from domain.rubrics import CriterionId
from domain.stability import Reader, SecondReading
from scoring.builtin import READERS
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal
from tests.store.samples import a_call

pytestmark = pytest.mark.slow
MODEL = "gpt-x/prompt-1"


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with Terminal(tmp_path_factory.mktemp("stability")) as opened:
        yield opened


@pytest.fixture
def read_twice(terminal: Terminal, tmp_path: Path) -> Terminal:
    """A database in which playback flips 18 of 20 times, opening once, and follow_up is new."""
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    database = SqlDatabase(url, clock=time.time)
    with database.write() as tx:
        tx.calls.put(a_call("c1"))
        for name, flips, pairs in (("playback", 18, 20), ("opening", 1, 20), ("follow_up", 1, 2)):
            tx.readings.add_new([a_pair(name, n, flip=n < flips) for n in range(pairs)])
    database.dispose()
    return terminal.with_data(tmp_path)


def a_pair(name: str, number: int, *, flip: bool) -> SecondReading:
    return SecondReading(
        call_id=CallId("c1"), call_version=1 + number, criterion_id=CriterionId(name),
        reader=Reader(rubric_name="discovery", rubric_version=1, grader_version=MODEL),
        first=2, second=3 if flip else 2, read_at=datetime(2026, 11, 25, tzinfo=UTC),
    )  # fmt: skip


def test_criteria_are_listed_with_their_flips_the_worst_first(read_twice: Terminal) -> None:
    document = read_twice.run("stability", "--json").json
    assert document["bar"] == 0.32
    assert [(c["criterion"], c["flips"], c["says"]) for c in document["criteria"]] == [
        ("playback", 18, "unstable"),
        ("follow_up", 1, "open"),
        ("opening", 1, "steady"),
    ]
    first = document["criteria"][0]
    assert first["rubric"] == {"name": "discovery", "version": 1}
    assert (first["grader_version"], first["pairs"], first["rate"]) == (MODEL, 20, 0.9)
    assert first["low"] < 0.9 < first["high"]
    assert first["spread"] == 16.8  # 25 points in 18 of 20 pairs: 25 sqrt(0.9 / 2)


def test_people_read_a_share_with_its_interval_or_that_it_is_too_few(read_twice: Terminal) -> None:
    said = read_twice.run("stability", "discovery").out
    rows = {line.split()[3]: line for line in said.splitlines() if MODEL in line}
    assert "90 % (74-97)" in rows["playback"]
    assert rows["playback"].rstrip().endswith("unstable: out of proficiency")
    assert "too few" in rows["follow_up"]
    assert rows["opening"].rstrip().endswith("steady")


def test_another_rubric_has_nothing_to_show(read_twice: Terminal) -> None:
    assert read_twice.run("stability", "meddic", "--json").json["criteria"] == []
    assert "No call was read twice yet" in read_twice.run("stability", "meddic").out


def test_a_proposed_split_is_a_rubric_file_that_loads(read_twice: Terminal, tmp_path: Path) -> None:
    ran = read_twice.run("stability", "discovery", "playback")
    assert ran.code == 0
    assert "another level in 18 of 20 pairs, unstable: out of proficiency." in ran.out
    document = read_twice.run("stability", "discovery", "playback", "--json").json
    file = tmp_path / f"discovery.v{document['version']}.yaml"
    file.write_text(ran.out)
    ids = [skill.id for skill in load_skills(PACKAGED / "skills.yaml")]
    names = [c.id for c in read_rubric(file, ids, READERS).criteria]
    assert "playback" not in names
    assert {"playback_2", "playback_3", "playback_4"} <= set(names)
    assert [c["level"] for c in document["checks"]] == [2, 3, 4]
    assert ran.out.endswith(document["draft"])


def test_counting_anew_is_said_and_can_be_repeated(read_twice: Terminal) -> None:
    ran = read_twice.run("stability", "--recount", "--json")
    assert (ran.code, ran.err) == (0, "note: 0 calls counted anew.\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("nope",), "there is no rubric nope. Use one of: bant, "),
        (("discovery", "nope"), "discovery has no criterion nope. Use one of: opening, "),
    ],
)
def test_what_there_is_not_is_code_2_and_says_what_there_is(
    read_twice: Terminal, args: tuple[str, ...], said: str
) -> None:
    ran = read_twice.run("stability", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
