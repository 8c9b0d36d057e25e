"""What a history says of a write of ours, for every order in which people can be faster."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.changes import WriteBegun
from domain.crm import CrmField, FieldKind, FieldVersion
from jobs.crm_intents import digest
from jobs.crm_overtaken import Seen, look_back

AT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
FIELD = CrmField("medal", "medal", "Medal", FieldKind.TEXT)


def begun(over: str | None, *new: str | None, name: str = "w1") -> WriteBegun:
    digests = frozenset(digest("medal", value) for value in new)
    return WriteBegun(id=name, at=AT, digests=digests, over={"medal": digest("medal", over)})


def history(*values: str | None) -> list[FieldVersion]:
    """Oldest first; values that begin with p are people's."""
    return [
        FieldVersion(AT + timedelta(seconds=n), value, ours=not str(value).startswith("p"))
        for n, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("versions", "seen", "value"),
    [
        (history("old", "new"), Seen.CLEAN, None),
        (history("new"), Seen.CLEAN, None),
        (history("old", "p1", "new"), Seen.OVERTAKEN, "p1"),
        (history("old", "p1", "p2", "new"), Seen.OVERTAKEN, "p2"),
        (history("old", "new", "p3"), Seen.CLEAN, None),
        (history("old", "p1", "new", "p3"), Seen.CLEAN, None),
        (history("old", "p1", "old", "new"), Seen.CLEAN, None),
        (history("old"), Seen.NOT_YET, None),
        (history(), Seen.CLEAN, None),
    ],
)
def test_a_persons_value_between_reading_and_writing_is_seen(
    versions: list[FieldVersion], seen: Seen, value: str | None
) -> None:
    found = look_back(FIELD, versions, [begun("old", "new")], accepted=True)
    assert (found.seen, found.value) == (seen, value)


def test_a_person_who_emptied_the_field_meanwhile_is_seen_too() -> None:
    versions = [
        FieldVersion(AT, "old", ours=True),
        FieldVersion(AT, None, ours=False),
        FieldVersion(AT, "new", ours=True),
    ]
    found = look_back(FIELD, versions, [begun("old", "new")], accepted=True)
    assert (found.seen, found.value) == (Seen.OVERTAKEN, None)


def test_a_write_that_never_arrived_is_nothing_to_wait_for() -> None:
    found = look_back(FIELD, history("old"), [begun("old", "new")], accepted=False)
    assert found.seen is Seen.CLEAN


def test_an_earlier_write_that_landed_late_is_ours() -> None:
    notes = [begun("old", "first", name="w1"), begun("old", "second", name="w2")]
    found = look_back(FIELD, history("old", "first", "second"), notes, accepted=True)
    assert found.seen is Seen.CLEAN


def test_an_older_value_of_ours_that_a_person_put_back_is_a_persons() -> None:
    versions = [
        FieldVersion(AT, "first", ours=True),
        FieldVersion(AT, "second", ours=True),
        FieldVersion(AT, "first", ours=False),
        FieldVersion(AT, "third", ours=True),
    ]
    found = look_back(FIELD, versions, [begun("second", "third")], accepted=True)
    assert (found.seen, found.value) == (Seen.OVERTAKEN, "first")


def test_without_a_note_there_is_nothing_to_judge() -> None:
    assert look_back(FIELD, history("old", "p1", "new"), [], accepted=True).seen is Seen.CLEAN


@given(
    before=st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=4),
    after=st.lists(st.sampled_from(["p4", "p5"]), max_size=3),
)
def test_whatever_people_do_the_last_word_is_theirs(before: list[str], after: list[str]) -> None:
    versions = history("old", *before, "new", *after)
    found = look_back(FIELD, versions, [begun("old", "new")], accepted=True)
    stands = after[-1] if after else (found.value if found.seen is Seen.OVERTAKEN else "new")
    assert stands == ([*before, *after] or ["new"])[-1]
