"""Files reach the sandbox Slack in three steps, and only then stand in blocks."""

import urllib.error
import urllib.request

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackSandbox
from sandbox.slack_page import slack_page
from tests.sandbox.slack_samples import Block, Clock, Refused, home

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def picture(file_id: str) -> Block:
    return {"type": "image", "slack_file": {"id": file_id}, "alt_text": "a chart"}


def send(url: str, content: bytes) -> int:
    request = urllib.request.Request(url, data=content, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def show(web: WebClient, file_id: str) -> str:
    try:
        web.chat_postMessage(channel="UANA", text="t", blocks=[picture(file_id)])
    except SlackApiError as error:
        return str(error.response["errors"])
    return "shown"


def test_a_file_can_be_shown_once_it_is_completed_and_not_before(
    web: WebClient, workspace: SlackSandbox
) -> None:
    asked = web.files_getUploadURLExternal(filename="a.png", length=len(PNG))
    file_id = asked["file_id"]
    wrong = "['invalid slack file [json-pointer:/blocks/0/slack_file]']"
    assert show(web, file_id) == wrong
    assert send(asked["upload_url"], PNG) == 200
    assert show(web, file_id) == wrong
    (file,) = web.files_completeUploadExternal(files=[{"id": file_id, "title": "T"}])["files"]
    assert (file["title"], file["mimetype"], file["size"]) == ("T", "image/png", len(PNG))
    assert show(web, file_id) == "shown"
    assert "data:image/png;base64,iVBORw0KGgo" in slack_page(workspace, "UANA")
    with urllib.request.urlopen(file["url_private"], timeout=5) as answer:
        assert answer.read() == PNG


def test_the_clients_own_upload_works(web: WebClient) -> None:
    uploaded = web.files_upload_v2(filename="a.png", content=PNG, title="A chart")
    assert show(web, uploaded["file"]["id"]) == "shown"


def test_a_completed_file_may_lag(web: WebClient, workspace: SlackSandbox, clock: Clock) -> None:
    workspace.file_lag_s = 5.0
    file_id = web.files_upload_v2(filename="a.png", content=PNG)["file"]["id"]
    assert show(web, file_id) != "shown"
    clock.now += 5.0
    assert show(web, file_id) == "shown"


def test_a_home_shows_no_file_that_is_not_there(refused: Refused, workspace: SlackSandbox) -> None:
    answer = refused("views.publish", user_id="UANA", view=home(picture("F00000000X")))
    assert answer["error"] == "invalid_blocks"
    workspace.files.refusal_code = "invalid_slack_file"
    answer = refused("views.publish", user_id="UANA", view=home(picture("F00000000X")))
    assert answer["error"] == "invalid_slack_file"


def test_the_bytes_must_be_as_many_as_announced(web: WebClient) -> None:
    asked = web.files_getUploadURLExternal(filename="a.png", length=5)
    assert send(asked["upload_url"], b"four") == 400
    assert send(asked["upload_url"] + "X", b"12345") == 404
    with pytest.raises(SlackApiError, match="file_not_found"):
        web.files_completeUploadExternal(files=[{"id": asked["file_id"]}])


@pytest.mark.parametrize("length", [0, -1])
def test_an_empty_file_has_no_address(web: WebClient, length: int) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        web.files_getUploadURLExternal(filename="a.png", length=length)


def test_an_address_is_not_asked_for_in_json(refused: Refused) -> None:
    answer = refused("files.getUploadURLExternal", filename="a.png", length=5)
    assert "missing required field: filename" in str(answer["response_metadata"])
