"""``reploop demo``: the whole line on a sandbox company."""

import json
import sys
from typing import Annotated

import typer

from app.cli.output import Json, console, print_json


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
        raise typer.Exit(run_demo(once=once))
    if not once:
        raise typer.BadParameter(
            "needs --once, since only then is there an end", param_hint="--json"
        )
    summary = load_settings().data_dir / SUMMARY_FILE
    console.file = sys.stderr  # what people read; scripts get the summary alone
    code = run_demo(once=True)
    print_json(json.loads(summary.read_text()))
    raise typer.Exit(code)
