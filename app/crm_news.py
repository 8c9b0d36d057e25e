"""Which CRMs tell of changes as they happen: those whose webhooks can be proven."""

from app.given import all_or_none
from config.settings import Settings, secret
from domain.errors import ConfigurationError
from domain.ports import CrmNewsSource

SHORTEST = 16
"""Characters of a secret that a person made up."""


def crm_news(settings: Settings) -> dict[str, CrmNewsSource]:
    """Sources of news by CRM. The package of one that is not switched on is not imported."""
    found = [_hubspot(settings), _pipedrive(settings), _freshsales(settings), _monday(settings)]
    return {source.slug: source for source in found if source is not None}


def _hubspot(settings: Settings) -> CrmNewsSource | None:
    now, before = settings.hubspot_webhook_secret, settings.hubspot_webhook_secret_previous
    secrets = [given for given in (secret(now), secret(before)) if given]
    if not secrets:
        return None
    from integrations.hubspot.webhooks import HubspotNews

    return HubspotNews(secrets, address(settings, "hubspot"))


def _pipedrive(settings: Settings) -> CrmNewsSource | None:
    user, password = settings.pipedrive_webhook_user, secret(settings.pipedrive_webhook_password)
    given = {
        "REPLOOP_PIPEDRIVE_WEBHOOK_USER": user,
        "REPLOOP_PIPEDRIVE_WEBHOOK_PASSWORD": password,
    }
    if not all_or_none("Pipedrive's webhooks", given) or user is None or password is None:
        return None
    if ":" in user:
        raise ConfigurationError(
            "REPLOOP_PIPEDRIVE_WEBHOOK_USER", "holds a colon", "Choose a name without one"
        )
    _refuse_short("REPLOOP_PIPEDRIVE_WEBHOOK_PASSWORD", password)
    from integrations.pipedrive.webhooks import PipedriveNews

    return PipedriveNews(user, password)


def _freshsales(settings: Settings) -> CrmNewsSource | None:
    token = secret(settings.freshsales_webhook_token)
    if token is None:
        return None
    _refuse_short("REPLOOP_FRESHSALES_WEBHOOK_TOKEN", token)
    from integrations.freshsales.webhooks import FreshsalesNews

    return FreshsalesNews(token, settings.freshsales_user_email or "")


def _monday(settings: Settings) -> CrmNewsSource | None:
    signing, board = secret(settings.monday_signing_secret), settings.monday_deals_board
    if signing is None:
        return None
    if board is None:
        raise ConfigurationError(
            "REPLOOP_MONDAY_DEALS_BOARD",
            "monday.com's webhooks are configured, the board of deals is not",
            "Give the id of the board; see docs/integrations/monday.md",
        )
    from integrations.monday.webhooks import MondayNews

    return MondayNews(signing, address(settings, "monday"), board)


def address(settings: Settings, slug: str) -> str:
    """The public address of a CRM's webhooks, which some sign or name; never of a request."""
    return f"{settings.public_url}/webhooks/{slug}"


def _refuse_short(name: str, given: str) -> None:
    if len(given) < SHORTEST:
        raise ConfigurationError(
            name,
            f"shorter than {SHORTEST} characters, and it is all that proves a webhook",
            "Make a long random one, such as with `openssl rand -hex 24`",
        )
