"""A deleted call leaves no word in any table or database file, and none in the CRM."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.calls import CallId, Side, Transcript, Turn
from domain.changes import WriteState
from domain.clips import Clip
from domain.crm import FieldValue
from domain.effects import EffectState
from domain.errors import Transient
from domain.people import PersonId
from domain.phrases import Phrase
from domain.scores import Evidence
from domain.webhooks import Delivery
from jobs.corrections import delete_call
from jobs.crm_sources import repeats_words
from jobs.roll_back import roll_back
from tests.jobs.crm_line import VENDORS, Line, crm_line
from tests.jobs.crm_world import ANA, NEXT_STEPS, NOW, World, a_call, a_card, a_proficiency

pytestmark = pytest.mark.slow
PHRASE = "purple heron at the quarry gate"


@pytest.fixture
def file(migrated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "reploop.db"))


@pytest.fixture(params=VENDORS)
def line(request: pytest.FixtureRequest, file: Path) -> Iterator[Line]:
    """A deal that shows what was said on c1, the newest call on it."""
    with crm_line(request.param, file, scored=False) as made:
        say(made.world)
        made.sync()
        assert PHRASE in shown(made)
        yield made


def say(made: World, call_id: str = "c1", phrase: str = PHRASE, *, days_ago: float = 1.0) -> None:
    """A scored call on the deal, with this phrase wherever a call's words are kept."""
    call = a_call(
        call_id, deal=made.ref, title=f"About the {phrase}", started_at=NOW - timedelta(days_ago)
    )
    card = a_card(call_id, summary=f"Agreed on the {phrase}.")
    first = replace(card.criteria[0], evidence=(Evidence(f"Meet me by the {phrase}", 0),))
    made.put(call, replace(card, criteria=(first, *card.criteria[1:])), a_proficiency())
    turn = Turn(0, "Ana", 0.0, 9.0, f"Meet me by the {phrase}", Side.REP)
    body = json.dumps({"uuid": call.provider_ref, "topic": call.title}).encode()
    with made.database.write() as tx:
        tx.calls.put_transcript(call.id, Transcript((turn,)))
        tx.deliveries.add_new([Delivery("zoom", f"key-{call_id}", "e", NOW, body)])
        tx.agendas.add_if_new(_agenda(call_id, phrase))


def _agenda(call_id: str, phrase: str) -> Agenda:
    clip = Clip(
        call_id=CallId(call_id), call_title=f"About the {phrase}", call_at=NOW, turn_index=0,
        start_s=0.0, speaker="Ana", quote=f"Meet me by the {phrase}",
    )  # fmt: skip
    focus = FocusSkill(
        skill_id=NEXT_STEPS, skill_name="Next steps", proficiency=a_proficiency(NEXT_STEPS),
        why=Phrase("focus-largest-gap"), leverage=1.0, clips=(clip,),
        suggestion=Phrase("ask-gap", {"rep": "Ana", "gap": f"the {phrase}"}),
    )  # fmt: skip
    rep = RepAgenda(
        rep_id=ANA, rep_name="Ana", calls_this_week=1, focus=(focus,), nothing_because=None,
        moves=(), tier_changes=(),
    )  # fmt: skip
    return Agenda(
        manager_id=PersonId(f"manager-{call_id}"), manager_name="Mia", week="2026-W48",
        monday=date(2026, 11, 23), as_of=NOW, reps=(rep,),
    )  # fmt: skip


def shown(line: Line) -> str:
    """What the deal shows of a call's words."""
    sources = [f.source for f in line.world.fields if repeats_words(f.source)]
    stands = [line.stands(source) for source in sources]
    return "\n".join(str(each) for each in stands if each is not None)


def kept(file: Path, phrase: str = PHRASE) -> list[str]:
    """Every table and every file of the database that holds the phrase."""
    with sqlite3.connect(file) as connection:
        found = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
            if phrase.encode() in _bytes(connection.execute(f'SELECT * FROM "{name}"').fetchall())
        ]
    files = file.parent.glob(f"{file.name}*")  # the log too: closing the database would empty it
    found += [each.name for each in files if phrase.encode() in each.read_bytes()]
    connection.close()
    return found


