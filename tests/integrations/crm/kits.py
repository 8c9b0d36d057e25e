"""Every CRM under test. One line a vendor."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.kit_monday import monday_kit
from tests.integrations.crm.kit_salesforce import salesforce_kit

from tests.integrations.crm.kit import Kit

KITS: dict[str, Callable[[], AbstractContextManager[Kit]]] = {
    "hubspot": hubspot_kit,
    "monday": monday_kit,
    "salesforce": salesforce_kit,
}
