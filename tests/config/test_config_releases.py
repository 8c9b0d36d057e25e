"""Publishing a rubric version: two files, in order, and the same however often it is done."""

from pathlib import Path

import pytest

from config.loader import published_digests
from config.releases import is_published, publish, releases
from config.settings import PACKAGED
from domain.errors import ConfigurationError
from domain.rubrics import Rubric


def rubric(version: int, digest: str = "abc") -> Rubric:
    return Rubric(
        name="small", version=version, title="X", call_types=(), criteria=(), digest=digest
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_published_version_has_its_digest_and_what_it_was_measured_on(tmp_path: Path) -> None:
    assert publish(tmp_path, rubric(1), {"verdict": "pass"})
    assert published_digests(tmp_path) == {"small.v1.yaml": "abc"}
    assert releases(tmp_path) == {"small.v1.yaml": {"digest": "abc", "verdict": "pass"}}
    assert is_published(tmp_path, rubric(1))
    assert not is_published(tmp_path, rubric(1, "other"))


def test_publishing_twice_changes_no_byte(tmp_path: Path) -> None:
    publish(tmp_path, rubric(1), {"verdict": "pass"})
    before = contents(tmp_path)
    assert not publish(tmp_path, rubric(1), {"verdict": "fail"})
    assert contents(tmp_path) == before
    assert set(before) == {"DIGESTS", "RELEASES.json"}


def test_another_content_under_a_published_version_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, rubric(1), {})
    before = contents(tmp_path)
    with pytest.raises(ConfigurationError, match=r"another small\.v1\.yaml is published.*v2"):
        publish(tmp_path, rubric(1, "edited"), {})
    assert contents(tmp_path) == before


def test_lines_and_remarks_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "DIGESTS").write_text("# ours\nother.v1.yaml 123  # last year", "utf-8")
    publish(tmp_path, rubric(2), {})
    text = (tmp_path / "DIGESTS").read_text("utf-8")
    assert text == "# ours\nother.v1.yaml 123  # last year\nsmall.v2.yaml abc\n"


def test_versions_that_were_in_use_are_sealed_with_it(tmp_path: Path) -> None:
    publish(tmp_path, rubric(2, "two"), {}, before=(rubric(1, "one"),))
    assert published_digests(tmp_path) == {"small.v1.yaml": "one", "small.v2.yaml": "two"}
    assert set(releases(tmp_path)) == {"small.v2.yaml"}


def test_a_record_without_its_digest_publishes_nothing_and_is_healed(tmp_path: Path) -> None:
    publish(tmp_path, rubric(1), {"verdict": "pass"})
    (tmp_path / "DIGESTS").unlink()  # as if the process had ended between the two files
    assert not is_published(tmp_path, rubric(1))
    assert publish(tmp_path, rubric(1), {"verdict": "caution"})
    assert releases(tmp_path)["small.v1.yaml"]["verdict"] == "caution"


@pytest.mark.parametrize("text", ["{", "[]", "1"])
def test_a_record_file_that_is_damaged_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "RELEASES.json").write_text(text, "utf-8")
    with pytest.raises(ConfigurationError, match="not a JSON object"):
        publish(tmp_path, rubric(1), {})
    assert not (tmp_path / "DIGESTS").exists()


def test_a_folder_that_cannot_be_written_publishes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        publish(tmp_path / "absent", rubric(1), {})


@pytest.mark.parametrize("file", ["spin.v2.yaml", "gap.v2.yaml", "sandler.v3.yaml"])
def test_a_shipped_version_that_left_negotiations_out_says_so_in_its_record(file: str) -> None:
    forced = releases(PACKAGED / "rubrics")[file]["forced"]
    assert "negotiations" in forced
    assert "wording only" not in forced.lower()


def test_the_records_of_the_shipped_versions_hold_the_digests_they_were_published_with() -> None:
    records = releases(PACKAGED / "rubrics")
    published = published_digests(PACKAGED / "rubrics")
    assert {file: published[file] for file in records} == {
        file: record["digest"] for file, record in records.items()
    }
