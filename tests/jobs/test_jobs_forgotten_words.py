"""A deleted call leaves no word in any table or database file, and none in the CRM."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from jobs.undo_crm import undo_change_set

from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.calls import CallId, Side, Transcript, Turn
from domain.changes import ChangeSet, WriteState
from domain.clips import Clip
from domain.crm import FieldValue
from domain.effects import EffectState
from domain.errors import VendorUnavailable, WriteRefused
from domain.people import PersonId
from domain.phrases import Phrase
from domain.scores import Evidence
from domain.webhooks import Delivery
from jobs.corrections import delete_call
from jobs.crm_values import WORDS_OF_CALLS
from jobs.sync_crm import settle, sync_deal
from sandbox.base import Fault
from tests.integrations.crm.kit import KITS, Kit
from tests.jobs.crm_world import (
    ANA,
    NEXT_STEPS,
    NOW,
    World,
    a_call,
    a_card,
    a_proficiency,
    world,
)

pytestmark = pytest.mark.slow
PHRASE = "purple heron at the quarry gate"
REFUSAL: dict[str, object] = {
    "hubspot": {"status": "error", "category": "VALIDATION_ERROR", "message": "No", "errors": []},
    "salesforce": [
        {"errorCode": "FIELD_CUSTOM_VALIDATION_EXCEPTION", "message": "No", "fields": []}
    ],
}
Setup = tuple[World, Kit]


@pytest.fixture
def file(migrated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "reploop.db"))


@pytest.fixture(params=sorted(KITS))
def setup(request: pytest.FixtureRequest, file: Path) -> Iterator[Setup]:
    """A deal that shows what was said on c1, the newest call on it."""
    with KITS[request.param]() as kit, world(f"sqlite:///{file}", kit.crm, kit.ids["rollout"]) as w:
        kit.crm.provision(w.fields)
        say(w)
        w.sync()
        assert PHRASE in shown(w, kit)
        yield w, kit


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


def shown(made: World, kit: Kit) -> str:
    """What the deal shows of a call's words."""
    stands = [kit.sandbox.value(made.ref.id, made.name(source)) for source in WORDS_OF_CALLS]
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


def change_sets(made: World) -> list[ChangeSet]:
    with made.database.read() as tx:
        return list(tx.changes.list())


def values_of(made: World, source: str) -> list[tuple[FieldValue, FieldValue]]:
    """(old, new) of a field, newest first."""
    writes = (write for each in change_sets(made) for write in each.writes)
    return [(w.old, w.new) for w in writes if w.field == made.name(source)]


def test_after_deleting_and_a_sync_the_phrase_is_nowhere(setup: Setup, file: Path) -> None:
    made, kit = setup
    assert {"calls", "transcripts", "scorecards", "agendas", "deliveries", "field_writes",
            "crm_values", "reploop.db-wal"} <= set(kept(file))  # fmt: skip
    delete_call(a_call().id, made.services)
    assert kept(file) == []
    assert made.sync().state is EffectState.SENT
    assert PHRASE not in shown(made, kit)
    assert kept(file) == []


def test_the_call_before_is_shown_again_and_its_history_stays(setup: Setup) -> None:
    made, kit = setup
    say(made, "c2", "green door", days_ago=0.5)
    made.sync()
    delete_call(a_call("c2").id, made.services)
    assert values_of(made, "next_step") == [
        (f"Meet me by the {PHRASE}", None),
        (None, f"Meet me by the {PHRASE}"),
    ]
    made.sync()
    assert PHRASE in shown(made, kit)
    assert "green door" not in shown(made, kit)


def test_undoing_a_later_write_does_not_bring_the_words_back(setup: Setup) -> None:
    made, kit = setup
    say(made, "c2", "green door", days_ago=0.5)
    written = made.sync().change_set
    assert written is not None
    delete_call(a_call().id, made.services)
    undo_change_set(made.services, written.id)
    assert shown(made, kit) == ""


def test_what_undoing_put_back_are_not_the_words_of_the_call(setup: Setup, file: Path) -> None:
    made, kit = setup
    say(made, "c2", "green door", days_ago=0.5)
    written = made.sync().change_set
    assert written is not None
    undo_change_set(made.services, written.id)
    delete_call(a_call("c2").id, made.services)
    assert values_of(made, "next_step")[-1] == (None, f"Meet me by the {PHRASE}")
    assert PHRASE in shown(made, kit)
    assert kept(file, "green door") == []


def test_undoing_before_the_deal_was_brought_up_to_date_keeps_no_word(
    setup: Setup, file: Path
) -> None:
    made, _ = setup
    (written,) = change_sets(made)
    delete_call(a_call().id, made.services)
    undone = undo_change_set(made.services, written.id)
    assert {w.state for w in undone.writes if w.field == made.name("next_step")} == {
        WriteState.KEPT_HUMAN
    }
    assert kept(file) == []


def test_a_write_that_the_deletion_overtakes_keeps_no_word_and_is_taken_back(
    setup: Setup, file: Path
) -> None:
    made, kit = setup
    say(made, "c2", "green door", days_ago=0.5)
    made.on_reach["crm.after_write"] = lambda: delete_call(a_call("c2").id, made.services)
    claimed = made.claim()
    settle(claimed, sync_deal(claimed, made.services), made.services)
    assert "green door" in shown(made, kit)
    assert kept(file, "green door") == []
    made.sync()
    assert PHRASE in shown(made, kit)
    assert kept(file, "green door") == []


def test_a_write_whose_answer_was_lost_is_taken_back_without_keeping_a_word(
    setup: Setup, file: Path
) -> None:
    made, kit = setup
    say(made, "c2", "green door", days_ago=0.5)
    kit.sandbox.fail(Fault("accept_then_drop", method="PATCH"))
    with pytest.raises(VendorUnavailable):
        made.sync()
    assert "green door" in shown(made, kit)
    delete_call(a_call("c2").id, made.services)
    made.sync()
    assert PHRASE in shown(made, kit)
    assert kept(file, "green door") == []


def test_a_refusal_does_not_make_the_words_a_persons(setup: Setup, file: Path) -> None:
    made, kit = setup
    delete_call(a_call().id, made.services)
    kit.sandbox.fail(Fault("answer", method="PATCH", status=400, body=REFUSAL[kit.crm.slug]))
    with pytest.raises(WriteRefused):
        made.sync()
    assert PHRASE in shown(made, kit)
    made.sync()
    assert shown(made, kit) == ""
    assert kept(file) == []


def test_what_a_person_wrote_stays_in_the_crm(setup: Setup) -> None:
    made, kit = setup
    kit.sandbox.edit_as_person(made.ref.id, made.name("next_step"), "Mine")
    delete_call(a_call().id, made.services)
    made.sync()
    assert shown(made, kit) == "Mine"
