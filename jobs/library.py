"""The team's library: which shared moments somebody may see now, found by skill and words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from coaching.clips import LOWEST_BEST_LEVEL
from coaching.library import (
    CONSENTED,
    consented,
    in_library,
    libraries_of,
    matches,
    may_curate,
    stands,
)
from coaching.visibility import may_see_text
from domain.calls import Call, CallState
from domain.library import ClipState, SharedClip, ShownMoment
from domain.people import Organisation, Person, TeamId
from domain.ports import Stores
from domain.rubrics import CriterionId, SkillId
from domain.scores import Scorecard
from jobs.look import Look
from jobs.services import Services

MOST_SHOWN = 60
NO_WORDS = ""


def search_library(
    viewer: Person,
    text: str,
    skill_id: SkillId | None,
    tx: Stores,
    services: Services,
) -> tuple[ShownMoment, ...]:
    """Moments in the libraries of the viewer's team or teams, newest first, at most 60.

    ``text``: every word of it must be in the title, the quote, or the rep's or skill's name.
    Nothing for whoever has no library: another team, RevOps, somebody who left. The caller
    keeps ``moments_seen`` before it shows anything.
    """
    found = (moment for moment in _library(viewer, skill_id, tx, services) if matches(moment, text))
    return tuple(moment for _, moment in zip(range(MOST_SHOWN), found, strict=False))


def peer_moment(
    skill_id: SkillId,
    criterion_id: CriterionId,
    viewer_rep: Person,
    tx: Stores,
    services: Services,
) -> ShownMoment | None:
    """The best moment in the library of a teammate who did what this rep could try next.

    Of the same behaviour, highest level of now first, newest first; never the rep's own.
    """
    organisation = tx.people.organisation()
    fitting = [
        shared
        for shared in _kept(viewer_rep, skill_id, organisation, tx)
        if shared.rep_id != viewer_rep.id and shared.clip.criterion_id == criterion_id
    ]
    best = sorted(fitting, key=lambda s: (-(s.clip.level or 0), -s.at.timestamp(), s.id))
    shown = (shown_moment(each, viewer_rep, organisation, tx, services) for each in best)
    return next((moment for moment in shown if moment is not None), None)


def peer_moments(
    card: Scorecard, rep: Person, tx: Stores, services: Services
) -> Mapping[CriterionId, ShownMoment]:
    """For what a scorecard leaves room for: how a teammate did it, where one shares that."""
    to_try = [c for c in card.criteria if (c.level or 0) < LOWEST_BEST_LEVEL and c.skill_ids]
    found = {
        score.criterion_id: peer_moment(score.skill_ids[0], score.criterion_id, rep, tx, services)
        for score in to_try
        if score.level is not None
    }
    return {criterion_id: moment for criterion_id, moment in found.items() if moment is not None}


def own_moments(rep: Person, tx: Stores, services: Services) -> tuple[ShownMoment, ...]:
    """The rep's own moments that they agreed to share: each can be taken back.

    Those that nobody sees now are among them, of a former team or without their words in the
    transcript: consent still stands.
    """
    organisation = tx.people.organisation()
    found = []
    for shared in tx.library.list(rep_id=rep.id, states=CONSENTED):
        call = tx.calls.get(shared.clip.call_id)
        if call is not None and _is_still_theirs(call, shared):
            moment = shown_moment(shared, rep, organisation, tx, services)
            found.append(moment or _as_agreed(shared, rep, services))
    return tuple(found)


def waiting_moments(manager: Person, tx: Stores, services: Services) -> tuple[ShownMoment, ...]:
    """What reps offered to this manager's teams and nobody has decided on yet."""
    organisation = tx.people.organisation()
    offered = [
        shared
        for team_id in libraries_of(manager, organisation)
        for shared in tx.library.list(team_id=team_id, states=(ClipState.OFFERED,))
        if may_curate(manager, shared, organisation) and consented(shared, organisation)
    ]
    return _shown_to(manager, offered, tx, services)


def library_counts(tx: Stores) -> Mapping[TeamId, Mapping[SkillId, int]]:
    """How many moments each team's library holds by skill: all that RevOps sees of it."""
    organisation = tx.people.organisation()
    counts: dict[TeamId, dict[SkillId, int]] = {}
    kept = tx.library.list(states=(ClipState.IN_LIBRARY,))
    for shared in _good([each for each in kept if in_library(each, organisation)], tx):
        of_team = counts.setdefault(shared.team_id, {})
        of_team[shared.skill_id] = of_team.get(shared.skill_id, 0) + 1
    return counts


