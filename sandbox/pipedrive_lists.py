"""Lists of the Pipedrive API: which parameters they take, how they are cut into pages."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.pipedrive_account import Account
from sandbox.pipedrive_fields import Record, invalid

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
PAGING = frozenset({"limit", "cursor"})
SORTING = frozenset({"sort_by", "sort_direction"})
DEALS = PAGING | SORTING | {
    "ids", "filter_id", "owner_id", "person_id", "org_id", "pipeline_id", "stage_id", "status",
    "updated_since", "updated_until", "include_fields", "custom_fields",
    "include_option_labels", "include_labels",
}  # fmt: skip
ACTIVITIES = PAGING | SORTING | {
    "ids", "filter_id", "owner_id", "deal_id", "lead_id", "person_id", "org_id", "done",
    "updated_since", "updated_until", "include_fields",
}  # fmt: skip
SEARCH = PAGING | {"term", "fields", "exact_match", "organization_id", "include_fields"}
MOST, USUAL, MOST_IDS, MOST_FIELDS = 500, 100, 100, 15
Query = Mapping[str, str]


def expect(query: Query, allowed: frozenset[str]) -> None:
    """Refuse parameters that an endpoint does not know, as version 2 does."""
    for name in query:
        if name not in allowed:
            raise invalid(f"{name}: Parameter '{name}' is not allowed for this request")


def paged(rows: list[Record], query: Query) -> Record:
    """One page; the cursor is opaque to the asker."""
    limit = int(query.get("limit", USUAL))
    if not 1 <= limit <= MOST:
        raise invalid("limit must be between 1 and 500")
    start = int(urlsafe_b64decode(query["cursor"]).decode()) if query.get("cursor") else 0
    following = start + limit if start + limit < len(rows) else None
    cursor = urlsafe_b64encode(str(following).encode()).decode() if following else None
    return {
        "success": True,
        "data": rows[start : start + limit],
        "additional_data": {"next_cursor": cursor},
    }


def deals(account: Account, query: Query, *, archived: bool) -> list[Record]:
    """Deals that a list shows, in its order."""
    expect(query, DEALS)
    status, since = query.get("status"), query.get("updated_since")
    if since is not None and not MOMENT.fullmatch(since):
        raise invalid("updated_since: not a valid datetime")
    found = [
        deal
        for deal in _asked(account, query)
        if deal["is_archived"] is archived
        and deal["is_deleted"] is (status == "deleted")
        and status in (None, deal["status"])
        and (since is None or deal["update_time"] >= since)
        and _is(deal, query, "org_id")
        and _is(deal, query, "owner_id")
    ]
    column = query.get("sort_by", "id")
    found.sort(key=lambda d: (d[column], d["id"]), reverse=query.get("sort_direction") == "desc")
    return found


def _asked(account: Account, query: Query) -> Iterable[Record]:
    keys: Iterable[int] = account.deals
    if "ids" in query:
        keys = listed_ids(query["ids"])
    elif "person_id" in query:  # the contact person alone: others who take part are not looked at
        keys = account.deals_of.get(int(query["person_id"]), ())
    return (account.deals[key] for key in keys if key in account.deals)


def listed_ids(text: str) -> list[int]:
    """Ids with commas between them, 100 at most."""
    parts = text.split(",")
    if len(parts) > MOST_IDS or not all(p.isdigit() for p in parts):
        raise invalid("ids: up to 100 numbers")
    return [int(part) for part in parts]


def _is(record: Record, query: Query, column: str) -> bool:
    return column not in query or record[column] == int(query[column])


def shown_deal(account: Account, deal: Record, query: Query) -> Record:
    """A deal as version 2 shows it: every custom field, or those asked for, empty ones as null."""
    codes = account.fields.custom()
    if query.get("custom_fields"):
        asked = query["custom_fields"].split(",")
        if len(asked) > MOST_FIELDS:
            raise invalid("custom_fields: a maximum of 15 keys is allowed")
        codes = [code for code in codes if code in asked]
    custom: dict[str, Any] = {code: deal["custom"].get(code) for code in codes}
    return {**{k: v for k, v in deal.items() if k != "custom"}, "custom_fields": custom}


def activities(account: Account, query: Query) -> list[Record]:
    """Activities that a list shows."""
    expect(query, ACTIVITIES)
    keys: Iterable[int] = account.activities
    if "ids" in query:
        keys = listed_ids(query["ids"])
    elif "deal_id" in query:
        keys = account.activities_of.get(int(query["deal_id"]), ())
    return [account.activities[key] for key in keys if key in account.activities]


def persons_found(account: Account, query: Query) -> list[Record]:
    """Hits of a search by address; not case sensitive."""
    expect(query, SEARCH)
    term = query.get("term", "").lower()
    if not term:
        raise invalid("term is required")
    exact = query.get("exact_match") == "true"
    return [
        {
            "result_score": 1.0,
            "item": {
                "id": person["id"], "type": "person", "name": person["name"], "phones": [],
                "emails": person["emails"], "custom_fields": [], "notes": [], "visible_to": 3,
                "organization": {
                    "id": person["org_id"], "name": account.organizations[person["org_id"]],
                },
            },
        }
        for person in account.persons.values()
        if any(term == e.lower() if exact else term in e.lower() for e in person["emails"])
    ]  # fmt: skip
