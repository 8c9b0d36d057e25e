"""What people do on their home: open it, snooze, and choose when they may be spoken to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coaching.attention import BUDGETED, snooze_end
from domain import said
from domain.actions import Choice, Field, Form
from domain.attention import Preferences, Wishes, wishes
from domain.effects import ASKED, EffectKind
from domain.people import Person, Role
from domain.phrases import LANGUAGES, Phrase, phrase
from domain.ports import Stores
from jobs.acting import NOT_YOURS, Acting, FormMaker, Handler
from jobs.attention import preferences_of
from jobs.home import ask_for_home
from jobs.look import Look
from jobs.services import Services
from jobs.zones import zone_of

PREFERENCES = "home.preferences"
YES, NO = "yes", "no"
CAPS = (3, 5, 8, 12, 20, 40)
_OF_REPS = (
    EffectKind.SLACK_CALL_SCORED,
    EffectKind.SLACK_TIER_CHANGE,
    EffectKind.SLACK_SHARED_AGENDA,
    EffectKind.SLACK_PRACTICE,
    EffectKind.SLACK_CLIP,
)
_OF_MANAGERS = (EffectKind.SLACK_TIER_CHANGE, EffectKind.SLACK_APPEAL, EffectKind.SLACK_CLIP)


_OF_REVOPS = (EffectKind.SLACK_CRM_REPORT,)


def kinds_for(role: Role) -> tuple[EffectKind, ...]:
    """The kinds of message that somebody in this role is sent unasked."""
    return {Role.REP: _OF_REPS, Role.MANAGER: _OF_MANAGERS}.get(role, _OF_REVOPS)


def kind_said(kind: EffectKind) -> Phrase:
    """``Tier changes``: a kind of message, as people call it."""
    return phrase(f"kind-{kind.value.replace('.', '-').replace('_', '-')}")


def _opened(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """Whose figures a home shows can see who looked, and when."""
    person, organisation = acting.person, acting.organisation
    ask_for_home(person, organisation, tx)
    if person.role is Role.MANAGER:
        reps = tuple(rep.id for rep in organisation.reps_of(person))
        subject = f"home:{person.id}"
        look = Look(actor=person.id, subject=subject, allowed=True, action="read_home", reps=reps)
        look.keep(tx, services, via="slack")
    return None


def _snooze(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    person, now = acting.person, services.now()
    chosen = preferences_of(person, tx, services)
    until = snooze_end(acting.about("until"), now, zone_of(person), chosen)
    own = tx.attention.preferences(person.id) or Wishes()
    tx.attention.put_preferences(person.id, replace(own, snoozed_until=until))
    ask_for_home(person, acting.organisation, tx)
    if until is None:
        return Phrase("home-snooze-ended")
    local = until.astimezone(zone_of(person))
    return phrase("home-snoozed", day=said.day(local), time=f"{local:%H:%M}")


def _form(acting: Acting, tx: Stores, services: Services) -> Form:
    return settings_form(acting.person, preferences_of(acting.person, tx, services))


def settings_form(person: Person, chosen: Preferences) -> Form:
    """When Reploop may write to a person, what comes in the digest, and their language."""
    return Form(
        name=PREFERENCES,
        title=Phrase("home-settings-title"),
        submit=Phrase("form-save"),
        said=(phrase("home-settings-about", zone=person.time_zone),),
        fields=(
            _hours("quiet_from", chosen.quiet_from),
            _hours("quiet_until", chosen.quiet_until),
            Field(
                name="weekend",
                label=Phrase("home-weekend-label"),
                choices=(_choice(YES, "home-weekend-quiet"), _choice(NO, "home-weekend-open")),
                chosen=(YES if chosen.quiet_weekend else NO,),
            ),
            _cap(chosen.weekly_cap),
            *_kinds(person, chosen),
            Field(
                name="language",
                label=Phrase("home-language-label"),
                choices=tuple(_choice(each, f"language-{each}") for each in LANGUAGES),
                chosen=(person.language if person.language in LANGUAGES else LANGUAGES[0],),
            ),
        ),
    )


def _choice(value: str, key: str) -> Choice:
    return Choice(value=value, label=Phrase(key))


def _hours(name: str, chosen: int) -> Field:
    choices = (Choice(value=str(h), label=phrase("plain", text=f"{h:02d}:00")) for h in range(24))
    label = Phrase(f"home-{name.replace('_', '-')}-label")
    return Field(name=name, label=label, choices=tuple(choices), chosen=(str(chosen),))


def _cap(chosen: int) -> Field:
    return Field(
        name="cap",
        label=Phrase("home-cap-label"),
        hint=Phrase("home-cap-hint"),
        choices=tuple(
            Choice(value=str(n), label=phrase("home-cap-choice", n=n))
            for n in sorted({*CAPS, chosen})
        ),
        chosen=(str(chosen),),
    )


def _kinds(person: Person, chosen: Preferences) -> Sequence[Field]:
    kinds = kinds_for(person.role)
    if not kinds:
        return ()
    return [
        Field(
            name="in_digest",
            label=Phrase("home-digest-label"),
            hint=Phrase("home-digest-hint"),
            choices=tuple(Choice(value=kind.value, label=kind_said(kind)) for kind in kinds),
            chosen=tuple(kind.value for kind in kinds if kind in chosen.in_digest),
            several=True,
            optional=True,
        )
    ]


def _save(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """What cannot be a choice of the form leaves that preference as it was."""
    person, action = acting.person, acting.action
    before = preferences_of(person, tx, services)
    kinds = kinds_for(person.role)
    wanted = tuple(kind for kind in kinds if kind.value in action.fields.get("in_digest", ()))
    kept = tuple(k for k in before.in_digest if k not in kinds)
    chosen = replace(
        before,
        quiet_from=_whole(action.field("quiet_from"), before.quiet_from, 0, 23),
        quiet_until=_whole(action.field("quiet_until"), before.quiet_until, 0, 23),
        quiet_weekend={YES: True, NO: False}.get(action.field("weekend"), before.quiet_weekend),
        weekly_cap=_whole(action.field("cap"), before.weekly_cap, 1, 500),
        in_digest=(*kept, *wanted),
        by_itself=tuple(kind for kind in before.by_itself if kind not in wanted),
    )
    tx.attention.put_preferences(person.id, wishes(chosen, services.thresholds.attention))
    if action.field("language") in LANGUAGES:
        person = replace(person, language=action.field("language"))
        tx.people.set_language(person.id, person.language)
    ask_for_home(person, acting.organisation, tx)
    return None


def _whole(text: str, otherwise: int, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 3:
        return otherwise
    return int(text) if least <= int(text) <= most else otherwise


def _keep(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """The person wants messages of this kind by themselves again, whatever they do with them."""
    kind = next((k for k in BUDGETED if k.value == acting.about("kind")), None)
    if kind is None:
        return NOT_YOURS
    person = acting.person
    before = preferences_of(person, tx, services)
    chosen = replace(
        before,
        by_itself=tuple(dict.fromkeys((*before.by_itself, kind))),
        in_digest=tuple(k for k in before.in_digest if k != kind),
    )
    tx.attention.put_preferences(person.id, wishes(chosen, services.thresholds.attention))
    return phrase("digest-kept", kind=kind_said(kind))


def _show(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    """Send one message of the digest by itself after all, with its own buttons."""
    del services
    item = tx.attention.item(acting.about("key"))
    record = tx.outbox.get(item.key) if item is not None else None
    if item is None or record is None or item.to != acting.person.id:
        return NOT_YOURS
    payload = {**record.effect.payload, ASKED: YES}
    tx.outbox.request(replace(record.effect, payload=payload))
    return None


HANDLERS: Mapping[str, Handler] = {
    "home.opened": _opened,
    **{f"home.snooze{choice}": _snooze for choice in ("", "_tomorrow", "_monday", "_two_weeks")},
    PREFERENCES: _save,
    "digest.keep": _keep,
    "digest.show": _show,
}
FORMS: Mapping[str, FormMaker] = {PREFERENCES: _form}
