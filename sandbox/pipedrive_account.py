"""The records of one Pipedrive account: users, persons, deals with a change log, activities."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal
from sandbox.pipedrive_fields import DealFields, PipedriveFault, Record

STAGES = ("Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started")
PIPELINE = 1
ACTIVITY_KEYS = frozenset({
    "subject", "type", "owner_id", "deal_id", "lead_id", "person_id", "org_id", "project_id",
    "due_date", "due_time", "duration", "busy", "done", "location", "participants", "attendees",
    "public_description", "priority", "note",
})  # fmt: skip
SCRIPT = re.compile(r"<script.*?</script>|\son\w+=\"[^\"]*\"", re.IGNORECASE | re.DOTALL)


class Account:
    """Everything by id. Numbers are never used twice, not even for different things."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._serial = 1000
        self.users: dict[int, Record] = {}
        self.organizations: dict[int, str] = {}
        self.persons: dict[int, Record] = {}
        self.deals: dict[int, Record] = {}
        self.participants: dict[int, list[int]] = {}
        """Deal to persons; its contact person is the first."""
        self.deals_of: dict[int, list[int]] = {}
        """Contact person to deals."""
        self.activities: dict[int, Record] = {}
        self.activities_of: dict[int, list[int]] = {}
        self.log: dict[int, list[Record]] = {}
        """Deal to changes, oldest first."""
        self.stages: dict[int, str] = {}
        self.fields = DealFields()
        self.frozen: set[int] = set()
        """Deals that our user may see and not change."""
        for name in STAGES:
            self.stages[self.new_id()] = name
        self.me = self.add_user("reploop@seller.example", "Reploop", admin=True)

    def new_id(self) -> int:
        """A new number."""
        self._serial += 1
        return self._serial

    def add_user(self, email: str, name: str, *, admin: bool = False) -> int:
        """A seat."""
        user = self.new_id()
        self.users[user] = {
            "id": user, "name": name, "email": email, "active_flag": True, "activated": True,
            "is_deleted": False, "default_currency": "USD", "role_id": 1, "is_you": False,
            "access": [{"app": "sales", "admin": admin, "permission_set_id": "p"}],
        }  # fmt: skip
        return user

    def load(self, company: CrmCompany) -> dict[str, int]:
        """Take over a company's records; deal key to deal id."""
        owners = {user.email: self.add_user(user.email, user.name) for user in company.users}
        places: dict[str, int] = {}
        persons: dict[str, int] = {}
        for contact in company.contacts:
            place = places.setdefault(contact.account, self.new_id())
            self.organizations[place] = contact.account
            persons[contact.email] = person = self.new_id()
            self.persons[person] = {
                "id": person, "name": contact.name, "emails": [contact.email], "org_id": place,
            }  # fmt: skip
        for deal in company.deals:
            place = places.setdefault(deal.account, self.new_id())
            self.organizations[place] = deal.account
        return {
            deal.key: self._deal(
                deal, owners[deal.owner_email], places[deal.account],
                [persons[email] for email in deal.contacts],
            )
            for deal in company.deals
        }  # fmt: skip

    def _deal(self, deal: CrmDeal, owner: int, place: int, persons: list[int]) -> int:
        key = self.new_id()
        moment = iso(deal.modified_at or self.now())
        self.deals[key] = {
            "id": key, "title": deal.name, "creator_user_id": owner, "owner_id": owner,
            "person_id": persons[0] if persons else None, "org_id": place,
            "pipeline_id": PIPELINE, "stage_id": self.stage_id(deal.stage),
            "value": 0 if deal.amount_minor is None else deal.amount_minor / 100,
            "currency": deal.currency, "add_time": moment, "update_time": moment,
            "stage_change_time": moment, "is_deleted": False, "is_archived": False,
            "status": deal.outcome, "probability": None, "lost_reason": None, "visible_to": 3,
            "close_time": None if deal.outcome == "open" else moment,
            "won_time": moment if deal.outcome == "won" else None,
            "lost_time": moment if deal.outcome == "lost" else None,
            "expected_close_date": deal.close_date.isoformat() if deal.close_date else None,
            "label_ids": [], "channel": None, "custom": {},
        }  # fmt: skip
        self.participants[key] = persons
        if persons:
            self.deals_of.setdefault(persons[0], []).append(key)
        return key

    def stage_id(self, name: str) -> int:
        """A stage by name; made where it is new."""
        for key, known in self.stages.items():
            if known == name:
                return key
        key = self.new_id()
        self.stages[key] = name
        return key

    def deal(self, key: int) -> Record:
        """A deal that was not deleted."""
        deal = self.deals.get(key)
        if deal is None or deal["is_deleted"]:
            raise PipedriveFault(404, "Deal not found", "ERR_NOT_FOUND")
        return deal

    def set_custom(self, key: int, values: Record, actor: int, source: str) -> None:
        """Set custom fields that were found right; the change log notes what differs."""
        deal = self.deal(key)
        for code, value in values.items():
            self._note(key, code, deal["custom"].get(code), value, (actor, source))
            deal["custom"][code] = value
        deal["update_time"] = iso(self.now())

    def set_native(self, key: int, name: str, value: Any, actor: int, source: str) -> None:
        """Set one of Pipedrive's own columns, as people do."""
        deal = self.deal(key)
        column = "owner_id" if name == "user_id" else name
        moment = iso(self.now())
        self._note(key, name, deal[column], value, (actor, source))
        deal[column] = value
        deal["update_time"] = moment
        if name == "status":
            deal["close_time"] = None if value == "open" else moment
            deal["won_time"] = moment if value == "won" else deal["won_time"]
            deal["lost_time"] = moment if value == "lost" else deal["lost_time"]

    def _note(self, key: int, code: str, old: Any, new: Any, by: tuple[int, str]) -> None:
        if old == new:
            return
        actor, source = by
        self.log.setdefault(key, []).append({
            "field_key": code, "old_value": text_of(old), "new_value": text_of(new),
            "actor_user_id": actor, "change_source": source, "change_source_user_agent": None,
            "time": self.now().astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
            "is_bulk_update_flag": False,
        })  # fmt: skip

    def delete_deal(self, key: int) -> None:
        """To the bin, where it is shown for 30 days."""
        deal = self.deal(key)
        deal |= {"is_deleted": True, "status": "deleted", "update_time": iso(self.now())}

    def merge(self, loser: int, winner: int) -> None:
        """What hangs on one deal goes to the other; nothing tells which it was."""
        self.deal(winner)["update_time"] = iso(self.now())
        for person in self.participants[loser]:
            if person not in self.participants[winner]:
                self.participants[winner].append(person)
        for activity in self.activities_of.pop(loser, []):
            self.activities[activity]["deal_id"] = winner
            self.activities_of.setdefault(winner, []).append(activity)
        self.delete_deal(loser)

    # ── activities ───────────────────────────────────────────────────────────────────

    def activity(self, key: int) -> Record:
        """An activity that was not deleted."""
        if key not in self.activities:
            raise PipedriveFault(404, "Activity not found", "ERR_NOT_FOUND")
        return self.activities[key]

    def add_activity(self, body: Record) -> Record:
        """A new activity."""
        self._check_activity(body)
        deal = body.get("deal_id")
        if deal is not None:
            self.deal(deal)
        key, moment = self.new_id(), iso(self.now())
        self.activities[key] = {
            "id": key, "subject": "Call", "type": "call", "owner_id": self.me,
            "creator_user_id": self.me, "is_deleted": False, "add_time": moment,
            "deal_id": None, "lead_id": None, "person_id": None, "org_id": None, "done": False,
            "participants": [], "note": None, "busy": False, **body,
            "update_time": moment,
        }  # fmt: skip
        self._sanitize(key)
        if deal is not None:
            self.activities_of.setdefault(deal, []).append(key)
        return self.activities[key]

    def change_activity(self, key: int, body: Record) -> Record:
        """Change an activity."""
        activity = self.activity(key)
        self._check_activity(body)
        activity |= {**body, "update_time": iso(self.now())}
        self._sanitize(key)
        return activity

    def delete_activity(self, key: int) -> None:
        """Delete an activity."""
        deal = self.activity(key)["deal_id"]
        if deal is not None:
            self.activities_of[deal].remove(key)
        del self.activities[key]

    def _check_activity(self, body: Record) -> None:
        unknown = set(body) - ACTIVITY_KEYS
        if unknown:
            raise PipedriveFault(
                400, f"Validation failed: {sorted(unknown)}", "ERR_SCHEMA_VALIDATION_FAILED"
            )
        if len(str(body.get("subject", ""))) > 255:
            raise PipedriveFault(400, "Validation failed: subject", "ERR_SCHEMA_VALIDATION_FAILED")
        present = {p["person_id"] for p in body.get("participants") or ()}
        if body.get("owner_id", self.me) not in self.users or not present <= set(self.persons):
            raise PipedriveFault(
                400, "Validation failed: no such id", "ERR_SCHEMA_VALIDATION_FAILED"
            )

    def _sanitize(self, key: int) -> None:
        note = self.activities[key]["note"]
        if note is not None:
            self.activities[key]["note"] = SCRIPT.sub("", note)


def text_of(value: Any) -> str | None:
    """A value as the change log writes it."""
    if value is None or isinstance(value, str):
        return value
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def iso(moment: datetime) -> str:
    """As version 2 writes moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
