"""From the words of a question to a query about people whom the asker may see."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from datetime import date

from coaching.ask import vocabulary as v
from coaching.ask.asked import CANNOT, Asked, query_of
from coaching.ask.heard import CALL, MARKS, SKILL, Heard, hear, is_help, is_locked
from coaching.ask.periods import number
from coaching.ask.tokens import Token
from domain.deals import Outcome
from domain.people import Person
from domain.questions import (
    Because,
    Direction,
    Help,
    Order,
    PracticeState,
    Query,
    QuestionKind,
    Refused,
)
from domain.rubrics import SkillId
from domain.skills import Skill

_NEED = frozenset(["need", "needs", "needing", "should", "must", "could", "help", "helping", "to"])
_TREND = v.UP | v.DOWN | v.IMPROVE | (v.TREND - {"better", "worse", "day", "days"})
_SHOWN = frozenset(
    [
        "moment",
        "moments",
        "example",
        "examples",
        "clip",
        "clips",
        "quote",
        "quotes",
        "instance",
        "instances",
    ]
)
_SPOKEN = frozenset(
    ["said", "say", "saying", "mention", "mentioned", "mentions", "mentioning", "heard", "handled"]
)
_TALKED = frozenset(["talk", "talked", "spoke", "discussed", "brought", "raised", "come", "came"])
_MOVE = frozenset(
    [
        "change",
        "changes",
        "changed",
        "move",
        "moves",
        "moved",
        "moving",
        "up",
        "down",
        "drop",
        "dropped",
        "reach",
        "fell",
        "rose",
        "reached",
        "new",
        "news",
        "gained",
        "lost",
        "went",
    ]
)
_ASKS_WHO = frozenset({"who", "whom", "whose"})
BLOCK = 4
_AIMS = v.WEAK | v.STRONG | v.UP | v.DOWN | v.TREND | v.NOT
_MOST = frozenset({"most", "least", "fewest", "more", "fewer"})
_NOT_WHO = frozenset({"skill", "skills", "area", "areas"})
"""A ranking is of reps, not of skills."""
MAX_LISTED = 10


def understand(
    text: str,
    asker: Person,
    reps: Sequence[Person],
    skills: Mapping[SkillId, Skill],
    *,
    today: date,
) -> Query:
    """Read one question; refused unless every word of it is understood.

    Args:
        text: as it was typed, in any case, with or without punctuation; English.
        asker: who asks; ``I``, ``me`` and ``my`` mean them.
        reps: whom the asker may see (``coaching.visibility.visible_reps``). Names are
            looked up among these alone, so a hidden person is as unknown as an invented one.
        skills: by id, with their synonyms.
        today: the asker's day, which times are counted from.
    """
    if is_help(text):
        return Help()
    if not reps:
        return CANNOT
    if is_locked(text, reps):
        return Refused(Because.PURPOSE)
    heard = hear(text, reps, skills, today)
    asked = None if heard is None else _asked(heard)
    return CANNOT if asked is None else query_of(asked, asker, reps)


def _asked(heard: Heard) -> Asked | None:
    """What is asked; ``None`` if a word is left that this kind of question cannot hold."""
    kind = next((kind for kind, fits in _KINDS if fits(heard)), None)
    if kind is None:
        return None
    words = _understood(heard, kind)
    if words is None:
        return None
    asked = Asked(
        kind=kind,
        people=heard.people,
        own=heard.own,
        group=heard.group,
        skills=heard.skills,
        words=heard.words or words,
        period=heard.period,
        days=heard.days,
    )
    finer = _FINER.get(kind)
    return asked if finer is None else finer(asked, heard)


def _understood(heard: Heard, kind: QuestionKind) -> str | None:
    """The words looked for that stand before a skill or a deal; ``None``: a word is unknown."""
    known = v.FILLER | v.OWN | v.EXTRA[kind] | MARKS
    if kind is QuestionKind.CALLS:
        known |= {word for word in heard.rest if number(word) is not None}
    if heard.people:
        known |= v.THIRD
    unknown = [at for at, word in enumerate(heard.rest) if word not in known]
    if not unknown:
        return ""
    first, last = unknown[0], unknown[-1]
    block = heard.rest[first : last + 1]
    follows = heard.rest[last + 1 : last + 2]
    together = len(block) == len(unknown) <= BLOCK and not heard.words
    before_skill = kind is QuestionKind.MOMENTS and follows == (SKILL,)
    before_deal = kind is QuestionKind.DEALS and follows and follows[0] in v.DEAL
    return " ".join(block) if together and (before_skill or before_deal) else None


# ── which kind ───────────────────────────────────────────────────────────────────────


def _is_moments(heard: Heard) -> bool:
    said = heard.said
    if said & _SHOWN or said & (_SPOKEN - {"handled"}):
        return True
    if heard.words and said & _TALKED and not said & CALL:
        return True
    if said & {"handle", "handles"} and _has_words_on_skill(heard):
        return True
    if "handled" in said or (said & {"every", "all", "each", "any"} and _has_words_on_skill(heard)):
        return bool(heard.skills or heard.words)
    return False


def _has_words_on_skill(heard: Heard) -> bool:
    return any(
        after == SKILL and word not in v.EVERY and word not in MARKS
        for word, after in zip(heard.rest, heard.rest[1:], strict=False)
    )


def _is_deals(heard: Heard) -> bool:
    said = heard.said
    return bool(said & v.DEAL) or (
        bool(said & {"won", "lost", "win"}) and not said & {"tier", "tiers"}
    )


def _is_coverage(heard: Heard) -> bool:
    said = heard.said
    if said & {"coverage", "unscored", "skipped", "ungraded", "graded", "covered"}:
        return True
    many = {"how", "many"} <= said or said & {"number", "count", "percent", "percentage", "share"}
    not_scored = bool(said & {"not", "without", "why"}) and bool(said & {"scored", "score"})
    return bool(said & CALL) and (bool(many) or not_scored)


def _is_commitments(heard: Heard) -> bool:
    return bool(heard.said & v.COMMITMENT)


def _is_practice(heard: Heard) -> bool:
    said = heard.said
    if said & v.PLAY or {"role", "play"} <= said or {"role", "plays"} <= said:
        return True
    return bool(said & {"practice", "practices"}) and not said & _NEED


def _is_compare(heard: Heard) -> bool:
    return bool(heard.said & v.COMPARE) or len(heard.people) == 2


def _is_tier_moves(heard: Heard) -> bool:
    said = heard.said
    if said & {"promoted", "demoted"} or (said & {"tier", "tiers"} and said & _MOVE):
        return True
    return bool(said & {"moved", "went"}) and bool(said & {"up", "down"})


def _is_calls(heard: Heard) -> bool:
    said = heard.said
    if not said & CALL:
        return False
    if said & _ASKS_WHO:
        return _has_ordered_call(heard)
    if heard.words or said & {"which", "list"}:
        return True
    if _ordered(heard) or ("where" in said and heard.skills):
        return True
    bare = not said - v.FILLER - v.OWN - v.THIRD - v.GROUP
    return bare and not heard.skills and "how" not in said


def _has_ordered_call(heard: Heard) -> bool:
    """Whether it speaks of the best call itself: not "who is best on calls"."""
    ordered = v.ORDER_BEST | v.ORDER_WORST | v.ORDER_LATEST
    pairs = zip(heard.rest, heard.rest[1:], strict=False)
    return any(word in ordered and after in CALL for word, after in pairs)


def _ordered(heard: Heard) -> bool:
    """Whether an order stands before "call", with at most three words between."""
    ordered = v.ORDER_LATEST | v.ORDER_BEST | v.ORDER_WORST
    places = [at for at, word in enumerate(heard.rest) if word in CALL]
    return any({*heard.rest[max(0, at - 4) : at]} & ordered for at in places)


def _is_focus(heard: Heard) -> bool:
    said = heard.said
    if heard.group or not (heard.people or heard.own):
        return False
    if said & {"what", "where"} and not heard.skills and said & {"coach", "next"}:
        return True
    if said & {"focus", "priority", "priorities"}:
        return True
    work = said & {"work", "practise", "practice", "learn", "improve", "train", "coach", "next"}
    return bool(work) and bool(said & {"should", "need", "needs", "must"}) and not heard.skills


def _is_trend(heard: Heard) -> bool:
    said = heard.said
    if heard.group or len(heard.people) > 1:
        return False
    if said & {"should", "need", "needs", "help"}:
        return False
    turning = said & {"getting", "become", "becoming", "got", "gotten"} and said & {
        "better",
        "worse",
    }
    return bool(said & _TREND or turning or said & {"changed", "change", "moved"})


def _is_who(heard: Heard) -> bool:
    return heard.group and not heard.people


def _is_rep(heard: Heard) -> bool:
    said = heard.said
    return bool(heard.people) or heard.own or bool(heard.skills) or said == {"scores"}


_KINDS: Sequence[tuple[QuestionKind, Callable[[Heard], bool]]] = (
    (QuestionKind.COMMITMENTS, _is_commitments),
    (QuestionKind.DEALS, _is_deals),
    (QuestionKind.COVERAGE, _is_coverage),
    (QuestionKind.MOMENTS, _is_moments),
    (QuestionKind.PRACTICE, _is_practice),
    (QuestionKind.COMPARE, _is_compare),
    (QuestionKind.TIER_MOVES, _is_tier_moves),
    (QuestionKind.CALLS, _is_calls),
    (QuestionKind.FOCUS, _is_focus),
    (QuestionKind.TREND, _is_trend),
    (QuestionKind.WHO, _is_who),
    (QuestionKind.REP, _is_rep),
)
"""The first that fits is meant."""


# ── the finer points ─────────────────────────────────────────────────────────────────


def _who(asked: Asked, heard: Heard) -> Asked | None:
    direction = _direction(heard.said)
    aimless = bool(heard.said & _ASKS_WHO) and not heard.said & _AIMS
    if aimless or heard.said & _NOT_WHO or _after(heard, "which", {"team", "teams"}):
        return None
    moved = direction in (Direction.IMPROVED, Direction.SLIPPING)
    if direction is None or (moved and heard.over):
        return None
    return replace(_level(asked, heard), direction=direction)


def _rep(asked: Asked, heard: Heard) -> Asked | None:
    """Not "am I the best" or "which objections", which a level is no answer to."""
    last = heard.rest[-2:]
    ranked = len(last) == 2 and last[0] == "the" and last[1] in v.STRONG | v.WEAK
    return None if ranked or _after(heard, "which", {SKILL}) else _level(asked, heard)


def _trend(asked: Asked, heard: Heard) -> Asked | None:
    """A change ends today: what happened until some day before is not told of."""
    return None if heard.over else asked


def _after(heard: Heard, first: Token, then: Container[Token]) -> bool:
    pairs = zip(heard.rest, heard.rest[1:], strict=False)
    return any(word == first and after in then for word, after in pairs)


def _level(asked: Asked, heard: Heard) -> Asked:
    """A level is of today: to say so is no period."""
    return replace(asked, period=None if heard.present else heard.period)


def _coverage(asked: Asked, heard: Heard) -> Asked | None:
    """Of everybody together or of one: who has most is not ranked."""
    return None if heard.said & _MOST else asked


def _calls(asked: Asked, heard: Heard) -> Asked | None:
    if heard.said & _MOST:
        return None
    many = [n for word in heard.rest if (n := number(word)) is not None]
    usual = 1 if not heard.words and "call" in heard.said and "calls" not in heard.said else 5
    limit = min(MAX_LISTED, many[0]) if many else usual
    return replace(asked, order=_order(heard.said), limit=max(1, limit))


def _moments(asked: Asked, heard: Heard) -> Asked:
    good, bad = bool(heard.said & v.STRONG), bool(heard.said & v.WEAK)
    return replace(asked, strong=good if good != bad else None)


def _deals(asked: Asked, heard: Heard) -> Asked | None:
    """Who has most of them is not known: deals are listed, not counted by rep."""
    if heard.said & (_MOST | {"rate", "rates", "rated"}):
        return None
    return replace(asked, outcome=_outcome(heard.said))


def _tiers(asked: Asked, heard: Heard) -> Asked:
    return replace(asked, rose=_rose(heard.said))


def _practised(asked: Asked, heard: Heard) -> Asked:
    return replace(_level(asked, heard), practice=_practice(heard.said))


_FINER: Mapping[QuestionKind, Callable[[Asked, Heard], Asked | None]] = {
    QuestionKind.WHO: _who,
    QuestionKind.REP: _rep,
    QuestionKind.TREND: _trend,
    QuestionKind.COMPARE: _level,
    QuestionKind.COMMITMENTS: _level,
    QuestionKind.FOCUS: _level,
    QuestionKind.CALLS: _calls,
    QuestionKind.COVERAGE: _coverage,
    QuestionKind.MOMENTS: _moments,
    QuestionKind.DEALS: _deals,
    QuestionKind.TIER_MOVES: _tiers,
    QuestionKind.PRACTICE: _practised,
}


def _direction(said: frozenset[Token]) -> Direction | None:
    """Which end is asked for; ``None`` if it asks for both."""
    if said & {"trend", "trends", "trending"}:
        good, bad = bool(said & v.STRONG), bool(said & v.WEAK)
        return None if good == bad else Direction.IMPROVED if good else Direction.SLIPPING
    getting = bool(said & {"getting", "got", "become"})
    up = bool(said & v.UP) or (getting and "better" in said) or "progress" in said
    up = up or (bool(said & v.IMPROVE) and not said & _NEED)
    down = bool(said & v.DOWN) or (getting and "worse" in said)
    if up or down:
        if (up and down) or said & v.NOT:
            return None
        return Direction.IMPROVED if up else Direction.SLIPPING
    if said & v.MOVING:
        return None
    weak, strong = bool(said & v.WEAK), bool(said & v.STRONG)
    if weak and strong:
        return None
    if said & v.NOT:
        weak, strong = strong, weak
    return Direction.STRONG if strong else Direction.WEAK


def _order(said: frozenset[Token]) -> Order:
    if said & v.ORDER_LATEST:
        return Order.LATEST
    if said & (v.ORDER_BEST | v.STRONG):
        return Order.BEST
    return Order.WORST if said & (v.ORDER_WORST | v.WEAK) else Order.LATEST


def _outcome(said: frozenset[Token]) -> Outcome | None:
    for outcome, words in ((Outcome.WON, v.WON), (Outcome.LOST, v.LOST), (Outcome.OPEN, v.OPEN)):
        if said & words:
            return outcome
    return Outcome.OPEN if "pipeline" in said else None


def _rose(said: frozenset[Token]) -> bool | None:
    if said & {"up", "promoted", "rose", "gained"}:
        return True
    return False if said & {"down", "demoted", "drop", "dropped", "fell", "lost"} else None


def _practice(said: frozenset[Token]) -> PracticeState | None:
    if said & {"overdue", "late"}:
        return PracticeState.OVERDUE
    if said & {"pass", "passed", "finished"}:
        return PracticeState.PASSED
    return PracticeState.OPEN if said & {"open", "started", "due"} else None
