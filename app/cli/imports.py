"""``reploop import`` and ``reploop people``: one's own transcripts and people."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from app.cli.output import FAILED, Json, console, fail, print_json, print_table, speaks_plainly
from app.people_csv import read_people
from app.services import prepared_services
from domain.calls import Call, CallId, CallType
from domain.effects import Queue
from domain.errors import ConfigurationError, UnreadableTranscript
from integrations.transcripts.read import read_transcript
from jobs.import_call import OwnTranscript, import_call
from jobs.services import Services
from jobs.work import work_off

SUFFIXES = (".vtt", ".srt", ".json", ".jsonl", ".txt", ".md")

people = typer.Typer(help="People and teams.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file."""

    file: str
    call_id: str | None
    state: str
    reason: str | None


@speaks_plainly
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Transcript files or folders of them.")],
    rep: Annotated[
        str | None, typer.Option(help="Name, e-mail address or speaker label of the rep.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(help="When the calls were (ISO 8601); default: the file's date.")
    ] = None,
    call_type: Annotated[
        CallType | None, typer.Option(help="What they were for; default: from the file name.")
    ] = None,
    score: Annotated[bool, typer.Option(help="Score them here, without a worker.")] = True,
    as_json: Json = False,
) -> None:
    """Bring in transcripts of your own; no vendor is needed. The same file twice is one call."""
    services = prepared_services()
    given = _moment(date)
    files = list(_files(paths))
    shown = track(files, "Reading", console=console, disable=as_json or len(files) < 2)
    results = [_one(file, rep, given, call_type, services) for file in shown]
    if score:
        work_off(Queue.SCORE, services)
        results = [_now(result, services) for result in results]
    _report(results, as_json=as_json)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
        elif path.is_file():
            yield path
        else:
            fail(f"{path}: there is no such file or folder")


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(
            "--date", f"{text!r} is not a date", "Write 2026-11-24 or 2026-11-24T09:30:00+01:00"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _one(
    file: Path, rep: str | None, given: datetime | None, kind: CallType | None, services: Services
) -> Result:
    data = file.read_bytes()
    try:
        transcript = read_transcript(data, file.name)
    except UnreadableTranscript as error:
        return Result(str(file), None, "unreadable", error.problem)
    modified = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    call, _ = import_call(
        OwnTranscript(
            ref=hashlib.sha256(data).hexdigest()[:32],
            title=file.stem.replace("_", " "),
            transcript=transcript,
            started_at=given or modified,
            rep=rep,
            call_type=kind,
        ),
        services,
    )
    return _result(str(file), call)


def _result(file: str, call: Call) -> Result:
    reason = call.not_scorable.value if call.not_scorable else call.error
    return Result(file, call.id, call.state.value, reason)


def _now(result: Result, services: Services) -> Result:
    if result.call_id is None:
        return result
    with services.database.read() as tx:
        call = tx.calls.get(CallId(result.call_id))
    return _result(result.file, call) if call else result


def _report(results: list[Result], *, as_json: bool) -> None:
    if as_json:
        print_json(results)
    else:
        rows = [(r.file, r.call_id or "–", r.state, r.reason or "") for r in results]
        print_table("Imported", ("file", "call", "state", "reason"), rows)
        counts = Counter(r.state for r in results)
        console.print(", ".join(f"{n} {state}" for state, n in sorted(counts.items())) or "nothing")
    if any(r.state in ("unreadable", "dead") for r in results):
        raise typer.Exit(FAILED)


@people.command("import")
@speaks_plainly
def people_import(
    file: Annotated[Path, typer.Argument(help="A CSV file: name,email,role,team,time_zone,…")],
    as_json: Json = False,
) -> None:
    """Add or change people and teams from a CSV file; nobody is removed."""
    services = prepared_services()
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        fail(f"{file}: {error.strerror}")
    except UnicodeDecodeError:
        fail(f"{file}: it is not UTF-8; save it as CSV UTF-8")
    with services.database.write() as tx:
        found, teams = read_people(text, file.name, tx.people.organisation())
        added, changed = tx.people.put(found, teams)
    if as_json:
        print_json({"added": added, "changed": changed, "teams": len(teams)})
    else:
        console.print(f"{added} added, {changed} changed, {len(teams)} teams.")


@people.command("list")
@speaks_plainly
def people_list(as_json: Json = False) -> None:
    """Show who is known."""
    with prepared_services().database.read() as tx:
        known = tx.people.organisation()
    if as_json:
        print_json(known)
        return
    rows = [
        (p.id, p.name, p.role.value, p.team_id or "–", p.email, "yes" if p.active else "no")
        for p in known.people
    ]
    print_table("People", ("id", "name", "role", "team", "e-mail", "active"), rows)
