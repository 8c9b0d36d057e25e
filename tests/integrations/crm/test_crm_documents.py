"""The page of every CRM names all that an administrator has to set and to grant."""

import tomllib
from pathlib import Path

import pytest

from config.settings import PREFIX, Settings

ROOT = Path(__file__).parents[3]
CRMS = sorted(
    path.parent.name
    for path in (ROOT / "integrations").glob("*/manifest.toml")
    if tomllib.loads(path.read_text(encoding="utf-8"))["kind"] == "crm"
)


def page(slug: str) -> str:
    return (ROOT / "docs" / "integrations" / f"{slug}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", CRMS)
def test_the_page_names_every_setting(slug: str) -> None:
    names = [PREFIX + n.upper() for n in Settings.model_fields if n.startswith(f"{slug}_")]
    assert names
    assert [name for name in names if name not in page(slug)] == []


@pytest.mark.parametrize("slug", CRMS)
def test_the_page_names_every_scope(slug: str) -> None:
    manifest = tomllib.loads((ROOT / "integrations" / slug / "manifest.toml").read_text("utf-8"))
    assert manifest["docs"] == f"docs/integrations/{slug}.md"
    assert [scope for scope in manifest["scopes"] if scope not in page(slug)] == []
