"""``reploop crm package``: the committed packages are what it writes for the shipped mapping."""

from pathlib import Path

import pytest

from sandbox.salesforce import SalesforceSandbox
from tests.app.cli_runs import run_here

ROOT = Path(__file__).parents[2]


def files_in(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.mark.parametrize("crm", ["salesforce", "hubspot"])
def test_the_committed_package_is_that_of_the_shipped_mapping(tmp_path: Path, crm: str) -> None:
    out = tmp_path / "package"
    done = run_here(tmp_path, "crm", "package", crm, "--out", str(out))
    assert (done.code, f"files in {out}" in done.out.replace("\n", "")) == (0, True)
    assert files_in(ROOT / "integrations" / crm / "package") == files_in(out)


def test_the_committed_package_can_be_deployed() -> None:
    SalesforceSandbox().deploy(files_in(ROOT / "integrations" / "salesforce" / "package"))


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run_here(tmp_path, "crm", "package", "hubspot", "--out", str(tmp_path))
    assert (done.code, "not empty" in done.out) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_crm_without_a_package_is_named(tmp_path: Path) -> None:
    done = run_here(tmp_path, "crm", "package", "zoho")
    assert done.code == 2
    assert "salesforce and hubspot" in done.err
