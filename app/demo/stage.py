"""What the demo plays on: a folder of its own, the sandbox, and the settings that point at it."""

import base64
import hashlib
import os
import shutil
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config.settings import Settings
from domain.errors import ConfigurationError
from sandbox.company_file import Company, DemoCall, load_company
from sandbox.world import World
from sandbox.zoom import Guest, SandboxMeeting, vtt_of

SLACK_SECRET = "sandbox-slack-signing-secret"  # noqa: S105 - of the sandbox, known to all


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where everything is while the demo runs."""

    root: Path
    """The data folder; ``demo-summary.json`` goes here."""
    folder: Path
    """The demo's own data folder below it, made anew each time."""
    company: Company
    world: World
    port: int
    by_hand: bool = False
    """Whether the CRMs are left alone, for a person to plan, push and roll back."""

    @property
    def url(self) -> str:
        """Address of the web process."""
        return f"http://127.0.0.1:{self.port}"


def prepare(
    settings: Settings, world: World, sandbox_url: str, now: datetime, *, by_hand: bool = False
) -> Stage:
    """Empty the demo's folder, load the sandbox, and set the environment of the processes."""
    folder = settings.data_dir / ("sandbox" if by_hand else "demo")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, mode=0o700)
    company = load_company(now)
    world.zoom.base_url = f"{sandbox_url}/zoom"
    world.load(company)
    for call in company.calls:
        world.zoom.publish(meeting_of(call))
    stage = Stage(
        root=settings.data_dir,
        folder=folder,
        company=company,
        world=world,
        port=_free_port(settings.port),
        by_hand=by_hand,
    )
    for name in [n for n in os.environ if n.startswith("REPLOOP_") and n not in KEPT]:
        del os.environ[name]
    os.environ.update(environment(stage, sandbox_url))
    return stage


KEPT = frozenset(
    {
        "REPLOOP_DATABASE_URL", "REPLOOP_REDIS_URL", "REPLOOP_GRADER", "REPLOOP_OPENAI_BASE_URL",
        "REPLOOP_OPENAI_API_KEY", "REPLOOP_OPENAI_MODEL", "REPLOOP_LOG_LEVEL", "REPLOOP_RUBRIC",
        "REPLOOP_CONFIG_DIR",
    }
)  # fmt: skip
"""What a person may choose for the demo; every vendor is the sandbox."""


def environment(stage: Stage, sandbox_url: str) -> Mapping[str, str]:
    """Settings that point every vendor at the sandbox."""
    found = {
        "REPLOOP_DATA_DIR": str(stage.folder),
        "REPLOOP_PORT": str(stage.port),
        "REPLOOP_LOG_LEVEL": os.environ.get("REPLOOP_LOG_LEVEL", "error"),
        "REPLOOP_SWEEP_S": "2",
        "REPLOOP_CRM_WRITES_AT_ONCE": "false" if stage.by_hand else "true",
        "REPLOOP_GRACE_HOURS": "0",  # nobody waits a day for the manager's part of the demo
        # It runs at any hour, and shows a month of messages in a minute.
        "REPLOOP_QUIET_FROM": "0",
        "REPLOOP_QUIET_UNTIL": "0",
        "REPLOOP_QUIET_WEEKEND": "false",
        "REPLOOP_WEEKLY_CAP": "500",
        "REPLOOP_SLACK_SIGNING_SECRET": SLACK_SECRET,
        **stage.world.settings(sandbox_url),
    }
    if os.environ.get("REPLOOP_GRADER") == "model" and "REPLOOP_OPENAI_API_KEY" not in os.environ:
        found |= stage.world.model_settings(sandbox_url)
    return found


def meeting_of(call: DemoCall) -> SandboxMeeting:
    """A call as Zoom holds it; without a transcript notice there is no transcript either."""
    digest = hashlib.sha256(call.id.encode())
    has_transcript = "recording.transcript_completed" in call.events
    cues = [(line.start_s, line.end_s, line.speaker, line.text) for line in call.lines]
    return SandboxMeeting(
        uuid=base64.b64encode(digest.digest()[:16]).decode(),
        number=int(digest.hexdigest()[:9], 16) % 10**11,
        topic=call.topic,
        host_email=call.host_email,
        started_at=call.started_at,
        minutes=max(1, round(call.duration_s / 60)),
        vtts=(vtt_of(cues),) if has_transcript else (),
        guests=tuple(Guest(name, email or "") for name, email in call.participants),
    )


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        try:
            with socket.create_server(("127.0.0.1", port)) as probe:
                return int(probe.getsockname()[1])
        except OSError:
            continue
    raise ConfigurationError("REPLOOP_PORT", "no port is free", "Close what listens on it")
