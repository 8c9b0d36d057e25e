"""Who is the rep in a file that somebody hands to `reploop score`.

By ``--rep``: a speaker label as it stands in the file, else the same label but for case and
spaces, else the same name but for accents, titles and brackets, else the name, alias or
e-mail address of somebody known. Without ``--rep``: the one label that says so ("Ana
(rep)", "Agent"), else the known rep who speaks. Else nobody is guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import typer

from domain.calls import Participant, Side, Transcript
from domain.people import Organisation
from scoring.names import folded
from scoring.sides import Sided, assign_sides

LISTED = 12
_ROLES = (
    r"(?:sales )?rep(?:resentative)?|sales(?:person|man|woman)?|seller|agent|"
    r"account executive|ae|sdr|bdr"
)
_SAYS_REP = re.compile(rf"(?:{_ROLES})|.*[(\[](?:{_ROLES})[)\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Sides, and how the rep was found: ``given``, ``label``, ``name`` or ``None``."""

    sided: Sided
    by: str | None
    look_alikes: tuple[str, ...] = ()
    """Labels that may be the same person, and were not counted as the rep."""


def find_rep(
    transcript: Transcript, given: Sequence[str], known: Organisation, *, every: bool = True
) -> Found:
    """Mark whose words are whose.

    ``every``: all of ``given`` must speak. Of many files each is some of these reps' call.

    Raises:
        typer.BadParameter: no speaker is meant by ``given``, or none was given and the
            file does not tell; names the speakers there are.
    """
    speakers = transcript.speakers
    if not speakers:
        return Found(_sides(transcript, known, None), None)
    if given:
        meant = given if every else _speaking(transcript, given, known)
        return _united(transcript, [_named(transcript, name, known) for name in meant], "given")
    says_rep = [label for label in speakers if _SAYS_REP.fullmatch(label.strip())]
    if len(says_rep) == 1:
        return _united(transcript, [_sides(transcript, known, says_rep[0])], "label")
    sided = _sides(transcript, known, None)
    if not sided.rep_speakers:
        problem = f"say who the rep is. The speakers are: {listed(speakers)}"
        raise typer.BadParameter(problem, param_hint="--rep")
    return _united(transcript, [sided], "name")


def listed(speakers: Sequence[str]) -> str:
    """The first labels in quotes, and how many more there are."""
    more = f" and {len(speakers) - LISTED} more" if len(speakers) > LISTED else ""
    return ", ".join(f"“{name}”" for name in speakers[:LISTED]) + more


def _speaking(transcript: Transcript, given: Sequence[str], known: Organisation) -> Sequence[str]:
    """Those who speak, in the given order; all of them if nobody does."""
    found = []
    for name in given:
        try:
            _named(transcript, name, known)
        except typer.BadParameter:
            continue
        found.append(name)
    return found or given


def _named(transcript: Transcript, name: str, known: Organisation) -> Sided:
    same = [label for label in transcript.speakers if _spelled(label) == _spelled(name)]
    exact = [label for label in same if label == name.strip()]
    sided = _sides(transcript, known, (exact or same or [name])[0])
    if not sided.rep_speakers:
        problem = f"nobody speaks as “{name}”. The speakers are: {listed(transcript.speakers)}"
        raise typer.BadParameter(problem, param_hint="--rep")
    return sided


def _sides(transcript: Transcript, known: Organisation, rep: str | None) -> Sided:
    joined = tuple(Participant(name) for name in transcript.speakers)
    return assign_sides(transcript, joined, known, host_email=None, given_rep=rep)


def _spelled(label: str) -> str:
    return " ".join(label.split()).casefold()


def _united(transcript: Transcript, found: Sequence[Sided], by: str) -> Found:
    """One rep out of all their labels: those found, and those spelled the same."""
    named = {label for sided in found for label in sided.rep_speakers}
    spelled = {_spelled(label) for label in named}
    mine = tuple(label for label in transcript.speakers if _spelled(label) in spelled)
    turns = tuple(
        replace(turn, side=Side.REP) if turn.speaker in mine else turn
        for turn in found[0].transcript.turns
    )
    sided = replace(found[0], transcript=replace(transcript, turns=turns), rep_speakers=mine)
    names = {folded(label) for label in mine} - {""}
    alike = (s for s in transcript.speakers if s not in mine and folded(s) in names)
    return Found(sided, by, tuple(alike))
