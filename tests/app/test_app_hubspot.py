"""HubSpot is wired for a private app or for a public one, never for half of one."""

import pytest

from app.crm_vendors import crms
from config.settings import Settings
from domain.crm import RecordKind
from domain.errors import ConfigurationError
from tests.integrations.crm.kit import NOW

PUBLIC = {"hubspot_client_id": "c", "hubspot_client_secret": "s", "hubspot_refresh_token": "r"}


def wired(**given: str) -> dict[str, frozenset[RecordKind]]:
    settings = Settings(**given)  # type: ignore[arg-type]
    return {slug: crm.traits.kinds for slug, crm in crms(settings, lambda: NOW).items()}


def test_without_settings_there_is_no_hubspot() -> None:
    assert wired() == {}
    assert wired(hubspot_token="", hubspot_refresh_token="") == {}


@pytest.mark.slow
@pytest.mark.parametrize("given", [{"hubspot_token": "pat"}, PUBLIC])
def test_a_token_or_a_public_app_is_enough(given: dict[str, str]) -> None:
    assert wired(**given) == {"hubspot": {RecordKind.DEAL, RecordKind.CALL}}


@pytest.mark.slow
def test_skill_levels_are_kept_where_the_setting_says_so() -> None:
    kinds = wired(hubspot_token="pat", hubspot_snapshots="custom_object")["hubspot"]
    assert RecordKind.SNAPSHOT in kinds


@pytest.mark.parametrize("given", [{"hubspot_client_id": "c"}, {**PUBLIC, "hubspot_token": "pat"}])
def test_half_an_app_and_two_apps_stop_at_the_start(given: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="HUBSPOT"):
        wired(**given)
