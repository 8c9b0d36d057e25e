"""``reploop score FILE``: one transcript, scored here and now; nothing is kept."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from app.cli.output import Json, console, fail, print_json, speaks_plainly
from app.configured import grader_of, load_configured
from config.settings import load_settings
from domain.calls import Call, CallId, CallState, CallType, Participant, Transcript
from domain.people import Organisation
from domain.rubrics import Rubric
from domain.scores import CriterionScore, Scorecard
from integrations.transcripts.read import read_transcript
from scoring.call_type import guess_call_type
from scoring.scorecard import make_scorecard
from scoring.sides import Sided, assign_sides


@dataclass(frozen=True, slots=True)
class Scored:
    """A scored file."""

    call: Call
    sided: Sided
    rubric: Rubric
    card: Scorecard


@speaks_plainly
def score(
    file: Annotated[Path, typer.Argument(help="A transcript: .vtt, .srt, .json, .jsonl, .txt.")],
    rep: Annotated[
        str | None, typer.Option(help="The label under which the rep speaks in the file.")
    ] = None,
    rubric: Annotated[str | None, typer.Option(help="Which rubric; see config/rubrics/.")] = None,
    call_type: Annotated[
        CallType | None, typer.Option(help="What the call was for; default: from the file name.")
    ] = None,
    grader: Annotated[str | None, typer.Option(help="builtin or model.")] = None,
    as_json: Json = False,
) -> None:
    """Score one transcript and print what was found, with the moments that prove it."""
    scored = score_file(file, rep, rubric, call_type, grader)
    if as_json:
        print_json(document(scored, file))
    else:
        show(scored)


def score_file(
    file: Path, rep: str | None, rubric: str | None, call_type: CallType | None, grader: str | None
) -> Scored:
    """Read, tell the sides apart, grade and check. Raises ``ReploopError``."""
    settings = load_settings()
    configured, chosen = load_configured(settings), grader_of(settings, grader)
    transcript = read_transcript(_bytes(file), file.name)
    sided = _sides(transcript, rep, file)
    kind = call_type or guess_call_type(file.stem.replace("_", " ").replace("-", " "))
    used = configured.rubrics.named(rubric) if rubric else configured.rubrics.for_call(kind)
    now = datetime.now(UTC)
    call = Call(
        id=CallId(file.stem),
        provider="file",
        provider_ref=file.name,
        title=file.stem,
        started_at=now,
        duration_s=transcript.duration_s,
        state=CallState.READY,
        call_type=kind,
        not_scorable=sided.not_scorable,
    )
    reply = chosen.grade(used, kind, sided.transcript)
    card = make_scorecard(
        call=call,
        rubric=used,
        transcript=sided.transcript,
        reply=reply,
        grader_name=chosen.name,
        grader_version=chosen.version,
        created_at=now,
    )
    return Scored(replace(call, state=CallState.SCORED), sided, used, card)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror or 'cannot be read'}")


def _sides(transcript: Transcript, rep: str | None, file: Path) -> Sided:
    speakers = transcript.speakers
    if rep is None and speakers:
        names = ", ".join(repr(name) for name in speakers[:12])
        fail(f"{file}: say who the rep is with --rep. The speakers are: {names}", 2)
    people = tuple(Participant(name) for name in speakers)
    nobody = Organisation((), ())
    sided = assign_sides(transcript, people, nobody, host_email=None, given_rep=rep)
    if rep is not None and speakers and not sided.rep_speakers:
        names = ", ".join(repr(name) for name in speakers[:12])
        fail(f"{file}: nobody speaks as {rep!r}. The speakers are: {names}", 2)
    return sided


def document(scored: Scored, file: Path) -> dict[str, Any]:
    """The JSON object that ``--json`` prints."""
    card, transcript = scored.card, scored.sided.transcript
    return {
        "call": {
            "file": file.name,
            "title": scored.call.title,
            "type": scored.call.call_type,
            "duration_s": round(transcript.duration_s, 3),
            "turns": len(transcript.turns),
            "speakers": list(transcript.speakers),
            "rep": list(scored.sided.rep_speakers),
            "language": transcript.language,
            "not_scorable": scored.call.not_scorable,
        },
        "rubric": {"name": card.rubric_name, "version": card.rubric_version},
        "grader": {"name": card.grader_name, "version": card.grader_version},
        "overall": None if card.overall is None else round(card.overall, 1),
        "medal": card.medal,
        "summary": card.summary,
        "criteria": [_criterion(c, transcript) for c in card.criteria],
    }


def _criterion(score: CriterionScore, transcript: Transcript) -> dict[str, Any]:
    return {
        "id": score.criterion_id,
        "skill_ids": list(score.skill_ids),
        "level": score.level,
        "score": score.score,
        "not_scored": score.not_scored,
        "reason": score.reason,
        "tip": score.tip,
        "better": score.better,
        "evidence": [
            {
                "quote": e.quote,
                "turn": e.turn_index,
                "start_s": transcript.turns[e.turn_index].start_s,
                "speaker": transcript.turns[e.turn_index].speaker,
                "side": transcript.turns[e.turn_index].side,
            }
            for e in score.evidence
        ],
    }


def show(scored: Scored) -> None:
    """The same for people."""
    card, transcript = scored.card, scored.sided.transcript
    overall = "not scored" if card.overall is None else f"{card.overall:.0f} of 100"
    medal = f" · {card.medal.value}" if card.medal else ""
    console.print(f"[bold]{escape(scored.call.title)}[/bold]: {overall}{medal} (one call)")
    console.print(
        f"[dim]{card.rubric_name} v{card.rubric_version}, grader {card.grader_name} "
        f"{card.grader_version}, {len(transcript.turns)} turns[/dim]"
    )
    console.print(escape(card.summary))
    titles = {c.id: c.title for c in scored.rubric.criteria}
    for score_ in card.criteria:
        found = f"{score_.score:.0f}" if score_.score is not None else f"– ({score_.not_scored})"
        console.print(f"\n[bold]{escape(titles[score_.criterion_id])}[/bold]  {found}")
        for line in (score_.reason, score_.tip and f"Tip: {score_.tip}"):
            if line:
                console.print(f"  {escape(line)}")
        for evidence in score_.evidence:
            turn = transcript.turns[evidence.turn_index]
            minutes, seconds = divmod(int(turn.start_s), 60)
            said = f"{minutes}:{seconds:02d} {turn.speaker}: “{evidence.quote}”"
            console.print(f"  [dim]{escape(said)}[/dim]")
