"""``reploop appeals``: what reps contested and what became of it; decided ones as labels."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.files import named_path
from app.cli.opening import operator, prepared_services
from app.cli.output import Json, print_json, print_table, say
from config.labels_file import COLUMNS, NOT_APPLICABLE
from domain.appeals import Appeal, AppealState
from domain.calls import CallId, Transcript
from domain.labels import ANCHORED
from domain.ports import Stores
from jobs.appeals_count import Contests, contests
from jobs.services import Services

appeals = typer.Typer(help="Appeals against single levels.", no_args_is_help=True)
MOST = 100_000
_DECIDED = (AppealState.CHANGED, AppealState.KEPT)


@appeals.command("list", epilog="Example:  reploop appeals list --state open")
def appeals_list(
    state: Annotated[AppealState | None, typer.Option(help="Only appeals in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 50,
    as_json: Json = False,
) -> None:
    """Appeals, newest first: levels and states, no word that anybody wrote."""
    with prepared_services().database.read() as tx:
        found = tx.appeals.list(states=(state,) if state else (), limit=limit)
    if as_json:
        print_json([_numbers(appeal) for appeal in found])
    elif not found:
        say("No appeals in this state." if state else "No appeals yet.")
    else:
        columns = ("opened (UTC)", "rep", "criterion", "grader", "person", "state", "call")
        print_table("Appeals", columns, [_row(appeal) for appeal in found])


@appeals.command("criteria", epilog="Example:  reploop appeals criteria")
def appeals_criteria(as_json: Json = False) -> None:
    """How often each criterion was contested, kept and changed.

    Only what reps contest is here, so it says which wording to look at, not how often the
    grader errs. `*`: changed three times or more, and in half of the decisions.
    """
    with prepared_services().database.read() as tx:
        counted = contests(tx.appeals.list(limit=MOST))
    if as_json:
        print_json([_counted(each) for each in counted])
    elif not counted:
        say("No appeals yet.")
    else:
        columns = ("rubric", "criterion", "changed", "kept", "open", "moved by")
        print_table("Contested criteria", columns, [_criterion_row(each) for each in counted])


@appeals.command("labels", epilog="Example:  reploop appeals labels --out appeals/")
def appeals_labels(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", parser=named_path, help="A folder that is not there yet."
        ),
    ],
    as_json: Json = False,
) -> None:
    """Write decided appeals as labels, a file a rubric, and the transcripts they are of.

    Of several decisions about the same words only the newest is a label. Whoever decided had
    seen the grader's level: such labels are anchored. Their rater is `appeal:` with the id of
    who decided, and `reploop rubric test` leaves them out unless --appeals is given.
    """
    if out.exists():
        raise typer.BadParameter(f"{out} is there already", param_hint="--out")
    services = prepared_services()
    with services.database.read() as tx:
        decided = tx.appeals.list(states=_DECIDED, limit=MOST)
        found = {a.call_id: t for a in decided if (t := tx.calls.transcript(a.call_id))}
    labels = _newest(decided, found)
    spoken = {appeal.call_id: found[appeal.call_id] for appeal in labels}
    _note(services, labels)
    out.mkdir(parents=True)
    for rubric in sorted({appeal.rubric_name for appeal in labels}):
        of_it = [appeal for appeal in labels if appeal.rubric_name == rubric]
        _write_labels(out / f"{rubric}.csv", of_it)
    for call_id, transcript in spoken.items():
        _write_transcript(out / f"{call_id}.json", transcript)
    if as_json:
        print_json({"labels": len(labels), "calls": len(spoken), "folder": str(out)})
    else:
        say(f"{len(labels)} labels of {len(spoken)} calls written to {out}.")


def _newest(decided: Sequence[Appeal], spoken: Mapping[CallId, Transcript]) -> Sequence[Appeal]:
    """The last decision about the same words, rubric and criterion, latest decided first."""
    found: dict[tuple[object, ...], Appeal] = {}
    for appeal in sorted(decided, key=_decided_at, reverse=True):
        if appeal.call_id in spoken:
            words = tuple((turn.speaker, turn.text) for turn in spoken[appeal.call_id].turns)
            found.setdefault((words, appeal.rubric_name, appeal.criterion_id), appeal)
    return tuple(found.values())


def _decided_at(appeal: Appeal) -> tuple[datetime, str]:
    return appeal.decided_at or appeal.opened_at, appeal.id


def _note(services: Services, labels: Sequence[Appeal]) -> None:
    with services.database.write() as tx:
        for call_id in sorted({appeal.call_id for appeal in labels}):
            _note_call(tx, call_id, services)


def _note_call(tx: Stores, call_id: CallId, services: Services) -> None:
    tx.audit.add(
        at=services.now(), actor=operator(), action="export_transcript",
        subject=f"call:{call_id}", allowed=True, via="cli",
    )  # fmt: skip


def _write_labels(file: Path, labels: Sequence[Appeal]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        for appeal in labels:
            level = NOT_APPLICABLE if appeal.settled_level is None else appeal.settled_level
            name = f"{appeal.call_id}.json"
            rater = f"{ANCHORED}{appeal.decided_by}"
            writer.writerow([name, appeal.criterion_id, rater, level, ""])


def _write_transcript(file: Path, transcript: Transcript) -> None:
    turns = [
        {"speaker": t.speaker, "text": t.text, "start": t.start_s, "end": t.end_s}
        for t in transcript.turns
    ]
    file.write_text(json.dumps({"turns": turns}, ensure_ascii=False, indent=1), "utf-8")


def _numbers(appeal: Appeal) -> dict[str, object]:
    return {
        "id": appeal.id,
        "call_id": appeal.call_id,
        "criterion_id": appeal.criterion_id,
        "rubric": appeal.rubric_name,
        "rubric_version": appeal.rubric_version,
        "rep_id": appeal.rep_id,
        "state": appeal.state,
        "grader_level": appeal.grader_level,
        "level": appeal.level,
        "opened_at": appeal.opened_at,
        "decided_at": appeal.decided_at,
        "decided_by": appeal.decided_by,
    }


def _row(appeal: Appeal) -> tuple[str, ...]:
    decided = appeal.settled_level if appeal.decided else None
    given = "n/a" if appeal.decided and decided is None else _level(decided)
    return (
        f"{appeal.opened_at:%Y-%m-%d %H:%M}",
        appeal.rep_id,
        f"{appeal.rubric_name} {appeal.criterion_id}",
        _level(appeal.grader_level),
        given,
        appeal.state.value,
        appeal.call_id,
    )


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def _counted(each: Contests) -> dict[str, object]:
    return {
        "rubric": each.rubric_name,
        "criterion_id": each.criterion_id,
        "changed": each.changed,
        "kept": each.kept,
        "open": each.open,
        "moved": each.moved,
        "often_overturned": each.often_overturned,
    }


def _criterion_row(each: Contests) -> tuple[str, ...]:
    mark = " *" if each.often_overturned else ""
    moved = "–" if each.moved is None else f"{each.moved:+.1f}"
    counts = (str(each.changed), str(each.kept), str(each.open))
    return (each.rubric_name, f"{each.criterion_id}{mark}", *counts, moved)
