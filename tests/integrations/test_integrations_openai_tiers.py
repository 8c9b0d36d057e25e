"""The flex tier: asked first where it is wanted, and not for a while once it has no room."""

from dataclasses import dataclass

import httpx2
import openai
import pytest

from integrations.openai.tiers import REST_S, FlexTier, has_no_flex, is_out_of_room


@dataclass
class Time:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def refusal(status: int, body: dict[str, str]) -> openai.APIStatusError:
    request = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")
    response = httpx2.Response(status, request=request)
    return openai.APIStatusError(body.get("message", ""), response=response, body=body)


def test_who_does_not_want_it_never_asks_for_it() -> None:
    assert FlexTier(wanted=False).now() is None


def test_after_a_rest_it_is_asked_again() -> None:
    time = Time()
    tier = FlexTier(wanted=True, clock=time)
    assert tier.now() == "flex"
    tier.rest()
    time.now += REST_S - 1
    assert tier.now() is None
    time.now += 1
    assert tier.now() == "flex"


def test_a_server_without_it_is_not_asked_again() -> None:
    time = Time()
    tier = FlexTier(wanted=True, clock=time)
    tier.rest(for_good=True)
    time.now += 10 * REST_S
    assert tier.now() is None


@pytest.mark.parametrize(
    ("error", "unknown", "full"),
    [
        (refusal(400, {"param": "service_tier", "message": "Invalid"}), True, False),
        (refusal(400, {"message": "Unknown parameter: 'service_tier'."}), True, False),
        (refusal(400, {"param": "messages", "message": "too long"}), False, False),
        (refusal(429, {"code": "resource_unavailable"}), False, True),
        (refusal(429, {"code": "rate_limit_exceeded"}), False, False),
        (refusal(500, {"message": "service_tier"}), False, False),
    ],
)
def test_what_a_refusal_says_of_the_tier(
    error: openai.APIStatusError, unknown: bool, full: bool
) -> None:
    assert (has_no_flex(error), is_out_of_room(error)) == (unknown, full)
