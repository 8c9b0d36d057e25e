"""What an answer is computed from, with the asker's rights applied to all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.clips import moment_key
from coaching.visibility import may_see_text, visible_reps
from domain import wording
from domain.clips import Clip
from domain.people import Organisation, Person, PersonId
from domain.questions import Figure
from domain.rubrics import SkillId
from domain.skills import Proficiency, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class AskData:
    """Stored figures and moments. Rights are computed in here, whatever was put in."""

    asker: Person
    organisation: Organisation
    skills: Mapping[SkillId, Skill]
    proficiencies: Sequence[Proficiency]
    clips: Mapping[tuple[PersonId, SkillId], tuple[Clip, ...]]
    as_of: datetime

    @property
    def reps(self) -> tuple[Person, ...]:
        """Whom the asker may see now."""
        return visible_reps(self.asker, self.organisation)

    @property
    def active_reps(self) -> tuple[Person, ...]:
        """The same without those who left: whom a ranking may name."""
        return tuple(rep for rep in self.reps if rep.active)

    def rep(self, rep_id: PersonId | None) -> Person | None:
        """A visible rep by id, or ``None``: missing and forbidden look the same."""
        return next((rep for rep in self.reps if rep.id == rep_id), None)

    def figure(self, rep: Person, skill_id: SkillId) -> Figure | None:
        """The stored figure of a rep and skill, whether or not there are enough calls."""
        found = next(
            (p for p in self.proficiencies if p.rep_id == rep.id and p.skill_id == skill_id), None
        )
        skill = self.skills.get(skill_id)
        if found is None or skill is None:
            return None
        return Figure(
            rep_id=rep.id,
            rep_name=rep.name,
            skill_id=skill_id,
            skill_name=skill.name,
            proficiency=found,
        )

    def figures(self, rep: Person) -> tuple[Figure, ...]:
        """All of a rep's figures that stand on enough calls, lowest first."""
        every = (self.figure(rep, skill_id) for skill_id in self.skills)
        kept = (f for f in every if f is not None and wording.enough(f.proficiency))
        return tuple(sorted(kept, key=lambda f: (f.proficiency.level, f.skill_id)))

    def moments(self, figures: Sequence[Figure], *, limit: int = 3) -> tuple[Clip, ...]:
        """Moments behind these figures that the asker may read, none twice.

        For one figure all of its moments; for several the first of each, in their order.
        """
        each = None if len(figures) == 1 else 1
        found: dict[tuple[str, int], Clip] = {}
        for figure in figures:
            rep = self.rep(figure.rep_id)
            if rep is None or not may_see_text(self.asker, rep, self.organisation):
                continue
            for clip in self.clips.get((figure.rep_id, figure.skill_id), ())[:each]:
                found.setdefault(moment_key(clip), clip)
        return tuple(found.values())[:limit]
