"""Which vendors are switched on: those whose credentials are set. One function a vendor.

A vendor's package is imported once it is known to be switched on: together they are a
quarter of a worker's memory.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from bot.client import web_client
from bot.messenger import SlackMessenger
from config.catalogue import load_catalogues
from config.settings import Settings, secret
from domain.errors import ConfigurationError
from domain.links import SignedLinks
from domain.people import Person
from domain.ports import Crm, Database, MeetingProvider
from domain.rubrics import SkillId
from domain.skills import ProfileRules, Skill


class Now(Protocol):
    """Reads the clock."""

    def __call__(self) -> datetime:
        """The present moment, aware UTC."""
        ...


def meeting_providers(settings: Settings) -> dict[str, MeetingProvider]:
    """Providers by slug."""
    zoom = _zoom(settings)
    return {"zoom": zoom} if zoom else {}


def crms(settings: Settings, now: Now) -> dict[str, Crm]:
    """CRMs by slug."""
    found: list[Crm | None] = [
        _salesforce(settings, now),
        _hubspot(settings),
        _monday(settings),
    ]
    return {crm.slug: crm for crm in found if crm is not None}


def messenger(
    settings: Settings,
    links: SignedLinks,
    skills: Mapping[SkillId, Skill],
    database: Database,
    rules: ProfileRules | None = None,
) -> SlackMessenger | None:
    """Slack, if a bot token is set. Whom it finds by e-mail address is remembered."""
    token = secret(settings.slack_bot_token)
    if token is None:
        return None
    # Opening a conversation, looking for an earlier post, posting: three requests at most,
    # each of which may wait three times: for the connection, for TLS and for the answer.
    timeout_s = max(1, int(settings.send_limit_s / 9))
    client = web_client(token, settings.slack_base_url, timeout_s)

    def remember(person: Person, slack_user_id: str) -> None:
        with database.write() as tx:
            tx.people.set_slack_user(person.id, slack_user_id)

    return SlackMessenger(
        client,
        links=links,
        skills=skills,
        speech=load_catalogues(),
        tier_bounds=(rules or ProfileRules()).tier_bounds,
        team_id=settings.slack_team_id,
        remember=remember,
    )


def _zoom(settings: Settings) -> MeetingProvider | None:
    secrets = [secret(settings.zoom_webhook_secret), secret(settings.zoom_webhook_secret_previous)]
    given = tuple(s for s in secrets if s)
    api = {
        "REPLOOP_ZOOM_ACCOUNT_ID": settings.zoom_account_id,
        "REPLOOP_ZOOM_CLIENT_ID": settings.zoom_client_id,
        "REPLOOP_ZOOM_CLIENT_SECRET": secret(settings.zoom_client_secret),
    }
    complete = _all_or_none("Zoom's REST API", api)
    if not given:
        if complete:
            raise ConfigurationError(
                "REPLOOP_ZOOM_WEBHOOK_SECRET",
                "Zoom's REST API is configured, its webhooks are not",
                "Copy the secret token from the app's Feature page",
            )
        return None
    from integrations.zoom.provider import ZoomMeetings
    from integrations.zoom.settings import ZoomSettings

    zoom = ZoomSettings(
        webhook_secrets=given,
        account_id=settings.zoom_account_id or "",
        client_id=settings.zoom_client_id or "",
        client_secret=secret(settings.zoom_client_secret) or "",
        base_url=settings.zoom_base_url,
        oauth_base_url=settings.zoom_oauth_base_url,
        extra_allowed=_local_origins(settings.zoom_base_url, settings.zoom_oauth_base_url),
    )
    return ZoomMeetings(zoom)


def _salesforce(settings: Settings, now: Now) -> Crm | None:
    key_file = settings.salesforce_private_key_file
    flow = {
        "REPLOOP_SALESFORCE_BASE_URL": settings.salesforce_base_url,
        "REPLOOP_SALESFORCE_CLIENT_ID": settings.salesforce_client_id,
    }
    if not _all_or_none("Salesforce", flow):
        return None
    if key_file is None and settings.salesforce_client_secret is None:
        raise ConfigurationError(
            "REPLOOP_SALESFORCE_CLIENT_SECRET",
            "Salesforce needs a client secret, or a user name with a private key file",
            "See docs/integrations/salesforce.md",
        )
    private_key = None
    if key_file is not None:
        try:
            private_key = key_file.read_text()
        except OSError as error:
            raise ConfigurationError(
                "REPLOOP_SALESFORCE_PRIVATE_KEY_FILE",
                f"{key_file} cannot be read ({error.strerror})",
                "Give the path of the PEM file",
            ) from error
    from integrations.salesforce.crm import SalesforceCrm
    from integrations.salesforce.settings import SalesforceSettings

    return SalesforceCrm.open(
        SalesforceSettings(
            base_url=settings.salesforce_base_url or "",
            client_id=settings.salesforce_client_id or "",
            client_secret=secret(settings.salesforce_client_secret) or "",
            username=settings.salesforce_username,
            private_key=private_key,
            api_version=settings.salesforce_api_version,
            permission_set=settings.salesforce_permission_set,
            audience=settings.salesforce_audience,
            multi_currency=settings.salesforce_multi_currency,
            currency=settings.currency,
        ),
        now,
    )


def _hubspot(settings: Settings) -> Crm | None:
    token = secret(settings.hubspot_token)
    if token is None:
        return None
    from integrations.hubspot.crm import HubspotCrm
    from integrations.hubspot.settings import HubspotSettings

    return HubspotCrm.open(
        HubspotSettings(
            access_token=token,
            base_url=settings.hubspot_base_url,
            portal_id=settings.hubspot_portal_id,
            app_url=settings.hubspot_app_url,
            currency=settings.currency,
        )
    )


def _monday(settings: Settings) -> Crm | None:
    needed = {
        "REPLOOP_MONDAY_TOKEN": secret(settings.monday_token),
        "REPLOOP_MONDAY_DEALS_BOARD": settings.monday_deals_board,
    }
    if not _all_or_none("monday.com", needed):
        return None
    if not (settings.monday_contacts_board or settings.monday_deal_email_column):
        raise ConfigurationError(
            "REPLOOP_MONDAY_CONTACTS_BOARD",
            "monday.com deals cannot be found by who takes part",
            "Give the id of the contacts board, or REPLOOP_MONDAY_DEAL_EMAIL_COLUMN",
        )
    from integrations.monday.crm import MondayCrm
    from integrations.monday.settings import MondaySettings

    return MondayCrm.open(
        MondaySettings(
            token=secret(settings.monday_token) or "",
            base_url=settings.monday_base_url,
            api_version=settings.monday_api_version,
            timeout_s=settings.send_limit_s,
            deals_board=settings.monday_deals_board or "",
            contacts_board=settings.monday_contacts_board or "",
            stage_column=settings.monday_stage_column,
            amount_column=settings.monday_amount_column,
            close_column=settings.monday_close_column,
            owner_column=settings.monday_owner_column,
            lost_reason_column=settings.monday_lost_reason_column,
            deal_email_column=settings.monday_deal_email_column,
            contact_email_column=settings.monday_contact_email_column,
            contact_deals_column=settings.monday_contact_deals_column,
            won=_labels(settings.monday_won),
            lost=_labels(settings.monday_lost),
            calls_board=settings.monday_calls_board or "",
            snapshots_board=settings.monday_snapshots_board or "",
            currency=settings.currency,
        )
    )


def _labels(listed: str) -> tuple[str, ...]:
    return tuple(label.strip() for label in listed.split(",") if label.strip())


def _all_or_none(what: str, given: Mapping[str, str | None]) -> bool:
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(given):
        return False
    if missing:
        raise ConfigurationError(
            missing[0],
            f"{what} is configured in part: {', '.join(missing)} not set",
            "Set all of them, or none; see .env.example",
        )
    return True


def _local_origins(*urls: str) -> frozenset[str]:
    """Origins of configured addresses that are on this machine: a sandbox, never a vendor."""
    parts = [urlsplit(url) for url in urls if is_local_address(url)]
    return frozenset(f"{p.scheme}://{p.netloc}" for p in parts if p.scheme == "http")


def is_local_address(url: str) -> bool:
    """Whether a URL leads to this machine."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
