"""One page of deals that changed: kept, compared, and what is gone or merged followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.deal_history import KeptDeal
from domain.deal_looks import DealLook, LookPhase
from domain.deals import Deal, DealPage, DealRef
from domain.errors import Permanent, SetupRejected, Transient, UnexpectedPayload
from jobs.deal_ends import End, ask_and_end, end_deal
from jobs.keep_deals import keep_deals
from jobs.pull_turn import PullTurn


def read_page(turn: PullTurn, look: DealLook) -> DealLook:
    """Read the page that is next, and keep it with the place of the one after.

    Raises:
        Transient: the CRM does not know its own place any more; the look begins again.
    """
    page = _page(turn, look)
    if page.next_cursor is not None and page.next_cursor == look.cursor:
        raise UnexpectedPayload(turn.crm.slug, "a page of deals is followed by itself")
    stands = _as_it_stands(turn, page)
    for end in stands.ended:
        look = end_deal(turn, look, end)
    look, found = ask_and_end(turn, look, stands.doubtful, stands.merged)
    with turn.keeping() as tx:
        counts = keep_deals(tx, [*stands.deals, *found], now=turn.now())
        look = replace(
            look,
            phase=LookPhase.PAGES if page.next_cursor is not None else LookPhase.HISTORY,
            cursor=page.next_cursor,
            pages=look.pages + 1,
            counts=look.counts + counts,
            error=None,
        )
        look = turn.keep(tx, look)
        turn.services.reach("pull.page")
    return look


def _page(turn: PullTurn, look: DealLook) -> DealPage:
    segments = turn.services.crm_segments.get(turn.crm.slug, {})
    try:
        return turn.crm.deals_changed(look.since, look.cursor, segments)
    except SetupRejected:
        raise
    except Permanent as error:
        if look.cursor is None:
            raise
        with turn.keeping() as tx:  # a place is kept by some for minutes only
            tx.history.put_look(replace(look, cursor=None))
        raise Transient(turn.crm.slug, f"begins again at the first page: {error.detail}") from error


@dataclass(frozen=True, slots=True)
class _Stands:
    """A page beside what is known."""

    deals: Sequence[Deal]
    """Those that are there."""
    ended: Sequence[End]
    """Those that are not, and that no call belongs to."""
    doubtful: Sequence[DealRef]
    """Those the CRM has to be asked for."""
    merged: Mapping[DealRef, DealRef]
    """Where deals went that were merged away."""


def _as_it_stands(turn: PullTurn, page: DealPage) -> _Stands:
    """Tell the page's deals that are there from those that are not.

    Pages come in any order, and a deal can be deleted, restored or merged while they are
    read. Where calls belong to a deal, or the page contradicts itself or what is known,
    the CRM is asked for that deal.
    """
    slug = turn.crm.slug
    told = {DealRef(slug, i): DealRef(slug, into) for i, into in page.merged.items()}
    ended = {*told, *(DealRef(slug, i) for i in page.gone)}
    read = {deal.ref for deal in page.deals}
    with turn.services.database.read() as tx:
        known = tx.history.kept({*read, *ended, *told.values()})
        linked = tx.history.linked(ended)
    merged = {ref: into for ref in told if (into := _standing(ref, told, known)) != ref}
    back = {ref for ref in read if ref in known and known[ref].gone_at is not None}
    doubtful = back | (ended & linked) | (ended & read)
    news = [ref for ref in ended - doubtful if ref in known and _is_news(known[ref], merged)]
    return _Stands(
        deals=[deal for deal in page.deals if deal.ref not in ended | back],
        ended=[End(ref, merged.get(ref)) for ref in sorted(news, key=_id)],
        doubtful=sorted(doubtful, key=_id),
        merged=merged,
    )


def _is_news(kept: KeptDeal, merged: Mapping[DealRef, DealRef]) -> bool:
    """Not each deal that ever went needs a transaction again."""
    return kept.gone_at is None or (kept.merged_into is None and kept.deal.ref in merged)


def _standing(
    ref: DealRef, told: Mapping[DealRef, DealRef], known: Mapping[DealRef, KeptDeal]
) -> DealRef:
    """The deal at the end of a chain of mergers."""
    passed: set[DealRef] = set()
    while ref not in passed:
        passed.add(ref)
        kept = known.get(ref)
        if ref in told:
            ref = told[ref]
        elif kept is not None and kept.merged_into is not None:
            ref = DealRef(ref.crm, kept.merged_into)
    return ref


def _id(ref: DealRef) -> str:
    return ref.id
