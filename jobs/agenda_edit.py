"""The form in which a manager changes a draft: other skills, a note, clips to hide."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coaching.agenda import RepWeek, focus_skill
from coaching.clips import moment_key
from coaching.focus import chosen_by_hand
from domain import said, wording
from domain.actions import Choice, Field, Form
from domain.agendas import FocusSkill
from domain.clips import Clip
from domain.phrases import Phrase, phrase
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import Proficiency
from jobs.acting import Acting
from jobs.agenda_part import Outcome, Part, clip_value, moment_of, part_of
from jobs.plan_agendas import rep_week
from jobs.services import Services

FOCUS_FIELDS = ("first", "second", "third")
NONE = "-"
NOTE_CHARS = 600
MAX_CLIPS = 10


def edit_form(acting: Acting, tx: Stores, services: Services) -> Form | None:
    """What can be changed in one rep's part; ``None`` if it is not this manager's."""
    part = part_of(acting, tx)
    if part is None:
        return None
    skills = _skills(part, tx, services)
    fields = [_focus_field(i, name, part, skills) for i, name in enumerate(FOCUS_FIELDS)]
    if _listed(part):
        fields.append(_clips_field(part))
    return Form(
        name="agenda.edited",
        title=Phrase("edit-title"),
        submit=Phrase("form-save"),
        fields=(*fields, _note_field(part)),
        value={"week": part.edits.week, "rep": part.rep.rep_id},
        said=(phrase("edit-about", rep=part.rep.rep_name),),
    )


def _skills(part: Part, tx: Stores, services: Services) -> Mapping[SkillId, Phrase]:
    """Every skill with enough calls to be worked on, lowest first, with its figure."""
    known = tx.profiles.of_reps([part.rep.rep_id])
    found = [p for p in known if wording.enough(p) and p.skill_id in services.skills]
    return {p.skill_id: _skill_label(p, services) for p in sorted(found, key=lambda p: p.level)}


def _skill_label(p: Proficiency, services: Services) -> Phrase:
    skill = services.skills[p.skill_id].name
    return phrase("edit-skill", skill=skill, figure=said.sure(p.level, p.standard_error))


def _focus_field(place: int, name: str, part: Part, skills: Mapping[SkillId, Phrase]) -> Field:
    focus = part.every_focus
    return Field(
        name=name,
        label=Phrase(f"edit-{name}"),
        choices=(
            Choice(value=NONE, label=Phrase("edit-none")),
            *(Choice(value=skill, label=label) for skill, label in skills.items()),
        ),
        chosen=(focus[place].skill_id if place < len(focus) else NONE,),
        optional=True,
    )


def _clips_field(part: Part) -> Field:
    """Clips, also those of last week's commitment; hidden ones are ticked."""
    hidden, clips = set(part.edits.hidden), _listed(part)
    return Field(
        name="hidden",
        label=Phrase("edit-hide"),
        choices=tuple(
            Choice(value=clip_value(c), label=phrase("edit-clip", quote=c.quote)) for c in clips
        ),
        chosen=tuple(clip_value(clip) for clip in clips if moment_key(clip) in hidden),
        several=True,
        optional=True,
    )


def _listed(part: Part) -> Sequence[Clip]:
    """What can be left out or taken back in; what was called wrong stays out."""
    wrong = set(part.edits.wrong)
    clips = {moment_key(c): c for c in reversed(part.every_clip) if moment_key(c) not in wrong}
    return list(reversed(clips.values()))[:MAX_CLIPS]


def _note_field(part: Part) -> Field:
    return Field(
        name="note",
        label=Phrase("edit-note"),
        hint=Phrase("edit-note-hint"),
        chosen=(part.edits.note,) if part.edits.note else (),
        long=True,
        optional=True,
        max_chars=NOTE_CHARS,
    )


def keep_edits(part: Part, acting: Acting, tx: Stores, services: Services) -> Outcome:
    """What the form was sent with: as it was planned where nothing else was wanted."""
    given = acting.action
    wanted = dict.fromkeys(SkillId(given.field(name)) for name in FOCUS_FIELDS)
    skills = [skill for skill in wanted if skill and skill != NONE]
    moments = (moment_of(value) for value in given.fields.get("hidden", ()))
    hidden = [moment for moment in moments if moment is not None]
    # What the form did not list was hidden before it had room for it, or called wrong.
    listed = {moment_key(clip) for clip in _listed(part)}
    kept = [moment for moment in part.edits.hidden if moment not in listed]
    focus = _focus(skills, part, acting, tx, services)
    return replace(
        part.edits,
        focus=None if focus == part.planned.focus else focus,
        note=given.field("note").strip()[:NOTE_CHARS],
        hidden=tuple(dict.fromkeys((*kept, *hidden))),
    ), Phrase("agenda-saved")


def _focus(
    skills: Sequence[SkillId], part: Part, acting: Acting, tx: Stores, services: Services
) -> tuple[FocusSkill, ...]:
    """The wanted skills in their order; one that is in the plan keeps its reason and clips."""
    planned = {focus.skill_id: focus for focus in (*part.planned.focus, *part.every_focus)}
    if all(skill in planned for skill in skills):
        return tuple(planned[skill] for skill in skills)
    rep = acting.organisation.person(part.rep.rep_id)
    assert rep is not None  # noqa: S101 - the part is of somebody on the team
    week = rep_week(rep, services.now(), tx, services)
    made: list[FocusSkill] = []
    for skill in skills:
        found = planned.get(skill) or _by_hand(skill, week, part, made, services)
        made += [found] if found else []
    return tuple(made)


def _by_hand(
    skill_id: SkillId, week: RepWeek, part: Part, before: Sequence[FocusSkill], services: Services
) -> FocusSkill | None:
    known = next((p for p in week.now if p.skill_id == skill_id and wording.enough(p)), None)
    if known is None or skill_id not in services.skills:
        return None
    choice = chosen_by_hand(known, part.agenda.monday)
    used: list[Clip] = [clip for focus in before for clip in focus.clips]
    return focus_skill(choice, week, services.skills, as_of=services.now(), used=used)
