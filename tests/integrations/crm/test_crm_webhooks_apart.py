"""What is peculiar to the webhooks of one CRM."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.crm_news import NewsOf
from domain.errors import UnexpectedPayload
from domain.webhooks import Accepted, Handshake, Ignored
from integrations.hubspot.webhooks import signature
from sandbox.crm_hook_bodies import Change, HubspotHooks, MondayHooks
from tests.integrations.crm.news_subjects import (
    BASE,
    NOW,
    SECRET,
    SUBJECTS,
    Subject,
    accepted,
    as_request,
    is_rejected,
    kept,
    read,
)

# ── HubSpot ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def hubspot() -> Subject:
    return SUBJECTS["hubspot"]()


def hooks(subject: Subject, secret: str = SECRET) -> HubspotHooks:
    assert isinstance(subject.sender, HubspotHooks)
    return replace(subject.sender, secret=secret)


@pytest.mark.parametrize(
    ("sent_at", "published"),
    [
        ("1693657560000", "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y="),
        ("1700000300000", "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="),
    ],
)
def test_signatures_are_those_that_hubspots_own_libraries_are_tested_with(
    sent_at: str, published: str
) -> None:
    body, url = b"{'example_field':'example_value'}", "https://www.example.com/webhook_uri"
    assert signature("yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy", url, body, sent_at) == published


def test_the_secret_before_still_proves_while_it_is_replaced(hubspot: Subject) -> None:
    body = hubspot.sent()[1]
    assert isinstance(read(hubspot, hooks(hubspot, "the-secret-before").signed(body)), Accepted)


def test_the_older_signature_alone_proves_nothing(hubspot: Subject) -> None:
    headers, body = hubspot.sent()
    older = {
        "x-hubspot-signature": headers["x-hubspot-signature-v3"],
        "x-hubspot-signature-version": "v1",
    }
    assert is_rejected(hubspot, (older, body))


def test_a_changed_body_proves_nothing(hubspot: Subject) -> None:
    headers, body = hubspot.sent()
    assert is_rejected(hubspot, (headers, body.replace(b"62", b"63")))
    assert is_rejected(hubspot, (headers, body + b" "))


@pytest.mark.parametrize("signed_as", ["kind=a%3Ab%2Fc", "kind=a:b/c"])
def test_an_address_with_a_query_is_signed_with_it_decoded_or_not(
    hubspot: Subject, signed_as: str
) -> None:
    url = f"{BASE}/webhooks/hubspot"
    sent = hooks(hubspot).signed(hubspot.sent()[1], uri=f"{url}?{signed_as}")
    assert isinstance(read(hubspot, sent, "kind=a%3Ab%2Fc"), Accepted)
    assert is_rejected(hubspot, sent)


def test_hubspots_retries_are_known_in_any_order_of_their_events(hubspot: Subject) -> None:
    one, two = hubspot.change(), hubspot.change(new=70.0, number=2)
    first = hubspot.sender.requests([one, two], 0)[0]
    again = hubspot.sender.requests([two, one], 4)[0]
    assert accepted(hubspot, first).key == accepted(hubspot, again).key


def test_a_hundred_events_are_read_and_more_are_set_apart(hubspot: Subject) -> None:
    many = [hubspot.change(number=n, record_id=str(900 + n)) for n in range(100)]
    sent = hubspot.sender.requests(many, 0)
    assert len(sent) == 1
    assert len(hubspot.source.read_delivery(kept(hubspot, sent[0]))) == 100
    events = json.loads(sent[0][1])
    with pytest.raises(UnexpectedPayload):
        read(hubspot, hubspot.signed(json.dumps([*events, events[0]]).encode()))


def test_events_of_other_objects_are_left_alone(hubspot: Subject) -> None:
    event = {"subscriptionType": "contact.privacyDeletion", "objectId": 1, "occurredAt": 0}
    assert read(hubspot, hubspot.signed(json.dumps([event]).encode())) == Ignored(
        "contact.privacyDeletion"
    )


def test_generic_subscriptions_tell_of_deals_by_their_type(hubspot: Subject) -> None:
    event = json.loads(hubspot.sent()[1])[0] | {"subscriptionType": "object.propertyChange"}
    others = hubspot.signed(json.dumps([event | {"objectTypeId": "0-1"}]).encode())
    assert isinstance(read(hubspot, others), Ignored)
    deals = hubspot.signed(json.dumps([event | {"objectTypeId": "0-3"}]).encode())
    assert hubspot.source.read_delivery(kept(hubspot, deals))[0].field == hubspot.field


def test_a_merge_can_end_in_a_third_deal(hubspot: Subject) -> None:
    event = json.loads(hubspot.sent(what="merge", into="502")[1])[0]
    told = hubspot.source.read_delivery(
        kept(hubspot, hubspot.signed(json.dumps([event | {"newObjectId": 503}]).encode()))
    )
    assert [(n.deal.id, n.what, n.merged_into) for n in told] == [
        ("501", NewsOf.MERGED, "503"), ("502", NewsOf.MERGED, "503"),
    ]  # fmt: skip


def test_a_property_whose_value_is_withheld_is_only_known_to_have_changed(
    hubspot: Subject,
) -> None:
    event = json.loads(hubspot.sent()[1])[0]
    del event["propertyValue"]
    sent = hubspot.signed(json.dumps([event]).encode())
    (news,) = hubspot.source.read_delivery(kept(hubspot, sent))
    assert (news.field, news.told) == (hubspot.field, False)


# ── Pipedrive ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def pipedrive() -> Subject:
    return SUBJECTS["pipedrive"]()


def test_a_merged_deal_is_told_with_the_one_that_stands(pipedrive: Subject) -> None:
    (news,) = pipedrive.source.read_delivery(
        kept(pipedrive, pipedrive.sent(what="merge", into="77"))
    )
    assert (news.what, news.merged_into) == (NewsOf.MERGED, "77")


def test_a_webhook_of_version_1_is_set_apart(pipedrive: Subject) -> None:
    old = b'{"v":1,"meta":{"action":"updated","object":"deal","id":5},"current":{},"previous":{}}'
    with pytest.raises(UnexpectedPayload, match="version 2"):
        read(pipedrive, pipedrive.signed(old))


def test_several_fields_changed_at_once_are_told_one_by_one(pipedrive: Subject) -> None:
    body = json.loads(pipedrive.sent()[1])
    other = "f" * 40
    body["data"]["custom_fields"] |= {other: {"type": "enum", "id": 3}}
    body["previous"] |= {"stage_id": 4}
    body["previous"]["custom_fields"][other] = None
    sent = pipedrive.signed(json.dumps(body).encode())
    told = pipedrive.source.read_delivery(kept(pipedrive, sent))
    assert [(n.field, n.told) for n in told] == [
        (None, True), (pipedrive.field, True), (other, False),
    ]  # fmt: skip


def test_other_records_than_deals_are_left_alone(pipedrive: Subject) -> None:
    body = json.loads(pipedrive.sent()[1])
    body["meta"]["entity"] = "person"
    assert read(pipedrive, pipedrive.signed(json.dumps(body).encode())) == Ignored("change.person")


# ── Freshsales ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def freshsales() -> Subject:
    return SUBJECTS["freshsales"]()


@pytest.mark.parametrize(
    "told",
    ["2026-11-25T07:00:00-05:00", "2026-11-25T12:00:00Z", "Wed, 25 Nov 2026 07:00:00 -0500",
     " 2026-11-25 12:00:00 ", "1795608000"],
)  # fmt: skip
def test_moments_are_read_as_an_account_may_write_them(freshsales: Subject, told: str) -> None:
    body = json.loads(freshsales.sent()[1]) | {"updated_at": told}
    sent = freshsales.signed(json.dumps(body).encode())
    assert freshsales.source.read_delivery(kept(freshsales, sent))[0].at == NOW


def test_where_no_moment_can_be_read_the_arrival_stands_in(freshsales: Subject) -> None:
    body = json.loads(freshsales.sent()[1]) | {"updated_at": "{{deal.updated_at}}"}
    sent = freshsales.signed(json.dumps(body).encode())
    delivery = replace(kept(freshsales, sent), received_at=NOW + timedelta(hours=1))
    assert freshsales.source.read_delivery(delivery)[0].at == NOW + timedelta(hours=1)
    later = freshsales.source.read_webhook(as_request(sent), now=NOW + timedelta(hours=2))
    assert isinstance(later, Accepted)
    assert later.key != delivery.key


def test_whoever_it_was_is_unknown_where_the_workflow_does_not_tell(freshsales: Subject) -> None:
    body = json.loads(freshsales.sent()[1])
    for gone in ({"updated_by": ""}, {"updated_by": None}, {"updated_by": 5}):
        sent = freshsales.signed(json.dumps(body | gone).encode())
        assert freshsales.source.read_delivery(kept(freshsales, sent))[0].ours is None


# ── monday.com ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def monday() -> Subject:
    return SUBJECTS["monday"]()


def test_a_challenge_is_repeated_unsigned_and_nothing_else_is(monday: Subject) -> None:
    asked = as_request(({}, b'{"challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7"}'))
    assert monday.source.read_webhook(asked, now=NOW) == Handshake(
        {"challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7"}
    )
    for body in (
        b'{"challenge":"<script>"}', b'{"challenge":"a b"}', b'{"challenge":""}',
        b'{"challenge":7}', b'{"challenge":"x","event":{}}', b'{"challenge":"\\u0000"}',
    ):  # fmt: skip
        assert is_rejected(monday, ({}, body))


def test_a_token_may_come_as_a_bearer(monday: Subject) -> None:
    headers, body = monday.sent()
    sent = {**headers, "authorization": f"Bearer {headers['authorization']}"}, body
    assert isinstance(read(monday, sent), Accepted)


def test_other_boards_and_subitems_are_left_alone(monday: Subject) -> None:
    event = json.loads(monday.sent()[1])["event"]
    for other in ({"boardId": 1}, {"parentItemId": "5"}):
        body = json.dumps({"event": event | other}).encode()
        assert isinstance(read(monday, monday.signed(body)), Ignored)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("numeric", {"value": 62, "unit": None}, (True, 62.0)),
        ("text", {"value": "words"}, (True, "words")),
        ("long-text", {"text": "words\nand more", "changed_at": "x"}, (True, "words\nand more")),
        ("long_text", {"text": ""}, (True, None)),
        ("date", {"date": "2026-12-01", "icon": None, "time": None}, (True, "2026-12-01")),
        ("link", {"url": "https://r.example/c", "text": "Call"}, (True, "https://r.example/c")),
        ("numeric", None, (True, None)),
        ("numeric", {}, (True, None)),
        ("color", {"label": {"text": "Won"}}, (False, None)),
        ("multiple-person", {"personsAndTeams": []}, (False, None)),
    ],
)
def test_values_of_columns_are_read_and_others_are_only_known_to_have_changed(
    monday: Subject, column: str, value: object, told: tuple[bool, object]
) -> None:
    event = json.loads(monday.sent()[1])["event"] | {"columnType": column, "value": value}
    sent = monday.signed(json.dumps({"event": event}).encode())
    (news,) = monday.source.read_delivery(kept(monday, sent))
    assert (news.told, news.value) == told
    assert news.label == "Last call score"


def test_the_tokens_own_words_are_not_read_before_it_is_proven(monday: Subject) -> None:
    assert isinstance(monday.sender, MondayHooks)
    forger = replace(monday.sender, secret="another")
    deep = forger.signed(b"{}", {"aud": [[[[]]]] * 50})
    assert is_rejected(monday, deep)


def test_senders_tell_what_happened_in_groups() -> None:
    change = Change(record_id="1", at=NOW, name="n", number=1)
    assert len(HubspotHooks(SECRET, BASE, lambda: NOW, group=2).requests([change] * 5, 0)) == 3
