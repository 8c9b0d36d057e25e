"""Many scored files: a line each while they are done, a table, or one document."""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.cli.output import plain, print_json, print_table, say
from app.cli.problems import Problem
from app.cli.score_many import Outcome
from app.cli.score_report import Scored, document, spent, used
from domain import wording
from domain.scores import Medal, NotScoredBecause
from web.words import NOT_SCORABLE


def entry(outcome: Outcome) -> dict[str, Any]:
    """One file for scripts: the document of its scorecard, or the error."""
    named = {"file": outcome.source.shown}
    if outcome.scored is not None:
        return {**named, **document(outcome.scored), **not_kept(outcome)}
    return {**named, "error": outcome.problem}


def not_kept(outcome: Outcome) -> dict[str, Any]:
    """Why the scorecard was not kept, where it was to be and could not."""
    return {"not_kept": outcome.unkept} if outcome.unkept else {}


def print_line(outcome: Outcome) -> None:
    """One JSON object on a line of its own, written at once."""
    # Pure ASCII: no character of a transcript steers a terminal or breaks a line.
    sys.stdout.write(json.dumps(plain(entry(outcome)), allow_nan=False) + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is kept of one file until all are done: its row, not its transcript."""

    file: str
    failed: bool
    unkept: bool = False
    overall: float | None = None
    medal: Medal | None = None
    why: str = ""
    """What went wrong, or what was not scored; and why it was not kept."""
    usage: Mapping[str, float] = field(default_factory=dict)
    entry: Mapping[str, Any] | None = None
    """What scripts read, where they are to read it at the end."""


def line_of(outcome: Outcome, *, with_entry: bool) -> Line:
    """The line of one file."""
    held, file = entry(outcome) if with_entry else None, outcome.source.shown
    if outcome.scored is None:
        return Line(file=file, failed=True, why=outcome.said, entry=held)
    card = outcome.scored.card
    return Line(
        file=file,
        failed=False,
        unkept=outcome.unkept is not None,
        overall=card.overall,
        medal=card.medal,
        why=_why(outcome.scored, outcome.unkept),
        usage=card.usage,
        entry=held,
    )


def totals(lines: Sequence[Line]) -> dict[str, Any]:
    """How many ended how, the mean score, the medals, and what a model used for it."""
    overall = [line.overall for line in lines if line.overall is not None]
    failed = sum(line.failed for line in lines)
    medals = Counter(line.medal for line in lines if line.medal)
    return {
        "files": len(lines),
        "scored": len(overall),
        "not_scored": len(lines) - len(overall) - failed,
        "failed": failed,
        "not_kept": sum(line.unkept for line in lines),
        "mean": round(sum(overall) / len(overall), 1) if overall else None,
        "medals": {medal.value: medals[medal] for medal in Medal},
        "usage": spent(line.usage for line in lines),
    }


def print_document(lines: Sequence[Line], *, stopped: bool) -> None:
    """All files in one JSON document, in the order in which they were named."""
    files = [line.entry for line in lines]
    print_json({"files": files, "totals": totals(lines), "stopped": stopped})


def show_many(lines: Sequence[Line]) -> None:
    """A table with a row for each file, and what it adds up to."""
    rows = [_row(line) for line in lines]
    print_table("Scored", ("file", "score", "medal", "what was not scored"), rows)
    say(_sentence(totals(lines)))


def _row(line: Line) -> tuple[str, str, str, str]:
    unscored = "failed" if line.failed else "–"
    score = unscored if line.overall is None else wording.points(line.overall)
    return line.file, score, line.medal.value if line.medal else "–", line.why


def _why(scored: Scored, unkept: Problem | None) -> str:
    left = _left_out(scored)
    return f"{left}\nnot kept: {unkept.message}" if unkept else left


def _left_out(scored: Scored) -> str:
    """The criteria without a level, but for those that are not part of such a call."""
    if scored.call.not_scorable is not None:
        return NOT_SCORABLE[scored.call.not_scorable]
    belongs = [c for c in scored.card.criteria if c.not_scored != NotScoredBecause.NOT_APPLICABLE]
    left = [c for c in belongs if c.level is None]
    if left and len(left) == len(belongs):
        return left[0].reason or "nothing could be scored"
    return ", ".join(c.criterion_id for c in left) or "–"


def _sentence(sums: Mapping[str, Any]) -> str:
    parts = [wording.count(sums["files"], "file"), f"{sums['scored']} scored"]
    if sums["mean"] is not None:
        parts[-1] += f" (mean {sums['mean']:.1f})"
    parts += [f"{sums['not_scored']} without a score"] if sums["not_scored"] else []
    parts += [f"{sums['failed']} failed"] if sums["failed"] else []
    parts += [f"{sums['not_kept']} not kept"] if sums["not_kept"] else []
    parts += [f"{n} {medal}" for medal, n in sums["medals"].items() if n]
    return " ".join(filter(None, (f"{', '.join(parts)}.", used(sums["usage"]))))
