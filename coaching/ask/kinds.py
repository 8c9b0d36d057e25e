"""Which kind of question it is, from the words that are left."""

from collections.abc import Callable, Sequence

from coaching.ask import vocabulary as v
from coaching.ask.heard import CALL, MARKS, SKILL, Heard
from domain.questions import QuestionKind

NEED = frozenset("need needs needing should must could help helping to".split())  # noqa: SIM905
_TREND = v.UP | v.DOWN | v.IMPROVE | (v.TREND - {"better", "worse", "day", "days"})
_SHOWN = frozenset(
    "moment moments example examples clip clips quote quotes instance instances".split()  # noqa: SIM905
)
_SPOKEN = frozenset(
    "said say saying mention mentioned mentions mentioning heard handled".split()  # noqa: SIM905
)
_TALKED = frozenset("talk talked spoke discussed bring brought raised come came".split())  # noqa: SIM905
_MOVE = (v.MOVING - {"progress", "progressed"}) | frozenset(
    "drop dropped reach reached fell rose new news gained lost went".split()  # noqa: SIM905
)
_IN_WHICH = frozenset({"where", "that", "when", "in"})
_ASKS_WHO = frozenset({"who", "whom", "whose"})


def _is_moments(heard: Heard) -> bool:
    said = heard.said
    if said & _SHOWN:
        return True
    if _calls_where(heard):
        return False
    if said & (_SPOKEN - {"handled"}) or _came_up(heard):
        return True
    if (said & v.HANDLE or _begins(heard)) and _has_words_on_skill(heard):
        return True
    if "handled" in said or (said & {"every", "all", "each", "any"} and _has_words_on_skill(heard)):
        return bool(heard.skills or heard.words)
    return False


def _calls_where(heard: Heard) -> bool:
    """Whether it asks for the calls: "calls where the price came up"."""
    pairs = zip(heard.rest, heard.rest[1:], strict=False)
    asked = any(word in CALL and after in _IN_WHICH for word, after in pairs)
    return asked and bool(heard.words)


def _came_up(heard: Heard) -> bool:
    """Whether it asks where something was spoken of: "where the price came up on her calls"."""
    if not (heard.words and heard.said & _TALKED):
        return False
    calls = [at for at, word in enumerate(heard.rest) if word in CALL]
    return not calls or "where" in heard.rest[: calls[0]]


def _begins(heard: Heard) -> bool:
    """Whether it begins with what is looked for: "pricing objections from her calls"."""
    first = next((word for word in heard.rest if word not in MARKS | {"the", "any"}), "")
    return bool(first) and first not in v.EVERY


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
    return bool(said & {"practice", "practices"}) and not said & NEED


def _is_compare(heard: Heard) -> bool:
    than = "than" in heard.said and heard.team and bool(heard.people or heard.own)
    return than or bool(heard.said & v.COMPARE) or len(heard.people) == 2


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
    if {"what", "should"} <= said and said & v.TOPIC and not heard.skills:
        return bool(heard.people)
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


KINDS: Sequence[tuple[QuestionKind, Callable[[Heard], bool]]] = (
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
