"""How the demo ends: counts, agendas as Slack shows them, tier changes, CRM values, an answer."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from app.demo.line import QUESTION, Sent
from app.demo.loop import Loop
from app.demo.stage import Stage
from domain.changes import WriteState
from domain.people import Person, Role
from domain.ports import CallFilter
from domain.wording import sure
from jobs.services import Services
from sandbox.slack_text import message_as_text
from sandbox.slack_wire import Posted

HOME = "slack.home"
"""Published, not posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What happened, counted in the database and at the sandbox's vendors."""

    webhooks_sent: int
    webhooks_sent_twice: int
    slack_requests: int
    """Acts and questions of people in Slack."""
    deliveries: int
    calls: int
    scorecards: int
    not_scored_calls: Mapping[str, int]
    not_scored_criteria: Mapping[str, int]
    observations: int
    tier_changes: int
    slack_messages: int
    slack_messages_by_kind: Mapping[str, int]
    homes: int
    commitments: int
    crm_writes: int
    crm_fields_written: int
    deals_linked: int
    answered: bool
    grader: str
    database: str
    seconds: float

    @property
    def not_scored_by_reason(self) -> Mapping[str, int]:
        """Calls and criteria that were not scored, by reason."""
        return {
            **{f"call:{k}": n for k, n in self.not_scored_calls.items()},
            **{f"criterion:{k}": n for k, n in self.not_scored_criteria.items()},
        }

    def missing(self) -> list[str]:
        """What should have happened and did not."""
        wanted = {
            "every delivery was kept once": self.deliveries
            == self.webhooks_sent - self.webhooks_sent_twice + self.slack_requests,
            "calls were scored": self.scorecards > 0,
            "some calls were kept unscored with a reason": bool(self.not_scored_calls),
            "skills were observed": self.observations > 0,
            "a tier changed": self.tier_changes > 0,
            "agendas reached Slack": self.slack_messages_by_kind.get("slack.agenda", 0) > 0,
            "reps got their scores": self.slack_messages_by_kind.get("slack.call_scored", 0) > 0,
            "tier changes reached Slack": self.slack_messages_by_kind.get("slack.tier_change", 0)
            > 0,
            "a 1:1 ended with a commitment": self.commitments == 1,
            "a rep was shown their part": self.slack_messages_by_kind.get("slack.shared_agenda", 0)
            == 1,
            "homes were published": self.homes > 0,
            "each message was posted once": self.slack_messages
            == sum(self.slack_messages_by_kind.values()),
            "CRM fields were written": self.crm_writes > 0,
            "the question was answered": self.answered,
        }
        return [what for what, holds in wanted.items() if not holds]

    def write(self, path: Path) -> None:
        """Write it as JSON."""
        document = asdict(self) | {"not_scored": dict(self.not_scored_by_reason)}
        path.write_text(json.dumps(document, indent=2, sort_keys=True) + "\n")


def summarise(
    stage: Stage, services: Services, done: tuple[Sent, Loop], *, answer_key: str, seconds: float
) -> Summary:
    """Count what happened."""
    sent, loop = done
    with services.database.read() as tx:
        calls = tx.calls.list(CallFilter(limit=1000))
        cards = tx.scorecards.latest_of([c.id for c in calls])
        observations, tier_changes = tx.profiles.count()
        effects = tx.outbox.count_by_state()
        answered = tx.outbox.get(answer_key)
        writes = [w for s in tx.changes.list(limit=5000) for w in s.writes]
        deliveries = sum(tx.deliveries.count_by_state().values())
        change_sets = len(tx.changes.list(limit=5000))
        agreed = [c for p in stage.company.people for c in tx.commitments.of_rep(p.id)]
    skipped = Counter(c.not_scorable.value for c in calls if c.not_scorable)
    unscored = Counter(
        c.not_scored.value for card in cards.values() for c in card.criteria if c.not_scored
    )
    sent_kinds = {
        key.removesuffix(":sent"): n
        for key, n in effects.items()
        if key.startswith("slack.") and key.endswith(":sent") and not key.startswith(HOME)
    }
    return Summary(
        webhooks_sent=sent.requests,
        webhooks_sent_twice=sent.repeated,
        slack_requests=loop.acts + 1,  # and one question
        deliveries=deliveries,
        calls=len(calls),
        scorecards=len(cards),
        not_scored_calls=dict(sorted(skipped.items())),
        not_scored_criteria=dict(sorted(unscored.items())),
        observations=observations,
        tier_changes=tier_changes,
        slack_messages=sum(bool(_key(m)) for m in stage.world.slack.messages),
        slack_messages_by_kind=dict(sorted(sent_kinds.items())),
        homes=len(stage.world.slack.views.homes),
        commitments=len(agreed),
        crm_writes=change_sets,
        crm_fields_written=sum(w.state is WriteState.WRITTEN for w in writes),
        deals_linked=len({c.deal for c in calls if c.deal}),
        answered=answered is not None and answered.state.value == "sent",
        grader=f"{services.grader.name} {services.grader.version}",
        database="postgresql" if "postgresql" in _address() else "sqlite",
        seconds=round(seconds, 1),
    )


