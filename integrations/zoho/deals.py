"""Deals: found by who takes part, read by id, and listed by when they changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote

from domain.deals import Deal, DealPage, DealRef, Money
from domain.errors import NotFoundAtVendor, UnexpectedPayload
from integrations.zoho.client import PAGE, Body, Page, ZohoClient
from integrations.zoho.errors import SLUG, text_id
from integrations.zoho.people import People
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.stages import Stages
from integrations.zoho.values import day, is_plain, listed, moment, stamp

FIELDS = (
    "Deal_Name", "Stage", "Pipeline", "Amount", "Currency", "Closing_Date", "Owner",
    "Modified_Time", "Created_Time", "Reason_For_Loss__s",
)  # fmt: skip
"""A field that the organisation does not have (``Currency`` with only one) is left out."""
BY_NUMBER = 10
"""Pages that can be asked for by number; from then on by token."""


class Deals:
    """Reads deals."""

    def __init__(
        self, client: ZohoClient, settings: ZohoSettings, people: People, stages: Stages
    ) -> None:
        self._client = client
        self._settings = settings
        self._people = people
        self._stages = stages

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        through: dict[str, set[str]] = {}
        records: dict[str, Body] = {}
        for contact, email in self.contacts(emails):
            path = f"/Contacts/{quote(contact, safe='')}/Deals"
            for record in self._client.pages(path, "data", {"fields": ",".join(FIELDS)}):
                key = text_id(record.get("id"))
                records[key] = record
                through.setdefault(key, set()).add(email)
        return tuple(
            replace(self.deal(records[key]), participant_emails=tuple(sorted(through[key])))
            for key in sorted(records)
        )

    def contacts(self, emails: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Ids of contacts with the address that led to each."""
        wanted = sorted({e.strip().lower() for e in emails if "@" in e})
        for values in listed([email for email in wanted if is_plain(email)]):
            query = f"select id, Email from Contacts where Email in ({values})"  # noqa: S608 - plain texts alone
            yield from _addresses(self._client.coql(query), wanted)
        for email in wanted:
            if not is_plain(email):
                params = {"email": email, "fields": "Email"}
                found = self._client.pages("/Contacts/search", "data", params)
                yield from _addresses(found, [email])

    def read(self, deal_id: str) -> Deal:
        """One deal. Raises ``NotFoundAtVendor``."""
        params = {"ids": deal_id, "fields": ",".join(FIELDS)}
        found = self._client.page("/Deals", "data", params).rows if text_id(deal_id) else ()
        for record in found:
            return self.deal(record)
        raise NotFoundAtVendor(SLUG, "there is no such deal")

    def changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """A page of deals, then pages of deleted ones if only changes are asked for.

        A cursor is ``<list>:<page>:<token>``.
        """
        kind, number, token = ((cursor or "deals:1:") + "::").split(":")[:3]
        # Zoho lists what changed after a moment; what changed in that second is wanted too.
        headers = {"if-modified-since": stamp(since - timedelta(seconds=1))} if since else {}
        if kind == "gone":
            params = {"type": "all", "per_page": str(PAGE), "page": number}
            found = self._client.page("/Deals/deleted", "data", params, headers)
            gone = tuple(key for row in found.rows if (key := text_id(row.get("id"))))
            following = f"gone:{int(number) + 1}:" if found.more else None
            return DealPage((), gone=gone, next_cursor=following)
        names = dict.fromkeys([*FIELDS, *segments.values()])
        params = {"fields": ",".join(names), "per_page": str(PAGE), "sort_by": "id"}
        params |= {"page_token": token} if token else {"page": number}
        found = self._client.page("/Deals", "data", params, headers)
        following = _following(found, int(number))
        if following is None and since is not None:
            following = "gone:1:"
        deals = tuple(self.deal(record, segments) for record in found.rows)
        return DealPage(deals, next_cursor=following)

    def deal(self, record: Body, segments: Mapping[str, str] | None = None) -> Deal:
        """A record as a deal. Raises ``UnexpectedPayload``."""
        deal_id = text_id(record.get("id"))
        if not deal_id:
            raise UnexpectedPayload(SLUG, "a deal without an id")
        stage = str(record.get("Stage") or "")
        amount = record.get("Amount")
        currency = str(record.get("Currency") or self._settings.currency)
        return Deal(
            ref=DealRef(SLUG, deal_id),
            name=str(record.get("Deal_Name") or "Unnamed deal"),
            stage=stage,
            outcome=self._stages.outcome(stage),
            amount=None if amount is None else Money.read(amount, currency),
            close_date=day(record.get("Closing_Date")),
            owner_email=self._owner(record.get("Owner")),
            modified_at=moment(record.get("Modified_Time")),
            url=self._url(deal_id),
            pipeline=_shown(record.get("Pipeline")),
            created_at=moment(record.get("Created_Time")),
            segments={
                word: shown
                for word, name in (segments or {}).items()
                if (shown := _shown(record.get(name)))
            },
            lost_reason=_shown(record.get("Reason_For_Loss__s")) or None,
        )

    def _owner(self, owner: object) -> str | None:
        content = owner if isinstance(owner, dict) else {}
        email = content.get("email")
        if isinstance(email, str) and "@" in email:
            return email
        return self._people.email_of(text_id(content.get("id")))

    def _url(self, deal_id: str) -> str:
        org = f"/org{self._settings.org_id}" if self._settings.org_id else ""
        return f"{self._settings.app_url.rstrip('/')}/crm{org}/tab/Potentials/{deal_id}"


def _addresses(found: Iterable[Body], wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    for contact in found:
        key, email = text_id(contact.get("id")), str(contact.get("Email") or "").lower()
        if key and email in wanted:
            yield key, email


def _following(found: Page, number: int) -> str | None:
    if not found.more:
        return None
    token = found.info.get("next_page_token")
    if isinstance(token, str) and token and ":" not in token:
        return f"deals:{number + 1}:{token}"
    if number >= BY_NUMBER:
        raise UnexpectedPayload(SLUG, "no token for the pages that follow")
    return f"deals:{number + 1}:"


def _shown(value: object) -> str:
    """A picklist, lookup, list or text as people read it."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return "; ".join(filter(None, map(_shown, value)))
    return "" if value is None else str(value)
