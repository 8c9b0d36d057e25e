"""What an error of Salesforce means: try again, reconnect, mend, or leave it."""

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
from integrations.salesforce.errors import error_of


@pytest.mark.parametrize(
    ("status", "code", "message", "expected"),
    [
        (403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", RateLimited),
        (401, "INVALID_SESSION_ID", "Session expired or invalid", CredentialsRejected),
        (403, "API_DISABLED_FOR_ORG", "", CredentialsRejected),
        (400, "INVALID_FIELD", "No such column 'Reploop_Tier__c'", WriteRefused),
        (404, "ENTITY_IS_DELETED", "entity is deleted", NotFoundAtVendor),
        (404, "NOT_FOUND", "", NotFoundAtVendor),
        (400, "UNABLE_TO_LOCK_ROW", "", VendorUnavailable),
        (503, "SERVER_UNAVAILABLE", "", VendorUnavailable),
        (500, "UNKNOWN_EXCEPTION", "", VendorUnavailable),
        (403, "INSUFFICIENT_ACCESS_OR_READONLY", "", WriteRefused),
        (400, "STRING_TOO_LONG", "", WriteRefused),
        (400, "INVALID_TYPE", "", WriteRefused),
        (400, "INVALID_QUERY_LOCATOR", "invalid query locator", UnexpectedPayload),
    ],
)
def test_each_error_says_what_to_do_next(
    status: int, code: str, message: str, expected: type[IntegrationError]
) -> None:
    assert type(error_of(status, [{"errorCode": code, "message": message}])) is expected


@pytest.mark.parametrize("content", ["<html>", b"", None, {"x": 1}, [], ["x"]])
def test_a_body_that_is_no_error_array_is_still_an_error(content: object) -> None:
    assert isinstance(error_of(418, content), IntegrationError)


def test_an_error_names_the_field_and_the_remedy_and_no_value() -> None:
    content = [
        {"errorCode": "STRING_TOO_LONG", "message": "too large: my secret", "fields": ["A__c"]}
    ]
    detail = error_of(400, content).detail
    assert detail == "A__c: STRING_TOO_LONG. Make the field longer in Salesforce"


def test_too_many_at_once_waits_less_than_the_daily_limit() -> None:
    message = "ConcurrentPerOrgLongTxn Limit exceeded."
    error = error_of(403, [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": message}])
    assert isinstance(error, RateLimited)
    assert error.retry_after_s == 60.0
