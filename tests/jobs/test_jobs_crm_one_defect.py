"""A record on which our own code fails takes no other record of its batch along."""

from collections.abc import Mapping, Sequence

import pytest

from domain.crm import CrmField, RecordKind, RecordNow
from domain.effects import EffectState
from tests.jobs.crm_office import Open
from tests.jobs.fake_crm import FakeCrm

pytestmark = pytest.mark.slow


class OneIsOdd(FakeCrm):
    """Reading one of its deals is a defect."""

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        if "d2" in ids:
            raise KeyError("something nobody thought of")
        return super().read(kind, ids, fields)


def test_the_others_are_written(opened: Open) -> None:
    here = opened(deals=4)
    odd = OneIsOdd(guard=here.crm.guard, deals=here.crm.deals, records=here.crm.records)
    here.having(crms={"salesforce": odd})
    here.sync()
    assert [here.row(f"d{n}").state for n in (1, 3, 4)] == [EffectState.SENT] * 3
    assert here.row("d2").state is EffectState.PENDING
    assert "defect" in (here.row("d2").error or "")
