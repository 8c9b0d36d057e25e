"""A rep's home: where they stand, why it moved, their calls, and what was agreed on."""

from collections.abc import Sequence

from bot.blocks import Block, context, header, section
from bot.elements import actions, link_button
from bot.reader import Reader
from bot.text import bounded
from bot.views.proof import proof_lines
from domain import said
from domain.homes import HomeCall, HomeMove, HomeSkill, RepHome
from domain.phrases import Phrase, PhraseValue, phrase
from domain.scores import Medal
from domain.wording import enough

TREND_DAYS = 60
_MEDALS = {Medal.GOLD: "medal-gold", Medal.SILVER: "medal-silver", Medal.BRONZE: "medal-bronze"}


def rep_blocks(home: RepHome, reader: Reader) -> list[Block]:
    """Everything there is; what is empty is left out, and a new rep is told what will come."""
    return [
        *_skills(home, reader),
        *_moves(home.moves, reader),
        *_agreed(home, reader),
        *_listed("home-practice-title", home.practice, reader),
        *_calls(home.calls, reader),
        *_listed("home-clips-title", home.clips, reader),
        *_viewers(home, reader),
    ]


def _skills(home: RepHome, reader: Reader) -> list[Block]:
    if not home.skills:
        return [section([reader.say("home-rep-empty")])]
    page = reader.links.rep(reader.person.id, reader.person.id, now=reader.now)
    shown = section([skill_line(each, reader) for each in home.skills])
    opens = actions([link_button(reader.plain("home-open-page"), page, "page")])
    beneath = [reader.say(each) for each in home.early]
    if any(reader.lags(each.proficiency) for each in home.skills):
        beneath.append(reader.say("tier-lags"))
    return [shown, *([context(bounded(beneath, 1900))] if beneath else []), opens]


def skill_line(one: HomeSkill, reader: Reader) -> str:
    """Tier, figure and count; a trend where there is one to tell."""
    found = one.proficiency
    trend = found.trend(TREND_DAYS)
    values: dict[str, PhraseValue] = {
        "skill": one.skill_name,
        "tier": said.tier(found.tier),
        "figure": said.figure(found),
    }
    if trend is None or not trend.known or not enough(found):
        return reader.say("home-skill", **values)
    return reader.say("home-skill-trend", **values, trend=said.trend(trend))


def _moves(moves: Sequence[HomeMove], reader: Reader) -> list[Block]:
    if not moves:
        return []
    shown = [section(_move_lines(move, reader)) for move in moves]
    return [header(reader.plain("home-moves-title")), *shown]


def _move_lines(move: HomeMove, reader: Reader) -> list[str]:
    first = reader.say(
        "home-move",
        skill=move.skill_name,
        before=_tenths(move.before),
        after=_tenths(move.after),
        half=said.half(move.standard_error),
        day=reader.day(move.since),
        n=move.calls,
    )
    parts = [
        reader.say(
            "home-move-part",
            by=_tenths(tenths, "+" if tenths > 0 else "−" if tenths < 0 else ""),
            cause=phrase(f"home-cause-{cause.value.replace('_', '-')}", n=calls),
        )
        for cause, tenths, calls in move.parts
        if tenths
    ]
    return [first, *(f"• {part}" for part in parts)]


def _tenths(tenths: int, sign: str = "") -> Phrase:
    """``72.1`` or ``+0.4``, with the reader's decimal mark."""
    whole, tenth = divmod(abs(tenths), 10)
    return phrase("home-tenths", sign=sign, whole=whole, tenth=tenth)


def _agreed(home: RepHome, reader: Reader) -> list[Block]:
    if home.proof is None:
        return []
    title = header(reader.plain("home-agreed-title"))
    return [title, section(proof_lines(home.proof, reader))]


def _calls(calls: Sequence[HomeCall], reader: Reader) -> list[Block]:
    if not calls:
        return []
    shown = [_call(call, reader) for call in calls]
    title = header(reader.plain("home-calls-title"))
    return [title, *shown, context(reader.say("home-calls-note"))]


def _call(call: HomeCall, reader: Reader) -> Block:
    line = reader.say("home-call", title=call.title, day=reader.day(call.at), result=_result(call))
    url = reader.links.call(call.call_id, reader.person.id, now=reader.now)
    return {
        **section([line]),
        "accessory": link_button(reader.plain("home-open"), url, f"call.{call.call_id}"[:200]),
    }


def _result(call: HomeCall) -> Phrase:
    if call.overall is None:
        return Phrase("home-call-none")
    score = said.points(call.overall)
    if call.medal is None:
        return phrase("home-call-score", score=score)
    return phrase("home-call-medal", score=score, medal=Phrase(_MEDALS[call.medal]))


def _listed(title: str, lines: Sequence[Phrase], reader: Reader) -> list[Block]:
    if not lines:
        return []
    return [header(reader.plain(title)), section([f"• {reader.say(line)}" for line in lines])]


def _viewers(home: RepHome, reader: Reader) -> list[Block]:
    if not home.skills:
        return []
    lines = [f"• {reader.say(each)}" for each in home.viewers]
    none = [reader.say("home-viewers-none")]
    return [header(reader.plain("home-viewers-title")), section(lines or none)]
