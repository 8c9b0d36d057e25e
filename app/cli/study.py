"""``reploop study``: the statistics of proficiency on plain files."""

import gc
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.files import named_path
from app.cli.output import Json, errors, print_json, say
from domain.errors import ConfigurationError

DataDir = Annotated[
    Path,
    typer.Argument(
        metavar="DATA_DIR",
        parser=named_path,
        help="Folder with org.json and score_events.csv.",
    ),
]
OutDir = Annotated[
    Path,
    typer.Option("--out", metavar="OUT_DIR", parser=named_path, help="Where the tables go."),
]


def study(data_dir: DataDir, out: OutDir, as_json: Json = False) -> None:
    """Replay a company's history of scores, week by week, into tables.

    Every row knows only what had arrived by its day. Uses the functions that the product
    uses. The columns of both folders stand in docs/study.md.
    """
    # Read here: only this command needs the numeric library, which takes a while to load.
    from app.study.files import read_study
    from app.study.run import FIRST_DAY, WEEK
    from app.study.tables import tables_of, write_study

    # Millions of small objects without a cycle among them: looking for cycles would take a
    # quarter of the time.
    gc.disable()
    known = read_study(data_dir)
    weeks = max(1, len(range(FIRST_DAY, known.days, WEEK)))
    with Progress(console=errors, transient=True) as progress:
        task = progress.add_task("Weeks", total=weeks)
        try:
            for _ in write_study(known, out):
                progress.advance(task)
        except OSError as error:
            where, why = error.filename or out, error.strerror or "it cannot be written"
            raise ConfigurationError(str(where), why, "Give another folder with --out") from error
    files = [f"{name}.csv" for name in tables_of(known)]
    if as_json:
        print_json({"out": str(out), "files": files, "weeks": weeks})
        return
    say(f"{weeks} weeks of {len(known.reps)} reps: {', '.join(files)} in {out}.")
