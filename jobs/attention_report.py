"""What the company does with what it is sent: act-on rates, and what fell back to the digest."""

from dataclasses import dataclass

from coaching.attention import unused
from domain.effects import EffectKind
from domain.homes import ActRate
from domain.people import Person
from domain.ports import Stores
from jobs.attention import budget_of
from jobs.home_company import act_rates
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class FellBack:
    """One kind of message that one person does nothing with: it comes in their digest."""

    person: Person
    kind: EffectKind
    sent: int
    acted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionReport:
    """Everybody's messages of the last days, by kind."""

    days: int
    rates: tuple[ActRate, ...]
    fell_back: tuple[FellBack, ...]
    """As of now, by person and kind."""


def attention_report(tx: Stores, services: Services, *, days: int) -> AttentionReport:
    """Rates over the last ``days``, and what stands in the digest by itself now."""
    people = tx.people.organisation().people
    found = [each for p in people if p.active for each in _fell_back(p, tx, services)]
    return AttentionReport(
        days=days, rates=act_rates(tx, services, days=days), fell_back=tuple(found)
    )


def _fell_back(person: Person, tx: Stores, services: Services) -> list[FellBack]:
    budget = budget_of(person, tx, services)
    return [
        FellBack(person=person, kind=kind, sent=budget.rates[kind][0], acted=budget.rates[kind][1])
        for kind in unused(budget)
    ]
