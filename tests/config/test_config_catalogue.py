"""Everything Reploop says, in every language: the same entries, sayable, used, and short enough."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot.text import escape
from config.catalogue import FOLDER, Catalogue, load_catalogues
from domain.errors import ConfigurationError
from domain.phrases import LANGUAGES, Phrase, PhraseValue, Ready, phrase

ROOT = Path(__file__).parents[2]
ROOMS = ("app", "bot", "coaching", "domain", "jobs", "web")
SPEAKING = ("bot", "coaching", "domain", "jobs")
NO_KEYS = frozenset({"early-pitch"})
"""Texts of code that only look like keys of the catalogue."""
SPEAKERS = frozenset({"phrase", "Phrase"})
SAYING = frozenset({"say", "plain"})
BUTTONS = frozenset({"button", "link_button", "overflow", "Choice"})
BUTTON_CHARS, TITLE_CHARS, NAME = 75, 24, "Maximiliane Oberhausen-Wallenstein-Krueg"
BUILT = {
    "month-": tuple(map(str, range(1, 13))),
    "month-long-": tuple(map(str, range(1, 13))),
    "weekday-": tuple(map(str, range(7))),
    "language-": LANGUAGES,
    "level-title-": ("own", "rep"),
    "level-titles-": ("own", "rep"),
    "level-first-": ("own", "rep"),
    "level-moved-": ("own", "rep"),
    "level-advice-": ("first-own", "first-rep", "up-own", "up-rep", "down-own", "down-rep"),
    "ask-": (
        "both-own",
        "both-days-own",
        "same-call-own",
        "room-own",
        "gap-own",
        "best-own",
        "next-own",
    ),
}
"""Keys that code builds: how they begin, and what may follow."""


# ── the files ───────────────────────────────────────────────────────────────────────────


@dataclass
class Entry(Visitor):
    """What one entry of a language needs to be said."""

    variables: set[str] = field(default_factory=set)
    counted: dict[str, list[set[str]]] = field(default_factory=dict)
    """Numbers that decide the form, each with the forms it is given."""
    numbers: set[str] = field(default_factory=set)
    """Values that are written as numbers, signs and all."""
    says_none: bool = False
    """Whether it has words of its own for nought."""
    references: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_FunctionReference(self, node: fluent.FunctionReference) -> None:  # noqa: N802
        given = node.arguments.positional
        self.numbers |= {
            each.id.name for each in given if isinstance(each, fluent.VariableReference)
        }
        self.generic_visit(node)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:  # noqa: N802
        forms = {v.key.name for v in node.variants if isinstance(v.key, fluent.Identifier)}
        self.says_none |= any(isinstance(v.key, fluent.NumberLiteral) for v in node.variants)
        if isinstance(node.selector, fluent.VariableReference):
            self.counted.setdefault(node.selector.id.name, []).append(forms)
        self.generic_visit(node)


def read(language: str) -> dict[str, Entry]:
    """Every entry; one that refers to another needs what that one needs."""
    entries: dict[str, Entry] = {}
    for file in sorted((FOLDER / language).glob("*.ftl")):
        for node in parse(file.read_text("utf-8")).body:
            if isinstance(node, fluent.Message):
                entries[node.id.name] = entry = Entry()
                entry.visit(node)
    for entry in entries.values():
        for other in list(entry.references):
            entry.variables |= entries[other].variables
            entry.counted.update(entries[other].counted)
            entry.numbers |= entries[other].numbers
    return entries


ENTRIES = {language: read(language) for language in LANGUAGES}
ENGLISH = ENTRIES[LANGUAGES[0]]
COUNTED = {
    language: {k: e for k, e in ENTRIES[language].items() if e.counted} for language in ENTRIES
}


def values(key: str, *, number: float = 2, name: str = NAME) -> dict[str, PhraseValue]:
    """Something for each variable; a number where any language counts it."""
    counted = set().union(*(entries[key].counted for entries in ENTRIES.values()))
    written = set().union(*(entries[key].numbers for entries in ENTRIES.values()))
    given: dict[str, PhraseValue] = dict.fromkeys(ENGLISH[key].variables, name)
    given.update(dict.fromkeys(written & given.keys(), 2))
    given.update(dict.fromkeys(counted & given.keys(), number))
    return given


def say(language: str, key: str, given: Mapping[str, PhraseValue]) -> str:
    return load_catalogues().words(language).say(Phrase(key, given))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_exactly_the_same_entries(language: str) -> None:
    assert sorted(ENTRIES[language]) == sorted(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_files(language: str) -> None:
    names = [{f.name for f in (FOLDER / each).iterdir()} for each in (language, LANGUAGES[0])]
    assert names[0] == names[1]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_an_entry_takes_the_same_values_in_every_language(language: str) -> None:
    own, english = (
        {key: sorted(e.variables) for key, e in entries.items()}
        for entries in (ENTRIES[language], ENGLISH)
    )
    assert own == english


def test_no_translation_is_forgotten() -> None:
    """Whole sentences differ; short lines of values and names may be the same."""
    same = [key for key in ENGLISH if _sentence("en", key) and _text("en", key) == _text("de", key)]
    assert same == []


def _text(language: str, key: str) -> str:
    return say(language, key, values(key))


def _sentence(language: str, key: str) -> bool:
    without_pictures = re.sub(r":\w+:", "", say(language, key, values(key, name="")))
    words = re.findall(r"[A-Za-z]{3,}", without_pictures)
    return len(words) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_said(language: str) -> None:
    for key in ENTRIES[language]:
        said = say(language, key, values(key))
        assert said.strip() == said != "", key
        assert "{" not in said, key


# ── plurals ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_word_has_every_form_of_its_language(language: str) -> None:
    needed = {*Locale.parse(language).plural_form.tags, "other"}
    for key, entry in COUNTED[language].items():
        assert all(forms == needed for each in entry.counted.values() for forms in each), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_and_two_are_plural_and_one_is_not_even_from_a_row(language: str) -> None:
    for key, entry in COUNTED[language].items():
        none, one, of_row, two = (
            say(language, key, values(key, number=number)) for number in (0, 1, 1.0, 2)
        )
        assert entry.says_none or re.sub(r"\b0\b", "2", none) == two, key
        assert one == of_row, key
        assert re.sub(r"\b1\b", "2", one) != two, key


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("0 calls", "1 call", "2 calls")),
        ("de", ("0 Gespräche", "1 Gespräch", "2 Gespräche")),
    ],
)
def test_calls_are_counted_as_people_do(language: str, said: tuple[str, ...]) -> None:
    assert tuple(say(language, "calls", {"n": n}) for n in (0, 1.0, 2)) == said


# ── what code asks for ──────────────────────────────────────────────────────────────────


@cache
def modules(*rooms: str) -> tuple[ast.Module, ...]:
    files = [file for room in rooms for file in sorted((ROOT / room).rglob("*.py"))]
    return tuple(ast.parse(file.read_text("utf-8")) for file in files)


def asked(tree: ast.AST) -> Iterator[ast.expr]:
    """What stands as the key where something is said."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _speaks(node.func):
            yield from _choices(node.args[0])


