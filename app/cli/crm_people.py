"""``reploop crm people``: the CRM's users beside the people that Reploop knows."""

from typing import Annotated

import typer

from app.cli.opening import prepared_services
from app.cli.output import Json, print_json, print_table, say
from jobs.crm_people import people_beside


def crm_people(
    crm: Annotated[str, typer.Argument(metavar="CRM", help="As in `reploop crm changes`.")],
    as_json: Json = False,
) -> None:
    """Who owns deals in the CRM and is nobody here, and which reps the CRM does not know.

    People are matched by e-mail address. `reploop people import` adds who is missing.
    """
    found = people_beside(crm, prepared_services())
    if as_json:
        print_json(found)
        return
    rows = [
        *((u.name, u.email, "in the CRM only") for u in found.only_there),
        *((p.name, p.email, "rep without a user in the CRM") for p in found.only_here),
        *((p.name, p.email, "active here, their user has left") for _, p in found.left_there),
    ]
    if rows:
        print_table(f"People of {crm}", ("name", "e-mail", "what"), rows)
    say(f"{len(found.both)} people are in both.")
