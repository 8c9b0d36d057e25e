"""What the model adapter needs to know."""

from dataclasses import dataclass, field
from typing import Literal

Effort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAiSettings:
    """``base_url`` ends with the version, as in ``https://api.openai.com/v1``."""

    model: str
    api_key: str = field(repr=False)
    base_url: str = "https://api.openai.com/v1"
    timeout_s: float = 60.0
    """For a whole request, from connect to the last byte of the answer."""
    own_parameters: bool = False
    """Whether the server knows OpenAI's ``store`` and ``prompt_cache_key``; others refuse them."""
    flex: bool = False
    """Ask for the cheaper flex tier, and for the ordinary one where that has no room."""
    reasoning_effort: Effort | None = None
    thinking_tokens: int = 0
    """Room beside the answer's for a model that thinks before it answers."""
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    """Of this process; a provider's quota is shared by all processes that use its key."""
    max_wait_s: float = 15.0
    """The longest that a request may wait for its turn under one of the two."""
