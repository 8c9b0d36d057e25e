"""The one retry policy."""

import pytest

from domain.errors import (
    CredentialsRejected,
    GradingError,
    GradingRefused,
    NotFoundAtVendor,
    RateLimited,
    ReploopError,
    SetupRejected,
    StoreConflict,
    StoreUnavailable,
    UnexpectedPayload,
    VendorUnavailable,
)
from jobs.retries import (
    BACKOFF_S,
    CONFLICT_S,
    MAX_GRADINGS,
    GiveUp,
    Park,
    TryAgain,
    Verdict,
    verdict,
)


@pytest.mark.parametrize("attempt", range(1, len(BACKOFF_S) + 1))
def test_what_may_pass_is_tried_again_later_each_time(attempt: int) -> None:
    assert verdict(VendorUnavailable("zoom", "x"), attempt) == TryAgain(BACKOFF_S[attempt - 1])


def test_after_the_last_backoff_it_is_given_up() -> None:
    assert verdict(VendorUnavailable("zoom", "x"), len(BACKOFF_S) + 1) == GiveUp()


def test_a_vendors_own_wait_wins_when_it_is_longer() -> None:
    assert verdict(RateLimited("slack", 30.0), 1) == TryAgain(30.0, counts=False)
    assert verdict(RateLimited("slack", 1.0), 2) == TryAgain(BACKOFF_S[1], counts=False)


@pytest.mark.parametrize(("attempt", "after_s"), [(1, CONFLICT_S), (2, 15.0), (100, 15.0)])
def test_a_lost_race_for_the_database_is_run_again_at_once_and_never_ends_a_row(
    attempt: int, after_s: float
) -> None:
    lost = verdict(StoreConflict("SQLite code 2067"), attempt)
    assert lost == TryAgain(after_s, counts=False)


@pytest.mark.parametrize(("attempt", "after_s"), [(1, 15.0), (3, 300.0), (7, 3600.0), (99, 3600.0)])
def test_a_database_that_is_away_never_ends_a_row(attempt: int, after_s: float) -> None:
    away = verdict(StoreUnavailable("SQLSTATE 57P01"), attempt)
    assert away == TryAgain(after_s, counts=False)


def test_a_rate_limit_never_ends_a_row() -> None:
    assert verdict(RateLimited("slack", 30.0), 50) == TryAgain(BACKOFF_S[-1], counts=False)
    assert verdict(RateLimited("slack", 7200.0), 50) == TryAgain(7200.0, counts=False)


def test_an_unusable_reply_is_asked_for_a_few_times() -> None:
    verdicts = [verdict(GradingError("x"), n) for n in range(1, MAX_GRADINGS + 1)]
    assert verdicts == [TryAgain(BACKOFF_S[0])] * (MAX_GRADINGS - 1) + [GiveUp()]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (GradingRefused("x"), GiveUp()),
        (CredentialsRejected("hubspot", "x"), Park()),
        (SetupRejected("openai", "x"), Park()),
        (NotFoundAtVendor("zoom", "x"), GiveUp()),
        (UnexpectedPayload("zoom", "x"), GiveUp()),
    ],
)
def test_what_will_fail_again_is_not_tried_again(error: ReploopError, expected: Verdict) -> None:
    assert verdict(error, 1) == expected
