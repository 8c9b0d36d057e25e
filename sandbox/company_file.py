"""The demo company, read from ``sandbox/company/``: people, buyers, deals and calls.

Transcripts are written without times; they are timed here at a speaking rate, so that links
lead to the right second. ``[pause 3]`` on a line of its own is three seconds of silence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from domain.people import Person, PersonId, Role, Team, TeamId
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal, CrmUser

FOLDER = Path(__file__).parent / "company"
SECONDS_A_WORD = 0.4
GAP_S = 0.6
PAUSE = re.compile(r"\[pause (\d+)\]")
DEFAULT_EVENTS = ("recording.completed", "recording.transcript_completed")


@dataclass(frozen=True, slots=True)
class Line:
    """One turn as it was spoken."""

    speaker: str
    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCall:
    """One call of the company."""

    id: str
    topic: str
    host_email: str
    started_at: datetime
    duration_s: float
    kind: str
    quality: str
    participants: tuple[tuple[str, str | None], ...]
    """(name, e-mail address or none)."""
    events: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Everything the demo starts with."""

    name: str
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    crms: Mapping[str, CrmCompany]
    calls: tuple[DemoCall, ...]
    """Oldest first."""


def load_company(now: datetime, folder: Path = FOLDER) -> Company:
    """The company as of ``now``: dates in its files count back from there."""
    raw = yaml.safe_load((folder / "company.yaml").read_text(encoding="utf-8"))
    people = tuple(_person(entry) for entry in raw["people"])
    teams = tuple(Team(TeamId(t["id"]), t["name"], PersonId(t["manager"])) for t in raw["teams"])
    emails = {p.id: p.email for p in people}
    listed = yaml.safe_load((folder / "calls.yaml").read_text(encoding="utf-8"))["calls"]
    calls = [_call(entry, emails, now, folder) for entry in listed]
    return Company(
        name=raw["company"]["name"],
        people=people,
        teams=teams,
        crms=_crms(raw, people, now.date()),
        calls=tuple(sorted(calls, key=lambda c: c.started_at)),
    )


def _person(entry: Mapping[str, Any]) -> Person:
    return Person(
        id=PersonId(entry["id"]),
        name=entry["name"],
        email=entry["email"],
        role=Role(entry["role"]),
        team_id=TeamId(entry["team"]) if entry.get("team") else None,
        time_zone=entry["time_zone"],
        slack_user_id=entry["slack_user_id"],
        aliases=tuple(entry.get("aliases", ())),
    )


def _crms(
    raw: Mapping[str, Any], people: tuple[Person, ...], today: date
) -> Mapping[str, CrmCompany]:
    accounts = {a["id"]: a for a in raw["accounts"]}
    contacts = tuple(
        CrmContact(c["email"], c["name"], a["name"])
        for a in accounts.values()
        for c in a["contacts"]
    )
    emails = {p.id: p.email for p in people}
    users = tuple(CrmUser(p.email, p.name) for p in people)
    return {
        slug: CrmCompany(
            users=users,
            contacts=contacts,
            deals=tuple(
                _deal(d, accounts, emails, today) for d in raw["deals"] if d["crm"] == slug
            ),
        )
        for slug in sorted({d["crm"] for d in raw["deals"]})
    }


def _deal(
    entry: Mapping[str, Any],
    accounts: Mapping[str, Any],
    emails: Mapping[PersonId, str],
    today: date,
) -> CrmDeal:
    closes = today + timedelta(days=entry["close_date_offset_days"])
    return CrmDeal(
        key=entry["id"],
        name=entry["name"],
        account=accounts[entry["account"]]["name"],
        owner_email=emails[PersonId(entry["owner"])],
        stage=entry["stage"],
        outcome=entry["outcome"],
        amount_minor=entry["amount"],
        currency=entry["currency"],
        close_date=closes,
        modified_at=datetime.combine(min(closes, today), time(), UTC),
        contacts=tuple(entry["contacts"]),
    )


def _call(
    entry: Mapping[str, Any], emails: Mapping[PersonId, str], now: datetime, folder: Path
) -> DemoCall:
    text = folder / "transcripts" / entry["file"] if entry.get("file") else None
    lines = tuple(timed(text.read_text(encoding="utf-8"))) if text else ()
    duration_s = lines[-1].end_s + 5.0 if lines else 60.0 * entry.get("minutes", 25)
    return DemoCall(
        id=entry["id"],
        topic=entry["topic"],
        host_email=emails[PersonId(entry["host"])],
        started_at=_start(entry, now, duration_s),
        duration_s=duration_s,
        kind=entry["type"],
        quality=entry.get("quality", ""),
        participants=tuple((p["name"], p.get("email")) for p in entry["participants"]),
        events=tuple(entry.get("events", DEFAULT_EVENTS)),
        lines=lines,
    )


def _start(entry: Mapping[str, Any], now: datetime, duration_s: float) -> datetime:
    """On a weekday, and over by now."""
    day = (now - timedelta(days=entry["days_ago"])).date()
    day -= timedelta(days=max(0, day.weekday() - 4))
    hours, _, minutes = entry["time"].partition(":")
    start = datetime.combine(day, time(int(hours), int(minutes)), UTC)
    return min(start, now - timedelta(seconds=duration_s + 600))


def timed(text: str) -> Iterator[Line]:
    """Lines of ``Speaker: words`` with times at a speaking rate."""
    at = 2.0
    for row in (line.strip() for line in text.splitlines()):
        if not row or row.startswith("#"):
            continue
        if pause := PAUSE.fullmatch(row):
            at += float(pause[1])
            continue
        speaker, said = _split(row)
        ends = at + SECONDS_A_WORD * max(1, len(said.split()))
        yield Line(speaker, said, round(at, 3), round(ends, 3))
        at = ends + GAP_S


def _split(row: str) -> tuple[str, str]:
    """The speaker is what stands before the first colon that a space follows."""
    speaker, colon, said = row.partition(": ")
    return (speaker, said) if colon else ("", row)
