"""What the Pipedrive sandbox answers, endpoint by endpoint."""

from collections.abc import Callable, Iterator
from typing import Any

from starlette.requests import Request

from sandbox import pipedrive_lists as lists
from sandbox.pipedrive_account import PIPELINE, Account
from sandbox.pipedrive_fields import PipedriveFault, Record, invalid

V1, V2 = "/v1", "/api/v2"
READ_DEALS = ("deals:read", "deals:full")
READ_FIELDS = (*READ_DEALS, "admin", "deal-fields:full")
READ_CALLS = ("activities:read", "activities:full")
CONTACTS = ("contacts:read", "contacts:full")
Work = Callable[[Request, Any], Record]
Endpoint = tuple[str, str, Work, tuple[str, ...]]
"""Method, path, what answers, and the scopes of which one is needed."""


class Answers:
    """Reads and changes one account under the identity that we use."""

    def __init__(self, account: Account, interrupt: Callable[[str], None]) -> None:
        self.account = account
        self.change_source = "api"
        """What the change log says of our writes."""
        self.writes: list[tuple[str, Record]] = []
        self._interrupt = interrupt

    def endpoints(self) -> Iterator[Endpoint]:
        """Everything that is served."""
        deal, activity = V2 + "/deals/{id}", V2 + "/activities/{id}"
        yield from (
            ("GET", V1 + "/users", self._users, ("users:read",)),
            ("GET", V1 + "/users/me", self._me, ("base",)),
            ("GET", V1 + "/deals/{id}/changelog", self._changelog, ("recents:read",)),
            ("GET", V1 + "/deals/{id}/participants", self._participants, READ_DEALS),
            ("GET", V2 + "/deals", self._deals, READ_DEALS),
            ("GET", V2 + "/deals/archived", self._archived, READ_DEALS),
            ("GET", deal, self._deal, READ_DEALS),
            ("PATCH", deal, self._update, ("deals:full",)),
            ("GET", V2 + "/persons", self._persons, CONTACTS),
            ("GET", V2 + "/persons/search", self._search, (*CONTACTS, "search:read")),
            ("GET", V2 + "/stages", self._stages, (*READ_DEALS, "admin")),
            ("GET", V2 + "/pipelines", self._pipelines, (*READ_DEALS, "admin")),
            ("GET", V2 + "/dealFields", self._fields, READ_FIELDS),
            ("POST", V2 + "/dealFields", self._define, ("admin", "deal-fields:full")),
            ("GET", V2 + "/activities", self._activities, READ_CALLS),
            ("POST", V2 + "/activities", self._add, ("activities:full",)),
            ("PATCH", activity, self._edit, ("activities:full",)),
            ("DELETE", activity, self._remove, ("activities:full",)),
        )

    # ── version 1 ────────────────────────────────────────────────────────────────────

    def _users(self, _request: Request, _body: Any) -> Record:
        me = self.account.me
        users = self.account.users.values()
        return _found([{**user, "is_you": user["id"] == me} for user in users])

    def _me(self, _request: Request, _body: Any) -> Record:
        return _found({**self.account.users[self.account.me], "is_you": True})

    def _changelog(self, request: Request, _body: Any) -> Record:
        key = int(request.path_params["id"])
        self.account.deal(key)
        return lists.paged(self.account.log.get(key, [])[::-1], request.query_params)

    def _participants(self, request: Request, _body: Any) -> Record:
        key = int(request.path_params["id"])
        self.account.deal(key)
        rows = [
            {"id": key + person, "person_id": {"value": person, "active_flag": True}}
            for person in self.account.participants[key]
        ]
        paging = {"start": 0, "limit": 100, "more_items_in_collection": False}
        return {**_found(rows or None), "additional_data": {"pagination": paging}}

    # ── version 2 ────────────────────────────────────────────────────────────────────

    def _deals(self, request: Request, _body: Any) -> Record:
        return self._page_of_deals(request, archived=False)

    def _archived(self, request: Request, _body: Any) -> Record:
        return self._page_of_deals(request, archived=True)

    def _page_of_deals(self, request: Request, *, archived: bool) -> Record:
        query = request.query_params
        page = lists.paged(lists.deals(self.account, query, archived=archived), query)
        page["data"] = [lists.shown_deal(self.account, deal, query) for deal in page["data"]]
        return page

    def _deal(self, request: Request, _body: Any) -> Record:
        deal = self.account.deals.get(int(request.path_params["id"]))
        if deal is None:
            raise PipedriveFault(404, "Deal not found", "ERR_NOT_FOUND")
        return _found(lists.shown_deal(self.account, deal, request.query_params))

    def _update(self, request: Request, body: Any) -> Record:
        key = int(request.path_params["id"])
        deal = self.account.deal(key)
        if key in self.account.frozen:
            raise PipedriveFault(403, "You do not have permissions to do this.")
        extra = set(body) - {"custom_fields"}
        if extra or not body:
            raise invalid(f"{sorted(extra)}: this sandbox changes custom fields alone")
        given = body["custom_fields"]
        stored = {code: self.account.fields.stored(code, v) for code, v in given.items()}
        self._interrupt(str(key))
        self.account.set_custom(key, stored, self.account.me, self.change_source)
        self.writes.append((str(key), stored))
        return _found(lists.shown_deal(self.account, deal, {}))

    def _persons(self, request: Request, _body: Any) -> Record:
        rows = [
            {**person, "emails": [{"value": e, "primary": True} for e in person["emails"]]}
            for person in self.account.persons.values()
        ]
        return lists.paged(rows, request.query_params)

    def _search(self, request: Request, _body: Any) -> Record:
        page = lists.paged(
            lists.persons_found(self.account, request.query_params), request.query_params
        )
        return {**page, "data": {"items": page["data"]}}

    def _stages(self, request: Request, _body: Any) -> Record:
        rows = [
            {
                "id": key, "order_nr": order, "name": name, "is_deleted": False,
                "pipeline_id": PIPELINE, "deal_probability": 100,
            }
            for order, (key, name) in enumerate(self.account.stages.items())
        ]  # fmt: skip
        return lists.paged(rows, request.query_params)

    def _pipelines(self, request: Request, _body: Any) -> Record:
        row = {"id": PIPELINE, "name": "Sales", "order_nr": 0, "is_deleted": False}
        return lists.paged([row], request.query_params)

    def _fields(self, request: Request, _body: Any) -> Record:
        return lists.paged(list(self.account.fields.known.values()), request.query_params)

    def _define(self, _request: Request, body: Any) -> Record:
        if not self.account.users[self.account.me]["access"][0]["admin"]:
            raise PipedriveFault(403, "You do not have permissions to do this.")
        return _found(self.account.fields.create(body))

    def _activities(self, request: Request, _body: Any) -> Record:
        query = request.query_params
        return lists.paged(lists.activities(self.account, query), query)

    def _add(self, _request: Request, body: Any) -> Record:
        return _found(self.account.add_activity(body))

    def _edit(self, request: Request, body: Any) -> Record:
        key = int(request.path_params["id"])
        self.account.activity(key)
        self._interrupt(str(key))
        return _found(self.account.change_activity(key, body))

    def _remove(self, request: Request, _body: Any) -> Record:
        key = int(request.path_params["id"])
        self.account.delete_activity(key)
        return _found({"id": key})


def _found(data: Any) -> Record:
    return {"success": True, "data": data}
