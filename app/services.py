"""Composition: which concrete thing stands behind each port."""

import secrets
import time
from datetime import UTC, datetime

import structlog

from app import vendors
from app.configured import grader_of, load_configured, model_of
from app.crm_news import crm_news
from app.crm_vendors import crms
from app.doorbell import RqDoorbell
from app.given import is_local_address
from app.kill_points import reacher
from app.logs import set_up
from app.redis_server import embedded_url
from app.secret_key import signing_secret
from bot.acts import read_action
from bot.questions import read_question
from config.catalogue import load_catalogues
from config.crm_fields import load_crm_mapping
from config.elements import load_elements
from config.personas import load_personas
from config.settings import Settings, load_settings
from domain.attention import Preferences
from domain.links import SignedLinks
from jobs.crm_sources import sources_with
from jobs.services import Services, Thresholds
from scoring.facts.builtin import READERS as FACT_READERS
from store.database import SqlDatabase, upgrade

log = structlog.get_logger()


def clock_now() -> datetime:
    """The present moment, aware UTC."""
    return datetime.now(UTC)


def seconds_that_pass() -> float:
    """Seconds that never jump; while the machine sleeps too, where the system counts them."""
    ever = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if ever is None else time.clock_gettime(ever)


def new_id() -> str:
    """A new id: sorts by time to the millisecond, then 80 random bits; safe in URLs."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


def redis_url(settings: Settings) -> str:
    """The Redis to use: one's own, or the embedded one of the data folder."""
    return settings.redis_url or embedded_url(settings.data_dir)


def open_database(settings: Settings) -> SqlDatabase:
    """The database, not yet migrated."""
    return SqlDatabase(settings.database_address, clock=time.time)


def migrate_database(settings: Settings) -> None:
    """Bring the schema up to date; any number of processes may do so at once."""
    upgrade(settings.database_address)


def open_services(settings: Settings) -> Services:
    """Everything, wired. Makes no network call.

    Raises:
        ConfigurationError: something cannot be used; names it and the remedy.
    """
    if dead := sent_dead_links(settings):
        log.warning("base_url.unset", links_to=settings.public_url, sent_to=dead)
    configured = load_configured(settings)
    links = SignedLinks(settings.public_url, signing_secret(settings))
    database = open_database(settings)
    elements = load_elements(settings.config_dir / "elements.yaml", FACT_READERS)
    mapping = load_crm_mapping(settings.config_dir / "crm_fields.yaml", sources_with(elements))
    return Services(
        database=database,
        queue=RqDoorbell(redis_url(settings)),
        providers=vendors.meeting_providers(settings),
        grader=grader_of(settings),
        rubrics=configured.rubrics,
        skills=configured.skills,
        rules=configured.rules,
        crms=crms(settings, clock_now),
        crm_news=crm_news(settings),
        crm_fields=mapping.fields,
        crm_segments=mapping.segments,
        messenger=vendors.messenger(settings, links, configured.skills, database, configured.rules),
        read_question=read_question,
        read_action=read_action,
        links=links,
        speech=load_catalogues(),
        elements=elements,
        personas=load_personas(settings.config_dir / "personas", configured.skills),
        model=model_of(settings),
        thresholds=_thresholds(settings),
        now=clock_now,
        monotonic=seconds_that_pass,
        reach=reacher(settings.kill_at),
        new_id=new_id,
    )


def _thresholds(settings: Settings) -> Thresholds:
    return Thresholds(
        min_call_s=settings.min_call_s,
        min_rep_words=settings.min_rep_words,
        transcript_grace_s=settings.transcript_grace_s,
        lease_s=settings.lease_s,
        send_limit_s=settings.send_limit_s,
        reconcile_quiet_s=settings.reconcile_quiet_s,
        parallel=settings.parallel,
        parallel_grading=settings.parallel_grading,
        second_reading_share=settings.second_reading_share,
        agenda_hour=settings.agenda_hour,
        pull_hour=settings.pull_hour,
        focus_skills=settings.focus_skills,
        grace_hours=settings.grace_hours,
        crm_writes_at_once=settings.crm_writes_at_once,
        crm_records_an_hour=settings.crm_records_an_hour,
        attention=Preferences(
            quiet_from=settings.quiet_from,
            quiet_until=settings.quiet_until,
            quiet_weekend=settings.quiet_weekend,
            weekly_cap=settings.weekly_cap,
        ),
    )


def sent_dead_links(settings: Settings) -> tuple[str, ...]:
    """The vendors that would be sent links which only open on this machine."""
    if settings.base_url is not None:
        return ()
    outside = {
        "Slack": settings.slack_bot_token is not None and settings.slack_base_url,
        "Salesforce": settings.salesforce_client_id is not None and settings.salesforce_base_url,
        "HubSpot": (settings.hubspot_token or settings.hubspot_refresh_token) is not None
        and settings.hubspot_base_url,
        # Zoho names its address at the first sign-in: it is never on this machine but in a test.
        "Zoho": settings.zoho_client_id is not None
        and (settings.zoho_accounts_url or "https://accounts.zoho.com"),
        "Pipedrive": (settings.pipedrive_api_token or settings.pipedrive_refresh_token) is not None
        and (settings.pipedrive_base_url or settings.pipedrive_oauth_base_url),
        "Freshsales": settings.freshsales_api_key is not None and settings.freshsales_base_url,
        "monday": settings.monday_token is not None and settings.monday_base_url,
    }
    return tuple(name for name, url in outside.items() if url and not is_local_address(url))


def prepared_services() -> Services:
    """For the command line: settings read, logs set up, schema up to date, everything wired."""
    settings = load_settings()
    set_up("error" if settings.log_level == "info" else settings.log_level)
    migrate_database(settings)
    return open_services(settings)
