"""One rep in one skill, followed call by call: the level is always that of all readings.

A call that comes in order costs the same however many came before. One that comes late, is
scored again or is deleted is replayed from where it first matters. What is known after a call
depends on the readings up to it alone, never on later ones nor on the order they came in.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from domain.skills import ProfileRules
from scoring.mix_errors import MixErrors
from scoring.norms import Norms, Reading
from scoring.pace import STEADY, Pace
from scoring.proficiency import Filter, Filtered

_Key = tuple[float, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What readings of one pair are seen through."""

    rules: ProfileRules
    norms: Norms = field(default_factory=Norms)
    pace: Pace = STEADY


class PairHistory:
    """The readings of one pair that stand, in time order, and what is known after each."""

    def __init__(self, view: View, readings: Iterable[Reading] = ()) -> None:
        self._view = view
        self._filter = Filter(view.rules)
        self._mix_errors = MixErrors(view.norms)
        self._errors: list[float] = []
        self._by_call: dict[str, Reading] = {}
        self._keys: list[_Key] = []
        self._scores: dict[str, float] = {}
        self._deals: dict[str, list[_Key]] = {}
        self._live = 0
        for reading in readings:
            self.put(reading)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Reading]:
        """In time order."""
        return (self._by_call[call] for _, _, call in self._keys)

    @property
    def live(self) -> int:
        """How many of them are live calls."""
        return self._live

    @property
    def view(self) -> View:
        """What the readings are seen through now."""
        return self._view

    def see_through(self, view: View) -> None:
        """Look at the same readings anew."""
        self._view = view
        self._filter = Filter(view.rules)
        self._mix_errors = MixErrors(view.norms)
        self._errors.clear()
        self._scores.clear()

    def put(self, reading: Reading) -> None:
        """A reading, in place of the one of the same call if there was one."""
        self.remove(reading.call)
        key = _key(reading)
        at = bisect_left(self._keys, key)
        self._keys.insert(at, key)
        self._by_call[reading.call] = reading
        self._live += not reading.practice
        self._rewind(at)
        if reading.deal and not reading.practice:
            insort(self._deals.setdefault(reading.deal, []), key)

    def remove(self, call: str) -> None:
        """Forget the reading of this call, if there is one."""
        reading = self._by_call.pop(call, None)
        if reading is None:
            return
        key = _key(reading)
        at = bisect_left(self._keys, key)
        del self._keys[at]
        self._scores.pop(call, None)
        self._live -= not reading.practice
        self._rewind(at)
        if reading.deal and not reading.practice:
            self._deals[reading.deal].remove(key)

    def score(self, reading: Reading) -> float:
        """``z``: what the reading shows once offsets are taken off, in points."""
        if reading.call not in self._scores:
            self._scores[reading.call] = self._view.norms.adjusted(reading)
        return self._scores[reading.call]

    def filtered(self) -> Filtered:
        """Level and variance after each reading; its days are days of usual drift."""
        rules, pace = self._view.rules, self._view.pace
        for key in self._keys[len(self._filter) :]:
            reading = self._by_call[key[2]]
            noise = rules.call_variance + rules.criterion_variance / reading.criteria
            if reading.deal and not reading.practice:
                noise += bisect_left(self._deals[reading.deal], key) * rules.deal_variance
            day = pace.at(reading.day)
            self._filter.take(day, self.score(reading), noise, reading.practice)
        return self._filter.seen

    def mix_errors(self) -> Sequence[float]:
        """What the offsets leave open of the level after each reading, points squared."""
        if not self._errors:
            self._mix_errors.restart()
        for _, _, call in self._keys[len(self._errors) :]:
            self._errors.append(self._mix_errors.take(self._by_call[call]))
        return self._errors

    def known(self, day: float) -> tuple[float, float]:
        """Level and variance on ``day``, on or after the last reading."""
        return self.filtered().at(self._view.pace.at(day), self._view.rules)

    def published(self, day: float) -> tuple[float, float]:
        """The same, with what the offsets leave open."""
        level, variance = self.known(day)
        errors = self.mix_errors()
        return level, variance + (errors[-1] if errors else 0.0)

    def practice_level(self, day: float) -> tuple[float, float]:
        """What is known of role-plays: the level, what practice adds for all, and for this rep."""
        level, variance = self.known(day)
        gap, more = self._filter.gap()
        return level + self._view.norms.practice + gap, variance + more

    def calls_by(self, day: float) -> int:
        """Readings, practice included, up to ``day``."""
        return bisect_right(self._keys, day, key=lambda key: key[0])

    def _rewind(self, at: int) -> None:
        """What was known before the reading in this place stands; the rest is done again."""
        self._filter.rewind(at)
        if at < len(self._errors):  # sums cannot be taken apart without rounding: begin anew
            self._errors.clear()


def _key(reading: Reading) -> _Key:
    return reading.day, reading.started_at, reading.call
