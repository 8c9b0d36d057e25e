"""The page of one rep: every skill with its line, tier changes and recent calls."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.visibility import may_see_rep, may_see_text
from coaching.words import tier_change_for_manager, tier_change_for_rep
from domain import wording
from domain.calls import Call, CallState
from domain.people import Organisation, Person, PersonId
from domain.ports import CallFilter, Stores
from domain.scores import Scorecard
from domain.skills import Proficiency, TierChange
from domain.wording import TIER_NAMES
from jobs.moves import SHOWN_DAYS, Why, why_moved
from jobs.pages_access import audit
from jobs.pages_figures import ShownFigure, shown_figure
from jobs.profiles import profile_as_of
from jobs.scored_calls import held_back
from jobs.services import Services
from jobs.standing import Standing, standings
from jobs.viewers import Looks, who_looked

RECENT_CALLS = 20
CHANGES_SHOWN_DAYS = 365

Moment = tuple[datetime, float, float]
"""(when, level 0-100, standard error)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """One skill: the figure now, and the level after each scored call."""

    figure: ShownFigure
    history: tuple[Moment, ...]
    observed: tuple[tuple[datetime, float], ...]
    """(when, score 0-100) of each scored call: what the line is drawn through."""
    standing: str | None
    """Where the rep stands among peers; ``None`` where that cannot or may not be said."""
    news: tuple[str, ...]
    """Lift, early signs and role-plays, a sentence each."""
    why: Why | None
    """What moved the level lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """A tier change in a sentence, and the call that tipped it."""

    change: TierChange
    tier_words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RecentCall:
    """A call with its newest scorecard, if it has one."""

    call: Call
    card: Scorecard | None
    opens: datetime | None = None
    """Until then its score is the rep's alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepPage:
    """Everything the page of a rep shows to one viewer."""

    viewer: Person
    rep: Person
    manager: Person | None
    own: bool
    may_read: bool
    as_of: datetime
    bounds: tuple[float, ...]
    """Levels at which a tier begins, for the lines of a chart."""
    skills: tuple[SkillLine, ...]
    changes: tuple[ShownChange, ...]
    recent: tuple[RecentCall, ...]
    looks: tuple[Looks, ...] = ()
    """Who looked at the rep's figures; only for the rep."""


def rep_page(viewer: Person, rep_id: PersonId, services: Services) -> RepPage:
    """What ``viewer`` sees of a rep. The look is audited, denied or not.

    Raises ``NotVisible`` for a person who is not there and for one who is not theirs.
    """
    with services.database.read() as stores:
        organisation = stores.people.organisation()
        allowed = may_see_rep(viewer, rep_id, organisation)
        page = _compose(viewer, rep_id, organisation, stores, services) if allowed else None
    audit(viewer, "read_rep", f"rep:{rep_id}", services, allowed=page is not None)
    assert page is not None  # noqa: S101 - audit raised for a page that may not be seen
    return page


def _compose(
    viewer: Person,
    rep_id: PersonId,
    organisation: Organisation,
    stores: Stores,
    services: Services,
) -> RepPage | None:
    rep = organisation.person(rep_id)
    if rep is None:
        return None
    now = services.now()
    since = now - timedelta(days=CHANGES_SHOWN_DAYS)
    own = viewer.id == rep.id
    recent = _recent(viewer, rep_id, stores, services)
    held = {each.call.id for each in recent if each.opens is not None}
    changes = [
        change
        for change in stores.profiles.tier_changes([rep_id], since=since)
        if change.because_of not in held
    ]
    return RepPage(
        viewer=viewer,
        rep=rep,
        manager=organisation.manager_of(rep),
        own=own,
        may_read=may_see_text(viewer, rep, organisation),
        as_of=now,
        bounds=tuple(bound for _, bound in services.rules.tier_bounds if bound > 0),
        skills=tuple(
            _without_dots(line, recent)
            for line in _lines(viewer, rep_id, organisation, stores, services)
        ),
        changes=tuple(_change(each, rep, services, own=own) for each in changes),
        recent=recent,
        looks=who_looked(rep, organisation, stores, services) if own else (),
    )


def _without_dots(line: SkillLine, recent: Sequence[RecentCall]) -> SkillLine:
    """Without what single calls scored that are still the rep's alone; the level is of many."""
    held = {each.call.started_at for each in recent if each.opens is not None}
    if not held:
        return line
    return replace(line, observed=tuple(dot for dot in line.observed if dot[0] not in held))


def _lines(
    viewer: Person,
    rep_id: PersonId,
    organisation: Organisation,
    stores: Stores,
    services: Services,
) -> tuple[SkillLine, ...]:
    """Known skills in the order of the configuration, then ones that were retired."""
    known = {p.skill_id: p for p in stores.profiles.of_reps([rep_id])}
    ordered = [known.pop(s) for s in services.skills if s in known] + list(known.values())
    places = standings(rep_id, organisation, stores, viewer=viewer)
    return tuple(_line(one, places.get(one.skill_id), stores, services) for one in ordered)


def _line(
    proficiency: Proficiency, place: Standing | None, stores: Stores, services: Services
) -> SkillLine:
    """The line ends in the stored figure: it is replayed to the same moment."""
    pair = proficiency.rep_id, proficiency.skill_id
    skill = services.skills.get(proficiency.skill_id)
    observed = stores.profiles.observations(*pair)
    replayed = profile_as_of(stores, pair, proficiency.as_of, services)
    return SkillLine(
        figure=shown_figure(proficiency, skill.name if skill else proficiency.skill_id),
        history=replayed.history,
        observed=tuple((o.observed_at, o.score) for o in observed),
        standing=wording.standing(place.percentile, place.peers) if place else None,
        news=wording.beside(proficiency),
        why=why_moved(stores, pair, services.now() - timedelta(days=SHOWN_DAYS)),
    )


def _change(change: TierChange, rep: Person, services: Services, *, own: bool) -> ShownChange:
    skill = services.skills.get(change.skill_id)
    name = skill.name if skill else change.skill_id
    return ShownChange(
        change=change,
        tier_words=TIER_NAMES[change.after],
        sentence=tier_change_for_rep(change, name)
        if own
        else tier_change_for_manager(change, rep.name, name),
    )


def _recent(
    viewer: Person, rep_id: PersonId, stores: Stores, services: Services
) -> tuple[RecentCall, ...]:
    states = tuple(state for state in CallState if state is not CallState.DELETED)
    calls = stores.calls.list(CallFilter(rep_ids=(rep_id,), states=states, limit=RECENT_CALLS))
    held = held_back(viewer.id, calls, stores, services)
    cards = stores.scorecards.latest_of([call.id for call in calls if call.id not in held])
    return tuple(RecentCall(call, cards.get(call.id), held.get(call.id)) for call in calls)
