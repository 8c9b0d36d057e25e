"""``reploop sandbox``: scored calls and untouched CRMs, for a person to try the CRM commands on."""

import os
import shlex
import signal
import threading
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from app.demo import line
from app.demo.stage import Stage, prepare
from app.logs import set_up
from app.services import clock_now, migrate_database, open_services
from app.up import Deployment
from config.settings import load_settings
from sandbox.running import RunningApp
from sandbox.world import World

ENV_FILE = "sandbox.env"
NEXT = """\
In another terminal, from this folder:

    set -a; . {env}; set +a
    .venv/bin/reploop crm provision     # creates the fields
    .venv/bin/reploop crm plan          # what would be written; writes nothing
    .venv/bin/reploop crm push          # writes it, as one run
    .venv/bin/reploop crm changes       # what was written, from which call
    .venv/bin/reploop crm rollback …    # takes it back

The CRM records, to be edited by hand: {url}/pages/crm
"""


def run_sandbox(out: Console, *, port: int) -> int:
    """Score the sandbox company's calls, leave its CRMs alone, and stay until Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    world = World()
    with ExitStack() as stack:
        sandbox = stack.enter_context(RunningApp(world.app, port))
        stage = prepare(load_settings(), world, sandbox.url, clock_now(), by_hand=True)
        _score(stage, out)
        env = stage.root / ENV_FILE
        _write_env(env)
        out.print(NEXT.format(env=env, url=sandbox.url), soft_wrap=True, markup=False)
        out.print("The sandbox stays up until Ctrl-C.")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            out.print("Stopping.")
    return 0


def _score(stage: Stage, out: Console) -> None:
    """The whole line but for the CRM: signed webhooks in, scored calls linked to their deals."""
    settings = load_settings()
    set_up(settings.log_level)
    migrate_database(settings)
    services = open_services(settings)
    with services.database.write() as tx:
        tx.people.put(stage.company.people, stage.company.teams)
    deployment = Deployment(settings)
    deployment.start()
    try:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
        with Progress(*columns, console=out) as progress:
            line.wait_for_web(stage)
            line.deliver_webhooks(stage, progress)
            line.rest(services, progress)
            line.fit_figures(services, progress)
            line.rest(services, progress)
    finally:
        deployment.stop()


def _write_env(path: Path) -> None:
    """Everything that the commands need to find the sandbox, as a shell reads it."""
    names = sorted(name for name in os.environ if name.startswith("REPLOOP_"))
    lines = [f"{name}={shlex.quote(os.environ[name])}" for name in names]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(0o600)