def _address() -> str:
    from config.settings import load_settings

    return load_settings().database_address


def show(stage: Stage, services: Services, summary: Summary, out: Console) -> None:
    """Print what each of the three users would see."""
    for manager in _managers(stage.company.people):
        for message in stage.world.slack.messages_to(manager.slack_user_id or ""):
            if _key(message).startswith(("slack:agenda:", "slack:answer:")):
                title = f"Slack · {manager.name}"
                out.print(Panel(escape(message_as_text(message)), title=title, title_align="left"))
    _tier_changes(services, out)
    _crm(services, out)
    _counts(summary, out)
    out.print(f"\nThe manager asked in Slack: “{QUESTION}” The answer stands above.")


def _key(message: Posted) -> str:
    payload = (message.metadata or {}).get("event_payload") or {}
    return str(payload.get("key", ""))


def show_addresses(
    stage: Stage, services: Services, sandbox_url: str, out: Console, *, stays: bool
) -> None:
    """Print where to look; the pages answer while the demo runs."""
    now = datetime.now(UTC)
    if not stays:
        out.print("The pages answer while the demo runs; without ONCE=1 it stays up.")
    out.print(f"[bold]Slack and CRM[/bold] as people see them: {sandbox_url}/", soft_wrap=True)
    for person in stage.company.people:
        if person.role is not Role.REP or person.id == "priya-raman":
            link = services.links.home(person.id, now=now)
            who = f"[bold]{escape(person.name)}[/bold] ({person.role})"
            out.print(f"{who} opens {link}", soft_wrap=True)


def _managers(people: Iterable[Person]) -> list[Person]:
    return [p for p in people if p.role is Role.MANAGER]


def _tier_changes(services: Services, out: Console) -> None:
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        reps = [p.id for p in organisation.people]
        changes = tx.profiles.tier_changes(reps, since=datetime(2000, 1, 1, tzinfo=UTC))
    table = Table(title="Tier changes", title_justify="left")
    for column in ("rep", "skill", "from", "to", "on", "level", "calls"):
        table.add_column(column)
    for change in changes:
        if change.before is None:
            continue
        rep = organisation.person(change.rep_id)
        table.add_row(
            escape(rep.name if rep else change.rep_id),
            services.skills[change.skill_id].name,
            change.before.replace("_", " "),
            change.after.replace("_", " "),
            f"{change.at:%d %b}",
            sure(change.level, change.standard_error),
            str(change.calls),
        )
    out.print(table)


def _crm(services: Services, out: Console) -> None:
    with services.database.read() as tx:
        newest = tx.changes.list(limit=500)
        names = {deal.ref: deal.name for deal in tx.deals.list()}
    table = Table(title="CRM fields as written (two deals)", title_justify="left")
    for column in ("CRM", "deal", "field", "value"):
        table.add_column(column, overflow="fold")
    shown: set[str] = set()
    for change_set in newest:
        first = change_set.writes[0] if change_set.writes else None
        if first is None or first.record.crm in shown:
            continue
        shown.add(first.record.crm)
        for write in change_set.writes:
            deal = write.record.deal
            name = names.get(deal, write.record.id) if deal else write.record.kind
            table.add_row(write.record.crm, escape(name), write.field, escape(str(write.new or "")))
    out.print(table)


def _counts(summary: Summary, out: Console) -> None:
    table = Table(title="What happened", title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in asdict(summary).items():
        listed = isinstance(value, Mapping)
        text = ", ".join(f"{k} {n}" for k, n in value.items()) if listed else str(value)
        table.add_row(name.replace("_", " "), text or "none")
    out.print(table)
