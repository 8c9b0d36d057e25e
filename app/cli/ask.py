"""``reploop ask``: a question in plain words, under the rights of who asks it."""

from typing import Annotated

import typer

from app.cli.opening import prepared_services
from app.cli.output import NOT_FOUND, Json, console, print_json, say, say_indented, shown
from domain.errors import NotVisible
from domain.phrases import Phrase, Words
from domain.questions import Answer
from domain.wording import clock
from jobs.answer import answer_now
from jobs.ask_plan import planned


def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="For example: who needs help with next steps?")
    ],
    as_: Annotated[str, typer.Option("--as", metavar="EMAIL", help="E-mail address of who asks.")],
    as_json: Json = False,
) -> None:
    """Ask in plain words; answered from stored figures, under the rights of who asks.

    A rep sees only their own figures, a manager only their team's. What may not be seen is
    refused in the same words as what does not exist, with exit code 3. docs/questions.md lists
    what is understood; with a model, other wordings are too.
    """
    services = prepared_services()
    with services.database.read() as tx:
        asker = tx.people.organisation().by_email(as_)
    if asker is None or not asker.active:
        raise NotVisible(f"there is nobody with the e-mail address {as_}")
    plan = planned(question, asker, services)
    said = answer_now(question, asker, services, via="cli", plan=plan)
    words = services.speech.words(asker.language)
    if as_json:
        print_json(_document(said, words))
    else:
        _show(said, words)
    if said.refused:
        raise typer.Exit(NOT_FOUND)


def _document(said: Answer, words: Words) -> dict[str, object]:
    """For scripts: the figures as numbers, and every sentence as it is said to people."""

    def spoken(*phrases: Phrase) -> list[str]:
        return [words.say(each) for each in phrases]

    return {
        "kind": said.kind,
        "refused": said.refused,
        "because": said.because,
        "headline": words.say(said.headline),
        "lines": spoken(*said.lines),
        "figures": said.figures,
        "number": said.number,
        "cited": said.cited,
        "calls": said.calls,
        "scope": spoken(*said.scope),
        "examples": spoken(*said.examples),
    }


def _show(said: Answer, words: Words) -> None:
    say(words.say(said.headline))
    for line in said.lines:
        say_indented(f"• {words.say(line)}", 2)
    for clip in said.cited:
        where = f"{clip.call_title} ({clip.call_at:%d %b}) {clock(clip.start_s)}"
        say_indented(f"{where} “{clip.quote}”", 2, "dim")
    quoted = {clip.call_id for clip in said.cited}
    for call in said.calls:
        if call.call_id not in quoted:
            say_indented(f"{call.title} ({call.at:%d %b}), {call.call_id}", 2, "dim")
    for example in said.examples:
        say_indented(words.say(example), 2)
    if said.scope:
        console.print(f"[dim]{shown(' · '.join(map(words.say, said.scope)))}[/dim]")
