"""``reploop calls``: what became of every call, and correcting it."""

from typing import Annotated

import typer

from app.cli.imports import detail_of, one_decimal, overall_of
from app.cli.opening import operator, prepared_services
from app.cli.output import FAILED, Json, plain, print_json, print_table, say
from app.cli.score_check import check_call
from app.cli.waiting import wait_until_scored
from domain import wording
from domain.calls import Call, CallId, CallState
from domain.effects import Queue
from domain.errors import NotVisible
from domain.ports import CallFilter
from jobs.corrections import delete_call, rescore_call
from jobs.services import Services
from jobs.work import work_off

calls = typer.Typer(help="Calls and what became of them.", no_args_is_help=True)
CallArgument = Annotated[
    str, typer.Argument(metavar="CALL", help="Id of the call, as `reploop calls list` shows it.")
]


@calls.command("list", epilog="Example:  reploop calls list --state skipped")
def calls_list(
    state: Annotated[CallState | None, typer.Option(help="Only calls in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 50,
    as_json: Json = False,
) -> None:
    """Calls, newest first, with the reason of those that were not scored."""
    services = prepared_services()
    with services.database.read() as tx:
        found = tx.calls.list(CallFilter(states=(state,) if state else (), limit=limit))
        cards = tx.scorecards.latest_of([c.id for c in found])
    overall = {c.id: overall_of(c, cards.get(c.id)) for c in found}
    if as_json:
        print_json([{**plain(c), "overall": one_decimal(overall[c.id])} for c in found])
        return
    if not found:
        say(
            "No calls in this state."
            if state
            else "No calls yet. `reploop import` brings in files."
        )
        return
    rows = [
        (
            f"{c.started_at:%Y-%m-%d %H:%M}",
            c.rep_id or "–",
            c.state.value,
            "–" if (score := overall[c.id]) is None else wording.points(score),
            "\n".join(filter(None, (c.title, detail_of(c, overall[c.id]), c.id))),
        )
        for c in found
    ]
    print_table("Calls", ("started (UTC)", "rep", "state", "score", "call"), rows)


@calls.command("delete", epilog="Example:  reploop calls delete 01a2… --yes")
def calls_delete(
    call: CallArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Remove a call's words and scores; profile and CRM become as if it had never been.

    It stays away when the same file or webhook comes again.
    """
    if as_json and not yes:
        raise typer.BadParameter("needs --yes, since nobody can be asked", param_hint="--json")
    services = prepared_services()
    if not yes:
        _must_be_there(call, services)
        typer.confirm(
            f"Delete call {call}? Its transcript cannot be brought back", abort=True, err=True
        )
    delete_call(CallId(call), services, by=operator())
    _done(call, CallState.DELETED.value, "Deleted.", as_json=as_json)


def _must_be_there(call: str, services: Services) -> None:
    with services.database.read() as tx:
        known = tx.calls.get(CallId(call))
    if known is None or known.state is CallState.DELETED:
        raise NotVisible(f"there is no call {call}")


@calls.command("rescore", epilog="Example:  reploop calls rescore 01a2…")
def calls_rescore(
    call: CallArgument,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Change nothing: make the stored score again from the transcript, rubric "
            "version and grader version it names, and say what differs.",
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Score a call again under the present grader and rubric; the new result supersedes.

    Also a call that is dead. A running worker may be the one that scores it: this waits for
    that, for a minute.
    """
    services = prepared_services()
    if check:
        check_call(call, services, as_json=as_json)
        return
    rescore_call(CallId(call), services, by=operator())
    work_off(Queue.SCORE, services)
    wait_until_scored([CallId(call)], services)
    with services.database.read() as tx:
        now = tx.calls.get(CallId(call))
        card = tx.scorecards.latest_of([CallId(call)]).get(CallId(call))
    overall = overall_of(now, card) if now else None
    state = now.state.value if now else "gone"
    said, scored = outcome(now, overall)
    _done(call, state, said, as_json=as_json, overall=overall)
    if not scored:
        raise typer.Exit(FAILED)


def outcome(call: Call | None, overall: float | None) -> tuple[str, bool]:
    """What is said after a call was to be scored again, and whether it was."""
    if call is not None and call.state is CallState.SCORED and call.error is None:
        said = "no overall score" if overall is None else f"{wording.points(overall)} of 100"
        return f"Scored again: {said}.", True
    return _not_scored(call), False


def _not_scored(call: Call | None) -> str:
    if call is None:
        return "Not scored: the call is gone."
    match call.state:
        case CallState.SCORED:
            return f"Not scored again: {call.error}. The score that was there stands."
        case CallState.READY if call.error is None:
            return "Not scored yet: a worker has it. `reploop calls list` shows its score."
        case CallState.READY:
            return f"Not scored yet: {call.error}. It is tried again by itself."
        case state:
            why = f": {call.error}" if call.error else ""
            return f"Not scored: the call is {state.value}{why}."


def _done(call: str, state: str, said: str, *, as_json: bool, overall: float | None = None) -> None:
    if as_json:
        print_json({"call": call, "state": state, "overall": one_decimal(overall)})
    else:
        say(said)
