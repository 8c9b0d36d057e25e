"""The page to ask on: who asks, the answer, the template."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from domain.people import Person
from jobs.pages_ask import ask_page
from jobs.services import Services


def show_ask(
    request: Request, viewer: Person, services: Services, page: Callable[..., Response]
) -> Response:
    """The question in ``q``, answered under the viewer's rights."""
    text = request.query_params.get("q", "")
    return page("ask.html", page=ask_page(viewer, text, services))
