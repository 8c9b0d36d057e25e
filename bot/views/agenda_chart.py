"""The focus skills of reps as a chart, week by week, with the same figures in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts import ChartRow, Picture, drawable
from bot.reader import Reader
from domain import said
from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.phrases import phrase

CHART_ROWS = 12


def team_picture(agenda: Agenda, reader: Reader) -> Picture | None:
    """The focus skills of the whole team, week by week; nothing where no line is known."""
    found = [(rep, f) for rep in agenda.reps for f in rep.focus if f.line]
    return focus_picture(found[:CHART_ROWS], reader)


def focus_picture(found: Sequence[tuple[RepAgenda, FocusSkill]], reader: Reader) -> Picture | None:
    """A chart of these focus skills, with the same figures in words."""
    if not found:
        return None
    shown = [_ChartName.of(place, rep, reader) for place, (rep, _) in enumerate(found, start=1)]
    rows = tuple(
        ChartRow(
            name=name.drawn,
            skill=f.skill_name,
            figure=reader.plain(said.sure(f.proficiency.level, f.proficiency.standard_error)),
            levels=tuple(level for _, level in f.line),
        )
        for name, (_, f) in zip(shown, found, strict=True)
    )
    figures = tuple(
        phrase(
            "agenda-chart-row",
            rep=name.said,
            skill=f.skill_name,
            figure=said.figure(f.proficiency),
        )
        for name, (_, f) in zip(shown, found, strict=True)
    )
    return Picture(rows, reader.plain("agenda-chart", rows=figures))


@dataclass(frozen=True, slots=True)
class _ChartName:
    """A rep's name as it is drawn and as it is said beside the picture."""

    drawn: str
    said: str

    @classmethod
    def of(cls, place: int, rep: RepAgenda, reader: Reader) -> "_ChartName":
        """Nothing is drawn for the reader's own; a number stands for what cannot be drawn."""
        if rep.rep_id == reader.person.id:
            return cls("", rep.rep_name)
        if drawable(rep.rep_name):
            return cls(rep.rep_name, rep.rep_name)
        return cls(f"#{place}", f"#{place} {rep.rep_name}")
