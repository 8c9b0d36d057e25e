"""What RevOps edits, loaded: skills, rubrics, rules and CRM fields; and the grader chosen."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from config.loader import load_rubrics, load_rules, load_skills
from config.settings import RATE_WAIT_S, Settings, secret
from domain.errors import ConfigurationError
from domain.ports import Grader
from domain.rubrics import RubricLibrary, SkillId
from domain.skills import ProfileRules, Skill
from jobs.model_grader import ModelGrader
from scoring.builtin import READERS, BuiltinGrader
from scoring.cost import Budget, Prices

if TYPE_CHECKING:
    from integrations.openai.client import OpenAiModel


@dataclass(frozen=True, slots=True)
class Configured:
    """The files of the configuration folder, read and checked."""

    skills: dict[SkillId, Skill]
    rubrics: RubricLibrary
    rules: ProfileRules


def load_configured(settings: Settings) -> Configured:
    """Read the configuration folder.

    Raises:
        ConfigurationError: names the file, the line, the problem and the remedy.
    """
    folder = settings.config_dir
    skills = load_skills(folder / "skills.yaml")
    library = load_rubrics(folder / "rubrics", skills, READERS)
    rubrics = replace(library, default=settings.rubric)
    rubrics.named(settings.rubric)
    return Configured(
        skills={skill.id: skill for skill in skills},
        rubrics=rubrics,
        rules=load_rules(folder / "tiers.yaml"),
    )


def model_of(settings: Settings) -> "OpenAiModel | None":
    """The language model, if a key and a model are configured."""
    key = secret(settings.openai_api_key)
    if key is None or settings.openai_model is None:
        return None
    # Its package takes longer to load than everything else: only who has a key waits for it.
    from integrations.openai.client import OpenAiModel
    from integrations.openai.settings import OpenAiSettings

    return OpenAiModel(
        OpenAiSettings(
            model=settings.openai_model,
            api_key=key,
            base_url=settings.openai_base_url,
            timeout_s=settings.openai_timeout_s,
            own_parameters=_knows_own_parameters(settings),
            flex=settings.openai_service_tier == "flex",
            reasoning_effort=settings.openai_reasoning_effort,
            thinking_tokens=settings.openai_thinking_tokens,
            requests_per_minute=settings.openai_requests_per_minute,
            tokens_per_minute=settings.openai_tokens_per_minute,
            max_wait_s=RATE_WAIT_S,
        )
    )


def _knows_own_parameters(settings: Settings) -> bool:
    """As set; otherwise only OpenAI itself is taken to know its latest parameters."""
    if settings.openai_own_parameters is not None:
        return settings.openai_own_parameters
    return urlsplit(settings.openai_base_url).hostname == "api.openai.com"


def budget_of(settings: Settings) -> Budget:
    """What grading one call may cost."""
    prompt, completion = settings.openai_price_prompt, settings.openai_price_completion
    prices = None
    if prompt is not None and completion is not None:
        cached = settings.openai_price_cached
        prices = Prices(
            prompt=prompt, cached=prompt if cached is None else cached, completion=completion
        )
    return Budget(
        prompt_tokens=settings.openai_max_prompt_tokens,
        cost=settings.openai_max_cost,
        prices=prices,
    )


def grader_of(settings: Settings, wanted: str | None = None) -> Grader:
    """The grader to use: ``builtin``, ``model``, or what the settings say.

    Raises:
        ConfigurationError: the model grader is asked for and not configured.
    """
    wanted = wanted or settings.grader
    if wanted not in ("auto", "builtin", "model"):
        raise ConfigurationError("grader", f"there is no grader {wanted!r}", "Use builtin or model")
    model = model_of(settings) if wanted != "builtin" else None
    if model is not None:
        return ModelGrader(
            model, budget=budget_of(settings), window_tokens=settings.openai_window_tokens
        )
    if wanted == "model":
        raise ConfigurationError(
            "REPLOOP_OPENAI_MODEL",
            "the model grader needs a key and a model name",
            "Set REPLOOP_OPENAI_API_KEY and REPLOOP_OPENAI_MODEL, or use the built-in grader",
        )
    return BuiltinGrader()
