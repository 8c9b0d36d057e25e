"""The activity log of a board: what changed, when, and who did it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.errors import UnexpectedPayload
from integrations.monday.client import Body, MondayClient, objects
from integrations.monday.documents import ACTIVITY, LOGS
from integrations.monday.errors import SLUG
from integrations.untrusted_json import parse_json

PAGES = 10
"""Pages until monday's 10,000 entries for one question; then the next ask ends earlier."""
MAX_ROUNDS = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log."""

    id: str
    event: str
    at: datetime
    user_id: str
    data: Mapping[str, Any]

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items it tells of."""
        pulse = self.data.get("pulse")
        one = (self.data.get("pulse_id"), self.data.get("item_id"))
        nested = pulse.get("id") if isinstance(pulse, dict) else None
        many = self.data.get("pulse_ids")
        every = (*one, nested, *(many if isinstance(many, list) else ()))
        return tuple(dict.fromkeys(str(each) for each in every if each))

    @property
    def column(self) -> str:
        """Id of the column that changed; empty for other events."""
        return str(self.data.get("column_id") or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which entries are wanted; everything if nothing is said."""

    items: Sequence[str] = ()
    columns: Sequence[str] = ()
    since: datetime | None = None

    def variables(self, board: str) -> Body:
        """As the document takes them; what is left out is not filtered by."""
        asked: Body = {"boards": [board]}
        if self.items:
            asked["items"] = list(self.items)
        if self.columns:
            asked["columns"] = list(self.columns)
        if self.since is not None:
            asked["from"] = self.since.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return asked


def read_activity(client: MondayClient, board: str, question: Question) -> Iterator[Entry]:
    """Entries, newest first, each once, as far back as the account's plan keeps them."""
    seen: set[str] = set()
    asked = question.variables(board)
    for _ in range(MAX_ROUNDS):
        oldest: datetime | None = None
        for page in range(1, PAGES + 1):
            entries = _page(client, {**asked, "page": page})
            yield from (e for e in entries if e.id not in seen)
            seen.update(e.id for e in entries)
            if len(entries) < LOGS:
                return
            oldest = entries[-1].at
        if oldest is None or asked.get("to") == _iso(oldest):
            return
        asked["to"] = _iso(oldest)
    raise UnexpectedPayload(SLUG, "an activity log without an end")


def column_changes(client: MondayClient, board: str, question: Question) -> list[Entry]:
    """Changes of single cells, oldest first.

    A change of many items at once has an entry of its own without values
    (``batch_change_pulses_column_value``) and one of this kind for each item.
    """
    found = [e for e in read_activity(client, board, question) if e.event == "update_column_value"]
    found.reverse()  # first, so that entries of one moment stay in order
    found.sort(key=lambda entry: entry.at)
    return found


def moment_of(ticks: object) -> datetime:
    """``created_at``: seventeen digits, hundreds of nanoseconds since 1970."""
    text = str(ticks)
    if not (text.isascii() and text.isdigit() and 16 <= len(text) <= 18):
        raise UnexpectedPayload(SLUG, "an activity log entry without a moment")
    return _EPOCH + timedelta(microseconds=int(text) // 10)


def _page(client: MondayClient, asked: Mapping[str, Any]) -> list[Entry]:
    for board in objects(client.ask(ACTIVITY, asked).get("boards"), "boards"):
        logs = board.get("activity_logs")
        return [_entry(body) for body in objects(logs, "activity_logs")] if logs else []
    return []


def _entry(body: Mapping[str, Any]) -> Entry:
    try:
        data = parse_json(str(body.get("data") or "{}"))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "an activity log entry that is not JSON") from error
    return Entry(
        id=str(body.get("id")),
        event=str(body.get("event")),
        at=moment_of(body.get("created_at")),
        user_id=str(body.get("user_id")),
        data=data if isinstance(data, dict) else {},
    )


def _iso(at: datetime) -> str:
    """Rounded up to the second, so that nothing of that second is left out."""
    whole = at.replace(microsecond=0) + timedelta(seconds=1)
    return whole.isoformat().replace("+00:00", "Z")
