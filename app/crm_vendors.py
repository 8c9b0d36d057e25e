"""Which CRMs are switched on: those whose credentials are set. One function a vendor.

A vendor's package is imported once it is known to be switched on: together they are a
quarter of a worker's memory.
"""

from datetime import datetime
from typing import Protocol

from app.given import all_or_none, is_local_address
from config.settings import Settings, secret
from domain.errors import ConfigurationError
from domain.ports import Crm


class Now(Protocol):
    """Reads the clock."""

    def __call__(self) -> datetime:
        """The present moment, aware UTC."""
        ...


def crms(settings: Settings, now: Now) -> dict[str, Crm]:
    """CRMs by slug."""
    found: list[Crm | None] = [
        _salesforce(settings, now),
        _hubspot(settings),
        _zoho(settings),
        _freshsales(settings, now),
        _pipedrive(settings),
        _monday(settings),
    ]
    return {crm.slug: crm for crm in found if crm is not None}


def _salesforce(settings: Settings, now: Now) -> Crm | None:
    key_file = settings.salesforce_private_key_file
    flow = {
        "REPLOOP_SALESFORCE_BASE_URL": settings.salesforce_base_url,
        "REPLOOP_SALESFORCE_CLIENT_ID": settings.salesforce_client_id,
    }
    if not all_or_none("Salesforce", flow):
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
            lost_reason_field=settings.salesforce_lost_reason_field,
            call_status=settings.salesforce_call_status,
            call_duration=settings.salesforce_call_duration,
            currency=settings.currency,
        ),
        now,
    )


def _hubspot(settings: Settings) -> Crm | None:
    token = secret(settings.hubspot_token)
    public_app = {
        "REPLOOP_HUBSPOT_CLIENT_ID": settings.hubspot_client_id,
        "REPLOOP_HUBSPOT_CLIENT_SECRET": secret(settings.hubspot_client_secret),
        "REPLOOP_HUBSPOT_REFRESH_TOKEN": secret(settings.hubspot_refresh_token),
    }
    renewed = all_or_none("HubSpot's public app", public_app)
    if token is None and not renewed:
        return None
    if token is not None and renewed:
        raise ConfigurationError(
            "REPLOOP_HUBSPOT_TOKEN",
            "HubSpot is configured with a private app and with a public one",
            "Set the token, or client and refresh token; see docs/integrations/hubspot.md",
        )
    from integrations.hubspot.crm import HubspotCrm
    from integrations.hubspot.settings import HubspotSettings, Snapshots

    return HubspotCrm.open(
        HubspotSettings(
            access_token=token or "",
            client_id=public_app["REPLOOP_HUBSPOT_CLIENT_ID"] or "",
            client_secret=public_app["REPLOOP_HUBSPOT_CLIENT_SECRET"] or "",
            refresh_token=public_app["REPLOOP_HUBSPOT_REFRESH_TOKEN"] or "",
            oauth_path=settings.hubspot_oauth_path,
            app_id=settings.hubspot_app_id,
            snapshots=Snapshots(settings.hubspot_snapshots),
            other_emails=settings.hubspot_other_emails,
            base_url=settings.hubspot_base_url,
            portal_id=settings.hubspot_portal_id,
            app_url=settings.hubspot_app_url,
            currency=settings.currency,
        )
    )


def _freshsales(settings: Settings, now: Now) -> Crm | None:
    key, url = secret(settings.freshsales_api_key), settings.freshsales_base_url
    given = {"REPLOOP_FRESHSALES_API_KEY": key, "REPLOOP_FRESHSALES_BASE_URL": url}
    if not all_or_none("Freshsales", given) or key is None or url is None:
        return None
    whole = url.startswith("https://") and url.rstrip("/").endswith("/crm/sales/api")
    if not (whole or is_local_address(url)):
        raise ConfigurationError(
            "REPLOOP_FRESHSALES_BASE_URL",
            "not the address of Freshsales' API",
            "Give https://<account>.myfreshworks.com/crm/sales/api",
        )
    from integrations.freshsales.crm import FreshsalesCrm
    from integrations.freshsales.settings import FreshsalesSettings

    return FreshsalesCrm.open(
        FreshsalesSettings(
            api_key=key,
            base_url=url,
            app_url=settings.freshsales_app_url,
            deals_views=tuple(settings.freshsales_deals_views.replace(",", " ").split()),
            reread_after_s=settings.freshsales_reread_after_s,
            currency=settings.currency,
        ),
        now,
    )


def _zoho(settings: Settings) -> Crm | None:
    client_secret, token = secret(settings.zoho_client_secret), secret(settings.zoho_refresh_token)
    parts = {
        "REPLOOP_ZOHO_CLIENT_ID": settings.zoho_client_id,
        "REPLOOP_ZOHO_CLIENT_SECRET": client_secret,
        "REPLOOP_ZOHO_REFRESH_TOKEN": token,
    }
    if not all_or_none("Zoho CRM", parts):
        return None
    from integrations.zoho.crm import ZohoCrm
    from integrations.zoho.settings import DATA_CENTRES, ZohoSettings

    accounts_url, app_url = DATA_CENTRES[settings.zoho_data_centre]
    return ZohoCrm.open(
        ZohoSettings(
            client_id=settings.zoho_client_id or "",
            client_secret=client_secret or "",
            refresh_token=token or "",
            accounts_url=settings.zoho_accounts_url or accounts_url,
            app_url=settings.zoho_app_url or app_url,
            org_id=settings.zoho_org_id,
            currency=settings.currency,
            snapshots_module=settings.zoho_snapshots,
        )
    )


def _pipedrive(settings: Settings) -> Crm | None:
    api_token = secret(settings.pipedrive_api_token)
    by_token = {
        "REPLOOP_PIPEDRIVE_API_TOKEN": api_token,
        "REPLOOP_PIPEDRIVE_BASE_URL": settings.pipedrive_base_url,
    }
    by_app = {
        "REPLOOP_PIPEDRIVE_CLIENT_ID": settings.pipedrive_client_id,
        "REPLOOP_PIPEDRIVE_CLIENT_SECRET": secret(settings.pipedrive_client_secret),
        "REPLOOP_PIPEDRIVE_REFRESH_TOKEN": secret(settings.pipedrive_refresh_token),
    }
    signed_in = all_or_none("Pipedrive's OAuth app", by_app)
    if not signed_in and not all_or_none("Pipedrive's API token", by_token):
        return None
    from integrations.pipedrive.crm import PipedriveCrm
    from integrations.pipedrive.settings import PipedriveSettings

    return PipedriveCrm.open(
        PipedriveSettings(
            base_url=settings.pipedrive_base_url or "",
            api_token="" if signed_in else api_token or "",
            client_id=settings.pipedrive_client_id or "",
            client_secret=secret(settings.pipedrive_client_secret) or "",
            refresh_token=secret(settings.pipedrive_refresh_token) or "",
            oauth_base_url=settings.pipedrive_oauth_base_url,
            own_sources=frozenset(
                word for part in settings.pipedrive_own_sources.split(",") if (word := part.strip())
            ),
            call_type=settings.pipedrive_call_type,
            currency=settings.currency,
        )
    )


def _monday(settings: Settings) -> Crm | None:
    needed = {
        "REPLOOP_MONDAY_TOKEN": secret(settings.monday_token),
        "REPLOOP_MONDAY_DEALS_BOARD": settings.monday_deals_board,
    }
    if not all_or_none("monday.com", needed):
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
