"""Deals as Pipedrive shows them, as ours; and the names of stages and pipelines."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import UnexpectedPayload
from integrations.pipedrive.client import V2, Body, PipedriveClient
from integrations.pipedrive.errors import SLUG
from integrations.pipedrive.fields import Definition
from integrations.pipedrive.people import People

OUTCOMES = {"open": Outcome.OPEN, "won": Outcome.WON, "lost": Outcome.LOST}


class Names:
    """Names by id of one kind of thing; listed once, and again when an id is unknown."""

    def __init__(self, client: PipedriveClient, path: str) -> None:
        self._client = client
        self._path = path
        self._known: dict[str, str] = {}

    def of(self, identifier: object) -> str:
        """The name; the id itself for one that is not listed."""
        key = str(identifier)
        if key not in self._known:
            listed = self._client.every(self._path, {})
            self._known.update(
                (str(b.get("id")), str(b.get("name") or b.get("id"))) for b in listed
            )
            self._known.setdefault(key, key)
        return self._known[key]


class Deals:
    """Turns deals of the API into ours."""

    def __init__(self, client: PipedriveClient, people: People, currency: str) -> None:
        self._client = client
        self._people = people
        self._currency = currency
        self.stages = Names(client, f"{V2}/stages")
        self._pipelines = Names(client, f"{V2}/pipelines")

    def deal(self, record: Body, segments: Mapping[str, Definition] | None = None) -> Deal:
        """One deal. Raises ``UnexpectedPayload``."""
        identifier, status = record.get("id"), str(record.get("status"))
        if not identifier or status not in OUTCOMES:
            raise UnexpectedPayload(SLUG, "a deal without id or status")
        return Deal(
            ref=DealRef(SLUG, str(identifier)),
            name=str(record.get("title") or "Unnamed deal"),
            stage=self.stages.of(record.get("stage_id")),
            outcome=OUTCOMES[status],
            amount=self.money(record.get("value"), record.get("currency")),
            close_date=_date(record.get("expected_close_date")),
            owner_email=self._people.email_of(record.get("owner_id")),
            modified_at=moment(record.get("update_time")),
            url=f"{self._client.base_url}/deal/{identifier}",
            pipeline=self._pipelines.of(record.get("pipeline_id")),
            created_at=moment(record.get("add_time")),
            closed_at=_closed(record, OUTCOMES[status]),
            segments={
                word: text
                for word, known in (segments or {}).items()
                if (text := segment(record, known))
            },
            lost_reason=str(record["lost_reason"]) if record.get("lost_reason") else None,
        )

    def money(self, value: object, currency: object) -> Money | None:
        """An amount. Pipedrive shows 0 for a deal to which nobody gave a value."""
        if value in (None, "", 0, "0"):
            return None
        return Money.read(value, str(currency or self._currency))


def segment(record: Body, known: Definition) -> str:
    """A field's value as text: the label of a choice, several of them with commas."""
    values = record.get("custom_fields") if known.custom else record
    value = values.get(known.code) if isinstance(values, dict) else None
    if value is None:
        return ""
    return ", ".join(
        _label(each, known) for each in (value if isinstance(value, list) else [value])
    )


def _label(value: object, known: Definition) -> str:
    if isinstance(value, dict):
        value = value.get("label", value.get("value", value.get("id")))
    return known.options.get(str(value), str(value))


def _closed(record: Body, outcome: Outcome) -> datetime | None:
    if outcome is Outcome.OPEN:
        return None
    named = record.get("won_time") if outcome is Outcome.WON else record.get("lost_time")
    return moment(named or record.get("close_time"))


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a date that is not ISO 8601") from error


def moment(value: object) -> datetime | None:
    """RFC 3339 of version 2, or ``YYYY-MM-DD HH:MM:SS`` in UTC of version 1."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
