"""What a call's page says of a criterion that its grader does not read alike twice."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from domain.calls import CallId
from domain.rubrics import CriterionId
from domain.scores import CriterionScore, NotScoredBecause
from domain.stability import SecondReading
from jobs.second_reading import reader_of

if TYPE_CHECKING:
    from tests.web.conftest import Office

pytestmark = pytest.mark.slow  # `make check` has to stay quick
MARK = "Read twice, this criterion often gets another level. It has no say in the profile."
CALL = CallId("c-1")


def graded_by_a_model(office: "Office", *, flips: int, pairs: int = 20) -> None:
    """A call scored by a model that gave `asks` another level so often."""
    office.call(CALL, "ana")
    with office.store.write() as stores:
        card = stores.scorecards.latest(CALL)
        assert card is not None
        by_model = replace(card, grader_name="model", grader_version="m/prompt-1")
        stores.scorecards.remove(CALL)
        stores.scorecards.add_if_new(by_model)
        asks = by_model.criteria[0].criterion_id
        stores.readings.add_new(
            [
                SecondReading(
                    call_id=CALL, call_version=n, criterion_id=asks, reader=reader_of(by_model),
                    first=3, second=1 if n < flips else 3, read_at=card.created_at,
                )
                for n in range(pairs)
            ]
        )  # fmt: skip


def test_an_unstable_criterion_is_shown_with_its_level_and_marked(office: "Office") -> None:
    graded_by_a_model(office, flips=18)
    page = office.get("ana", "/calls/c-1").text
    assert page.count(MARK) == 1
    assert 'aria-label="Level 3 of 4"' in page


def test_a_steady_criterion_is_not_marked(office: "Office") -> None:
    graded_by_a_model(office, flips=2)
    assert MARK not in office.get("ana", "/calls/c-1").text


def test_a_poor_transcript_says_what_is_wrong_with_it(office: "Office") -> None:
    office.call(CALL, "ana")
    with office.store.write() as stores:
        card = stores.scorecards.latest(CALL)
        assert card is not None
        poor = CriterionScore(
            criterion_id=CriterionId("asks"), skill_ids=(), level=None,
            not_scored=NotScoredBecause.POOR_TRANSCRIPT, reason="Most of it says <b>nothing</b>.",
        )  # fmt: skip
        stores.scorecards.remove(CALL)
        stores.scorecards.add_if_new(replace(card, criteria=(poor,), overall=None))
    page = office.get("ana", "/calls/c-1").text
    assert "<td>Most of it says &lt;b&gt;nothing&lt;/b&gt;.</td>" in page
    # who sees numbers only reads the reason in general
    assert "The transcript is too poor to judge." in office.get("rae", "/calls/c-1").text
