"""Wiring of Freshsales: all of its settings or none, and the key goes to Freshsales alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.crm_vendors import crms
from config.settings import Settings
from domain.errors import ConfigurationError
from domain.ports import Crm

URL = "https://acme.myfreshworks.com/crm/sales/api"


def opened(tmp_path: Path, **given: str) -> dict[str, Crm]:
    settings = Settings(_env_file=None, data_dir=tmp_path, **given)  # type: ignore[arg-type, call-arg]
    return crms(settings, lambda: datetime(2026, 11, 25, tzinfo=UTC))


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"freshsales_api_key": "k"}, "REPLOOP_FRESHSALES_BASE_URL"),
        ({"freshsales_base_url": URL}, "REPLOOP_FRESHSALES_API_KEY"),
        ({"freshsales_base_url": URL, "freshsales_api_key": " "}, "REPLOOP_FRESHSALES_API_KEY"),
    ],
)
def test_freshsales_in_part_is_named(tmp_path: Path, given: dict[str, str], missing: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        opened(tmp_path, **given)
    assert raised.value.where == missing


@pytest.mark.parametrize(
    "url",
    [
        "http://acme.myfreshworks.com/crm/sales/api",
        "https://acme.myfreshworks.com",
        "https://acme.myfreshworks.com/crm/sales",
    ],
)
def test_an_address_that_is_not_the_api_is_refused_at_the_start(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigurationError, match="REPLOOP_FRESHSALES_BASE_URL"):
        opened(tmp_path, freshsales_api_key="k", freshsales_base_url=url)


def test_views_that_are_no_ids_are_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="freshsales_deals_views"):
        opened(tmp_path, freshsales_deals_views="All Deals")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_freshsales_is_switched_on_by_a_key_and_an_address(tmp_path: Path) -> None:
    given = {
        "freshsales_api_key": "k",
        "freshsales_base_url": URL,
        "freshsales_deals_views": "4, 5",
    }
    assert list(opened(tmp_path, **given)) == ["freshsales"]
