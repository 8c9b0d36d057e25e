"""A company without any vendor: people, a folder of calls, skills, agenda, answers, corrections."""

import os
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox.running import RunningApp
from sandbox.world import World
from tests.app.cli_runs import Ran, Terminal
from tests.app.cli_talk import BUYER, GOOD, REP, as_vtt

pytestmark = pytest.mark.slow
PEOPLE = """name,email,role,team,time_zone
Mia Sand,mia@acme.test,manager,East,Europe/Berlin
Ana Lee,ana@acme.test,rep,East,Europe/Berlin
Ben Oak,ben@acme.test,rep,East,UTC
Kim Roe,kim@acme.test,rep,West,UTC
"""


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """People and a folder of four good calls of Ana's, a short one and one that is no call."""
    base = tmp_path_factory.mktemp("company")
    (base / "people.csv").write_text(PEOPLE)
    folder = base / "calls"
    folder.mkdir()
    for number in range(4):
        file = folder / f"discovery_{number}.vtt"
        file.write_text(as_vtt([*GOOD, (REP, f"Thanks Sam, that was our call number {number}.")]))
        day = datetime.now(UTC) - timedelta(days=20 - 5 * number)
        os.utime(file, (day.timestamp(), day.timestamp()))
    (folder / "short.vtt").write_text(as_vtt(GOOD[:2]))
    (folder / "page.vtt").write_text("<!doctype html><title>Sign in</title>")
    (base / "empty").mkdir()
    with Terminal(base) as running:
        yield running


@pytest.fixture(scope="module")
def nothing(terminal: Terminal) -> Terminal:
    """A data folder with a database in which nothing is; for commands that only look."""
    assert terminal.run("migrate").code == 0
    return terminal


