"""A scorecard as a JSON file: told from every other file, and written whole or not at all."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli.files import read_bounded
from app.cli.output import plain
from domain.errors import UnreadableTranscript

KEYS = frozenset({"call", "rubric", "grader", "overall", "criteria"})
"""What every scorecard has, and no transcript."""


def holds_card(file: Path) -> bool:
    """Whether the file is a scorecard that ``write_card`` wrote, of this version or an older."""
    if file.suffix.lower() != ".json":
        return False
    try:
        found = json.loads(read_bounded(file).decode("utf-8"))
    except (UnreadableTranscript, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.keys() >= KEYS


def write_card(file: Path, card: Mapping[str, Any]) -> None:
    """Write all of it or nothing; folders are made. Raises ``OSError``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".reploop-{os.getpid()}.new")
    text = json.dumps(plain(card), indent=2, allow_nan=False)
    try:
        fresh.write_text(text + "\n", encoding="utf-8")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
