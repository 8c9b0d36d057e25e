"""The week's report on what went to the CRMs: counts, reasons, and where to look."""

from collections.abc import Iterator

from bot.blocks import Block, Message, context, header, message, section
from bot.reader import Reader
from bot.text import link
from domain import said, wording
from domain.crm_notices import CrmReport, CrmWeek
from domain.phrases import Phrase, Ready, phrase


def crm_report_message(report: CrmReport, reader: Reader) -> Message:
    """A paragraph a CRM; one line altogether where nothing happened."""
    first, last = said.day(report.first_day), said.day(report.last_day)
    title = reader.plain("crm-report-title", **{"from": first, "to": last})
    blocks: list[Block] = [header(title)]
    if report.quiet:
        names = tuple(_name(each) for each in report.crms)
        quiet = reader.say("crm-report-quiet", crms=names)
        blocks.append(section([quiet, _linked(report, reader)]))
        told = quiet
    else:
        blocks += [section(_paragraph(each, reader)) for each in report.crms]
        blocks.append(section([_linked(report, reader)]))
        told = " · ".join(_in_short(each, reader) for each in report.crms if not each.quiet)
    page = Ready(
        link(reader.links.crm(reader.person.id, now=reader.now), reader.plain("crm-report-page"))
    )
    blocks.append(context(reader.say("crm-report-open", link=page)))
    return message(f"{title}: {told}", blocks)


def _name(week: CrmWeek) -> Phrase:
    return phrase("plain", text=wording.crm_name(week.crm))


def _paragraph(week: CrmWeek, reader: Reader) -> list[str]:
    name = reader.say("crm-report-crm", crm=wording.crm_name(week.crm))
    if week.quiet:
        return [f"{name} · {reader.say('crm-report-nothing')}"]
    stopped = [reader.say("crm-report-stopped")] if week.stopped else []
    return [name, *stopped, *(f"• {line}" for line in _lines(week, reader))]


def _lines(week: CrmWeek, reader: Reader) -> Iterator[str]:
    if week.fields:
        yield reader.say("crm-report-written", fields=week.fields, records=week.records)
    counted = {
        "crm-report-kept": week.kept,
        "crm-report-restored": week.restored,
        "crm-report-waiting": week.waiting,
    }
    yield from (reader.say(key, n=n) for key, n in counted.items() if n)
    for reason, number in week.refused:
        yield reader.say("crm-report-refused", n=number, reason=reason)
    counted = {
        "crm-report-gone": week.gone,
        "crm-report-waits": week.waits,
        "crm-report-rollbacks": week.rollbacks,
    }
    yield from (reader.say(key, n=n) for key, n in counted.items() if n)


def _in_short(week: CrmWeek, reader: Reader) -> str:
    first = next(_lines(week, reader), "") or reader.say("crm-report-nothing")
    return f"{reader.say(_name(week))}: {first}"


def _linked(report: CrmReport, reader: Reader) -> str:
    if not report.calls:
        return reader.say("crm-report-no-calls")
    all_of_them = report.linked == report.calls
    key = "crm-report-linked" if all_of_them else "crm-report-unlinked"
    return reader.say(key, linked=report.linked, n=report.calls)
