"""Publishing a rubric version: its digest into ``DIGESTS``, and why into ``RELEASES.json``.

``DIGESTS`` says that a version is published and may not change; ``RELEASES.json`` says what
it was measured on, or why it was published without. The record is written first: a process
that ends between the two has published nothing, and the next run heals it.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from config.documents import shown_name
from config.loader import DIGESTS_FILE, file_of, published_digests
from domain.errors import ConfigurationError
from domain.rubrics import Rubric

RELEASES_FILE = "RELEASES.json"
_HEADER = (
    "# Published rubric versions. A file listed here is never edited: its digest would change and\n"
    "# the loader would refuse it. `reploop rubric publish NAME` adds a line.\n"
)


def is_published(folder: Path, rubric: Rubric) -> bool:
    """Whether this very content stands in ``DIGESTS``. Raises ``ConfigurationError``."""
    return published_digests(folder).get(file_of(rubric)) == rubric.digest


def releases(folder: Path) -> dict[str, Any]:
    """File name of a version to the record of its release, from ``RELEASES.json``.

    Raises ``ConfigurationError`` where the file is no JSON object. No file: no records.
    """
    path = folder / RELEASES_FILE
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        remedy = "Restore it from version control: it is written by `reploop rubric publish`"
        raise ConfigurationError(shown_name(path), "not a JSON object", remedy)
    return found


def publish(
    folder: Path, rubric: Rubric, record: Mapping[str, Any], *, before: Sequence[Rubric] = ()
) -> bool:
    """Write the record and then the digest; ``False``, and no byte changed, if it was published.

    ``before`` are versions that were in use without being published: their digests are
    written too, so that they stay what old scores refer to.

    Raises:
        ConfigurationError: another content is published under this version.
        OSError: the folder cannot be written.
    """
    published = published_digests(folder)
    if file_of(rubric) in published:
        if published[file_of(rubric)] == rubric.digest:
            return False
        raise ConfigurationError(
            shown_name(folder / DIGESTS_FILE),
            f"another {file_of(rubric)} is published",
            f"Put the change into {rubric.name}.v{rubric.version + 1}.yaml",
        )
    records = releases(folder) | {file_of(rubric): {"digest": rubric.digest, **record}}
    text = json.dumps(records, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    _write(folder / RELEASES_FILE, text + "\n")
    _add_lines(folder / DIGESTS_FILE, [r for r in (*before, rubric) if file_of(r) not in published])
    return True


def _add_lines(path: Path, rubrics: Sequence[Rubric]) -> None:
    text = path.read_text(encoding="utf-8") if path.is_file() else _HEADER
    text += "" if text.endswith("\n") else "\n"
    _write(path, text + "".join(f"{file_of(r)} {r.digest}\n" for r in rubrics))


def _write(path: Path, text: str) -> None:
    """All of it or nothing: the old file stays until the new one is whole."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
