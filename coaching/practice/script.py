"""A buyer without a model: reacts to what was said, by rules, the same way every time.

Everything follows from the persona and the rep's messages so far. The talk ends by itself: with
a goodbye, when the rep leads nowhere, or after ``limit_of`` messages; so it never runs in circles.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coaching.practice.hearing import Heard, hear
from coaching.practice.state import Line, Talk
from domain.phrases import Phrase, phrase
from domain.practice import Mood, Persona

MAX_MESSAGES, MAX_HURRIED = 16, 10
BORED_AFTER = 4
PRESSES = 1
"""How often an objection that got no answer is repeated."""
OBJECTS_AFTER = 3
"""Messages of the rep after which a buyer who was not sold to voices a doubt anyway."""
FEW_QUESTIONS = 2
MIN_CONTENT_CHARS = 4
_ASKING = frozenset(("who", "why", "when", "what", "how", "wer", "warum", "wann", "was", "wie"))
"""Words of a topic that any question may hold: another topic's word goes before them."""
_THAT = frozenset(("that", "this", "it", "das", "es"))
_CONCERNS = frozenset(
    (
        "concern",
        "concerns",
        "concerned",
        "worry",
        "worries",
        "hesitate",
        "sorge",
        "sorgen",
        "bedenken",
    )
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the buyer says, the lines in order, and whether that is the end."""

    lines: tuple[Line, ...]
    ends: bool
    agreed: bool
    """Whether a next step is agreed by now."""
    left: int
    """Messages the rep has left at most."""


def limit_of(persona: Persona) -> int:
    """How many messages of the rep a role-play has at most."""
    return MAX_HURRIED if persona.mood is Mood.HURRIED else MAX_MESSAGES


def reply_to(persona: Persona, messages: Sequence[str]) -> Reply:
    """The buyer's answer to the last of the rep's messages (at least one)."""
    talk, lines = _opened(persona), tuple[Line, ...]()
    for message in messages[: limit_of(persona)]:
        talk, lines = _step(persona, talk, hear(message))
    ends = talk.over or len(messages) >= limit_of(persona)
    return Reply(lines, ends, talk.agreed, max(0, limit_of(persona) - len(messages)))


def own(words: str) -> Line:
    """A line in the persona's own words."""
    return phrase("plain", text=words)


def _opened(persona: Persona) -> Talk:
    """Before the rep said anything; an objection in the opening waits for an answer already."""
    first = next((n for n, said in enumerate(persona.objections) if said in persona.opening), None)
    return Talk() if first != 0 else Talk(worry=0, raised=1)


def _step(persona: Persona, talk: Talk, heard: Heard) -> tuple[Talk, tuple[Line, ...]]:
    """The talk after one message, and what the buyer says to it."""
    talk = replace(talk, turns=talk.turns + 1, questions=talk.questions + heard.question)
    bye = heard.bye and not heard.question
    if bye or talk.turns >= limit_of(persona):
        return _bye(talk, "bye-agreed" if talk.agreed else "bye-open" if bye else "bye-time")
    for react in _REACTIONS:
        after = react(persona, talk, heard)
        if after is not None:
            return _closed(persona, *after)
    return _bye(talk, "bye-bored")


def _closed(persona: Persona, talk: Talk, lines: tuple[Line, ...]) -> tuple[Talk, tuple[Line, ...]]:
    """Ends a talk that leads nowhere, and warns before the time is up."""
    if talk.idle >= BORED_AFTER or talk.over:
        return _bye(talk, "bye-agreed" if talk.agreed else "bye-bored")
    fresh = tuple(line for line in lines if talk.may_say(line))
    if not fresh:
        return _bye(talk, "bye-agreed" if talk.agreed else "bye-bored")
    if talk.turns == limit_of(persona) - 2 and not talk.agreed:
        fresh = (*fresh, Phrase("buyer-hurry-1"))
    return talk.with_said(fresh), fresh


def _bye(talk: Talk, kind: str) -> tuple[Talk, tuple[Line, ...]]:
    lines = (Phrase(f"buyer-{kind}-1"),)
    return replace(talk, over=True).with_said(lines), lines


_Step = tuple[Talk, tuple[Line, ...]]


def _say(talk: Talk, *stock: str | Line, **changes: object) -> _Step | None:
    """The talk with these changes and lines; ``None`` when a stock line is used up."""
    lines = [talk.pick(each) if isinstance(each, str) else each for each in stock]
    if any(line is None for line in lines):
        return None
    return replace(talk, **changes), tuple(line for line in lines if line)  # type: ignore[arg-type]


def _unclear(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """Nothing that a buyer could answer: no words, orders to a machine, another language."""
    if heard.language and heard.language != persona.language:
        return _say(talk, "language", idle=talk.idle + 1)
    return _say(talk, "unclear", idle=talk.idle + 1) if heard.odd or not heard.count else None


def _insulted(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """Rude words tire twice as fast."""
    del persona
    return _say(talk, "rude", idle=talk.idle + 2) if heard.rude else None


def _small_talk(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A greeting, and what one asks before coming to the point: it leads nowhere and costs little.

    It is no question of the kind that makes a buyer listen.
    """
    if heard.greets and not talk.said:
        return _say(talk, "hello")
    late = heard.small == "time" and talk.turns > FEW_QUESTIONS + 1
    if not heard.small or heard.proposes or late:
        return None
    line = Phrase(f"buyer-small-{heard.small}", {"name": persona.name, "role": persona.role})
    if not talk.may_say(line):
        return None
    return _say(talk, line, questions=talk.questions - heard.question)


def _after_agreeing(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """Once a step is agreed the buyer is done, unless something is asked."""
    del persona
    if not talk.agreed or heard.question:
        return None
    return _say(talk, "agreed-already", over=not heard.step)


def _worried(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """An objection stands: an ear or a question opens the door, evidence goes through it.

    Questions alone settle nothing, and one about another topic is answered and no more.
    """
    if talk.worry is None:
        return None
    objection = persona.objections[talk.worry]
    told = _fact(persona, talk, heard) if heard.question else None
    if told is not None and not _about(objection, heard):
        return told
    if told is None and _beside(objection, heard):
        return _passed_over(persona, talk, heard)
    return _taken_up(persona, talk, heard, told)


def _taken_up(persona: Persona, talk: Talk, heard: Heard, told: _Step | None) -> _Step | None:
    """What was said to the objection eases it, and may settle it."""
    eased = talk.eased + int(heard.ear) + int(heard.evidence)
    eased += int(heard.question and talk.eased != 1)
    need = 3 if persona.mood is Mood.SCEPTICAL else 2
    if told is not None and told[1][0].key == "plain" and not heard.evidence:
        return replace(told[0], eased=min(eased, need - 1)), told[1]
    if eased >= need:
        return _settled(persona, talk, heard)
    if eased > talk.eased or heard.question:
        return _softer(persona, replace(talk, eased=eased, idle=0), heard)
    return _pressing(persona, talk)


def _about(objection: str, heard: Heard) -> bool:
    """Whether a message speaks of an objection: in words of its own, or as a concern."""
    content = {word for word in hear(objection).words if len(word) > MIN_CONTENT_CHARS}
    return bool(heard.words & (content | _CONCERNS))


def _beside(objection: str, heard: Heard) -> bool:
    """Whether what is said takes no notice of an objection: no open question about it either."""
    takes_it_up = heard.ear or heard.evidence or _about(objection, heard)
    asks_on = heard.open_question or heard.asked & _THAT
    return not takes_it_up and (heard.proposes or not asks_on)


def _passed_over(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A step is declined and a question answered; else the objection comes again."""
    if heard.proposes:
        return _say(talk, "decline", idle=talk.idle + 1)
    if heard.closed_question:
        return _say(talk, "short" if heard.short else "yes", idle=talk.idle + 1)
    return _pressing(persona, talk)


def _settled(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    settled = talk.settled + 1
    free = replace(talk, worry=None, eased=0, pressed=0, idle=0, settled=settled)
    return _stepped(persona, free, heard) if heard.proposes else _say(free, "settled")


def _softer(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    told = _fact(persona, talk, heard) if heard.question else None
    return told or _say(talk, "softer")


def _pressing(persona: Persona, talk: Talk) -> _Step | None:
    """Nothing was said to the objection: it comes again, and then stays open for good."""
    idle = talk.idle + 1
    if talk.pressed < PRESSES and talk.worry is not None:
        objection = own(persona.objections[talk.worry])
        return _say(talk, "again", objection, pressed=talk.pressed + 1, idle=idle)
    cold = replace(talk, worry=None, eased=0, pressed=0, left_open=talk.left_open + 1)
    return _say(cold, "cold", idle=idle)


def _stepped(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A next step: agreed with a day, not without one, and not before anything was learned."""
    early = talk.questions < FEW_QUESTIONS and talk.turns <= FEW_QUESTIONS + 1
    plans = early and heard.open_question and not heard.dated  # the talk, not a step after it
    if plans or not (heard.proposes or (talk.undated and heard.dated)):
        return None
    if talk.agreed:
        return _say(talk, "agreed-already")
    if early:
        return _say(talk, "too-early", idle=talk.idle + 1)
    if talk.left_open:
        return _say(talk, "decline", declined=True, idle=talk.idle + 1)
    if heard.dated:
        return _say(talk, "agree", agreed=True, idle=0)
    return _undated(persona, talk, heard)


def _undated(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A step without a day: a question about it is answered, else the buyer asks when."""
    told = _fact(persona, talk, heard) if heard.open_question else None
    stock = "when" if talk.undated < 2 else "decline"
    return told or _say(talk, stock, undated=talk.undated + 1)


def _sold_to(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A price, or a pitch before anything was asked, meets the next objection."""
    early = heard.pitch and talk.questions < FEW_QUESTIONS and not heard.question
    if not early and not heard.price:
        return None
    raised = _objection(persona, talk)
    if raised is None:
        return _say(talk, "early-pitch", idle=talk.idle + 1) if early else None
    if early:
        return _say(raised[0], "early-pitch", *raised[1])
    return raised


def _asked(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A question: the facts it asks about, else what an open one brings, else yes and no."""
    if not heard.question:
        return None
    told = _fact(persona, talk, heard) or _open(persona, talk, heard)
    found = told or _say(talk, _no_fact(heard), idle=talk.idle + 1)
    if found is None:
        return None
    raised = _objection(persona, found[0]) if _due(found[0]) else None
    but = found[0].pick("but")
    if raised is None or but is None:
        return found
    return raised[0], (*found[1], but, *raised[1])


def _no_fact(heard: Heard) -> str:
    if heard.closed_question:
        return "short" if heard.short else "yes"
    return "nothing"


def _fact(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """What is known about the topic that was named; each fact is told once."""
    hits = [heard.asked & set(_topic(words)) for words, _ in persona.facts]
    fresh = [n for n, words in enumerate(hits) if words and n not in talk.told]
    if fresh:
        best = max(fresh, key=lambda n: (len(hits[n] - _ASKING), len(hits[n]), -n))
        return _tell(persona, talk, best)
    known = any(words - _ASKING for words in hits)
    return _say(talk, "known", idle=talk.idle + 1) if known else None


def _open(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """An open question about nothing in particular brings the next fact; a guarded buyer waits."""
    fresh = [n for n in range(len(persona.facts)) if n not in talk.told]
    if not heard.open_question or not fresh:
        return None
    if heard.short:
        return _say(talk, "vague", idle=talk.idle + 1)
    if persona.mood is Mood.GUARDED and talk.questions == 1:
        return _say(talk, "vague", idle=0)
    return _tell(persona, talk, fresh[0])


def _tell(persona: Persona, talk: Talk, place: int) -> _Step:
    told = replace(talk, told=talk.told | {place}, idle=0)
    return told, (own(persona.facts[place][1]),)


def _topic(words: str) -> list[str]:
    return [word for part in words.casefold().split(",") for word in part.split()]


def _due(talk: Talk) -> bool:
    """Whether it is time for a doubt: some talk has passed, and the last one is settled."""
    return talk.worry is None and talk.turns >= OBJECTS_AFTER * (talk.raised + 1)


def _objection(persona: Persona, talk: Talk) -> _Step | None:
    if talk.worry is not None or talk.raised >= len(persona.objections):
        return None
    line = own(persona.objections[talk.raised])
    return replace(talk, worry=talk.raised, raised=talk.raised + 1, eased=0, pressed=0), (line,)


def _listened_to(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """Being played back is pleasant: the buyer confirms, and a friendly one goes on."""
    if not heard.ear:
        return None
    fresh = [n for n in range(len(persona.facts)) if n not in talk.told]
    if persona.mood is Mood.FRIENDLY and fresh and talk.told:
        told, lines = _tell(persona, talk, fresh[0])
        return _say(told, "confirm", *lines)
    return _say(talk, "confirm", idle=0)


def _told_to(persona: Persona, talk: Talk, heard: Heard) -> _Step | None:
    """A statement that asks nothing: a speech tires, and a doubt may be due."""
    if heard.long and _due(talk) and (raised := _objection(persona, talk)) is not None:
        return replace(raised[0], idle=talk.idle + 1), raised[1]
    return _say(talk, "short" if heard.short else "neutral", idle=talk.idle + 1)


_REACTIONS: tuple[Callable[[Persona, Talk, Heard], _Step | None], ...] = (
    _unclear, _insulted, _small_talk, _after_agreeing, _worried, _stepped, _sold_to, _asked,
    _listened_to, _told_to,
)  # fmt: skip
