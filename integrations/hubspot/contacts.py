"""Finding contacts by e-mail address: the primary ones in batches, the others by search."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.hubspot.client import Batch, Body, HubspotClient
from integrations.hubspot.errors import SLUG
from integrations.hubspot.values import properties_of

BATCH = 100
MOST_GROUPS = 5
"""Filter groups of one search, each of which is one address."""
MOST_SEARCHES = 4
"""For one question: an account may search five times a second, for all its apps together."""
PROPERTIES = ("email", "hs_additional_emails")
ADDRESS = re.compile(r"[^\s;,*\"'()<>{}\\]+@[^\s;,*\"'()<>{}\\@]+")
"""Addresses that are worth a search: whatever else stands in a mail header matches nothing."""
MISSES = frozenset({"OBJECT_NOT_FOUND", "VALIDATION_ERROR"})
"""Item errors that mean "there is none": an unknown or impossible address, a gone record."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contacts:
    """The contacts of one account."""

    client: HubspotClient
    other_emails: bool = True

    def by_email(
        self, emails: Sequence[str], *, others: bool = True
    ) -> Mapping[str, frozenset[str]]:
        """Contact id to the addresses that were asked for and are the contact's.

        Addresses that are nobody's primary one are looked for among the additional ones,
        20 at most. Search is a little behind: an address that was added in the last
        minutes may be missed. Without ``others`` there is no search.
        """
        wanted = frozenset(email.strip().lower() for email in emails if "@" in email)
        found: dict[str, frozenset[str]] = {}
        for part in cut(sorted(wanted), BATCH):
            batch = self.client.read("contacts", part, PROPERTIES, by="email")
            found |= _addresses(complete(batch), wanted)
        if self.other_emails and others:
            missed = wanted - frozenset().union(*found.values())
            found |= self._others([m for m in sorted(missed) if ADDRESS.fullmatch(m)])
        return found

    def _others(self, emails: Sequence[str]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for part in cut(emails[: MOST_GROUPS * MOST_SEARCHES], MOST_GROUPS):
            any_of = [
                [{
                    "propertyName": "hs_additional_emails",
                    "operator": "CONTAINS_TOKEN",
                    "value": email,
                }]
                for email in part
            ]  # fmt: skip
            page = self.client.search("contacts", any_of, PROPERTIES, "hs_object_id")
            # an address is several words to the search: others match too, and are left out here
            found |= _addresses(records(page), frozenset(part))
        return found


def cut(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most ``size`` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def complete(batch: Batch) -> tuple[Body, ...]:
    """The results, if nothing but misses is missing from them.

    Raises ``VendorUnavailable`` when HubSpot failed on some of the items: half an answer
    must not become "no deal".
    """
    failed = {str(e.get("category")) for e in batch.errors} - MISSES
    if failed:
        raise VendorUnavailable(SLUG, f"a batch is incomplete: {len(batch.errors)} failed")
    return batch.results


def records(page: Mapping[str, Any]) -> Sequence[Body]:
    """The records of a page. Raises ``UnexpectedPayload``."""
    results = page.get("results")
    if not isinstance(results, list) or not all(isinstance(r, dict) for r in results):
        raise UnexpectedPayload(SLUG, "a page without results")
    return results


def _addresses(found: Sequence[Body], wanted: frozenset[str]) -> dict[str, frozenset[str]]:
    by_contact = {}
    for record in found:
        properties = properties_of(record, "a contact")
        every = f"{properties.get('email') or ''};{properties.get('hs_additional_emails') or ''}"
        matching = wanted & {address.strip().lower() for address in every.split(";")}
        if matching:
            by_contact[str(record["id"])] = matching
    return by_contact
