"""Who looked at whose figures: noted before anybody is answered."""

from dataclasses import dataclass

from domain.people import PersonId
from domain.ports import Stores
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who asked about whom, for the audit; kept before anybody is answered."""

    actor: str
    subject: str
    allowed: bool
    action: str = "ask"
    reps: tuple[PersonId, ...] = ()
    """Whose figures or words it shows: each of them can see who looked."""

    def keep(self, tx: Stores, services: Services, *, via: str) -> None:
        """Note it in the audit."""
        tx.audit.add(
            at=services.now(),
            actor=self.actor,
            action=self.action,
            subject=self.subject,
            allowed=self.allowed,
            via=via,
        )
        if self.allowed:
            subjects = [f"rep:{rep_id}" for rep_id in self.reps if rep_id != self.actor]
            tx.audit.add_all(
                at=services.now(), actor=self.actor, action=self.action, subjects=subjects, via=via
            )
