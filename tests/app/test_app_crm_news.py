"""Which CRMs' webhooks are switched on by which settings."""

from typing import Any

import pytest

from app.crm_news import crm_news
from config.settings import Settings
from domain.errors import ConfigurationError

LONG = "a-long-enough-secret"


def given(**settings: Any) -> Settings:
    return Settings(_env_file=None, **settings)  # type: ignore[call-arg]


def test_none_is_switched_on_by_nothing() -> None:
    assert crm_news(given()) == {}
    assert crm_news(given(hubspot_webhook_secret=" ", freshsales_webhook_token="")) == {}


def test_each_is_switched_on_by_its_secret() -> None:
    found = crm_news(
        given(
            hubspot_webhook_secret_previous="s", pipedrive_webhook_user="reploop",
            pipedrive_webhook_password=LONG, freshsales_webhook_token=LONG,
            monday_signing_secret="s", monday_deals_board="4411",
        )
    )  # fmt: skip
    assert {slug: source.slug for slug, source in found.items()} == {
        slug: slug for slug in ("hubspot", "pipedrive", "freshsales", "monday")
    }


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"pipedrive_webhook_user": "reploop"}, "REPLOOP_PIPEDRIVE_WEBHOOK_PASSWORD"),
        ({"pipedrive_webhook_user": "a:b", "pipedrive_webhook_password": LONG},
         "REPLOOP_PIPEDRIVE_WEBHOOK_USER"),
        ({"pipedrive_webhook_user": "reploop", "pipedrive_webhook_password": "short"},
         "REPLOOP_PIPEDRIVE_WEBHOOK_PASSWORD"),
        ({"freshsales_webhook_token": "short"}, "REPLOOP_FRESHSALES_WEBHOOK_TOKEN"),
        ({"monday_signing_secret": "s"}, "REPLOOP_MONDAY_DEALS_BOARD"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_names_the_setting(settings: dict[str, str], names: str) -> None:
    with pytest.raises(ConfigurationError, match=names):
        crm_news(given(**settings))