def _speaks(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute):
        return func.attr in SAYING
    return isinstance(func, ast.Name) and func.id in SPEAKERS


def _choices(key: ast.expr) -> Iterator[ast.expr]:
    """``"a" if … else "b"`` are two keys."""
    if isinstance(key, ast.IfExp):
        yield from _choices(key.body)
        yield from _choices(key.orelse)
    else:
        yield key


def texts_in(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def built(key: ast.JoinedStr) -> re.Pattern[str]:
    """Every key that an f-string may become."""
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
        for part in key.values
    ]
    return re.compile("".join(map(str, parts)))


def _beginning(made: ast.JoinedStr) -> str:
    first = made.values[0] if made.values else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


TREES = modules(*ROOMS)
ASKED = [key for tree in TREES for key in asked(tree)]
ASKED_MADE = {
    built(key)
    for key in ASKED
    if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant)
}
MADE = {
    built(node)
    for tree in modules(*SPEAKING)
    for node in ast.walk(tree)
    if isinstance(node, ast.JoinedStr) and re.match(r"[a-z]+-", _beginning(node))
}
LIKE_KEYS = {
    text
    for tree in modules(*SPEAKING)
    for text in texts_in(tree)
    if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)
}
"""Keys also stand in tables, far from where they are said, and some only begin there."""
BEGUN = tuple(f"{text}-" for text in LIKE_KEYS - ENGLISH.keys())
LISTED = {begin + end for begin, ends in BUILT.items() for end in ends}