@pytest.fixture(scope="module")
def company(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """Everybody is known and all calls are in; for commands that only look."""
    made = terminal.with_data(tmp_path_factory.mktemp("known"))
    assert made.run("people", "import", "people.csv").code == 0
    assert made.run("import", "calls", "--json").code == 1  # one file is no call
    return made


@pytest.fixture
def new(nothing: Terminal, tmp_path: Path) -> Terminal:
    """The company before its first import, for one test alone."""
    return copied(nothing, tmp_path / "new")


@pytest.fixture
def changing(company: Terminal, tmp_path: Path) -> Terminal:
    """The company with all its calls, for one test alone."""
    return copied(company, tmp_path / "changing")


def copied(of: Terminal, data: Path) -> Terminal:
    """A copy of a data folder at rest; what SQLite shares between processes is made anew."""
    shutil.copytree(of.data, data, ignore=shutil.ignore_patterns("*-shm"))
    return of.with_data(data)


def imported(ran: Ran) -> dict[str, tuple[str, str | None, str | None]]:
    """State, rep and reason by file name."""
    return {Path(f["file"]).name: (f["state"], f["rep"], f["reason"]) for f in ran.json["files"]}


def test_files_that_were_skipped_are_scored_once_the_people_are_known(new: Terminal) -> None:
    before = new.run("import", "calls", "--json")
    assert before.json["counts"] == {"skipped": 5, "unreadable": 1}
    assert imported(before)["discovery_0.vtt"] == ("skipped", None, "no_rep")
    assert "Say who is who: `reploop people import people.csv`" in new.run("import", "calls").out
    added = new.run("people", "import", "people.csv", "--json")
    assert added.json == {"added": 4, "changed": 0, "teams": 2}
    after = new.run("import", "calls", "--json")
    assert after.json["counts"] == {"scored": 4, "skipped": 1, "unreadable": 1}
    assert imported(after)["discovery_0.vtt"] == ("scored", "ana", None)
    assert imported(after)["short.vtt"] == ("skipped", "ana", "too_short")
    assert imported(after)["page.vtt"] == ("unreadable", None, "unreadable")
    assert (before.code, after.code) == (1, 1)


def test_the_same_folder_again_changes_nothing(changing: Terminal) -> None:
    ids = [f["call_id"] for f in changing.run("import", "calls", "--json").json["files"]]
    again = changing.run("import", "calls", "--json").json["files"]
    assert [f["call_id"] for f in again] == ids
    assert [f["new"] for f in again] == [False] * 6
    assert len(changing.run("calls", "list", "--json").json) == 5


def test_a_team_without_a_manager_is_pointed_out(new: Terminal) -> None:
    ran = new.run("people", "import", "people.csv")
    assert "4 added, 0 changed, 2 teams." in ran.out
    assert "team West has no manager" in ran.out
    listed = new.run("people", "list", "--json").json
    assert [p["id"] for p in listed["people"]] == ["ana", "ben", "kim", "mia"]


def test_a_profile_says_level_uncertainty_and_calls(company: Terminal) -> None:
    ran = company.run("profile", "Ana Lee", "--json")
    assert len(ran.json["skills"]) == 10
    assert {s["calls"] for s in ran.json["skills"]} == {4}
    for skill in ran.json["skills"]:
        low, high = skill["interval_90"]
        assert low < skill["level"] < high
    text = company.run("profile", "ana").out
    assert " from 4 calls " in text
    assert company.run("profile", "ANA@acme.test").out == text
    none = company.run("profile", "ana", "--as-of", "2020-01-01")
    assert (none.code, none.out) == (0, "No scored call of Ana Lee by 2020-01-01.\n")


def test_why_a_level_moved_adds_up_from_the_first_figure_on(company: Terminal) -> None:
    level = next(
        s["level"]
        for s in company.run("profile", "ana", "--json").json["skills"]
        if s["skill_id"] == "questioning"
    )
    told = company.run("why", "ana", "Questioning", "--json").json
    assert told["after"] == pytest.approx(level, abs=0.05)
    assert [p["cause"] for p in told["parts"]] == ["call"]
    (part,) = told["parts"]
    assert part["points"] == pytest.approx(told["after"] - told["before"])
    assert len(part["calls"]) == 1  # the first three made a figure possible
    text = company.run("why", "ana", "discovery").out
    assert text.startswith("Ana Lee, Questioning: ")
    assert "1 new call" in text


def test_an_unknown_skill_is_answered_with_those_there_are(company: Terminal) -> None:
    ran = company.run("why", "ana", "juggling", "--json")
    assert ran.code == 2
    assert "there is no skill called 'juggling'; there are call_opening," in ran.error["message"]


def test_without_enough_calls_nothing_is_said_of_why(company: Terminal) -> None:
    ran = company.run("why", "ben", "questioning", "--json")
    assert (ran.code, ran.error["code"]) == (3, "not_found")
    assert "too few calls" in ran.error["message"]


def test_a_figure_without_a_record_of_moves_is_not_one_of_too_few_calls(
    changing: Terminal,
) -> None:
    with closing(sqlite3.connect(changing.data / "reploop.db")) as database, database:
        database.execute("DELETE FROM profile_moves")
    ran = changing.run("why", "ana", "questioning", "--json")
    assert (ran.code, ran.error["code"]) == (3, "not_found")
    assert "no move of Ana Lee in Questioning is on record yet" in ran.error["message"]


def test_performance_is_of_the_calls_in_view_and_leaves_the_level_alone(
    company: Terminal,
) -> None:
    def levels() -> list[float]:
        return [s["level"] for s in company.run("profile", "ana", "--json").json["skills"]]

    before = levels()
    told = company.run("performance", "ana", "--skill", "questioning", "--json").json["skills"]
    assert told["questioning"]["calls"] == 4
    assert set(told["questioning"]) == {
        "calls", "first", "last", "best", "average", "best_by_chance", "best_minus_first",
        "half_life_lift",
    }  # fmt: skip
    none = company.run("performance", "ana", "--practice")
    assert none.out == "No scored call of Ana Lee fits.\n"
    assert "best by chance" in company.run("performance", "ana", "--live").out
    assert levels() == before


def test_an_unknown_name_is_code_3(company: Terminal) -> None:
    for args in (["profile", "Zoe"], ["agenda", "Zoe"], ["ask", "how is Ana?", "--as", "z@z.test"]):
        ran = company.run(*args, "--json")
        assert (ran.code, ran.out, ran.error["code"]) == (3, "", "not_found")


def test_an_agenda_names_two_skills_and_the_moments(company: Terminal) -> None:
    week = company.run("agenda", "mia", "--json").json
    ana, ben = week["reps"]
    assert (ana["rep_name"], len(ana["focus"]), ben["focus"]) == ("Ana Lee", 2, [])
    assert week["delivery"] is None
    said = [text for _, text in GOOD]
    for focus in ana["focus"]:
        assert all(any(clip["quote"] in text for text in said) for clip in focus["clips"])
    text = company.run("agenda", "mia").out
    assert all(focus["why"] in text for focus in ana["focus"])
    assert company.run("agenda", "ana").code == 3


def test_sending_an_agenda_needs_slack_and_says_so(company: Terminal) -> None:
    ran = company.run("agenda", "mia", "--send", "--json")
    assert (ran.code, ran.error["code"]) == (1, "configuration")
    assert "Slack is not configured, so nothing was sent" in ran.error["message"]


def test_an_agenda_is_sent_to_slack_once(changing: Terminal) -> None:
    world = World()
    known = changing.run("people", "list", "--json").json["people"]
    with RunningApp(world.app) as app:
        env = dict(world.settings(app.url))
        world.slack.load(_people(known))
        first = changing.run("agenda", "mia", "--send", "--json", **env)
        second = changing.run("agenda", "mia", "--send", **env)
    assert (first.code, first.json["delivery"]["state"]) == (0, "sent")
    assert (second.code, len(world.slack.messages)) == (0, 1)
    assert "Sent to Slack, " in second.out


def _people(known: list[Any]) -> list[Any]:
    from domain.people import Person, PersonId, Role

    return [
        Person(
            id=PersonId(p["id"]),
            name=p["name"],
            email=p["email"],
            role=Role(p["role"]),
            slack_user_id=f"U{p['id'].upper()}",
        )
        for p in known
    ]


def test_a_manager_is_answered_with_figures(company: Terminal) -> None:
    ran = company.run("ask", "how is Ana doing on discovery?", "--as", "MIA@acme.test")
    assert ran.code == 0
    assert ran.out.startswith("Ana Lee · Questioning: ")
    assert " ± " in ran.out.splitlines()[0]
    assert "from 4 calls" in ran.out
    said = company.run("ask", "who needs help with next steps?", "--as", "mia@acme.test", "--json")
    assert [f["rep_id"] for f in said.json["figures"]] == ["ana"]


@pytest.mark.parametrize("who", ["Ben", "Kim Roe", "Zoe", "Mia Sand"])
def test_a_rep_hears_the_same_of_a_colleague_as_of_nobody(company: Terminal, who: str) -> None:
    about = company.run("ask", f"how is {who} doing on discovery?", "--as", "ana@acme.test")
    nobody = company.run("ask", "how is Qwerty doing on discovery?", "--as", "ana@acme.test")
    assert about == nobody
    assert (about.code, about.out[:21]) == (3, "I cannot answer that.")


def test_a_deleted_call_leaves_the_profile_and_stays_away(changing: Terminal) -> None:
    call = changing.run("calls", "list", "--state", "scored", "--json").json[0]["id"]
    kept = changing.run("calls", "delete", call, answer="n\n")
    assert (kept.code, "nothing was done" in kept.err) == (1, True)
    gone = changing.run("calls", "delete", call, "--yes", "--json")
    assert (gone.code, gone.json["state"]) == (0, "deleted")
    assert changing.run("calls", "delete", call, "--yes").code == 3
    assert {s["calls"] for s in changing.run("profile", "ana", "--json").json["skills"]} == {3}
    again = changing.run("import", "calls", "--json")
    assert again.json["counts"] == {"deleted": 1, "scored": 3, "skipped": 1, "unreadable": 1}


def test_a_call_scored_again_counts_once(changing: Terminal) -> None:
    call = changing.run("calls", "list", "--state", "scored", "--json").json[0]
    again = changing.run("calls", "rescore", call["id"], "--json")
    assert again.json == {"call": call["id"], "state": "scored", "overall": call["overall"]}
    assert {s["calls"] for s in changing.run("profile", "ana", "--json").json["skills"]} == {4}
    assert changing.run("calls", "rescore", "none").code == 3


def test_a_poor_transcript_is_kept_without_a_score_and_the_import_says_why(
    changing: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "noise.vtt"
    file.write_text(as_vtt([(who, f"{text} [inaudible]") for who, text in GOOD]))
    (told,) = changing.run("import", str(file), "--json").json["files"]
    assert (told["state"], told["overall"]) == ("scored", None)
    assert told["detail"] == "Too much of the transcript could not be understood."
    assert {s["calls"] for s in changing.run("profile", "ana", "--json").json["skills"]} == {4}


def test_a_stored_score_is_made_again_and_is_identical(changing: Terminal) -> None:
    call = changing.run("calls", "list", "--state", "scored", "--json").json[0]["id"]
    told = changing.run("calls", "rescore", call, "--check", "--json")
    assert told.code == 0
    assert (told.json["verdict"], told.json["differences"]) == ("identical", [])
    assert told.json["grader"]["name"] == "builtin"
    said = changing.run("calls", "rescore", call, "--check").out
    assert "Scored again from the stored transcript: identical." in said
    assert changing.run("calls", "rescore", "none", "--check").code == 3


def test_a_call_goes_to_the_rep_who_is_named_afterwards(changing: Terminal) -> None:
    wrong = changing.run("import", "calls/discovery_0.vtt", "--rep", BUYER, "--json")
    assert imported(wrong)["discovery_0.vtt"][:2] == ("scored", None)
    assert {s["calls"] for s in changing.run("profile", "ana", "--json").json["skills"]} == {3}
    right = changing.run("import", "calls/discovery_0.vtt", "--rep", "ana@acme.test", "--json")
    assert imported(right)["discovery_0.vtt"] == ("scored", "ana", None)
    assert {s["calls"] for s in changing.run("profile", "ana", "--json").json["skills"]} == {4}


def test_a_rep_whom_nobody_knows_is_scored_without_a_profile_and_that_is_said(
    new: Terminal,
) -> None:
    ran = new.run("import", "calls/discovery_0.vtt", "--rep", REP)
    assert ran.code == 0
    assert "1 scored for a rep who is not among the known people" in ran.out


def test_the_date_of_a_call_can_be_given(new: Terminal) -> None:
    new.run("import", "calls/short.vtt", "--date", "2026-01-05T10:00+02:00")
    (call,) = new.run("calls", "list", "--json").json
    assert call["started_at"] == "2026-01-05T08:00:00+00:00"


def test_scoring_may_be_left_to_a_worker_which_needs_no_redis_to_end(new: Terminal) -> None:
    new.run("people", "import", "people.csv")
    ran = new.run("import", "calls/discovery_0.vtt", "--no-score", "--json")
    assert imported(ran)["discovery_0.vtt"] == ("ready", "ana", None)
    worked = new.run("worker", "--burst")
    assert (worked.code, worked.out) == (0, "")
    assert [c["state"] for c in new.run("calls", "list", "--json").json] == ["scored"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["people", "list"], "Nobody yet."),
        (["calls", "list"], "No calls yet."),
        (["calls", "list", "--state", "dead"], "No calls in this state."),
        (["dead", "list"], "Nothing is stuck."),
        (["dead", "replay"], "Nothing is stuck."),
        (["crm", "changes"], "Nothing was written to a CRM yet."),
        (["crm", "provision"], "No CRM is configured"),
        (["import", "empty"], "Nothing to import"),
        (["migrate"], "The database is up to date."),
    ],
)
def test_where_there_is_nothing_it_is_said_and_json_is_still_json(
    args: list[str], said: str, nothing: Terminal
) -> None:
    ran = nothing.run(*args)
    assert ran.code == 0
    assert said in ran.out
    told = nothing.run(*args, "--json")
    assert (told.code, told.err) == (0, "")
    assert told.json is not None


