"""People and teams from a CSV file that RevOps keeps: one line a person.

Columns (any order; the first three are needed): ``name``, ``email``, ``role`` (rep, manager,
revops or admin), ``team``, ``time_zone`` (IANA name), ``slack_user_id``, ``aliases`` (other
names in transcripts, separated by ``;``), ``active`` (yes or no), ``language`` (of messages: en
or de). The manager of a team is the line with role manager and that team. Of somebody known,
what the file has no column for stays as it is; an empty cell empties it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from domain.errors import ConfigurationError
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.phrases import LANGUAGES

NEEDED = ("name", "email", "role")
KNOWN = (*NEEDED, "team", "time_zone", "slack_user_id", "aliases", "active", "language")
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
YES, NO = ("", "yes", "true", "1"), ("no", "false", "0")
MAX_BYTES = 5 * 1024 * 1024
MAX_CELL = 300


@dataclass(frozen=True, slots=True)
class _Line:
    where: str
    cells: Mapping[str, str]

    def refuse(self, problem: str, remedy: str) -> ConfigurationError:
        return ConfigurationError(self.where, problem, remedy)


def decoded_people(file: Path) -> str:
    """The text of a people file: UTF-8, with or without a mark, as spreadsheets save it.

    Raises:
        ConfigurationError: it cannot be read, is too large, or is not such text.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ConfigurationError(str(file), "larger than 5 MiB", "Split it into two files")
        text = data.decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or "it cannot be read"
        remedy = "Give the path of a CSV file"
        raise ConfigurationError(str(file), f"{why[:1].lower()}{why[1:]}", remedy) from error
    except UnicodeDecodeError:
        raise _not_csv(file) from None
    if "\0" in text:
        raise _not_csv(file)
    return text


def _not_csv(file: Path) -> ConfigurationError:
    return ConfigurationError(str(file), "it is not text in UTF-8", "Save it as “CSV UTF-8”")


def read_people(
    text: str, file_name: str, known: Organisation
) -> tuple[tuple[Person, ...], tuple[Team, ...]]:
    """The people and teams of the file; ids of known people are kept by e-mail address.

    Raises:
        ConfigurationError: names the file, the line, what is wrong and the remedy.
    """
    people: dict[str, Person] = {}
    teams: dict[TeamId, Team] = {}
    ids = {p.id for p in known.people}
    for line in _lines(text, file_name):
        person, team_name = _person(line, known, ids)
        if person.email.casefold() in people:
            raise line.refuse(f"{person.email} is there twice", "Keep one line a person")
        people[person.email.casefold()] = person
        ids.add(person.id)
        if person.team_id is not None:
            teams[person.team_id] = _team(person, team_name, teams.get(person.team_id), line)
    present = {p.id for p in people.values()}
    return tuple(people.values()), tuple(_kept(team, known, present) for team in teams.values())


def _kept(team: Team, known: Organisation, present: set[PersonId]) -> Team:
    """A file that does not mention the team's manager does not take the team from them."""
    before = next((t for t in known.teams if t.id == team.id), None)
    if team.manager_id is not None or before is None or before.manager_id in present:
        return team
    return Team(team.id, team.name, before.manager_id)


def _lines(text: str, file_name: str) -> Iterator[_Line]:
    header: list[str] | None = None
    for number, row in _rows(text.removeprefix("\ufeff"), file_name):
        if not any(row):
            continue
        where = f"{file_name}:{number}"
        if header is None:
            header = _header(row, where)
            continue
        if len(row) > len(header):
            raise ConfigurationError(
                where, "more cells than columns", "Put text that holds a comma in quotes"
            )
        yield _Line(where, dict(zip(header, row, strict=False)))
    if header is None:
        raise ConfigurationError(file_name, "the file is empty", _columns())


def _rows(text: str, file_name: str) -> Iterator[tuple[int, list[str]]]:
    """Lines with their numbers; cells in single spaces, as calls show names."""
    first = text.lstrip().partition("\n")[0]
    separator = next((s for s in ",;\t" if s in first), ",")  # spreadsheets differ by country
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, [_cell(cell) for cell in row]
    except csv.Error as error:
        where = f"{file_name}:{reader.line_num}"
        remedy = "Save it as CSV: one line a person, text with commas in quotes"
        raise ConfigurationError(where, f"not CSV ({error})", remedy) from None


