"""Whose words are whose: which speaker is the rep to be evaluated, and who the buyers are.

Nothing is attributed by guess. Speech of our own people other than the evaluated rep (a
second rep, a manager, a solutions engineer) stays ``Side.UNKNOWN``: it is evidence neither
for the rep nor for what the buyer said. So does speech without a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.calls import NotScorable, Participant, RepReason, Side, Transcript
from domain.people import Organisation, Person, PersonId, Role
from scoring.identities import Identity, Match, identities_of, match_labels
from scoring.names import folded, names_nobody


@dataclass(frozen=True, slots=True)
class Sided:
    """A transcript with sides, the rep and why they are it, or why it cannot be scored.

    ``rep_speakers`` are the labels the rep speaks under. ``rep_id`` can be known where
    attribution is not (the host of a call without speaker names), so that the call is
    shown to the right people; it is ``None`` for a given rep who is not in our people.
    """

    transcript: Transcript
    participants: tuple[Participant, ...]
    rep_id: PersonId | None
    rep_reason: RepReason | None
    rep_speakers: tuple[str, ...]
    not_scorable: NotScorable | None


@dataclass(frozen=True, slots=True)
class _Rep:
    """Who is evaluated, and under which labels they speak."""

    person: Person | None
    reason: RepReason
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything the decisions look at."""

    transcript: Transcript
    participants: tuple[Participant, ...]
    identities: tuple[Identity, ...]
    matches: Mapping[str, Match]
    host: Person | None

    @property
    def named(self) -> tuple[str, ...]:
        """Labels that name somebody."""
        return tuple(label for label in self.matches if not names_nobody(label))


def assign_sides(
    transcript: Transcript,
    participants: Sequence[Participant],
    organisation: Organisation,
    *,
    host_email: str | None,
    given_rep: str | None = None,
) -> Sided:
    """Find the rep of the call and mark every turn with its side.

    Args:
        transcript: as read, sides ignored.
        participants: who joined, as the provider says; may be empty or incomplete.
        organisation: our people; may be empty when ``given_rep`` is set.
        host_email: of the host, where the provider says it.
        given_rep: a speaker label, or the name or e-mail address of one of our people,
            named by the person who imports the file; overrides every other finding.

    Returns:
        ``Sided``. Our people are told by e-mail address through the participants, else by
        name or alias, else by being the only one left who can be the host. Of several of
        our reps the host is evaluated, else the one who says most.
    """
    scene = _scene(transcript, tuple(participants), organisation, host_email)
    if given_rep is not None:
        rep = _given(given_rep, scene, organisation)
        why = None if rep else _no_label(scene)
    else:
        rep = _find_rep(scene)
        why = _why_not(scene, rep)
    return _sided(scene, rep) if rep is not None and why is None else _unsided(scene, why)


def _why_not(scene: _Scene, rep: _Rep | None) -> NotScorable | None:
    if not scene.named:
        return _no_label(scene)
    if _internal(scene):
        return NotScorable.INTERNAL_ONLY
    if rep is not None:
        return NotScorable.AMBIGUOUS_SPEAKERS if _shared_name(scene, rep) else None
    unclear = any(_may_be_rep(i) for m in scene.matches.values() for i in m.could_be)
    return NotScorable.AMBIGUOUS_SPEAKERS if unclear else NotScorable.NO_REP


def _scene(
    transcript: Transcript,
    participants: tuple[Participant, ...],
    organisation: Organisation,
    host_email: str | None,
) -> _Scene:
    hosts = [p.email for p in participants if p.is_host and p.email]
    host_email = host_email or (hosts[0] if hosts else None)
    identities = identities_of(participants, organisation, host_email)
    matches = match_labels(transcript.speakers, identities)
    host = organisation.by_email(host_email) if host_email else None
    return _Scene(transcript, participants, identities, matches, host)


def _given(given: str, scene: _Scene, organisation: Organisation) -> _Rep | None:
    wanted = folded(given)
    person = organisation.by_email(given)
    exact = [label for label in scene.matches if label == given.strip()]
    labels = exact or [label for label in scene.matches if wanted and folded(label) == wanted]
    if not labels:
        named = (m.identity for m in scene.matches.values())
        people = {i.person for i in named if i and i.person and wanted in i.names}
        person = person or (people.pop() if len(people) == 1 else None)
        labels = _labels_of(person, scene) if person else []
    if not labels:
        return None
    identity = scene.matches[labels[0]].identity
    person = person or (identity.person if identity else None)
    return _Rep(person, RepReason.GIVEN, frozenset(labels))


def _no_label(scene: _Scene) -> NotScorable | None:
    if not scene.transcript.turns:
        return None
    return NotScorable.NO_REP if scene.named else NotScorable.NO_SPEAKERS


