"""Finding deals by who takes part: contacts, their associations, the deals; and who owns them."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.hubspot.client import Batch, Body, HubspotClient
from integrations.hubspot.errors import SLUG
from integrations.hubspot.settings import HubspotSettings

BATCH = 100
MAX_ASSOCIATIONS = 1000
MAX_PAGES = 100
DEAL_PROPERTIES = (
    "dealname", "dealstage", "pipeline", "amount", "deal_currency_code", "closedate",
    "hubspot_owner_id", "hs_is_closed", "hs_is_closed_won", "hs_lastmodifieddate",
)  # fmt: skip
MISSES = frozenset({"OBJECT_NOT_FOUND", "VALIDATION_ERROR"})
"""Item errors that mean "there is none": an unknown or impossible address, a gone record."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of one pipeline."""

    label: str
    outcome: Outcome


class DealFinder:
    """Reads deals. Stages and owners are looked up once and again when an id is unknown."""

    def __init__(self, client: HubspotClient, settings: HubspotSettings) -> None:
        self._client = client
        self._settings = settings
        self._lock = threading.Lock()
        self._stages: Mapping[tuple[str, str], Stage] = {}
        self._owners: dict[str, str | None] = {}

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        wanted = sorted({email.strip().lower() for email in emails if "@" in email})
        emails_of = self._contacts(wanted)
        through: dict[str, set[str]] = {}
        for contact, deal_id in self._associations(sorted(emails_of)):
            through.setdefault(deal_id, set()).add(emails_of[contact])
        deals = []
        for record in self._records(sorted(through)):
            deal = self.deal(record)
            deals.append(replace(deal, participant_emails=tuple(sorted(through[deal.ref.id]))))
        return tuple(deals)

    def deal(self, record: Body) -> Deal:
        """A deal record as a deal. Raises ``UnexpectedPayload``."""
        deal_id, properties = str(record.get("id") or ""), record.get("properties")
        if not deal_id or not isinstance(properties, dict):
            raise UnexpectedPayload(SLUG, "a deal without id or properties")
        stage = self._stage(str(properties.get("pipeline")), str(properties.get("dealstage")))
        currency = properties.get("deal_currency_code") or self._settings.currency
        amount = properties.get("amount")
        return Deal(
            ref=DealRef(SLUG, deal_id),
            name=str(properties.get("dealname") or "Unnamed deal"),
            stage=stage.label,
            outcome=_outcome(properties, stage),
            amount=None if amount in (None, "") else Money.read(amount, str(currency)),
            close_date=_date(properties.get("closedate")),
            owner_email=self._owner(properties.get("hubspot_owner_id")),
            modified_at=_moment(properties.get("hs_lastmodifieddate")),
            url=self._url(deal_id),
        )

    def _url(self, deal_id: str) -> str | None:
        portal = self._settings.portal_id
        base = self._settings.app_url.rstrip("/")
        return f"{base}/contacts/{portal}/record/0-3/{deal_id}" if portal else None

    def _contacts(self, emails: Sequence[str]) -> dict[str, str]:
        """Contact id to the address that was asked for. Secondary addresses do not match."""
        found: dict[str, str] = {}
        for part in cut(emails, BATCH):
            for record in _complete(self._client.contacts_by_email(part)):
                properties = record.get("properties")
                email = properties.get("email") if isinstance(properties, dict) else None
                if not isinstance(email, str) or not record.get("id"):
                    raise UnexpectedPayload(SLUG, "a contact without id or email")
                found[str(record["id"])] = email.lower()
        return found

    def _associations(self, contacts: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Pairs of (contact id, deal id), over all pages of contacts with many deals."""
        open_inputs: list[dict[str, str]] = [{"id": contact} for contact in contacts]
        for _ in range(MAX_PAGES):
            if not open_inputs:
                return
            part, open_inputs = open_inputs[:MAX_ASSOCIATIONS], open_inputs[MAX_ASSOCIATIONS:]
            for result in _complete(self._client.deals_of_contacts(part)):
                contact, deals, after = _association(result)
                yield from ((contact, deal) for deal in deals)
                if after is not None:
                    open_inputs.append({"id": contact, "after": after})
        raise UnexpectedPayload(SLUG, f"associations: more than {MAX_PAGES} pages")

    def _records(self, ids: Sequence[str]) -> Iterator[Body]:
        for part in cut(ids, BATCH):
            yield from _complete(self._client.deals(part, DEAL_PROPERTIES))

    def _stage(self, pipeline: str, stage: str) -> Stage:
        known = self._stages.get((pipeline, stage))
        if known is None:
            self._stages = dict(_stages(self._client.pipelines()))
            known = self._stages.get((pipeline, stage), Stage(stage, Outcome.OPEN))
        return known

    def _owner(self, owner_id: object) -> str | None:
        if not owner_id:
            return None
        with self._lock:
            if str(owner_id) not in self._owners:
                self._owners.update(self._all_owners())
                # an archived owner is not listed: remember that, or every deal asks again
                self._owners.setdefault(str(owner_id), None)
            return self._owners[str(owner_id)]

    def _all_owners(self) -> Iterator[tuple[str, str | None]]:
        after: str | None = None
        for _ in range(MAX_PAGES):
            page = self._client.owners(after)
            for owner in page.get("results") or ():
                email = owner.get("email")
                yield str(owner.get("id")), email.lower() if isinstance(email, str) else None
            after = _after(page)
            if after is None:
                return


def cut(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most ``size`` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _complete(batch: Batch) -> tuple[Body, ...]:
    """The results, if nothing but misses is missing from them.

    Raises ``VendorUnavailable`` when HubSpot failed on some of the items: half an answer
    must not become "no deal".
    """
    failed = {str(e.get("category")) for e in batch.errors} - MISSES
    if failed:
        raise VendorUnavailable(SLUG, f"a batch is incomplete: {len(batch.errors)} failed")
    return batch.results


def _association(result: Body) -> tuple[str, list[str], str | None]:
    source, targets = result.get("from"), result.get("to")
    if not isinstance(source, dict) or not isinstance(targets, list) or not source.get("id"):
        raise UnexpectedPayload(SLUG, "an association without from or to")
    deals = [str(t["toObjectId"]) for t in targets if isinstance(t, dict) and t.get("toObjectId")]
    return str(source["id"]), deals, _after(result)


def _after(page: Mapping[str, Any]) -> str | None:
    paging = page.get("paging")
    following = paging.get("next") if isinstance(paging, dict) else None
    after = following.get("after") if isinstance(following, dict) else None
    return str(after) if after else None


def _stages(body: Body) -> Iterable[tuple[tuple[str, str], Stage]]:
    for pipeline in body.get("results") or ():
        for stage in pipeline.get("stages") or ():
            metadata = stage.get("metadata") or {}
            yield (
                (str(pipeline.get("id")), str(stage.get("id"))),
                Stage(str(stage.get("label") or stage.get("id")), _stage_outcome(metadata)),
            )


def _stage_outcome(metadata: Mapping[str, Any]) -> Outcome:
    """Stage metadata are strings: isClosed "true", probability "1.0" for won."""
    if str(metadata.get("isClosed")).lower() != "true":
        return Outcome.OPEN
    return Outcome.WON if str(metadata.get("probability")) in ("1", "1.0") else Outcome.LOST


def _outcome(properties: Mapping[str, Any], stage: Stage) -> Outcome:
    """HubSpot's own calculated flags where they are there, else the stage's metadata."""
    closed, won = properties.get("hs_is_closed"), properties.get("hs_is_closed_won")
    if closed is None or won is None:
        return stage.outcome
    if str(closed).lower() != "true":
        return Outcome.OPEN
    return Outcome.WON if str(won).lower() == "true" else Outcome.LOST


def _date(value: object) -> date | None:
    moment = _moment(value)
    return None if moment is None else moment.date()


def _moment(value: object) -> datetime | None:
    """Moments are ISO 8601 text, or milliseconds since 1970 as text in older answers."""
    if value in (None, ""):
        return None
    text = str(value)
    try:
        if text.isascii() and text.isdigit():
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError) as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
