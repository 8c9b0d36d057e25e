"""The levels of a fixed set of calls, kept as JSON: what a grader gave when it was trusted."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from app.cli.output import as_json
from domain.errors import ConfigurationError
from domain.ports import Grader
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, CriterionId, Rubric
from domain.scores import Scorecard

FORMAT = 1
MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """One call's levels, and the digest of the file they are of."""

    sha256: str
    levels: Mapping[CriterionId, int | None]

    @classmethod
    def of(cls, data: bytes, card: Scorecard) -> Self:
        """Those of a scorecard of this file."""
        digest = hashlib.sha256(data).hexdigest()
        return cls(digest, {score.criterion_id: score.level for score in card.criteria})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The levels of all anchor calls, and what gave them."""

    rubric_name: str
    rubric_version: int
    rubric_digest: str
    grader_name: str
    grader_version: str
    kept_at: datetime
    calls: Mapping[str, Kept]

    @classmethod
    def of(
        cls, rubric: Rubric, grader: Grader, kept_at: datetime, calls: Mapping[str, Kept]
    ) -> Self:
        """These calls as this grader has just graded them."""
        return cls(
            rubric_name=rubric.name,
            rubric_version=rubric.version,
            rubric_digest=rubric.digest,
            grader_name=grader.name,
            grader_version=grader.version,
            kept_at=kept_at,
            calls=calls,
        )

    def same_text(self, call: str, kept: Kept) -> bool:
        """Whether the call was there, and its file is the same byte for byte."""
        return call in self.calls and self.calls[call].sha256 == kept.sha256


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why kept levels and new ones are not of the same judge."""

    problem: str
    remedy: str

    def at(self, file: Path) -> ConfigurationError:
        """The error to raise about this file."""
        return ConfigurationError(str(file), self.problem, self.remedy)


def differences(before: Anchors, rubric: Rubric, grader: Grader | None) -> Mismatch | None:
    """What makes a comparison no test of drift: another rubric, model or prompt.

    Without a grader any may have given the kept levels.
    """
    if before.rubric_digest != rubric.digest:
        kept = f"{before.rubric_name} v{before.rubric_version}"
        return Mismatch(
            f"it holds levels of {kept}, and this is {rubric.name} v{rubric.version}",
            "Give its --version, or keep levels of this rubric in a file of their own",
        )
    then = f"{before.grader_name} {before.grader_version}"
    now = then if grader is None else f"{grader.name} {grader.version}"
    if then != now:
        return Mismatch(
            f"it holds levels of grader {then}, and this is {now}",
            "Another grader is a known change: measure it with --bridge, then --keep its levels",
        )
    return None


def keep_anchors(file: Path, anchors: Anchors) -> None:
    """Write all of it or nothing. Raises ``OSError``."""
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(as_json({"format": FORMAT, **_plain(anchors)}) + "\n", encoding="utf-8")
    fresh.replace(file)


def _plain(anchors: Anchors) -> dict[str, Any]:
    return {
        "rubric": {
            "name": anchors.rubric_name,
            "version": anchors.rubric_version,
            "digest": anchors.rubric_digest,
        },
        "grader": {"name": anchors.grader_name, "version": anchors.grader_version},
        "kept_at": anchors.kept_at,
        "calls": dict(sorted(anchors.calls.items())),
    }


def read_anchors(file: Path) -> Anchors:
    """What ``keep_anchors`` wrote.

    Raises:
        ConfigurationError: it is not such a file.
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    try:
        found = _of_this_format(json.loads(data.decode("utf-8")))
        return Anchors(
            rubric_name=str(found["rubric"]["name"]),
            rubric_version=int(found["rubric"]["version"]),
            rubric_digest=str(found["rubric"]["digest"]),
            grader_name=str(found["grader"]["name"]),
            grader_version=str(found["grader"]["version"]),
            kept_at=datetime.fromisoformat(found["kept_at"]),
            calls={str(call): _kept(one) for call, one in found["calls"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        remedy = "Give the file that this command wrote, or the name of a new one"
        raise ConfigurationError(str(file), "it holds no kept levels", remedy) from None


def _of_this_format(found: Any) -> Any:
    if found["format"] != FORMAT:
        raise ValueError
    return found


def _kept(found: Any) -> Kept:
    levels = {CriterionId(str(name)): level for name, level in found["levels"].items()}
    on_scale = range(MIN_LEVEL, MAX_LEVEL + 1)
    if any(type(x) is bool or (x is not None and x not in on_scale) for x in levels.values()):
        raise ValueError
    return Kept(str(found["sha256"]), levels)