def _find_rep(scene: _Scene) -> _Rep | None:
    """The host if a rep who speaks, else the rep with most words, else by elimination."""
    words: dict[PersonId, int] = {}
    people: dict[PersonId, Person] = {}
    for turn in scene.transcript.turns:
        match = scene.matches.get(turn.speaker)
        person = match.identity.person if match and match.identity else None
        if person is not None and person.role is Role.REP:
            words[person.id] = words.get(person.id, 0) + turn.words
            people[person.id] = person
    if not people:
        return _host_by_elimination(scene)
    host_id = scene.host.id if scene.host else None
    chosen = people[host_id if host_id in people else max(words, key=lambda i: words[i])]
    labels = _labels_of(chosen, scene)
    return _Rep(chosen, _reason(scene.matches[labels[0]]), frozenset(labels))


def _reason(match: Match) -> RepReason:
    if match.by_host:
        return RepReason.HOST
    by_email = match.identity is not None and match.identity.by_email
    return RepReason.EMAIL if by_email else RepReason.NAME


def _host_by_elimination(scene: _Scene) -> _Rep | None:
    """The host speaks under an unknown label, when all others on the list are accounted for."""
    if scene.host is None or scene.host.role is not Role.REP or not scene.participants:
        return None
    strangers = [label for label in scene.named if scene.matches[label] == Match()]
    speaking = {id(m.identity) for m in scene.matches.values() if m.identity}
    silent = [i for i in scene.identities if i.present and id(i) not in speaking]
    if len(strangers) == 1 and len(silent) == 1 and silent[0].person == scene.host:
        return _Rep(scene.host, RepReason.HOST, frozenset(strangers))
    return None


def _labels_of(person: Person, scene: _Scene) -> list[str]:
    return [
        label for label, m in scene.matches.items() if m.identity and m.identity.person == person
    ]


def _may_be_rep(identity: Identity) -> bool:
    return identity.person is not None and identity.person.role is Role.REP


def _shared_name(scene: _Scene, rep: _Rep) -> bool:
    """Whether some label may mean the rep or somebody who speaks as well."""
    return any(
        identity.person == rep.person and rep.person is not None and len(match.could_be) > 1
        for match in scene.matches.values()
        for identity in match.could_be
    )


def _internal(scene: _Scene) -> bool:
    """Whether at least two of our people, and nobody else, were on the call."""
    matched = [m.identity for m in scene.matches.values() if m.identity]
    present = [i for i in scene.identities if i.present] if scene.participants else []
    unnamed = any(m.identity is None for m in scene.matches.values())
    unlabelled = any(names_nobody(t.speaker) for t in scene.transcript.turns)
    if unnamed or (unlabelled and not scene.participants):
        return False
    everybody = {id(i): i for i in (*matched, *present)}.values()
    return len(everybody) > 1 and all(i.ours for i in everybody)


def _side(label: str, scene: _Scene, rep: _Rep) -> Side:
    if label in rep.labels:
        return Side.REP
    match = scene.matches.get(label)
    if match is None or names_nobody(label):
        return Side.UNKNOWN
    known = (match.identity,) if match.identity else match.could_be
    return Side.UNKNOWN if any(i.ours for i in known) else Side.BUYER


def _sided(scene: _Scene, rep: _Rep) -> Sided:
    sides = {label: _side(label, scene, rep) for label in ("", *scene.matches)}
    turns = tuple(replace(t, side=sides[t.speaker]) for t in scene.transcript.turns)
    speakers = tuple(s for s in scene.transcript.speakers if s in rep.labels)
    return Sided(
        replace(scene.transcript, turns=turns),
        _joined(scene, rep.person),
        rep.person.id if rep.person else None,
        rep.reason,
        speakers,
        None,
    )


def _unsided(scene: _Scene, why: NotScorable | None) -> Sided:
    """Kept without attribution; it still belongs to the host if that is a rep of ours."""
    host = scene.host if scene.host and scene.host.role is Role.REP else None
    turns = tuple(replace(t, side=Side.UNKNOWN) for t in scene.transcript.turns)
    return Sided(
        replace(scene.transcript, turns=turns),
        _joined(scene, host),
        host.id if host else None,
        RepReason.HOST if host else None,
        (),
        why,
    )


def _joined(scene: _Scene, rep: Person | None) -> tuple[Participant, ...]:
    """The participants with who they are to us."""
    return tuple(_placed(p, scene.identities, rep) for p in scene.participants)


def _placed(
    participant: Participant, identities: Sequence[Identity], rep: Person | None
) -> Participant:
    name = folded(participant.name)
    same = [i for i in identities if i.present and name in i.names]
    if len(same) != 1:
        return replace(participant, side=Side.UNKNOWN, person_id=None)
    person = same[0].person
    if person is not None and person == rep:
        return replace(participant, side=Side.REP, person_id=person.id)
    side = Side.UNKNOWN if same[0].ours else Side.BUYER
    return replace(participant, side=side, person_id=person.id if person else None)
