"""What the model adapter needs to know."""

import re
from dataclasses import dataclass, field
from typing import Literal

from domain.errors import ConfigurationError

_KEY = re.compile(r"[!-~]+")
"""What an HTTP header can carry: printable ASCII without blanks."""
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

    def __post_init__(self) -> None:
        """Leave out blanks around what a person typed or pasted.

        Raises:
            ConfigurationError: the key cannot be one; it is not shown.
        """
        for name in ("model", "api_key", "base_url"):
            object.__setattr__(self, name, getattr(self, name).strip())
        if not _KEY.fullmatch(self.api_key):
            raise ConfigurationError(
                "REPLOOP_OPENAI_API_KEY",
                "the key is empty or holds a blank, or a character that no key has",
                "Copy the whole key once more, not the shortened form that pages show",
            )
