"""Deals of Freshsales as ours, and finding them by who takes part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import NotFoundAtVendor, UnexpectedPayload
from integrations.freshsales.client import Body, FreshsalesClient, bodies
from integrations.freshsales.errors import SLUG
from integrations.freshsales.lists import Lists
from integrations.freshsales.settings import FreshsalesSettings

OUTCOMES = {"closed won": Outcome.WON, "closed lost": Outcome.LOST}
"""A stage's forecast type in lower case; any other is open."""
NONE: Mapping[str, str] = {}


class DealReader:
    """Reads deals, each with its owner, stage, pipeline and reason by name."""

    def __init__(self, client: FreshsalesClient, settings: FreshsalesSettings) -> None:
        self._client = client
        self._lists = Lists(client)
        self._currency = settings.currency
        base = settings.base_url.rstrip("/").removesuffix("/api")
        self._app_url = (settings.app_url or base).rstrip("/")

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it.

        One request an address, a contact and a deal: a contact shows its deals without
        their owners, and Freshsales answers for one address at a time.
        """
        through: dict[str, set[str]] = {}
        for email in sorted({each.strip().lower() for each in emails if "@" in each}):
            for contact in self._client.contacts_with(email):
                if _has(contact, email):
                    for deal_id in self._deals_of(contact):
                        through.setdefault(deal_id, set()).add(email)
        found = []
        for deal_id in sorted(through):
            try:
                deal = self.one(deal_id)
            except NotFoundAtVendor:  # deleted meanwhile, or not for our user's eyes
                continue
            found.append(replace(deal, participant_emails=tuple(sorted(through[deal_id]))))
        return tuple(found)

    def one(self, deal_id: str) -> Deal:
        """One deal. Raises ``NotFoundAtVendor``."""
        answer = self._client.deal(deal_id, include=True)
        return self.deal(record_of(answer), answer)

    def deal(
        self, record: Body, beside: Mapping[str, Any], segments: Mapping[str, str] = NONE
    ) -> Deal:
        """A deal's record as a deal; ``beside`` is the answer that it came in."""
        deal_id = _id(record)
        if not record.get("deal_stage_id"):
            raise UnexpectedPayload(SLUG, "a deal without its stage")
        stage = self._lists.entry("deal_stages", record["deal_stage_id"], beside)
        outcome = OUTCOMES.get(str(stage.get("forecast_type")).lower(), Outcome.OPEN)
        owner = self._lists.entry("owners", record.get("owner_id"), beside)
        reason = self._lists.entry("deal_reasons", record.get("deal_reason_id"), beside)
        return Deal(
            ref=DealRef(SLUG, deal_id),
            name=str(record.get("name") or "Unnamed deal"),
            stage=str(stage.get("name") or record["deal_stage_id"]),
            outcome=outcome,
            amount=self._amount(record),
            close_date=_day(record.get("expected_close")),
            owner_email=str(owner["email"]).lower() if owner.get("email") else None,
            modified_at=moment(record.get("updated_at")),
            url=f"{self._app_url}/deals/{deal_id}",
            pipeline=self._pipeline(record, beside),
            created_at=moment(record.get("created_at")),
            closed_at=None if outcome is Outcome.OPEN else moment(record.get("closed_date")),
            segments=_segments(record, segments),
            lost_reason=str(reason["name"]) if reason.get("name") else None,
        )

    def _amount(self, record: Body) -> Money | None:
        """In the account's base currency: a deal names its own by an id alone."""
        amount = record.get("base_currency_amount") or record.get("amount")
        return None if amount in (None, "") else Money.read(amount, self._currency)

    def _pipeline(self, record: Body, beside: Mapping[str, Any]) -> str:
        pipeline = self._lists.entry("deal_pipelines", record.get("deal_pipeline_id"), beside)
        return str(pipeline.get("name") or record.get("deal_pipeline_id") or "")

    def _deals_of(self, contact: Body) -> set[str]:
        """Deals stand within the contact or beside it, by what else was included."""
        answer = self._client.contact(str(contact.get("id")))
        holder = answer.get("contact")
        if not isinstance(holder, dict):
            raise UnexpectedPayload(SLUG, "an answer without its contact")
        for place in (holder, answer):
            if "deals" in place:
                return {_id(deal) for deal in bodies(place, "deals")}
        raise UnexpectedPayload(SLUG, "a contact without its deals")


def record_of(answer: Body) -> Body:
    """The deal of an answer. Raises ``UnexpectedPayload``."""
    record = answer.get("deal")
    if not isinstance(record, dict):
        raise UnexpectedPayload(SLUG, "an answer without its deal")
    return record


def moment(value: object) -> datetime | None:
    """ISO 8601 with an offset, as all moments come. Raises ``UnexpectedPayload``."""
    if value in (None, ""):
        return None
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _day(value: object) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a date that is not ISO 8601") from error


def _id(record: Mapping[str, Any]) -> str:
    if not record.get("id"):
        raise UnexpectedPayload(SLUG, "a deal without id")
    return str(record["id"])


def _has(contact: Body, email: str) -> bool:
    """Whether a contact has this address, as far as its record shows addresses."""
    listed = contact.get("emails")
    shown = [each.get("value") for each in listed if isinstance(each, dict)] if isinstance(
        listed, list
    ) else []  # fmt: skip
    known = {str(each).lower() for each in (contact.get("email"), *shown) if each}
    return not known or email in known


def _segments(record: Body, segments: Mapping[str, str]) -> dict[str, str]:
    custom = record.get("custom_field")
    every = {**record, **(custom if isinstance(custom, dict) else {})}
    found = {word: every.get(name) for word, name in segments.items()}
    return {word: str(value) for word, value in found.items() if value not in (None, "")}