def test_a_redis_that_is_away_costs_an_import_nothing(new: Terminal) -> None:
    new.run("people", "import", "people.csv")
    ran = new.run(
        "import", "calls/discovery_0.vtt", "--json", REPLOOP_REDIS_URL="redis://127.0.0.1:1/0"
    )
    assert (ran.code, ran.json["counts"], ran.err) == (0, {"scored": 1}, "")


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"REPLOOP_DATABASE_URL": "mysql://a/b"}, "REPLOOP_DATABASE_URL: cannot use mysql so"),
        (
            {"REPLOOP_DATABASE_URL": "postgresql://u:p@127.0.0.1:1/x"},
            "the database cannot be used now: no connection to the database",
        ),
        ({"REPLOOP_DATABASE_URL": "sqlite:////proc/no/x.db"}, "/proc/no: No such file"),
        ({"REPLOOP_REDIS_URL": "nonsense"}, "REPLOOP_REDIS_URL: is not an address of Redis"),
        ({"REPLOOP_SECRET_KEY": "short"}, "REPLOOP_SECRET_KEY: it has 5 characters"),
    ],
)
def test_a_setting_that_does_not_work_is_a_sentence(
    env: dict[str, str], said: str, nothing: Terminal
) -> None:
    ran = nothing.run("calls", "list", **env)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert "defect" not in ran.err


