"""Asking for somebody's home to be published: only of those who have opened it."""

from hashlib import sha256

from coaching.visibility import visible_reps
from domain.effects import Effect, EffectKind
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from jobs.services import Services

STRANGER = "stranger"


def home_key(person_id: PersonId) -> str:
    """The key of a person's home: one for ever."""
    return f"slack:home:{person_id}"


def home_changed(person_id: PersonId, tx: Stores) -> None:
    """What a home shows has changed; nothing happens for a person who never opened theirs."""
    known = tx.outbox.get(home_key(person_id))
    if known is not None:
        tx.outbox.request(known.effect)


def ask_for_home(person: Person, organisation: Organisation, tx: Stores) -> None:
    """Publish a person's home, and note the rights that it is published under."""
    payload = {"person_id": person.id, "rights": rights_of(person, organisation)}
    key = home_key(person.id)
    tx.outbox.request(Effect(kind=EffectKind.SLACK_HOME, key=key, payload=payload))


def ask_for_strangers_home(slack_user_id: str, tx: Stores) -> None:
    """Publish what is said to somebody whom Reploop does not know."""
    key = home_key(PersonId(f"{STRANGER}:{slack_user_id}"))
    payload = {STRANGER: slack_user_id}
    tx.outbox.request(Effect(kind=EffectKind.SLACK_HOME, key=key, payload=payload))


def rights_of(person: Person, organisation: Organisation) -> str:
    """What somebody may see and how they are spoken to, as one short text to compare."""
    seen = (f"{rep.id}={rep.name}" for rep in visible_reps(person, organisation))
    facts = (person.role.value, str(person.active), person.language, *seen)
    return sha256("\n".join(facts).encode()).hexdigest()[:16]


def refresh_homes(services: Services) -> int:
    """Publish anew every home whose owner may see other things now than when it was published.

    A round of the clock: who stopped managing a team has their home without it within a
    minute, whether they open it or not. Returns how many homes were asked for.
    """
    if services.messenger is None:
        return 0
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        under = tx.attention.homes([home_key(p.id) for p in organisation.people])
    stale = [
        person
        for person in organisation.people
        if (then := under.get(home_key(person.id))) is not None
        and then != rights_of(person, organisation)
    ]
    if stale:
        with services.database.write() as tx:
            for person in stale:
                ask_for_home(person, organisation, tx)
        services.queue.ring(EffectKind.SLACK_HOME.queue)
    return len(stale)
