"""The home of RevOps and admins: what is scored, what is read, what went to the CRM. Numbers."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from coaching.attention import RATE_DAYS
from domain.calls import CallState
from domain.effects import EffectKind, EffectState, Queue
from domain.homes import ActRate, CompanyHome
from domain.people import PersonId
from domain.ports import Stores
from domain.practice import PROVIDER as PRACTICE
from jobs.services import Services
from scoring.stability import wilson

_OF_NO_CRM = (EffectKind.COMPANY_FIT, EffectKind.CALL_FACTS)


def company_home(tx: Stores, services: Services) -> CompanyHome:
    """Everything as of now."""
    calls = Counter[str]()
    for name, number in tx.calls.count_by_state(but_of=PRACTICE).items():
        calls[name.partition(":")[0]] += number
    crm = Counter[str]()
    for name, number in tx.outbox.count_by_state().items():
        kind, _, state = name.partition(":")
        if EffectKind(kind).queue is Queue.SYNC and EffectKind(kind) not in _OF_NO_CRM:
            crm[state] += number
    return CompanyHome(
        calls=_in_order(CallState, calls),
        rates=act_rates(tx, services),
        crm=_in_order(EffectState, crm),
    )


def act_rates(
    tx: Stores, services: Services, *, days: int = RATE_DAYS, to: PersonId | None = None
) -> tuple[ActRate, ...]:
    """How often messages of each kind were acted on over the last days; the most sent first."""
    found = tx.attention.rates(since=services.now() - timedelta(days=days), to=to)
    rates = (
        ActRate(kind=kind, sent=sent, acted=acted, low=low, high=high)
        for kind, (sent, acted) in found.items()
        for low, high in [wilson(acted, sent)]
    )
    return tuple(sorted(rates, key=lambda rate: (-rate.sent, rate.kind)))


def _in_order(
    states: Iterable[CallState | EffectState], numbers: Counter[str]
) -> tuple[tuple[str, int], ...]:
    return tuple((state.value, numbers[state]) for state in states if numbers[state])
