"""Finding opportunities by who takes part: the queries, and records into deals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import ConfigurationError, UnexpectedPayload
from integrations.salesforce.client import Record, SalesforceClient, soql
from integrations.salesforce.errors import SLUG
from integrations.salesforce.objects import FIELD_PATH
from integrations.salesforce.settings import SalesforceSettings
from integrations.salesforce.versions import moment

MAX_IN_CHARS = 3500
"""Of the values in one IN list: the query travels in a URL, encoded."""
DEAL_FIELDS = (
    "Id", "Name", "StageName", "Amount", "CloseDate", "IsClosed", "IsWon", "LastModifiedDate",
    "CreatedDate", "LastStageChangeDate", "Owner.Email",
)  # fmt: skip


class DealReader:
    """Which fields of an opportunity are read, and a record of them as a deal."""

    def __init__(self, client: SalesforceClient, settings: SalesforceSettings) -> None:
        self._client = client
        self._settings = settings
        more = ("CurrencyIsoCode",) if settings.multi_currency else ()
        lost = (settings.lost_reason_field,) if settings.lost_reason_field else ()
        if lost and not FIELD_PATH.fullmatch(settings.lost_reason_field):
            raise ConfigurationError(
                "REPLOOP_SALESFORCE_LOST_REASON_FIELD",
                "not the name of a field",
                "Give its API name, like Loss_Reason__c",
            )
        self.fields = tuple(dict.fromkeys((*DEAL_FIELDS, *more, *lost)))

    def deal(self, record: Record) -> Deal:
        """An opportunity record as a deal. Raises ``UnexpectedPayload``."""
        deal_id = text(record, "Id")
        base = self._client.token.instance_url
        amount = record.get("Amount")
        outcome = _outcome(record)
        closed = outcome is not Outcome.OPEN
        lost_reason = at_path(record, self._settings.lost_reason_field)
        return Deal(
            ref=DealRef(SLUG, deal_id),
            name=text(record, "Name"),
            stage=text(record, "StageName"),
            outcome=outcome,
            amount=None if amount is None else Money.read(amount, self.currency(record)),
            close_date=_date(record.get("CloseDate")),
            owner_email=_owner(record),
            modified_at=moment(record.get("LastModifiedDate")),
            url=f"{base}/lightning/r/Opportunity/{deal_id}/view",
            created_at=moment(record.get("CreatedDate")),
            closed_at=moment(record.get("LastStageChangeDate")) if closed else None,
            lost_reason=lost_reason if outcome is Outcome.LOST else None,
        )

    def currency(self, record: Record) -> str:
        """Of a record's amounts."""
        return str(record.get("CurrencyIsoCode") or self._settings.currency)


