"""A person's home: what is theirs, in one place, and when Reploop may write to them."""

from collections.abc import Sequence

from bot.blocks import Block, Message, context, header, message, section
from bot.elements import actions, button
from bot.reader import Reader
from bot.views.clips import library_button
from bot.views.home_company import company_blocks
from bot.views.home_manager import manager_blocks
from bot.views.home_rep import rep_blocks
from bot.words import zone
from domain import said
from domain.actions import FORM_SUFFIX
from domain.attention import Preferences
from domain.homes import CompanyHome, Home, ManagerHome, RepHome

MAX_BLOCKS = 100
_SNOOZES = (
    ("tomorrow", "home-snooze-tomorrow"),
    ("monday", "home-snooze-monday"),
    ("two_weeks", "home-snooze-weeks"),
)
"""Each is an act of its own, since Slack wants the names within a row to differ."""


def home_message(home: Home, reader: Reader) -> Message:
    """The whole home; a large team is cut so that the settings stay."""
    title, blocks = _part(home, reader)
    if home.preferences is None:
        return message(title, blocks)
    as_of = "home-as-of-now" if isinstance(home.part, CompanyHome) else "home-as-of"
    end = [
        *_settings(home.preferences, reader),
        context(reader.say(as_of, at=reader.moment(reader.now))),
    ]
    return message(title, [*blocks[: MAX_BLOCKS - len(end)], *end])


def _part(home: Home, reader: Reader) -> tuple[str, Sequence[Block]]:
    match home.part:
        case RepHome():
            title = "home-rep-title"
            blocks = [*rep_blocks(home.part, reader), actions([library_button(reader)])]
        case ManagerHome():
            title, blocks = "home-manager-title", manager_blocks(home.part, reader)
        case CompanyHome():
            title, blocks = "home-company-title", company_blocks(home.part, reader)
        case _:
            title, blocks = "home-nobody-title", [section([reader.say("home-nobody")])]
    shown = reader.plain(title)
    return shown, [header(shown), *blocks]


def _settings(chosen: Preferences, reader: Reader) -> list[Block]:
    snoozed = chosen.snoozed_until is not None and reader.now < chosen.snoozed_until
    return [
        header(reader.plain("home-settings-heading")),
        section([_snoozed(chosen, reader) if snoozed else "", _when(chosen, reader)]),
        actions([_button("home-settings-button", reader), *_snoozing(reader, snoozed=snoozed)]),
    ]


def _button(key: str, reader: Reader) -> Block:
    return button(reader.plain(key), f"home.preferences{FORM_SUFFIX}", {})


def _snoozing(reader: Reader, *, snoozed: bool) -> list[Block]:
    if snoozed:
        return [button(reader.plain("home-snooze-end"), "home.snooze", {"until": "off"})]
    return [
        button(reader.plain(key), f"home.snooze_{name}", {"until": name}) for name, key in _SNOOZES
    ]


def _snoozed(chosen: Preferences, reader: Reader) -> str:
    assert chosen.snoozed_until is not None  # noqa: S101 - asked by the caller
    local = chosen.snoozed_until.astimezone(zone(reader.person))
    return reader.say("home-snoozed-until", day=said.day(local), time=f"{local:%H:%M}")


def _when(chosen: Preferences, reader: Reader) -> str:
    start, end = f"{chosen.quiet_from:02d}:00", f"{chosen.quiet_until:02d}:00"
    never = chosen.quiet_from == chosen.quiet_until
    hours = "home-hours-never" if never else "home-hours"
    facts = [
        reader.say(hours, **({} if never else {"from": start, "until": end})),
        reader.say("home-weekend") if chosen.quiet_weekend else "",
        reader.say("home-cap", n=chosen.weekly_cap),
    ]
    return " · ".join(fact for fact in facts if fact)
