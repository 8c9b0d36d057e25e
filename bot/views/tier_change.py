"""A level moved: told to the rep, or to their manager, in words that fit each."""

from bot.blocks import Message, context, header, message, section
from bot.reader import Reader
from bot.text import NAME_CHARS, escape, link, plain
from bot.words import RANGE_NOTE, TIER_NAMES, TIER_ORDER, figure, known, moment, trend_words
from domain.ports import TierChangeNotice

TREND_DAYS = 60


def tier_change_message(notice: TierChangeNotice, reader: Reader) -> Message:
    """Say what moved, how sure it is, on how many calls, and what to do with it."""
    change, own = notice.change, reader.person.id == notice.change.rep_id
    whose = "Your" if own else f"{plain(notice.rep.name, NAME_CHARS)}'s"
    skill = plain(notice.skill_name, NAME_CHARS)
    title = f"{whose} {skill}: {TIER_NAMES[change.after]}"
    said = _said(notice, own=own)
    url = reader.links.call(change.because_of, reader.person.id, now=reader.now)
    page = reader.rep_link(change.rep_id, "see every skill")
    lines = [
        f"{_sign(notice)} {said}",
        _today(notice),
        _advice(notice, own=own),
        f"{link(url, 'Open the call that tipped it')} · {page}",
    ]
    when = f"{moment(change.at, reader.person)} · {RANGE_NOTE}"
    return message(said, [header(title), section(lines), context(when)])


def _rose(notice: TierChangeNotice) -> bool:
    before = notice.change.before
    return before is None or TIER_ORDER.index(notice.change.after) > TIER_ORDER.index(before)


def _sign(notice: TierChangeNotice) -> str:
    if notice.change.is_first:
        return ":round_pushpin:"
    return ":tada:" if _rose(notice) else ":seedling:"


def _said(notice: TierChangeNotice, *, own: bool) -> str:
    change, skill = notice.change, escape(notice.skill_name, NAME_CHARS)
    whose = "Your" if own else f"{escape(notice.rep.name, NAME_CHARS)}'s"
    sure = figure(change.level, change.standard_error, change.calls)
    after = TIER_NAMES[change.after]
    if change.before is None:
        return f"{whose} {skill} has its first level: {after} ({sure})."
    before = TIER_NAMES[change.before]
    return f"{whose} {skill} went from {before} to {after} ({sure})."


def _today(notice: TierChangeNotice) -> str:
    """Today's figure where it has moved on since the change, and the trend if there is one."""
    now, change = notice.proficiency, notice.change
    said = []
    if now.calls != change.calls:
        said.append(f"Today it stands at {known(now)}.")
    trend = trend_words(now.trend(TREND_DAYS))
    if trend:
        said.append(f"{trend.capitalize()}.")
    return " ".join(said)


def _advice(notice: TierChangeNotice, *, own: bool) -> str:
    if notice.change.is_first:
        return (
            "From now on you will hear when it moves."
            if own
            else "From now on you will hear when it moves clearly."
        )
    if _rose(notice):
        return (
            "It rests on several calls, not on one good day. Keep doing what worked."
            if own
            else "A good moment to say so, with the call at hand."
        )
    return (
        "This rests on several calls, not on one. Listen to the call below and pick one thing "
        "to try on the next."
        if own
        else "Worth ten minutes in the next 1:1: listen to the call together and agree on one "
        "thing to try."
    )
