"""``reploop attention``: what people do with the messages they are sent."""

from typing import Annotated, Any

import typer

from app.cli.opening import prepared_services
from app.cli.output import Json, print_json, print_table, say
from coaching.attention import FEWEST_SENT, RATE_DAYS, USED_SHARE
from domain.effects import EffectKind
from domain.homes import ActRate
from jobs.attention_report import AttentionReport, FellBack, attention_report

LONGEST_WEEKS = 104
NOTHING = "nobody was sent a message that they did not ask for"
WHAT_COUNTS = (
    "An act is a button pressed on a message, or the page it is about opened within a week. "
    "The range is nine times in ten where the true share lies."
)


def attention(
    weeks: Annotated[
        int,
        typer.Option(min=1, max=LONGEST_WEEKS, metavar="WEEKS", help="How many weeks to look at."),
    ] = RATE_DAYS // 7,
    as_json: Json = False,
) -> None:
    """Show how often each kind of message is acted on, and what fell back to the digest.

    A kind of which somebody was sent at least 5 in six weeks, and acted on fewer than 30 %,
    comes in that person's weekly digest until they want it by itself again.
    """
    services = prepared_services()
    with services.database.read() as tx:
        report = attention_report(tx, services, days=7 * weeks)
    if as_json:
        print_json(_document(report))
        return
    _show(report, weeks)


def _show(report: AttentionReport, weeks: int) -> None:
    if not report.rates:
        say(f"In the last {weeks} weeks {NOTHING}.")
    else:
        columns = ("kind", "sent", "acted on", "share", "range")
        rows = [_row(rate) for rate in report.rates]
        print_table(f"Messages of the last {weeks} weeks", columns, rows)
        say("", WHAT_COUNTS)
    say("")
    if not report.fell_back:
        few = f"{FEWEST_SENT} sent in six weeks and fewer than {USED_SHARE:.0%} acted on"
        say(f"Nothing fell back to a digest ({few}).")
        return
    print_table(
        "In the digest by itself",
        ("person", "kind", "sent", "acted on"),
        [(f.person.name, name_of(f.kind), f.sent, f.acted) for f in report.fell_back],
    )


def name_of(kind: EffectKind) -> str:
    """``call_scored``: a kind of message without its messenger."""
    return kind.value.partition(".")[2]


def _row(rate: ActRate) -> tuple[object, ...]:
    share = f"{rate.acted / rate.sent:.0%}"
    return name_of(rate.kind), rate.sent, rate.acted, share, f"{rate.low:.0%}–{rate.high:.0%}"


def _document(report: AttentionReport) -> dict[str, Any]:
    return {
        "days": report.days,
        "rates": [_rate(rate) for rate in report.rates],
        "in_the_digest": [_fell_back(each) for each in report.fell_back],
    }


def _rate(rate: ActRate) -> dict[str, Any]:
    return {
        "kind": name_of(rate.kind),
        "sent": rate.sent,
        "acted": rate.acted,
        "share": rate.acted / rate.sent,
        "low": rate.low,
        "high": rate.high,
    }


def _fell_back(each: FellBack) -> dict[str, Any]:
    return {
        "person_id": each.person.id,
        "kind": name_of(each.kind),
        "sent": each.sent,
        "acted": each.acted,
    }
