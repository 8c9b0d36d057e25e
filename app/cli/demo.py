"""``reploop demo``: the whole line on a sandbox company."""

import json
import os
from typing import Annotated

import typer
from rich.console import Console

from app.cli.output import Json, print_json

PAGE_COLUMNS = 100
"""How wide the report is in a file or a log: it has frames, which are for people."""


def demo(
    once: Annotated[bool, typer.Option("--once", help="End by itself, for scripts.")] = False,
    as_json: Json = False,
) -> None:
    """Run the whole line on a sandbox company: signed webhooks in, CRM and Slack out.

    Nothing is asked and nothing leaves this machine. It keeps its own data under `demo/` in
    the data folder, made anew each time, and writes `demo-summary.json` beside it.
    """
    from app.demo.run import SUMMARY_FILE, run_demo
    from config.settings import load_settings

    if not as_json:
        raise typer.Exit(run_demo(_screen(), once=once))
    if not once:
        raise typer.BadParameter(
            "needs --once, since only then is there an end", param_hint="--json"
        )
    summary = load_settings().data_dir / SUMMARY_FILE
    code = run_demo(_screen(stderr=True), once=True)  # scripts get the summary alone
    print_json(json.loads(summary.read_text()))
    raise typer.Exit(code)


def _screen(*, stderr: bool = False) -> Console:
    """What people read keeps a page's width where it is kept in a file."""
    screen = Console(stderr=stderr, highlight=False)
    if not screen.is_terminal and "COLUMNS" not in os.environ:
        screen.width = PAGE_COLUMNS
    return screen
