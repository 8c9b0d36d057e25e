"""The command and its subcommands."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from app.cli import (
    appeals,
    ask,
    attention,
    backfill,
    calls,
    clips,
    crm,
    dead,
    demo,
    doctor,
    fairness,
    figures,
    imports,
    movement,
    norms,
    people,
    practice,
    processes,
    rubric,
    sandbox,
    score,
    signals,
    stability,
    study,
)
from app.cli.output import console
from app.cli.problems import PlainGroup

HELP = """Grades the rep, not the call: from finished calls to skills, coaching and CRM.

Without any vendor: `reploop score FILE` scores one transcript, `reploop import FOLDER` keeps
many. With vendors: `reploop doctor` says what is connected, `reploop up` runs it all.
"""
FIRST, LOOK, RUN, MEND = "Begin here", "What is known", "Run it", "Look after it"


def _examples(*commands: str) -> str:
    return "\n\n".join(("Examples:", *(f"  reploop {command}" for command in commands)))


app = typer.Typer(
    name="reploop",
    help=HELP,
    cls=PlainGroup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 failed, 2 not understood, 3 no such thing or not visible, "
    "130 stopped with Ctrl-C. "
    "Settings: .env.example. Every command with an example: docs/command-line.md.",
)


def _add(name: str, command: Callable[..., Any], panel: str, *examples: str) -> None:
    app.command(name, rich_help_panel=panel, epilog=_examples(*examples))(command)


_add("demo", demo.demo, FIRST, "demo", "demo --once --json")
_add("sandbox", sandbox.sandbox, FIRST, "sandbox", "sandbox --port 9500")
_add(
    "score", score.score, FIRST,
    'score call.vtt --rep "Ana Lee"',
    'score call.vtt --rep "Ana Lee" --rubric meddic --json',
    'score calls/ --rep "Ana Lee" --jsonl',
)  # fmt: skip
_add(
    "signals", signals.signals, FIRST,
    'signals call.vtt --rep "Ana Lee"',
    "signals conversations.jsonl --json",
)  # fmt: skip
_add(
    "import", imports.import_, FIRST,
    "import calls/",
    'import friday.vtt --rep "Ana Lee" --date 2026-11-20T14:00+01:00',
)  # fmt: skip
_add("backfill", backfill.backfill, FIRST, "backfill", "backfill --no-wait")
app.add_typer(people.people, name="people", rich_help_panel=FIRST)
_add("profile", figures.profile, LOOK, 'profile "Ana Lee"', "profile ana --as-of 2026-09-30")
_add("why", movement.why, LOOK, 'why "Ana Lee" discovery', "why ana next_steps --since 2026-11-01")
_add(
    "performance", movement.show_performance, LOOK,
    'performance "Ana Lee"',
    "performance ana --skill discovery --since 2026-10-01 --call-type demo",
)  # fmt: skip
_add("agenda", figures.agenda, LOOK, "agenda mia@acme.com", "agenda mia@acme.com --send")
_add(
    "ask", ask.ask, LOOK,
    'ask "how is Ana doing on discovery?" --as mia@acme.com',
    'ask "who improved most in next steps since September?" --as mia@acme.com',
)  # fmt: skip
_add(
    "clips", clips.clips, LOOK,
    "clips",
    "clips --as mia@acme.com --skill objections",
    'clips "price" --as mia@acme.com',
)  # fmt: skip
_add("study", study.study, LOOK, "study data/acme --out tables")
app.add_typer(practice.practice, name="practice", rich_help_panel=LOOK)
app.add_typer(calls.calls, name="calls", rich_help_panel=LOOK)
app.add_typer(appeals.appeals, name="appeals", rich_help_panel=LOOK)
_add("up", processes.up, RUN, "up")
_add("web", processes.web, RUN, "web --host 0.0.0.0 --port 8000")
_add("worker", processes.worker, RUN, "worker", "worker --queues score --burst")
_add("clock", processes.clock, RUN, "clock")
_add("slack-socket", processes.slack_socket, RUN, "slack-socket")
_add("migrate", processes.migrate, RUN, "migrate")
_add("doctor", doctor.doctor, MEND, "doctor", "doctor --json")
_add("attention", attention.attention, MEND, "attention", "attention --weeks 12 --json")
_add("norms", norms.norms, MEND, "norms", "norms --now")
app.add_typer(dead.dead, name="dead", rich_help_panel=MEND)
app.add_typer(crm.crm, name="crm", rich_help_panel=MEND)
app.add_typer(rubric.rubric, name="rubric", rich_help_panel=MEND)
_add("fairness", fairness.fairness, MEND, "fairness", "fairness --since 2026-09-01 --json")
_add(
    "stability", stability.stability, MEND,
    "stability",
    "stability discovery opening > discovery.v2.yaml",
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        console.print(f"reploop {version('reploop')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which version."),
    ] = False,
) -> None:
    del version


def main() -> None:
    """Entry point."""
    app()
