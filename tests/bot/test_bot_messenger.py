"""The real client against the sandbox Slack over HTTP."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.client import ask, web_client
from bot.messenger import SlackMessenger
from config.catalogue import load_catalogues
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from domain.people import Person
from sandbox.base import Fault
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from tests.bot.bot_samples import (
    ANA,
    BEN,
    LINKS,
    MIA,
    NOW,
    SKILLS,
    agenda,
    answer_notice,
    tier_notice,
)

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[SlackSandbox, str]]:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        yield sandbox, f"{running.url}/api/"


@pytest.fixture
def slack(served: tuple[SlackSandbox, str]) -> SlackSandbox:
    """The sandbox as new: nothing posted, nothing broken."""
    sandbox, _ = served
    sandbox.reset()
    sandbox.load([MIA, ANA, BEN])
    sandbox.add_channel("C1")
    return sandbox


@pytest.fixture
def messenger(served: tuple[SlackSandbox, str], slack: SlackSandbox) -> SlackMessenger:
    assert slack is served[0]
    return made(served[1])


def made(url: str, token: str = "xoxb-sandbox", **more: Any) -> SlackMessenger:
    return SlackMessenger(
        web_client(token, url, 1), links=LINKS, skills=SKILLS, speech=load_catalogues(), **more
    )


def send(messenger: SlackMessenger, to: Person = MIA, key: str = "k1") -> str:
    return messenger.send(agenda(), to, key=key, now=NOW)


def answers(code: str, **more: Any) -> Fault:
    return Fault(
        "answer", "chat.postMessage", status=200, body={"ok": False, "error": code}, **more
    )


# ── sending ─────────────────────────────────────────────────────────────────────────────


def test_a_notice_is_posted_once_to_the_persons_direct_messages(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    remote_id = send(messenger)
    (posted,) = slack.messages_to("UMIA")
    assert remote_id == f"DMIA:{posted.ts}"
    assert posted.metadata == {"event_type": "reploop_outbox", "event_payload": {"key": "k1"}}


def test_a_post_asks_slack_to_unfurl_and_parse_nothing(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    send(messenger)
    body = slack.requests_to("chat.postMessage")[0].json()
    assert (body["unfurl_links"], body["unfurl_media"], body["link_names"]) == (False,) * 3
    assert body["parse"] == "none"


def test_a_person_without_a_slack_id_is_found_by_email_once(
    served: tuple[SlackSandbox, str], slack: SlackSandbox
) -> None:
    learned: list[tuple[str, str]] = []
    messenger = made(served[1], remember=lambda person, user: learned.append((person.id, user)))
    for key in ("k1", "k2"):
        messenger.send(tier_notice(), BEN, key=key, now=NOW)
    assert learned == [("ben", "UBEN")]
    assert len(slack.requests_to("users.lookupByEmail")) == 1
    assert len(slack.messages_to("UBEN")) == 2


def test_somebody_slack_does_not_know_is_not_found(messenger: SlackMessenger) -> None:
    stranger = replace(BEN, email="nobody@reploop.test")
    with pytest.raises(NotFoundAtVendor, match="users_not_found"):
        messenger.send(tier_notice(), stranger, key="k", now=NOW)


def test_somebody_who_left_slack_is_not_found(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.load([replace(ANA, slack_user_id="UGONE", active=False)])
    with pytest.raises(NotFoundAtVendor, match="user_disabled"):
        messenger.send(tier_notice(), replace(ANA, slack_user_id="UGONE"), key="k", now=NOW)


def test_a_pointer_in_a_channel_holds_no_figure_and_no_name(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    messenger.send(answer_notice(), MIA, key="k", now=NOW)
    messenger.point_to_answer("C1", "1767225600.000100", MIA, key="k:pointer")
    (public,) = [m for m in slack.messages if m.channel == "C1"]
    assert public.text == "I have answered in a direct message, where only you can see it."
    assert public.blocks == ()
    assert public.thread_ts == "1767225600.000100"


# ── what failures mean ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("invalid_auth", CredentialsRejected),
        ("token_revoked", CredentialsRejected),
        ("account_inactive", CredentialsRejected),
        ("missing_scope", CredentialsRejected),
        ("channel_not_found", NotFoundAtVendor),
        ("is_archived", NotFoundAtVendor),
        ("cannot_dm_bot", NotFoundAtVendor),
        ("user_disabled", NotFoundAtVendor),
        ("invalid_blocks", WriteRefused),
        ("msg_too_long", WriteRefused),
        ("msg_blocks_too_long", WriteRefused),
        ("internal_error", VendorUnavailable),
        ("fatal_error", VendorUnavailable),
        ("ratelimited", RateLimited),
        ("a_new_error", UnexpectedPayload),
    ],
)
def test_each_error_of_slack_has_one_meaning(
    code: str, meaning: type[IntegrationError], messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(answers(code))
    with pytest.raises(IntegrationError) as caught:
        send(messenger)
    assert type(caught.value) is meaning


def test_a_rate_limit_says_how_long_to_wait(messenger: SlackMessenger, slack: SlackSandbox) -> None:
    slack.fail(Fault("answer", "chat.postMessage", status=429, headers={"Retry-After": "7"}))
    with pytest.raises(RateLimited) as caught:
        send(messenger)
    assert caught.value.retry_after_s == 7.0


def test_slacks_own_rate_limit_is_met_after_one_message_a_second(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.post_interval_s = 60.0
    send(messenger, key="k1")
    with pytest.raises(RateLimited) as caught:
        send(messenger, key="k2")
    assert caught.value.retry_after_s == 1.0


def test_an_odd_retry_after_falls_back_to_half_a_minute(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(Fault("answer", "chat.postMessage", status=429, headers={"Retry-After": "soon"}))
    with pytest.raises(RateLimited) as caught:
        send(messenger)
    assert caught.value.retry_after_s == 30.0


@pytest.mark.parametrize(
    "fault",
    [
        Fault("answer", "chat.postMessage", status=503, body="<html>no</html>"),
        Fault("answer", "chat.postMessage", status=200, body="<html>proxy</html>"),
        Fault("drop", "chat.postMessage"),
    ],
    ids=["503", "not json", "dropped"],
)
def test_no_usable_answer_is_worth_another_look(
    fault: Fault, messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(replace(fault))
    with pytest.raises(VendorUnavailable):
        send(messenger)
    assert slack.messages_to("UMIA") == []


def test_a_dropped_connection_is_never_retried_by_the_client(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(Fault("accept_then_drop", "chat.postMessage"))
    with pytest.raises(VendorUnavailable):
        send(messenger)
    assert len(slack.requests_to("chat.postMessage")) == 1
    assert len(slack.messages_to("UMIA")) == 1


@pytest.mark.slow
def test_a_post_that_takes_too_long_may_stand(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(Fault("accept_then_hang", "chat.postMessage", delay_s=2.0))
    with pytest.raises(VendorUnavailable):
        send(messenger)
    assert messenger.find(MIA, key="k1", since=datetime.now(UTC)) is not None


def test_a_wrong_token_must_be_replaced_by_a_person(served: tuple[SlackSandbox, str]) -> None:
    with pytest.raises(CredentialsRejected, match="invalid_auth"):
        send(made(served[1], "xoxb-old"))


def test_an_unreachable_host_is_worth_another_try() -> None:
    with pytest.raises(VendorUnavailable):
        send(made("http://127.0.0.1:9/api"))


# ── finding what may have been sent ─────────────────────────────────────────────────────


def test_a_lost_answer_is_found_by_its_key(messenger: SlackMessenger, slack: SlackSandbox) -> None:
    before = datetime.now(UTC)
    slack.fail(Fault("accept_then_drop", "chat.postMessage"))
    with pytest.raises(VendorUnavailable):
        send(messenger, key="lost")
    (posted,) = slack.messages_to("UMIA")
    assert messenger.find(MIA, key="lost", since=before) == f"DMIA:{posted.ts}"


def test_a_key_that_was_never_posted_is_not_found(messenger: SlackMessenger) -> None:
    send(messenger, key="other")
    assert messenger.find(MIA, key="k1", since=LONG_AGO) is None


def test_every_page_of_the_history_is_read(messenger: SlackMessenger, slack: SlackSandbox) -> None:
    slack.page_size = 2
    first = send(messenger, key="first")
    for number in range(4):
        send(messenger, key=f"later-{number}")
    assert messenger.find(MIA, key="first", since=LONG_AGO) == first
    assert len(slack.requests_to("conversations.history")) == 3


def test_a_history_too_long_to_read_is_not_called_empty(
    messenger: SlackMessenger, slack: SlackSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack.page_size = 1
    for number in range(3):
        send(messenger, key=f"k-{number}")
    monkeypatch.setattr("bot.messenger.MAX_PAGES", 2)
    with pytest.raises(VendorUnavailable, match="more pages"):
        messenger.find(MIA, key="absent", since=LONG_AGO)


def test_a_message_from_before_the_first_try_is_not_taken_for_it(
    messenger: SlackMessenger,
) -> None:
    send(messenger, key="k1")
    later = datetime.now(UTC) + timedelta(seconds=120)
    assert messenger.find(MIA, key="k1", since=later) is None


def test_a_message_a_minute_before_the_first_try_still_counts(messenger: SlackMessenger) -> None:
    sent = send(messenger, key="k1")
    skewed = datetime.now(UTC) + timedelta(seconds=30)
    assert messenger.find(MIA, key="k1", since=skewed) == sent


def test_when_the_history_cannot_be_read_nobody_knows(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.fail(Fault("answer", "conversations.history", status=429, headers={"Retry-After": "60"}))
    with pytest.raises(RateLimited):
        messenger.find(MIA, key="k1", since=LONG_AGO)


def test_a_post_that_history_does_not_show_yet_is_not_found(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    slack.history_lag_s = 3600.0
    send(messenger)
    assert messenger.find(MIA, key="k1", since=LONG_AGO) is None


# ── doctor and directory ────────────────────────────────────────────────────────────────


def test_the_doctor_finds_a_working_installation(served: tuple[SlackSandbox, str]) -> None:
    checks = made(served[1], team_id="T1").check()
    assert [(c.what, c.ok) for c in checks] == [
        ("Slack token", True),
        ("Slack workspace", True),
        ("Slack permissions", True),
    ]


def test_the_doctor_names_missing_permissions(
    served: tuple[SlackSandbox, str], slack: SlackSandbox
) -> None:
    slack.scopes = ("chat:write", "im:write")
    check = made(served[1]).check()[-1]
    assert not check.ok
    assert check.detail.startswith(
        "missing app_mentions:read, assistant:write, commands, files:write, im:history"
    )


def test_the_doctor_names_another_workspace(served: tuple[SlackSandbox, str]) -> None:
    check = made(served[1], team_id="T2").check()[1]
    assert (check.ok, check.remedy) == (False, "Set REPLOOP_SLACK_TEAM_ID to T1")


def test_the_doctor_says_how_to_get_a_token(served: tuple[SlackSandbox, str]) -> None:
    (check,) = made(served[1], "xoxb-old").check()
    assert (check.ok, check.detail) == (False, ["slack", "auth.test: invalid_auth"][1])


def test_a_members_address_is_known_and_a_guests_is_not(
    messenger: SlackMessenger, slack: SlackSandbox
) -> None:
    assert messenger.directory.email_of("UANA") == "ana@reploop.test"
    slack.members["UANA"] = replace(slack.members["UANA"], guest=True)
    assert messenger.directory.email_of("UANA") is None
    assert messenger.directory.email_of("UNOBODY") is None


def test_a_missing_permission_is_named(
    served: tuple[SlackSandbox, str], slack: SlackSandbox
) -> None:
    body = {"ok": False, "error": "missing_scope", "needed": "im:history"}
    slack.fail(Fault("answer", "auth.test", status=200, body=body))
    with pytest.raises(CredentialsRejected, match="needs im:history"):
        ask(web_client("xoxb-sandbox", served[1]), "auth.test", {})
