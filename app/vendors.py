"""Which meeting tools and messenger are switched on: those whose credentials are set.

A vendor's package is imported once it is known to be switched on: together they are a
quarter of a worker's memory.
"""

from collections.abc import Mapping

from app.given import all_or_none, local_origins
from bot.client import web_client
from bot.messenger import SlackMessenger
from config.catalogue import load_catalogues
from config.settings import Settings, secret
from domain.errors import ConfigurationError
from domain.links import SignedLinks
from domain.people import Person
from domain.ports import Database, MeetingProvider
from domain.rubrics import SkillId
from domain.skills import ProfileRules, Skill


def meeting_providers(settings: Settings) -> dict[str, MeetingProvider]:
    """Providers by slug."""
    zoom = _zoom(settings)
    return {"zoom": zoom} if zoom else {}


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
    complete = all_or_none("Zoom's REST API", api)
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
        extra_allowed=local_origins(settings.zoom_base_url, settings.zoom_oauth_base_url),
    )
    return ZoomMeetings(zoom)
