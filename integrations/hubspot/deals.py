"""Deals: found by who takes part, and read as deals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import UnexpectedPayload
from integrations.hubspot.client import Body, HubspotClient
from integrations.hubspot.contacts import BATCH, Contacts, complete, cut
from integrations.hubspot.directory import Directory, Stage
from integrations.hubspot.errors import SLUG
from integrations.hubspot.settings import HubspotSettings
from integrations.hubspot.values import after_of, day_of, moment_of, properties_of

DEALS = "deals"
MAX_ASSOCIATIONS = 1000
MAX_PAGES = 100
PROPERTIES = (
    "dealname", "dealstage", "pipeline", "amount", "deal_currency_code", "closedate",
    "createdate", "closed_lost_reason", "hubspot_owner_id", "hs_is_closed", "hs_is_closed_won",
    "hs_lastmodifieddate", "hs_merged_object_ids",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Deal records as deals."""

    directory: Directory
    settings: HubspotSettings

    def deal(self, record: Body, segments: Mapping[str, str] = {}) -> Deal:
        """A deal record as a deal. Raises ``UnexpectedPayload``."""
        properties = properties_of(record, "a deal")
        stage = self._stage(properties)
        outcome = _outcome(properties, stage)
        closes = properties.get("closedate")
        return Deal(
            ref=DealRef(SLUG, str(record["id"])),
            name=str(properties.get("dealname") or "Unnamed deal"),
            stage=stage.label,
            outcome=outcome,
            amount=self.money(properties.get("amount"), properties),
            close_date=day_of(closes),
            owner_email=self.directory.owner_email(properties.get("hubspot_owner_id")),
            modified_at=moment_of(properties.get("hs_lastmodifieddate")),
            url=self._url(str(record["id"])),
            pipeline=stage.pipeline,
            created_at=moment_of(properties.get("createdate")),
            # HubSpot moves the close date to the moment in which a deal is won or lost
            closed_at=None if outcome is Outcome.OPEN else moment_of(closes),
            segments={
                word: str(properties[n]) for word, n in segments.items() if properties.get(n)
            },
            lost_reason=str(properties.get("closed_lost_reason") or "") or None,
        )

    def money(self, amount: object, properties: Mapping[str, Any]) -> Money | None:
        """An amount of a deal with these properties."""
        currency = str(properties.get("deal_currency_code") or self.settings.currency)
        return None if amount in (None, "") else Money.read(amount, currency)

    def _stage(self, properties: Mapping[str, Any]) -> Stage:
        return self.directory.stage(
            str(properties.get("dealstage")), str(properties.get("pipeline"))
        )

    def _url(self, deal_id: str) -> str | None:
        portal = self.settings.portal_id
        base = self.settings.app_url.rstrip("/")
        return f"{base}/contacts/{portal}/record/0-3/{deal_id}" if portal else None


@dataclass(frozen=True, slots=True)
class DealFinder:
    """Contacts, their associations, the deals."""

    client: HubspotClient
    contacts: Contacts
    reader: Reader

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        emails_of = self.contacts.by_email(emails)
        through: dict[str, frozenset[str]] = {}
        for contact, deal_id in self._associations(sorted(emails_of)):
            through[deal_id] = through.get(deal_id, frozenset()) | emails_of[contact]
        deals = [self.reader.deal(record) for record in self._records(sorted(through))]
        return tuple(
            replace(deal, participant_emails=tuple(sorted(through.get(deal.ref.id, ()))))
            for deal in deals
        )

    def one(self, ref: DealRef) -> Deal:
        """One deal; of one that was merged away, HubSpot gives the one that stands."""
        return self.reader.deal(self.client.one(DEALS, ref.id, PROPERTIES))

    def _associations(self, contacts: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Pairs of (contact id, deal id), over all pages of contacts with many deals."""
        open_inputs: list[dict[str, str]] = [{"id": contact} for contact in contacts]
        for _ in range(MAX_PAGES):
            if not open_inputs:
                return
            part, open_inputs = open_inputs[:MAX_ASSOCIATIONS], open_inputs[MAX_ASSOCIATIONS:]
            for result in complete(self.client.deals_of_contacts(part)):
                contact, deals, after = _association(result)
                yield from ((contact, deal) for deal in deals)
                if after is not None:
                    open_inputs.append({"id": contact, "after": after})
        raise UnexpectedPayload(SLUG, f"associations: more than {MAX_PAGES} pages")

    def _records(self, ids: Sequence[str]) -> Iterator[Body]:
        for part in cut(ids, BATCH):
            yield from complete(self.client.read(DEALS, part, PROPERTIES))


def merged_ids(properties: Mapping[str, Any], own: str) -> Iterator[str]:
    """Ids of the deals that became this one."""
    for each in str(properties.get("hs_merged_object_ids") or "").split(";"):
        if each.strip() and each.strip() != own:
            yield each.strip()


def _association(result: Body) -> tuple[str, list[str], str | None]:
    source, targets = result.get("from"), result.get("to")
    if not isinstance(source, dict) or not isinstance(targets, list) or not source.get("id"):
        raise UnexpectedPayload(SLUG, "an association without from or to")
    deals = [str(t["toObjectId"]) for t in targets if isinstance(t, dict) and t.get("toObjectId")]
    return str(source["id"]), deals, after_of(result)


def _outcome(properties: Mapping[str, Any], stage: Stage) -> Outcome:
    """HubSpot's own calculated flags where they are there, else the stage's metadata."""
    closed, won = properties.get("hs_is_closed"), properties.get("hs_is_closed_won")
    if closed is None or won is None:
        return stage.outcome
    if str(closed).lower() != "true":
        return Outcome.OPEN
    return Outcome.WON if str(won).lower() == "true" else Outcome.LOST
