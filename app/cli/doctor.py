"""``reploop doctor``: what is configured, what works, what is missing and how to get it."""

from collections.abc import Iterator

import typer
from rich.markup import escape

from app.cli.output import FAILED, Json, console, print_json, speaks_plainly
from app.configured import model_of
from app.doorbell import RqDoorbell
from app.services import open_services, redis_url
from config.settings import Settings, load_settings
from domain.errors import ReploopError
from domain.ports import Check
from jobs.services import Services
from store.database import schema_is_current


@speaks_plainly
def doctor(as_json: Json = False) -> None:
    """Check everything that is configured, each vendor with a real request."""
    settings = load_settings()
    services = open_services(settings)
    checks = [*_own(settings, services), *_vendors(settings, services)]
    if as_json:
        print_json(checks)
    else:
        for check in checks:
            mark = "[green]ok[/green]  " if check.ok else "[red]no[/red]  "
            console.print(f"{mark}{escape(check.what)}: {escape(check.detail)}")
            if not check.ok and check.remedy:
                console.print(f"      {escape(check.remedy)}")
        console.print(_missing(settings))
    if not all(check.ok for check in checks):
        raise typer.Exit(FAILED)


def _own(settings: Settings, services: Services) -> Iterator[Check]:
    try:
        services.database.ping()
        current = schema_is_current(settings.database_address)
        yield Check(
            "database",
            ok=current,
            detail="answers" if current else "its schema is not up to date",
            remedy="Run reploop migrate",
        )
    except ReploopError as error:
        yield Check("database", ok=False, detail=str(error), remedy="Check REPLOOP_DATABASE_URL")
    answers = RqDoorbell(redis_url(settings)).answers()
    yield Check(
        "redis",
        ok=answers,
        detail="answers" if answers else "cannot be reached; rows are worked off more slowly",
        remedy="Run reploop up, or check REPLOOP_REDIS_URL",
    )
    grader = services.grader
    yield Check("grader", ok=True, detail=f"{grader.name} {grader.version}")


def _vendors(settings: Settings, services: Services) -> Iterator[Check]:
    model = model_of(settings)
    if model is not None:
        yield from model.check()
    for provider in services.providers.values():
        yield from provider.check()
    for crm in services.crms.values():
        yield from crm.check()
    if services.messenger is not None:
        yield from services.messenger.check()


def _missing(settings: Settings) -> str:
    absent = [
        name
        for name, given in (
            ("Zoom (docs/integrations/zoom.md)", settings.zoom_webhook_secret),
            ("Slack (docs/integrations/slack.md)", settings.slack_bot_token),
            ("Salesforce (docs/integrations/salesforce.md)", settings.salesforce_base_url),
            ("HubSpot (docs/integrations/hubspot.md)", settings.hubspot_token),
            ("a model (.env.example, Grading)", settings.openai_api_key),
        )
        if not given
    ]
    return f"[dim]Not configured: {', '.join(absent)}.[/dim]" if absent else ""
