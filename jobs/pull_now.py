"""Pulls on demand: asked for, and worked on by whoever asked unless a worker is at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.deal_looks import DealLook
from domain.effects import Claimed, Effect, EffectKind, EffectRecord, EffectState
from domain.errors import ReploopError
from domain.ports import ClaimTerms
from jobs.crm_patience import end_wait
from jobs.line import DEFECT_RETRY_S
from jobs.plan_pulls import next_pull_at, pull_of
from jobs.pull_deals import pull_deals
from jobs.pull_turn import UNDER_WAY
from jobs.retries import LeaseLost, Park, TryAgain, Verdict, verdict
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class PullStanding:
    """How a pull that was asked for stands, and what its look has found so far."""

    crm: str
    state: EffectState
    error: str | None
    """What it failed with, or what a person should look at."""
    look: DealLook | None
    next_at: datetime
    """When the next is planned."""

    @property
    def open(self) -> bool:
        """Whether it goes on by itself at once."""
        return self.state is EffectState.PENDING and self.error is None


def ask_for_pulls(slugs: Sequence[str], services: Services, *, full: bool) -> Mapping[str, Effect]:
    """Ask for what changed until now, or with ``full`` for all deals; with all attempts."""
    effects = {slug: pull_of(slug, services.now(), full=full) for slug in slugs}
    with services.database.write() as tx:
        for slug, effect in sorted(effects.items()):
            end_wait(tx, slug)
            tx.outbox.request(effect)
    return effects


def work_on_pulls(services: Services) -> bool:
    """Work on one pull that is due for one claim; ``False`` if none is due.

    It is given back by the one retry policy where it fails, and at once where this is stopped.
    """
    terms = ClaimTerms(1, services.thresholds.lease_s, asked_at=services.monotonic())
    with services.database.write() as tx:
        found = tx.outbox.claim([EffectKind.CRM_PULL], terms)
    if not found:
        return False
    try:
        pull_deals(found[0], services)
    except LeaseLost:
        pass
    except ReploopError as error:
        what = verdict(error, found[0].attempts)
        _give_back(found[0], what, f"{type(error).__name__}: {error}", services)
    except Exception:
        _give_back(found[0], TryAgain(DEFECT_RETRY_S), "defect in Reploop", services)
        raise
    except BaseException:  # Ctrl-C: whoever is next goes on
        _give_back(found[0], TryAgain(0.0, counts=False), f"{UNDER_WAY}stopped", services)
        raise
    return True


def pull_standing(pull: Effect, services: Services) -> PullStanding:
    """How a pull stands that was asked for."""
    slug = pull.payload["crm"]
    with services.database.read() as tx:
        record = tx.outbox.get(pull.key)
        look = tx.history.look(slug)
    noted = record.error if record else None
    error = noted if noted and not noted.startswith(UNDER_WAY) else None
    return PullStanding(
        crm=slug,
        state=record.state if record else EffectState.PENDING,
        error=error or (look.error if look and not look.under_way else None),
        look=look,
        next_at=next_pull_at(slug, services),
    )


def _give_back(
    claimed: Claimed[EffectRecord], what: Verdict, error: str, services: Services
) -> None:
    with services.database.write() as tx:
        match what:
            case TryAgain(after_s, counts):
                tx.outbox.retry(claimed, after_s=after_s, error=error[:1000], counts=counts)
            case Park():
                tx.outbox.settle(claimed, EffectState.PARKED, error=error[:1000])
            case _:
                tx.outbox.settle(claimed, EffectState.DEAD, error=error[:1000])
