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
    changed later. A CRM that cannot answer for good (say, rejected credentials) is left
    out and named in the reason; ``Transient`` rises, since a later answer may differ.

    Raises:
        CredentialsRejected: no other CRM has a deal, so it may be in the one that a person
            must reconnect first.
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
    silent = [f"{e.vendor} could not be asked ({type(e).__name__})" for e in unasked]
    if not found:
        if rejected := next((e for e in unasked if isinstance(e, CredentialsRejected)), None):
            raise rejected
        addresses = "the buyer's address" if len(asked) == 1 else f"any of {len(asked)} addresses"
        reason = f"no deal with {addresses} in {' or '.join(crms)}"
        return DealLink(None, "; ".join([reason, *silent]))
    ranked = sorted(found, key=lambda deal: _rank(deal, call_at))
    reason = _reason(ranked, call_at)
    return DealLink(ranked[0].ref, "; ".join([reason, *silent]), tuple(found))


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
