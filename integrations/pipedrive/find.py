"""Finding deals by who takes part: persons by address, their deals, and deals of others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from domain.deals import Deal
from integrations.pipedrive.client import V1, V2, Body, PipedriveClient, part
from integrations.pipedrive.deals import Deals
from integrations.pipedrive.people import Buyer, People
from integrations.pipedrive.records import is_deleted


class DealFinder:
    """From addresses to persons, from persons to deals.

    Pipedrive lists a deal under its contact person. Others who take part are asked for deal
    by deal: for the open deals of their organization, and for a few at most.
    """

    def __init__(
        self, client: PipedriveClient, people: People, deals: Deals, participant_lookups: int
    ) -> None:
        self._client = client
        self._people = people
        self._deals = deals
        self._lookups = participant_lookups

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        wanted = sorted({email.strip().lower() for email in emails if "@" in email})
        buyers = {email: found for email in wanted if (found := self._people.search(email))}
        records: dict[str, Body] = {}
        through: dict[str, set[str]] = {}
        for email, persons in buyers.items():
            for person in persons:
                for record in self._listed({"person_id": person.id}):
                    records[str(record.get("id"))] = record
                    through.setdefault(str(record.get("id")), set()).add(email)
        self._participants(buyers, records, through)
        return tuple(
            replace(self._deals.deal(records[key]), participant_emails=tuple(sorted(through[key])))
            for key in sorted(through)
        )

    def _listed(self, params: Mapping[str, str]) -> Iterable[Body]:
        found = self._client.every(f"{V2}/deals", params)
        return (record for record in found if not is_deleted(record))

    def _participants(
        self,
        buyers: Mapping[str, Sequence[Buyer]],
        records: dict[str, Body],
        through: dict[str, set[str]],
    ) -> None:
        """People without a deal of their own may take part in one of somebody else's."""
        reached = {email for found in through.values() for email in found}
        alone = {email: persons for email, persons in buyers.items() if email not in reached}
        places = {p.organization for persons in alone.values() for p in persons if p.organization}
        if not alone or self._lookups < 1:
            return
        for place in sorted(places):
            for record in self._listed({"org_id": place, "status": "open"}):
                records.setdefault(str(record.get("id")), record)
        newest = sorted(records.values(), key=lambda r: str(r.get("update_time")), reverse=True)
        for record in newest[: self._lookups]:
            key = str(record.get("id"))
            present = self._present(key)
            for email, persons in alone.items():
                if any(person.id in present for person in persons):
                    through.setdefault(key, set()).add(email)

    def _present(self, deal_id: str) -> set[str]:
        listed = self._client.page(f"{V1}/deals/{part(deal_id)}/participants", {}).items
        people = (entry.get("person_id") for entry in listed)
        return {str(p.get("value")) if isinstance(p, dict) else str(p) for p in people}
