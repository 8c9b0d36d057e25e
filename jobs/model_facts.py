"""The model reader of facts: one request a call for all elements, through the grader's model.

It asks whom the grader asks, under the same budget: where calls are graded without a model, none
sees them here either.
"""

from dataclasses import dataclass, replace

from domain.calls import Transcript
from domain.errors import GradingError, IntegrationError
from domain.facts import Elements
from domain.usage import NOTHING, Usage
from jobs.model_grader import ModelGrader, check_complete
from jobs.spending import Spending
from scoring.facts.claims import Claim
from scoring.facts.prompt import PROMPT_VERSION, facts_requests
from scoring.facts.reply import read_facts_reply


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsRead:
    """What a reader claims, unchecked, and who read it at what cost."""

    claims: tuple[Claim, ...]
    reader_name: str
    reader_version: str
    usage: Usage = NOTHING


def read_by_model(
    grader: ModelGrader, elements: Elements, transcript: Transcript, *, spent: Usage = NOTHING
) -> ClaimsRead:
    """Ask the model once, or once for each window of a long call.

    ``spent`` was used on the call before, for its score, and counts against the same budget.

    Raises:
        GradingRefused: the model declined, the call is too long or over its budget, or the
            answer was cut off.
        GradingError: the reply cannot be used.
        IntegrationError: the model could not be asked.
    """
    spending = Spending(grader.budget, spent)
    requests = facts_requests(elements, transcript, window_tokens=grader.window_tokens)
    spending.admit(grader.at_most(requests))
    started = grader.clock()
    try:
        replies = grader.ask_all(requests, spending)
        for reply in replies:
            check_complete(reply)
        claims = tuple(c for reply in replies for c in read_facts_reply(reply.text, elements))
    except (GradingError, IntegrationError) as error:
        error.usage = spending.used
        raise
    served = "+".join(dict.fromkeys(r.model for r in replies)) or grader.model.model
    return ClaimsRead(
        claims=claims,
        reader_name="model",
        reader_version=f"{served}/facts-{PROMPT_VERSION}",
        usage=replace(spending.used, latency_s=grader.clock() - started),
    )
