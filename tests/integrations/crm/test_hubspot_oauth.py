"""Public apps: access tokens end after half an hour, and are renewed once for all threads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from domain.crm import RecordKind, RecordWrite
from domain.errors import (
    CredentialsRejected,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.hubspot.settings import HubspotSettings
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.openapi import load
from tests.integrations.samples import specs

slow = pytest.mark.slow
RENEWED = "/oauth/v3/token"


@pytest.fixture
def public() -> Iterator[Kit]:
    with hubspot_kit(public_app=True) as made:
        yield made


def renewals(kit: Kit) -> int:
    return len([r for r in kit.sandbox.requests_to(RENEWED) if r.path.endswith("/token")])


@slow
def test_one_token_serves_many_requests(public: Kit) -> None:
    public.crm.people()
    public.crm.find_deals(["dana@harrow.example"])
    assert renewals(public) == 1


@slow
def test_a_token_is_renewed_two_minutes_before_it_ends(public: Kit) -> None:
    sandbox = public.sandbox
    assert isinstance(sandbox, HubspotSandbox)
    sandbox.access.life = timedelta(seconds=119)
    public.crm.people()  # two requests
    assert renewals(public) == 2
    assert {request.status for request in sandbox.requests} == {200}


@slow
def test_the_renewal_is_a_form_with_nothing_in_its_address(public: Kit) -> None:
    public.crm.people()
    (sent,) = public.sandbox.requests_to(RENEWED)
    assert (sent.method, sent.query) == ("POST", "")
    assert b"grant_type=refresh_token" in sent.body
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"


@slow
def test_the_older_token_endpoint_can_be_set() -> None:
    with hubspot_kit(public_app=True, oauth_path="/oauth/v1/token") as kit:
        kit.crm.people()
        assert len(kit.sandbox.requests_to("/oauth/v1/token")) == 1


@slow
def test_sign_in_and_introspection_fit_the_description(public: Kit) -> None:
    spec = load(specs() / "hubspot.openapi.json")
    public.crm.check()
    sent = public.sandbox.requests_to("/oauth/")
    assert [spec.problems(r, r.path.removeprefix("/hubspot")) for r in sent] == [[], []]


@slow
def test_a_token_that_ended_early_is_renewed_once_for_all_threads(public: Kit) -> None:
    public.crm.people()
    public.clock.tick(timedelta(minutes=31).total_seconds())
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: len(public.crm.people()), range(8)))
    assert found == [2] * 8
    assert renewals(public) == 2


@slow
def test_a_refresh_token_that_is_revoked_needs_a_person(public: Kit) -> None:
    public.crm.people()
    public.sandbox.revoke()
    with pytest.raises(CredentialsRejected, match="reconnect"):
        public.crm.people()


@slow
@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (429, RateLimited),
        (503, VendorUnavailable),
        (200, UnexpectedPayload),
        (400, CredentialsRejected),
    ],
)
def test_trouble_at_the_token_endpoint_is_told_apart(
    public: Kit, status: int, expected: type[Exception]
) -> None:
    public.sandbox.fail(Fault("answer", RENEWED, status=status, body={}))
    with pytest.raises(expected):
        public.crm.people()


@slow
def test_our_apps_number_is_asked_for_and_then_known(public: Kit) -> None:
    sandbox = public.sandbox
    assert isinstance(sandbox, HubspotSandbox)
    public.crm.provision(public.fields)
    deal = public.ids["rollout"]
    sandbox.edit_as_integration(deal, "reploop_medal", "theirs", "52447")
    public.clock.tick()
    row = RecordWrite(deal, {"reploop_medal": "gold"})
    public.crm.write(RecordKind.DEAL, [row], public.fields)
    for _ in range(2):
        found = public.crm.versions(RecordKind.DEAL, [deal], public.fields, NOW)
        assert [v.ours for v in found[deal]["reploop_medal"]] == [False, True]
    assert len(sandbox.requests_to("/introspect")) == 1


@slow
def test_the_token_of_a_private_app_is_never_renewed(hubspot: Kit) -> None:
    hubspot.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        hubspot.crm.people()
    assert len(hubspot.sandbox.requests) == 1


def test_no_secret_shows_in_the_settings_text() -> None:
    settings = HubspotSettings(
        access_token="pat-hush", client_secret="hush-2", refresh_token="hush-3"
    )
    assert "hush" not in repr(settings)
