"""``reploop study`` on a small company written here."""

import csv
import json
import math
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.study.files import read_study
from app.study.run import RULES, weeks
from app.study.tables import COLUMNS, write_study
from domain.calls import CallId
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import SkillObservation
from scoring.norms import Reading
from scoring.profile import replay
from tests.app.cli_runs import run_here

DAYS, REPS = 56, 7
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write(folder: Path, name: str, header: str, *lines: str) -> None:
    (folder / name).write_text("\n".join((header, *lines)) + "\n", "utf-8")


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Seven reps with a call every other day on one skill of two criteria."""
    rng = random.Random(3)
    org = {
        "days": DAYS,
        "anchor_version": "v1",
        "skills": [{"skill_id": "s"}],
        "criteria": [{"criterion_id": c, "skill_id": "s"} for c in ("a", "b")],
    }
    (tmp_path / "org.json").write_text(json.dumps(org), "utf-8")
    write(tmp_path, "reps.csv", "rep_id,start_day,end_day", *(f"r{i},0," for i in range(REPS)))
    calls, events = [], []
    for rep in range(REPS):
        for day in range(0, DAYS, 2):
            call = f"k{rep}_{day}"
            calls.append(f"{call},r{rep},{day},{day:03},call,demo,")
            for c in "ab":
                score = 40 + 6 * rep + rng.randint(-8, 8)
                events.append((day, f"{day},score,{call},{c},{score},v1"))
    write(tmp_path, "calls.csv", "call_id,rep_id,day,started_at,source,call_type,deal_id", *calls)
    header = "arrived_day,op,call_id,criterion_id,score,judge_version"
    write(tmp_path, "score_events.csv", header, *(line for _, line in sorted(events)))
    return tmp_path


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def study_of(company: Path, out: Path) -> Path:
    for _ in write_study(read_study(company), out):
        pass
    return out


def test_every_table_is_written_with_its_columns(company: Path) -> None:
    out = study_of(company, company / "out")
    for name, columns in COLUMNS.items():
        header = (out / f"{name}.csv").read_text("utf-8").splitlines()[0]
        assert header == ",".join(columns)
    last = [r for r in rows(out, "proficiency") if r["as_of_day"] == "55"]
    assert [r["rep_id"] for r in last] == [f"r{i}" for i in range(REPS)]
    assert float(last[0]["mean"]) < float(last[-1]["mean"])
    assert all(float(r["lo90"]) < float(r["mean"]) < float(r["hi90"]) for r in last)


def test_a_study_run_twice_is_the_same_to_the_letter(company: Path) -> None:
    first, second = study_of(company, company / "one"), study_of(company, company / "two")
    for name in COLUMNS:
        assert (first / f"{name}.csv").read_bytes() == (second / f"{name}.csv").read_bytes()


def test_a_row_knows_nothing_of_what_arrived_later(company: Path) -> None:
    before = rows(study_of(company, company / "one"), "proficiency")
    with (company / "score_events.csv").open("a", encoding="utf-8") as file:
        file.write("54,rescore,k0_0,a,100,v1\n54,rescore,k0_0,b,100,v1\n")
    after = rows(study_of(company, company / "two"), "proficiency")
    early = [r for r in before if int(r["as_of_day"]) < 54]
    assert early == [r for r in after if int(r["as_of_day"]) < 54]
    assert before != after


def test_a_call_that_is_deleted_and_scored_again_changes_nothing_in_the_end(company: Path) -> None:
    *_, (_, plain) = weeks(read_study(company))
    lines = (company / "score_events.csv").read_text("utf-8").splitlines()
    again = [line.replace("0,score", "55,score", 1) for line in lines if ",k0_0," in line]
    with (company / "score_events.csv").open("a", encoding="utf-8") as file:
        file.write("\n".join(["54,delete,k0_0,a,,v1", *again]) + "\n")
    *_, (_, changed) = weeks(read_study(company))
    assert changed.known(("r0", "s"), 55) == pytest.approx(plain.known(("r0", "s"), 55), abs=1e-9)


def test_a_figure_is_as_sure_as_the_product_says_on_the_same_fit(company: Path) -> None:
    calls = (company / "calls.csv").read_text("utf-8").splitlines()
    mixed = [c.replace(",demo,", ",pricing,") if n % 3 else c for n, c in enumerate(calls)]
    (company / "calls.csv").write_text("\n".join(mixed) + "\n", "utf-8")
    for day, known in weeks(read_study(company)):
        level, variance = known.known(("r0", "s"), day)
        seen = [_observation(reading) for reading in known.pairs["r0", "s"]]
        as_of = _EPOCH + timedelta(days=day)
        found = replay(
            PersonId("r0"), SkillId("s"), seen, RULES, known.fitted, as_of=as_of
        ).proficiency
        assert found.level == pytest.approx(level)
        assert found.standard_error == pytest.approx(math.sqrt(variance))


def _observation(reading: Reading) -> SkillObservation:
    return SkillObservation(
        rep_id=PersonId("r0"),
        skill_id=SkillId("s"),
        call_id=CallId(reading.call),
        observed_at=_EPOCH + timedelta(days=reading.day),
        score=reading.mean,
        criteria=len(reading.scores),
        parts=tuple((name, score, 1.0) for name, score in reading.scores),
        call_type=reading.call_type,
    )


def test_no_percentile_below_five_peers(company: Path) -> None:
    write(company, "reps.csv", "rep_id,start_day,end_day", *(f"r{i},0,{30}" for i in range(2)),
          *(f"r{i},0," for i in range(2, REPS)))  # fmt: skip
    days = {int(r["as_of_day"]) for r in rows(study_of(company, company / "out"), "percentile")}
    assert days == {27}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("60,score,k0_0,a,101,v1", "score 101 is not within 0-100"),
        ("60,score,k0_0,a,high,v1", "score high is not within 0-100"),
        ("60,score,k0_0,a,nan,v1", "score nan is not within 0-100"),
        ("inf,score,k0_0,a,50,v1", "arrived_day 'inf' is not a whole number from"),
        ("60,score,nobody,a,50,v1", "call 'nobody' is not in calls.csv"),
        ("60,score,k0_0,z,50,v1", "criterion 'z' is not in org.json"),
        ("60,erase,k0_0,a,50,v1", "unknown operation 'erase'"),
        ("3,score,k0_0,a,50,v1", "arrived on day 3, after a row of day 54"),
        ("60,score,late,a,50,v1", "arrived on day 60, before the call of day 61"),
    ],
)
def test_a_bad_row_is_named_with_file_and_line(company: Path, line: str, what: str) -> None:
    with (company / "calls.csv").open("a", encoding="utf-8") as calls:
        calls.write("late,r0,61,0,call,demo,\n")
    file = company / "score_events.csv"
    number = len(file.read_text("utf-8").splitlines()) + 1
    with file.open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")
    with pytest.raises(ConfigurationError, match=r"docs/study\.md") as caught:
        read_study(company)
    assert f"score_events.csv:{number}" in str(caught.value)
    assert what in str(caught.value)


DEAL_COLUMNS = "deal_id,rep_id,segment,created_day,closed_day,status,amount,lead_source,competitor"


def with_deals(company: Path, *lines: str) -> None:
    write(company, "deals.csv", DEAL_COLUMNS, *lines)


def test_without_deals_there_is_no_table_of_outcomes(company: Path) -> None:
    assert not (study_of(company, company / "out") / "outcomes.csv").exists()


def test_closed_deals_say_how_far_a_skill_goes_with_winning(company: Path) -> None:
    with_deals(
        company,
        *(
            f"d{n},r{n % REPS},smb,{10 + n // 4},{20 + n // 4},"
            f"{'won' if n % REPS > 3 else 'lost'},900,inbound,0"
            for n in range(60)
        ),
        "open,r1,smb,30,,open,900,partner,1",
    )
    (row,) = rows(study_of(company, company / "out"), "outcomes")
    assert (row["segment"], row["skill_id"]) == ("smb", "s")
    assert float(row["or_per10"]) > 1.0
    assert float(row["lo95"]) < float(row["or_per10"]) < float(row["hi95"])
    assert row["significant"] == "0"  # seven reps are too few for any claim


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("d,zoe,smb,1,5,won,900,inbound,0", "rep 'zoe' is not in reps.csv"),
        ("d,r1,smb,1,5,gone,900,inbound,0", "status 'gone' is neither won, lost nor open"),
        ("d,r1,smb,5,1,won,900,inbound,0", "closed on day 1, before it was created on day 5"),
        ("d,r1,smb,1,inf,won,900,inbound,0", "closed_day 'inf' is not a whole number from"),
        ("d,r1,smb,1,,won,900,inbound,0", "closed_day '' is not a whole number from"),
        ("d,r1,smb,1,5,won,0,inbound,0", "amount '0' is not above zero"),
        ("d,r1,smb,1,5,won,nan,inbound,0", "amount 'nan' is not above zero"),
    ],
)
def test_a_bad_deal_is_named_with_file_and_line(company: Path, line: str, what: str) -> None:
    with_deals(company, line)
    with pytest.raises(ConfigurationError) as caught:
        read_study(company)
    assert "deals.csv:2" in str(caught.value)
    assert what in str(caught.value)


@pytest.mark.parametrize("name", ["org.json", "reps.csv", "calls.csv", "score_events.csv"])
def test_a_missing_file_is_named(company: Path, name: str) -> None:
    (company / name).unlink()
    with pytest.raises(ConfigurationError, match=name):
        read_study(company)


def test_an_org_file_that_is_not_json_is_named(company: Path) -> None:
    (company / "org.json").write_text("{", "utf-8")
    with pytest.raises(ConfigurationError, match="not JSON"):
        read_study(company)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("k,nobody,1,0,call,demo,", "rep 'nobody' is not in reps.csv"),
        ("k,r0,1,0,lunch,demo,", "source 'lunch' is neither call nor roleplay"),
        ("k,r0,soon,0,call,demo,", "day 'soon' is not a whole number from"),
        ("k,r0,1e9,0,call,demo,", "day '1e9' is not a whole number from"),
    ],
)
def test_a_bad_call_is_named_with_file_and_line(company: Path, line: str, what: str) -> None:
    number = len((company / "calls.csv").read_text("utf-8").splitlines()) + 1
    with (company / "calls.csv").open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")
    with pytest.raises(ConfigurationError, match=f"calls.csv:{number}: .*{what}"):
        read_study(company)


def test_a_missing_column_is_named(company: Path) -> None:
    write(company, "reps.csv", "rep_id,start_day", "r0,0")
    with pytest.raises(ConfigurationError, match="no column 'end_day'"):
        read_study(company)


def test_a_file_that_is_not_text_is_named(company: Path) -> None:
    (company / "reps.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match="not text in UTF-8"):
        read_study(company)


def test_a_criterion_of_no_skill_is_named(company: Path) -> None:
    org = json.loads((company / "org.json").read_text("utf-8"))
    org["criteria"].append({"criterion_id": "z", "skill_id": "none"})
    (company / "org.json").write_text(json.dumps(org), "utf-8")
    with pytest.raises(ConfigurationError, match="unknown skills"):
        read_study(company)


@pytest.mark.parametrize("days", ["Infinity", "NaN", "6", "0", "-1", "7.5", "1e9", "null", "true"])
def test_a_length_that_cannot_be_is_named_with_its_line(company: Path, days: str) -> None:
    file = company / "org.json"
    org = json.loads(file.read_text("utf-8"))
    del org["days"]
    file.write_text('{\n"days": ' + days + "," + json.dumps(org)[1:], "utf-8")
    with pytest.raises(ConfigurationError, match=r"org.json:2: days is .* from 7 to"):
        read_study(company)


def test_a_week_is_enough(company: Path) -> None:
    org = json.loads((company / "org.json").read_text("utf-8"))
    (company / "org.json").write_text(json.dumps(org | {"days": 7}), "utf-8")
    assert len(list(weeks(read_study(company)))) == 1


@pytest.mark.parametrize("score", ["nan", "inf", "-1", "101", ""])
def test_a_bad_score_of_two_judges_is_named_with_file_and_line(company: Path, score: str) -> None:
    write(company, "bridge.csv", "criterion_id,score_v1,score_v2", "a,50,50", f"a,50,{score}")
    with pytest.raises(ConfigurationError, match=f"bridge.csv:3: score_v2 {score} is not within"):
        read_study(company)


@pytest.mark.parametrize("end", ["nan", "Infinity", "soon"])
def test_a_last_day_that_is_none_is_named(company: Path, end: str) -> None:
    write(company, "reps.csv", "rep_id,start_day,end_day", f"r0,0,{end}")
    with pytest.raises(ConfigurationError, match=f"reps.csv:2: end_day '{end}' is not"):
        read_study(company)


def test_a_file_is_no_folder_of_a_study(company: Path) -> None:
    with pytest.raises(ConfigurationError, match="Give a folder that holds the files") as caught:
        read_study(company / "org.json")
    assert "REPLOOP_DATA_DIR" not in str(caught.value)


def test_tables_that_cannot_be_written_are_named(company: Path, tmp_path: Path) -> None:
    (company / "out" / "trend.csv").mkdir(parents=True)
    ran = run_here(tmp_path, "study", str(company), "--out", str(company / "out"))
    assert ran.code == 1
    assert str(company / "out" / "trend.csv") in ran.err
    assert "Give another folder with --out" in ran.err
