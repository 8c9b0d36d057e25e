"""One claim of a pull: whose turn it is, how long it may go on, and how it keeps what it has."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from domain.deal_looks import DealLook
from domain.effects import Claimed, EffectRecord, EffectState
from domain.ports import Crm, Stores
from jobs.retries import LeaseLost, NotYet
from jobs.services import Services

UNDER_WAY = "under way: "
"""How the note on an effect begins that was given back without having failed."""
STEPS = 20
"""Pages, or portions of anything else, that one claim works off before others have their turn."""


@dataclass(frozen=True, slots=True)
class PullTurn:
    """The claim of one pull, and the CRM it looks at."""

    claimed: Claimed[EffectRecord]
    crm: Crm
    services: Services

    def take(self) -> None:
        """See that no other pull looks at this CRM. Raises ``NotYet``."""
        with self.keeping():
            pass

    def has_time(self) -> bool:
        """Whether another step fits: half of the lease has to be left for it."""
        left = self.claimed.held_until - self.services.monotonic()
        return left > self.services.thresholds.lease_s / 2

    @contextmanager
    def keeping(self) -> Iterator[Stores]:
        """A transaction that only stands if the claim and the turn still do.

        Both are asked for last: calls before reps before the outbox, as everybody does.

        Raises:
            LeaseLost: another worker holds the effect now; nothing was kept.
            NotYet: another effect looks at this CRM.
        """
        with self.services.database.write() as tx:
            yield tx
            if not tx.outbox.holds(self.claimed):
                raise LeaseLost
            self._hold_turn(tx, self.services.thresholds.lease_s)

    def keep(self, tx: Stores, look: DealLook) -> DealLook:
        """Keep how far the look is, in the transaction that brought it there."""
        now_kept = replace(look, kept_at=self.now())
        tx.history.put_look(now_kept)
        return now_kept

    def go_on_later(self, look: DealLook) -> None:
        """Give the effect back, so that others have their turn; it is due again at once."""
        with self.services.database.write() as tx:
            said = f"{UNDER_WAY}{look.phase}, {look.pages} pages, {look.counts.read} deals"
            if not tx.outbox.retry(self.claimed, after_s=0.0, error=said, counts=False):
                raise LeaseLost
            self._hold_turn(tx, 0.0)

    def settle(self, state: EffectState, error: str | None = None) -> None:
        """End the effect."""
        with self.services.database.write() as tx:
            if not tx.outbox.settle(self.claimed, state, error=error):
                raise LeaseLost
            self._hold_turn(tx, 0.0)

    def let_go(self) -> None:
        """Another pull may begin: this one has failed."""
        with self.services.database.write() as tx:
            self._hold_turn(tx, 0.0)

    def now(self) -> datetime:
        """The present moment."""
        return self.services.now()

    def _hold_turn(self, tx: Stores, lease_s: float) -> None:
        name, holder = f"crm:pull:{self.crm.slug}", self.claimed.item.effect.key
        if not tx.locks.take(name, holder, lease_s=lease_s):
            raise NotYet(f"another pull looks at the deals of {self.crm.slug}")
