"""``reploop crm package``: what provisioning would create, as files to be reviewed and deployed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import FAILED, say
from config.crm_fields import load_crm_mapping
from config.elements import load_elements
from config.settings import load_settings
from domain.crm import CrmField
from jobs.crm_sources import sources_with
from scoring.facts.builtin import READERS

Files = Callable[[Sequence[CrmField]], Mapping[str, str]]


def crm_package(
    crm: Annotated[str, typer.Argument(metavar="CRM", help="salesforce or hubspot.")],
    out: Annotated[Path, typer.Option(help="Folder to write to; made if it is not there.")] = Path(
        "reploop-package"
    ),
) -> None:
    """Write what `crm provision` would create as files, for teams that review changes first.

    For Salesforce a metadata package (`sf project deploy start --metadata-dir`), for HubSpot
    the property definitions as they would be posted. Asks no vendor anything.
    """
    makers: Mapping[str, Files] = {"salesforce": _salesforce, "hubspot": _hubspot}
    if crm not in makers:
        raise typer.BadParameter(f"there are packages for {' and '.join(makers)} only")
    files = makers[crm](fields_of(crm))
    if out.exists() and any(out.iterdir()):
        say(f"{out} is not empty: choose another folder with --out.")
        raise typer.Exit(FAILED)
    write(files, out)
    say(f"{len(files)} files in {out}.")


def fields_of(crm: str) -> Sequence[CrmField]:
    """The fields that the mapping file gives to a CRM."""
    folder = load_settings().config_dir
    elements = load_elements(folder / "elements.yaml", READERS)
    return load_crm_mapping(folder / "crm_fields.yaml", sources_with(elements)).fields[crm]


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write each file below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _salesforce(fields: Sequence[CrmField]) -> Mapping[str, str]:
    from integrations.salesforce.package import package_files

    return package_files(fields, load_settings().salesforce_permission_set)


def _hubspot(fields: Sequence[CrmField]) -> Mapping[str, str]:
    from integrations.hubspot.package import package_files

    return package_files(fields)
