"""A CRM that is so slow that a batch does not fit into one lease."""

import pytest

from domain.crm import RecordWrite
from domain.effects import EffectState
from jobs.crm_line import CrmLine
from tests.jobs.crm_office import Open

pytestmark = pytest.mark.slow


def test_what_had_no_time_left_is_not_given_up_before_it_was_tried(opened: Open) -> None:
    here = opened(deals=20, batch=1)

    def slowly(_row: RecordWrite) -> None:
        here.tick(70.0)

    here.crm.before_write = slowly
    here.sync()
    for _ in range(12):
        here.tick(3700.0)
        CrmLine().drain(here.services)
    states = [here.row(f"d{n}").state for n in range(1, 21)]
    assert states == [EffectState.SENT] * 20
