"""The same definitions as files, for teams who want to read them before anything is created."""

import json
from collections.abc import Mapping, Sequence

from domain.crm import CrmField, RecordKind
from integrations.hubspot.definitions import (
    GROUP,
    GROUP_LABEL,
    OBJECTS,
    snapshot_schema,
    wanted,
)

READ_ME = """\
These files hold what Reploop creates at HubSpot, as it would be posted, in this order:

1. groups/<object>.json       POST /crm/v3/properties/<object>/groups
2. properties/<object>.json   POST /crm/v3/properties/<object>/batch/create
3. schemas/*.json             POST /crm-object-schemas/v3/schemas (Enterprise editions)

A property that exists already refuses its whole batch: take it out of the file first.
`reploop crm provision` does all of this by itself, and leaves out what is there.
"""


def package_files(fields: Sequence[CrmField]) -> Mapping[str, str]:
    """Path below the package's folder to text."""
    files = {"README.txt": READ_ME}
    for kind, name in OBJECTS.items():
        definitions = wanted(kind, fields)
        if definitions:
            files[f"groups/{name}.json"] = _json({"name": GROUP, "label": GROUP_LABEL})
            files[f"properties/{name}.json"] = _json({"inputs": list(definitions)})
    if any(field.on is RecordKind.SNAPSHOT for field in fields):
        schema = snapshot_schema(fields)
        files[f"schemas/{schema['name']}.json"] = _json(schema)
    return files


def _json(body: Mapping[str, object]) -> str:
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"
