"""Who the owners are and what the stages mean: looked up once, and again when an id is unknown."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.crm import CrmPerson
from domain.deals import Outcome
from integrations.hubspot.client import Body, HubspotClient
from integrations.hubspot.values import after_of

MAX_PAGES = 100


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of one pipeline."""

    label: str
    outcome: Outcome
    pipeline: str = ""
    """The pipeline's label."""


@dataclass(slots=True)
class Directory:
    """Stages and owners of one account."""

    client: HubspotClient
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stages: Mapping[tuple[str, str], Stage] = field(default_factory=dict)
    """By pipeline and stage id, and by stage id alone (under ``""``)."""
    _people: dict[str, CrmPerson] = field(default_factory=dict)
    _strangers: set[str] = field(default_factory=set)
    """Ids and addresses of which HubSpot lists nobody: or every deal would ask again."""

    def stage(self, stage_id: str, pipeline_id: str = "") -> Stage:
        """A stage by its id; one that is not there any more is open, under its id."""
        known = self._known(stage_id, pipeline_id)
        if known is None:
            self._stages = dict(_stages(self.client.pipelines()))
            known = self._known(stage_id, pipeline_id)
        return known or Stage(stage_id, Outcome.OPEN)

    def _known(self, stage_id: str, pipeline_id: str) -> Stage | None:
        return self._stages.get((pipeline_id, stage_id)) or self._stages.get(("", stage_id))

    def owner_email(self, owner_id: object) -> str | None:
        """The address of an owner, also of one who left."""
        if not owner_id:
            return None
        with self._lock:
            if str(owner_id) not in self._people and str(owner_id) not in self._strangers:
                self._look()
                self._strangers |= {str(owner_id)} - self._people.keys()
            person = self._people.get(str(owner_id))
        return None if person is None else person.email or None

    def owner_id(self, email: str | None) -> str | None:
        """The id of the active owner with this address."""
        asked = (email or "").strip().lower()
        if not asked:
            return None
        with self._lock:
            found = self._active(asked)
            if found is None and asked not in self._strangers:
                self._look()
                found = self._active(asked)
                if found is None:
                    self._strangers.add(asked)
        return found

    def everybody(self) -> Sequence[CrmPerson]:
        """All owners, asked for anew; people alone, no queues."""
        with self._lock:
            self._strangers.clear()
            self._look()
            return tuple(self._people.values())

    def _active(self, email: str) -> str | None:
        return next((p.id for p in self._people.values() if p.active and p.email == email), None)

    def _look(self) -> None:
        self._people = {
            person.id: person
            for archived in (True, False)  # who came back is active
            for person in self._owners(archived=archived)
        }

    def _owners(self, *, archived: bool) -> Iterator[CrmPerson]:
        after: str | None = None
        for _ in range(MAX_PAGES):
            page = self.client.owners(after, archived=archived)
            for owner in page.get("results") or ():
                if owner.get("type", "PERSON") == "PERSON" and owner.get("id"):
                    yield _person(owner, active=not archived)
            after = after_of(page)
            if after is None:
                return


def _person(owner: Mapping[str, Any], *, active: bool) -> CrmPerson:
    email = owner.get("email")
    names = (owner.get("firstName"), owner.get("lastName"))
    return CrmPerson(
        id=str(owner["id"]),
        email=email.strip().lower() if isinstance(email, str) else "",
        name=" ".join(name for name in names if isinstance(name, str) and name),
        active=active,
    )


def _stages(body: Body) -> Iterable[tuple[tuple[str, str], Stage]]:
    for pipeline in body.get("results") or ():
        for stage in pipeline.get("stages") or ():
            label = str(stage.get("label") or stage.get("id"))
            outcome = _outcome(stage.get("metadata") or {})
            found = Stage(label, outcome, str(pipeline.get("label") or ""))
            yield (str(pipeline.get("id")), str(stage.get("id"))), found
            yield ("", str(stage.get("id"))), found


def _outcome(metadata: Mapping[str, Any]) -> Outcome:
    """Stage metadata are text: isClosed "true", probability "1.0" for won."""
    if str(metadata.get("isClosed")).lower() != "true":
        return Outcome.OPEN
    return Outcome.WON if str(metadata.get("probability")) in ("1", "1.0") else Outcome.LOST
