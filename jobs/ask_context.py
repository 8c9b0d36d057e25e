"""What answers are computed from: every read stays within the reps whom the asker may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from coaching.ask import say
from coaching.visibility import may_see_text, visible_reps
from domain.calls import Call, CallId, CallState
from domain.people import Organisation, Person, PersonId, Role
from domain.phrases import Phrase
from domain.ports import CallFilter, Stores
from domain.ports.search import Within
from domain.questions import Answer, Because, Figure, Period
from domain.rubrics import SkillId
from domain.skills import Proficiency
from jobs.scored_calls import held_back
from jobs.services import Services

HELD = 20_000
"""Fresh calls that are looked at for those still held: far more than a company has in days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One asker at one moment, and whom they may see then."""

    asker: Person
    organisation: Organisation
    reps: tuple[Person, ...]
    tx: Stores
    services: Services
    now: datetime

    @classmethod
    def by(cls, asker: Person, tx: Stores, services: Services) -> "Asking":
        """The rights of this moment, from the organisation as it stands."""
        organisation = tx.people.organisation()
        current = organisation.person(asker.id) or asker
        return cls(
            asker=current,
            organisation=organisation,
            reps=visible_reps(current, organisation),
            tx=tx,
            services=services,
            now=services.now(),
        )

    @property
    def zone(self) -> ZoneInfo:
        """The asker's, which days are counted in."""
        return ZoneInfo(self.asker.time_zone)

    @property
    def today(self) -> date:
        """The asker's day."""
        return self.now.astimezone(self.zone).date()

    @property
    def active(self) -> tuple[Person, ...]:
        """Those of the visible reps who have not left: whom a ranking may name."""
        return tuple(rep for rep in self.reps if rep.active)

    def rep(self, rep_id: PersonId) -> Person | None:
        """A visible rep by id; missing and forbidden look the same."""
        return next((rep for rep in self.reps if rep.id == rep_id), None)

    def chosen(self, rep_id: PersonId | None) -> tuple[Person, ...]:
        """This rep, or every visible one who is active."""
        if rep_id is None:
            return self.active
        found = self.rep(rep_id)
        return () if found is None else (found,)

    def may_read(self, rep: Person) -> bool:
        """Whether the asker may read what was said on this rep's calls."""
        return may_see_text(self.asker, rep, self.organisation)

    def within(
        self, reps: Sequence[Person], period: Period | None = None, *, limit: int = 20
    ) -> Within:
        """Of these reps those who are visible, and the days of the asker's calendar."""
        seen = {rep.id for rep in self.reps}
        first, last = (period.first, period.last) if period else (None, None)
        return Within(
            rep_ids=tuple(rep.id for rep in reps if rep.id in seen),
            since=None if first is None else self._midnight(first),
            until=None if last is None else self._midnight(last + timedelta(days=1)),
            limit=limit,
        )

    def held(self, within: Within) -> tuple[CallId, ...]:
        """Scored calls of these that are still their rep's alone."""
        if not self.services.thresholds.grace_hours:
            return ()
        others = tuple(rep_id for rep_id in within.rep_ids if rep_id != self.asker.id)
        limits = self.services.thresholds
        # A call is held for so long after its first score, and only a fresh one is.
        oldest = self.now - timedelta(
            days=limits.call_message_max_age_days, hours=limits.grace_hours
        )
        which = CallFilter(
            rep_ids=others,
            states=(CallState.SCORED,),
            since=max(within.since or oldest, oldest),
            until=within.until,
            limit=HELD,
        )
        calls = self.tx.calls.list(which)
        return tuple(held_back(self.asker.id, calls, self.tx, self.services))

    def opened(self, calls: Sequence[Call]) -> tuple[Call, ...]:
        """Without the calls that are still their rep's alone."""
        held = held_back(self.asker.id, calls, self.tx, self.services)
        return tuple(call for call in calls if call.id not in held)

    def figure(self, rep: Person, found: Proficiency) -> Figure:
        """A stored figure with its names."""
        return Figure(
            rep_id=rep.id,
            rep_name=rep.name,
            skill_id=found.skill_id,
            skill_name=self.skill_name(found.skill_id),
            level=found.level,
            standard_error=found.standard_error,
            calls=found.calls,
            proficiency=found,
        )

    def skill_name(self, skill_id: SkillId) -> str:
        """The name of a configured skill."""
        return self.services.skills[skill_id].name

    def stored(self, reps: Sequence[Person], skill_id: SkillId | None = None) -> list[Figure]:
        """The stored figures of these reps in configured skills, however few their calls."""
        by_id = {rep.id: rep for rep in reps if self.rep(rep.id)}
        return [
            self.figure(by_id[found.rep_id], found)
            for found in self.tx.profiles.of_reps(list(by_id))
            if found.skill_id in self.services.skills and skill_id in (None, found.skill_id)
        ]

    def refused(self, because: Because = Because.CANNOT) -> Answer:
        """No answer, and why."""
        skills = list(self.services.skills.values())
        return say.refusal(because, self.asker, self.reps, skills)

    def scope(self, reps: Sequence[Person], period: Period | None = None) -> tuple[Phrase, ...]:
        """Whose calls, and of which days."""
        return say.whose(reps, self.asker), say.when(period)

    @property
    def sees_no_words(self) -> bool:
        """Whether the asker's role sees numbers alone."""
        return self.asker.role not in (Role.REP, Role.MANAGER)

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self.zone)
