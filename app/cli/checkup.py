"""What `reploop doctor` finds, one line a part; each part is tried even if others fail."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.cli.opening import doorbell_of
from app.cli.problems import explained
from app.configured import Configured, grader_of, load_configured, model_of
from config.settings import Settings, secret
from domain.links import SignedLinks
from domain.people import Organisation, Role
from domain.ports import Check, Crm, MeetingProvider, Messenger

_UNREACHED = re.compile(r"\b\w*(?:Connect(?:ion)?|URL|Timeout)(?:Error)?\b")
"""Names of the errors that clients raise when nobody answers."""


class State(StrEnum):
    """Whether a part works."""

    OK = "ok"
    FAILED = "no"
    OFF = "off"
    """Not in use, on purpose or not yet."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: the part, how it is, what was seen, and what to do."""

    what: str
    state: State
    detail: str = ""
    remedy: str = ""


def findings(settings: Settings) -> Iterator[Finding]:
    """Everything, in the order in which a person would set it up."""
    yield from _tried("data folder", lambda: [_data_folder(settings)])
    yield from _tried("configuration", lambda: [_configuration(load_configured(settings))])
    yield from _tried("database", lambda: _database(settings))
    yield from _tried("redis", lambda: [_redis(settings)])
    yield from _tried("grader", lambda: _grader(settings))
    for what, of in (("Zoom", _meetings), ("Slack", _slack), ("CRM", _crms)):
        yield from _tried(what, lambda of=of: of(settings))  # type: ignore[misc]
    yield from _links(settings)


def _links(settings: Settings) -> Iterator[Finding]:
    from app.services import sent_dead_links

    if dead := sent_dead_links(settings):
        detail = f"{' and '.join(dead)} would be sent links to {settings.public_url}"
        remedy = "Set REPLOOP_BASE_URL to the address people open, such as https://reploop.example"
        yield Finding("links", State.FAILED, detail, remedy)


def _tried(what: str, look: Callable[[], Sequence[Finding]]) -> Sequence[Finding]:
    """What was found; what stopped the look is a finding too."""
    try:
        return look()
    except Exception as error:  # the edge: one broken part hides no other
        problem = explained(error)
        return [Finding(what, State.FAILED, problem.message, problem.remedy)]