def _cell(text: str) -> str:
    if len(text) > MAX_CELL:
        raise csv.Error(f"a cell with more than {MAX_CELL} characters")
    return " ".join(text.split())


def _header(row: list[str], where: str) -> list[str]:
    header = [cell.strip().casefold().replace(" ", "_") for cell in row]
    for name in NEEDED:
        if name not in header:
            raise ConfigurationError(where, f"there is no column {name}", _columns())
    for name in header:
        if name not in KNOWN:
            raise ConfigurationError(where, f"unknown column {name!r}", _columns())
    return header


def _columns() -> str:
    return f"The first line names the columns: {', '.join(KNOWN)}"


def _person(line: _Line, known: Organisation, ids: set[PersonId]) -> tuple[Person, str]:
    name, email = line.cells.get("name", ""), line.cells.get("email", "")
    if not name:
        raise line.refuse("the name is empty", "Write the name as calls show it")
    if not EMAIL.fullmatch(email):
        raise line.refuse(f"{email!r} is not an e-mail address", "Write it like ana@acme.com")
    before = known.by_email(email)
    role = _role(line)
    kept = before or Person(id=_new_id(email, ids), name=name, email=email, role=role)
    team_id, team = _team_of(kept, line, known)
    person = Person(
        id=kept.id,
        name=name,
        email=email,
        role=role,
        team_id=team_id,
        time_zone=_time_zone(line, kept.time_zone),
        slack_user_id=line.cells.get("slack_user_id", kept.slack_user_id) or None,
        aliases=_aliases(line, kept.aliases),
        active=_active(line, kept.active),
        language=_language(line, kept.language),
    )
    return person, team


def _team_of(kept: Person, line: _Line, known: Organisation) -> tuple[TeamId | None, str]:
    """Id and name of the team; without such a column, of the team the person is in."""
    if (given := line.cells.get("team")) is not None:
        return (TeamId(_slug(given)), given) if given else (None, "")
    names = {team.id: team.name for team in known.teams}
    return kept.team_id, names.get(kept.team_id, kept.team_id) if kept.team_id else ""


def _time_zone(line: _Line, kept: str) -> str:
    if (given := line.cells.get("time_zone")) is None:
        return kept
    if (zone := given or "UTC") not in available_timezones():
        raise line.refuse(f"unknown time zone {zone!r}", "Use a name like Europe/Berlin")
    return zone


def _aliases(line: _Line, kept: tuple[str, ...]) -> tuple[str, ...]:
    if (given := line.cells.get("aliases")) is None:
        return kept
    return tuple(a.strip() for a in given.split(";") if a.strip())


def _role(line: _Line) -> Role:
    given = line.cells.get("role", "").casefold()
    try:
        return Role(given)
    except ValueError:
        raise line.refuse(
            f"unknown role {given!r}", f"Use one of {', '.join(r.value for r in Role)}"
        ) from None


def _active(line: _Line, kept: bool) -> bool:
    if (cell := line.cells.get("active")) is None:
        return kept
    if (given := cell.casefold()) not in (*YES, *NO):
        raise line.refuse(f"active is {given!r}", "Write yes or no")
    return given in YES


def _language(line: _Line, kept: str) -> str:
    if (cell := line.cells.get("language")) is None:
        return kept
    if (given := cell.casefold() or LANGUAGES[0]) not in LANGUAGES:
        raise line.refuse(
            f"there are no words in language {given!r}", f"Use one of {', '.join(LANGUAGES)}"
        )
    return given


def _team(person: Person, name: str, before: Team | None, line: _Line) -> Team:
    manager = before.manager_id if before else None
    if person.role is Role.MANAGER:
        if manager is not None:
            raise line.refuse(f"team {name!r} has two managers", "Keep one manager a team")
        manager = person.id
    assert person.team_id is not None  # noqa: S101 - the caller asks only for people of a team
    return Team(person.team_id, name, manager)


def _new_id(email: str, taken: set[PersonId]) -> PersonId:
    short = PersonId(_slug(email.partition("@")[0]))
    return short if short and short not in taken else PersonId(_slug(email))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