def test_every_key_that_code_asks_for_is_there() -> None:
    keys = {k.value for k in ASKED if isinstance(k, ast.Constant) and isinstance(k.value, str)}
    assert keys
    assert sorted(keys - ENGLISH.keys()) == []


def test_what_looks_like_a_key_is_one_or_begins_one() -> None:
    areas = {key.partition("-")[0] for key in ENGLISH}
    alike = {text for text in LIKE_KEYS if text.partition("-")[0] in areas}
    lost = alike - ENGLISH.keys() - NO_KEYS
    assert [text for text in lost if not any(key.startswith(f"{text}-") for key in ENGLISH)] == []


def test_code_gives_every_value_that_an_entry_takes() -> None:
    missing = [
        f"{key}: {sorted(needed)}"
        for call in calls_of(SPEAKERS - {"Phrase"} | SAYING)
        for key, needed in _not_given(call)
        if needed
    ]
    assert missing == []


def _not_given(call: ast.Call) -> Iterator[tuple[str, set[str]]]:
    """What each key of a call takes and does not get; nothing where values come in a mapping."""
    given = {word.arg for word in call.keywords}
    keys = keys_in_choices(call) if None not in given else set()
    for key in keys & ENGLISH.keys():
        yield key, ENGLISH[key].variables - given


def keys_in_choices(call: ast.Call) -> set[str]:
    choices = _choices(call.args[0]) if call.args else ()
    return {str(key.value) for key in choices if isinstance(key, ast.Constant)}


def test_every_key_that_code_builds_is_there() -> None:
    missing = [made.pattern for made in ASKED_MADE if not any(map(made.fullmatch, ENGLISH))]
    assert (missing, sorted(LISTED - ENGLISH.keys())) == ([], [])


def test_no_entry_is_there_for_nothing() -> None:
    in_code = set().union(*map(texts_in, TREES))
    in_words = set().union(*(entry.references for entry in ENGLISH.values()))
    in_code |= LISTED | {key for key in ENGLISH if any(made.fullmatch(key) for made in MADE)}
    unused = ENGLISH.keys() - in_code - in_words
    assert sorted(key for key in unused if not key.startswith(BEGUN)) == []


def views() -> Iterator[Path]:
    yield from (ROOT / "bot" / "views").glob("*.py")
    yield ROOT / "bot" / "reader.py"


@pytest.mark.parametrize("view", sorted(views()), ids=lambda path: path.name)
def test_a_view_has_no_words_of_its_own(view: Path) -> None:
    tree = ast.parse(view.read_text("utf-8"))
    own = texts_in(tree) - {ast.literal_eval(doc) for doc in _docstrings(tree)}
    assert [text for text in own if re.search(r"[A-Za-z]{2,},? [A-Za-z]{2,}", text)] == []


