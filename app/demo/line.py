"""The demo's acts: deliver webhooks, wait for the line to come to rest, ask a question."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

import httpx
from rich.progress import Progress

from app.demo.stage import SLACK_SECRET, Stage, meeting_of
from app.services import clock_now
from domain.effects import Queue
from domain.errors import ReploopError
from domain.people import Person
from jobs.plan_agendas import managers, plan_agenda
from jobs.refit import plan_fit
from jobs.services import Services
from sandbox.slack_events import direct_message, signed_event
from sandbox.zoom import signed

QUESTION = "Who needs help with next steps?"
REST_S = 300.0
TWICE_EVERY = 7
"""Every so many deliveries one is sent twice, as vendors do."""


class DemoStuck(ReploopError):
    """The line did not come to rest in time; says what was left."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was posted, and how the web process answered."""

    requests: int
    repeated: int
    statuses: Mapping[int, int]


def wait_for_web(stage: Stage) -> None:
    """Wait until the web process answers. Raises ``DemoStuck``."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{stage.url}/healthz", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise DemoStuck(f"the web process did not answer at {stage.url} within a minute")


def deliver_webhooks(stage: Stage, progress: Progress) -> Sent:
    """Post every signed event, oldest call first; some of them twice."""
    bodies = list(_bodies(stage))
    task = progress.add_task("Signed Zoom webhooks", total=len(bodies))
    statuses: dict[int, int] = {}
    repeated = 0
    with httpx.Client(timeout=10) as client:
        for number, body in enumerate(bodies):
            times = 2 if number % TWICE_EVERY == 0 else 1
            repeated += times - 1
            for _ in range(times):
                answer = client.post(
                    f"{stage.url}/webhooks/zoom", content=body, headers=signed(body, clock_now())
                )
                statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
            progress.advance(task)
    return Sent(len(bodies) + repeated, repeated, statuses)


def _bodies(stage: Stage) -> Iterator[bytes]:
    for call in stage.company.calls:
        meeting = meeting_of(call)
        for event in call.events:
            yield stage.world.zoom.event(event, meeting)


def rest(services: Services, progress: Progress) -> None:
    """Wait until rows say that nothing is left to do. Raises ``DemoStuck``."""
    task = progress.add_task("Scoring, CRM and Slack", total=None)
    deadline = time.monotonic() + REST_S
    while left := _left(services):
        with services.database.read() as tx:
            counts = tx.calls.count_by_state()
        total = sum(counts.values())
        done = total - counts.get("waiting", 0) - counts.get("ready", 0)
        progress.update(task, total=total or None, completed=done)
        if time.monotonic() > deadline:
            raise DemoStuck(f"after {REST_S:.0f} s this is still to do: {left}")
        time.sleep(0.2)
    progress.update(task, total=1, completed=1)


def _left(services: Services) -> dict[str, int]:
    with services.database.read() as tx:
        calls, effects = tx.calls.count_by_state(), tx.outbox.count_by_state()
        deliveries = tx.deliveries.count_by_state()
    left = {
        "deliveries": deliveries.get("new", 0),
        "calls waiting": calls.get("waiting", 0),
        "calls to score": calls.get("ready", 0),
        "effects": sum(n for state, n in effects.items() if state.endswith(":pending")),
    }
    return {what: n for what, n in left.items() if n}


def fit_figures(services: Services, progress: Progress) -> None:
    """Fit the company's figures now, as the clock would soon; every profile follows."""
    plan_fit(services)
    rest(services, progress)
    while plan_fit(services):
        pass


def send_agendas(services: Services) -> None:
    """Send each manager the agenda of this week now, whatever day it is."""
    with services.database.read() as tx:
        found = managers(tx.people.organisation())
    for manager in found:
        today = services.now().astimezone(ZoneInfo(manager.time_zone)).date()
        plan_agenda(manager, today - timedelta(days=today.weekday()), services)
    services.queue.ring(Queue.DELIVER)


def ask_in_slack(stage: Stage, manager: Person) -> str:
    """A manager asks in a direct message; returns the key under which the answer leaves."""
    assert manager.slack_user_id is not None  # noqa: S101 - the company's file gives one to all
    now = clock_now()
    ts = f"{now.timestamp():.6f}"
    event = direct_message(
        user=manager.slack_user_id,
        text=QUESTION,
        event_id=f"EvDemo{int(now.timestamp())}",
        ts=ts,
        team_id=stage.world.slack.team_id,
    )
    request = signed_event(event, SLACK_SECRET, now)
    httpx.post(
        f"{stage.url}/slack/events", content=request.body, headers=dict(request.headers), timeout=10
    ).raise_for_status()
    return f"slack:answer:{event['event']['channel']}:{ts}"
