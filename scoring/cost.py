"""What a call may cost, and what it did: tokens, and money where prices are configured.

There is no list of prices here: they change, and differ by contract. Whoever wants to see
costs states the prices of their own server.
"""

from dataclasses import dataclass, replace

from domain.errors import GradingRefused
from domain.usage import Usage

PER = 1_000_000
"""Prices are for so many tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Money for a million tokens each, in one currency; ``cached`` is for cached prompt."""

    prompt: float
    cached: float
    completion: float

    def of(self, usage: Usage) -> float:
        """What these tokens cost. Thinking is part of the completion tokens."""
        cached = min(usage.cached_tokens, usage.prompt_tokens)
        fresh = usage.prompt_tokens - cached
        money = (
            fresh * self.prompt + cached * self.cached + usage.completion_tokens * self.completion
        )
        return money / PER


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Upper bounds for one call. A call over one of them is refused whole, never cut."""

    prompt_tokens: int = 500_000
    """Estimated before the first request, counted from the server's figures for a second."""
    cost: float | None = None
    """Needs ``prices``; reckoned as if the answer filled all the room it has."""
    prices: Prices | None = None

    def admit(self, asked: Usage, spent: Usage) -> None:
        """Nothing if ``asked`` still fits beside what was already spent on the call.

        Raises:
            GradingRefused: says which bound it would pass, and both numbers.
        """
        tokens = spent.prompt_tokens + asked.prompt_tokens
        if tokens > self.prompt_tokens:
            raise GradingRefused(
                f"grading needs about {tokens} prompt tokens, more than the budget of "
                f"{self.prompt_tokens} for one call (REPLOOP_OPENAI_MAX_PROMPT_TOKENS)"
            )
        if self.cost is None or self.prices is None:
            return
        money = self.prices.of(spent) + self.prices.of(asked)
        if money > self.cost:
            raise GradingRefused(
                f"grading could cost {money:.4g}, more than the budget of {self.cost:.4g} "
                "for one call (REPLOOP_OPENAI_MAX_COST)"
            )

    def priced(self, usage: Usage, *, known: bool) -> Usage:
        """The same with its cost, where there are prices and they are ``known`` to hold."""
        if self.prices is None or not known:
            return usage
        return replace(usage, cost=self.prices.of(usage))
