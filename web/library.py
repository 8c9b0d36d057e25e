"""The page of the clip library: who is asking, the read model, the template."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from domain.people import Person
from jobs.pages_library import library_page
from jobs.services import Services

Render = Callable[..., Response]
"""Renders a template, by its name, with values."""


def show_library(request: Request, viewer: Person, services: Services, render: Render) -> Response:
    """Moments of the viewer's team; ``skill`` and ``q`` of the address choose among them."""
    asked = request.query_params
    page = library_page(viewer, asked.get("q", ""), asked.get("skill", ""), services)
    return render("clips.html", page=page)
