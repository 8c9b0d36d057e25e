"""Fields of a call as lines of a note: exact, and kind to what people write around them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.crm import CrmField, FieldKind, FieldValue, RecordKind
from integrations.pipedrive.notes import key_of, rewritten, values_in, written

SCORE = CrmField("score", "score", "Score (Reploop)", FieldKind.NUMBER, on=RecordKind.CALL)
SUMMARY = CrmField("summary", "summary", "Summary <b>", FieldKind.LONG_TEXT, on=RecordKind.CALL)
LINK = CrmField("link", "link", "Link", FieldKind.URL, on=RecordKind.CALL)
FIELDS = (SCORE, SUMMARY, LINK)
VALUES: dict[str, FieldValue] = {
    "score": 62.5,
    "summary": "first\nSummary <b>: not a label\n↳ an arrow",
    "link": "x",
}

# Pipedrive's editor trims lines, and line ends are all made alike
lines = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), blacklist_characters="\xa0"),
    min_size=1,
)
texts = st.lists(lines, min_size=1, max_size=4).map("\n".join)


@given(texts, texts, st.floats(-1e6, 1e6).map(lambda n: round(n, 2)))
def test_any_values_come_out_of_a_note_as_they_went_in(one: str, two: str, number: float) -> None:
    values: dict[str, FieldValue] = {"score": number, "summary": one, "link": two}
    note = written("call-1", FIELDS, values)
    assert values_in(note, FIELDS) == values
    assert key_of(note) == "call-1"


@given(texts)
def test_a_note_that_is_rewritten_holds_the_new_values_and_the_others(text: str) -> None:
    note = rewritten(written("call-1", FIELDS, VALUES), FIELDS, {"summary": text})
    assert values_in(note, FIELDS) == {**VALUES, "summary": text}
    assert key_of(note) == "call-1"


def test_an_empty_field_has_no_line() -> None:
    note = written("k", FIELDS, {"score": None, "summary": "", "link": "x"})
    assert note == "Link: x<br>Reploop id: k"
    assert values_in(note, FIELDS) == {"score": None, "summary": None, "link": "x"}


def test_emptying_a_field_takes_all_its_lines() -> None:
    note = rewritten(written("k", FIELDS, VALUES), FIELDS, {"summary": None})
    assert values_in(note, FIELDS) == {**VALUES, "summary": None}
    assert "arrow" not in note


def test_what_people_write_around_our_lines_stays_as_they_formatted_it() -> None:
    theirs = '<div>Ask <b>Dana</b> about <a href="https://x.example">this</a></div>'
    note = f"{theirs}<p>Score (Reploop): 5</p>{theirs}<div>Reploop id: k</div>"
    changed = rewritten(note, FIELDS, {"score": 7.0, "link": "new"})
    assert changed.count(theirs) == 2
    assert values_in(changed, FIELDS) == {"score": 7.0, "summary": None, "link": "new"}
    assert key_of(changed) == "k"


def test_lines_are_read_however_the_editor_wraps_them() -> None:
    note = (
        "<p>Score (Reploop):&nbsp;<strong>41</strong></p><ul><li>Link: <a href='x'>x</a></li></ul>"
    )
    assert values_in(note, FIELDS) == {"score": 41.0, "summary": None, "link": "x"}


def test_a_number_that_a_person_wrote_in_words_is_read_as_theirs() -> None:
    assert values_in("Score (Reploop): good", FIELDS)["score"] == "good"


def test_a_note_that_a_person_emptied_holds_nothing_and_can_be_filled_again() -> None:
    assert key_of("") is None
    assert rewritten("", FIELDS, {"link": "x"}) == "Link: x"


def test_hostile_text_is_text_in_the_note() -> None:
    hostile = replace(SUMMARY, label="S")
    note = written("k", [hostile], {"summary": "<script>alert(1)</script><br>Reploop id: other"})
    assert "<script" not in note
    assert key_of(note) == "k"
