"""The page of one call: what was scored, the words that prove it, and the transcript."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from coaching.visibility import may_see_text
from domain.appeals import AppealState
from domain.calls import Call, CallId, Side, Transcript, Turn
from domain.deals import Deal
from domain.errors import ConfigurationError
from domain.people import Organisation, Person
from domain.ports import Stores
from domain.rubrics import Criterion, CriterionId, Rubric
from domain.scores import CriterionScore, NotScoredBecause, Ruling, Scorecard
from jobs.pages_access import audit, may_open_call
from jobs.passages import Passage, passages
from jobs.scored_calls import held_back
from jobs.second_reading import unstable_of
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn:
    """One turn of the transcript, cut into passages."""

    index: int
    speaker: str
    side: Side
    start_s: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Evidence with the turn that holds it."""

    text: str
    turn_index: int
    speaker: str
    start_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One criterion as it is read: a level with its proof, or why there is none.

    ``score`` is 0-100. Words are empty and there are no quotes for a viewer who sees
    numbers only.
    """

    id: CriterionId
    title: str
    behaviour: str
    skills: tuple[str, ...]
    level: int | None
    score: float | None
    not_scored: NotScoredBecause | None
    reason: str
    tip: str
    better: str
    quotes: tuple[Quote, ...]
    unstable: bool = False
    """Whether its grader often gives it another level: then it has no say in proficiency."""
    ruling: Ruling | None = None
    """What a person decided, if one did."""
    ruled_by: str = ""
    appeal: AppealState | None = None
    """What became of an appeal against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """Everything the page of a call shows to one viewer."""

    viewer: Person
    call: Call
    rep: Person | None
    card: Scorecard | None
    deal: Deal | None
    criteria: tuple[CriterionRow, ...]
    may_read: bool
    """Whether the viewer may read what was said; without it there are only numbers."""
    summary: str
    timed: bool
    """Whether the transcript's times are the source's own rather than estimated."""
    turns: tuple[ShownTurn, ...]
    recorder: Callable[[float], str | None] = lambda _second: None
    """Where the recording is looked at, at a second where the recorder takes one."""
    opens: datetime | None = None
    """Until then the score is the rep's alone, and nothing of it is here."""

    @property
    def own(self) -> bool:
        """Whether the viewer held the call."""
        return self.call.rep_id == self.viewer.id

    def turn_at(self, second: float) -> int | None:
        """The turn that is spoken at this second: the last that started by then."""
        started = [turn.index for turn in self.turns if round(turn.start_s, 3) <= second]
        first = self.turns[0].index if self.turns else None
        return started[-1] if started else first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    organisation: Organisation
    call: Call | None
    card: Scorecard | None = None
    deal: Deal | None = None
    transcript: Transcript | None = None
    unstable: frozenset[CriterionId] = frozenset()
    appeals: Mapping[CriterionId, AppealState] = field(default_factory=dict)
    opens: datetime | None = None


def call_page(viewer: Person, call_id: CallId, services: Services) -> CallPage:
    """What ``viewer`` sees of a call. The look is audited, denied or not.

    Raises ``NotVisible`` for a call that is not there and for one that is not theirs.
    """
    with services.database.read() as stores:
        found = _find(viewer, call_id, stores, services)
    allowed = may_open_call(viewer, found.call, found.organisation)
    audit(viewer, "read_call", f"call:{call_id}", services, allowed=allowed)
    assert found.call is not None  # noqa: S101 - audit raised for a call that is not there
    return _compose(viewer, found.call, found, services)


def _find(viewer: Person, call_id: CallId, stores: Stores, services: Services) -> _Found:
    organisation = stores.people.organisation()
    call = stores.calls.get(call_id)
    if call is None or not may_open_call(viewer, call, organisation):
        return _Found(organisation=organisation, call=None)
    opens = held_back(viewer.id, [call], stores, services).get(call_id)
    if opens is not None:  # that there is a call is known to others, from coverage
        return _Found(organisation=organisation, call=call, opens=opens)
    card = stores.scorecards.latest(call_id)
    return _Found(
        organisation=organisation,
        call=call,
        card=card,
        deal=stores.deals.get(call.deal) if call.deal else None,
        transcript=stores.calls.transcript(call_id),
        unstable=unstable_of(stores, card) if card else frozenset(),
        appeals={a.criterion_id: a.state for a in stores.appeals.of_call(call_id)},
    )


