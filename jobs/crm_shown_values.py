"""Everything a deal should show, with where each value comes from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from domain.calls import Call, CallId
from domain.changes import Provenance
from domain.crm import FieldKind, FieldValue, RecordKind
from domain.deals import Deal, DealRef
from domain.people import PersonId
from domain.ports import Stores
from domain.scores import Scorecard
from jobs.crm_facts import FactValues, facts_on_deal
from jobs.crm_sources import sources_with
from jobs.crm_values import agreed_step, safe_text, skills_text, values_for_deal
from jobs.services import Services

OF_A_CALL = "last_call_"


@dataclass(frozen=True, slots=True)
class ShownValues:
    """Values and their provenance, by source."""

    values: Mapping[str, FieldValue]
    proofs: Mapping[str, Provenance]


def deal_sources(services: Services) -> Iterable[str]:
    """Every source of a deal's fields."""
    return sources_with(services.elements)[RecordKind.DEAL]


def shown_on_deal(
    tx: Stores,
    ref: DealRef,
    call: Call,
    card: Scorecard,
    services: Services,
    *,
    but: Collection[CallId] = (),
) -> ShownValues:
    """What a deal shows of this call, its rep, its owner, and what all its calls proved.

    ``but``: calls that are their rep's alone for now; nothing of them is shown.
    """
    reps = [call.rep_id] if call.rep_id else []
    link = f"{services.links.base_url}/calls/{call.id}"
    values = values_for_deal(call, card, tx.profiles.of_reps(reps), services.skills, link)
    values["owner_stage_skills"] = _owner_at_stage(tx, tx.deals.get(ref), card, services)
    proven = _with_one_step(call, values, facts_on_deal(tx, ref, services, but=but))
    proofs = {**_proofs(call, card, values), **proven.proofs}
    return ShownValues({**values, **proven.values}, proofs)


def _with_one_step(call: Call, values: Mapping[str, FieldValue], proven: FactValues) -> FactValues:
    """Without the day that an earlier call agreed: beside this call's step it would mislead."""
    dated = proven.proofs.get("next_step_date")
    if values["next_step"] is not None and dated is not None and dated.call_id == call.id:
        return proven
    proofs = {source: p for source, p in proven.proofs.items() if source != "next_step_date"}
    return FactValues({**proven.values, "next_step_date": None}, proofs)


def _proofs(call: Call, card: Scorecard, values: Mapping[str, FieldValue]) -> dict[str, Provenance]:
    by_grader = Provenance(
        call_id=call.id,
        reader=f"{card.grader_name} {card.grader_version}",
        rubric=f"{card.rubric_name} v{card.rubric_version}",
    )
    proofs = {source: by_grader for source, value in values.items() if value is not None}
    step = agreed_step([c for c in card.criteria if c.level is not None])
    if step is not None and "next_step" in proofs:
        turns = tuple(evidence.turn_index for evidence in step.evidence[:1])
        proofs["next_step"] = Provenance(
            call_id=call.id, turns=turns, reader=by_grader.reader, rubric=by_grader.rubric
        )
    return proofs


def _owner_at_stage(
    tx: Stores, deal: Deal | None, card: Scorecard, services: Services
) -> str | None:
    """The owner's levels in the skills that the latest call of this stage used."""
    owner = None if deal is None else _owner_of(tx, deal)
    if deal is None or owner is None:
        return None
    used = {skill for criterion in card.criteria for skill in criterion.skill_ids}
    levels = [p for p in tx.profiles.of_reps([owner]) if p.skill_id in used]
    heading = f"Stage {deal.stage}: the owner's levels 0-100 with 90 % ranges, over all their calls"
    return safe_text(skills_text(levels, services.skills, f"{heading}:"), FieldKind.LONG_TEXT)


def _owner_of(tx: Stores, deal: Deal) -> PersonId | None:
    """Our person who owns the deal, if it is one of ours."""
    if deal.owner_email is None:
        return None
    owner = tx.people.organisation().by_email(deal.owner_email)
    return None if owner is None else owner.id
