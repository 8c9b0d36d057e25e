"""What RevOps edits, loaded: skills, rubrics, rules and CRM fields; and the grader chosen."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from config.loader import load_rubrics, load_rules, load_skills
from config.settings import RATE_WAIT_S, Settings, secret
from domain.calls import CallType
from domain.errors import ConfigurationError
from domain.ports import Grader
from domain.rubrics import RubricLibrary, SkillId
from domain.skills import ProfileRules, Skill
from jobs.model_grader import ModelGrader
from scoring.builtin import READERS, BuiltinGrader
from scoring.cost import Budget, Prices

if TYPE_CHECKING:
    from integrations.openai.client import OpenAiModel


_BY_TYPE = "REPLOOP_RUBRIC_BY_CALL_TYPE"


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
    rubrics = replace(
        library,
        default=settings.rubric,
        by_call_type=_by_call_type(settings.rubric_by_call_type, library),
    )
    rubrics.named(settings.rubric)
    return Configured(
        skills={skill.id: skill for skill in skills},
        rubrics=rubrics,
        rules=load_rules(folder / "tiers.yaml"),
    )


def _by_call_type(said: str, library: RubricLibrary) -> dict[CallType, str]:
    """``demo=demo,renewal=renewal``. Raises ``ConfigurationError``."""
    found: dict[CallType, str] = {}
    for pair in filter(None, (part.strip() for part in said.split(","))):
        kind, _, name = (word.strip() for word in pair.partition("="))
        if kind not in set(CallType) or not name:
            kinds = ", ".join(CallType)
            raise ConfigurationError(
                _BY_TYPE, f"{pair!r} is not a type of call and a rubric",
                f"Write pairs like demo=demo; types are {kinds}",
            )  # fmt: skip
        rubric = library.named(name)
        if rubric.call_types and CallType(kind) not in rubric.call_types:
            covered = ", ".join(rubric.call_types)
            raise ConfigurationError(
                _BY_TYPE, f"rubric {name} does not cover {kind} calls",
                f"It covers {covered}; name another, or add a version that covers it",
            )  # fmt: skip
        found[CallType(kind)] = name
    return found


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