def _compose(viewer: Person, call: Call, found: _Found, services: Services) -> CallPage:
    rep = found.organisation.person(call.rep_id) if call.rep_id else None
    may_read = rep is not None and may_see_text(viewer, rep, found.organisation)
    transcript = found.transcript if may_read else None
    turns = transcript.turns if transcript else ()
    card = found.card
    rows = _criteria(card, turns, services, may_read=may_read) if card else ()
    return CallPage(
        viewer=viewer,
        call=call,
        rep=rep,
        card=card,
        deal=found.deal,
        criteria=tuple(_marked(row, found, may_read=may_read) for row in rows),
        may_read=may_read,
        summary=card.summary if card and may_read else "",
        timed=transcript.timed if transcript else True,
        turns=_shown(turns, card),
        recorder=_recorder(call, services) if may_read and not found.opens else _nowhere,
        opens=found.opens,
    )


def _nowhere(_second: float) -> None:
    """For whom may not read what was said, there is nothing to listen to either."""


def _recorder(call: Call, services: Services) -> Callable[[float], str | None]:
    provider = services.providers.get(call.provider)
    return _nowhere if provider is None else partial(provider.moment_url, call)


def _marked(row: CriterionRow, found: _Found, *, may_read: bool) -> CriterionRow:
    """With what is known besides the scorecard; a person's reason is words, like the grader's."""
    ruling = row.ruling
    by = found.organisation.person(ruling.by) if ruling else None
    if ruling is not None and not may_read:
        ruling = replace(ruling, why="", grader_reason="", grader_tip="", grader_better="")
    return replace(
        row,
        unstable=row.id in found.unstable and ruling is None,
        ruling=ruling,
        ruled_by=by.name if by else "",
        appeal=found.appeals.get(row.id),
    )


def _criteria(
    card: Scorecard, turns: Sequence[Turn], services: Services, *, may_read: bool
) -> tuple[CriterionRow, ...]:
    rubric = _rubric(card, services)
    known = {c.id: c for c in rubric.criteria} if rubric else {}
    return tuple(
        _row(score, known.get(score.criterion_id), turns, services, may_read=may_read)
        for score in card.criteria
    )


def _rubric(card: Scorecard, services: Services) -> Rubric | None:
    """The rubric the card was made with, or ``None`` if it is no longer configured."""
    try:
        return services.rubrics.named(card.rubric_name, card.rubric_version)
    except ConfigurationError:
        return None


def _row(
    score: CriterionScore,
    criterion: Criterion | None,
    turns: Sequence[Turn],
    services: Services,
    *,
    may_read: bool,
) -> CriterionRow:
    names = [services.skills[s].name for s in score.skill_ids if s in services.skills]
    return CriterionRow(
        id=score.criterion_id,
        title=criterion.title if criterion else score.criterion_id,
        behaviour=criterion.behaviour if criterion else "",
        skills=tuple(names),
        level=score.level,
        score=score.score,
        not_scored=score.not_scored,
        reason=score.reason if may_read else "",
        tip=score.tip if may_read else "",
        better=score.better if may_read else "",
        quotes=_quotes(score, turns),
        ruling=score.ruling,
    )


def _quotes(score: CriterionScore, turns: Sequence[Turn]) -> tuple[Quote, ...]:
    return tuple(
        Quote(
            text=evidence.quote,
            turn_index=evidence.turn_index,
            speaker=turns[evidence.turn_index].speaker,
            start_s=turns[evidence.turn_index].start_s,
        )
        for evidence in score.evidence
        if 0 <= evidence.turn_index < len(turns)
    )


def _shown(turns: Sequence[Turn], card: Scorecard | None) -> tuple[ShownTurn, ...]:
    quotes: dict[int, list[str]] = {}
    for score in card.criteria if card else ():
        for evidence in score.evidence:
            quotes.setdefault(evidence.turn_index, []).append(evidence.quote)
    return tuple(
        ShownTurn(
            index=turn.index,
            speaker=turn.speaker,
            side=turn.side,
            start_s=turn.start_s,
            passages=passages(turn.text, quotes.get(turn.index, ())),
        )
        for turn in turns
    )
