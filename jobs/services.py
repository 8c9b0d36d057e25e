"""What every job is handed: ports and rules, wired in ``app/``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.actions import Action
from domain.attention import Preferences
from domain.calls import CallId
from domain.crm import CrmField
from domain.facts import Elements
from domain.links import SignedLinks
from domain.phrases import Speech
from domain.ports import (
    Crm,
    CrmNewsSource,
    Database,
    Grader,
    JobQueue,
    LanguageModel,
    MeetingProvider,
    Messenger,
)
from domain.practice import Persona
from domain.questions import Question
from domain.rubrics import RubricLibrary, SkillId
from domain.skills import ProfileRules, Skill
from domain.webhooks import Delivery
from jobs.fits import Fits

NEVER_QUIET = Preferences(quiet_from=0, quiet_until=0, quiet_weekend=False)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a call counts, and how long things may wait. Seconds and words."""

    min_call_s: float = 120.0
    min_rep_words: int = 60
    transcript_grace_s: float = 6 * 3600.0
    """How long after its end a call may wait for a transcript before the provider is asked."""
    tier_message_max_age_days: int = 14
    """Older tier changes (from a back-fill) update pages but are not announced."""
    call_message_max_age_days: int = 7
    lease_s: float = 180.0
    send_limit_s: float = 30.0
    """Upper bound of one delivery to the messenger; its client's time limits are below it."""
    reconcile_quiet_s: float = 15.0
    """How long to wait before looking whether an interrupted post went out."""
    parallel: int = 8
    """Rows worked on side by side by one worker process."""
    parallel_grading: int | None = None
    """The same for calls to be graded, which mostly wait for a model; ``None``: ``parallel``."""
    second_reading_share: float = 0.0
    """Of the calls a model grades: how many may be read a second time, 0-1."""
    focus_skills: int = 2
    """How many skills an agenda proposes for each rep, 2 or 3."""
    pull_hour: int = 2
    """Hour of the day (UTC) from which a CRM's deals are looked at, 0-23."""
    agenda_hour: int = 8
    """Local hour of the manager's Monday at which the agenda is sent."""
    grace_hours: float = 0.0
    """How long a call's score is its rep's alone; a deployment's default is 24."""
    crm_writes_at_once: bool = True
    """Whether a CRM is written to without anybody having pushed first; a deployment waits."""
    crm_records_an_hour: int = 2000
    """Records of one CRM that may be changed within an hour before a person has to look."""
    attention: Preferences = NEVER_QUIET
    """Of whoever has not chosen; a deployment is quiet by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Ports and rules. Nothing in ``jobs`` reaches anything that is not in here."""

    database: Database
    queue: JobQueue
    providers: Mapping[str, MeetingProvider]
    grader: Grader
    rubrics: RubricLibrary
    skills: Mapping[SkillId, Skill]
    rules: ProfileRules
    crms: Mapping[str, Crm]
    crm_fields: Mapping[str, tuple[CrmField, ...]]
    """By CRM; of every kind of record."""
    messenger: Messenger | None
    read_question: Callable[[Delivery, Callable[[str], str | None]], Question | None]
    """Turns a kept delivery of the messenger into the question it holds, if it holds one;
    its second argument names the colleagues who are mentioned by their Slack user id."""
    read_action: Callable[[Delivery], Action | None]
    """Turns a kept delivery of the messenger into what somebody did, if it holds that."""
    links: SignedLinks
    speech: Speech
    """What is said to people, in every language."""
    thresholds: Thresholds
    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    """Seconds that never jump: for how long a claim is still held."""
    reach: Callable[[str], None]
    """Called at named points of the line; a test kills the process at one of them."""
    new_id: Callable[[], str]
    """A new unique id, safe in URLs."""

    crm_news: Mapping[str, CrmNewsSource] = field(default_factory=dict)
    """By CRM: those that tell of changes as they happen."""
    crm_segments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By CRM: our word for a segment of deals to the CRM's field."""

    personas: Mapping[str, Persona] = field(default_factory=dict)
    """The buyers to practise on, by id."""
    model: LanguageModel | None = None
    """For whatever is worded; figures never come from it."""
    elements: Elements = field(default_factory=Elements)
    """What is read from calls about their deals; nothing is, where there are none."""

    fits: Fits = field(default_factory=Fits)
    """What the company's own data say, as this process last read it."""

    def new_call_id(self) -> CallId:
        """A new call id."""
        return CallId(self.new_id())
