import multiprocessing
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import text

from domain.errors import ConfigurationError, StoreUnavailable
from domain.people import PersonId
from domain.rubrics import SkillId
from store import schema
from store.database import SqlDatabase, schema_is_current, upgrade
from store.engines import open_engine, parsed_url
from store.tables import METADATA

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'reploop.db'}"
    found: str = request.getfixturevalue("bare_postgres_url")
    return found


def tables(url: str) -> set[str]:
    with open_engine(parsed_url(url), pooled=False).connect() as connection:
        return set(connection.dialect.get_table_names(connection))


def test_migrations_make_exactly_the_tables_of_the_models(url: str) -> None:
    with open_engine(parsed_url(url), pooled=False).connect() as connection:
        opts = {"compare_type": True, "include_name": no_index_of_words}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, METADATA) == []


def no_index_of_words(name: str | None, kind: str, _parents: object) -> bool:
    """What triggers keep in step with the transcripts has no model."""
    return kind != "table" or not (name or "").startswith("search_")


def test_an_upgrade_makes_the_schema_current_and_can_be_repeated(bare_url: str) -> None:
    assert not schema_is_current(bare_url)
    upgrade(bare_url)
    upgrade(bare_url)
    assert schema_is_current(bare_url)


def test_rows_of_the_first_tables_live_through_every_later_migration(bare_url: str) -> None:
    upgrade(bare_url)
    engine = open_engine(parsed_url(bare_url), pooled=False)
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0001")
        for statement in FIRST_ROWS.split(";"):
            connection.execute(text(statement))
    upgrade(bare_url)
    database = SqlDatabase(bare_url, clock=lambda: 0.0)
    with database.read() as tx:
        (observed,) = tx.profiles.observations(PersonId("ana"), SkillId("discovery"))
        (told,) = tx.profiles.announced(PersonId("ana"))[SkillId("discovery")]
        assert (observed.score, observed.parts, observed.call_type) == (62.5, (), "demo")
        assert (told.level, told.fit) == (60.0, 0)
        assert tx.profiles.behind("fit 0, rules x") == [("ana", "discovery")]
    database.dispose()
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0001")
        assert connection.execute(text("SELECT score FROM observations")).scalars().all() == [62.5]


AT = "'2026-11-01 09:00:00.000000'"
FIRST_ROWS = f"""
INSERT INTO calls (id, provider, provider_ref, title, started_at, ended_at, duration_s, state,
    call_type, participants, version, attempts, fence, next_at)
    VALUES ('c1', 'zoom', 'x', 't', {AT}, {AT}, 600, 'scored', 'demo', '[]', 1, 0, 0, 0);
INSERT INTO observations (call_id, rep_id, skill_id, observed_at, score, criteria)
    VALUES ('c1', 'ana', 'discovery', {AT}, 62.5, 2);
INSERT INTO profiles (rep_id, skill_id, as_of, level, standard_error, effective_n, calls, trends,
    history) VALUES ('ana', 'discovery', {AT}, 60, 9, 1, 1, '[]', '[]');
INSERT INTO tier_changes (rep_id, skill_id, at, after, because_of, level, standard_error, calls)
    VALUES ('ana', 'discovery', {AT}, 'developing', 'c1', 60, 5, 5)
"""


def test_a_downgrade_leaves_nothing_behind(bare_url: str) -> None:
    upgrade(bare_url)
    engine = open_engine(parsed_url(bare_url), pooled=False)
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "base")
    assert tables(bare_url) <= {"alembic_version"}
    assert not schema_is_current(bare_url)


def test_a_failed_migration_leaves_the_database_as_it_was(
    bare_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scripts = tmp_path / "scripts"
    shutil.copytree(ROOT / "migrations", scripts)
    first = scripts / "versions" / "0001_first_tables.py"
    broken = first.read_text().replace(
        "def downgrade", "    op.execute('SELEC')\n\n\ndef downgrade"
    )
    first.write_text(broken)
    monkeypatch.setattr(schema, "_SCRIPTS", scripts)
    with pytest.raises(Exception, match="SELEC"):
        upgrade(bare_url)
    assert tables(bare_url) == set()


def test_asking_whether_a_sqlite_schema_is_current_creates_no_file(tmp_path: Path) -> None:
    assert not schema_is_current(f"sqlite:///{tmp_path / 'reploop.db'}")
    assert list(tmp_path.iterdir()) == []


def test_a_sqlite_file_is_for_its_owner_only_and_in_wal_mode(tmp_path: Path) -> None:
    file = tmp_path / "data" / "reploop.db"
    upgrade(f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        mode = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert mode == ("wal",)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_eight_processes_may_upgrade_at_once(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    sqlite = f"sqlite:///{tmp_path / 'reploop.db'}"
    target = sqlite if kind == "sqlite" else request.getfixturevalue("bare_postgres_url")
    with multiprocessing.get_context("fork").Pool(8) as pool:
        pool.map(upgrade, [target] * 8, chunksize=1)
    assert schema_is_current(target)


@pytest.mark.slow
def test_migrations_print_as_sql_from_any_folder(tmp_path: Path) -> None:
    alembic = [sys.executable, "-m", "alembic", "-c", str(ROOT / "alembic.ini")]
    said = subprocess.run(
        [*alembic, "-x", "url=postgresql://nobody@nowhere/none", "upgrade", "head", "--sql"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    besides = 4  # Alembic's, the index of words, and two tables that were made anew
    assert said.stdout.count("CREATE TABLE") == len(METADATA.tables) + besides


def test_alembic_by_hand_asks_which_database() -> None:
    with pytest.raises(CommandError, match="alembic -x url="):
        command.current(schema._config())


@pytest.mark.parametrize(
    "address", ["mysql://host/name", "sqlite://", "sqlite:///:memory:", "nonsense", "", "oracle:"]
)
def test_an_address_of_another_kind_is_refused_with_a_remedy(address: str) -> None:
    with pytest.raises(ConfigurationError, match="Use postgresql://"):
        upgrade(address)


def test_a_refused_address_does_not_show_its_password() -> None:
    with pytest.raises(ConfigurationError) as refused:
        parsed_url("mysql://root:secret@host/name")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_spelling_of_postgresql_uses_psycopg(scheme: str) -> None:
    assert parsed_url(f"{scheme}://u:p@h/d").drivername == "postgresql+psycopg"


def test_an_upgrade_that_reaches_no_server_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        upgrade(f"postgresql://postgres@/none?host={tmp_path}")
    with pytest.raises(StoreUnavailable):
        schema_is_current(f"postgresql://postgres@/none?host={tmp_path}")
