"""What a CRM told becomes looks at deals, and people's edits that a write of ours may cover.

News come late, twice and in any order. So nothing of a deal is taken from them but that it
is worth a look; and of a field of ours, what a person wrote there and when.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog

from domain.changes import RecordRef, ToldEdit, WriteState
from domain.crm import CrmField, FieldRule, FieldValue, RecordKind
from domain.crm_news import CrmNews, as_field_value
from domain.deals import DealRef
from domain.effects import Claimed, Effect, Queue
from domain.errors import UnexpectedPayload
from domain.ports import CallFilter, Stores
from domain.webhooks import Delivery
from jobs.crm_asks import deal_update
from jobs.crm_batch import fields_of
from jobs.crm_compare import normal
from jobs.crm_guarded import CLOCKS_DIFFER
from jobs.crm_intents import digest
from jobs.look_at_deal import look_of
from jobs.retries import LeaseLost
from jobs.services import Services

log = structlog.get_logger()
OWN_WRITES = timedelta(days=2)
"""How long after a write of ours the CRM may tell us of it."""


def take_crm_news(claimed: Claimed[Delivery], services: Services) -> None:
    """Work off one delivery of a CRM; safe to run any number of times. No network call.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
        UnexpectedPayload: the delivery does not say what its contract promises.
    """
    delivery = claimed.item
    source = services.crm_news.get(delivery.provider)
    if source is None:
        raise UnexpectedPayload(delivery.provider, "no CRM of that name tells news")
    told = source.read_delivery(delivery)
    latest = delivery.received_at + CLOCKS_DIFFER
    with services.database.write() as tx:
        taking = _Taking(tx, services, fields_of(delivery.provider, RecordKind.DEAL, services))
        for news in told:
            # a moment that is yet to come would outlast every edit that follows
            taking.take(replace(news, at=min(news.at, latest)))
        taking.request()
        services.reach("news.before_commit")
        # it may repeat words of a call that we wrote there, and nothing more is asked of it
        if not tx.deliveries.done(claimed, emptied=True):
            raise LeaseLost
    log.info("crm.news", crm=delivery.provider, **taking.counts)
    if taking.effects:
        services.queue.ring(Queue.SYNC)


@dataclass(slots=True)
class _Taking:
    """One delivery's news within one transaction."""

    tx: Stores
    services: Services
    fields: Sequence[CrmField]
    effects: dict[str, Effect] = field(default_factory=dict)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("told", "looks", "ours", "unknown"), 0)
    )
    _linked: dict[DealRef, bool] = field(default_factory=dict)

    def take(self, news: CrmNews) -> None:
        """Decide what follows from one change."""
        linked = self._is_linked(news.deal)
        if not linked and self.tx.deals.get(news.deal) is None:
            self.counts["unknown"] += 1
        elif news.ours:
            self.counts["ours"] += 1
        elif (known := self._field_of(news)) is not None:
            if linked and known.rule is not FieldRule.THEIRS:
                self._take_edit(news, known)
        else:
            self._look(news)
            if news.coded and linked:
                self._update(news.deal)

    def request(self) -> None:
        """Ask for what follows; in order, since others ask for the same."""
        for key in sorted(self.effects):
            self.tx.outbox.request(self.effects[key])

    def _is_linked(self, deal: DealRef) -> bool:
        if deal not in self._linked:
            self._linked[deal] = bool(self.tx.calls.list(CallFilter(deal=deal, limit=1)))
        return self._linked[deal]

    def _field_of(self, news: CrmNews) -> CrmField | None:
        """The field of ours that changed; its name at the vendor, or its label there."""
        if news.field is None:
            return None
        by_name = (each for each in self.fields if each.name == news.field)
        by_label = (each for each in self.fields if news.label and each.label == news.label)
        return next(by_name, None) or next(by_label, None)

    def _take_edit(self, news: CrmNews, known: CrmField) -> None:
        """A field of ours was edited: keep it as a person's word, unless it was us."""
        record = RecordRef.of(news.deal)
        try:
            value = as_field_value(known.kind, news.value)
            told = news.told
        except ValueError:  # as an administrator's template wrote it
            value, told = None, False
        if not told:
            log.warning("crm.news_unreadable", crm=news.deal.crm, field=known.name)
        elif news.ours is None and self._is_ours(record, known, value):
            self.counts["ours"] += 1
            return
        else:
            self.counts["told"] += 1
            edit = ToldEdit(record=record, field=known.name, value=value, at=news.at)
            self.tx.changes.tell(edit)
        self._update(news.deal)

    def _is_ours(self, record: RecordRef, known: CrmField, value: FieldValue) -> bool:
        """Whether we wrote this value there lately, or may have: nobody said whose it is."""
        same = _same_as(known, value)
        begun = {each for note in self.tx.changes.begun(record) for each in note.digests}
        if digest(known.name, normal(known.kind, value)) in begun:
            return True
        since = self.services.now() - OWN_WRITES
        return any(
            write.field == known.name and write.state is WriteState.WRITTEN and same(write.new)
            for _, write in self.tx.changes.noted(record, since)
        ) or same(self.tx.changes.last_written(record).get(known.name, _NEVER))

    def _look(self, news: CrmNews) -> None:
        """Read the deal again."""
        self.counts["looks"] += 1
        look = look_of(news.deal, news.merged_into)
        if look.key not in self.effects or news.merged_into is not None:
            self.effects[look.key] = look

    def _update(self, deal: DealRef) -> None:
        """Look at the deal's fields anew, and put back what we wrote over."""
        update = deal_update(deal.crm, deal.id)
        self.effects[update.key] = update


_NEVER = "\x00"
"""No value of any field."""


def _same_as(known: CrmField, value: FieldValue) -> Callable[[FieldValue], bool]:
    wanted = normal(known.kind, value)
    return lambda other: other != _NEVER and normal(known.kind, other) == wanted
