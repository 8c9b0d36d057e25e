"""What Reploop needs from the outside: small Protocols, what they raise, nothing more."""

from domain.ports.calls import (
    CallFilter,
    CallStore,
    ClaimTerms,
    DeliveryStore,
    PeopleStore,
    ScorecardStore,
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
from domain.ports.vendors import (
    AnswerNotice,
    CallScoredNotice,
    Check,
    Crm,
    JobQueue,
    MeetingProvider,
    Messenger,
    Notice,
    TierChangeNotice,
    TierMove,
)

__all__ = [
    "AgendaStore",
    "AnswerNotice",
    "AuditStore",
    "BatchStore",
    "CallFilter",
    "CallScoredNotice",
    "CallStore",
    "Check",
    "ClaimTerms",
    "Crm",
    "Database",
    "DealStore",
    "DeliveryStore",
    "FitStore",
    "Grader",
    "JobQueue",
    "LanguageModel",
    "LockStore",
    "MeetingProvider",
    "Messenger",
    "ModelBatches",
    "ModelReply",
    "ModelRequest",
    "Notice",
    "OutboxStore",
    "PeopleStore",
    "ProfileStore",
    "ScorecardStore",
    "Stores",
    "TierChangeNotice",
    "TierMove",
]
