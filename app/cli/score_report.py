"""One scored file, for scripts and for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.cli.output import console, say_indented, shown
from app.cli.whose import Found, listed
from domain import wording
from domain.calls import Call, NotScorable, Transcript
from domain.rubrics import CriterionId, Rubric
from domain.scores import CriterionScore, Scorecard
from web.words import NOT_SCORABLE, NOT_SCORED


@dataclass(frozen=True, slots=True)
class Scored:
    """A scored file: who was taken for whom, and the scorecard."""

    file: str
    call: Call
    found: Found
    rubric: Rubric
    card: Scorecard

    @property
    def transcript(self) -> Transcript:
        """The transcript with sides."""
        return self.found.sided.transcript


SPENT = ("prompt_tokens", "completion_tokens", "cost")
"""What of a scorecard's usage is said, and adds up over calls."""


def spent(usages: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The sums, where a model was asked; of the cost only if it is known of every call."""
    asked = [usage for usage in usages if usage.get("prompt_tokens")]
    known = [name for name in SPENT if asked and all(name in usage for usage in asked)]
    return {name: sum(usage[name] for usage in asked) for name in known}


def used(usage: Mapping[str, float]) -> str:
    """``Used 3,512 tokens in and 420 out, cost 0.0123.``, or nothing."""
    if not usage:
        return ""
    tokens = f"{usage['prompt_tokens']:,.0f} tokens in and {usage['completion_tokens']:,.0f} out"
    cost = f", cost {usage['cost']:.4f}" if "cost" in usage else ""
    return f"Used {tokens}{cost}."


def document(scored: Scored) -> dict[str, Any]:
    """The JSON object that ``--json`` prints."""
    card, transcript = scored.card, scored.transcript
    usage = spent([card.usage])  # only a model uses anything
    return {
        **({"usage": usage} if usage else {}),
        "call": {
            "file": scored.file,
            "title": scored.call.title,
            "type": scored.call.call_type,
            "duration_s": round(transcript.duration_s, 3),
            "turns": len(transcript.turns),
            "speakers": list(transcript.speakers),
            "rep": list(scored.found.sided.rep_speakers),
            "rep_found_by": scored.found.by,
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
    card = scored.card
    overall = "no score" if card.overall is None else f"{wording.points(card.overall)} of 100"
    medal = f", {card.medal.value}" if card.medal else ""
    console.print(f"[bold]{shown(scored.call.title)}[/bold]: {overall}{medal} (one call)")
    console.print(f"[dim]{shown(_how(scored))}[/dim]")
    for label in scored.found.look_alikes:
        console.print(
            f"[yellow]note:[/yellow] {shown(f'“{label}” may be the rep too')}: "
            "repeat --rep to count those words."
        )
    if scored.call.not_scorable:
        console.print(NOT_SCORABLE[scored.call.not_scorable])
        if scored.call.not_scorable is NotScorable.NO_SPEAKERS:
            console.print(
                "Speech needs a name before it: `<v Ana Lee>…` in WebVTT, or `Ana Lee: …`."
            )
        return
    console.print(shown(card.summary))
    titles = {c.id: c.title for c in scored.rubric.criteria}
    for one in card.criteria:
        if one.score is not None:
            _show_criterion(one, titles[one.criterion_id], scored.transcript)
    _show_not_scored([one for one in card.criteria if one.score is None], titles)
    if used_up := used(spent([card.usage])):
        console.print(f"\n[dim]{shown(used_up)}[/dim]")


def _how(scored: Scored) -> str:
    card, found = scored.card, scored.found
    rep = f"rep {listed(found.sided.rep_speakers)}" if found.sided.rep_speakers else "no rep"
    by = {"label": " (the label says so)", "name": " (by name)"}.get(found.by or "", "")
    turns = len(scored.transcript.turns)
    return (
        f"{card.rubric_name} v{card.rubric_version}, grader {card.grader_name} "
        f"{card.grader_version}, {turns} {'turn' if turns == 1 else 'turns'}, {rep}{by}"
    )


def _show_criterion(one: CriterionScore, title: str, transcript: Transcript) -> None:
    points = "–" if one.score is None else wording.points(one.score)
    console.print(f"\n[bold]{shown(title)}[/bold]  {points}")
    for line in (one.reason, one.tip and f"Tip: {one.tip}", one.better and f"Better: {one.better}"):
        if line:
            say_indented(line, 2)
    for evidence in one.evidence:
        turn = transcript.turns[evidence.turn_index]
        said = f"{wording.clock(turn.start_s)} {turn.speaker}: “{evidence.quote}”"
        say_indented(said, 4, "dim")


def _show_not_scored(left: Sequence[CriterionScore], titles: Mapping[CriterionId, str]) -> None:
    """Each reason once, with all it holds for."""
    titles_by_reason: dict[str, list[str]] = {}
    for one in left:
        why = one.reason or (NOT_SCORED[one.not_scored] if one.not_scored else "")
        titles_by_reason.setdefault(why, []).append(titles[one.criterion_id])
    for why, named in titles_by_reason.items():
        console.print("\n[bold]Not scored[/bold]")
        say_indented(why, 2)
        for title in named:
            say_indented(f"• {title}", 4)
