"""Where a rep stands among the others, as far as the data can tell and privacy allows."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people import Organisation, PersonId, Role
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.wording import MIN_CALLS
from scoring.percentile import MIN_PEERS, percentiles


@dataclass(frozen=True, slots=True)
class Standing:
    """Expected percentile (0-100) among so many peers: other active reps with a figure."""

    percentile: float | None
    """``None`` with fewer than five peers: it would tell who they are."""
    peers: int


def standings(
    rep_id: PersonId, organisation: Organisation, tx: Stores
) -> Mapping[SkillId, Standing]:
    """The standing of one rep in every skill with a figure. No peer is named anywhere."""
    active = {p.id for p in organisation.people if p.active and p.role is Role.REP}
    known: dict[SkillId, dict[PersonId, tuple[float, float]]] = {}
    for one in tx.profiles.of_reps(sorted(active | {rep_id})):
        if one.calls >= MIN_CALLS:
            figure = one.level, one.standard_error**2
            known.setdefault(one.skill_id, {})[one.rep_id] = figure
    return {
        skill: _standing(rep_id, figures) for skill, figures in known.items() if rep_id in figures
    }


def _standing(rep_id: PersonId, figures: Mapping[PersonId, tuple[float, float]]) -> Standing:
    peers = len(figures) - 1
    if peers < MIN_PEERS:
        return Standing(None, peers)
    found = percentiles(list(figures.values()))
    place = list(figures).index(rep_id)
    return Standing(found[place] if found else None, peers)
