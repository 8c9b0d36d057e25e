"""Whether a message may be sent now, later, or only as part of a digest; and what was sent."""

from domain.attention import SentMessage
from domain.effects import EffectKind, EffectRecord
from domain.ports import Stores
from jobs.letter import Letter, NotYet
from jobs.services import Services

ASKED_FOR = (EffectKind.SLACK_ANSWER, EffectKind.SLACK_HOME)
"""What somebody is waiting for: never held back, never counted."""


def spare(record: EffectRecord, letter: Letter, services: Services) -> NotYet | str | None:
    """``None``: send it now; a text: why it is not sent by itself."""
    del record, letter, services
    return None


def after_sending(
    tx: Stores, record: EffectRecord, letter: Letter, remote_id: str, services: Services
) -> None:
    """Note that a message went out, so that what becomes of it can be counted."""
    if record.effect.kind in ASKED_FOR:
        return
    tx.attention.note_sent(
        SentMessage(
            key=record.effect.key,
            kind=record.effect.kind,
            to=letter.to.id,
            sent_at=services.now(),
            remote_id=remote_id,
        )
    )
