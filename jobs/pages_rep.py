"""The page of one rep: every skill with its line, tier changes and recent calls."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.visibility import may_see_rep, may_see_text
from coaching.words import tier_change_for_manager, tier_change_for_rep
from domain import wording
from domain.calls import Call, CallId, CallState
from domain.people import Organisation, Person, PersonId
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
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
MOST_HELD = 10_000
"""More calls than anybody has in the days in which one can be its rep's alone."""

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
    held = _held(viewer, rep_id, stores, services)
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
        skills=_lines(viewer, rep_id, held, stores, services),
        changes=tuple(_change(each, rep, services, own=own) for each in changes),
        recent=_recent(rep_id, held, stores),
        looks=who_looked(rep, organisation, stores, services) if own else (),
    )


def _held(
    viewer: Person, rep_id: PersonId, stores: Stores, services: Services
) -> Mapping[CallId, datetime]:
    """Every call that is still the rep's alone, with the moment it opens.

    None of them began before its head start and the age at which it would be told of.
    """
    limits = services.thresholds
    longest = timedelta(hours=limits.grace_hours, days=limits.call_message_max_age_days)
    which = CallFilter(rep_ids=(rep_id,), since=services.now() - longest, limit=MOST_HELD)
    return held_back(viewer.id, stores.calls.list(which), stores, services)


def _lines(
    viewer: Person,
    rep_id: PersonId,
    held: Container[CallId],
    stores: Stores,
    services: Services,
) -> tuple[SkillLine, ...]:
    """Known skills in the order of the configuration, then ones that were retired."""
    known = {p.skill_id: p for p in stores.profiles.of_reps([rep_id])}
    ordered = [known.pop(s) for s in services.skills if s in known] + list(known.values())
    places = standings(rep_id, stores.people.organisation(), stores, viewer=viewer)
    return tuple(_line(one, places.get(one.skill_id), held, stores, services) for one in ordered)


def _line(
    proficiency: Proficiency,
    place: Standing | None,
    held: Container[CallId],
    stores: Stores,
    services: Services,
) -> SkillLine:
    """The line ends in the stored figure: it is replayed to the same moment.

    What a single call scored that is still the rep's alone is no dot; the level is of many.
    """
    pair = proficiency.rep_id, proficiency.skill_id
    skill = services.skills.get(proficiency.skill_id)
    observed = [o for o in stores.profiles.observations(*pair) if o.call_id not in held]
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
    rep_id: PersonId, held: Mapping[CallId, datetime], stores: Stores
) -> tuple[RecentCall, ...]:
    states = tuple(state for state in CallState if state is not CallState.DELETED)
    live = CallFilter(rep_ids=(rep_id,), states=states, but_of=PRACTICE, limit=RECENT_CALLS)
    calls = stores.calls.list(live)
    cards = stores.scorecards.latest_of([call.id for call in calls if call.id not in held])
    return tuple(RecentCall(call, cards.get(call.id), held.get(call.id)) for call in calls)
