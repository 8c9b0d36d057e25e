"""The store of what was written to CRMs, and of what writing has to know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.calls import CallId
from domain.changes import (
    Approval,
    ApprovalState,
    Brake,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    Run,
    Tally,
    ToldEdit,
    WriteBegun,
    WriteState,
)
from domain.crm import FieldValue, RecordKind


class ChangeStore(Protocol):
    """What Reploop wrote on records of CRMs, is writing, and may write."""

    def last_written(self, record: RecordRef) -> Mapping[str, FieldValue]:
        """The values Reploop last wrote, by field name."""
        ...

    def put_back(self, record: RecordRef) -> Mapping[str, FieldValue]:
        """People's values that we put back, by field name, where that was our last write."""
        ...

    def add(self, change_set: ChangeSet) -> None:
        """Keep a change set and move ``last_written`` on; the same one again changes nothing.

        What was written is ours from now on. What was restored is a person's: there
        ``last_written`` becomes what we had written over it.
        """
        ...

    def get(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """One change set."""
        ...

    def list(
        self,
        *,
        limit: int = 50,
        crm: str | None = None,
        state: WriteState | None = None,
        before: ChangeSetId | None = None,
    ) -> Sequence[ChangeSet]:
        """Change sets, newest first; of one CRM, if it is named.

        ``state``: only those with a field that ended so. ``before``: only those that come
        after this one.
        """
        ...

    def of_call(self, call_id: CallId) -> Sequence[ChangeSet]:
        """Every change set of one call, oldest first."""
        ...

    def noted(self, record: RecordRef, since: datetime) -> Sequence[tuple[datetime, FieldWrite]]:
        """What became of fields of one record from ``since`` on, oldest first."""

    def writes_on(self, record: RecordRef) -> Sequence[FieldWrite]:
        """Every field of every change set on one record, oldest first."""
        ...

    def of_run(self, run: str) -> Sequence[ChangeSet]:
        """Every change set of one push, newest first."""
        ...

    def undone_by(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """The latest rolling back of a change set."""
        ...

    def runs(self, *, limit: int = 10) -> Sequence[Run]:
        """Pushes and rollings back, the latest first."""
        ...

    def tally(self, crm: str, *, since: datetime, until: datetime) -> Tally:
        """What was done to a CRM from ``since`` on and before ``until``."""
        ...

    def written_since(self, crm: str, since: datetime, kinds: Sequence[RecordKind]) -> int:
        """How many records of these kinds of a CRM were changed or made from ``since`` on."""
        ...

    def forget_values(self, record: RecordRef, gone: Callable[[str, FieldValue], bool]) -> None:
        """Empty every kept value of a record, as old, new or last written, that is ``gone``.

        ``gone`` is asked with the field's name and the value. Waiting approvals of such
        values are dropped, and told edits that repeat them are settled.
        """
        ...

    def begin(self, record: RecordRef, write: WriteBegun) -> None:
        """Note a write before it is sent; the same id again replaces the note."""
        ...

    def begun(self, record: RecordRef) -> Sequence[WriteBegun]:
        """The writes on a record whose result nobody noted, oldest first."""
        ...

    def end(self, record: RecordRef, ids: Collection[str]) -> None:
        """Forget these writes: what they left behind is known now."""
        ...

    def remote_id(self, crm: str, kind: RecordKind, key: str) -> str | None:
        """The vendor's id of a record that we made, by our key."""
        ...

    def note_made(self, crm: str, kind: RecordKind, key: str, remote_id: str | None) -> None:
        """Remember, or with ``None`` forget, the vendor's id of a record of ours."""
        ...

    def ask(self, approval: Approval) -> Approval:
        """Keep a change that waits for a person; one a field, the newest.

        What was decided about the same value stays decided. Returns what stands now.
        """
        ...

    def approval(self, approval_id: str) -> Approval | None:
        """One change that waits or was decided."""
        ...

    def approvals(self, record: RecordRef) -> Mapping[str, Approval]:
        """By field name, the newest of each."""
        ...

    def waiting(self, *, limit: int = 200) -> Sequence[Approval]:
        """Changes that wait for a person, oldest first."""
        ...

    def decide(
        self, approval_id: str, state: ApprovalState, *, by: str, at: datetime
    ) -> Approval | None:
        """Approve or decline; ``None`` if it does not wait any more. Ids do not come back."""
        ...

    def drop_approval(self, record: RecordRef, field: str) -> None:
        """Forget what was asked or decided of a field."""
        ...

    def tell(self, edit: ToldEdit) -> bool:
        """Keep what a CRM told of a person's edit, unless a later one of the field was told.

        Also if the later one was dealt with: whatever it said, this one is not the last word.
        """
        ...

    def told(self, record: RecordRef) -> Mapping[str, ToldEdit]:
        """By field name, the newest told edit of each."""
        ...

    def untell(self, edits: Collection[ToldEdit]) -> None:
        """Forget told edits that were dealt with; a later one of the same field stays."""
        ...

    def brake(self, crm: str) -> Brake | None:
        """The CRM's brake, once one was set."""
        ...

    def set_brake(self, brake: Brake) -> None:
        """Keep a CRM's brake."""
        ...
