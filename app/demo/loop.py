"""The demo's people use their Slack: an agenda is shared, a 1:1 noted, homes are opened."""

import json
import time
from dataclasses import dataclass

import httpx

from app.demo.line import DemoStuck
from app.demo.stage import Stage
from domain.agendas import Agenda, RepAgenda, iso_week
from domain.people import Person, Role
from jobs.services import Services
from sandbox.slack_events import SlackRequest

PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Loop:
    """What the demo's people did in Slack."""

    acts: int
    """Requests that Slack sent for them."""
    rep: str
    """Whose part of the agenda was shared."""
    agreed: str


def use_slack(stage: Stage, services: Services, manager: Person) -> Loop:
    """The manager shares one rep's part and notes what the 1:1 agreed on; homes are opened.

    Raises ``DemoStuck`` if a form does not open.
    """
    agenda, part = _part(services, manager)
    hands, user = stage.world.slack.people, manager.slack_user_id or ""
    key = f"slack:agenda:{manager.id}:{agenda.week}"
    about = json.dumps({"week": agenda.week, "rep": part.rep_id}, separators=(",", ":"))
    acts = [
        _post(stage, hands.click(user, key, "agenda.share", value=about)),
        _post(stage, hands.click(user, key, "agenda.done:form", value=about)),
    ]
    _wait_for_form(stage, user)
    sent = hands.fill_and_submit(user, {"note": "On the next two calls."})
    acts.append(_post(stage, sent))
    hands.answered(user, 200, b"")
    people = [p for p in stage.company.people if p.slack_user_id and p.active]
    homes = [manager, *(p for p in people if p.id == part.rep_id or p.role is Role.REVOPS)]
    acts += [_post(stage, hands.open_home(p.slack_user_id or "")) for p in homes]
    return Loop(len(acts), part.rep_name, part.focus[0].behaviour_title)


def _part(services: Services, manager: Person) -> tuple[Agenda, RepAgenda]:
    """The first rep of the manager's agenda who has something to work on."""
    with services.database.read() as tx:
        agenda = tx.agendas.get(manager.id, iso_week(services.now().date()))
    for part in agenda.reps if agenda else ():
        if agenda is not None and part.focus and part.focus[0].behaviour:
            return agenda, part
    raise DemoStuck(f"{manager.name} has no agenda with anything to work on")


def _post(stage: Stage, request: SlackRequest) -> bytes:
    answer = httpx.post(
        f"{stage.url}/slack/events", content=request.body, headers=dict(request.headers), timeout=10
    )
    answer.raise_for_status()
    return answer.content


def _wait_for_form(stage: Stage, user: str) -> None:
    """The web process opens it empty, a job fills it."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        view = stage.world.slack.people.open_modal_of(user)
        if view is not None and view.get("submit"):
            return
        time.sleep(0.1)
    raise DemoStuck("the form about the 1:1 was not filled within a minute")
