"""Who is who on a call: our people, others who joined, and the labels they speak under."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.calls import Participant
from domain.people import Organisation, Person
from scoring.names import folded, names_nobody

# Addresses at these tell nothing about the company somebody works for.
_ANYBODYS_DOMAINS = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com",
    "yahoo.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody a label can mean: one of our people, a colleague, or an outsider."""

    names: frozenset[str]
    """Folded names and aliases, never empty."""
    person: Person | None
    """One of our people; ``None`` for outsiders and colleagues we know only by domain."""
    ours: bool
    present: bool
    """On the list of participants, or the host."""
    by_email: bool
    """Told by the address they joined with, not by name alone."""
    is_host: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a label means: one identity, or several it could be; neither for a stranger."""

    identity: Identity | None = None
    by_host: bool = False
    """Only being the host tells this identity from others."""
    could_be: tuple[Identity, ...] = ()


def identities_of(
    participants: Sequence[Participant], organisation: Organisation, host_email: str | None
) -> tuple[Identity, ...]:
    """Everybody a label could mean: participants first, then our people who are not listed.

    The same person joining twice is one identity, and so are two entries of one name
    without any address. An entry without an address that bears the name of one of our
    people is that person, unless the person is listed with their address as well: then
    somebody else may bear the name, and the two stay apart.
    """
    domains = _our_domains(organisation)
    by_email = [p for p in participants if p.email]
    listed = {(p.email or "").strip().casefold() for p in by_email}
    found: dict[tuple[str, str], Identity] = {}
    for participant in (*by_email, *(p for p in participants if not p.email)):
        person = _person_of(participant, organisation, listed)
        identity = _identity(participant, person, domains, host_email)
        if identity.names:
            address = (participant.email or "").strip().casefold()
            key = (person.id, "") if person else (address, min(identity.names))
            found.setdefault(key, identity)
    known = {i.person.id for i in found.values() if i.person}
    others = (
        Identity(_names(p), p, True, _is(p, host_email), False, _is(p, host_email))
        for p in organisation.people
        if p.id not in known and _names(p)
    )
    return (*found.values(), *others)


def match_labels(labels: Iterable[str], identities: Sequence[Identity]) -> Mapping[str, Match]:
    """Match every label to who it means; by full name first, then by a unique short form.

    A short form ("Ana", "Ana L.") never means somebody who already speaks under their full
    name, nor one of our people who is not on a known list of participants.
    """
    labels = list(labels)
    matches = {label: _full_match(label, identities) for label in labels}
    taken = {id(m.identity) for m in matches.values() if m.identity}
    list_known = any(i.present and not i.is_host for i in identities)
    for label in labels:
        if matches[label] == Match() and not names_nobody(label):
            short = [i for i in identities if any(_short_for(folded(label), n) for n in i.names)]
            short = [i for i in short if i.present or not list_known]
            free = [i for i in short if id(i) not in taken]
            matches[label] = _one_of(free) if free else Match(could_be=tuple(short))
    return matches


def _full_match(label: str, identities: Sequence[Identity]) -> Match:
    name = folded(label)
    same = [i for i in identities if name in i.names]
    return _one_of([i for i in same if i.present] or same)


def _one_of(candidates: Sequence[Identity]) -> Match:
    if len(candidates) == 1:
        return Match(candidates[0])
    hosts = [i for i in candidates if i.is_host]
    if len(hosts) == 1 and not any(i.present for i in candidates if not i.is_host):
        return Match(hosts[0], by_host=True)
    return Match(could_be=tuple(candidates))


def _short_for(label: str, name: str) -> bool:
    """Whether ``label`` is the first name, alone or with the start of a further name."""
    said, full = label.split(), name.split()
    if not said or len(said) > len(full) or said == full or said[0] != full[0]:
        return False
    return all(whole.startswith(part) for part, whole in zip(said, full, strict=False))


def _person_of(
    participant: Participant, organisation: Organisation, listed: set[str]
) -> Person | None:
    if participant.email:
        return organisation.by_email(participant.email)
    name = folded(participant.name)
    same = [p for p in organisation.people if name in _names(p)]
    return same[0] if len(same) == 1 and same[0].email.casefold() not in listed else None


def _identity(
    participant: Participant, person: Person | None, domains: frozenset[str], host: str | None
) -> Identity:
    email = (participant.email or "").strip().casefold()
    names = frozenset({folded(participant.name)} - {""}) | (_names(person) if person else set())
    ours = person is not None or email.rpartition("@")[2] in domains
    is_host = participant.is_host or (email != "" and email == (host or "").strip().casefold())
    return Identity(names, person, ours, True, bool(email) and ours, is_host)


def _our_domains(organisation: Organisation) -> frozenset[str]:
    domains = {p.email.casefold().rpartition("@")[2] for p in organisation.people}
    return frozenset(domains - _ANYBODYS_DOMAINS - {""})


def _names(person: Person) -> frozenset[str]:
    return frozenset({folded(n) for n in (person.name, *person.aliases)} - {""})


def _is(person: Person, email: str | None) -> bool:
    return email is not None and person.email.casefold() == email.strip().casefold()
