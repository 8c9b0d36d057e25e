"""What holds of every CRM that tells of changes, and what is peculiar to one."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.crm_news import NewsOf
from domain.errors import UnexpectedPayload, WebhookRejected
from domain.webhooks import Accepted, Delivery, WebhookOutcome
from integrations.freshsales.webhooks import FreshsalesNews
from integrations.hubspot.webhooks import HubspotNews
from integrations.monday.webhooks import MondayNews
from integrations.pipedrive.webhooks import PipedriveNews
from sandbox.crm_hook_bodies import Sent
from tests.integrations.crm.news_subjects import (
    BASE,
    BOARD,
    NOW,
    SUBJECTS,
    Subject,
    accepted,
    as_request,
    forged,
    is_rejected,
    kept,
    odd_bodies,
    read,
    stale,
)


@pytest.fixture(params=sorted(SUBJECTS))
def subject(request: pytest.FixtureRequest) -> Subject:
    return SUBJECTS[request.param]()


# ── all of them ──────────────────────────────────────────────────────────────────────


def test_a_persons_edit_is_told_with_field_value_and_moment(subject: Subject) -> None:
    (news,) = subject.source.read_delivery(kept(subject, subject.sent()))
    assert (news.deal.crm, news.deal.id) == (subject.source.slug, "501")
    assert (news.what, news.field) == (NewsOf.CHANGED, subject.field)
    assert float(str(news.value)) == 62.0
    assert (news.at, news.told) == (NOW, True)
    assert news.ours is not True


def test_an_emptied_field_is_told_as_empty(subject: Subject) -> None:
    (news,) = subject.source.read_delivery(kept(subject, subject.sent(new=None)))
    assert (news.value, news.told) == (None, True)


def test_what_we_did_ourselves_is_never_told_as_a_persons(subject: Subject) -> None:
    (news,) = subject.source.read_delivery(kept(subject, subject.sent(ours=True)))
    assert news.ours is (True if subject.says_ours else None)


def test_a_deleted_deal_is_told_where_the_crm_tells_it(subject: Subject) -> None:
    if subject.can_say_deleted:
        (news,) = subject.source.read_delivery(kept(subject, subject.sent(what="delete")))
        assert news.what is NewsOf.DELETED


def test_a_repeat_has_the_key_of_the_first(subject: Subject) -> None:
    first, again = (subject.sender.requests([subject.change()], attempt)[0] for attempt in (0, 3))
    assert accepted(subject, first).key == accepted(subject, again).key


def test_another_edit_has_another_key(subject: Subject) -> None:
    later = subject.sent(new=63.0, number=2, at=NOW + timedelta(seconds=9))
    assert accepted(subject, subject.sent()).key != accepted(subject, later).key


@pytest.mark.parametrize("slug", sorted(SUBJECTS))
def test_no_forged_request_is_believed(slug: str) -> None:
    subject = SUBJECTS[slug]()
    rows = list(forged(subject))
    believed = [what for what, sent in rows if not is_rejected(subject, sent)]
    assert believed == []
    assert len(rows) >= 25


@pytest.mark.parametrize(("subject", "sent"), [row[1:] for row in stale()],
                         ids=[row[0] for row in stale()])  # fmt: skip
def test_a_proof_of_another_time_place_or_kind_is_none(subject: Subject, sent: Sent) -> None:
    assert is_rejected(subject, sent)


def test_an_odd_body_raises_nothing_but_what_is_agreed(subject: Subject) -> None:
    rows = list(odd_bodies(subject))
    assert len(rows) > 100
    for _, body in rows:
        _outcome(subject, subject.signed(body))


def test_what_was_accepted_can_be_read_later_too(subject: Subject) -> None:
    for _, body in odd_bodies(subject):
        sent = subject.signed(body)
        if isinstance(_outcome(subject, sent), Accepted):
            for news in subject.source.read_delivery(kept(subject, sent)):
                assert news.deal.id.isdigit()
                assert news.at.tzinfo is not None


@settings(max_examples=150, deadline=None)
@given(body=st.binary(max_size=400), slug=st.sampled_from(sorted(SUBJECTS)))
def test_no_bytes_raise_anything_else(body: bytes, slug: str) -> None:
    subject = SUBJECTS[slug]()
    _outcome(subject, subject.signed(body))
    _outcome(subject, ({"content-type": "application/json"}, body))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from([
            "meta", "data", "previous", "event", "subscriptionType", "objectId", "deal_id", "value",
            "field", "custom_fields", "action", "entity", "version", "type", "boardId", "pulseId",
        ]) | st.text(max_size=8), inner, max_size=6,
    ), max_leaves=20,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(value=JSON, slug=st.sampled_from(sorted(SUBJECTS)))
def test_no_json_raises_anything_else(value: object, slug: str) -> None:
    subject = SUBJECTS[slug]()
    body = json.dumps(value).encode()
    _outcome(subject, subject.signed(body))
    delivery = Delivery(subject.source.slug, "k", "e", NOW, body)
    with suppress(UnexpectedPayload):
        subject.source.read_delivery(delivery)


@settings(max_examples=100, deadline=None)
@given(
    header=st.text(st.characters(max_codepoint=255), max_size=80),
    slug=st.sampled_from(sorted(SUBJECTS)),
)
def test_no_header_raises_anything_else(header: str, slug: str) -> None:
    subject = SUBJECTS[slug]()
    headers, body = subject.sent()
    for name in headers:
        _outcome(subject, ({**headers, name: header}, body))


def test_without_a_secret_nothing_is_believed() -> None:
    url = f"{BASE}/webhooks/x"
    unset = (
        HubspotNews(["", ""], url), PipedriveNews("", ""), PipedriveNews("reploop", ""),
        FreshsalesNews(""), MondayNews("", url, BOARD),
    )  # fmt: skip
    for source in unset:
        for slug in SUBJECTS:
            with pytest.raises(WebhookRejected):
                source.read_webhook(as_request(SUBJECTS[slug]().sent()), now=NOW)


def _outcome(subject: Subject, sent: Sent) -> WebhookOutcome | None:
    try:
        return read(subject, sent)
    except (WebhookRejected, UnexpectedPayload):
        return None
