"""``reploop signals FILE``: what the built-in reader sees in each turn; nothing is kept."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from app.cli.conversations import Conversation, conversations_in, holds_conversations
from app.cli.files import named_path, read_bounded
from app.cli.known_people import known_people
from app.cli.output import FAILED, Json, errors, plain, print_json, print_table, shown
from app.cli.signals_call import read_call
from app.cli.whose import find_rep
from config.settings import load_settings
from domain.errors import UnreadableTranscript
from integrations.transcripts.read import read_transcript
from scoring.builtin.turn_signals import TurnReading, read_turns

STDIN = "-"
_FIGURES = (
    "question", "open_question", "reflection", "objection", "commitment", "next_step", "builds_on",
)  # fmt: skip
_CUT = 60


def signals(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A transcript as `score` reads it, or .jsonl with one conversation a line; "
            "- reads such lines from standard input.",
        ),
    ],
    rep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SPEAKER",
            help="Who the rep of a transcript is, as for `score`. Lines say it themselves.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say for each turn how likely it is a question, a reflection, an objection and so on.

    Many conversations give one JSON line each. Nothing is kept.
    """
    path = named_path(file)
    if file == STDIN:
        _each(sys.stdin.buffer, "standard input", rep, as_json=as_json)
    elif holds_conversations(path):
        with path.open("rb") as lines:
            _each(lines, str(path), rep, as_json=as_json)
    else:
        _one(path, tuple(rep or ()), as_json=as_json)


def _one(file: Path, reps: tuple[str, ...], *, as_json: bool) -> None:
    transcript = read_transcript(read_bounded(file), file.name)
    found = find_rep(transcript, reps, known_people(load_settings(), quiet=as_json))
    read = Conversation(file.stem, found.sided.transcript)
    if as_json:
        print_json(_document(read))
    else:
        _show(read)


def _each(lines: BinaryIO, name: str, rep: list[str] | None, *, as_json: bool) -> None:
    if rep:
        problem = "each line of a file of conversations names its own rep"
        raise typer.BadParameter(problem, param_hint="--rep")
    failed = False
    for read in conversations_in(lines, name):
        if isinstance(read, UnreadableTranscript):
            failed = True
            _tell(read, as_json=as_json)
        elif as_json:
            # Pure ASCII: no character of a transcript steers a terminal or breaks a line.
            sys.stdout.write(json.dumps(_document(read)) + "\n")
            sys.stdout.flush()
        else:
            _show(read)
    if failed:
        raise typer.Exit(FAILED)


def _tell(error: UnreadableTranscript, *, as_json: bool) -> None:
    """One line for each, so that a script can read them one by one."""
    if as_json:
        problem = {"code": "unreadable", "message": str(error), "remedy": "", "exit_code": FAILED}
        sys.stderr.write(json.dumps({"error": problem}) + "\n")
    else:
        errors.print(f"[red]error:[/red] {shown(error)}.")


def _document(read: Conversation) -> dict[str, object]:
    call, turns = read_call(read.transcript), read_turns(read.transcript)
    return {"id": read.id, "call": plain(call), "turns": plain(turns)}


def _show(read: Conversation) -> None:
    rows = list(_rows(read))
    print_table(str(read.id), ("turn", "who", *(_short(f) for f in _FIGURES), "text"), rows)


def _rows(read: Conversation) -> Iterator[list[str]]:
    for turn, seen in zip(read.transcript.turns, read_turns(read.transcript), strict=True):
        text = turn.text if len(turn.text) <= _CUT else f"{turn.text[: _CUT - 1]}…"
        yield [str(turn.index), turn.speaker, *(_figure(seen, f) for f in _FIGURES), text]


def _figure(seen: TurnReading, name: str) -> str:
    return f"{getattr(seen, name):.2f}"


def _short(name: str) -> str:
    return name.partition("_")[0]
