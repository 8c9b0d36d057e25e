"""The same tests for every CRM: each asks for ``kit`` and runs once per vendor."""

from collections.abc import Iterator

import pytest

from tests.integrations.crm.kit import KITS, Kit, hubspot_kit, salesforce_kit


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
