"""Reader ``balance``: share of talk, longest stretch, and talking over the buyer."""

from dataclasses import dataclass

from domain.calls import CallType, Side
from scoring.builtin.conversation import Conversation, quote
from scoring.builtin.finding import Finding, absent, found
from scoring.builtin.signals import TurnSignals

OVERLAP_S = 0.7
"""Starting this much before the buyer's end is talking over; less is lively."""
# (highest share of words, longest stretch in words) that a level still allows, best first.
# Field figures for good discovery calls lie between 40 and 55 % talk; see ADR 0006.
_LIMITS = ((4, 0.50, 110), (3, 0.58, 150), (2, 0.67, 200), (1, 0.78, 300))
_DEMO_EXTRA = (0.08, 60)
"""Showing something takes words: a demo is allowed this much more."""
MIN_SHARE = 0.12
"""Below it the rep hardly takes part; that is not yet a balanced talk."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the words of a call are shared out."""

    share: float
    """The rep's share of all words, 0-1."""
    longest_words: int
    """Of the rep's longest stretch that only backchannels interrupt."""
    longest: TurnSignals | None
    """The fullest turn of that stretch."""
    overlaps: int
    """How often the rep cut in; 0 where the source has no times."""


def pace_of(talk: Conversation) -> Pace:
    """Measure the call."""
    rep_words = sum(t.words for t in talk.rep)
    total = sum(t.words for t in talk.turns)
    best, run, best_turn = 0, 0, None
    run_turn: TurnSignals | None = None
    for turn in talk.turns:
        if turn.side is Side.REP:
            run += turn.words
            if run_turn is None or turn.words > run_turn.words:
                run_turn = turn
            if run > best:
                best, best_turn = run, run_turn
        elif not turn.backchannel:
            run, run_turn = 0, None
    return Pace(rep_words / total if total else 0.0, best, best_turn, _overlaps(talk))


def _overlaps(talk: Conversation) -> int:
    if not talk.transcript.timed:
        return 0
    count = 0
    for before, turn in zip(talk.turns, talk.turns[1:], strict=False):
        cuts_in = turn.side is Side.REP and before.side is Side.BUYER
        spoke = turn.words >= 4 and before.words >= 5
        if cuts_in and spoke and turn.turn.start_s < before.turn.end_s - OVERLAP_S:
            count += 1
    return count


def read_balance(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``balance``."""
    pace = pace_of(talk)
    extra = _DEMO_EXTRA if talk.call_type is CallType.DEMO else (0.0, 0)
    level = next(
        (
            level
            for level, share, words in _LIMITS
            if pace.share <= share + extra[0] and pace.longest_words <= words + extra[1]
        ),
        0,
    )
    if pace.overlaps >= max(3, len(talk.rep) // 10):
        level = max(0, level - 1)
    if pace.share < MIN_SHARE:
        level = min(level, 2)
    reason = (
        f"{pace.share:.0%} of the words were the seller's; the longest stretch without the buyer "
        f"was {pace.longest_words} words"
    )
    reason += f", and the rep cut in {pace.overlaps} times." if pace.overlaps else "."
    longest = [quote(pace.longest)] if pace.longest else []
    if level <= 1:
        return absent(talk, level, reason, longest, better=_BETTER)
    if level == 2:
        return found(level, reason, longest, better=_BETTER)
    gave_room = sorted(talk.exchanges, key=lambda e: -e.reply_words)[:2]
    return found(
        level,
        reason,
        [quote(e.rep, e.rep.questions[-1][1] if e.rep.questions else None) for e in gave_room],
        [r for e in gave_room for r in e.answer()],
        better="" if level == 4 else _BETTER,
    )


_BETTER = "Let me stop there: what of that matters for you, and what does not?"
