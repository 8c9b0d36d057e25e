"""What Reploop needs from the outside: small Protocols, what they raise, nothing more."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from domain.agendas import Agenda
from domain.batches import BatchProgress, GradingBatch
from domain.calls import Call, CallId, CallState, CallType, NotScorable, Transcript
from domain.deals import (
    ChangeSet,
    ChangeSetId,
    CrmField,
    Deal,
    DealRef,
    FieldValue,
    ProvisionReport,
    WriteBegun,
)
from domain.effects import Claimed, Effect, EffectId, EffectKind, EffectRecord, EffectState, Queue
from domain.people import Organisation, Person, PersonId, Team
from domain.questions import Answer
from domain.rubrics import Rubric, SkillId
from domain.scores import GraderReply, Scorecard, Usage
from domain.skills import (
    FitRecord,
    Proficiency,
    ProfileMove,
    SkillObservation,
    SkillProfile,
    TierChange,
)
from domain.stability import ReadingStore
from domain.webhooks import (
    CallNews,
    Delivery,
    DeliveryRecord,
    DeliveryState,
    FetchedTranscript,
    WebhookOutcome,
    WebhookRequest,
)

T = TypeVar("T")

# ── vendors ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Check:
    """One line of ``reploop doctor``: what was checked, whether it holds, the remedy."""

    what: str
    ok: bool
    detail: str
    remedy: str = ""


class MeetingProvider(Protocol):
    """Zoom, Teams, … : says that a call ended, and what was said on it."""

    @property
    def slug(self) -> str:
        """The name in URLs and rows, such as ``zoom``."""
        ...

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """Check the signature, then say what to do with it. Makes no network call.

        Raises ``WebhookRejected`` for a request that is not the vendor's, and
        ``UnexpectedPayload`` for a genuine one that does not fit the contract.
        """
        ...

    def read_delivery(self, delivery: Delivery) -> CallNews:
        """What a kept delivery says. Raises ``UnexpectedPayload``. No network call."""
        ...

    def fetch_transcript(self, news: CallNews) -> FetchedTranscript:
        """Download the transcript named by ``news.transcript_url``; never retries.

        Raises ``IntegrationError`` (``AddressRefused`` for an address that is not the
        vendor's) and ``UnreadableTranscript``.
        """
        ...

    def find_transcript(self, call: Call) -> FetchedTranscript | None:
        """Ask the vendor's API for the transcript of a known call; ``None`` if there is none.

        Raises ``IntegrationError`` and ``UnreadableTranscript``.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...


class Grader(Protocol):
    """Reads a transcript against a rubric. Answers are unchecked until code checked them."""

    @property
    def name(self) -> str:
        """``builtin`` or ``model``."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same call could get another level."""
        ...

    def grade(self, rubric: Rubric, call_type: CallType, transcript: Transcript) -> GraderReply:
        """Answer every applicable criterion of ``rubric``.

        Raises ``GradingError`` (``GradingRefused`` when trying again will not help) and,
        for a remote model, ``IntegrationError``.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRequest:
    """One question to a language model that must answer in JSON of this schema."""

    system: str
    user: str
    schema_name: str
    schema: Mapping[str, object]
    max_output_tokens: int
    cache_key: str = ""
    """The same for requests that begin alike, so that a provider's cache can find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReply:
    """What a language model answered; ``text`` is unchecked and may be cut off."""

    text: str
    model: str
    complete: bool
    """False when the answer stopped at the limit of tokens."""
    refusal: str | None = None
    usage: Usage = field(default_factory=Usage)
    """One request and its tokens; latency and cost are for the asker to add."""
    as_priced: bool = True
    """False when it was served on other terms than asked for, so that no price is known."""


class LanguageModel(Protocol):
    """Any server that speaks OpenAI's chat completions with structured output."""

    @property
    def model(self) -> str:
        """The model asked for, with whatever else changes its answers, such as its effort."""
        ...

    def complete(self, request: ModelRequest) -> ModelReply:
        """Ask once; never retries. Raises ``IntegrationError``."""
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and the model; raises nothing."""
        ...


class ModelBatches(Protocol):
    """A provider that answers many requests in its own time, for less."""

    def send(self, name: str, requests: Mapping[str, ModelRequest]) -> str:
        """Hand over requests by key; returns the provider's id of the batch.

        ``name`` is ours, and finds the batch again. Raises ``IntegrationError``.
        """
        ...

    def find(self, name: str) -> str | None:
        """The provider's id of the batch of this name, if it took one of late.

        Raises ``IntegrationError``.
        """
        ...

    def look(self, remote_id: str) -> BatchProgress:
        """How far it is. Raises ``IntegrationError``."""
        ...

    def replies(self, remote_id: str) -> Mapping[str, ModelReply]:
        """The replies of an ended batch by key; requests that failed or expired are missing.

        Raises ``IntegrationError``.
        """
        ...


class Crm(Protocol):
    """Salesforce, HubSpot, … : deals, and the fields Reploop owns on them."""

    @property
    def slug(self) -> str:
        """The name in rows and settings, such as ``salesforce``."""
        ...

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """Deals on which somebody with one of these e-mail addresses takes part."""
        ...

    def read_deal(self, ref: DealRef) -> Deal:
        """Read one deal. Raises ``NotFoundAtVendor`` when it is gone."""
        ...

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create the fields that are missing, readable and writable by us; safe to repeat."""
        ...

    def read_fields(self, ref: DealRef, fields: Sequence[CrmField]) -> Mapping[str, FieldValue]:
        """Present values by field name. Raises ``NotFoundAtVendor``, ``WriteRefused``."""
        ...

    def write_fields(
        self, ref: DealRef, values: Mapping[str, FieldValue], fields: Sequence[CrmField]
    ) -> None:
        """Set these fields; the same call twice leaves the same record.

        Raises ``WriteRefused`` naming the field and the remedy, or ``IntegrationError``.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...


@dataclass(frozen=True, slots=True)
class CallScoredNotice:
    """A rep's own score after a call."""

    call: Call
    scorecard: Scorecard
    rubric: Rubric
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class TierMove:
    """One tier change, with the skill's name and where it stands today."""

    change: TierChange
    skill_name: str
    proficiency: Proficiency


@dataclass(frozen=True, slots=True)
class TierChangeNotice:
    """Tiers that one call tipped, at least one: to the rep or to the manager."""

    rep: Person
    moves: tuple[TierMove, ...]


@dataclass(frozen=True, slots=True)
class AnswerNotice:
    """The answer to a question somebody asked."""

    answer: Answer


Notice = CallScoredNotice | TierChangeNotice | Agenda | AnswerNotice


class Messenger(Protocol):
    """Delivers to people. Slack today."""

    def send(self, notice: Notice, to: Person, *, key: str, now: datetime) -> str:
        """Post once to this person, marked with ``key``; returns the remote id.

        Never retries. Raises ``IntegrationError``; after ``Transient`` the post may
        stand or not: ask ``find`` before sending again.
        """
        ...

    def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
        """Say in a channel, without any figure, that the answer went to a direct message."""
        ...

    def email_of(self, user_id: str) -> str | None:
        """The e-mail address of a full member of our workspace; ``None`` for anybody else.

        Raises ``IntegrationError`` when it cannot be looked up now.
        """
        ...

    def find(self, to: Person, *, key: str, since: datetime) -> str | None:
        """The remote id of a post marked with ``key``, or ``None`` if there is none.

        Raises ``IntegrationError`` when the history cannot be read: then nobody knows.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...


# ── queue ────────────────────────────────────────────────────────────────────────────


class JobQueue(Protocol):
    """The doorbell. A lost, doubled or late ring costs nothing but time."""

    def ring(self, *queues: Queue) -> bool:
        """Wake the workers of these queues; ``False`` if the broker cannot be reached."""
        ...


# ── store ────────────────────────────────────────────────────────────────────────────


class PeopleStore(Protocol):
    """People and teams."""

    def organisation(self) -> Organisation:
        """Everybody and every team, inactive people too."""
        ...

    def put(self, people: Sequence[Person], teams: Sequence[Team]) -> tuple[int, int]:
        """Insert or update by id; returns (people added, people changed)."""
        ...

    def set_slack_user(self, person_id: PersonId, slack_user_id: str) -> None:
        """Remember which Slack user this is, and touch nothing else of the person."""
        ...


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """How to claim: at most ``limit`` rows, each for ``lease_s`` seconds.

    ``asked_at`` is the worker's monotonic clock just before it asks, in seconds.
    """

    limit: int
    lease_s: float
    asked_at: float = 0.0


class DeliveryStore(Protocol):
    """The inbox: verified requests, kept before anything else."""

    def add_new(self, deliveries: Sequence[Delivery]) -> int:
        """Keep those not yet known by (provider, key); returns how many were new."""
        ...

    def quarantine(self, delivery: Delivery, problem: str) -> None:
        """Keep a genuine request that does not fit its contract, for a later replay."""
        ...

    def claim(self, terms: ClaimTerms) -> Sequence[Claimed[Delivery]]:
        """Claim due deliveries, oldest first."""
        ...

    def done(self, claimed: Claimed[Delivery]) -> bool:
        """Mark as worked off; ``False`` if the lease was lost (then undo: raise)."""
        ...

    def retry(
        self, claimed: Claimed[Delivery], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def forget(self, provider: str, ref: str) -> int:
        """Empty every body that names this meeting, and be done with it. Returns how many."""
        ...

    def dead(self, claimed: Claimed[Delivery], error: str) -> bool:
        """Give up; stays readable and can be replayed."""
        ...

    def list(
        self, *, states: Sequence[DeliveryState] = (), limit: int = 100
    ) -> Sequence[DeliveryRecord]:
        """Deliveries in these states (none given: in any), newest first."""
        ...

    def replay(self, provider: str, key: str) -> bool:
        """Make a delivery due again; ``False`` if there is none, or it was emptied."""
        ...

    def count_by_state(self) -> Mapping[str, int]:
        """How many deliveries stand in each state."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """Which calls to list; newest first."""

    rep_ids: tuple[PersonId, ...] | None = None
    states: tuple[CallState, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    deal: DealRef | None = None
    limit: int = 100


class CallStore(Protocol):
    """Calls and their transcripts."""

    def get(self, call_id: CallId) -> Call | None:
        """A call by id."""
        ...

    def by_ref(self, provider: str, provider_ref: str) -> Call | None:
        """A call by its identity at its source."""
        ...

    def put(self, call: Call) -> None:
        """Insert, or replace every column but lease, attempts and (provider, ref)."""
        ...

    def put_transcript(self, call_id: CallId, transcript: Transcript) -> None:
        """Keep or replace the transcript of a call."""
        ...

    def transcript(self, call_id: CallId) -> Transcript | None:
        """The transcript of a call."""
        ...

    def list(self, which: CallFilter) -> Sequence[Call]:
        """Calls that match, newest first."""
        ...

    def count_by_state(self) -> Mapping[str, int]:
        """How many calls stand in each state; skipped ones as ``skipped:<reason>``."""
        ...

    def link(self, call_id: CallId, *, deal: DealRef | None, reason: str) -> None:
        """Note which deal the call belongs to and why; touches nothing else."""
        ...

    def claim_ready(self, terms: ClaimTerms) -> Sequence[Claimed[Call]]:
        """Claim calls to be scored, oldest first."""
        ...

    def claim_waiting(
        self, terms: ClaimTerms, *, ended_before: datetime
    ) -> Sequence[Claimed[Call]]:
        """Claim calls that ended before then and still have no transcript."""
        ...

    def settle(
        self,
        claimed: Claimed[Call],
        state: CallState,
        *,
        not_scorable: NotScorable | None = None,
        error: str | None = None,
    ) -> bool:
        """Move a claimed call on; ``False`` if the lease was lost or the version moved."""
        ...

    def retry(
        self, claimed: Claimed[Call], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def make_due(self, call_id: CallId) -> None:
        """Clear lease, attempts and waiting time, so that it is worked on now."""
        ...


class ScorecardStore(Protocol):
    """Scorecards; one per call and call version."""

    def add_if_new(self, card: Scorecard) -> bool:
        """Keep unless (call, version) already has one; says whether it was kept."""
        ...

    def remove(self, call_id: CallId) -> None:
        """Forget every scorecard of a call: they quote what was said on it."""
        ...

    def latest(self, call_id: CallId) -> Scorecard | None:
        """The scorecard of the highest call version."""
        ...

    def latest_of(self, call_ids: Sequence[CallId]) -> Mapping[CallId, Scorecard]:
        """The same for many calls at once."""
        ...


class ProfileStore(Protocol):
    """Observations and what the last replay made of them."""

    def replace_observations(
        self, call_id: CallId, observations: Sequence[SkillObservation]
    ) -> frozenset[tuple[PersonId, SkillId]]:
        """Put these in place of all the call's observations.

        Returns every (rep, skill) that lost, gained or changed one.
        """
        ...

    def observations(self, rep_id: PersonId, skill_id: SkillId) -> Sequence[SkillObservation]:
        """All of a rep's observations of a skill, by (observed_at, call_id)."""
        ...

    def observations_of(
        self, pairs: Collection[tuple[PersonId, SkillId]]
    ) -> Mapping[tuple[PersonId, SkillId], Sequence[SkillObservation]]:
        """The same for each of several pairs, at once; empty for a pair without any."""
        ...

    def of_skill(self, skill_id: SkillId) -> Sequence[SkillObservation]:
        """Everybody's observations of a skill, by rep, then as ``observations``."""
        ...

    def of_call(self, call_id: CallId) -> frozenset[tuple[PersonId, SkillId]]:
        """Whose observations of which skills come from this call."""
        ...

    def observed_skills(self) -> Sequence[SkillId]:
        """Every skill with an observation, retired ones too."""
        ...

    def lock(self, rep_id: PersonId) -> None:
        """Hold this rep's profile until the transaction ends (no-op where writers are single)."""
        ...

    def put(self, profile: SkillProfile, *, seen: bool = True) -> tuple[TierChange, ...]:
        """Keep a replay's result and its tier changes; returns changes not seen before.

        Without ``seen`` none is returned, and each is still news to the next ``put``.
        """
        ...

    def get(self, rep_id: PersonId, skill_id: SkillId) -> Proficiency | None:
        """The last stored proficiency of one pair."""
        ...

    def behind(
        self, basis: str, *, rep_id: PersonId | None = None
    ) -> Sequence[tuple[PersonId, SkillId]]:
        """Pairs whose stored proficiency rests on another basis, by rep."""
        ...

    def note(self, move: ProfileMove) -> None:
        """Add what moved a published level to the record."""
        ...

    def moves(
        self, rep_id: PersonId, skill_id: SkillId, *, since: datetime | None = None
    ) -> Sequence[ProfileMove]:
        """The record of one pair, oldest first."""
        ...

    def remove(self, rep_id: PersonId, skill_id: SkillId) -> None:
        """Forget the profile of a pair that has no observation any more."""
        ...

    def history(
        self, rep_id: PersonId, skill_id: SkillId
    ) -> Sequence[tuple[datetime, float, float]]:
        """(moment, level, standard error) after each scored call, as last replayed."""
        ...

    def of_reps(self, rep_ids: Sequence[PersonId]) -> Sequence[Proficiency]:
        """The last stored proficiencies of these reps, every skill."""
        ...

    def tier_changes(self, rep_ids: Sequence[PersonId], *, since: datetime) -> Sequence[TierChange]:
        """Tier changes dated since then, newest first."""
        ...

    def announced(self, rep_id: PersonId) -> Mapping[SkillId, Sequence[TierChange]]:
        """All tier changes of a rep as they stand, by skill, oldest first."""
        ...

    def tier_change(self, rep_id: PersonId, skill_id: SkillId, at: datetime) -> TierChange | None:
        """One change as it stands now; ``None`` if a replay took it back."""
        ...

    def count(self) -> tuple[int, int]:
        """(observations, tier changes that are not first announcements)."""
        ...


class FitStore(Protocol):
    """What a company's own data said at several moments; versions from 1, never changed."""

    def newest(self) -> FitRecord | None:
        """The highest version there is."""
        ...

    def get(self, version: int, shape: type[T]) -> T:
        """One of them, as the dataclass it was kept as. Raises ``LookupError`` without it."""
        ...

    def add_if_new(self, record: FitRecord, body: object) -> bool:
        """Keep a dataclass under its version; ``False`` if that version is there already."""
        ...


class OutboxStore(Protocol):
    """Effects to make, each with a key, a lease, attempts and an end state."""

    def add_if_new(self, effect: Effect) -> bool:
        """Keep unless the key is known; says whether it was kept."""
        ...

    def request(self, effect: Effect) -> None:
        """Keep, or make a known key due again: for effects that send the newest state."""
        ...

    def claim(
        self, kinds: Sequence[EffectKind], terms: ClaimTerms
    ) -> Sequence[Claimed[EffectRecord]]:
        """Claim due effects, oldest first, and note the try before it happens.

        Each item shows its row as it stood before: ``last_try_at`` is the earlier try's.
        """
        ...

    def settle(
        self,
        claimed: Claimed[EffectRecord],
        state: EffectState,
        *,
        remote_id: str | None = None,
        error: str | None = None,
    ) -> bool:
        """Note how it ended; ``False`` if the lease was lost.

        An effect that was requested again while it was being sent stays due.
        """
        ...

    def holds(self, claimed: Claimed[EffectRecord]) -> bool:
        """Whether this is still the effect's newest claim; if so, to the transaction's end."""
        ...

    def retry(
        self, claimed: Claimed[EffectRecord], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def get(self, key: str) -> EffectRecord | None:
        """One effect by key."""
        ...

    def list(
        self, *, states: Sequence[EffectState] = (), limit: int = 100
    ) -> Sequence[EffectRecord]:
        """Effects, newest first."""
        ...

    def replay(self, effect_id: EffectId) -> bool:
        """Make a parked, skipped or dead effect due again; ``False`` if there is none."""
        ...

    def count_by_state(self) -> Mapping[str, int]:
        """How many effects stand in each ``kind:state``."""
        ...


class DealStore(Protocol):
    """Deals as last read, what Reploop last wrote on them, and the change sets."""

    def put(self, deals: Sequence[Deal]) -> None:
        """Insert or update by (crm, id)."""
        ...

    def get(self, ref: DealRef) -> Deal | None:
        """One deal."""
        ...

    def list(self, *, limit: int = 500) -> Sequence[Deal]:
        """Deals, last modified first."""
        ...

    def last_written(self, ref: DealRef) -> Mapping[str, FieldValue]:
        """The values Reploop last wrote, by field name."""
        ...

    def add_change_set(self, change_set: ChangeSet) -> None:
        """Keep a change set and move ``last_written`` on for fields that were written."""
        ...

    def change_set(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """One change set."""
        ...

    def change_sets(self, *, limit: int = 50) -> Sequence[ChangeSet]:
        """Change sets, newest first."""
        ...

    def change_sets_for(self, call_id: CallId) -> Sequence[ChangeSet]:
        """Every change set of one call, oldest first."""
        ...

    def forget_values(self, ref: DealRef, gone: Callable[[str, FieldValue], bool]) -> None:
        """Empty every kept value of a deal, as old, new or last written, that is ``gone``.

        ``gone`` is asked with the field's name and the value.
        """
        ...

    def begin_write(self, ref: DealRef, write: WriteBegun) -> None:
        """Note a write before it is sent; the same id again replaces the note."""
        ...

    def writes_begun(self, ref: DealRef) -> Sequence[WriteBegun]:
        """The writes on a deal whose result nobody noted, oldest first."""
        ...

    def end_writes(self, ref: DealRef, ids: Collection[str]) -> None:
        """Forget these writes: what they left behind is known now."""
        ...


class AgendaStore(Protocol):
    """Agendas as they were sent: one per manager and ISO week."""

    def add_if_new(self, agenda: Agenda) -> bool:
        """Keep unless the manager already has one for that week."""
        ...

    def get(self, manager_id: PersonId, week: str) -> Agenda | None:
        """One agenda."""
        ...

    def before(self, manager_id: PersonId, monday: date) -> Agenda | None:
        """The latest agenda of a week before that Monday."""
        ...

    def forget_call(self, call_id: CallId) -> None:
        """Take every moment of this call out of the agendas that were kept."""
        ...


class AuditStore(Protocol):
    """Who looked at what, and what was denied; no content. Append-only."""

    def add(
        self, *, at: datetime, actor: str, action: str, subject: str, allowed: bool, via: str
    ) -> None:
        """Note one decision; ``via`` is web, slack or cli."""
        ...

    def about(self, subject: str, *, limit: int = 100) -> Sequence[tuple[datetime, str, str, bool]]:
        """(at, actor, action, allowed) for one subject, newest first."""
        ...


class LockStore(Protocol):
    """Leases for what only one process may do at a time, such as the clock's rounds."""

    def take(self, name: str, holder: str, *, lease_s: float) -> bool:
        """Take or renew; ``False`` while another holder has it."""
        ...

    def ended_s_ago(self, name: str) -> float | None:
        """Seconds since it ran out, negative while it is held; ``None`` if it never was."""
        ...


class BatchStore(Protocol):
    """Batches of gradings that a provider works on."""

    def put(self, batch: GradingBatch) -> None:
        """Keep, or replace the one of this id."""
        ...

    def under_way(self) -> Sequence[GradingBatch]:
        """All that have not ended, oldest first."""
        ...

    def end(self, batch_id: str) -> None:
        """Forget a batch: its calls are due again, or scored."""
        ...


class Stores(Protocol):
    """One transaction's view of everything. No network call while one is open."""

    @property
    def people(self) -> PeopleStore: ...  # noqa: D102
    @property
    def deliveries(self) -> DeliveryStore: ...  # noqa: D102
    @property
    def calls(self) -> CallStore: ...  # noqa: D102
    @property
    def scorecards(self) -> ScorecardStore: ...  # noqa: D102
    @property
    def readings(self) -> ReadingStore: ...  # noqa: D102
    @property
    def profiles(self) -> ProfileStore: ...  # noqa: D102
    @property
    def fits(self) -> FitStore: ...  # noqa: D102
    @property
    def outbox(self) -> OutboxStore: ...  # noqa: D102
    @property
    def deals(self) -> DealStore: ...  # noqa: D102
    @property
    def agendas(self) -> AgendaStore: ...  # noqa: D102
    @property
    def audit(self) -> AuditStore: ...  # noqa: D102
    @property
    def locks(self) -> LockStore: ...  # noqa: D102
    @property
    def batches(self) -> BatchStore: ...  # noqa: D102


class Database(Protocol):
    """Opens transactions: all or nothing, committed when the block ends without an error."""

    def write(self) -> AbstractContextManager[Stores]:
        """A transaction that may write (SQLite: BEGIN IMMEDIATE).

        Raises ``StoreUnavailable``; ``StoreConflict`` when another writer won. After
        either nobody may count on anything kept; if a connection broke during the commit
        it may stand all the same, which every unique key makes harmless to repeat.
        """
        ...

    def read(self) -> AbstractContextManager[Stores]:
        """One moment of everything; cannot write. Raises ``StoreUnavailable``."""
        ...

    def keep_deliveries(self, deliveries: Sequence[Delivery]) -> int:
        """``deliveries.add_new`` in a transaction of its own, as fast as it can be done.

        Raises ``StoreUnavailable``: then none may be acknowledged.
        """
        ...

    def due(self) -> Mapping[Queue, int]:
        """How many rows each queue's workers could claim now: what the sweeper rings for."""
        ...

    def overwrite_deleted(self) -> bool:
        """Leave no copy of deleted rows behind in SQLite's log; waits for no reader or writer.

        ``False`` when another connection still needs the log, or the file cannot be reached:
        ask again later. ``True`` on PostgreSQL, which overwrites in its own time.
        """
        ...

    def ping(self) -> None:
        """Ask the database for an answer. Raises when it cannot be reached."""
        ...
