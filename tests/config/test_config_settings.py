"""Settings: read once, and a value that cannot be used stops the start with its name."""

import re
from pathlib import Path

import pytest

from config.settings import PREFIX, Settings, load_settings, secret
from domain.errors import ConfigurationError

EXAMPLE = (Path(__file__).parents[2] / ".env.example").read_text()


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in [n for n in os.environ if n.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.database_address == f"sqlite:///{settings.data_dir / 'reploop.db'}"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.zoom_webhook_secret is None


def test_every_variable_is_explained_in_the_example_file() -> None:
    explained = set(re.findall(r"^#?(REPLOOP_[A-Z_]+)=", EXAMPLE, re.MULTILINE))
    assert explained == {PREFIX + name.upper() for name in Settings.model_fields}


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = load_settings()
    shown = re.findall(r"^#(REPLOOP_[A-Z_]+)=(.+)$", EXAMPLE, re.MULTILINE)
    assert len(shown) > 20
    for name, value in shown:
        monkeypatch.setenv(name, value)
    assert load_settings() == defaults


def test_an_empty_secret_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLOOP_ZOOM_WEBHOOK_SECRET", "  ")
    assert secret(load_settings().zoom_webhook_secret) is None


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLOOP_OPENAI_API_KEY", "sk-very-secret")
    assert "sk-very-secret" not in repr(load_settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REPLOOP_PORT", "eighty"),
        ("REPLOOP_LEASE_S", "-1"),
        ("REPLOOP_GRADER", "oracle"),
        ("REPLOOP_PARALLEL", "0"),
        ("REPLOOP_CURRENCY", "dollars"),
    ],
)
def test_a_malformed_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as raised:
        load_settings()
    assert raised.value.where == name


def test_a_lease_must_outlive_a_send_and_its_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLOOP_LEASE_S", "20")
    with pytest.raises(ConfigurationError, match="REPLOOP_LEASE_S must be larger"):
        load_settings()


def test_a_lease_must_outlive_two_answers_of_a_model_and_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REPLOOP_OPENAI_MODEL", "m")
    monkeypatch.setenv("REPLOOP_LEASE_S", "140")
    load_settings()
    monkeypatch.setenv("REPLOOP_OPENAI_TOKENS_PER_MINUTE", "2000000")
    with pytest.raises(ConfigurationError, match="and the 15 s a limit a minute may take"):
        load_settings()


@pytest.mark.parametrize(
    "given",
    [
        {"PRICE_PROMPT": "2"},
        {"PRICE_COMPLETION": "2"},
        {"PRICE_CACHED": "2"},
        {"MAX_COST": "0.5"},
    ],
    ids=str,
)
def test_a_cost_needs_both_prices(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"REPLOOP_OPENAI_{name}", value)
    with pytest.raises(ConfigurationError, match="REPLOOP_OPENAI_PRICE_COMPLETION"):
        load_settings()
