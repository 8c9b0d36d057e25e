"""What a field of ours is called in each CRM, where the mapping file does not say."""

import re
from collections.abc import Callable, Mapping

CrmNaming = Callable[[str, str], str]
"""From a field's source and label to its API name."""


def api_name(crm: str, source: str, label: str) -> str:
    """The name a CRM gives to a field of this label, or that we give it there.

    Pipedrive and monday name fields themselves (a hash, an id): there it is only our own
    word, and the field is found by its label.
    """
    return NAMINGS[crm](source, label)


def _salesforce(source: str, _label: str) -> str:
    words = re.split(r"[._]", source)
    return f"Reploop_{'_'.join(word.capitalize() for word in words)}__c"


def _ours(source: str, _label: str) -> str:
    return f"reploop_{source.replace('.', '_')}"


def _zoho(_source: str, label: str) -> str:
    """Zoho makes it from the label."""
    return re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_")


def _freshsales(_source: str, label: str) -> str:
    """Freshsales makes it from the label too."""
    return f"cf_{re.sub(r'[^a-z0-9]+', '_', label.lower()).strip('_')}"


NAMINGS: Mapping[str, CrmNaming] = {
    "salesforce": _salesforce,
    "hubspot": _ours,
    "zoho": _zoho,
    "pipedrive": _ours,
    "freshsales": _freshsales,
    "monday": _ours,
}
"""By CRM; these are all the CRMs there are."""
