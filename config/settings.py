"""REPLOOP_* settings: read once, at start-up, from the environment and an optional .env file.

A value that cannot be used stops the process with the variable's name and the remedy.
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.errors import ConfigurationError

PREFIX = "REPLOOP_"
PACKAGED = Path(__file__).parent
"""Where the files that ship with Reploop lie."""

Seconds = Annotated[float, Field(gt=0)]
Price = Annotated[float, Field(ge=0, allow_inf_nan=False)]
"""For a million tokens, in whatever currency the server bills."""
BoardId = Annotated[str, Field(pattern=r"^[0-9]{1,20}$")]
RATE_WAIT_S = 15.0
"""How long a call may wait for its turn under a limit of requests or tokens a minute."""


class Settings(BaseSettings):
    """Everything that can be set. Each variable is explained in ``.env.example``."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True
    )

    # Where things are kept
    data_dir: Path = Path("data")
    database_url: str | None = None
    redis_url: str | None = None
    config_dir: Path = PACKAGED

    # The web
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    base_url: str | None = None
    secret_key: SecretStr | None = None
    metrics_token: SecretStr | None = None
    test_counters: bool = False

    # Grading
    grader: Literal["auto", "builtin", "model"] = "auto"
    rubric: str = "discovery"
    rubric_by_call_type: str = ""
    openai_base_url: str = "https://api.openai.com/v1"
    openai_api_key: SecretStr | None = None
    openai_model: str | None = None
    openai_timeout_s: Seconds = 60.0
    openai_own_parameters: bool | None = None
    openai_service_tier: Literal["auto", "flex"] = "auto"
    openai_reasoning_effort: (
        Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None
    ) = None
    openai_thinking_tokens: Annotated[int, Field(ge=0)] = 4_000
    openai_window_tokens: Annotated[int, Field(ge=2_000)] = 40_000
    openai_max_prompt_tokens: Annotated[int, Field(ge=1)] = 500_000
    openai_max_cost: Annotated[float, Field(gt=0)] | None = None
    openai_price_prompt: Price | None = None
    openai_price_cached: Price | None = None
    openai_price_completion: Price | None = None
    openai_requests_per_minute: Annotated[int, Field(ge=1)] | None = None
    openai_tokens_per_minute: Annotated[int, Field(ge=1)] | None = None
    parallel_grading: Annotated[int, Field(ge=1, le=512)] | None = None
    second_reading_share: Annotated[float, Field(ge=0, le=1)] = 0.1

    # Zoom
    zoom_webhook_secret: SecretStr | None = None
    zoom_webhook_secret_previous: SecretStr | None = None
    zoom_account_id: str | None = None
    zoom_client_id: str | None = None
    zoom_client_secret: SecretStr | None = None
    zoom_base_url: str = "https://api.zoom.us/v2"
    zoom_oauth_base_url: str = "https://zoom.us"

    # Slack
    slack_signing_secret: SecretStr | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_team_id: str | None = None
    slack_base_url: str = "https://slack.com/api/"

    # Salesforce
    salesforce_base_url: str | None = None
    salesforce_client_id: str | None = None
    salesforce_client_secret: SecretStr | None = None
    salesforce_username: str | None = None
    salesforce_private_key_file: Path | None = None
    salesforce_permission_set: str = "Reploop"
    salesforce_api_version: str = "62.0"
    salesforce_audience: str = "https://login.salesforce.com"
    salesforce_multi_currency: bool = False
    salesforce_lost_reason_field: str = ""
    salesforce_call_status: str = "Completed"
    salesforce_call_duration: bool = True

    # HubSpot
    hubspot_token: SecretStr | None = None
    hubspot_client_id: str | None = None
    hubspot_client_secret: SecretStr | None = None
    hubspot_refresh_token: SecretStr | None = None
    hubspot_oauth_path: Annotated[str, Field(pattern=r"^/oauth/[a-z0-9/-]{1,40}$")] = (
        "/oauth/v3/token"
    )
    hubspot_app_id: Annotated[str, Field(pattern=r"^[0-9]{1,20}$")] | None = None
    hubspot_snapshots: Literal["none", "custom_object"] = "none"
    hubspot_other_emails: bool = True
    hubspot_base_url: str = "https://api.hubapi.com"
    hubspot_portal_id: str | None = None
    hubspot_app_url: str = "https://app.hubspot.com"
    hubspot_webhook_secret: SecretStr | None = None
    hubspot_webhook_secret_previous: SecretStr | None = None

    # Freshsales
    freshsales_api_key: SecretStr | None = None
    freshsales_base_url: str | None = None
    freshsales_app_url: str | None = None
    freshsales_deals_views: Annotated[str, Field(pattern=r"^[0-9, ]*$")] = ""
    freshsales_reread_after_s: Annotated[float, Field(ge=0, le=3600)] = 5.0
    freshsales_webhook_token: SecretStr | None = None
    freshsales_user_email: str | None = None

    # Zoho CRM
    zoho_client_id: str | None = None
    zoho_client_secret: SecretStr | None = None
    zoho_refresh_token: SecretStr | None = None
    zoho_data_centre: Literal["com", "eu", "in", "com.au", "jp", "com.cn", "sa", "ca"] = "com"
    zoho_accounts_url: str | None = None
    zoho_app_url: str | None = None
    zoho_org_id: Annotated[str, Field(pattern=r"^\d{1,20}$")] | None = None
    zoho_snapshots: Annotated[str, Field(pattern=r"^([A-Za-z][A-Za-z0-9_]{0,49})?$")] = ""

    # Pipedrive
    pipedrive_base_url: str | None = None
    pipedrive_api_token: SecretStr | None = None
    pipedrive_client_id: str | None = None
    pipedrive_client_secret: SecretStr | None = None
    pipedrive_refresh_token: SecretStr | None = None
    pipedrive_oauth_base_url: str = "https://oauth.pipedrive.com"
    pipedrive_own_sources: str = "api"
    pipedrive_call_type: str = "call"
    pipedrive_webhook_user: str | None = None
    pipedrive_webhook_password: SecretStr | None = None

    # monday.com
    monday_token: SecretStr | None = None
    monday_signing_secret: SecretStr | None = None
    monday_base_url: str = "https://api.monday.com"
    monday_api_version: Annotated[str, Field(pattern=r"^20\d\d-(01|04|07|10)$")] = "2026-07"
    monday_deals_board: BoardId | None = None
    monday_contacts_board: BoardId | None = None
    monday_calls_board: BoardId | None = None
    monday_snapshots_board: BoardId | None = None
    monday_stage_column: str = "deal_stage"
    monday_amount_column: str = "deal_value"
    monday_close_column: str = "deal_expected_close_date"
    monday_owner_column: str = "deal_owner"
    monday_lost_reason_column: str = ""
    monday_deal_email_column: str = ""
    monday_contact_email_column: str = "contact_email"
    monday_contact_deals_column: str = "contact_deal"
    monday_won: str = "Won, Closed Won"
    monday_lost: str = "Lost, Closed Lost"

    # Deals
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"

    # When a call counts, and how patient to be
    min_call_s: Seconds = 120.0
    min_rep_words: Annotated[int, Field(ge=0)] = 60
    transcript_grace_s: Seconds = 6 * 3600.0
    agenda_hour: Annotated[int, Field(ge=0, le=23)] = 8
    pull_hour: Annotated[int, Field(ge=0, le=23)] = 2
    focus_skills: Annotated[int, Field(ge=2, le=3)] = 2
    grace_hours: Annotated[float, Field(ge=0, le=720)] = 24.0
    crm_writes_at_once: bool = False
    crm_records_an_hour: Annotated[int, Field(ge=1, le=10_000_000)] = 2000
    quiet_from: Annotated[int, Field(ge=0, le=23)] = 18
    quiet_until: Annotated[int, Field(ge=0, le=23)] = 8
    quiet_weekend: bool = True
    weekly_cap: Annotated[int, Field(ge=1, le=500)] = 12
    lease_s: Seconds = 180.0
    send_limit_s: Seconds = 30.0
    reconcile_quiet_s: Annotated[float, Field(ge=0)] = 15.0
    sweep_s: Seconds = 15.0
    parallel: Annotated[int, Field(ge=1, le=64)] = 8
    kill_at: str | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("config_dir", "data_dir")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object, info: ValidationInfo) -> object:
        """An empty secret would be a key that anybody can guess: treat it as not given."""
        name = info.field_name
        optional = name is not None and cls.model_fields[name].default is None
        return None if optional and isinstance(value, str) and not value.strip() else value

    @model_validator(mode="after")
    def _lease_leaves_room(self) -> Self:
        """A lease must outlive a send and the pause before looking for it."""
        if self.lease_s <= self.send_limit_s + self.reconcile_quiet_s:
            raise ValueError(
                "REPLOOP_LEASE_S must be larger than REPLOOP_SEND_LIMIT_S and "
                "REPLOOP_RECONCILE_QUIET_S together"
            )
        asks_a_model = self.openai_model is not None and self.grader != "builtin"
        paced = self.openai_requests_per_minute or self.openai_tokens_per_minute
        one_ask_s = self.openai_timeout_s + (RATE_WAIT_S if paced else 0.0)
        if asks_a_model and self.lease_s <= 2 * one_ask_s:
            wait = f" and the {RATE_WAIT_S:g} s a limit a minute may take" if paced else ""
            raise ValueError(
                f"REPLOOP_LEASE_S must be larger than twice REPLOOP_OPENAI_TIMEOUT_S{wait}, "
                "since a cut-off reply is asked for a second time"
            )
        return self

    @model_validator(mode="after")
    def _costs_need_prices(self) -> Self:
        prices = (self.openai_price_prompt, self.openai_price_completion)
        if any(p is None for p in prices) and any(p is not None for p in prices):
            raise ValueError(
                "REPLOOP_OPENAI_PRICE_PROMPT and REPLOOP_OPENAI_PRICE_COMPLETION go together"
            )
        needs = (self.openai_max_cost, self.openai_price_cached)
        if prices[0] is None and any(n is not None for n in needs):
            raise ValueError(
                "REPLOOP_OPENAI_MAX_COST and REPLOOP_OPENAI_PRICE_CACHED need "
                "REPLOOP_OPENAI_PRICE_PROMPT and REPLOOP_OPENAI_PRICE_COMPLETION"
            )
        return self

    @property
    def database_address(self) -> str:
        """The database to use: one's own, or a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'reploop.db'}"

    @property
    def public_url(self) -> str:
        """Base of links in messages, without a trailing slash."""
        return (self.base_url or f"http://{self.host}:{self.port}").rstrip("/")


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        ConfigurationError: a variable is malformed; names it and what it takes.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise ConfigurationError(
            name, str(first["msg"]), "Mend it in the environment or .env; see .env.example"
        ) from None


def secret(value: SecretStr | None) -> str | None:
    """The text of a secret, or ``None`` where it is not set."""
    return value.get_secret_value() if value else None
