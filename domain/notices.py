"""What is told to people, before it has a form: the messenger's views render these."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.agendas import Agenda, RepAgenda
from domain.appeals import Appeal
from domain.calls import Call, CallId, Transcript
from domain.crm_notices import ApprovalNotice, CrmReport
from domain.effects import EffectKind
from domain.homes import Home
from domain.library import ClipState, SharedClipId, ShownMoment
from domain.people import Person, PersonId
from domain.phrases import Phrase
from domain.practice import Assignment, Session
from domain.questions import Answer
from domain.rubrics import Criterion, CriterionId, Rubric
from domain.scores import CriterionScore, Scorecard
from domain.skills import Proficiency, TierChange


@dataclass(frozen=True, slots=True)
class CallScoredNotice:
    """A rep's own score after a call."""

    call: Call
    scorecard: Scorecard
    rubric: Rubric
    transcript: Transcript
    peer: Mapping[CriterionId, ShownMoment] = field(default_factory=dict)
    """How a teammate did what could be tried next, where one shares such a moment."""


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


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One rep's part of a manager's agenda in full, however little of it the message shows."""

    rep: RepAgenda


@dataclass(frozen=True, slots=True)
class SharedAgenda:
    """One rep's part of an agenda, as their manager shares it with them."""

    rep: RepAgenda
    manager_name: str
    agenda: Agenda
    """The whole one it comes from, without the other reps."""


@dataclass(frozen=True, slots=True)
class AppealCase:
    """An appeal with what it is about, as it stands now."""

    appeal: Appeal
    rep: Person
    call: Call
    criterion: Criterion
    score: CriterionScore
    """As the grader gave it, with its quotes."""
    decided_by: Person | None = None


@dataclass(frozen=True, slots=True)
class AppealNotice:
    """A rep's appeal, to the manager who decides, and later what was decided."""

    case: AppealCase


@dataclass(frozen=True, slots=True)
class AppealMovedNotice:
    """In place of an appeal that another manager decides now: no word of it."""


@dataclass(frozen=True, slots=True)
class RulingNotice:
    """What became of an appeal, to the rep."""

    case: AppealCase


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One message in a digest, as it stands now."""

    key: str
    kind: EffectKind
    notice: "Notice"
    call_id: CallId | None = None
    rep_id: PersonId | None = None
    """Whose page tells more; neither: the reader's own start page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What waited for a person, in the order in which it came."""

    lines: tuple[DigestLine, ...]
    fell_back: tuple[EffectKind, ...] = ()
    """Kinds that come in the digest from now on, since nobody acted on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipNotice:
    """One moment on its way into the library, to the rep or to their manager."""

    state: ClipState | None
    """``None``: it is not there any more, or no longer this reader's to see."""
    to_rep: bool
    moment: ShownMoment | None = None
    """``None`` once there is nothing left to read of it."""
    clip_id: SharedClipId | None = None
    manager_name: str = ""
    """Who manages the rep now, if anybody."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryNotice:
    """The library as its reader asked to see it."""

    moments: tuple[ShownMoment, ...]
    own: tuple[ShownMoment, ...]
    """The reader's own, each of which they can take back."""
    waiting: tuple[ShownMoment, ...]
    """Offered to the reader, who manages the team, and not decided on."""
    skill_name: str = ""
    """What was asked for; empty: every skill."""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTask:
    """What a rep is asked to practise, and how far they are with it."""

    assignment: Assignment
    skill_name: str
    manager_name: str
    attempts_left: int
    reminder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeOpening:
    """The post in whose thread a role-play is played."""

    session: Session
    skill_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSaid:
    """One post in the thread of a role-play: the buyer's words, and what is to be known."""

    buyer_name: str = ""
    said: str = ""
    note: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeResult:
    """How a role-play went: the figure, what went well, one thing to try, what is left."""

    session: Session
    skill_name: str
    assignment: Assignment | None = None
    attempts_left: int = 0
    manager_name: str = ""
    well: str = ""
    to_try: str = ""
    example: str = ""


Notice = (
    PracticeTask
    | PracticeOpening
    | PracticeSaid
    | PracticeResult
    | Home
    | Digest
    | CallScoredNotice
    | TierChangeNotice
    | Agenda
    | SharedAgenda
    | AgendaPart
    | AnswerNotice
    | AppealNotice
    | AppealMovedNotice
    | RulingNotice
    | ClipNotice
    | LibraryNotice
    | ApprovalNotice
    | CrmReport
)
