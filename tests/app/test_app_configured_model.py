"""How the settings become the model grader."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from app.configured import budget_of, grader_of, model_of
from config.settings import Settings
from jobs.model_grader import ModelGrader
from scoring.cost import Prices

Made = Callable[..., Settings]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Made:
    """Settings of a configured model with these changes, whatever the environment says."""
    import os

    for name in [n for n in os.environ if n.startswith("REPLOOP_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def make(**changes: Any) -> Settings:
        return Settings(openai_model="m-1", openai_api_key=SecretStr("sk-1"), **changes)

    return make


@pytest.mark.parametrize(
    ("base_url", "given", "expected"),
    [
        ("https://api.openai.com/v1", None, True),
        ("http://127.0.0.1:8080/v1", None, False),
        ("https://api.openai.com.example.net/v1", None, False),
        ("http://127.0.0.1:8080/v1", True, True),
        ("https://api.openai.com/v1", False, False),
    ],
)
def test_only_openai_is_taken_to_know_its_own_parameters(
    made: Made, base_url: str, given: bool | None, expected: bool
) -> None:
    settings = made(openai_base_url=base_url, openai_own_parameters=given)
    model = model_of(settings)
    assert model is not None
    assert model.settings.own_parameters is expected


def test_the_effort_is_part_of_the_graders_version(made: Made) -> None:
    plain, low = (grader_of(made(openai_reasoning_effort=e)) for e in (None, "low"))
    assert plain.version.startswith("m-1/prompt-")
    assert low.version.startswith("m-1@low/prompt-")


def test_windows_and_budget_come_from_the_settings(made: Made) -> None:
    grader = grader_of(made(openai_window_tokens=9_000, openai_max_prompt_tokens=50_000))
    assert isinstance(grader, ModelGrader)
    assert grader.window_tokens == 9_000
    assert grader.budget.prompt_tokens == 50_000
    assert grader.budget.prices is None


def test_cached_tokens_cost_as_much_as_others_unless_said(made: Made) -> None:
    prices = {"openai_price_prompt": 2.0, "openai_price_completion": 8.0}
    assert budget_of(made(**prices)).prices == Prices(prompt=2.0, cached=2.0, completion=8.0)
    cheaper = budget_of(made(**prices, openai_price_cached=0.0, openai_max_cost=0.5))
    assert cheaper.prices == Prices(prompt=2.0, cached=0.0, completion=8.0)
    assert cheaper.cost == 0.5
