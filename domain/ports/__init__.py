"""What Reploop needs from the outside: small Protocols, what they raise, nothing more."""

from domain.notices import (
    AnswerNotice,
    AppealMovedNotice,
    AppealNotice,
    CallScoredNotice,
    ClipNotice,
    LibraryNotice,
    Notice,
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
from domain.ports.coaching import (
    AppealStore,
    AttentionStore,
    CommitmentStore,
    LibraryStore,
    PracticeStore,
)
from domain.ports.database import Database, Stores
from domain.ports.effects import (
    AgendaStore,
    AuditStore,
    BatchStore,
    DealStore,
    LockStore,
    OutboxStore,
)
from domain.ports.graders import Grader, LanguageModel, ModelBatches, ModelReply, ModelRequest
from domain.ports.profiles import FitStore, ProfileStore
from domain.ports.vendors import Check, Crm, JobQueue, MeetingProvider, Messenger

__all__ = [
    "AgendaStore",
    "AnswerNotice",
    "AppealMovedNotice",
    "AppealNotice",
    "AppealStore",
    "AttentionStore",
    "AuditStore",
    "BatchStore",
    "CallFilter",
    "CallScoredNotice",
    "CallStore",
    "Check",
    "ClaimTerms",
    "ClipNotice",
    "CommitmentStore",
    "Crm",
    "Database",
    "DealStore",
    "DeliveryStore",
    "FitStore",
    "Grader",
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
    "PracticeStore",
    "ProfileStore",
    "RulingNotice",
    "ScorecardStore",
    "SharedAgenda",
    "Stores",
    "TierChangeNotice",
    "TierMove",
]
