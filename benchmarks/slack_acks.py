"""How fast Slack is acknowledged at 50 events a second while no worker runs.

``python -m benchmarks slack_acks``: mentions, direct messages, commands, buttons and buttons
that open forms arrive at fixed moments, whether the last one was answered or not, as Slack
sends them. Slack's own answers (``views.open``) take two seconds here. Slack waits three.
"""

import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from benchmarks.figures import Effort, Section, Unsound
from benchmarks.processes import Program
from sandbox.running import RunningApp
from sandbox.slack_events import (
    FORM_TYPE,
    SlackRequest,
    app_mention,
    direct_message,
    signed_event,
    slash_command,
)
from store.database import SqlDatabase, upgrade

SECRET = "bench-signing-secret"
A_SECOND = 50
WANTED_S = 3.0
SLACK_TAKES_S = 2.0
LONG = 60.0
"""Seconds of load."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: what kind, how long until its whole answer was there, and its status."""

    kind: str
    seconds: float
    status: int


def measure(effort: Effort) -> Section:
    """Raises ``Unsound`` if an event was refused or not kept."""
    seconds = LONG * effort.scale
    with tempfile.TemporaryDirectory(prefix="reploop-bench-") as named:
        folder = Path(named)
        url = f"sqlite:///{folder / 'acks.db'}"
        upgrade(url)
        with RunningApp(_slow_slack()) as slack:
            settings = {
                "REPLOOP_DATA_DIR": str(folder),
                "REPLOOP_DATABASE_URL": url,
                "REPLOOP_REDIS_URL": "redis://127.0.0.1:1/0",  # nobody is rung either
                "REPLOOP_SLACK_SIGNING_SECRET": SECRET,
                "REPLOOP_SLACK_BOT_TOKEN": "xoxb-bench",
                "REPLOOP_SLACK_BASE_URL": f"{slack.url}/api/",
                "REPLOOP_LOG_LEVEL": "error",
            }
            web = Program("app.cli", "web", "--port", "0", folder=folder, settings=settings)
            with web as running:
                port = int(running.line().rpartition(" ")[2])
                found = asyncio.run(_load(port, int(seconds * A_SECOND)))
        _check(found, url)
    return _section(found, seconds)


def _slow_slack() -> Starlette:
    async def answer(_request: Request) -> JSONResponse:
        await asyncio.sleep(SLACK_TAKES_S)
        return JSONResponse({"ok": True, "view": {"id": "V1"}})

    return Starlette(routes=[Route("/api/{method}", answer, methods=["GET", "POST"])])


async def _load(port: int, count: int) -> list[Answered]:
    """Send each request at its moment; none waits for the one before."""
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
    requests = list(_requests(count))
    async with httpx.AsyncClient(timeout=30, limits=limits) as client:
        address = f"http://127.0.0.1:{port}/slack/events"
        await _warm_up(client, address)
        began = time.perf_counter()
        return list(
            await asyncio.gather(
                *(
                    _at(began + n / A_SECOND, client, address, kind, request)
                    for n, (kind, request) in enumerate(requests)
                )
            )
        )


async def _warm_up(client: httpx.AsyncClient, address: str) -> None:
    for n in range(20):
        event = app_mention(user="U1", text="hello", event_id=f"EvWarm{n}", ts=f"1.{n:06d}")
        request = signed_event(event, SECRET, datetime.now(UTC))
        await client.post(address, content=request.body, headers=dict(request.headers))


async def _at(
    moment: float, client: httpx.AsyncClient, address: str, kind: str, request: SlackRequest
) -> Answered:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))
    answer = await client.post(address, content=request.body, headers=dict(request.headers))
    return Answered(kind, time.perf_counter() - moment, answer.status_code)


def _requests(count: int) -> Iterator[tuple[str, SlackRequest]]:
    now = datetime.now(UTC)
    for n in range(count):
        ts = f"{int(now.timestamp())}.{n:06d}"
        match n % 5:
            case 0:
                event = app_mention(user="U1", text="how am I doing?", event_id=f"Ev{n}", ts=ts)
                yield "mention", signed_event(event, SECRET, now)
            case 1:
                said = direct_message(user="U1", text="how am I doing?", event_id=f"Ev{n}", ts=ts)
                yield "direct message", signed_event(said, SECRET, now)
            case 2:
                command = slash_command(user="U1", text="me", trigger_id=f"{n}.command")
                yield "command", signed_event(command, SECRET, now, FORM_TYPE)
            case 3:
                yield "button", _press("agenda.share", n, now)
            case _:
                yield "button that opens a form", _press("agenda.done:form", n, now)


def _press(action: str, n: int, now: datetime) -> SlackRequest:
    payload = {
        "type": "block_actions",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1"},
        "trigger_id": f"{n}.press",
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1.000100"},
        "actions": [{"action_id": action, "type": "button", "value": '{"week":"2026-W48"}'}],
    }
    body = urlencode({"payload": json.dumps(payload)}).encode()
    return signed_event(body, SECRET, now, FORM_TYPE)


def _check(found: Sequence[Answered], url: str) -> None:
    statuses = Counter(one.status for one in found)
    database = SqlDatabase(url, clock=lambda: 0.0)
    with database.read() as tx:
        kept = sum(tx.deliveries.count_by_state().values()) - 20
    database.dispose()
    if set(statuses) != {200} or kept != len(found):
        raise Unsound(f"{len(found)} events: answered {dict(statuses)}, {kept} kept")


def _section(found: Sequence[Answered], seconds: float) -> Section:
    kinds = sorted({one.kind for one in found})
    groups = {kind: [o.seconds for o in found if o.kind == kind] for kind in kinds}
    groups["all"] = [one.seconds for one in found]
    slowest = max(groups["all"])
    word = "reached" if slowest < WANTED_S else "MISSED"
    return Section(
        title=f"Slack acknowledgements: {A_SECOND} events a second, {seconds:.0f} s, no worker",
        columns=("kind", "events", "p50 ms", "p99 ms", "slowest ms"),
        rows=[_row(kind, times) for kind, times in groups.items()],
        notes=(f"slowest of {len(found):,}: {slowest:.3f} s, wanted under {WANTED_S:g} s: {word}",),
        data={kind: sorted(times) for kind, times in groups.items()},
    )


def _row(kind: str, times: Sequence[float]) -> tuple[str, ...]:
    ordered = sorted(times)
    at = [ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99, 1.0)]
    return (kind, f"{len(ordered):,}", *(f"{1000 * value:.1f}" for value in at))
