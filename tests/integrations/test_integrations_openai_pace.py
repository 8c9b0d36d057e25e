"""A quota a minute, kept in one place by all threads; and when nobody may ask at all."""

import threading
from dataclasses import dataclass, field

import pytest

from domain.errors import CredentialsRejected, RateLimited, VendorUnavailable
from integrations.openai.pace import BURST_S, CLOSE_AFTER, Pace


@dataclass
class Time:
    """A clock that only sleeping moves."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def pace(time: Time, **limits: int) -> Pace:
    return Pace("openai", clock=lambda: time.now, sleep=time.sleep, **limits)


def test_without_limits_nobody_waits() -> None:
    time = Time()
    for _ in range(1000):
        pace(time).enter(10_000)
    assert time.slept == []


def test_after_a_burst_requests_follow_at_the_rate() -> None:
    time = Time()
    paced = pace(time, requests_per_minute=60)
    for _ in range(int(BURST_S) + 3):
        paced.enter(0)
    assert time.slept == [pytest.approx(1.0)] * 3


def test_tokens_are_what_counts_where_they_bind_first() -> None:
    time = Time()
    paced = pace(time, requests_per_minute=6000, tokens_per_minute=60_000)
    for _ in range(3):
        paced.enter(10_000)
    assert time.slept == [pytest.approx(10.0)] * 2


def test_a_request_larger_than_the_burst_waits_for_a_full_bucket_not_for_ever() -> None:
    time = Time()
    paced = pace(time, tokens_per_minute=6_000)
    paced.enter(1_200)
    assert time.slept == []  # 1,000 were there: it goes, and the next waits for its excess too
    paced.enter(100)
    assert time.slept == [pytest.approx(3.0)]


def test_a_long_wait_is_given_back_and_takes_nothing_from_the_bucket() -> None:
    time = Time()
    paced = pace(time, tokens_per_minute=6_000)
    paced.enter(2_000)
    for _ in range(5):
        with pytest.raises(RateLimited) as limited:
            paced.enter(1_000)
        assert limited.value.retry_after_s == pytest.approx(20.0)
    time.now += 20
    paced.enter(1_000)
    assert time.slept == []


def test_threads_together_are_no_faster_than_the_quota() -> None:
    time = Time()
    paced = pace(time, requests_per_minute=600)

    def ten() -> None:
        for _ in range(10):
            paced.enter(0)

    threads = [threading.Thread(target=ten) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(time.slept) >= (120 - 600 / 60 * BURST_S) / 10 - 0.1


def test_one_refusal_concerns_its_own_call() -> None:
    time = Time()
    paced = pace(time)
    for _ in range(20):
        paced.refused(RateLimited("openai", 30.0))
        paced.enter(0)
        paced.answered()
    assert time.slept == []


def test_refusals_in_a_row_close_for_all_until_the_time_the_server_named() -> None:
    time = Time()
    paced = pace(time)
    for _ in range(CLOSE_AFTER):
        paced.enter(0)
        paced.refused(RateLimited("openai", 30.0))
    time.now += 10
    with pytest.raises(RateLimited) as limited:
        paced.enter(0)
    assert limited.value.retry_after_s == pytest.approx(20.0)
    time.now += 20
    paced.enter(0)


def test_refused_credentials_are_not_tried_by_every_call_in_turn() -> None:
    time = Time()
    paced = pace(time)
    paced.refused(CredentialsRejected("openai", "status 401"))
    with pytest.raises(CredentialsRejected, match="status 401"):
        paced.enter(0)
    time.now += 60
    paced.enter(0)


def test_trouble_of_the_network_closes_nothing() -> None:
    time = Time()
    paced = pace(time)
    for _ in range(10):
        paced.refused(VendorUnavailable("openai", "status 503"))
    paced.enter(0)
    assert time.slept == []
