"""Whose value is it? One field at a time."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.changes import Approval, ApprovalState, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, FieldKind, FieldRule, FieldValue, RecordKind
from jobs.crm_compare import DECLINED, FOUND, Standing, decide, is_to_send, normal
from jobs.crm_intents import digest

REF = RecordRef("hubspot", RecordKind.DEAL, "1")
MEDAL = CrmField("last_call_medal", "medal", "Medal", FieldKind.TEXT)
AT = datetime(2026, 11, 25, tzinfo=UTC)
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


@pytest.mark.parametrize(
    ("begun", "kind", "stood"),
    [
        ((), RecordKind.DEAL, "gold"),
        (("gold",), RecordKind.DEAL, "silver"),
        (("gold",), RecordKind.CALL, "silver"),
    ],
)
def test_a_value_that_is_there_already_is_taken_over_without_a_request(
    begun: tuple[str, ...], kind: RecordKind, stood: str
) -> None:
    """A person's, unless a lost write may have left it, or the record was made with it."""
    standing = Standing(
        present={"medal": "gold"}, last_written={"medal": "silver"},
        begun=[digest("medal", value) for value in begun],
    )  # fmt: skip
    write = decide(RecordRef("hubspot", kind, "1"), MEDAL, "gold", standing)
    assert (write.state, write.old, write.new, write.detail) == (
        WriteState.WRITTEN, stood, "gold", FOUND,
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


# ── rules ────────────────────────────────────────────────────────────────────────────────

W, K, U = WriteState.WRITTEN, WriteState.KEPT_HUMAN, WriteState.UNCHANGED
THEIRS, WAITING = WriteState.THEIRS, WriteState.WAITING


@pytest.mark.parametrize(
    ("rule", "present", "last", "expected"),
    [
        (FieldRule.FILL_IF_EMPTY, None, NEVER, W),
        (FieldRule.FILL_IF_EMPTY, "typed", NEVER, K),
        (FieldRule.FILL_IF_EMPTY, "gold", NEVER, U),
        (FieldRule.FILL_IF_EMPTY, "silver", "silver", U),
        (FieldRule.FILL_IF_EMPTY, "typed", "silver", K),
        (FieldRule.FILL_IF_EMPTY, None, "silver", K),
        (FieldRule.FILL_IF_EMPTY, None, None, W),
        (FieldRule.THEIRS, None, NEVER, THEIRS),
        (FieldRule.THEIRS, "typed", NEVER, THEIRS),
        (FieldRule.THEIRS, "gold", NEVER, U),
        (FieldRule.THEIRS, "silver", "silver", THEIRS),
        (FieldRule.OURS, "silver", "silver", W),
        (FieldRule.OURS, "typed", "silver", K),
    ],
)
@pytest.mark.parametrize("approve", [False, True])
def test_whose_a_field_is_decides_what_is_written(
    rule: FieldRule, present: FieldValue, last: object, expected: WriteState, approve: bool
) -> None:
    write = ruled(rule, present, last, approve=approve)
    waits = expected is W and approve
    assert write.state is (WAITING if waits else expected)
    assert is_to_send(write) is (expected is W and not approve)


def ruled(
    rule: FieldRule,
    present: FieldValue,
    last: object = NEVER,
    *,
    approve: bool = False,
    known: Approval | None = None,
    wanted: FieldValue = "gold",
    begun: tuple[str, ...] = (),
) -> FieldWrite:
    standing = Standing(
        present={"medal": present},
        last_written={} if last is NEVER else {"medal": last},  # type: ignore[dict-item]
        begun=[digest("medal", value) for value in begun],
        approvals={} if known is None else {"medal": known},
    )
    return decide(REF, replace(MEDAL, rule=rule, approve=approve), wanted, standing)


def asked(new: FieldValue, state: ApprovalState) -> Approval:
    return Approval(
        id="a", record=REF, field="medal", old=None, new=new, asked_at=AT, state=state
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "of", "expected"),
    [
        (ApprovalState.WAITING, "gold", WAITING),
        (ApprovalState.APPROVED, "gold", W),
        (ApprovalState.APPROVED, " gold ", W),
        (ApprovalState.DECLINED, "gold", U),
        # what was decided was another value, before the news: it is asked anew
        (ApprovalState.WAITING, "silver", WAITING),
        (ApprovalState.APPROVED, "silver", WAITING),
        (ApprovalState.DECLINED, "silver", WAITING),
    ],
)
def test_a_person_approves_a_value_and_no_other(
    said: ApprovalState, of: str, expected: WriteState
) -> None:
    write = ruled(FieldRule.OURS, "bronze", "bronze", approve=True, known=asked(of, said))
    assert write.state is expected


def test_a_field_that_needs_no_approval_is_not_written_as_it_was_rolled_back() -> None:
    declined = asked("gold", ApprovalState.DECLINED)
    back = ruled(FieldRule.OURS, None, None, known=declined)
    news = ruled(FieldRule.OURS, None, None, known=declined, wanted="silver")
    assert (back.state, back.detail, news.state) == (U, DECLINED, W)


def test_an_approved_change_does_not_overwrite_what_a_person_wrote_while_it_waited() -> None:
    approved = asked("gold", ApprovalState.APPROVED)
    write = ruled(FieldRule.OURS, "typed", "bronze", approve=True, known=approved)
    assert write.state is K


def test_a_field_that_is_filled_once_is_known_as_filled_when_the_answer_was_lost() -> None:
    write = ruled(FieldRule.FILL_IF_EMPTY, "gold", begun=("gold",))
    assert (write.state, write.old, write.detail) == (W, None, FOUND)


@given(
    rule=st.sampled_from(list(FieldRule)),
    approve=st.booleans(),
    present=st.sampled_from(["gold", "silver", "typed", None]),
    last=st.sampled_from(["gold", "silver", None, NEVER]),
    wanted=st.sampled_from(["gold", "silver", None]),
    said=st.none() | st.sampled_from(list(ApprovalState)),
)
def test_a_request_is_only_ever_for_our_own_value_and_where_the_mapping_allows_it(
    rule: FieldRule,
    approve: bool,
    present: FieldValue,
    last: object,
    wanted: FieldValue,
    said: ApprovalState | None,
) -> None:
    known = None if said is None else asked(wanted, said)
    write = ruled(rule, present, last, approve=approve, known=known, wanted=wanted)
    if is_to_send(write):
        assert present == (None if last is NEVER else last)
        assert present != wanted
        assert rule is not FieldRule.THEIRS
        assert not approve or said is ApprovalState.APPROVED
        assert said is not ApprovalState.DECLINED
        assert (write.old, write.new) == (present, wanted)
