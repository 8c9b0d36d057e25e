"""What the documentation names is there: files, headings, commands and their options."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from app.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
NOT_OURS = {"node_modules", "data", "build", "dist"}
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^ *(?:```|~~~)")
BLOCK_LINE = re.compile(r"^(?: {4,}|\$ )(.+)$")
FENCED_LINE = re.compile(r"^ *(?:\$ )?((?:\S+/)?reploop(?: .*)?)$")
"""Between fences stand answers too, so only a line that begins with the command is one."""
COMMAND = re.compile(r"(?:^|\s|bin/)reploop((?: +[^\s|&;#`]+)*)")
"""The command, and not Slack's ``/reploop``."""


def documents() -> list[Path]:
    """Every Markdown file of the repository."""
    return sorted(
        file
        for file in ROOT.rglob("*.md")
        if not any(p in NOT_OURS or p.startswith(".") for p in file.relative_to(ROOT).parts)
    )


@cache
def anchors(file: Path) -> set[str]:
    """The anchors of a file's headings."""
    titles = re.findall(r"^#+ +(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def missing_links(file: Path) -> Iterator[str]:
    """Relative links that lead nowhere."""
    for target in LINK.findall(file.read_text(encoding="utf-8")):
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (file.parent / path).resolve() if path else file
        if not there.exists() or (
            anchor and there.suffix == ".md" and anchor not in anchors(there)
        ):
            yield target


def code_of(file: Path) -> Iterator[str]:
    """Code in a document: spans, indented lines, and commands between fences."""
    fenced = False
    for line in file.read_text(encoding="utf-8").splitlines():
        if FENCE.match(line):
            fenced = not fenced
            continue
        block = (FENCED_LINE if fenced else BLOCK_LINE).match(line)
        yield from [block[1]] if block else CODE.findall(line)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command that ends a path, by its words."""
    root: Any = get_command(app)
    for name, command in root.commands.items():
        inside = getattr(command, "commands", None)
        if inside is None:
            yield name, command
        else:
            yield from ((f"{name} {sub}", one) for sub, one in inside.items())


def unknown(words: list[str]) -> str | None:
    """What of ``reploop <words>`` the command line does not have."""
    command: Any = get_command(app)
    while words and (inside := getattr(command, "commands", None)) is not None:
        if words[0].startswith("-"):
            break
        if words[0] not in inside:
            return f"reploop … {words[0]}"
        command, words = inside[words[0]], words[1:]
    known = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"--help"}
    given = [word.partition("=")[0] for word in words if word.startswith("--")]
    return next((f"{command.name} {option}" for option in given if option not in known), None)


@pytest.mark.parametrize("file", documents(), ids=lambda f: str(f.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(file: Path) -> None:
    assert list(missing_links(file)) == []


@pytest.mark.parametrize(
    "file",
    # The roadmap names commands that are still to come.
    [file for file in documents() if file.name != "roadmap.md"],
    ids=lambda f: str(f.relative_to(ROOT)),
)
def test_every_command_that_is_named_exists_with_its_options(file: Path) -> None:
    named = [rest.split() for code in code_of(file) for rest in COMMAND.findall(code)]
    assert [wrong for words in named if (wrong := unknown(words))] == []


def test_the_page_of_the_command_line_has_a_heading_for_every_command() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### reploop (.+)$", page, re.MULTILINE)
    assert sorted(headings) == sorted(name for name, _ in commands())


@pytest.mark.parametrize(
    "text",
    [
        "Run `reploop redo` again.",
        "Then:\n\n    .venv/bin/reploop redo\n",
        "```\n$ reploop redo\nreploopy is no command\n```",
        "1. Then:\n\n   ```sh\n   reploop redo\n   ```",
    ],
    ids=["in a span", "indented", "after a prompt", "in the fence of a list"],
)
def test_a_command_is_read_wherever_it_stands(text: str, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(text, encoding="utf-8")
    found = [rest.split() for code in code_of(file) for rest in COMMAND.findall(code)]
    assert found == [["redo"]]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["score", "call.vtt", "--rep", "Ana"], None),
        (["crm", "rollback", "01a2…"], None),
        (["--version"], None),
        (["scores"], "reploop … scores"),
        (["crm", "redo"], "reploop … redo"),
        (["score", "--speaker"], "score --speaker"),
    ],
)
def test_a_command_that_is_not_there_is_found(words: list[str], wrong: str | None) -> None:
    assert unknown(words) == wrong
