"""``reploop rubric sheet``: calls to be labelled by people who see no grader's level."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli.files import named_path, read_bounded
from app.cli.known_people import known_people
from app.cli.labelling_page import CallToLabel, labelling_page
from app.cli.output import Json, note, print_json, say
from app.cli.rubric_options import Kind, Name, Reps, Version
from app.cli.rubric_trial import calls_in, chosen
from app.cli.score_sources import Source
from app.cli.shadow import speaking
from app.cli.whose import find_rep
from app.configured import load_configured
from config.labels_file import labels_text
from config.settings import load_settings
from domain import wording
from domain.calls import CallType, Transcript
from domain.errors import ConfigurationError, UnreadableTranscript
from domain.people import Organisation
from domain.rubrics import Rubric
from integrations.transcripts.read import read_transcript
from scoring.call_type import guess_call_type

Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="The transcripts to label.")]
Out = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FILE", parser=named_path, help="The CSV; the page gets the same name."
    ),
]
Rater = Annotated[
    str, typer.Option(metavar="NAME", help="Who will label. Default: asked for on the page.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]


def rubric_sheet(
    name: Name,
    folder: Folder,
    out: Out,
    rater: Rater = "",
    version: Version = None,
    rep: Reps = None,
    call_type: Kind = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Write a blind labelling sheet: a CSV to fill in, and a page that saves the same CSV.

    The page holds the transcripts with numbered turns and each behaviour with its five levels.
    It needs no network and no server, and shows no score. Give each person a copy of their own.
    """
    settings = load_settings()
    rubric = chosen(load_configured(settings).rubrics, name, version)
    page = out.with_suffix(".html")
    _refuse_place(out)
    _refuse_overwriting([out, page], force=force)
    known = known_people(settings, quiet=as_json)
    sources = calls_in([folder])
    sheet = _Sheet(rubric, call_type, known, tuple(rep or ()))
    calls: list[CallToLabel] = []
    problems: dict[str, str] = {}
    for call, source in sources.items():
        try:
            calls.append(sheet.call(len(calls), call, source))
        except UnreadableTranscript as error:
            problems[call] = str(error)
    rows = [(call.name, criterion.id, rater) for call in calls for criterion in call.criteria]
    if not rows:
        raise ConfigurationError(folder, "there is nothing to label in it", "Give transcripts")
    # With its mark a spreadsheet takes the file for UTF-8.
    out.write_text(labels_text(rows), encoding="utf-8-sig", newline="")
    page.write_text(labelling_page(rubric, calls, rater=rater, file=out.name), encoding="utf-8")
    if as_json:
        print_json({"csv": str(out), "page": str(page), "calls": len(calls), "labels": len(rows),
                    "unreadable": problems})  # fmt: skip
        return
    for problem in problems.values():
        note(problem)
    to_give = f"{len(rows)} labels to give on {wording.calls(len(calls))}"
    say(f"{to_give}: {out}, or in a browser {page}.")


def _refuse_place(out: Path) -> None:
    if out.suffix.lower() != ".csv":
        raise typer.BadParameter("name a .csv file", param_hint="--out")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}", param_hint="--out")


def _refuse_overwriting(files: list[Path], *, force: bool) -> None:
    there = next((file for file in files if file.exists()), None)
    if there is not None and not force:
        remedy = "It may hold labels: give another --out, or --force to write over it"
        raise ConfigurationError(str(there), "there is such a file already", remedy)


@dataclass(frozen=True, slots=True)
class _Sheet:
    rubric: Rubric
    call_type: CallType | None
    known: Organisation
    reps: tuple[str, ...]

    def call(self, place: int, name: str, source: Source) -> CallToLabel:
        """Raises ``UnreadableTranscript``."""
        transcript = read_transcript(read_bounded(source.path), source.path.name)
        stem = source.path.stem.replace("_", " ").replace("-", " ")
        kind = self.call_type or guess_call_type(stem)
        return CallToLabel(place, name, self._sided(transcript), self.rubric.applicable(kind))

    def _sided(self, transcript: Transcript) -> Transcript:
        """With the rep's turns marked where one can tell; people see who speaks all the same."""
        try:
            reps = speaking(transcript, self.reps, self.known)
            return find_rep(transcript, reps, self.known).sided.transcript
        except typer.BadParameter:
            return transcript
