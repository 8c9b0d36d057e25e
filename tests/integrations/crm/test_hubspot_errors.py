"""How HubSpot's generated client is tamed, and what its errors mean for us."""

from collections.abc import Mapping

import pytest

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.errors import RowsRefused, error_of
from integrations.hubspot.settings import HubspotSettings
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit

slow = pytest.mark.slow
DANA = "dana@harrow.example"


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


# ── the client ───────────────────────────────────────────────────────────────────────


@slow
def test_all_parts_of_the_client_share_one_pool_and_are_built_once() -> None:
    client = HubspotClient(HubspotSettings(access_token="t", base_url="http://127.0.0.1:9"))
    deals = client._hubspot.crm.objects.batch_api
    assert client._hubspot.crm.objects.batch_api is deals
    owners = client._hubspot.crm.owners.owners_api
    pools = {api.api_client.rest_client.pool_manager for api in (deals, owners)}
    assert pools == {client._pool}


@slow
def test_a_server_that_never_answers_is_given_up_in_time(hubspot: Kit) -> None:
    hubspot.sandbox.fail(Fault("hang", delay_s=4.0))
    with pytest.raises(VendorUnavailable):
        hubspot.crm.find_deals([DANA])


@slow
def test_the_ten_second_limit_is_really_kept_by_the_sandbox(hubspot: Kit) -> None:
    portal(hubspot).per_window = 3
    with pytest.raises(RateLimited):
        hubspot.crm.find_deals([DANA])  # contacts, associations, deals, then the stages


@slow
def test_the_daily_limit_asks_for_an_hour(hubspot: Kit) -> None:
    portal(hubspot).per_day = 1
    with pytest.raises(RateLimited) as caught:
        hubspot.crm.people()
    assert caught.value.retry_after_s == 3600.0


# ── errors ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, {"category": "INVALID_AUTHENTICATION"}, CredentialsRejected),
        (403, {"category": "MISSING_SCOPES"}, CredentialsRejected),
        (404, {"category": "OBJECT_NOT_FOUND"}, NotFoundAtVendor),
        (409, {}, WriteRefused),
        (400, {"category": "VALIDATION_ERROR"}, WriteRefused),
        (400, "<html>", UnexpectedPayload),
        (423, {}, VendorUnavailable),
        (500, None, VendorUnavailable),
        (302, None, UnexpectedPayload),
    ],
)
def test_each_error_says_what_to_do_next(
    status: int, body: object, expected: type[IntegrationError]
) -> None:
    assert isinstance(error_of(status, body, {}), expected)


@pytest.mark.parametrize(
    ("body", "headers", "wait_s"),
    [
        ({"policyName": "TEN_SECONDLY_ROLLING"}, {}, 10.0),
        ({"policyName": "DAILY"}, {}, 3600.0),
        ({"policyName": "SECONDLY"}, {}, 1.0),
        ({}, {}, 10.0),
        ({"policyName": "DAILY"}, {"Retry-After": "7"}, 7.0),
        ({}, {"Retry-After": "soon"}, 10.0),
    ],
)
def test_a_limit_says_how_long(
    body: Mapping[str, object], headers: Mapping[str, str], wait_s: float
) -> None:
    error = error_of(429, body, headers)
    assert isinstance(error, RateLimited)
    assert error.retry_after_s == wait_s


def test_a_refusal_names_property_code_and_remedy_and_no_value() -> None:
    errors = [
        {
            "message": "my secret was not a valid number",
            "code": "INVALID_LONG",
            "context": {"propertyName": ["reploop_score"], "objectWriteTraceId": ["17"]},
        }
    ]
    body = {"category": "VALIDATION_ERROR", "message": "my secret", "errors": errors}
    error = error_of(400, body, {})
    assert error.detail.startswith("reploop_score: INVALID_LONG. ")
    assert "secret" not in error.detail
    assert isinstance(error, RowsRefused)
    assert error.rows == frozenset({"17"})
    assert error.codes == {"reploop_score": "INVALID_LONG"}


def test_a_refusal_that_only_its_message_explains_is_understood() -> None:
    message = (
        'Property values were not valid: [{"isValid":false,"message":"x",'
        '"error":"PROPERTY_DOESNT_EXIST","name":"reploop_score"}]'
    )
    body = {"category": "VALIDATION_ERROR", "message": message}
    detail = error_of(400, body, {}).detail
    assert detail.startswith("reploop_score: PROPERTY_DOESNT_EXIST. Run")
