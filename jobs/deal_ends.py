"""Deals that were deleted or merged away: the CRM is asked where it matters, then calls follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.deal_looks import DealLook, LookCounts
from domain.deals import Deal, DealRef
from domain.errors import NotFoundAtVendor
from domain.ports import Crm
from jobs.pull_turn import PullTurn
from jobs.unlink_deal import relink_deal, unlink_deal


@dataclass(frozen=True, slots=True)
class End:
    """A deal that is not there any more, and the one it was merged into, if it was."""

    ref: DealRef
    into: DealRef | None = None
    stands: bool = True
    """Whether the one it was merged into is there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the CRM says of one deal now."""

    end: End | None
    """If it is not there."""
    deal: Deal | None
    """The deal itself, or the one it was merged into."""


def ask_for(crm: Crm, ref: DealRef, told: DealRef | None = None) -> Asked:
    """Ask the CRM for one deal; ``told``: what it was merged into, if that was said already."""
    deal = standing(crm, ref, told)
    if deal is None:
        return Asked(End(ref, told, stands=False), None)
    return Asked(None if deal.ref == ref else End(ref, deal.ref), deal)


def standing(crm: Crm, ref: DealRef, told: DealRef | None = None) -> Deal | None:
    """The deal, or the one that stands in its place; ``None`` if neither is there.

    The one it was merged into is asked for too: it may have been deleted since, and not
    every CRM leads there.
    """
    for each in (ref, *(() if told is None else (told,))):
        try:
            return crm.read_deal(each)
        except NotFoundAtVendor:
            continue
    return None


def end_deal(turn: PullTurn, look: DealLook, end: End) -> DealLook:
    """Mark a deal as gone and move its calls, in one transaction; its history stays.

    It is counted in the look, unless it was known.
    """
    with turn.keeping() as tx:
        if end.into is None or not end.stands:
            into = None if end.into is None else end.into.id
            news = unlink_deal(tx, end.ref, turn.services, merged_into=into)
        else:
            news = relink_deal(tx, end.ref, end.into, turn.services)
        counts = LookCounts(gone=news and end.into is None, merged=news and end.into is not None)
        look = turn.keep(tx, replace(look, counts=look.counts + counts))
        turn.services.reach("pull.end")
    turn.services.reach("pull.kept")
    return look


def ask_and_end(
    turn: PullTurn, look: DealLook, refs: Iterable[DealRef], told: Mapping[DealRef, DealRef]
) -> tuple[DealLook, Sequence[Deal]]:
    """Ask for each deal, and end those that are gone at once: many may take longer than a lease.

    Returns the deals that are there, among them those that others were merged into.
    """
    there: list[Deal] = []
    for ref in refs:
        asked = ask_for(turn.crm, ref, told.get(ref))
        if asked.end is not None:
            look = end_deal(turn, look, asked.end)
        if asked.deal is not None:
            there.append(asked.deal)
    return look, there
