"""A kept Slack delivery that holds a question becomes an answer to send."""

from domain.effects import Claimed, Effect, EffectKind
from domain.people import Organisation
from domain.ports import Stores
from domain.questions import Question
from domain.webhooks import Delivery
from jobs.ask_acts import show_thinking
from jobs.ask_plan import planned
from jobs.look import Look
from jobs.practice_hear import practise
from jobs.retries import LeaseLost
from jobs.services import Services


def hear_question(claimed: Claimed[Delivery], services: Services) -> None:
    """Ask for the answer, once per message: the outbox key is the message's place and time.

    A mention in a direct message arrives as two events of different ids; both name the
    same message. The answer itself is computed when it is sent, under the rights of
    that moment. Lets ``IntegrationError`` rise when an unknown asker cannot be looked up.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
        NotYet: the role-play that the message answers is being opened.
    """
    with services.database.read() as tx:
        organisation = tx.people.organisation()

    def name_of(slack_user_id: str) -> str | None:
        person = organisation.by_slack_user(slack_user_id)
        return person.name if person else None

    question = services.read_question(claimed.item, name_of)
    if question is not None and question.outside:
        _deny(claimed, question, services)
        return
    if question is not None and practise(claimed, question, services):
        return
    email = _email_of_stranger(question, organisation, services) if question else None
    asker = organisation.by_slack_user(question.asked_by) if question else None
    plan = ""
    if question is not None and asker is not None and asker.active:
        show_thinking(question, asker, services)
        plan = planned(question.text, asker, services)
    with services.database.write() as tx:
        if question is not None and email is not None:
            _introduce(email, question.asked_by, tx)
        if question is not None:
            tx.outbox.add_if_new(_answer(question, plan))
        services.reach("hear.before_commit")
        if not tx.deliveries.done(claimed):
            raise LeaseLost


def _deny(claimed: Claimed[Delivery], question: Question, services: Services) -> None:
    """Note that somebody outside was told nothing."""
    look = Look(actor=question.asked_by, subject=f"channel:{question.channel}", allowed=False)
    with services.database.write() as tx:
        look.keep(tx, services, via="slack")
        if not tx.deliveries.done(claimed):
            raise LeaseLost


def _email_of_stranger(
    question: Question, organisation: Organisation, services: Services
) -> str | None:
    """The e-mail address of somebody who asks for the first time."""
    if services.messenger is None or organisation.by_slack_user(question.asked_by):
        return None
    return services.messenger.email_of(question.asked_by)


def _introduce(email: str, slack_user_id: str, tx: Stores) -> None:
    """Remember which Slack user one of ours is; read anew, since rights may have changed."""
    person = tx.people.organisation().by_email(email)
    if person is not None:
        tx.people.set_slack_user(person.id, slack_user_id)


def introduced(slack_user_id: str, services: Services) -> None:
    """Make sure that a colleague who acts for the first time is known by their Slack user.

    Lets ``IntegrationError`` rise when they cannot be looked up now.
    """
    with services.database.read() as tx:
        known = tx.people.organisation().by_slack_user(slack_user_id)
    if known is not None or services.messenger is None:
        return
    email = services.messenger.email_of(slack_user_id)
    if email is not None:
        with services.database.write() as tx:
            _introduce(email, slack_user_id, tx)


def _answer(question: Question, plan: str) -> Effect:
    thread = question.thread_ts if question.channel.startswith("D") else None
    return Effect(
        kind=EffectKind.SLACK_ANSWER,
        key=f"slack:answer:{question.channel}:{question.ts}",
        payload={
            "asked_by": question.asked_by,
            "channel": question.channel,
            "ts": question.ts,
            "text": question.text[:2000],
            "private": "yes" if question.private else "no",
            **({"thread": f"{question.channel}:{thread}"} if thread else {}),
            **({"plan": plan} if plan else {}),
        },
    )
