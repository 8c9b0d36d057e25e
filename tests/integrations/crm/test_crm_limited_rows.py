"""Rows of a batch that a limit stopped, apart from those that wait for a reason of their own."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from domain.crm import RowResult, RowState, unsure
from domain.errors import IntegrationError, RateLimited, VendorUnavailable
from integrations.hubspot.batches import Rows
from integrations.hubspot.client import Batch
from integrations.monday.client import Reply
from integrations.monday.errors import problems_of
from integrations.monday.records import settled
from integrations.pipedrive.batches import one_by_one
from integrations.salesforce.errors import row_result


def test_a_limit_says_itself_how_long_to_wait() -> None:
    limited = unsure(RateLimited("zoho", 90.0), 5.0)
    assert (limited.state, limited.after_s, limited.limited) == (RowState.UNSURE, 90.0, True)
    lost = unsure(VendorUnavailable("zoho", "503"), 5.0)
    assert (lost.state, lost.after_s, lost.limited) == (RowState.UNSURE, 5.0, False)


@pytest.mark.parametrize(
    ("code", "limited"), [("REQUEST_LIMIT_EXCEEDED", True), ("UNABLE_TO_LOCK_ROW", False)]
)
def test_a_part_of_a_composite_request_can_meet_a_limit(code: str, limited: bool) -> None:
    result = row_result(403 if limited else 400, [{"errorCode": code, "message": "No."}])
    assert (result.state, result.limited) == (RowState.UNSURE, limited)
    assert result.after_s > 0


@pytest.mark.parametrize(
    ("code", "limited"), [("COMPLEXITY_BUDGET_EXHAUSTED", True), ("RESOURCE_LOCKED", False)]
)
def test_a_row_of_a_document_can_meet_a_limit(code: str, limited: bool) -> None:
    problems = problems_of({"errors": [{"path": ["row1"], "extensions": {"code": code}}]})
    done = settled(Reply({"row0": {"id": "1"}, "row1": None}, problems, {}), ["a", "b"])
    assert done["a"].state is RowState.DONE
    assert (done["b"].state, done["b"].limited) == (RowState.UNSURE, limited)
    assert done["b"].after_s > 0


def sent(answer: dict[str, Any]) -> Mapping[str, RowResult]:
    """What becomes of two rows at HubSpot, of which one is done."""
    batch = Batch(results=({"id": "1"},), errors=(answer,))
    rows = Rows(send=lambda _keys: batch, names={}, key_of=lambda body: str(body["id"]))
    return rows.run(["1", "2"])


def test_a_row_of_a_batch_can_meet_a_limit() -> None:
    done = sent({"category": "RATE_LIMITS", "policyName": "SECONDLY", "context": {"id": ["2"]}})
    assert done["1"].state is RowState.DONE
    assert (done["2"].state, done["2"].limited) == (RowState.UNSURE, True)


@pytest.mark.parametrize(
    ("error", "limited"),
    [(RateLimited("pipedrive", 9.0), True), (VendorUnavailable("pipedrive", "503"), False)],
)
def test_what_was_not_tried_is_not_blamed_for_the_row_that_failed(
    error: IntegrationError, limited: bool
) -> None:
    asked: list[str] = []

    def act(row: str) -> RowResult:
        asked.append(row)
        if row == "b":
            raise error
        return RowResult(RowState.DONE)

    rows: Sequence[tuple[str, str]] = [(key, key) for key in "abcd"]
    done = one_by_one(rows, act)
    assert asked == ["a", "b"]
    assert [result.limited for result in done.values()] == [False, limited, limited, limited]
    waits = [done[key].after_s for key in "bcd"]
    assert waits == ([9.0, 9.0, 9.0] if limited else [0.0, 5.0, 5.0])
    assert [done[key].counts for key in "bcd"] == [True, limited, limited]
