"""The few static files, read once at start: nothing of a request ever names a file."""

import hashlib
from importlib.resources import files

from starlette.types import Receive, Scope, Send

from web.doors import Door
from web.plain import answer

KINDS = {".css": b"text/css; charset=utf-8", ".svg": b"image/svg+xml"}
YEAR = b"public, max-age=31536000, immutable"


class StaticFile:
    """Serves one file's bytes; its address changes with its content."""

    def __init__(self, content: bytes, kind: bytes) -> None:
        self._content = content
        self._kind = kind

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request."""
        await answer(send, 200, self._content, self._kind, [(b"cache-control", YEAR)])


class StaticFiles:
    """Every file of ``web/static``: its door, and the address that names its content."""

    def __init__(self) -> None:
        self.doors: dict[str, Door] = {}
        self._digests: dict[str, str] = {}
        for file in files("web").joinpath("static").iterdir():
            suffix = file.name[file.name.rfind(".") :]
            if suffix in KINDS:
                content = file.read_bytes()
                served = StaticFile(content, KINDS[suffix])
                self.doors[f"/static/{file.name}"] = Door(app=served)
                self._digests[file.name] = hashlib.sha256(content).hexdigest()[:12]

    def address(self, name: str) -> str:
        """``/static/reploop.css?v=…``. Raises ``KeyError`` for a file that is not there."""
        return f"/static/{name}?v={self._digests[name]}"