def _docstrings(tree: ast.AST) -> Iterator[ast.expr]:
    """Texts that stand alone as a statement."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


# ── room ────────────────────────────────────────────────────────────────────────────────


def keys_in(node: ast.AST | None) -> set[str]:
    """The entries that some code names."""
    return texts_in(node) & ENGLISH.keys() if node is not None else set()


def calls_of(names: frozenset[str]) -> Iterator[ast.Call]:
    for tree in TREES:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield node


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def on_buttons() -> set[str]:
    named = {key for key in ENGLISH if key.startswith("button-") or "-button" in key}
    return named.union(*(keys_in(arg) for call in calls_of(BUTTONS) for arg in call.args[:2]))


def over_forms() -> set[str]:
    named = {key for key in ENGLISH if re.search(r"form-(.*-)?title$", key)}
    parts = [
        word.value
        for call in calls_of(frozenset({"Form"}))
        for word in call.keywords
        if word.arg in ("title", "submit")
    ]
    return named.union(*map(keys_in, parts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_holds_its_label_even_with_a_long_name(language: str) -> None:
    labels = {key: say(language, key, values(key)) for key in on_buttons()}
    assert labels
    assert {k: label for k, label in labels.items() if len(label) > BUTTON_CHARS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_holds_its_title(language: str) -> None:
    titles = {key: say(language, key, values(key)) for key in over_forms()}
    assert titles
    assert {k: title for k, title in titles.items() if len(title) > TITLE_CHARS} == {}


# ── saying ──────────────────────────────────────────────────────────────────────────────

SMALL = Catalogue(
    "en",
    [
        parse(
            "one = <{ $name }>\ntwo = { $first } then { $other }\nn = { $n ->\n"
            "    [one] { $n } call\n   *[other] { $n } calls\n}\n"
        )
    ],
)


def shout(text: str) -> str:
    return f"[{text}]"


def test_foreign_words_are_escaped_once_even_deep_inside() -> None:
    inner = phrase("one", name="<!channel> & co")
    said = SMALL.say(phrase("two", first=inner, other=(inner, inner)), escape)
    assert said.count("&lt;!channel&gt; &amp; co") == 3
    assert "&amp;amp;" not in said
    assert "&amp;lt;" not in said


def test_our_own_markup_is_left_as_it_is() -> None:
    assert SMALL.say(phrase("one", name=Ready("<b|c>")), shout) == "<<b|c>>"
    assert SMALL.say(phrase("one", name="b"), shout) == "<[b]>"


def test_foreign_words_are_no_entries_of_the_catalogue() -> None:
    assert SMALL.say(phrase("one", name="{ $n } { n }")) == "<{ $n } { n }>"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "x, x and x"), ("de", "x, x und x")], ids=LANGUAGES
)
def test_several_phrases_are_listed_as_people_do(language: str, said: str) -> None:
    x = phrase("plain", text="x")
    assert say(language, "plain", {"text": (x, x, x)}) == said
    assert say(language, "plain", {"text": (x,)}) == "x"


def test_numbers_are_written_as_the_reader_does() -> None:
    assert say("en", "plain", {"text": 12_500.5}) == "12,500.5"
    assert say("de", "plain", {"text": 12_500.5}) == "12.500,5"


def test_an_entry_that_is_missing_cannot_be_said() -> None:
    with pytest.raises(LookupError, match="no words for nothing-like-it"):
        SMALL.say(Phrase("nothing-like-it"))


@pytest.mark.parametrize("missing", [phrase("one"), phrase("two", first="a"), phrase("n")])
def test_an_entry_that_misses_a_value_cannot_be_said(missing: Phrase) -> None:
    with pytest.raises(LookupError, match=missing.key):
        SMALL.say(missing)


# ── reading the files ───────────────────────────────────────────────────────────────────


def test_a_language_without_words_is_spoken_to_in_english() -> None:
    assert load_catalogues().words("tlh").language == "en"
    assert load_catalogues().words("de").language == "de"


def folder(tmp_path: Path, **files: str) -> Path:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        for name, text in files.items():
            (tmp_path / language / f"{name}.ftl").write_text(text, "utf-8")
    return tmp_path


def refused(folder: Path) -> Any:
    with pytest.raises(ConfigurationError) as raised:
        load_catalogues(folder)
    return raised.value


def test_a_line_that_is_no_entry_stops_the_start(tmp_path: Path) -> None:
    error = refused(folder(tmp_path, a="good = Good\nbad = { $n\n"))
    assert error.where.endswith("en/a.ftl:2")
    assert error.problem == "this is no entry"


def test_an_entry_that_is_there_twice_stops_the_start(tmp_path: Path) -> None:
    error = refused(folder(tmp_path, a="one = 1\n", b="two = 2\none = I\n"))
    assert error.where.endswith("en/b.ftl:2")
    assert error.problem == "one is there twice"


def test_a_folder_without_words_stops_the_start(tmp_path: Path) -> None:
    assert refused(folder(tmp_path)).problem == "it holds no words"


def test_a_file_that_is_no_text_stops_the_start(tmp_path: Path) -> None:
    (folder(tmp_path, a="one = 1\n") / "en" / "b.ftl").write_bytes(b"\xff\xfe")
    assert refused(tmp_path).problem == "it cannot be read"
