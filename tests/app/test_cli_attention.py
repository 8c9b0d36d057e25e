"""`reploop attention`: rates with their range, and what fell back to a digest."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.attention import SentMessage
from domain.effects import EffectKind
from domain.people import Person, PersonId, Role
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal

pytestmark = pytest.mark.slow
ANA = Person(id=PersonId("ana"), name="Ana Lee", email="ana@seller.example", role=Role.REP)


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with Terminal(tmp_path_factory.mktemp("attention")) as opened:
        yield opened


@pytest.fixture
def stored(terminal: Terminal, tmp_path: Path) -> Terminal:
    """Ana was sent 10 scores, acted on 9, and 6 level changes, acted on 1."""
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    database = SqlDatabase(url, clock=time.time)
    then = datetime.fromtimestamp(time.time(), UTC) - timedelta(days=5)
    with database.write() as tx:
        tx.people.put([ANA], [])
        for kind, sent, acted in (
            (EffectKind.SLACK_CALL_SCORED, 10, 9),
            (EffectKind.SLACK_TIER_CHANGE, 6, 1),
        ):
            for n in range(sent):
                name = f"{kind}:{n}"
                message = SentMessage(key=name, kind=kind, to=ANA.id, sent_at=then, remote_id=name)
                tx.attention.note_sent(message)
                if n < acted:
                    tx.attention.acted(name, "look", then)
    database.dispose()
    return terminal.with_data(tmp_path)


def test_people_read_rates_with_their_range_and_what_fell_back(stored: Terminal) -> None:
    ran = stored.run("attention")
    assert ran.code == 0
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["call_scored", "10", "9", "90%", "65%–98%"] in rows
    assert ["Ana", "Lee", "tier_change", "6", "1"] in rows
    assert not any(row[:3] == ["Ana", "Lee", "call_scored"] for row in rows)


def test_scripts_read_the_same_figures(stored: Terminal) -> None:
    document = stored.run("attention", "--json").json
    assert [(r["kind"], r["sent"], r["acted"]) for r in document["rates"]] == [
        ("call_scored", 10, 9),
        ("tier_change", 6, 1),
    ]
    assert document["in_the_digest"] == [
        {"person_id": "ana", "kind": "tier_change", "sent": 6, "acted": 1}
    ]


def test_without_any_message_it_says_so(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.with_data(tmp_path).run("attention", "--weeks", "1")
    assert ran.code == 0
    assert "nobody was sent a message" in ran.out
    assert "Nothing fell back" in ran.out
