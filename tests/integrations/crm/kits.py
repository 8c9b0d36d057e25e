"""Every CRM under test. One line a vendor."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kit_freshsales import freshsales_kit
from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.kit_monday import monday_kit
from tests.integrations.crm.kit_pipedrive import pipedrive_kit
from tests.integrations.crm.kit_salesforce import salesforce_kit
from tests.integrations.crm.kit_zoho import zoho_kit

KITS: dict[str, Callable[[], AbstractContextManager[Kit]]] = {
    "freshsales": freshsales_kit,
    "hubspot": hubspot_kit,
    "pipedrive": pipedrive_kit,
    "monday": monday_kit,
    "salesforce": salesforce_kit,
    "zoho": zoho_kit,
}
