"""The whole line in this process: what each step costs it, the vendors being elsewhere.

``python -m benchmarks.line FOLDER SCENE ...`` works off each scene on a fresh database and
prints one JSON object a scene. ``process_time`` counts this process alone, all threads,
user and system: the model, the vendors, Redis and PostgreSQL are other processes.
"""

import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from app.redis_server import EmbeddedRedis
from app.services import clock_now, migrate_database, open_services
from benchmarks.figures import Unsound
from benchmarks.vendors import Scene
from config.settings import load_settings
from domain.effects import Queue
from domain.webhooks import Accepted, Delivery, WebhookRequest
from jobs.provision import provision_all
from jobs.services import Services
from jobs.work import work_off
from sandbox.company_file import load_company
from sandbox.zoom import signed


def deliveries(bodies: Iterable[bytes], services: Services) -> list[Delivery]:
    """What the web process would keep of these webhooks."""
    found = []
    for body in bodies:
        now = services.now()
        request = WebhookRequest(signed(body, now), body)
        outcome = services.providers["zoom"].read_webhook(request, now=now)
        if isinstance(outcome, Accepted):
            found.append(Delivery("zoom", outcome.key, outcome.event, now, body))
    return found


def load_people(services: Services) -> None:
    """Make the sandbox company's people ours, and its CRM fields exist."""
    company = load_company(clock_now())
    with services.database.write() as tx:
        tx.people.put(company.people, company.teams)
    provision_all(services)


def work(services: Services) -> dict[str, dict[str, float]]:
    """Work every queue off until nothing is due; processor and wall seconds and rows of each."""
    spent = {queue.value: {"cpu_s": 0.0, "wall_s": 0.0, "rows": 0} for queue in Queue}
    while any(services.database.due().values()):
        for queue in Queue:
            cpu, wall = time.process_time(), time.perf_counter()
            rows = work_off(queue, services)
            one = spent[queue.value]
            one["cpu_s"] += time.process_time() - cpu
            one["wall_s"] += time.perf_counter() - wall
            one["rows"] += rows
    return spent


def one_pass(scene: Scene, folder: Path) -> dict[str, object]:
    """From kept deliveries to settled outbox rows. Raises ``Unsound`` if any row failed."""
    settings = load_settings()
    migrate_database(settings)
    services = open_services(settings)
    with EmbeddedRedis(folder):
        load_people(services)
        services.database.keep_deliveries(deliveries(scene.bodies, services))
        steps = work(services)
    with services.database.read() as tx:
        states = {
            "deliveries": dict(tx.deliveries.count_by_state()),
            "calls": dict(tx.calls.count_by_state()),
            "effects": dict(tx.outbox.count_by_state()),
        }
    scored = states["calls"].get("scored", 0)
    unfinished = [n for counts in states.values() for n in counts if _is_bad(n)]
    if unfinished or not scored:
        raise Unsound(f"not everything was worked off: {states}")
    grader = f"{services.grader.name} {services.grader.version}"
    return {"grader": grader, "scored": scored, "steps": steps, "states": states}


def _is_bad(state: str) -> bool:
    return state.rpartition(":")[2] in ("new", "dead", "ready", "pending", "parked")


def main() -> None:
    """One pass a scene; the first one also pays for what is made once a process."""
    folder, model = Path(sys.argv[1]), sys.argv[2] == "model"
    for number, file in enumerate(sys.argv[3:]):
        scene, own = Scene.read(Path(file)), folder / f"pass-{number}"
        os.environ.update(scene.settings, REPLOOP_DATA_DIR=str(own), REPLOOP_LOG_LEVEL="error")
        os.environ.update(scene.model_settings if model else {"REPLOOP_GRADER": "builtin"})
        print(json.dumps(one_pass(scene, own)), flush=True)


if __name__ == "__main__":
    main()
