"""What the commands about a rubric's agreement with people are all told."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.files import named_path
from app.cli.score_file import GraderName
from domain.calls import CallType

Name = Annotated[str, typer.Argument(metavar="NAME", help="Which rubric.")]
Version = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Which version. Default: the newest, draft or not."),
]
Against = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Also grade with this version, and say who would move."),
]
Labels = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        parser=named_path,
        help="CSV with people's levels. Repeat it for several files.",
    ),
]
Appeals = Annotated[
    bool,
    typer.Option(
        "--appeals",
        help="Count labels of decided appeals too. Who gave them had seen the grader's level, so "
        "agreement comes out too high on what was kept, and too low on what is contested.",
    ),
]
Calls = Annotated[
    list[str] | None,
    typer.Option(metavar="FOLDER", help="The transcripts. Repeat it for several folders."),
]
Reps = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SPEAKER",
        help="Who the rep is, as for `score`. Repeat it: in each call those who speak there count.",
    ),
]
Kind = Annotated[
    CallType | None, typer.Option(help="What the calls were for. Default: from the files' names.")
]
Grader = Annotated[
    GraderName | None, typer.Option(help="Who grades. Default: as REPLOOP_GRADER says.")
]
Runs = Annotated[
    int, typer.Option(min=1, max=10, help="Grade each labelled call so often, to see how steady.")
]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=512, help="How many calls a model has at once."),
]
