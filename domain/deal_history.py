"""What became of a deal over time: its moves, how it stood at a moment, when it was closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from domain.deals import Deal, DealMove, Money, MoveOf, Outcome

_RENAMED = (MoveOf.STAGE, MoveOf.OWNER)
"""What changes its text on deals that nobody touched: a stage gets another name, a person
another address."""


@dataclass(frozen=True, slots=True)
class KeptDeal:
    """A deal as last read, with what we know besides."""

    deal: Deal
    closed_at: datetime | None = None
    """When it was won or lost: as the CRM says, else as its moves or its dates show."""
    gone_at: datetime | None = None
    """Since when we know that it was deleted or merged away."""
    merged_into: str | None = None
    """Id of the deal that stands in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealThen:
    """How a deal stood at a moment."""

    stage: str
    outcome: Outcome
    amount: Money | None
    close_date: date | None
    owner_email: str | None


def texts(deal: Deal) -> Mapping[MoveOf, str | None]:
    """Everything of a deal that can move, as ``DealMove`` spells it."""
    return {
        MoveOf.STAGE: deal.stage,
        MoveOf.AMOUNT: f"{deal.amount.minor} {deal.amount.currency}" if deal.amount else None,
        MoveOf.CLOSE_DATE: deal.close_date.isoformat() if deal.close_date else None,
        MoveOf.OUTCOME: deal.outcome.value,
        MoveOf.OWNER: deal.owner_email,
    }


def moves_seen(
    before: KeptDeal | None, after: Deal, known: Sequence[DealMove], *, now: datetime
) -> tuple[DealMove, ...]:
    """What comparing two looks shows, besides the ``known`` moves; oldest first.

    A deal that is closed when it is first seen was open before: that move is added, at the
    moment at which it was closed. The moments of all others are the CRM's moment of the last
    change, or ``now`` where that says nothing.
    """
    found: list[DealMove] = []
    first = before.deal if before else after
    if first.outcome is not Outcome.OPEN and all(m.of is not MoveOf.OUTCOME for m in known):
        closed_at = (before.closed_at if before else None) or dated(first) or now
        found.append(_seen(MoveOf.OUTCOME, min(closed_at, now), Outcome.OPEN, first.outcome))
    if before is not None:
        found += _differences(before.deal, after, now)
    return tuple(found)


def _differences(before: Deal, after: Deal, now: datetime) -> Sequence[DealMove]:
    was, then = texts(before), _moment(before, after, now)
    return [
        _seen(of, _closing(before, after, then) if of is MoveOf.OUTCOME else then, was[of], new)
        for of, new in texts(after).items()
        if new != was[of] and not (of in _RENAMED and _untouched(before, after))
    ]


def _seen(of: MoveOf, at: datetime, old: str | None, new: str | None) -> DealMove:
    return DealMove(of, at, None if old is None else str(old), new and str(new), seen=True)


def _untouched(before: Deal, after: Deal) -> bool:
    return before.modified_at is not None and before.modified_at == after.modified_at


def _moment(before: Deal, after: Deal, now: datetime) -> datetime:
    """When it changed at the latest, by the CRM's clock if that shows a change."""
    modified = after.modified_at
    if modified is None or (before.modified_at is not None and modified <= before.modified_at):
        return now
    return min(modified, now)


def _closing(before: Deal, after: Deal, then: datetime) -> datetime:
    """When it was closed, if the CRM names a moment between the two looks."""
    closed = after.closed_at
    if closed is None or (before.modified_at is not None and closed <= before.modified_at):
        return then
    return min(closed, then)


def with_told(known: Sequence[DealMove], told: Sequence[DealMove]) -> tuple[DealMove, ...]:
    """The moves of a deal once the CRM's own history was read; oldest first.

    What the CRM told earlier stays, for some keep their history for a time only. Where its
    history reaches, it counts instead of what we saw by comparing: of that there is left
    what came before it began or after its last entry, and does not contradict it.
    """
    places = {(move.of, move.at) for move in told}
    theirs = [m for m in known if not m.seen and (m.of, m.at) not in places] + list(told)
    theirs.sort(key=_at)
    ours = [move for move in known if move.seen and _adds(move, theirs)]
    return in_order([*theirs, *ours])


def _adds(seen: DealMove, theirs: Sequence[DealMove]) -> bool:
    same = [move for move in theirs if move.of is seen.of]
    if not same:
        return True
    if seen.at < same[0].at:
        return same[0].old is not None and same[0].old == seen.new
    return seen.at > same[-1].at and seen.new != same[-1].new


def in_order(moves: Sequence[DealMove]) -> tuple[DealMove, ...]:
    """Oldest first; of one moment by kind, and within a kind as they stand."""
    return tuple(sorted(moves, key=lambda move: (move.at, move.of)))


def _at(move: DealMove) -> datetime:
    return move.at


def dated(deal: Deal) -> datetime | None:
    """When a closed deal was closed, as far as its own fields say."""
    if deal.outcome is Outcome.OPEN:
        return None
    if deal.closed_at is None and deal.close_date is not None:
        return datetime.combine(deal.close_date, time(), UTC)
    return deal.closed_at or deal.modified_at


def closed_at(deal: Deal, moves: Sequence[DealMove]) -> datetime | None:
    """When it was closed: the CRM's word, else the last move out of being open, else its dates.

    A correction of won to lost, or the other way round, closes nothing a second time.
    """
    if deal.outcome is Outcome.OPEN or deal.closed_at is not None:
        return deal.closed_at if deal.outcome is not Outcome.OPEN else None
    closings = [
        m.at
        for m in moves
        if m.of is MoveOf.OUTCOME and m.new != Outcome.OPEN and m.old in (None, Outcome.OPEN)
    ]
    return closings[-1] if closings else dated(deal)


def as_of(kept: KeptDeal, moves: Sequence[DealMove], moment: datetime) -> DealThen | None:
    """How the deal stood at ``moment``; ``None`` before it was created and after it was gone.

    ``moves``: all of the deal's, oldest first. A move that we saw by comparing counts from
    the moment at which it was true for certain.
    """
    deal = kept.deal
    if deal.created_at is not None and moment < deal.created_at:
        return None
    if kept.gone_at is not None and moment >= kept.gone_at:
        return None
    now = texts(deal)
    then = {of: _then(of, moves, now[of], moment) for of in MoveOf}
    if all(move.of is not MoveOf.OUTCOME for move in moves) and (
        kept.closed_at is not None and moment < kept.closed_at
    ):
        then[MoveOf.OUTCOME] = Outcome.OPEN.value
    close_date = then[MoveOf.CLOSE_DATE]
    return DealThen(
        stage=then[MoveOf.STAGE] or "",
        outcome=Outcome(then[MoveOf.OUTCOME] or Outcome.OPEN),
        amount=money(then[MoveOf.AMOUNT]),
        close_date=date.fromisoformat(close_date) if close_date else None,
        owner_email=then[MoveOf.OWNER],
    )


def _then(
    of: MoveOf, moves: Sequence[DealMove], present: str | None, moment: datetime
) -> str | None:
    own = [move for move in moves if move.of is of]
    past = [move for move in own if move.at <= moment]
    if past:
        return past[-1].new
    return own[0].old if own else present


def money(text: str | None) -> Money | None:
    """An amount as a move spells it, such as ``14400050 USD``."""
    minor, _, currency = (text or "").partition(" ")
    return Money(int(minor), currency) if minor else None
