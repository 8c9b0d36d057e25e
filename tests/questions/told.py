"""What a question of the files is expected to come to, and how an answer is compared with it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from domain.questions import Answer, Figure
from domain.said import half, points

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One entry. ``of``, ``first`` and ``last``: whose calls it is about, of which days."""

    ask: str
    by: str
    kind: str = ""
    figures: list[str] = field(default_factory=list)
    """``ana questioning 63 ± 7 from 20``; ``others`` for an average."""
    number: int | None = None
    cites: list[str] = field(default_factory=list)
    """Calls, in the order in which they are shown."""
    refused: str | None = None
    of: str | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""
    plan: dict[str, Any] = field(default_factory=dict)
    """What the scripted model makes of it, for free wordings."""
    meant: dict[str, Any] = field(default_factory=dict)
    """Fields of the query besides whom and when, such as ``skill_id``."""


def entries(name: str) -> list[Expected]:
    """Every question of one file."""
    read = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return [Expected(**each) for each in read]


def figure(found: Figure) -> str:
    """A figure as the files write it."""
    who = found.rep_id or "others"
    level = f"{points(found.level)} ± {half(found.standard_error)}"
    return f"{who} {found.skill_id} {level} from {found.calls}"


def cites(said: Answer) -> list[str]:
    """The calls that an answer shows, each once."""
    quoted = [clip.call_id for clip in said.cited]
    return list(dict.fromkeys([*quoted, *(call.call_id for call in said.calls)]))
