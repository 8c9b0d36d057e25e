"""Every stored score can be made again from what it names: this does so, and compares."""

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.calls import Call, CallId, CallState, Transcript
from domain.errors import NotVisible
from domain.rubrics import Rubric
from domain.scores import CriterionScore, Scorecard
from jobs.services import Services
from scoring.builtin import BuiltinGrader
from scoring.quality import too_poor
from scoring.rulings import as_graded
from scoring.scorecard import make_scorecard


class Verdict(StrEnum):
    """How a stored scorecard compares with one made again."""

    IDENTICAL = "identical"
    DIFFERENT = "different"
    NOT_EXACT = "not_exact"
    """A model graded it: asked again, it may answer differently."""
    OTHER_GRADER = "other_grader"
    """Another version of the built-in grader made it than the one that is installed."""
    REVISED = "revised"
    """The call is to be scored again, and waits for its new score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reproduction:
    """A stored scorecard and what came of making it again."""

    card: Scorecard
    verdict: Verdict
    differences: tuple[str, ...] = ()
    """What differs, as ``next_step: level``."""
    broken: tuple[str, ...] = ()
    """Criteria with a quote that does not stand in its turn, letter by letter."""
    vain: str | None = None
    """Why scoring the call once more was given up, so that this score stands; if it was."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the stored score."""
        return self.verdict is not Verdict.DIFFERENT and not self.broken


def reproduce(call_id: CallId, services: Services) -> Reproduction:
    """Score the stored transcript again with what the call's scorecard names; keeps nothing.

    Compared is what the grader gave, whatever a person decided after an appeal.
    A scorecard of an earlier version of the call is compared too, once no new one is to come:
    another transcript would have taken it away, so it is of the one that is stored.

    Raises:
        NotVisible: there is no such call, or it has no score.
        ConfigurationError: the rubric version it names is not configured any more.
    """
    with services.database.read() as tx:
        call, card = tx.calls.get(call_id), tx.scorecards.latest(call_id)
        transcript = tx.calls.transcript(call_id)
    if call is None or card is None or transcript is None:
        raise NotVisible(f"there is no scored call {call_id}")
    if call.state is CallState.READY:
        return Reproduction(card=card, verdict=Verdict.REVISED)
    again = _made_again(call, card, transcript, services)
    found = Reproduction(
        card=card, verdict=Verdict.IDENTICAL, broken=_broken(card, transcript), vain=call.error
    )
    if not isinstance(again, Scorecard):
        return replace(found, verdict=again)
    graded = as_graded(card, _rubric(card, services), call.call_type)
    if differences := tuple(_differences(graded, again)):
        return replace(found, verdict=Verdict.DIFFERENT, differences=differences)
    return found


def _made_again(
    call: Call, card: Scorecard, transcript: Transcript, services: Services
) -> Scorecard | Verdict:
    """The scorecard made again, or why there is none to compare with."""
    rubric = _rubric(card, services)
    grader = BuiltinGrader()
    if card.grader_name != grader.name:
        return Verdict.NOT_EXACT
    if card.grader_version != grader.version:
        return Verdict.OTHER_GRADER
    poor = too_poor(rubric, call.call_type, transcript)
    return make_scorecard(
        call=call,
        rubric=rubric,
        transcript=transcript,
        reply=poor or grader.grade(rubric, call.call_type, transcript),
        grader_name=grader.name,
        grader_version=grader.version,
        created_at=card.created_at,
    )


def _rubric(card: Scorecard, services: Services) -> Rubric:
    return services.rubrics.named(card.rubric_name, card.rubric_version)


def _broken(card: Scorecard, transcript: Transcript) -> tuple[str, ...]:
    return tuple(c.criterion_id for c in card.criteria if not _stands(c, transcript))


def _stands(score: CriterionScore, transcript: Transcript) -> bool:
    turns = transcript.turns
    return all(
        0 <= e.turn_index < len(turns) and e.quote in turns[e.turn_index].text
        for e in score.evidence
    )


_FIELDS = ("level", "not_scored", "reason", "tip", "better", "evidence", "skill_ids")


def _differences(stored: Scorecard, again: Scorecard) -> list[str]:
    """Names of all that differs, but for when it was made and what that took."""
    old = {c.criterion_id: c for c in stored.criteria}
    new = {c.criterion_id: c for c in again.criteria}
    found = [f"{name}: not in both" for name in sorted(old.keys() ^ new.keys())]
    for name in [c.criterion_id for c in stored.criteria if c.criterion_id in new]:
        one, other = old[name], new[name]
        found += [f"{name}: {f}" for f in _FIELDS if getattr(one, f) != getattr(other, f)]
    rest = replace(again, criteria=stored.criteria, usage=stored.usage)
    found += [f for f in ("overall", "summary") if getattr(stored, f) != getattr(rest, f)]
    return found
