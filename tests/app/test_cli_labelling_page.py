"""Unfinished labels stay in the browser, each rater's apart: nobody sees another's by accident."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli_runs import ROOT

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="runs the page's script, which takes node")
NOTHING = ["", ""]


def visits(*each: dict[str, Any]) -> list[dict[str, Any]]:
    """What each visit to the same sheet in the same browser showed; see labelling_browser.js."""
    browser = Path(__file__).with_name("labelling_browser.js")
    script = ROOT / "app" / "cli" / "labelling.js"
    ran = subprocess.run(
        [str(NODE), str(browser), str(script), json.dumps(each)],
        capture_output=True, check=True, text=True, timeout=30,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def visit(rater: str, *acts: list[Any], confirm: bool = False) -> dict[str, Any]:
    return {"rater": rater, "acts": acts, "confirm": confirm}


def level(item: int, value: str) -> list[Any]:
    return ["level", item, value]


def name(text: str) -> list[Any]:
    return ["name", text]


def test_a_rater_finds_their_own_labels_again_and_no_others() -> None:
    _, ben, ana = visits(visit("Ana", level(0, "2")), visit("Ben", level(0, "1")), visit("Ana"))
    assert ben["first"] == NOTHING
    assert ana["first"] == ["2", ""]


def test_without_a_name_nothing_is_kept_and_the_page_says_so() -> None:
    first, second = visits(visit("", level(0, "2")), visit(""))
    assert "until your name is there" in first["status"]
    assert second["first"] == NOTHING


def test_a_name_that_comes_late_takes_the_labels_of_the_page() -> None:
    _, again = visits(visit("", level(0, "2"), name("Ana")), visit("Ana"))
    assert again["first"] == ["2", ""]


def test_a_name_brings_its_labels_back_beside_those_just_given() -> None:
    _, late = visits(
        visit("Ana", level(0, "2"), level(1, "1")), visit("", level(0, "0"), name("Ana"))
    )
    assert late["last"] == ["0", "1"]


def test_another_person_at_the_same_page_begins_with_an_empty_sheet() -> None:
    taken, ana = visits(visit("Ana", level(0, "2"), name("Ben"), level(1, "1")), visit("Ana"))
    assert taken["last"] == ["", "1"]
    assert ana["first"] == ["2", ""]


def test_a_name_that_was_mistyped_keeps_its_labels() -> None:
    mended, ana = visits(visit("Aan", level(0, "2"), name("Ana"), confirm=True), visit("Ana"))
    assert mended["last"] == ana["first"] == ["2", ""]
