"""``reploop doctor``: what is configured, what works, what is missing and how to get it."""

from collections.abc import Sequence

import typer

from app.cli.checkup import Finding, State, findings
from app.cli.output import FAILED, Json, console, errors, plain, print_json, shown
from config.settings import load_settings

MARKS = {
    State.OK: "[green]ok  [/green]",
    State.FAILED: "[red]no  [/red]",
    State.OFF: "[dim]off [/dim]",
}


def doctor(as_json: Json = False) -> None:
    """Check everything that is configured, each vendor with a real request.

    `ok` works, `no` is configured and does not work (exit code 1), `off` is not in use.
    Nothing is created or changed, and no secret is printed.
    """
    settings = load_settings()
    with errors.status("Asking …"):  # shown on a terminal only
        found = list(findings(settings))
    failed = any(f.state is State.FAILED for f in found)
    if as_json:
        print_json({"ok": not failed, "checks": [plain(f) for f in found]})
    else:
        _show(found)
    if failed:
        raise typer.Exit(FAILED)


def _show(found: Sequence[Finding]) -> None:
    for finding in found:
        said = f"{finding.what}: {finding.detail}" if finding.detail else finding.what
        console.print(f"{MARKS[finding.state]}{shown(said)}")
        if finding.state is not State.OK and finding.remedy:
            console.print(f"      {shown(finding.remedy.rstrip('.'))}.")
