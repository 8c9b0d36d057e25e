"""The page on which people label calls: one file, no network, everything escaped."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from domain.calls import Transcript
from domain.rubrics import Criterion, Rubric

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CallToLabel:
    """One call, as labels name it, with the criteria that apply to its type."""

    place: int
    """From 0: makes the ids on the page unique, whatever the call is named."""
    name: str
    transcript: Transcript
    criteria: Sequence[Criterion]

    @property
    def turns(self) -> Sequence[object]:
        """What is shown of it."""
        return self.transcript.turns


def labelling_page(rubric: Rubric, calls: Sequence[CallToLabel], *, rater: str, file: str) -> str:
    """HTML in which every word from outside is text.

    Transcripts are hostile: the template escapes all of them, and should that ever fail, the
    page's own policy lets no script run but the one whose digest it names, and opens no
    connection. ``file`` is the name under which the browser saves the CSV.
    """
    style, script = (_source(name) for name in ("labelling.css", "labelling.js"))
    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("labelling.html").render(
        rubric=rubric,
        calls=calls,
        rater=rater,
        file=file,
        sheet=_sheet(rubric, calls),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _source(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _sheet(rubric: Rubric, calls: Sequence[CallToLabel]) -> str:
    """What the browser keeps unfinished labels under: other calls or criteria, another sheet."""
    held = [rubric.digest, *(f"{c.name}/{x.id}" for c in calls for x in c.criteria)]
    return hashlib.sha256("\n".join(held).encode()).hexdigest()[:16]