def _bytes(rows: list[tuple[object, ...]]) -> bytes:
    cells = (cell for row in rows for cell in row)
    return b"\n".join(c if isinstance(c, bytes) else str(c).encode() for c in cells)


def values_of(line: Line, source: str) -> list[tuple[FieldValue, FieldValue]]:
    """(old, new) of a field, newest first."""
    writes = (write for each in line.change_sets() for write in each.writes)
    return [(w.old, w.new) for w in writes if w.field == line.world.name(source)]


def test_after_deleting_and_a_sync_the_phrase_is_nowhere(line: Line, file: Path) -> None:
    assert {"calls", "transcripts", "scorecards", "agendas", "deliveries", "field_writes",
            "crm_values", "reploop.db-wal"} <= set(kept(file))  # fmt: skip
    delete_call(a_call().id, line.world.services)
    assert kept(file) == []
    assert line.sync().state is EffectState.SENT
    assert PHRASE not in shown(line)
    assert kept(file) == []


def test_the_call_before_is_shown_again_and_its_history_stays(line: Line) -> None:
    say(line.world, "c2", "green door", days_ago=0.5)
    line.sync()
    delete_call(a_call("c2").id, line.world.services)
    assert values_of(line, "next_step") == [
        (f"Meet me by the {PHRASE}", None),
        (None, f"Meet me by the {PHRASE}"),
    ]
    line.sync()
    assert PHRASE in shown(line)
    assert "green door" not in shown(line)


def test_undoing_a_later_write_does_not_bring_the_words_back(line: Line) -> None:
    say(line.world, "c2", "green door", days_ago=0.5)
    written = line.synced()
    delete_call(a_call().id, line.world.services)
    roll_back(line.world.services, written)
    assert shown(line) == ""


def test_what_undoing_put_back_are_not_the_words_of_the_call(line: Line, file: Path) -> None:
    say(line.world, "c2", "green door", days_ago=0.5)
    written = line.synced()
    roll_back(line.world.services, written)
    delete_call(a_call("c2").id, line.world.services)
    assert values_of(line, "next_step")[-1] == (None, f"Meet me by the {PHRASE}")
    assert PHRASE in shown(line)
    assert kept(file, "green door") == []


def test_undoing_before_the_deal_was_brought_up_to_date_keeps_no_word(
    line: Line, file: Path
) -> None:
    (written,) = line.change_sets()
    delete_call(a_call().id, line.world.services)
    (undone,) = roll_back(line.world.services, written.id)
    assert {w.state for w in undone.writes if w.field == line.world.name("next_step")} == {
        WriteState.KEPT_HUMAN
    }
    assert kept(file) == []


def test_a_write_that_the_deletion_overtakes_keeps_no_word_and_is_taken_back(
    line: Line, file: Path
) -> None:
    say(line.world, "c2", "green door", days_ago=0.5)
    deleted = a_call("c2").id
    line.world.on_reach["crm.after_write"] = lambda: delete_call(deleted, line.world.services)
    line.sync()
    assert "green door" in shown(line)
    assert kept(file, "green door") == []
    line.sync()
    assert PHRASE in shown(line)
    assert kept(file, "green door") == []


def test_a_write_whose_answer_was_lost_is_taken_back_without_keeping_a_word(
    line: Line, file: Path
) -> None:
    say(line.world, "c2", "green door", days_ago=0.5)
    line.lose()
    with pytest.raises(Transient):
        line.sync()
    assert "green door" in shown(line)
    delete_call(a_call("c2").id, line.world.services)
    line.sync()
    assert PHRASE in shown(line)
    assert kept(file, "green door") == []


def test_what_a_person_wrote_stays_in_the_crm(line: Line) -> None:
    line.edit("next_step", "Mine")
    delete_call(a_call().id, line.world.services)
    line.sync()
    assert shown(line) == "Mine"
