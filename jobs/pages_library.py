"""The page of the clip library: the team's moments, found by skill and words."""

from dataclasses import dataclass

from coaching.library import libraries_of
from domain.library import ShownMoment
from domain.people import Person
from domain.ports import Stores
from domain.rubrics import SkillId
from jobs.library import library_counts, moments_seen, own_moments, search_library, waiting_moments
from jobs.pages_access import SEES_EVERY_NUMBER, VIA, audit
from jobs.services import Services

MAX_TEXT_CHARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCount:
    """How many moments a team shares for one skill: what those see who see only numbers."""

    team: str
    skill: str
    moments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """The library as one viewer sees it."""

    viewer: Person
    skills: tuple[tuple[SkillId, str], ...]
    """(id, name) of every skill, to choose from."""
    skill_id: SkillId | None
    text: str
    moments: tuple[ShownMoment, ...]
    own: tuple[ShownMoment, ...]
    waiting: tuple[ShownMoment, ...]
    reads: bool
    """Whether the viewer has a library to read; without it there are only counts."""
    counts: tuple[LibraryCount, ...]


def library_page(viewer: Person, text: str, skill: str, services: Services) -> LibraryPage:
    """What ``viewer`` finds in their team's library. The look is audited, for each rep shown.

    Raises ``NotVisible`` for whoever has no library and no right to the counts.
    """
    text = " ".join(text.split())[:MAX_TEXT_CHARS]
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        current = organisation.person(viewer.id)
        reads = bool(libraries_of(viewer, organisation))
        counts = current is not None and current.active and current.role in SEES_EVERY_NUMBER
        known = services.skills.get(SkillId(skill))
        page = LibraryPage(
            viewer=viewer,
            skills=tuple((each.id, each.name) for each in services.skills.values()),
            skill_id=known.id if known else None,
            text=text,
            moments=search_library(viewer, text, known.id if known else None, tx, services),
            own=own_moments(viewer, tx, services),
            waiting=waiting_moments(viewer, tx, services),
            reads=reads,
            counts=_counts(tx, services) if counts else (),
        )
        look = moments_seen(viewer, (*page.moments, *page.waiting), organisation)
    if not (reads or counts):
        audit(viewer, "read_clips", "library", services, allowed=False)
    if reads:
        with services.database.write() as tx:
            look.keep(tx, services, via=VIA)
    return page


def _counts(tx: Stores, services: Services) -> tuple[LibraryCount, ...]:
    teams = {team.id: team.name for team in tx.people.organisation().teams}
    counted = library_counts(tx)
    found = [
        LibraryCount(
            team=teams.get(team_id, team_id),
            skill=services.skills[skill_id].name if skill_id in services.skills else skill_id,
            moments=number,
        )
        for team_id, by_skill in counted.items()
        for skill_id, number in by_skill.items()
    ]
    return tuple(sorted(found, key=lambda c: (c.team, c.skill)))
