"""``reploop score``: transcripts, scored here and now; nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli.files import SUFFIXES, named_path
from app.cli.output import FAILED, STOPPED, Json, errors, note, print_json, say
from app.cli.score_file import Asked, GraderName, Means, rubric_for, score_file
from app.cli.score_many import Outcome, Run, shows_bar
from app.cli.score_out import OutFolder
from app.cli.score_report import document, show
from app.cli.score_sources import Sources, sources_of
from app.cli.score_summary import Line, line_of, not_kept, print_document, print_line, show_many
from config.settings import load_settings
from domain.calls import CallType


def score(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Transcripts (.vtt, .srt, .sbv, .json, .jsonl or text), folders, and patterns "
            "in quotes such as 'calls/**/*.vtt'.",
        ),
    ],
    rep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SPEAKER",
            help="Who the rep is: a speaker label of the file, or somebody's name or e-mail "
            "address; case and spaces do not matter. Repeat it for a rep under several labels. "
            "Default: the label that says so, like “Ana (rep)” or “Agent”, else the known rep.",
        ),
    ] = None,
    rubric: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which rubric. Default: the one for the type of call."),
    ] = None,
    call_type: Annotated[
        CallType | None, typer.Option(help="What the call was for. Default: from the file's name.")
    ] = None,
    grader: Annotated[
        GraderName | None, typer.Option(help="Who grades. Default: as REPLOOP_GRADER says.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=64,
            help="How many files a model grades side by side. Default: as a worker does.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            parser=named_path,
            help="Also write the JSON of each scored file in here.",
        ),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a line as each file is done.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Score transcripts and print what was found, with the moments that prove it.

    One file is shown whole; of several, or a folder, a table. A file that cannot be scored
    does not stop the others. Nothing is kept, and no database, Redis or vendor is needed.
    """  # fmt: skip
    if jsonl and as_json:
        raise typer.BadParameter("give one of --json and --jsonl", param_hint="--jsonl")
    sources = sources_of(paths, out)
    asked = Asked(
        file=Path(paths[0]),
        reps=tuple(rep or ()),
        rubric=rubric,
        call_type=call_type,
        grader=grader,
        quiet=as_json or jsonl,
    )
    means = _means(asked)
    folder = OutFolder.made(out, sources.files) if out is not None else None
    how = _How(jsonl=jsonl, as_json=as_json, out=folder)
    if sources.single and not jsonl:
        _one(asked, means, sources, how)
        return
    at_once = (jobs or means.parallel) if means.grader.name == "model" else 1
    _many(Run(asked, means, at_once), sources, how)


@dataclass(frozen=True, slots=True)
class _How:
    """In which form the results leave."""

    jsonl: bool
    as_json: bool
    out: OutFolder | None

    def kept(self, outcome: Outcome) -> Outcome:
        """The outcome, written into the folder if there is to be one."""
        return self.out.keep(outcome) if self.out else outcome


def _means(asked: Asked) -> Means:
    means = Means.of(load_settings(), asked)
    if asked.rubric is not None:  # a name nobody knows is said once, not for every file
        rubric_for(asked.rubric, CallType.OTHER, means.configured)
    return means


def _one(asked: Asked, means: Means, sources: Sources, how: _How) -> None:
    with errors.status("Scoring …"):  # shown on a terminal only
        scored = score_file(asked, means)
    outcome = how.kept(Outcome(sources.files[0], scored=scored))
    if how.as_json:
        print_json({**document(scored), **not_kept(outcome)})
    else:
        show(scored)
    if outcome.unkept:
        if not how.as_json:
            note(f"not kept: {outcome.unkept.message}. {outcome.unkept.remedy}.")
        raise typer.Exit(FAILED)


def _many(run: Run, sources: Sources, how: _How) -> None:
    """Go through the files; with Ctrl-C, what was done until then is shown all the same."""
    done: dict[int, Line] = {}
    stopped = False
    try:
        for place, outcome in run.outcomes(sources, bar=shows_bar(streams=how.jsonl)):
            kept = how.kept(outcome)
            done[place] = line_of(kept, with_entry=how.as_json)
            if how.jsonl:
                print_line(kept)
    except KeyboardInterrupt:
        stopped = True
    _report([done[place] for place in sorted(done)], sources, how, stopped=stopped)
    if stopped:
        note(f"stopped: {len(done)} of {len(sources.files)} files were done.")
        raise typer.Exit(STOPPED)
    if any(line.failed or line.unkept for line in done.values()):
        raise typer.Exit(FAILED)


def _report(lines: Sequence[Line], sources: Sources, how: _How, *, stopped: bool) -> None:
    if how.jsonl:
        return
    if how.as_json:
        print_document(lines, stopped=stopped)
    elif not sources.files:
        say(f"Nothing to score: no file that ends in {' '.join(SUFFIXES)}.")
    elif lines:
        show_many(lines)
