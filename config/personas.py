"""The buyers to practise on: ``personas/*.yaml`` into ``Persona``s."""

import re
from collections.abc import Collection
from pathlib import Path

from config.documents import Place, read_document, shown_name
from domain.calls import CallType
from domain.errors import ConfigurationError
from domain.phrases import LANGUAGES
from domain.practice import Mood, Persona
from domain.rubrics import SkillId

MIN_FACTS, MAX_FACTS = 3, 20
MAX_OBJECTIONS = 6
MAX_LINE_CHARS = 300
MAX_NAME_CHARS = 60
SHIPPED = Path(__file__).parent / "personas"
_FILE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_REQUIRED = (
    "name", "industry", "role", "mood", "call_type", "skills", "opening", "goal", "facts",
    "objections",
)  # fmt: skip


def load_personas(folder: Path, skill_ids: Collection[SkillId]) -> dict[str, Persona]:
    """Every buyer of a folder by id, in order of their names; those that ship if it is missing.

    Raises ``ConfigurationError`` with file and line for anything malformed, and for a folder
    without any buyer.
    """
    files = sorted((folder if folder.is_dir() else SHIPPED).glob("*.yaml"))
    if not files:
        raise ConfigurationError(shown_name(folder), "no buyer to practise on", "Add a <name>.yaml")
    found = [read_persona(file, skill_ids) for file in files]
    return {persona.id: persona for persona in sorted(found, key=lambda p: (p.name, p.id))}


def read_persona(path: Path, skill_ids: Collection[SkillId]) -> Persona:
    """Read one buyer; the file's name is the id.

    Raises ``ConfigurationError`` with file and line: a bad file name, unknown or missing keys,
    an unknown skill, mood, call type or language, too few facts, or a line that is too long.
    """
    document = read_document(path)
    if not _FILE.fullmatch(path.stem):
        raise document.fail(
            f"{path.name!r} is not a buyer's file name", "Use small letters, digits and _"
        )
    keys = document.mapping(_REQUIRED, ["language"])
    return Persona(
        id=path.stem,
        name=_short(keys["name"], MAX_NAME_CHARS),
        industry=_short(keys["industry"], MAX_NAME_CHARS),
        role=_short(keys["role"], MAX_NAME_CHARS),
        mood=Mood(keys["mood"].one_of([mood.value for mood in Mood])),
        opening=_short(keys["opening"], MAX_LINE_CHARS),
        goal=_short(keys["goal"], MAX_LINE_CHARS),
        call_type=CallType(keys["call_type"].one_of([kind.value for kind in CallType])),
        skills=_skills(keys["skills"], skill_ids),
        facts=_facts(keys["facts"]),
        objections=_objections(keys["objections"]),
        language=keys["language"].one_of(LANGUAGES) if "language" in keys else LANGUAGES[0],
    )


def _skills(place: Place, skill_ids: Collection[SkillId]) -> tuple[SkillId, ...]:
    found = tuple(SkillId(item.one_of(skill_ids)) for item in place.items())
    if not found:
        raise place.fail("this buyer is good for no skill", "List at least one skill")
    if len(set(found)) != len(found):
        raise place.fail("a skill stands here twice", "Keep one of the two")
    return found


def _facts(place: Place) -> tuple[tuple[str, str], ...]:
    entries = place.entries()
    if not MIN_FACTS <= len(entries) <= MAX_FACTS:
        raise place.fail(f"{len(entries)} facts", f"Write {MIN_FACTS} to {MAX_FACTS}")
    for words, (key, _) in entries.items():
        if not all(word.strip() for word in words.split(",")):
            raise key.fail("an empty topic word", "Write words with one comma between them")
    return tuple((words, _short(value, MAX_LINE_CHARS)) for words, (_, value) in entries.items())


def _objections(place: Place) -> tuple[str, ...]:
    found = tuple(_short(item, MAX_LINE_CHARS) for item in place.items())
    if not 1 <= len(found) <= MAX_OBJECTIONS:
        raise place.fail(f"{len(found)} objections", f"Write 1 to {MAX_OBJECTIONS}")
    if len(set(found)) != len(found):
        raise place.fail("an objection stands here twice", "Keep one of the two")
    return found


def _short(place: Place, limit: int) -> str:
    said = place.text()
    if len(said) > limit:
        raise place.fail(f"text of {len(said)} characters", f"Shorten it to {limit} at most")
    return said
