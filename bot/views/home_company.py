"""The home of RevOps and admins: numbers about Reploop itself, none about a person."""

from collections.abc import Sequence

from bot.blocks import Block, header, section
from bot.elements import link_button
from bot.reader import Reader
from domain.homes import ActRate, CompanyHome
from domain.phrases import Phrase, phrase


def company_blocks(home: CompanyHome, reader: Reader) -> list[Block]:
    """What came in and was scored, what people act on, and what went to the CRM."""
    calls = section(_lines("home-state", home.calls, reader) or [reader.say("home-coverage-none")])
    page = reader.links.home(reader.person.id, now=reader.now)
    calls["accessory"] = link_button(reader.plain("home-open"), page, "coverage")
    return [
        header(reader.plain("home-coverage-title")),
        calls,
        header(reader.plain("home-rates-title")),
        section([_rate(r, reader) for r in home.rates] or [reader.say("home-rates-none")]),
        header(reader.plain("home-crm-title")),
        section(_lines("home-write", home.crm, reader) or [reader.say("home-crm-none")]),
    ]


def _lines(prefix: str, numbers: Sequence[tuple[str, int]], reader: Reader) -> list[str]:
    return [
        reader.say("home-coverage-line", state=Phrase(f"{prefix}-{state}"), n=number)
        for state, number in numbers
    ]


def _rate(rate: ActRate, reader: Reader) -> str:
    kind = rate.kind.value.replace(".", "-").replace("_", "-")
    return reader.say(
        "home-rate",
        kind=phrase(f"kind-{kind}"),
        acted=rate.acted,
        sent=rate.sent,
        low=round(100 * rate.low),
        high=round(100 * rate.high),
    )
