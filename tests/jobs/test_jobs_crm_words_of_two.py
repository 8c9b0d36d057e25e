"""A deal shows words of an older call beside its newest one, and the older one is deleted."""

import pytest

from domain.calls import CallId, Side
from domain.crm import RecordWrite
from domain.facts import CallFacts, DealFact, ElementId
from jobs.corrections import delete_call
from tests.jobs.crm_office import Office, Open
from tests.jobs.crm_world import NOW

pytestmark = pytest.mark.slow
WORDS = "Our whole board signs it"
SOURCE = "element.meddic.champion"


def with_a_fact(here: Office) -> None:
    """What the older call proves, and a field that shows it."""
    fact = DealFact(
        element_id=ElementId("meddic.champion"), value=WORDS, quote=WORDS, turn_index=3,
        side=Side.BUYER, said_on=NOW.date(),
    )  # fmt: skip
    facts = CallFacts(
        call_id=CallId("c1"), call_version=1, reader_name="builtin", reader_version="1",
        facts=(fact,), created_at=NOW,
    )  # fmt: skip
    with here.world.database.write() as tx:
        tx.facts.put(facts)
    champion = next(f for f in here.every_field() if f.source == SOURCE)
    mapped = here.services.crm_fields
    here.having(crm_fields={"salesforce": (*mapped["salesforce"], champion)})


def kept_words(here: Office) -> list[str]:
    """What is kept of writes and repeats the older call."""
    values = [v for s in here.change_sets() for w in s.writes for v in (w.old, w.new)]
    return [v for v in (*values, here.last_written(SOURCE)) if isinstance(v, str) and WORDS in v]


def test_what_is_kept_of_a_write_during_which_it_was_deleted_loses_its_words(opened: Open) -> None:
    here = opened()
    with_a_fact(here)
    here.add_call("c2", "d1", 88.0)
    deleted = []

    def delete(_row: RecordWrite) -> None:
        if not deleted:
            deleted.append(True)
            delete_call(CallId("c1"), here.services)

    here.crm.before_write = delete
    here.sync()
    assert here.stands(SOURCE) is None
    assert kept_words(here) == []
