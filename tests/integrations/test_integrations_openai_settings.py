"""A key is checked where it is set, long before a request would fail with it."""

import pytest

from domain.errors import ConfigurationError
from integrations.openai.settings import OpenAiSettings


@pytest.mark.parametrize("key", ["sk-abc\n", " sk-abc", "sk-abc \r\n"])
def test_blanks_around_a_key_are_left_out(key: str) -> None:
    assert OpenAiSettings(model="m", api_key=key).api_key == "sk-abc"


def test_blanks_around_a_model_and_an_address_are_left_out() -> None:
    settings = OpenAiSettings(model=" m\n", api_key="k", base_url="https://x.example/v1 ")
    assert (settings.model, settings.base_url) == ("m", "https://x.example/v1")


@pytest.mark.parametrize("key", ["", "  ", "sk-SECRÉT", "sk-SEC…RET", "sk SECRET", "sk\x00SECRET"])
def test_what_cannot_be_a_key_is_told_with_a_remedy_and_never_shown(key: str) -> None:
    with pytest.raises(ConfigurationError, match="Copy the whole key once more") as raised:
        OpenAiSettings(model="m", api_key=key)
    assert raised.value.where == "REPLOOP_OPENAI_API_KEY"
    assert "SEC" not in str(raised.value)


def test_a_key_is_not_in_the_text_of_the_settings() -> None:
    assert "sk-abc" not in repr(OpenAiSettings(model="m", api_key="sk-abc"))
