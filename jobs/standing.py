"""Where a rep stands among the others, as far as the data can tell and privacy allows."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from coaching.visibility import visible_reps
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.wording import MIN_CALLS
from scoring.percentile import MIN_PEERS, percentiles


@dataclass(frozen=True, slots=True)
class Standing:
    """Expected percentile (0-100) among so many peers: other active reps with a figure."""

    percentile: float | None
    """``None`` where it would give a peer away; see ``standings``."""
    peers: int


def standings(
    rep_id: PersonId, organisation: Organisation, tx: Stores, *, viewer: Person | None
) -> Mapping[SkillId, Standing]:
    """The standing of one rep in every skill with a figure. No peer is named anywhere.

    A place is said only if at least five peers are not ``viewer``'s to see, or none: whoever
    knows the figures of all peers but a few can work those few out from the places. Without
    a viewer whoever asks reads the database itself and may see everybody.
    """
    active = {p.id for p in organisation.people if p.active and p.role is Role.REP}
    seen = {p.id for p in visible_reps(viewer, organisation)} if viewer else active
    known: dict[SkillId, dict[PersonId, tuple[float, float]]] = {}
    for one in tx.profiles.of_reps(sorted(active | {rep_id})):
        if one.calls >= MIN_CALLS:
            figure = one.level, one.standard_error**2
            known.setdefault(one.skill_id, {})[one.rep_id] = figure
    return {
        skill: _standing(rep_id, figures, seen)
        for skill, figures in known.items()
        if rep_id in figures
    }


def _standing(
    rep_id: PersonId, figures: Mapping[PersonId, tuple[float, float]], seen: AbstractSet[PersonId]
) -> Standing:
    peers = figures.keys() - {rep_id}
    hidden = len(peers - seen)
    if len(peers) < MIN_PEERS or 0 < hidden < MIN_PEERS:
        return Standing(None, len(peers))
    found = percentiles(list(figures.values()))
    place = list(figures).index(rep_id)
    return Standing(found[place] if found else None, len(peers))
