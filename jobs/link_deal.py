"""Which deal a call belongs to: the one its buyers take part in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.deals import Deal, DealRef, Outcome
from domain.errors import CredentialsRejected, Permanent
from domain.ports import Crm

UNDATED = datetime.min.replace(tzinfo=UTC)
WORDS = {Outcome.OPEN: "open deal", Outcome.WON: "won deal", Outcome.LOST: "lost deal"}


@dataclass(frozen=True, slots=True)
class DealLink:
    """The choice, why in one sentence without names, and every deal that was found."""

    deal: DealRef | None
    reason: str
    found: tuple[Deal, ...] = ()


def link_deal(emails: Sequence[str], crms: Mapping[str, Crm], *, call_at: datetime) -> DealLink:
    """Ask every CRM for deals of these people, and choose one.

    ``emails`` must hold buyers only: one of our own people would lead to all of theirs.
    Open deals come before closed ones, then more matched participants, then the one
    whose last change lies nearest to the call; of two at equal distance the one that was
    changed later. That there is no deal is only said where every CRM said so. If one has
    a deal, another that cannot answer for good (say, rejected credentials) is left out
    and named in the reason.

    Raises:
        Transient: a CRM may answer later, and its answer may be the better one.
        Permanent: no deal was found, and a CRM cannot answer until a person mends it;
            ``CredentialsRejected`` before others.
    """
    if not crms:
        return DealLink(None, "no CRM is connected")
    asked = tuple(dict.fromkeys(email.strip().casefold() for email in emails if email.strip()))
    if not asked:
        return DealLink(None, "no e-mail address of a buyer on the call")
    found: list[Deal] = []
    unasked: list[Permanent] = []
    for crm in crms.values():
        try:
            found += crm.find_deals(asked)
        except Permanent as error:
            unasked.append(error)
    if found:
        ranked = sorted(found, key=lambda deal: _rank(deal, call_at))
        silent = [f"{e.vendor} could not be asked ({type(e).__name__})" for e in unasked]
        reason = "; ".join([_reason(ranked, call_at), *silent])
        return DealLink(ranked[0].ref, reason, tuple(found))
    if unasked:
        raise min(unasked, key=lambda error: not isinstance(error, CredentialsRejected))
    addresses = "the buyer's address" if len(asked) == 1 else f"any of {len(asked)} addresses"
    return DealLink(None, f"no deal with {addresses} in {' or '.join(crms)}")


def _rank(deal: Deal, call_at: datetime) -> tuple[bool, int, timedelta, timedelta, str, str]:
    """Smaller is better; the last two only make the order the same every time."""
    modified = deal.modified_at or UNDATED
    return (
        deal.outcome is not Outcome.OPEN,
        -len(deal.participant_emails),
        abs(call_at - modified),
        call_at - modified,
        deal.ref.crm,
        deal.ref.id,
    )


def _reason(ranked: Sequence[Deal], call_at: datetime) -> str:
    best = ranked[0]
    people = len(best.participant_emails)
    said = f"{WORDS[best.outcome]} of {people} participant{'' if people == 1 else 's'}"
    rivals = [deal for deal in ranked if _rank(deal, call_at)[:2] == _rank(best, call_at)[:2]]
    if len(rivals) == 1:
        return said
    if _rank(rivals[1], call_at)[2] == _rank(best, call_at)[2]:
        return f"{said}; the one changed last of {len(rivals)} that fit equally well"
    return f"{said}; of {len(rivals)} that fit, the one changed nearest to the call"