def _data_folder(settings: Settings) -> Finding:
    folder = settings.data_dir
    there = next(p for p in (folder, *folder.parents) if p.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        remedy = "Set REPLOOP_DATA_DIR to a folder that this user may write to"
        return Finding("data folder", State.FAILED, f"{folder} cannot be written to", remedy)
    return Finding("data folder", State.OK, f"{folder}" if folder.exists() else f"{folder} (new)")


def _configuration(found: Configured) -> Finding:
    newest = sorted({r.name: r for r in found.rubrics.rubrics}.values(), key=lambda r: r.name)
    rubrics = ", ".join(f"{r.name} v{found.rubrics.named(r.name).version}" for r in newest)
    return Finding("configuration", State.OK, f"{len(found.skills)} skills, rubrics {rubrics}")


def _database(settings: Settings) -> Sequence[Finding]:
    import time

    from store.database import SqlDatabase, schema_is_current

    name = "PostgreSQL" if settings.database_address.startswith("postgres") else "SQLite"
    if settings.database_url is None and not (settings.data_dir / "reploop.db").exists():
        later = "The first command that needs it makes it"
        return [Finding("database", State.OFF, f"{name}, not made yet", later)]
    if not schema_is_current(settings.database_address):
        detail = f"{name}, its tables are not those of this version"
        return [Finding("database", State.FAILED, detail, "Run `reploop migrate`")]
    database = SqlDatabase(settings.database_address, clock=time.time)
    try:
        database.ping()
        with database.read() as tx:
            known, calls = tx.people.organisation(), tx.calls.count_by_state()
    finally:
        database.dispose()
    kept = f"{name} answers, calls kept {sum(calls.values())}"
    return [Finding("database", State.OK, kept), _people(known)]


def _people(known: Organisation) -> Finding:
    if not known.people:
        remedy = "`reploop people import people.csv` says who is a rep and who manages whom"
        return Finding("people", State.OFF, "nobody is known yet", remedy)
    reps = sum(p.role is Role.REP and p.active for p in known.people)
    led = sum(t.manager_id is not None for t in known.teams)
    return Finding("people", State.OK, f"active reps {reps}, teams with a manager {led}")


def _redis(settings: Settings) -> Finding:
    answers = doorbell_of(settings).answers()
    if settings.redis_url is not None:
        remedy = "Start the server, or check REPLOOP_REDIS_URL; until then work is done more slowly"
        if answers:
            return Finding("redis", State.OK, "answers")
        return Finding("redis", State.FAILED, "cannot be reached", remedy)
    if answers:
        return Finding("redis", State.OK, "embedded, answers")
    return Finding("redis", State.OFF, "embedded, not running", "`reploop up` starts it")


def _grader(settings: Settings) -> Sequence[Finding]:
    grader = grader_of(settings)
    used = Finding("grader", State.OK, f"{grader.name} {grader.version}")
    model = model_of(settings) if grader.name != "builtin" else None
    if model is None:
        return [used, Finding("model", State.OFF, "the built-in grader needs none")]
    return [used, *_checked(model.check())]


def _meetings(settings: Settings) -> Sequence[Finding]:
    from app.vendors import meeting_providers

    found: dict[str, MeetingProvider] = meeting_providers(settings)
    if not found:
        return [_off("Zoom", "REPLOOP_ZOOM_WEBHOOK_SECRET", "zoom")]
    return [finding for one in found.values() for finding in _checked(one.check())]


def _slack(settings: Settings) -> Sequence[Finding]:
    from app.services import open_database
    from app.vendors import messenger

    if secret(settings.slack_bot_token) is None:
        return [_off("Slack", "REPLOOP_SLACK_BOT_TOKEN", "slack")]
    # Only asked who we are: no link is made and nobody is looked up, so neither is needed.
    slack: Messenger | None = messenger(
        settings, SignedLinks(settings.public_url, ""), {}, open_database(settings)
    )
    found = _checked(slack.check()) if slack else []
    heard = secret(settings.slack_signing_secret) or secret(settings.slack_app_token)
    if heard is None:
        remedy = "Set REPLOOP_SLACK_SIGNING_SECRET, or REPLOOP_SLACK_APP_TOKEN for Socket Mode"
        detail = "questions cannot be received: neither way in is configured"
        found.append(Finding("Slack events", State.FAILED, detail, remedy))
    return found


CRMS = {
    "salesforce": ("Salesforce", "REPLOOP_SALESFORCE_BASE_URL"),
    "hubspot": ("HubSpot", "REPLOOP_HUBSPOT_TOKEN"),
    "zoho": ("Zoho CRM", "REPLOOP_ZOHO_CLIENT_ID"),
    "pipedrive": ("Pipedrive", "REPLOOP_PIPEDRIVE_API_TOKEN"),
    "freshsales": ("Freshsales", "REPLOOP_FRESHSALES_API_KEY"),
    "monday": ("monday", "REPLOOP_MONDAY_TOKEN"),
}
"""Name of each CRM, and a variable that switches it on."""


def _crms(settings: Settings) -> Sequence[Finding]:
    from app.crm_vendors import crms
    from app.services import clock_now

    found: dict[str, Crm] = crms(settings, clock_now)
    lines = [finding for one in found.values() for finding in _checked(one.check())]
    off = [_off(*words, slug) for slug, words in CRMS.items() if slug not in found]
    # Most companies have one: with that, the others are not worth a line each.
    return lines if found else off


def _checked(checks: Sequence[Check]) -> list[Finding]:
    return [_finding(check) for check in checks]


def _finding(check: Check) -> Finding:
    if check.ok:
        return Finding(check.what, State.OK, check.detail)
    if _UNREACHED.search(check.detail):
        # What a client library calls it says nothing, and credentials are not to blame.
        remedy = "Check the network from here, a proxy, and the base address in the settings"
        return Finding(check.what, State.FAILED, "its server cannot be reached", remedy)
    return Finding(check.what, State.FAILED, check.detail, check.remedy)


def _off(what: str, variable: str, page: str) -> Finding:
    remedy = f"docs/integrations/{page}.md says where to get {variable} and the rest"
    return Finding(what, State.OFF, "not configured", remedy)
