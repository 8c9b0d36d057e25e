"""A model's reply becomes unchecked answers; anything malformed is refused whole.

A missing, doubled or malformed answer is an error and never a default: nothing of such a
reply becomes a score. Criteria that the rubric does not have are left out.
"""

import json
from collections.abc import Mapping
from typing import Any

from domain.errors import GradingError
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, Criterion, CriterionId
from domain.scores import Evidence, GraderAnswer, NotScoredBecause

STATUS = {
    "no_occasion": NotScoredBecause.NO_OCCASION,
    "cannot_tell": NotScoredBecause.GRADER_UNSURE,
}
MAX_PROSE = 600
"""Characters of reason, tip and better that are kept."""
MAX_EVIDENCE = 40
"""Quotes of one answer that are looked at."""
MAX_QUOTE = 2000
"""Characters of a quote that are looked for; what is kept of a turn is far less."""


def read_reply(text: str, criteria: tuple[Criterion, ...]) -> Mapping[CriterionId, GraderAnswer]:
    """One answer for each of ``criteria``.

    Raises:
        GradingError: the text is not JSON of the asked-for shape, or an answer is missing,
            doubled or off the scale.
    """
    wanted = {c.id for c in criteria}
    answers: dict[CriterionId, GraderAnswer] = {}
    for entry in _entries(text):
        if _id(entry) not in wanted:
            continue  # also keeps the model's own words out of our error texts
        answer = _answer(entry)
        if answer.criterion_id in answers:
            raise GradingError(f"{answer.criterion_id} is answered twice")
        answers[answer.criterion_id] = answer
    if missing := sorted(wanted - answers.keys()):
        raise GradingError(f"no answer for {', '.join(missing)}")
    return answers


def _entries(text: str) -> list[Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GradingError("the reply is not JSON") from error
    entries = document.get("criteria") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise GradingError("the reply has no list of criteria")
    return entries


def _id(entry: object) -> str:
    found = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(found, str):
        raise GradingError("an answer has no criterion id")
    return found


def _answer(entry: Mapping[str, Any]) -> GraderAnswer:
    name = CriterionId(entry["id"])
    status, level = entry.get("status"), entry.get("level")
    if status not in ("scored", *STATUS):
        raise GradingError(f"{name}: unknown status")
    if status == "scored":
        _check_level(name, level)
    return GraderAnswer(
        criterion_id=name,
        level=level if status == "scored" else None,
        not_scored=STATUS.get(str(status)),
        reason=_prose(entry, "reason"),
        tip=_prose(entry, "tip"),
        better=_prose(entry, "better"),
        evidence=_evidence(name, entry.get("evidence")),
    )


def _check_level(name: CriterionId, level: object) -> None:
    if not isinstance(level, int) or isinstance(level, bool):
        raise GradingError(f"{name}: scored without a level")
    if not MIN_LEVEL <= level <= MAX_LEVEL:
        raise GradingError(f"{name}: level {level} is off the scale")


def _prose(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str):
        return ""
    return " ".join(value[: 4 * MAX_PROSE].split())[:MAX_PROSE]


def _evidence(name: CriterionId, value: object) -> tuple[Evidence, ...]:
    if not isinstance(value, list):
        raise GradingError(f"{name}: evidence is not a list")
    kept = []
    for item in value[:MAX_EVIDENCE]:
        turn = item.get("turn") if isinstance(item, dict) else None
        quote = item.get("quote") if isinstance(item, dict) else None
        if isinstance(turn, bool) or not isinstance(turn, int) or not isinstance(quote, str):
            raise GradingError(f"{name}: evidence without turn and quote")
        kept.append(Evidence(quote[:MAX_QUOTE], turn))
    return tuple(kept)
