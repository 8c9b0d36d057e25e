"""A rep's home: their own skills, why they moved, their calls, and what was agreed on."""

from datetime import timedelta

from coaching.commitments import proof_of
from coaching.library import consented
from domain import said
from domain.calls import CallState
from domain.commitments import Proof
from domain.homes import HomeCall, HomeMove, HomeSkill, RepHome
from domain.library import ClipState
from domain.people import Organisation, Person
from domain.phrases import Phrase, phrase
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from domain.skills import Proficiency
from domain.wording import enough
from jobs.library import shown_moment
from jobs.moves import SHOWN_DAYS, why_moved
from jobs.practice_status import practice_lines
from jobs.scored_calls import scored_calls
from jobs.services import Services
from jobs.viewers import who_looked
from jobs.zones import zone_of

CALLS_SHOWN = 5
MOVES_SHOWN = 2
CLIPS_SHOWN = 5
VIEWERS_SHOWN = 5
SHARED = (ClipState.OFFERED, ClipState.IN_LIBRARY)


def rep_home(rep: Person, organisation: Organisation, tx: Stores, services: Services) -> RepHome:
    """Everything of the rep's own, as of now."""
    known = {p.skill_id: p for p in tx.profiles.of_reps([rep.id])}
    own = [known[skill_id] for skill_id in services.skills if skill_id in known]
    return RepHome(
        skills=tuple(_skill(one, services) for one in own),
        early=tuple(
            said.early_sign(one.early, services.skills[one.skill_id].name)
            for one in own
            if one.early is not None
        ),
        moves=_moves(own, tx, services),
        calls=_calls(rep, tx),
        proof=_running(rep, tx, services),
        practice=practice_lines(rep.id, tx, services.skills),
        clips=_clips(rep, organisation, tx, services),
        viewers=_viewers(rep, organisation, tx, services),
    )


def _skill(one: Proficiency, services: Services) -> HomeSkill:
    return HomeSkill(skill_name=services.skills[one.skill_id].name, proficiency=one)


def _moves(own: list[Proficiency], tx: Stores, services: Services) -> tuple[HomeMove, ...]:
    """The largest moves of the last 30 days, each in parts that add up to it."""
    since, found = services.now() - timedelta(days=SHOWN_DAYS), []
    for one in own:
        why = why_moved(tx, (one.rep_id, one.skill_id), since) if enough(one) else None
        if why is None or why.before == why.after:
            continue
        found.append(
            HomeMove(
                skill_name=services.skills[one.skill_id].name,
                since=why.since,
                before=why.before,
                after=why.after,
                standard_error=one.standard_error,
                calls=one.calls,
                parts=tuple((p.cause, p.tenths, len(p.calls)) for p in why.parts),
            )
        )
    largest = sorted(found, key=lambda m: (-abs(m.after - m.before), m.skill_name))
    return tuple(largest[:MOVES_SHOWN])


def _calls(rep: Person, tx: Stores) -> tuple[HomeCall, ...]:
    which = CallFilter(
        rep_ids=(rep.id,), states=(CallState.SCORED,), limit=CALLS_SHOWN, but_of=PRACTICE
    )
    calls = tx.calls.list(which)
    cards = tx.scorecards.latest_of([call.id for call in calls])
    return tuple(
        HomeCall(
            call_id=call.id,
            title=call.title,
            at=call.started_at,
            overall=cards[call.id].overall,
            medal=cards[call.id].medal,
        )
        for call in calls
        if call.id in cards
    )


def _running(rep: Person, tx: Stores, services: Services) -> Proof | None:
    """What calls say so far about what was last agreed on, if it still runs."""
    agreed = next((c for c in tx.commitments.of_rep(rep.id) if c.ended_at is None), None)
    if agreed is None:
        return None
    return proof_of(agreed, scored_calls(rep.id, tx, services), as_of=services.now())


def _viewers(
    rep: Person, organisation: Organisation, tx: Stores, services: Services
) -> tuple[Phrase, ...]:
    """Everybody who looked, once, with the day they last did."""
    last: dict[str, Phrase] = {}
    for look in who_looked(rep, organisation, tx, services):
        day = said.day(look.last.astimezone(zone_of(rep)))
        last.setdefault(look.viewer_id, phrase("home-viewer", name=look.name, day=day))
    return tuple(last.values())[:VIEWERS_SHOWN]


def _clips(
    rep: Person, organisation: Organisation, tx: Stores, services: Services
) -> tuple[Phrase, ...]:
    """What the team sees now, or the manager may choose: by the library's own rules."""
    shared = [
        each
        for each in tx.library.list(rep_id=rep.id, states=SHARED)
        if consented(each, organisation)
        and shown_moment(each, rep, organisation, tx, services) is not None
    ]
    return tuple(
        phrase(
            "home-clip-in" if each.state is ClipState.IN_LIBRARY else "home-clip-offered",
            title=each.title or each.clip.call_title,
            skill=services.skills[each.skill_id].name,
        )
        for each in shared[:CLIPS_SHOWN]
        if each.skill_id in services.skills
    )
