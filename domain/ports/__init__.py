"""What Reploop needs from the outside: small Protocols, what they raise, nothing more."""

from domain.crm_notices import ApprovalNotice, CrmReport
from domain.homes import Home
from domain.notices import (
    AgendaPart,
    AnswerNotice,
    AppealMovedNotice,
    AppealNotice,
    CallScoredNotice,
    ClipNotice,
    Digest,
    DigestLine,
    LibraryNotice,
    Notice,
    PracticeOpening,
    PracticeResult,
    PracticeSaid,
    PracticeTask,
    RulingNotice,
    SharedAgenda,
    TierChangeNotice,
    TierMove,
)
from domain.ports.calls import (
    CallFilter,
    CallStore,
    ClaimTerms,
    DeliveryStore,
    PeopleStore,
    ScorecardStore,
)
from domain.ports.changes import ChangeStore
from domain.ports.coaching import (
    AppealStore,
    AttentionStore,
    CommitmentStore,
    LibraryStore,
    PracticeStore,
)
from domain.ports.crm import Crm
from domain.ports.crm_news import CrmNewsSource
from domain.ports.database import Database, Stores
from domain.ports.effects import (
    AgendaStore,
    AuditStore,
    BatchStore,
    DealStore,
    LockStore,
    OutboxStore,
)
from domain.ports.facts import FactStore
from domain.ports.graders import Grader, LanguageModel, ModelBatches, ModelReply, ModelRequest
from domain.ports.outcomes import DealHistoryStore
from domain.ports.profiles import FitStore, ProfileStore
from domain.ports.vendors import Check, JobQueue, MeetingProvider, Messenger

__all__ = [
    "AgendaPart",
    "AgendaStore",
    "AnswerNotice",
    "AppealMovedNotice",
    "AppealNotice",
    "AppealStore",
    "ApprovalNotice",
    "AttentionStore",
    "AuditStore",
    "BatchStore",
    "CallFilter",
    "CallScoredNotice",
    "CallStore",
    "ChangeStore",
    "Check",
    "ClaimTerms",
    "ClipNotice",
    "CommitmentStore",
    "Crm",
    "CrmNewsSource",
    "CrmReport",
    "Database",
    "DealHistoryStore",
    "DealStore",
    "DeliveryStore",
    "Digest",
    "DigestLine",
    "FactStore",
    "FitStore",
    "Grader",
    "Home",
    "JobQueue",
    "LanguageModel",
    "LibraryNotice",
    "LibraryStore",
    "LockStore",
    "MeetingProvider",
    "Messenger",
    "ModelBatches",
    "ModelReply",
    "ModelRequest",
    "Notice",
    "OutboxStore",
    "PeopleStore",
    "PracticeOpening",
    "PracticeResult",
    "PracticeSaid",
    "PracticeStore",
    "PracticeTask",
    "ProfileStore",
    "RulingNotice",
    "ScorecardStore",
    "SharedAgenda",
    "Stores",
    "TierChangeNotice",
    "TierMove",
]
