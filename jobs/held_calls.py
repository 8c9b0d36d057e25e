"""Who changes a call holds it first, so that no change is lost to another worker's."""

from domain.calls import Call, CallId
from domain.ports import Stores
from jobs.retries import LeaseLost


def held(tx: Stores, call: Call) -> Call:
    """The call as it stands now; nobody else changes it until the transaction ends.

    A row is put whole: between reading it and putting it, a scorer or a CRM link could
    have moved it on. Deliveries hold a call by its identity, so everybody does, and does
    so before a rep's profile is locked.

    Raises:
        LeaseLost: the call is gone.
    """
    now = tx.calls.by_ref(call.provider, call.provider_ref)
    if now is None:
        raise LeaseLost
    return now


def hold(tx: Stores, call_id: CallId) -> None:
    """Hold a call, if there is one, before anything of it is read that is then changed."""
    call = tx.calls.get(call_id)
    if call is not None:
        held(tx, call)
