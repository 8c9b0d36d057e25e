"""What is asked of a manager about a shared moment, and of whoever searches the library."""

from collections.abc import Mapping

from coaching import library
from domain.actions import Choice, Field, Form
from domain.clips import Clip
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from jobs.acting import Acting, FormMaker
from jobs.library_rights import offered_to, to_ask_for
from jobs.services import Services


def _ask_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    found = to_ask_for(acting, tx, services)
    rep = acting.organisation.person(found.rep_id) if found else None
    if found is None or rep is None:
        return None
    about = {name: acting.about(name) for name in ("call", "turn", "criterion")}
    return Form(
        name="clip.ask",
        title=Phrase("clips-ask-title"),
        submit=Phrase("clips-ask-submit"),
        said=(_quote(found.clip), phrase("clips-ask-said", rep=rep.name)),
        fields=(_title_field("", optional=True),),
        value=about,
    )


def _choose_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    del services
    known = offered_to(acting, tx)
    if known is None:
        return None
    return Form(
        name="clip.choose",
        title=Phrase("clips-choose-title"),
        submit=Phrase("clips-choose-submit"),
        said=(_quote(known.clip), Phrase("clips-choose-said")),
        fields=(_title_field(known.title),),
        value={"clip": known.id},
    )


def _find_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    del tx
    if not library.libraries_of(acting.person, acting.organisation):
        return None
    skills = tuple(
        Choice(value=skill.id, label=phrase("plain", text=skill.name))
        for skill in services.skills.values()
    )
    return Form(
        name="clip.find",
        title=Phrase("clips-find-title"),
        submit=Phrase("clips-find-submit"),
        fields=(
            Field(name="text", label=Phrase("clips-find-text"), optional=True, max_chars=80),
            Field(name="skill", label=Phrase("clips-find-skill"), choices=skills, optional=True),
        ),
    )


def _quote(clip: Clip) -> Phrase:
    return phrase("clips-quote", quote=clip.quote, title=clip.call_title)


def _title_field(written: str, *, optional: bool = False) -> Field:
    return Field(
        name="title",
        label=Phrase("clips-title-label"),
        hint=Phrase("clips-title-hint"),
        chosen=(written,) if written else (),
        optional=optional,
        max_chars=library.MAX_TITLE_CHARS,
    )


FORMS: Mapping[str, FormMaker] = {
    "clip.ask": _ask_form,
    "clip.choose": _choose_form,
    "clip.find": _find_form,
}
