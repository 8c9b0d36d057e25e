"""What a refused request reads: one JSON shape for machines, a small page for people."""

from jinja2 import Environment

from web.plain import JSON_TYPE, as_json
from web.refusals import Answer

HTML_TYPE = b"text/html; charset=utf-8"

_PAGES = {401: "sign_in.html", 403: "form_refused.html", 404: "not_found.html"}


class ErrorWriter:
    """Writes the body of an error answer; ``templates`` hold the pages."""

    def __init__(self, templates: Environment) -> None:
        self._templates = templates

    def __call__(self, answer: Answer, request_id: str, page: bool) -> tuple[bytes, bytes]:
        """(media type, body). The same request always reads the same text."""
        if not page:
            return JSON_TYPE, as_json({"error": answer.code, "request_id": request_id})
        template = self._templates.get_template(_PAGES.get(answer.status, "failed.html"))
        return HTML_TYPE, template.render(answer=answer, request_id=request_id).encode()
