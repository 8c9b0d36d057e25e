"""Who looked at whose figures: noted before anybody is answered."""

from dataclasses import dataclass

from domain.ports import Stores
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who asked about whom, for the audit; kept before anybody is answered."""

    actor: str
    subject: str
    allowed: bool

    def keep(self, tx: Stores, services: Services, *, via: str) -> None:
        """Note it in the audit."""
        tx.audit.add(
            at=services.now(),
            actor=self.actor,
            action="ask",
            subject=self.subject,
            allowed=self.allowed,
            via=via,
        )
