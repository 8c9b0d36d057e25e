"""What the model adapter needs to know."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAiSettings:
    """``base_url`` ends with the version, as in ``https://api.openai.com/v1``."""

    model: str
    api_key: str = field(repr=False)
    base_url: str = "https://api.openai.com/v1"
    timeout_s: float = 60.0
    """For a whole request, from connect to the last byte of the answer."""
