"""``reploop calls rescore CALL --check``: whether a stored score can be made again."""

import typer

from app.cli.output import FAILED, print_json, say
from domain.calls import CallId
from jobs.reproduce import Reproduction, Verdict, reproduce
from jobs.services import Services

_SAID = {
    Verdict.IDENTICAL: "Scored again from the stored transcript: identical.",
    Verdict.DIFFERENT: "Scored again from the stored transcript, it is different in:",
    Verdict.NOT_EXACT: "A model graded it. Asked again it may answer differently, so this cannot "
    "be compared exactly; how often levels change, `reploop stability` says.",
    Verdict.OTHER_GRADER: "Another version of the built-in grader made it than the one that is "
    "installed: install the Reploop of its day to make it again.",
    Verdict.REVISED: "The call is to be scored again and waits for its new score.",
}


def check_call(call: str, services: Services, *, as_json: bool) -> None:
    """Make the score again, say what came of it, and end with 1 if it does not hold."""
    found = reproduce(CallId(call), services)
    if as_json:
        print_json(_document(call, found))
    else:
        _show(found)
    if not found.holds:
        raise typer.Exit(FAILED)


def _document(call: str, found: Reproduction) -> dict[str, object]:
    card = found.card
    return {
        "call": call,
        "verdict": found.verdict,
        "grader": {"name": card.grader_name, "version": card.grader_version},
        "rubric": {"name": card.rubric_name, "version": card.rubric_version},
        "differences": found.differences,
        "broken_evidence": found.broken,
        "not_scored_again": found.vain,
    }


def _show(found: Reproduction) -> None:
    card = found.card
    say(
        f"It names grader {card.grader_name} {card.grader_version}, rubric {card.rubric_name} "
        f"v{card.rubric_version}, version {card.call_version} of the call.",
        _SAID[found.verdict],
        *(f"  • {what}" for what in found.differences),
    )
    if found.vain:
        say(f"A later try to score it again was given up: {found.vain}.")
    if found.broken:
        say(f"Quotes that do not stand in their turn: {', '.join(found.broken)}.")
    elif found.verdict is not Verdict.REVISED:
        say("Every quote stands in its turn, letter by letter.")
