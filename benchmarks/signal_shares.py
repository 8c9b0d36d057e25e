"""Shares of a conversation's turns that do something: the reader's beside people's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.agreement import interval, pearson
from benchmarks.figures import Effort, Section
from benchmarks.lessons import Lesson, Studied, conversations, studied
from benchmarks.rivals import without

TITLE = "Shares of a conversation's turns, beside people's (Pearson, 90 % interval)"
COLUMNS = ("share of turns that", "conversations", "reader", "length only")
RESAMPLES = 300
LINE = 0.5
FEWEST = 5
"""Labelled turns a conversation needs to have a share, or questions, where they are shared out."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: what people say, the reader's share, and the length of its turns."""

    id: str
    truth: float
    share: float
    words: float


@dataclass(frozen=True, slots=True)
class Share:
    """One row: a figure, where its labels are, and what the shares are taken of."""

    name: str
    figure: str
    lessons: str
    sources: Sequence[str]
    among: str = ""
    """Of the turns with this label rather than of all."""
    scored: str = ""
    """Beside experts' mean score of the conversation rather than beside labels."""

    def talks(self, form: str, scale: float) -> Sequence[Talk]:
        """Every conversation with enough turns."""
        return [
            talk
            for lesson, written, turns in studied(self.lessons)
            if written == form
            for source in self.sources if source in lesson.source
            for talk in self._talk(lesson, turns, source, scale)
        ]  # fmt: skip

    def _talk(
        self, lesson: Lesson, turns: Sequence[Studied], source: str, scale: float
    ) -> Iterator[Talk]:
        labelled = [t for t in turns if self.figure in t.known]
        model = without(self.figure, source, scale)
        asked = without(self.among, source, scale) if self.among else None
        chosen = [t for t in labelled if not self.among or t.known[self.among]]
        seen = [
            model.likely(t.features) >= LINE
            for t in labelled if asked is None or asked.likely(t.features) >= LINE
        ]  # fmt: skip
        if len(chosen) < FEWEST or not seen:
            return
        truth = (
            _score(lesson.id, self.scored) if self.scored
            else mean(t.known[self.figure] for t in chosen)
        )  # fmt: skip
        yield Talk(lesson.id, truth, mean(seen), mean(len(t.text.split()) for t in labelled))


SHARES: Sequence[Share] = (
    Share("asks, P4G", "question", "p4g", ("p4g",)),
    Share("asks for a commitment, P4G", "commitment", "p4g", ("p4g",)),
    Share("asks, our labels", "question", "ours", ("lend_an_ear", "primock57")),
    Share("asks openly, of what asks, our labels", "open_question", "ours",
          ("lend_an_ear", "primock57"), among="question"),
    Share("says back, our labels", "reflection", "ours", ("lend_an_ear", "primock57")),
    Share("asks openly, experts' elaboration", "open_question", "ours", ("lend_an_ear",),
          scored="encouraging_elaboration"),
    Share("says back, experts' understanding", "reflection", "ours", ("lend_an_ear",),
          scored="demonstrating_understanding"),
)  # fmt: skip


def shares(effort: Effort) -> Section:
    """The table. The reader's share is that of the turns it says yes to."""
    count = max(10, round(RESAMPLES * effort.scale))
    rows, data = [], {}
    for share in SHARES:
        for form, bare in (("written", ""), ("bare", ", bare")):
            talks = share.talks(form, effort.scale)
            values = {
                "reader": interval([(t.id, t.truth, t.share) for t in talks], pearson, count),
                "length only": interval([(t.id, t.truth, t.words) for t in talks], pearson, count),
            }
            shown = [f"{v[0]:.2f} ({v[1]:.2f}-{v[2]:.2f})" for v in values.values()]
            rows.append([share.name + bare, str(len(talks)), *shown])
            data[share.name + bare] = values
    return Section(
        title=TITLE,
        columns=COLUMNS,
        rows=rows,
        notes=(
            "beside labels of turns the truth is their share; beside Lend an Ear's experts it is",
            "their mean score of the conversation, 1-5; every model is one that did not learn from",
            f"the source; conversations of at least {FEWEST} labelled turns",
        ),
        data=data,
    )


def _score(conversation: str, behaviour: str) -> float:
    talk = next(t for t in conversations("lend_an_ear") if t["id"] == conversation)
    scores = talk["scores_1_to_5"]
    return mean(float(by[behaviour]) for who, by in scores.items() if who.startswith("expert"))
