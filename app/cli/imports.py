"""``reploop import``: one's own transcripts, without any vendor."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.files import SUFFIXES, modified_at, named_path, read_bounded, transcripts_in
from app.cli.moments import past_moment
from app.cli.opening import prepared_services
from app.cli.output import (
    FAILED,
    Json,
    console,
    errors,
    print_json,
    print_table,
    say,
)
from app.cli.waiting import wait_until_scored
from domain import wording
from domain.calls import Call, CallId, CallState, CallType, NotScorable
from domain.effects import Queue
from domain.errors import UnreadableTranscript
from domain.scores import NotScoredBecause, Scorecard
from integrations.transcripts.read import read_transcript
from jobs.import_call import OwnTranscript, import_call
from jobs.services import Services
from jobs.work import work_off
from web.words import NOT_SCORABLE

WHO = (NotScorable.NO_REP, NotScorable.AMBIGUOUS_SPEAKERS, NotScorable.INTERNAL_ONLY)
"""Reasons that go away once it is said who is who."""
WAITS = "Waiting to be scored by a worker."


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one file. ``reason`` is a code, ``detail`` the same in words."""

    file: str
    call_id: CallId | None = None
    state: str
    rep: str | None = None
    overall: float | None = None
    reason: str | None = None
    detail: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds for all files of one import."""

    rep: str | None
    date: datetime | None
    call_type: CallType | None


def import_(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            parser=named_path,
            help=f"Files, and folders with files that end in {' '.join(SUFFIXES)}",
        ),
    ],
    rep: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="Name, e-mail address or speaker label of the rep. Default: the known person "
            "among the speakers.",
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the calls were, like 2026-11-24 or 2026-11-24T09:30+01:00. Default: "
            "when each file was last changed.",
        ),
    ] = None,
    call_type: Annotated[
        CallType | None, typer.Option(help="What they were for. Default: from each file's name.")
    ] = None,
    score: Annotated[
        bool, typer.Option(help="Score them here, or leave that to a running worker.")
    ] = True,
    as_json: Json = False,
) -> None:
    """Bring in transcripts of your own; no vendor is needed.

    The same file twice is one call. A file that was skipped is looked at again, so add the
    people and import once more; with --rep, a call goes to the rep you name.
    """
    for path in paths:
        if not path.exists():
            raise typer.BadParameter(f"there is no file or folder {path}", param_hint="PATH")
    services = prepared_services()
    given = past_moment(date, "--date", services.now()) if date else None
    files = list(transcripts_in(paths))
    terms = Terms(rep=rep, date=given, call_type=call_type)
    results = list(_all(files, terms, services, score=score))
    _report(results, as_json=as_json)


def _all(
    files: Sequence[Path], terms: Terms, services: Services, *, score: bool
) -> Iterator[Result]:
    """A handful at a time, so that they are graded side by side and the bar moves."""
    handful = services.thresholds.parallel
    found: list[Result] = []
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("Scoring" if score else "Reading", total=len(files))
        for first in range(0, len(files), handful):
            some = [_one(file, terms, services) for file in files[first : first + handful]]
            if score:
                work_off(Queue.SCORE, services)
            found += some
            progress.advance(bar, len(some))
        if score:  # a running worker may have taken some of them first
            wait_until_scored([r.call_id for r in found if r.call_id is not None], services)
    for first in range(0, len(found), handful):
        yield from _now(found[first : first + handful], services)


def _one(file: Path, terms: Terms, services: Services) -> Result:
    try:
        data = read_bounded(file)
        transcript = read_transcript(data, file.name)
    except UnreadableTranscript as error:
        detail = str(error).removeprefix(str(file)).removeprefix(file.name).lstrip(",: ")
        return Result(file=str(file), state="unreadable", reason="unreadable", detail=detail)
    own = OwnTranscript(
        ref=hashlib.sha256(data).hexdigest()[:32],
        title=file.stem.replace("_", " "),
        transcript=transcript,
        started_at=terms.date or modified_at(file, services.now()),
        rep=terms.rep,
        call_type=terms.call_type,
    )
    call, new = import_call(own, services)
    return Result(file=str(file), call_id=call.id, state=call.state.value, new=new)


def _now(results: Sequence[Result], services: Services) -> Iterator[Result]:
    """The same as they stand now, with the score."""
    ids = [r.call_id for r in results if r.call_id is not None]
    with services.database.read() as tx:
        calls = {call_id: tx.calls.get(call_id) for call_id in ids}
        cards = tx.scorecards.latest_of(ids)
    for result in results:
        call = calls.get(result.call_id) if result.call_id else None
        overall = overall_of(call, cards.get(call.id)) if call else None
        yield (
            result
            if call is None
            else Result(
                file=result.file,
                call_id=call.id,
                state=call.state.value,
                rep=call.rep_id,
                overall=overall,
                reason=reason_of(call),
                detail=_same_reason(call, cards) or detail_of(call, overall),
                new=result.new,
            )
        )


def reason_of(call: Call) -> str | None:
    """Why a call was not scored, as a code or the error it ended with."""
    return call.not_scorable.value if call.not_scorable else call.error


def detail_of(call: Call, overall: float | None) -> str:
    """The same in words."""
    if call.state is CallState.DELETED:
        return "It was deleted, and stays so."
    if call.state is CallState.SCORED and overall is None:
        return "Too few behaviours could be scored for one number."
    if call.state is CallState.READY:
        return f"{call.error}. It is tried again by itself." if call.error else WAITS
    return NOT_SCORABLE[call.not_scorable] if call.not_scorable else call.error or ""


def _same_reason(call: Call, cards: Mapping[CallId, Scorecard]) -> str:
    """What kept every criterion of a scored call from a level, where it is one thing for all."""
    card = cards.get(call.id)
    if card is None or call.state is not CallState.SCORED:
        return ""
    belongs = [c for c in card.criteria if c.not_scored is not NotScoredBecause.NOT_APPLICABLE]
    reasons = {c.reason if c.level is None else "" for c in belongs}
    return reasons.pop() if len(reasons) == 1 else ""


def overall_of(call: Call, card: Scorecard | None) -> float | None:
    """The score of the call as it stands, 0-100 and not rounded, if it has one."""
    if card is None or card.overall is None or call.state is not CallState.SCORED:
        return None
    return card.overall


def one_decimal(overall: float | None) -> float | None:
    """A score as JSON gives it. People read whole points, which are not made from this one."""
    return None if overall is None else round(overall, 1)


def _report(results: Sequence[Result], *, as_json: bool) -> None:
    counts = dict(sorted(Counter(r.state for r in results).items()))
    if as_json:
        files = [replace(r, overall=one_decimal(r.overall)) for r in results]
        print_json({"files": files, "counts": counts})
    elif not results:
        say(f"Nothing to import: no file that ends in {' '.join(SUFFIXES)}.")
    else:
        _show(results)
        say(", ".join(f"{n} {state}" for state, n in counts.items()) + ".")
        _hints(results)
    if any(r.state in ("unreadable", "dead") for r in results):
        raise typer.Exit(FAILED)


def _show(results: Sequence[Result]) -> None:
    rows = [
        (
            r.file,
            r.state if r.new or r.call_id is None else f"{r.state} (known)",
            r.rep or "–",
            "–" if r.overall is None else wording.points(r.overall),
            r.detail,
        )
        for r in results
    ]
    print_table("Imported", ("file", "state", "rep", "score", "why not"), rows)


def _hints(results: Sequence[Result]) -> None:
    if any(r.reason in WHO for r in results):
        console.print(
            "Say who is who: `reploop people import people.csv`, or --rep with a speaker's "
            "label; then import the same files again."
        )
    strangers = sum(r.state == CallState.SCORED and r.rep is None for r in results)
    if strangers:
        console.print(
            f"{strangers} scored for a rep who is not among the known people, so no profile "
            "moved: add them with `reploop people import people.csv`, then import again."
        )
