"""Every error as one sentence with its remedy, and an exit code that scripts can use.

0 done; 1 something failed; 2 the command was not understood (an unknown option, a value
that cannot be); 3 there is no such thing, or it may not be seen; 130 stopped with Ctrl-C.
With ``--json`` the error is a JSON document too, on standard error:
``{"error": {"code", "message", "remedy", "exit_code"}}``.
"""

import os
import re
import sqlite3
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from app.cli.output import FAILED, MISUSED, NOT_FOUND, STOPPED, as_json, errors, shown
from domain.errors import (
    ConfigurationError,
    IntegrationError,
    NotVisible,
    ReploopError,
    StoreUnavailable,
    UnreadableTranscript,
)

_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
FORMATS = "Reploop reads .vtt, .srt, .sbv, .json, .jsonl and text with “Name: …” lines"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for a person and for a script. ``code`` is one word and stable."""

    code: str
    message: str
    remedy: str = ""
    exit_code: int = FAILED


def explained(error: Exception) -> Problem:
    """The problem behind an error. What is not known here is a defect of ours."""
    match error:
        case typer.TyperException():
            return Problem("usage", _usage(error), _help_of(error), MISUSED)
        case typer.Abort():
            return Problem("stopped", "nothing was done", "Answer y, or give --yes")
        case ReploopError():
            return _ours(error)
        case OSError() if error.strerror:
            name = error.filename or "input and output"
            return Problem("system", f"{name}: {error.strerror}", _system_remedy(error))
    return _of_sqlite(getattr(error, "orig", error)) or _defect(error)


def _ours(error: ReploopError) -> Problem:
    match error:
        case ConfigurationError():
            return Problem("configuration", f"{error.where}: {error.problem}", error.remedy)
        case NotVisible():
            return Problem("not_found", str(error), exit_code=NOT_FOUND)
        case UnreadableTranscript():
            missing = isinstance(error.__cause__, OSError)
            return Problem("unreadable", str(error), "" if missing else FORMATS)
        case StoreUnavailable():
            remedy = "See that it runs and that REPLOOP_DATABASE_URL is right, then try again"
            return Problem("unavailable", f"the database cannot be used now: {error}", remedy)
        case IntegrationError():
            return Problem("vendor", str(error), "`reploop doctor` checks every connection")
    return Problem("failed", str(error))


def _usage(error: typer.TyperException) -> str:
    """Typer's sentence without the words of its parser and the quotes around options."""
    said = error.format_message().replace(": Value error, ", ": ")
    return re.sub(r"for '([^']+)':", r"for \1:", said)


def _help_of(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"`{context.command_path} --help` says what it takes" if context else ""


def _system_remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "Give yourself the right to it, or choose another place"
    if isinstance(error.filename, str) and not _of_data_folder(Path(error.filename)):
        return "Check the path, or give another"
    return "REPLOOP_DATA_DIR and REPLOOP_DATABASE_URL say where things are kept: check both"


def _of_data_folder(path: Path) -> bool:
    """Whether it is the data folder, lies within it, or is on the way to it."""
    kept = Path(os.environ.get("REPLOOP_DATA_DIR") or "data").absolute()
    found = path.absolute()
    return found == kept or kept in found.parents or found in kept.parents


def _of_sqlite(error: object) -> Problem | None:
    if not isinstance(error, sqlite3.Error):
        return None
    number = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if number in _DAMAGED:
        return Problem(
            "database",
            "the database file is damaged, or is no SQLite database",
            "Put a backup in its place, or move the file away to begin anew; it is "
            "reploop.db in the data folder, or what REPLOOP_DATABASE_URL names",
        )
    if number in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        remedy = "Give yourself the right to write the file and its folder"
        return Problem("database", "the database file cannot be opened for writing", remedy)
    return None


def _defect(error: Exception) -> Problem:
    if os.environ.get("REPLOOP_LOG_LEVEL", "").lower() == "debug":
        traceback.print_exception(error, file=sys.stderr)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    # Only the place: the error's own text may hold what somebody said on a call.
    place = f" at {Path(last[0].filename).name}, line {last[0].lineno}" if last else ""
    return Problem(
        "defect",
        f"a defect of Reploop: {type(error).__name__}{place}",
        "REPLOOP_LOG_LEVEL=debug shows the whole trace; please report it",
    )


def tell(problem: Problem, *, json_wanted: bool) -> int:
    """Write the problem to standard error; returns the exit code."""
    if json_wanted:
        sys.stderr.write(as_json({"error": problem}) + "\n")
        return problem.exit_code
    message, remedy = problem.message.rstrip("."), problem.remedy.rstrip(".")
    errors.print(f"[red]error:[/red] {shown(message)}.")
    if remedy:
        errors.print(f"       {shown(remedy)}.")
    return problem.exit_code


class PlainGroup(TyperGroup):
    """The command with one way out: whatever happens ends in a sentence and an exit code."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **options: Any) -> Any:
        """Run the command and end the process with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        json_wanted = "--json" in arguments
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a console that cannot show a letter shows its code
                stream.reconfigure(errors="backslashreplace")
        options["standalone_mode"] = False
        try:
            code = super().main(arguments, *others, **options)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = FAILED
        except KeyboardInterrupt:
            code = STOPPED
        except Exception as error:  # the edge: nobody gets a trace for an answer
            code = _ended(error, json_wanted=json_wanted)
        sys.exit(code if isinstance(code, int) else 0)


def _ended(error: Exception, *, json_wanted: bool) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # the help was just shown
        return MISUSED
    return tell(explained(error), json_wanted=json_wanted)
