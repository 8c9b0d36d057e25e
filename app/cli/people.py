"""``reploop people``: who is who, from a file that RevOps keeps."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.files import named_path
from app.cli.opening import prepared_services
from app.cli.output import Json, print_json, print_table, say
from app.people_csv import KNOWN, decoded_people, read_people

people = typer.Typer(help="Who is who: people and teams.", no_args_is_help=True)
EXAMPLE = """Example of a file:

  name,email,role,team,time_zone

  Mia Sand,mia@acme.com,manager,East,Europe/Berlin

  Ana Lee,ana@acme.com,rep,East,Europe/Berlin

Then:  reploop people import people.csv"""


@people.command("import", epilog=EXAMPLE)
def people_import(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            parser=named_path,
            help=f"A CSV file with the columns {', '.join(KNOWN)}.",
        ),
    ],
    as_json: Json = False,
) -> None:
    """Add or change people and teams from a CSV file; nobody is removed.

    Needed are name, email and role (rep, manager, revops or admin). The manager of a team is
    the line with role manager and that team. Somebody who left gets `no` under active. What
    the file has no column for stays as it is; an empty cell empties it.
    """
    text = decoded_people(file)
    services = prepared_services()
    with services.database.write() as tx:
        found, teams = read_people(text, file.name, tx.people.organisation())
        added, changed = tx.people.put(found, teams)
    if as_json:
        print_json({"added": added, "changed": changed, "teams": len(teams)})
        return
    say(f"{added} added, {changed} changed, {len(teams)} {'team' if len(teams) == 1 else 'teams'}.")
    for team in teams:
        if team.manager_id is None:
            say(f"note: team {team.name} has no manager, so nobody gets its agenda.")


@people.command("list", epilog="Example:  reploop people list")
def people_list(as_json: Json = False) -> None:
    """Show who is known."""
    with prepared_services().database.read() as tx:
        known = tx.people.organisation()
    if as_json:
        print_json(known)
    elif not known.people:
        say("Nobody yet. `reploop people import people.csv` adds people; --help shows the columns.")
    else:
        rows = [
            (p.id, p.name, p.role.value, p.team_id or "–", p.email, "yes" if p.active else "no")
            for p in known.people
        ]
        print_table("People", ("id", "name", "role", "team", "e-mail", "active"), rows)
