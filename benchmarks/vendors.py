"""The sandbox's vendors as a process, so that their work is not counted as ours.

``python -m benchmarks.vendors FILE CALLS`` publishes the demo company's calls (again and
again under new ids, until there are ``CALLS``; 0 means once each), writes what is needed to
use them to ``FILE``, says ``ready``, and serves until it is stopped.
"""

import base64
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app.demo.stage import meeting_of
from sandbox.company_file import Company, DemoCall, load_company
from sandbox.running import RunningApp
from sandbox.world import World

NEVER_QUIET = {
    "REPLOOP_QUIET_FROM": "0",
    "REPLOOP_QUIET_UNTIL": "0",
    "REPLOOP_QUIET_WEEKEND": "false",
    "REPLOOP_WEEKLY_CAP": "500",
    "REPLOOP_GRACE_HOURS": "0",
    "REPLOOP_CRM_WRITES_AT_ONCE": "true",
}
"""What is measured does not depend on the hour, and waits for nobody."""


@dataclass(frozen=True, slots=True)
class Scene:
    """How to reach the vendors, and the webhook bodies that they would send, oldest first."""

    settings: dict[str, str]
    model_settings: dict[str, str]
    bodies: list[bytes]

    @classmethod
    def read(cls, file: Path) -> "Scene":
        """What a vendors process wrote."""
        found = json.loads(file.read_text(encoding="utf-8"))
        bodies = [base64.b64decode(body) for body in found["bodies"]]
        return cls(found["settings"], found["model_settings"], bodies)

    def write(self, file: Path) -> None:
        """Write it for ``read``."""
        found = {
            "settings": self.settings,
            "model_settings": self.model_settings,
            "bodies": [base64.b64encode(body).decode() for body in self.bodies],
        }
        file.write_text(json.dumps(found), encoding="utf-8")


def enough(company: Company, count: int) -> Sequence[DemoCall]:
    """The company's calls, each as often as it takes to have ``count``; 0 means once each."""
    calls = company.calls
    return [
        replace(calls[n % len(calls)], id=f"{calls[n % len(calls)].id}-{n // len(calls)}")
        for n in range(count or len(calls))
    ]


def _bodies(world: World, calls: Sequence[DemoCall]) -> Iterator[bytes]:
    for call in calls:
        meeting = meeting_of(call)
        world.zoom.publish(meeting)
        for event in call.events:
            yield world.zoom.event(event, meeting)


def main() -> None:
    """Serve until SIGTERM."""
    file, count = Path(sys.argv[1]), int(sys.argv[2])
    world, company = World(), load_company(datetime.now(UTC))
    with RunningApp(world.app) as running:
        world.zoom.base_url = f"{running.url}/zoom"
        world.load(company)
        Scene(
            settings={**world.settings(running.url), **NEVER_QUIET},
            model_settings=dict(world.model_settings(running.url)),
            bodies=list(_bodies(world, enough(company, count))),
        ).write(file)
        print("ready", flush=True)
        signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    main()
