"""``reploop sandbox``: a place to try the CRM commands without any vendor."""

from typing import Annotated

import typer
from rich.console import Console


def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the stand-ins listen.")] = 9400,
) -> None:
    """Stand-ins for Salesforce and HubSpot with deals, and 47 scored calls on them.

    Nothing is written to them until you do: plan, push, edit by hand, push again, roll back.
    Nothing leaves this machine. Its data is under `sandbox/` in the data folder, made anew
    each time; `sandbox.env` beside it points the commands at it.
    """
    from app.demo.by_hand import run_sandbox

    raise typer.Exit(run_sandbox(Console(highlight=False), port=port))
