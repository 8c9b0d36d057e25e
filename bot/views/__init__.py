"""Messages as pure functions: what is known, and who reads it, to what Slack shows."""

from bot.blocks import Message
from bot.reader import Reader
from bot.views.agenda import agenda_message
from bot.views.agenda_rep import agenda_part_message
from bot.views.answer import answer_message
from bot.views.appeals import appeal_message, appeal_moved_message, ruling_message
from bot.views.approvals import approval_message
from bot.views.call_scored import call_scored_message
from bot.views.clips import clip_message, library_message
from bot.views.crm_report import crm_report_message
from bot.views.digest import digest_message
from bot.views.home import home_message
from bot.views.practice import (
    practice_opening_message,
    practice_result_message,
    practice_said_message,
    practice_task_message,
)
from bot.views.shared_agenda import shared_agenda_message
from bot.views.tier_change import tier_change_message
from domain.agendas import Agenda
from domain.ports import (
    AgendaPart,
    AnswerNotice,
    AppealMovedNotice,
    AppealNotice,
    ApprovalNotice,
    CallScoredNotice,
    ClipNotice,
    CrmReport,
    Digest,
    Home,
    LibraryNotice,
    Notice,
    PracticeOpening,
    PracticeResult,
    PracticeSaid,
    PracticeTask,
    RulingNotice,
    SharedAgenda,
    TierChangeNotice,
)


def render(notice: Notice, reader: Reader) -> Message:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    """The message for any notice, within Slack's limits."""
    match notice:
        case Agenda():
            return agenda_message(notice, reader)
        case CallScoredNotice():
            return call_scored_message(notice, reader)
        case TierChangeNotice():
            return tier_change_message(notice, reader)
        case AgendaPart(rep):
            return agenda_part_message(rep, reader)
        case SharedAgenda():
            return shared_agenda_message(notice, reader)
        case AppealNotice(case):
            return appeal_message(case, reader)
        case AppealMovedNotice():
            return appeal_moved_message(reader)
        case RulingNotice(case):
            return ruling_message(case, reader)
        case ApprovalNotice():
            return approval_message(notice, reader)
        case CrmReport():
            return crm_report_message(notice, reader)
        case ClipNotice():
            return clip_message(notice, reader)
        case LibraryNotice():
            return library_message(notice, reader)
        case Home():
            return home_message(notice, reader)
        case Digest():
            return digest_message(notice, reader, render)
        case PracticeTask():
            return practice_task_message(notice, reader)
        case PracticeOpening():
            return practice_opening_message(notice, reader)
        case PracticeSaid():
            return practice_said_message(notice, reader)
        case PracticeResult():
            return practice_result_message(notice, reader)
        case AnswerNotice(answer):
            return answer_message(answer, reader)