class DealFinder:
    """Reads opportunities, by id and by who takes part.

    Three ways lead from an e-mail address to one, best first: a contact's role on it, a
    lead that was converted into it, and the open opportunities of the contact's account.
    Only addresses without a result go on.
    """

    def __init__(self, client: SalesforceClient, reader: DealReader) -> None:
        self._client = client
        self._reader = reader

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        wanted = sorted({email.strip().lower() for email in emails if "@" in email})
        found: dict[str, Deal] = {}
        for way in (self._by_role, self._by_lead, self._by_account):
            reached = {email for deal in found.values() for email in deal.participant_emails}
            open_questions = [email for email in wanted if email not in reached]
            for email, record in way(open_questions):
                _add(found, self._reader.deal(record), email)
        return tuple(found[key] for key in sorted(found))

    def by_ids(self, ids: Iterable[str]) -> dict[str, Record]:
        """Opportunity records by id; deleted ones are left out."""
        names = ", ".join(self._reader.fields)
        query = f"SELECT {names} FROM Opportunity WHERE Id IN {{}}"  # noqa: S608 - our own names
        records = self._in_chunks(query, sorted(set(ids)))
        return {text(record, "Id"): record for record in records}

    def _by_role(self, emails: Sequence[str]) -> Iterator[tuple[str, Record]]:
        names = ", ".join(f"Opportunity.{name}" for name in self._reader.fields)
        query = (
            f"SELECT Contact.Email, {names} FROM OpportunityContactRole "  # noqa: S608
            "WHERE Contact.Email IN {}"
        )
        for record in self._in_chunks(query, emails):
            yield text(child(record, "Contact"), "Email").lower(), child(record, "Opportunity")

    def _by_lead(self, emails: Sequence[str]) -> Iterator[tuple[str, Record]]:
        query = (
            "SELECT Email, ConvertedOpportunityId FROM Lead "
            "WHERE IsConverted = true AND Email IN {}"
        )
        leads = [
            (text(record, "Email").lower(), str(record["ConvertedOpportunityId"]))
            for record in self._in_chunks(query, emails)
            if record.get("ConvertedOpportunityId")
        ]
        deals = self.by_ids(deal_id for _, deal_id in leads)
        for email, deal_id in leads:
            if deal_id in deals:
                yield email, deals[deal_id]

    def _by_account(self, emails: Sequence[str]) -> Iterator[tuple[str, Record]]:
        query = "SELECT Email, AccountId FROM Contact WHERE Email IN {}"
        contacts = [
            (text(record, "Email").lower(), str(record["AccountId"]))
            for record in self._in_chunks(query, emails)
            if record.get("AccountId")
        ]
        names = ", ".join(self._reader.fields)
        query = (
            f"SELECT AccountId, {names} FROM Opportunity "  # noqa: S608 - our own names
            "WHERE IsClosed = false AND AccountId IN {}"
        )
        of_account: dict[str, list[Record]] = {}
        for record in self._in_chunks(query, sorted({account for _, account in contacts})):
            of_account.setdefault(text(record, "AccountId"), []).append(record)
        for email, account in contacts:
            for record in of_account.get(account, ()):
                yield email, record

    def _in_chunks(self, query: str, values: Sequence[str]) -> Iterator[Record]:
        for chunk in chunks(values):
            yield from self._client.query(soql(query, list(chunk)))


def chunks(values: Sequence[str], limit: int = MAX_IN_CHARS) -> Iterator[Sequence[str]]:
    """Cut into runs of at most ``limit`` characters in all, with quotes, comma and escapes."""
    start, size = 0, 0
    for index, value in enumerate(values):
        cost = len(soql("{}", value)) + 1
        if index > start and size + cost > limit:
            yield values[start:index]
            start, size = index, 0
        size += cost
    if start < len(values):
        yield values[start:]


def _add(found: dict[str, Deal], deal: Deal, email: str) -> None:
    known = found.get(deal.ref.id, deal)
    emails = tuple(sorted({*known.participant_emails, email}))
    found[deal.ref.id] = replace(known, participant_emails=emails)


def text(record: Mapping[str, Any], name: str) -> str:
    """A text that must be there. Raises ``UnexpectedPayload`` naming it."""
    value = record.get(name)
    if not isinstance(value, str) or not value:
        raise UnexpectedPayload(SLUG, f"a record without {name}")
    return value


def child(record: Mapping[str, Any], name: str) -> Record:
    """A related record that must be there. Raises ``UnexpectedPayload`` naming it."""
    value = record.get(name)
    if not isinstance(value, dict):
        raise UnexpectedPayload(SLUG, f"a record without {name}")
    return value


def at_path(record: Mapping[str, Any], path: str) -> str | None:
    """The value at a dotted path as text; ``None`` where there is none."""
    found: object = record
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    if found is None or found == "" or isinstance(found, dict | list):
        return None
    return str(found).lower() if isinstance(found, bool) else str(found)


def _outcome(record: Mapping[str, Any]) -> Outcome:
    closed, won = record.get("IsClosed"), record.get("IsWon")
    if not isinstance(closed, bool) or not isinstance(won, bool):
        raise UnexpectedPayload(SLUG, "an opportunity without IsClosed or IsWon")
    if not closed:
        return Outcome.OPEN
    return Outcome.WON if won else Outcome.LOST


def _owner(record: Mapping[str, Any]) -> str | None:
    owner = record.get("Owner")
    email = owner.get("Email") if isinstance(owner, dict) else None
    return email.lower() if isinstance(email, str) else None


def _date(value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a date that is not YYYY-MM-DD") from error
