"""The command and its subcommands."""

from typing import Annotated

import typer

from app.cli import doctor, figures, imports, operations, processes, score
from app.cli.output import errors

app = typer.Typer(
    name="reploop",
    help="Grades the rep, not the call: from finished calls to skills, coaching and CRM.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)

for command in (
    processes.up,
    processes.web,
    processes.worker,
    processes.clock,
    processes.migrate,
    score.score,
    figures.profile,
    figures.agenda,
    figures.ask,
    doctor.doctor,
):
    app.command()(command)
app.command("import")(imports.import_)
app.add_typer(imports.people, name="people")
app.add_typer(operations.calls, name="calls")
app.add_typer(operations.dead, name="dead")
app.add_typer(operations.crm, name="crm")


@app.command("slack-socket")
def slack_socket() -> None:
    """Receive Slack's events over Socket Mode, for hosts that Slack cannot reach."""
    processes.slack_socket()


@app.command()
def demo(
    once: Annotated[bool, typer.Option(help="End by itself instead of staying up.")] = False,
) -> None:
    """Run the whole line on a sandbox company: signed webhooks in, CRM and Slack out."""
    from app.demo.run import run_demo

    raise typer.Exit(run_demo(once=once))


def main() -> None:
    """Entry point."""
    try:
        app()
    except KeyboardInterrupt:
        errors.print("stopped")
        raise SystemExit(130) from None
