"""Pictures in messages: drawn, uploaded once, and known by what they show."""

import hashlib
import threading
from collections import OrderedDict

import requests
import structlog
from slack_sdk import WebClient

from bot.charts import Picture, png_of
from bot.client import TIMEOUT_S, ask, post
from domain.errors import IntegrationError, VendorUnavailable

log = structlog.get_logger()
KEPT = 512
"""How many uploaded pictures one process remembers."""


class Pictures:
    """Uploads to Slack's file store. A file that nobody shared is seen in the message alone."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._files: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, picture: Picture) -> str | None:
        """The file of a picture that was uploaded before."""
        with self._lock:
            return self._files.get(_digest(picture))

    def upload(self, picture: Picture) -> None:
        """Upload unless it was. Best effort: a message without its picture says the same."""
        if self.known(picture) is not None:
            return
        try:
            file_id = self._uploaded(png_of(picture))
        except IntegrationError as error:
            log.info("slack.picture_not_uploaded", error=type(error).__name__)
            return
        with self._lock:
            self._files[_digest(picture)] = file_id
            while len(self._files) > KEPT:
                self._files.popitem(last=False)

    def forget(self, picture: Picture) -> None:
        """Slack does not know the file (any more, or yet)."""
        with self._lock:
            self._files.pop(_digest(picture), None)

    def _uploaded(self, png: bytes) -> str:
        asked = {"filename": "levels.png", "length": len(png)}
        place = ask(self._client, "files.getUploadURLExternal", asked)
        _put(str(place.get("upload_url")), png)
        file_id = str(place.get("file_id"))
        post(self._client, "files.completeUploadExternal", {"files": [{"id": file_id}]})
        return file_id


def _put(url: str, png: bytes) -> None:
    """Send the bytes where Slack wants them. Raises ``VendorUnavailable``."""
    try:
        answer = requests.post(url, data=png, timeout=TIMEOUT_S, allow_redirects=False)
    except (requests.RequestException, ValueError) as error:
        raise VendorUnavailable("slack", f"file upload: {type(error).__name__}") from error
    if answer.status_code != 200:
        raise VendorUnavailable("slack", f"file upload: status {answer.status_code}")


def _digest(picture: Picture) -> str:
    return hashlib.sha256(repr(picture).encode()).hexdigest()
