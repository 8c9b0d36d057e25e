"""What a digest says: each message that waited, as it stands now."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from coaching.attention import RATE_DAYS
from domain.agendas import iso_week
from domain.attention import UNUSED, DigestItem
from domain.calls import CallId
from domain.effects import EffectKind, EffectRecord
from domain.notices import Digest, DigestLine
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from jobs.letter import Composed, Letter, NotSent, NotYet, reachable
from jobs.look import Look
from jobs.services import Services
from jobs.zones import zone_of

Compose = Callable[[EffectRecord, Stores, Services], Composed]
DIGEST_KEY = "slack:digest"


def digest_key(person_id: PersonId, week: str) -> str:
    """The key of one person's digest of one ISO week."""
    return f"{DIGEST_KEY}:{person_id}:{week}"


def digest_letter(
    compose: Compose,
    payload: Mapping[str, str],
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> Composed:
    """The digest as of now; what was taken back meanwhile, or is no longer theirs, is left out.

    What cannot be told right now waits for the next digest, and this one with it if there is
    nothing else in it.
    """
    person = organisation.person(PersonId(payload["person_id"]))
    if refusal := reachable(person):
        return refusal
    assert person is not None  # noqa: S101 - reachable refused None
    items = tx.attention.told_in(digest_key(person.id, payload["week"]))
    letters = {item.key: _letter(item, compose, tx, services) for item in items}
    found = [line for i in items if (line := _line(i, letters[i.key], person, tx))]
    later = [one for one in letters.values() if isinstance(one, NotYet)]
    if not found and later:
        return later[0]
    if not found:
        return NotSent("nothing that waited is still true")
    digest = Digest(
        lines=tuple(line for line, _ in found), fell_back=_news(items, person, tx, services)
    )
    reps = {rep_id for _, each in found if each.look for rep_id in each.look.reps}
    seen = Look(
        actor=person.id, subject=f"digest:{payload['week']}", allowed=True, action="read_digest",
        reps=tuple(sorted(reps)),
    )  # fmt: skip
    moments = {moment for _, each in found for moment in each.shows}
    waits = tuple(key for key, one in letters.items() if isinstance(one, NotYet))
    return Letter(person, digest, seen, shows=tuple(sorted(moments)), waits=waits)


def _letter(item: DigestItem, compose: Compose, tx: Stores, services: Services) -> Composed | None:
    record = tx.outbox.get(item.key)
    return compose(record, tx, services) if record else None


def _line(
    item: DigestItem, letter: Composed | None, person: Person, tx: Stores
) -> tuple[DigestLine, Letter] | None:
    record = tx.outbox.get(item.key)
    if record is None or not isinstance(letter, Letter) or letter.to.id != person.id:
        return None
    about = record.effect.payload
    line = DigestLine(
        key=item.key,
        kind=item.kind,
        notice=letter.notice,
        call_id=CallId(about["call_id"]) if "call_id" in about else None,
        rep_id=PersonId(about["rep_id"]) if "rep_id" in about else None,
    )
    return line, letter


def _news(
    items: Sequence[DigestItem], person: Person, tx: Stores, services: Services
) -> tuple[EffectKind, ...]:
    """Kinds that fell back of which no digest of the last weeks has said so."""
    mine = {item.kind for item in items if item.because == UNUSED}
    today = services.now().astimezone(zone_of(person)).date()
    this = {item.digest for item in items}
    for weeks in range(RATE_DAYS // 7 + 1):
        key = digest_key(person.id, iso_week(today - timedelta(weeks=weeks)))
        if key not in this:
            mine -= {item.kind for item in tx.attention.told_in(key) if item.because == UNUSED}
    return tuple(kind for kind in EffectKind if kind in mine)
