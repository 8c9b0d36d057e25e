"""What requests to a language model took: counted, and priced where prices are known."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What requests to a model took; adds up with ``+``. All zero where no model was asked."""

    requests: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    """Of the prompt tokens: those the provider had in its cache."""
    completion_tokens: int = 0
    reasoning_tokens: int = 0
    """Of the completion tokens: those spent on thinking, not on the answer."""
    latency_s: float = 0.0
    cost: float | None = None
    """In the currency of the configured prices; ``None`` where it cannot be known."""

    def __add__(self, other: "Usage") -> "Usage":
        """Both together; the cost is known only if both are. Nothing adds nothing."""
        if NOTHING in (self, other):
            return self if other == NOTHING else other
        known = self.cost is not None and other.cost is not None
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            reasoning_tokens=self.reasoning_tokens + other.reasoning_tokens,
            latency_s=self.latency_s + other.latency_s,
            cost=(self.cost or 0.0) + (other.cost or 0.0) if known else None,
        )

    def figures(self) -> Mapping[str, float]:
        """By name, as a scorecard keeps them; empty where no model was asked."""
        if not self.requests:
            return {}
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return {name: float(value) for name, value in known.items()}

    @classmethod
    def of(cls, figures: Mapping[str, float]) -> "Usage":
        """What made these ``figures``; names that are none of them are left out."""
        counts = {name: int(figures.get(name, 0)) for name in _COUNTS}
        return cls(**counts, latency_s=figures.get("latency_s", 0.0), cost=figures.get("cost"))


NOTHING = Usage()
"""No model was asked."""
_COUNTS = (
    "requests",
    "prompt_tokens",
    "cached_tokens",
    "completion_tokens",
    "reasoning_tokens",
)