def moments_seen(
    viewer: Person, moments: Iterable[ShownMoment], organisation: Organisation
) -> Look:
    """The note for the audit that these were shown, or that there was nothing to be seen."""
    reps = (moment.shared.rep_id for moment in moments)
    allowed = bool(libraries_of(viewer, organisation))
    return Look(
        actor=viewer.id,
        subject="library",
        allowed=allowed,
        action="read_clips",
        reps=tuple(dict.fromkeys(reps)),
    )


def shown_moment(
    shared: SharedClip,
    viewer: Person,
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> ShownMoment | None:
    """The moment as its call has it now; ``None`` where the call or the quote is gone.

    For others than its rep also where its level is none to learn from any more. Whether the
    viewer may see it at all is for the caller to ask.
    """
    call = tx.calls.get(shared.clip.call_id)
    rep = organisation.person(shared.rep_id)
    if call is None or rep is None or not _is_still_theirs(call, shared):
        return None
    transcript = tx.calls.transcript(call.id)
    if transcript is None or not stands(shared.clip, transcript):
        return None
    if viewer.id != rep.id and not _good([shared], tx):
        return None
    start_s = transcript.turns[shared.clip.turn_index].start_s
    clip = replace(shared.clip, call_title=call.title, start_s=start_s, level=None, note=NO_WORDS)
    skill = services.skills.get(shared.skill_id)
    provider = services.providers.get(call.provider)
    return ShownMoment(
        shared=replace(shared, clip=clip),
        rep_name=rep.name,
        skill_name=skill.name if skill else shared.skill_id,
        recorder_url=provider.moment_url(call, start_s) if provider else None,
        opens_call=may_see_text(viewer, rep, organisation),
    )


def _as_agreed(shared: SharedClip, rep: Person, services: Services) -> ShownMoment:
    """What the rep agreed to, whose words the transcript lost; for themself alone."""
    clip = replace(shared.clip, level=None, note=NO_WORDS)
    skill = services.skills.get(shared.skill_id)
    return ShownMoment(
        shared=replace(shared, clip=clip),
        rep_name=rep.name,
        skill_name=skill.name if skill else shared.skill_id,
    )


def _library(
    viewer: Person, skill_id: SkillId | None, tx: Stores, services: Services
) -> Iterator[ShownMoment]:
    organisation = tx.people.organisation()
    for shared in _kept(viewer, skill_id, organisation, tx):
        moment = shown_moment(shared, viewer, organisation, tx, services)
        if moment is not None:
            yield moment


def _kept(
    viewer: Person, skill_id: SkillId | None, organisation: Organisation, tx: Stores
) -> Sequence[SharedClip]:
    """What is good in the viewer's libraries, whether or not its quote still stands."""
    found = [
        shared
        for team_id in libraries_of(viewer, organisation)
        for shared in tx.library.list(
            team_id=team_id, skill_id=skill_id, states=(ClipState.IN_LIBRARY,)
        )
        if in_library(shared, organisation)
    ]
    return sorted(_good(found, tx), key=lambda shared: (-shared.at.timestamp(), shared.id))


def _good(moments: Sequence[SharedClip], tx: Stores) -> list[SharedClip]:
    """Those to learn from, with the level that the newest score gives them, or a person gave.

    It may have fallen since they were shared.
    """
    cards = tx.scorecards.latest_of(sorted({shared.clip.call_id for shared in moments}))
    levels = ((shared, _level(shared, cards.get(shared.clip.call_id))) for shared in moments)
    return [
        replace(shared, clip=replace(shared.clip, level=level))
        for shared, level in levels
        if level is not None and level >= LOWEST_BEST_LEVEL
    ]


def _level(shared: SharedClip, card: Scorecard | None) -> int | None:
    """As it was shared while the call waits for its score."""
    criterion_id = shared.clip.criterion_id
    if card is None or criterion_id is None:
        return shared.clip.level
    score = card.of(criterion_id)
    return score.level if score is not None else None


def _shown_to(
    viewer: Person, moments: Sequence[SharedClip], tx: Stores, services: Services
) -> tuple[ShownMoment, ...]:
    organisation = tx.people.organisation()
    shown = (shown_moment(each, viewer, organisation, tx, services) for each in moments)
    return tuple(moment for moment in shown if moment is not None)


def _is_still_theirs(call: Call, shared: SharedClip) -> bool:
    return call.state is not CallState.DELETED and call.rep_id == shared.rep_id
