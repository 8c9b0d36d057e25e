"""The same tests for every CRM: each asks for ``kit`` and runs once per vendor."""

from collections.abc import Iterator

import pytest

from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.kit_salesforce import salesforce_kit
from tests.integrations.crm.kits import KITS


@pytest.fixture(params=sorted(KITS))
def kit(request: pytest.FixtureRequest) -> Iterator[Kit]:
    with KITS[request.param]() as made:
        yield made


@pytest.fixture
def salesforce() -> Iterator[Kit]:
    with salesforce_kit() as made:
        yield made


@pytest.fixture
def hubspot() -> Iterator[Kit]:
    with hubspot_kit() as made:
        yield made
