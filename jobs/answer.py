"""A question is answered from stored figures, under the asker's rights of this moment."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from coaching.ask import AskData, answer, understand
from coaching.clips import best_moment, gap_moment
from coaching.visibility import may_see_text, visible_reps
from domain.clips import Clip
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from domain.questions import Answer, Query, QuestionKind
from domain.rubrics import SkillId
from jobs.look import Look
from jobs.plan_agendas import proficiencies_as_of
from jobs.scored_calls import scored_calls
from jobs.services import Services

MAX_REPS_WITH_CLIPS = 12
"""Rankings cite moments of at most this many reps; the figures are of all."""


def answer_asker(text: str, asker: Person, tx: Stores, services: Services) -> tuple[Answer, Look]:
    """Understand and answer one question; the caller keeps the look, then tells the answer.

    Nothing of a rep whom the asker may not see is read, so nothing of it can be said.
    """
    now = services.now()
    organisation = tx.people.organisation()
    reps = visible_reps(asker, organisation)
    today = now.astimezone(ZoneInfo(asker.time_zone)).date()
    query = understand(text, asker, reps, services.skills, today=today)
    about = [rep for rep in reps if query.rep_id in (None, rep.id)]
    understood = query.kind not in (QuestionKind.UNKNOWN, QuestionKind.HELP)
    data = AskData(
        asker=asker,
        organisation=organisation,
        skills=services.skills,
        proficiencies=[
            p
            for rep in (about if understood else [])
            for p in proficiencies_as_of(rep.id, now, tx, services)
        ],
        clips=_clips(query, about, asker, organisation, tx, services) if understood else {},
        as_of=now,
    )
    said = answer(query, data)
    subject = query.rep_id or query.kind.value
    shown = tuple(rep.id for rep in about) if understood else ()
    return said, Look(actor=asker.id, subject=subject, allowed=not said.refused, reps=shown)


def _clips(
    query: Query,
    about: Sequence[Person],
    asker: Person,
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> Mapping[tuple[PersonId, SkillId], tuple[Clip, ...]]:
    skills = [query.skill_id] if query.skill_id else list(services.skills)
    found: dict[tuple[PersonId, SkillId], tuple[Clip, ...]] = {}
    readable = [rep for rep in about if may_see_text(asker, rep, organisation)]
    for rep in readable[:MAX_REPS_WITH_CLIPS]:
        calls = scored_calls(rep.id, tx, services)
        for skill_id in skills:
            now = services.now()
            both = (
                gap_moment(skill_id, calls, as_of=now),
                best_moment(skill_id, calls, as_of=now),
            )
            if query.kind is QuestionKind.WHO_IS_STRONG:
                both = (both[1], both[0])
            found[rep.id, skill_id] = tuple(clip for clip in both if clip is not None)
    return found
