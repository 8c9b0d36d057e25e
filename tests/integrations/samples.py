"""Where shared test material lies, outside the project; tests skip where it is absent."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def _folder(variable: str, default: str) -> Path:
    path = Path(os.environ.get(variable, ROOT / default))
    if not path.is_dir():
        pytest.skip(f"{path} is absent (set {variable})", allow_module_level=True)
    return path


def bad_inputs(name: str) -> list[dict[str, Any]]:
    """Rows of one file of hostile inputs."""
    folder = _folder("REPLOOP_BADINPUTS_DIR", "../shared/badinputs")
    lines = (folder / "dev" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def data_samples() -> Path:
    """The folder of real conversations and subtitle files."""
    return _folder("REPLOOP_DATA_SAMPLES", "../shared/data")


def specs() -> Path:
    """The folder of vendors' schemas."""
    return _folder("REPLOOP_SPECS_DIR", "../shared/specs")
