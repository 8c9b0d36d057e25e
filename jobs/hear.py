"""A kept Slack delivery that holds a question becomes an answer to send."""

from collections.abc import Callable

from domain.effects import Claimed, Effect, EffectKind
from domain.questions import Question
from domain.webhooks import Delivery
from jobs.retries import LeaseLost
from jobs.services import Services

ReadQuestion = Callable[[Delivery], Question | None]


def hear_question(claimed: Claimed[Delivery], services: Services) -> None:
    """Ask for the answer, once per message: the outbox key is the message's place and time.

    A mention in a direct message arrives as two events of different ids; both name the
    same message. The answer itself is computed when it is sent, under the rights of
    that moment.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
    """
    question = services.read_question(claimed.item)
    with services.database.write() as tx:
        if question is not None:
            tx.outbox.add_if_new(_answer(question))
        if not tx.deliveries.done(claimed):
            raise LeaseLost


def _answer(question: Question) -> Effect:
    return Effect(
        kind=EffectKind.SLACK_ANSWER,
        key=f"slack:answer:{question.channel}:{question.ts}",
        payload={
            "asked_by": question.asked_by,
            "channel": question.channel,
            "ts": question.ts,
            "text": question.text[:2000],
            "private": "yes" if question.private else "no",
        },
    )