def test_a_data_folder_that_is_a_file_is_a_sentence(nothing: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = nothing.run("calls", "list", REPLOOP_DATA_DIR=str(tmp_path / "file"))
    assert (ran.code, "File exists" in ran.err) == (1, True)
    assert "REPLOOP_DATA_DIR" in ran.err


def test_a_port_that_is_taken_is_a_sentence(nothing: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = nothing.run("web", "--port", port)
    assert (ran.code, ran.out) == (1, "")
    assert f"127.0.0.1, port {port}: cannot be listened on" in ran.err


def test_a_row_is_one_line_where_nobody_reads_along(changing: Terminal) -> None:
    ran = changing.run("import", "calls", COLUMNS="40")
    (row,) = [line for line in ran.out.splitlines() if "page.vtt" in line]
    assert "a web page, not a transcript" in row


def test_a_broken_line_of_a_file_is_named_once(new: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "long.vtt"
    file.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nAna: " + "a" * 20_000)
    (told,) = new.run("import", str(file), "--json").json["files"]
    assert told["detail"].startswith("line 4: one piece of speech has 20,005 characters")


def test_where_nobody_is_known_it_is_said_how_to_add_people(nothing: Terminal) -> None:
    assert "`reploop people list` says how to add people" in nothing.run("profile", "ana").err


def test_a_name_that_two_people_have_is_code_3_and_both_are_listed(new: Terminal) -> None:
    twice = new.data / "people.csv"
    twice.write_text(PEOPLE + "Kim Roe,kim2@acme.test,rep,East,UTC\n")
    assert new.run("people", "import", str(twice)).code == 0
    ran = new.run("profile", "kim roe", "--json")
    assert (ran.code, ran.out) == (3, "")
    assert ran.error["message"] == "several people are called 'kim roe': name one of kim, kim2"
