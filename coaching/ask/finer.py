"""The finer points of a question of a known kind: which end, which order, how many."""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from coaching.ask import vocabulary as v
from coaching.ask.asked import Asked
from coaching.ask.heard import SKILL, Heard
from coaching.ask.kinds import NEED
from coaching.ask.periods import number
from coaching.ask.tokens import Token
from domain.deals import Outcome
from domain.questions import Direction, Order, PracticeState, QuestionKind

_ASKS_WHO = frozenset({"who", "whom", "whose"})
_AIMS = v.WEAK | v.STRONG | v.UP | v.DOWN | v.TREND | v.NOT
_MOST = frozenset({"most", "least", "fewest", "more", "fewer"})
_NOT_WHO = frozenset({"skill", "skills", "area", "areas"})
"""A ranking is of reps, not of skills."""
_DONE = frozenset({"practise", "practice", "work", "working", "train"})
"""Whether it was done is no level: "who did not practise"."""
_SANK = frozenset({"down", "demoted", "drop", "dropped", "fell", "lost", "lower"})
MAX_LISTED = 10


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
    """Not "am I the best", "which objections", "how did Ana answer": a level is no answer."""
    if heard.said & v.HANDLE and not heard.skills:
        return None
    last = heard.rest[-2:]
    ranked = len(last) == 2 and last[0] == "the" and last[1] in v.STRONG | v.WEAK
    return None if ranked or _after(heard, "which", {SKILL}) else _level(asked, heard)


def _trend(asked: Asked, heard: Heard) -> Asked | None:
    """A change ends today: what happened until some day before is not told of."""
    return None if heard.over else asked


def _compare(asked: Asked, heard: Heard) -> Asked | None:
    """Not "who is above Ana": whom somebody is compared with has to be said."""
    seeks = bool(heard.said & (_ASKS_WHO | {"which"}))
    return None if seeks and len(asked.people) < 2 else _level(asked, heard)


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


FINER: Mapping[QuestionKind, Callable[[Asked, Heard], Asked | None]] = {
    QuestionKind.WHO: _who,
    QuestionKind.REP: _rep,
    QuestionKind.TREND: _trend,
    QuestionKind.COMPARE: _compare,
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
    up = up or (bool(said & v.IMPROVE) and not said & NEED)
    down = bool(said & v.DOWN) or (getting and "worse" in said)
    if up or down:
        if (up and down) or said & v.NOT:
            return None
        return Direction.IMPROVED if up else Direction.SLIPPING
    return None if said & v.MOVING else _end(said)


def _end(said: frozenset[Token]) -> Direction | None:
    """Weak or strong, weak if neither is said; "not good" is weak."""
    weak, strong = bool(said & v.WEAK), bool(said & v.STRONG)
    if said & v.NOT:
        if weak == strong or said & _DONE:
            return None
        weak, strong = strong, weak
    if weak and strong:
        return None
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
    if said & {"up", "promoted", "rose", "gained", "higher"}:
        return True
    return False if said & _SANK else None


def _practice(said: frozenset[Token]) -> PracticeState | None:
    if said & {"overdue", "late"}:
        return PracticeState.OVERDUE
    if said & {"fail", "failed"}:
        return PracticeState.FAILED
    if said & {"pass", "passed", "finished"}:
        return PracticeState.PASSED
    return PracticeState.OPEN if said & {"open", "started", "due"} else None
