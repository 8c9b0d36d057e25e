"""Stores of the coaching loop: what was agreed, contested, shared, practised and read."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.appeals import Appeal, AppealId, AppealState
from domain.attention import DigestItem, Preferences, SentMessage, Wishes
from domain.calls import CallId
from domain.commitments import Commitment, CommitmentId
from domain.effects import EffectKind
from domain.library import ClipState, SharedClip, SharedClipId
from domain.people import PersonId, TeamId
from domain.practice import (
    Assignment,
    AssignmentId,
    AssignmentState,
    Session,
    SessionId,
    SessionState,
)
from domain.rubrics import SkillId


class CommitmentStore(Protocol):
    """What was agreed on in 1:1s."""

    def put(self, commitment: Commitment) -> None:
        """Insert or replace by id."""
        ...

    def get(self, commitment_id: CommitmentId) -> Commitment | None:
        """One of them."""
        ...

    def of_rep(self, rep_id: PersonId) -> Sequence[Commitment]:
        """All of a rep's, newest first."""
        ...


class AppealStore(Protocol):
    """Appeals: one each time that a criterion of a call is contested."""

    def put(self, appeal: Appeal) -> None:
        """Keep it in place of the one of this id, if there is one."""
        ...

    def get(self, appeal_id: AppealId) -> Appeal | None:
        """One appeal."""
        ...

    def of_call(self, call_id: CallId) -> Sequence[Appeal]:
        """Every appeal of one call, oldest first."""
        ...

    def list(
        self,
        *,
        rep_ids: Collection[PersonId] | None = None,
        states: Collection[AppealState] = (),
        limit: int = 500,
    ) -> Sequence[Appeal]:
        """Appeals of these reps (``None``: of all) in these states (none given: in any)."""
        ...

    def remove(self, call_id: CallId) -> None:
        """Forget every appeal of a call: they quote people."""
        ...


class AttentionStore(Protocol):
    """What people want to be told, what they were sent, and what waits for the digest."""

    def preferences(self, person_id: PersonId) -> Wishes | None:
        """What the person chose; ``None``: nothing yet."""
        ...

    def put_preferences(self, person_id: PersonId, chosen: Wishes | Preferences) -> None:
        """Keep what the person chose: all of it, or only what is not as the company has it."""
        ...

    def note_sent(self, message: SentMessage) -> None:
        """Note a message that may go out, or went out (then with its remote id).

        Of a key that is known only a missing remote id changes.
        """
        ...

    def sent(self, key: str) -> SentMessage | None:
        """One message that may go out or went out."""
        ...

    def unacted(self, person_id: PersonId, *, since: datetime) -> Sequence[SentMessage]:
        """What the person was sent since then and has not acted on."""
        ...

    def lock(self, person_id: PersonId) -> None:
        """Hold this person's budget until the transaction ends (no-op with one writer)."""
        ...

    def sent_to(
        self, person_id: PersonId, *, since: datetime, kinds: Collection[EffectKind]
    ) -> int:
        """How many messages of these kinds the person was sent since then, or may be sent."""
        ...

    def acted(self, remote_id: str, act: str, at: datetime) -> bool:
        """Note the first act on a message; ``False`` if it is unknown or was acted on before."""
        ...

    def rates(
        self, *, since: datetime, until: datetime | None = None, to: PersonId | None = None
    ) -> Mapping[EffectKind, tuple[int, int]]:
        """(messages sent, messages acted on) since then, by kind: one person's or everybody's.

        ``until``: of those sent before that moment.
        """
        ...

    def wait(self, item: DigestItem) -> bool:
        """Keep for the digest; ``False`` if it waits there already, or was told."""
        ...

    def item(self, key: str) -> DigestItem | None:
        """A message that waits for a digest, or was told in one."""
        ...

    def homes(self, keys: Collection[str]) -> Mapping[str, str]:
        """Of the homes that were ever asked for: the rights they were asked for under, by key."""
        ...

    def who_waits(self) -> Sequence[PersonId]:
        """Everybody for whom something waits."""
        ...

    def waiting(self, person_id: PersonId) -> Sequence[DigestItem]:
        """What no digest has told the person yet, oldest first."""
        ...

    def told_in(self, digest: str) -> Sequence[DigestItem]:
        """What one digest told."""
        ...

    def told(self, keys: Collection[str], digest: str | None) -> None:
        """Note that this digest tells these; ``None``: they wait for the next one after all."""
        ...


class LibraryStore(Protocol):
    """Moments that teams share."""

    def put(self, shared: SharedClip) -> None:
        """Insert or replace by id."""
        ...

    def get(self, clip_id: SharedClipId) -> SharedClip | None:
        """One of them; locked to the transaction's end where writers are many."""
        ...

    def list(
        self,
        *,
        team_id: TeamId | None = None,
        rep_id: PersonId | None = None,
        skill_id: SkillId | None = None,
        states: Collection[ClipState] = (),
    ) -> Sequence[SharedClip]:
        """Those that match, newest first."""
        ...

    def of_call(self, call_id: CallId) -> Sequence[SharedClip]:
        """Every moment of one call."""
        ...

    def forget_call(self, call_id: CallId) -> None:
        """Remove every moment of a call."""
        ...


class PracticeStore(Protocol):
    """Assignments to practise, and the role-plays."""

    def put_assignment(self, assignment: Assignment) -> None:
        """Insert or replace by id."""
        ...

    def assignment(self, assignment_id: AssignmentId) -> Assignment | None:
        """One assignment."""
        ...

    def assignments(
        self, *, rep_ids: Collection[PersonId], states: Collection[AssignmentState] = ()
    ) -> Sequence[Assignment]:
        """Assignments of these reps in these states (none given: in any), newest first."""
        ...

    def put_session(self, session: Session) -> None:
        """Insert or replace by id."""
        ...

    def session(self, session_id: SessionId) -> Session | None:
        """One role-play; locked to the transaction's end where writers are many."""
        ...

    def lock(self, rep_id: PersonId) -> None:
        """Hold a rep's practice to the end of the transaction: they begin one at a time."""
        ...

    def by_thread(self, thread: str) -> Session | None:
        """The role-play that is played in this thread (``channel:ts``)."""
        ...

    def by_call(self, call_id: CallId) -> Session | None:
        """The role-play that was scored as this call."""
        ...

    def sessions(self, rep_id: PersonId, *, limit: int = 50) -> Sequence[Session]:
        """A rep's role-plays, newest first."""
        ...

    def in_states(self, states: Collection[SessionState], *, limit: int = 200) -> Sequence[Session]:
        """Everybody's role-plays in these states, oldest first."""
        ...

    def of_assignment(self, assignment: Assignment) -> Sequence[Session]:
        """The role-plays of one assignment, newest first."""
        ...
