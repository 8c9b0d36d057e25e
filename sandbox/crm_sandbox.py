"""What all CRM sandboxes share: people who edit records at the worst moment, and what was spent."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable
from typing import Any

from sandbox.base import Sandbox
from sandbox.crm_company import CrmCompany, ShownDeal


class CrmSandbox(Sandbox, ABC):
    """A CRM on loopback that keeps state. ``name`` is always the API name of a field.

    ``meanwhile`` is called with a record's id after a write of ours was admitted and before
    it is applied: whatever it does with ``edit_as_person`` happened between our read and
    our write.
    """

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[str], None] | None = None
        self.spent: Counter[str] = Counter()
        """What the vendor counts against its limits, in its own units; ``requests`` always."""

    @abstractmethod
    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""

    @abstractmethod
    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """Change a field of a deal, call or snapshot as somebody would in the browser."""

    @abstractmethod
    def value(self, record_id: str, name: str) -> Any:
        """What stands in a field of any record now: text, float or ``None``."""

    @abstractmethod
    def field_named(self, label: str) -> str:
        """The API name of a field of ours by its label; the label itself where it is one."""

    def type_of(self, name: str) -> str:
        """``number`` or ``date`` for a field of ours that takes nothing else, else ``text``."""
        del name
        return "text"

    @abstractmethod
    def delete(self, record_id: str) -> None:
        """Delete a record as a person does."""

    def merge(self, loser: str, winner: str) -> None:
        """Merge one deal into another. Raises ``ValueError`` where the vendor has no such thing."""
        raise ValueError(f"{type(self).__name__}: {loser} cannot be merged into {winner}")

    @abstractmethod
    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """Move a deal to a stage as its owner does; the history notes it where one is kept."""

    @abstractmethod
    def shown(self) -> list[ShownDeal]:
        """The live deals as a person would see them, in order of creation."""

    @abstractmethod
    def hide(self, name: str) -> None:
        """Make one field unusable for us, as an administrator could."""

    @abstractmethod
    def refuse(self, record_id: str) -> None:
        """From now on a validation rule of the company refuses every write on this record."""

    @abstractmethod
    def revoke(self) -> None:
        """Our credentials are not accepted any more."""

    def interrupt(self, record_id: str) -> None:
        """Let people do what ``meanwhile`` says; sandboxes call this before applying a write."""
        act = self.meanwhile
        if act is not None:
            act(record_id)
