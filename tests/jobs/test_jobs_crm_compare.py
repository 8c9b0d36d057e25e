"""Whose value is it? One field at a time."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.changes import RecordRef, WriteState
from domain.crm import CrmField, FieldKind, FieldValue, RecordKind
from jobs.crm_compare import FOUND, Standing, decide, is_to_send, normal
from jobs.crm_intents import digest

REF = RecordRef("hubspot", RecordKind.DEAL, "1")
MEDAL = CrmField("last_call_medal", "medal", "Medal", FieldKind.TEXT)
NEVER = object()


def state(
    wanted: FieldValue, present: FieldValue, last: object = NEVER, begun: tuple[str, ...] = ()
) -> tuple[WriteState, bool]:
    standing = Standing(
        present={"medal": present},
        last_written={} if last is NEVER else {"medal": last},  # type: ignore[dict-item]
        begun=[digest("medal", value) for value in begun],
    )
    write = decide(REF, MEDAL, wanted, standing)
    return write.state, is_to_send(write)


@pytest.mark.parametrize(
    ("wanted", "present", "last", "expected"),
    [
        ("gold", None, NEVER, (WriteState.WRITTEN, True)),
        ("gold", "typed", NEVER, (WriteState.KEPT_HUMAN, False)),
        ("gold", "silver", "silver", (WriteState.WRITTEN, True)),
        ("gold", "typed", "silver", (WriteState.KEPT_HUMAN, False)),
        ("gold", None, "silver", (WriteState.KEPT_HUMAN, False)),
        (None, "silver", "silver", (WriteState.WRITTEN, True)),
        (None, "typed", "silver", (WriteState.KEPT_HUMAN, False)),
        ("gold", "gold", "gold", (WriteState.UNCHANGED, False)),
        (None, None, NEVER, (WriteState.UNCHANGED, False)),
        ("gold", None, None, (WriteState.WRITTEN, True)),
    ],
)
def test_ours_is_replaced_and_a_persons_stays(
    wanted: FieldValue, present: FieldValue, last: object, expected: tuple[WriteState, bool]
) -> None:
    assert state(wanted, present, last) == expected


def test_a_value_that_is_there_already_is_taken_over_without_a_request() -> None:
    standing = Standing(present={"medal": "gold"}, last_written={"medal": "silver"}, begun=())
    write = decide(REF, MEDAL, "gold", standing)
    assert (write.state, write.old, write.new, write.detail) == (
        WriteState.WRITTEN, "silver", "gold", FOUND,
    )  # fmt: skip


def test_what_a_lost_write_may_have_left_is_ours() -> None:
    assert state("gold", "silver", "bronze", begun=("silver",)) == (WriteState.WRITTEN, True)
    assert state("gold", "typed", "bronze", begun=("silver",)) == (WriteState.KEPT_HUMAN, False)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (FieldKind.NUMBER, 62.0, "62"),
        (FieldKind.NUMBER, 62.0, 62.001),
        (FieldKind.TEXT, "gold", " gold "),
        (FieldKind.LONG_TEXT, "a\nb", "a \r\nb\r\n"),
        (FieldKind.DATE, "2026-11-24", "2026-11-24T00:00:00Z"),
        (FieldKind.TEXT, None, ""),
        (FieldKind.TEXT, "é", "e\u0301"),
    ],
)
def test_what_crms_change_on_their_own_is_no_difference(
    kind: FieldKind, one: FieldValue, other: FieldValue
) -> None:
    assert normal(kind, one) == normal(kind, other)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (FieldKind.NUMBER, 62.0, 63.0),
        (FieldKind.NUMBER, 0.0, None),
        (FieldKind.TEXT, "gold", "Gold"),
        (FieldKind.LONG_TEXT, "a\nb", "a\n\nb"),
        (FieldKind.DATE, "2026-11-24", "2026-11-25"),
        (FieldKind.NUMBER, 62.0, "sixty-two"),
    ],
)
def test_what_a_person_means_is_a_difference(
    kind: FieldKind, one: FieldValue, other: FieldValue
) -> None:
    assert normal(kind, one) != normal(kind, other)


@example(FieldKind.DATE, "000000000\r0")
@given(
    st.sampled_from(list(FieldKind)),
    st.none() | st.text(max_size=40) | st.floats(-1e6, 1e6, allow_nan=False),
)
def test_normal_is_a_fixed_point(kind: FieldKind, value: FieldValue) -> None:
    once = normal(kind, value)
    assert normal(kind, once) == once


@given(
    st.sampled_from(["gold", "silver", None]),
    st.text(max_size=5),
    st.sampled_from(["silver", None]),
)
def test_a_value_we_cannot_explain_is_never_sent_over(
    wanted: str | None, typed: str, last: str | None
) -> None:
    mine = {normal(FieldKind.TEXT, v) for v in (last, wanted)}
    if normal(FieldKind.TEXT, typed) not in mine:
        assert state(wanted, typed, last) == (WriteState.KEPT_HUMAN, False)
