"""The sandbox Slack's files: ask for an address, send the bytes there, complete."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.slack_blocks import files_in
from sandbox.slack_chat import blocks_refused
from sandbox.slack_wire import BOT_USER, SlackError, invalid, needs
from sandbox.slack_workspace import Method, Workspace

MOST_BYTES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file. ``ready_at``: from when it can be shown, once completed."""

    id: str
    name: str
    length: int
    alt_text: str = ""
    title: str = ""
    content: bytes | None = None
    ready_at: float | None = None
    channel: str | None = None


class Files:
    """``files.*``, and the address that the bytes are posted to.

    ``lag_s``: so long after its completion a file is still refused in blocks.
    ``refusal_code``: the error for a file that cannot be shown (yet). Slack answers
    ``invalid_blocks`` and names the file in the messages.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._work = workspace
        self.kept: dict[str, File] = {}
        self.lag_s = 0.0
        self.refusal_code = "invalid_blocks"

    def methods(self) -> Mapping[str, Method]:
        """By Slack's names."""
        return {
            "files.getUploadURLExternal": self._address,
            "files.completeUploadExternal": self._complete,
        }

    def routes(self) -> list[Route]:
        """Where bytes go in and come out."""
        return [
            Route("/upload/v1/{file_id}", self._receive, methods=["POST"]),
            Route("/files-pri/{file_id}", self._serve, methods=["GET"]),
        ]

    def settled(self, blocks: Any) -> None:
        """Raise ``SlackError`` for blocks with a file that cannot be shown (yet)."""
        wrong = [
            f"invalid slack file [json-pointer:{at}]"
            for file, at in files_in(blocks)
            if not self._can_be_shown(file)
        ]
        if wrong:
            raise blocks_refused(self.refusal_code, wrong)

    def _can_be_shown(self, named: Mapping[str, Any]) -> bool:
        file = self.kept.get(str(named.get("id") or str(named.get("url")).rsplit("/", 1)[-1]))
        return bool(file and file.ready_at is not None and file.ready_at <= self._work.clock())

    def _address(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "filename", "length")
        length = str(given["length"])
        if not length.isdigit() or not 1 <= int(length) <= MOST_BYTES:
            raise invalid("must be an integer greater than 0 [json-pointer:/length]")
        alt = str(given.get("alt_txt") or given.get("alt_text") or "")
        file = File(self._work.new_id("F"), str(given["filename"]), int(length), alt)
        self.kept[file.id] = file
        return {"upload_url": f"{self._work.url}/upload/v1/{file.id}", "file_id": file.id}

    def _complete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        needs(given, "files")
        wanted = given["files"]
        if not isinstance(wanted, list) or not all(isinstance(f, dict) for f in wanted):
            raise invalid("must be an array of objects [json-pointer:/files]")
        shared = self._work.channel(given, "channel_id") if given.get("channel_id") else None
        files = [self._uploaded(str(f.get("id"))) for f in wanted]
        ready = self._work.clock() + self.lag_s
        for file, named in zip(files, wanted, strict=True):
            title = str(named.get("title") or file.name)
            self.kept[file.id] = replace(file, title=title, ready_at=ready, channel=shared)
        return {"files": [self._as_file(self.kept[f.id]) for f in files]}

    def _uploaded(self, file_id: str) -> File:
        file = self.kept.get(file_id)
        if file is None or file.content is None:
            raise SlackError("file_not_found")
        if file.ready_at is not None:
            raise SlackError("file_update_failed")
        return file

    def _as_file(self, file: File) -> dict[str, Any]:
        return {
            "id": file.id,
            "name": file.name,
            "title": file.title,
            "size": file.length,
            "user": BOT_USER,
            "mimetype": kind_of(file),
            "alt_txt": file.alt_text,
            "url_private": f"{self._work.url}/files-pri/{file.id}",
            "permalink": f"https://sandbox.slack.com/files/{BOT_USER}/{file.id}",
            "channels": [file.channel] if file.channel else [],
        }

    async def _receive(self, request: Request) -> Response:
        content = await request.body()
        with self._work.lock:
            file = self.kept.get(request.path_params["file_id"])
            if file is None or file.ready_at is not None:
                return PlainTextResponse("not found", 404)
            if len(content) != file.length:
                return PlainTextResponse("length does not match", 400)
            self.kept[file.id] = replace(file, content=content)
        return PlainTextResponse(f"OK - {len(content)}")

    async def _serve(self, request: Request) -> Response:
        file = self.kept.get(request.path_params["file_id"])
        if file is None or file.content is None:
            return PlainTextResponse("not found", 404)
        return Response(file.content, media_type=kind_of(file))


def kind_of(file: File) -> str:
    """The media type of a file, from its first bytes."""
    start = (file.content or b"")[:8]
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    return "application/octet-stream"


_MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
