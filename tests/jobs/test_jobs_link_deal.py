"""Choosing the deal of a call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from domain.deals import Deal, DealRef, Outcome
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import Crm
from jobs.link_deal import DealLink, link_deal
from tests.jobs.fakes import House
from tests.jobs.still_crm import StillCrm

CALL_AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DANA, GREG = "dana@harrow.example", "greg@harrow.example"


@dataclass
class FixedCrm(StillCrm):
    """Knows these deals, or fails in one way."""

    slug: str
    deals: Sequence[Deal] = ()
    error: Exception | None = None
    asked: list[Sequence[str]] = field(default_factory=list)

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        self.asked.append(emails)
        if self.error is not None:
            raise self.error
        return self.deals

    def read_deal(self, ref: DealRef) -> Deal:
        return next(deal for deal in self.deals if deal.ref == ref)


def a_deal(
    deal_id: str,
    *,
    outcome: Outcome = Outcome.OPEN,
    emails: tuple[str, ...] = (DANA,),
    days: float | None = 1.0,
    crm: str = "salesforce",
) -> Deal:
    """A deal that was changed ``days`` before the call (negative: after it)."""
    return Deal(
        ref=DealRef(crm, deal_id), name=deal_id, stage="x", outcome=outcome,
        modified_at=None if days is None else CALL_AT - timedelta(days=days),
        participant_emails=emails,
    )  # fmt: skip


def linked(*deals: Deal) -> DealLink:
    crms: Mapping[str, Crm] = {"salesforce": FixedCrm("salesforce", deals)}
    return link_deal([DANA, GREG], crms, call_at=CALL_AT)


def test_the_only_deal_is_the_deal() -> None:
    link = linked(a_deal("a", emails=(DANA, GREG)))
    assert (link.deal, link.reason) == (
        DealRef("salesforce", "a"), "open deal of 2 participants",
    )  # fmt: skip


def test_an_open_deal_comes_before_a_closed_one_of_more_people() -> None:
    link = linked(a_deal("won", outcome=Outcome.WON, emails=(DANA, GREG)), a_deal("open"))
    assert (link.deal, link.reason) == (DealRef("salesforce", "open"), "open deal of 1 participant")


def test_more_matched_people_come_before_a_nearer_change() -> None:
    link = linked(a_deal("near", days=0.1), a_deal("two", emails=(DANA, GREG), days=30))
    assert link.deal == DealRef("salesforce", "two")


def test_of_equals_the_one_changed_nearest_to_the_call_is_taken_and_said_so() -> None:
    link = linked(a_deal("far", days=30), a_deal("near", days=-2), a_deal("undated", days=None))
    assert link.deal == DealRef("salesforce", "near")
    assert link.reason == (
        "open deal of 1 participant; of 3 that fit, the one changed nearest to the call"
    )


def test_at_equal_distance_the_later_change_is_taken_and_said_so() -> None:
    link = linked(a_deal("before", days=2), a_deal("after", days=-2))
    assert link.deal == DealRef("salesforce", "after")
    assert link.reason.endswith("the one changed last of 2 that fit equally well")


def test_a_closed_deal_is_better_than_none() -> None:
    link = linked(a_deal("lost", outcome=Outcome.LOST))
    assert (link.deal, link.reason) == (DealRef("salesforce", "lost"), "lost deal of 1 participant")


def test_every_crm_is_asked_and_all_that_was_found_is_handed_back() -> None:
    one, two = a_deal("a"), a_deal("b", emails=(DANA, GREG), crm="hubspot")
    crms = {"salesforce": FixedCrm("salesforce", [one]), "hubspot": FixedCrm("hubspot", [two])}
    link = link_deal([DANA, GREG], crms, call_at=CALL_AT)
    assert link.deal == two.ref
    assert link.found == (one, two)


def test_no_deal_names_where_was_looked_but_nobody() -> None:
    crms = {"salesforce": FixedCrm("salesforce"), "hubspot": FixedCrm("hubspot")}
    link = link_deal([DANA, GREG], crms, call_at=CALL_AT)
    assert link == DealLink(None, "no deal with any of 2 addresses in salesforce or hubspot")


def test_a_call_without_buyers_asks_nobody() -> None:
    crm = FixedCrm("salesforce", [a_deal("a")])
    link = link_deal(["", "  "], {"salesforce": crm}, call_at=CALL_AT)
    assert link == DealLink(None, "no e-mail address of a buyer on the call")
    assert crm.asked == []


def test_without_a_crm_the_reason_says_so() -> None:
    assert link_deal([DANA], {}, call_at=CALL_AT) == DealLink(None, "no CRM is connected")


def test_an_address_is_asked_for_once() -> None:
    crm = FixedCrm("salesforce")
    link_deal([DANA, DANA.upper()], {"salesforce": crm}, call_at=CALL_AT)
    assert crm.asked == [(DANA,)]


def test_a_transient_failure_rises() -> None:
    crm = FixedCrm("salesforce", error=VendorUnavailable("salesforce", "HTTP 503"))
    with pytest.raises(VendorUnavailable):
        link_deal([DANA], {"salesforce": crm}, call_at=CALL_AT)


def test_a_crm_that_rejects_us_is_left_out_and_named() -> None:
    broken = FixedCrm("hubspot", error=CredentialsRejected("hubspot", "reconnect"))
    crms = {"hubspot": broken, "salesforce": FixedCrm("salesforce", [a_deal("a")])}
    link = link_deal([DANA], crms, call_at=CALL_AT)
    assert link.deal == DealRef("salesforce", "a")
    assert link.reason == (
        "open deal of 1 participant; hubspot could not be asked (CredentialsRejected)"
    )


@pytest.mark.parametrize("failing_first", [True, False])
@pytest.mark.parametrize(
    "error",
    [
        RateLimited("hubspot", 10.0),
        VendorUnavailable("hubspot", "HTTP 503"),
        CredentialsRejected("hubspot", "reconnect"),
        NotFoundAtVendor("hubspot", "HTTP 404"),
        UnexpectedPayload("hubspot", "HTTP 418"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_deal_is_never_said_while_one_crm_did_not_answer(
    error: IntegrationError, failing_first: bool
) -> None:
    crms: list[Crm] = [FixedCrm("hubspot", error=error), FixedCrm("salesforce")]
    order = crms if failing_first else crms[::-1]
    with pytest.raises(type(error)) as raised:
        link_deal([DANA], {crm.slug: crm for crm in order}, call_at=CALL_AT)
    assert raised.value is error


def test_of_two_that_cannot_answer_the_one_to_reconnect_is_named() -> None:
    crms: Mapping[str, Crm] = {
        "hubspot": FixedCrm("hubspot", error=UnexpectedPayload("hubspot", "HTTP 418")),
        "salesforce": FixedCrm("salesforce", error=CredentialsRejected("salesforce", "401")),
    }
    with pytest.raises(CredentialsRejected):
        link_deal([DANA], crms, call_at=CALL_AT)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (RateLimited("hubspot", 10.0), EffectState.PENDING),
        (VendorUnavailable("hubspot", "HTTP 503"), EffectState.PENDING),
        (CredentialsRejected("hubspot", "reconnect"), EffectState.PARKED),
        (UnexpectedPayload("hubspot", "HTTP 418"), EffectState.DEAD),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_the_link_waits_for_the_crm_that_did_not_answer_and_finds_its_deal(
    house: House, error: IntegrationError, state: EffectState
) -> None:
    hubspot = FixedCrm("hubspot", [a_deal("h", crm="hubspot")], error=error)
    house.services = house.services_with(
        crms={"salesforce": FixedCrm("salesforce"), "hubspot": hubspot}
    )
    house.scored()
    house.work(Queue.SYNC)
    (record,) = house.effects(EffectKind.CRM_LINK)
    assert (record.state, house.call().deal, house.call().deal_reason) == (state, None, None)
    hubspot.error = None
    with house.database.write() as tx:
        assert tx.outbox.replay(record.id) == (state is not EffectState.PENDING)
    house.go_on(minutes=1)
    house.work(Queue.SYNC)
    assert house.call().deal == DealRef("hubspot", "h")


def test_every_crm_that_says_there_is_none_settles_the_link(house: House) -> None:
    house.services = house.services_with(
        crms={"salesforce": FixedCrm("salesforce"), "hubspot": FixedCrm("hubspot")}
    )
    house.scored()
    house.work(Queue.SYNC)
    (record,) = house.effects(EffectKind.CRM_LINK)
    assert (record.state, house.call().deal) == (EffectState.SENT, None)
    assert house.call().deal_reason == "no deal with the buyer's address in salesforce or hubspot"
