"""Every vendor's manifest keeps its word."""

import importlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(p.parent for p in (ROOT / "integrations").glob("*/manifest.toml"))
MEETINGS = [
    f for f in FOLDERS if tomllib.loads((f / "manifest.toml").read_text())["kind"] == "meetings"
]
NO_VENDOR = {"transcripts"}


def load(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))


def test_no_vendor_folder_lacks_a_manifest() -> None:
    packages = {p.parent.name for p in (ROOT / "integrations").glob("*/__init__.py")}
    assert packages - NO_VENDOR == {folder.name for folder in FOLDERS}


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_the_manifest_names_its_folder_and_an_adapter_that_is_there(folder: Path) -> None:
    manifest = load(folder)
    module, _, name = manifest["adapter"].partition(":")
    assert manifest["slug"] == folder.name
    assert hasattr(importlib.import_module(module), name)
    assert manifest["kind"] in {"meetings", "crm", "model"}


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda f: f.name)
def test_every_handled_event_has_a_recorded_fixture(folder: Path) -> None:
    fixtures = ROOT / "tests" / "integrations" / folder.name / "fixtures"
    recorded = {json.loads(f.read_text())["event"] for f in fixtures.glob("*.json")}
    assert recorded >= set(load(folder)["handled_events"])


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda f: f.name)
def test_what_is_handled_and_ignored_is_what_the_manifest_says(folder: Path) -> None:
    events = importlib.import_module(f"integrations.{folder.name}.events")
    assert set(load(folder)["handled_events"]) == events.HANDLED
    assert set(load(folder)["ignored_events"]) == events.IGNORED


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda f: f.name)
def test_the_page_that_the_manifest_names_exists_and_names_every_scope(folder: Path) -> None:
    manifest = load(folder)
    page = (ROOT / manifest["docs"]).read_text(encoding="utf-8")
    assert [s for s in manifest["scopes"] if s not in page] == []
    assert [e for e in manifest["handled_events"] if e not in page] == []
