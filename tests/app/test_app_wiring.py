"""Wiring: vendors that are configured in part stop the start; secrets are kept with care."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import vendors
from app.crm_vendors import Now, crms
from app.kill_points import reacher
from app.secret_key import signing_secret
from app.services import clock_now, new_id
from config.settings import Settings
from domain.errors import ConfigurationError


def settings(tmp_path: Path, **given: str) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, **given)  # type: ignore[arg-type, call-arg]


def _meetings(configured: Settings, now: Now) -> object:
    del now
    return vendors.meeting_providers(configured)


def test_nothing_configured_is_nothing_switched_on(tmp_path: Path) -> None:
    bare = settings(tmp_path)
    assert vendors.meeting_providers(bare) == {}
    assert crms(bare, clock_now) == {}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"zoom_webhook_secret": "s", "zoom_account_id": "a"}, "REPLOOP_ZOOM_CLIENT_ID"),
        (
            {"zoom_account_id": "a", "zoom_client_id": "c", "zoom_client_secret": "s"},
            "REPLOOP_ZOOM_WEBHOOK_SECRET",
        ),
        ({"salesforce_client_id": "c"}, "REPLOOP_SALESFORCE_BASE_URL"),
        (
            {"salesforce_client_id": "c", "salesforce_base_url": "https://a.my.salesforce.com"},
            "REPLOOP_SALESFORCE_CLIENT_SECRET",
        ),
        (
            {
                "salesforce_client_id": "c",
                "salesforce_base_url": "https://a.my.salesforce.com",
                "salesforce_private_key_file": "nowhere.pem",
            },
            "REPLOOP_SALESFORCE_PRIVATE_KEY_FILE",
        ),
    ],
)
def test_a_vendor_configured_in_part_is_named(
    tmp_path: Path, given: dict[str, str], missing: str
) -> None:
    configured = settings(tmp_path, **given)
    open_vendor = crms if "SALESFORCE" in missing else _meetings
    with pytest.raises(ConfigurationError) as raised:
        open_vendor(configured, clock_now)
    assert raised.value.where == missing
    assert raised.value.remedy


def test_zoom_alone_needs_only_its_webhook_secret(tmp_path: Path) -> None:
    assert list(vendors.meeting_providers(settings(tmp_path, zoom_webhook_secret="s"))) == ["zoom"]


def test_the_signing_secret_is_made_once_and_only_we_can_read_it(tmp_path: Path) -> None:
    first = signing_secret(settings(tmp_path))
    assert signing_secret(settings(tmp_path)) == first
    assert len(first) >= 32
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="fewer than 16"):
        signing_secret(settings(tmp_path, secret_key="short"))


def test_a_damaged_key_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("")
    with pytest.raises(ConfigurationError, match=r"secret\.key"):
        signing_secret(settings(tmp_path))


def test_ids_are_unique_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert [i[:12] for i in ids] == sorted(i[:12] for i in ids)


def test_without_a_kill_point_nothing_happens() -> None:
    reacher(None)("score.graded")
    reacher("score.graded")("score.before_commit")


@pytest.mark.slow
@pytest.mark.parametrize(("spec", "times"), [("here", 1), ("here:3", 3), ("there, here:2", 2)])
def test_a_process_dies_the_nth_time_it_comes_to_its_point(spec: str, times: int) -> None:
    script = (
        "from app.kill_points import reacher\n"
        f"reach = reacher({spec!r})\n"
        "for n in range(9):\n"
        "    print(n, flush=True)\n"
        "    reach('here')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert len(done.stdout.split()) == times
