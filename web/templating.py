"""The templates: autoescaped, strict about names, with the words figures are shown in."""

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined

from domain import wording
from web import formats, words
from web.charts import height_of


def make_templates(static: Callable[[str], str]) -> Environment:
    """The environment that every page is rendered with; ``static`` gives a file's address."""
    templates = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters = (
        formats.moment,
        formats.day,
        formats.short_day,
        wording.clock,
        formats.minutes,
        wording.points,
        formats.level_points,
        formats.value,
        formats.tenths,
        wording.signed_tenths,
        wording.move_cause,
        wording.crm_name,
    )
    templates.filters.update({each.__name__: each for each in filters})
    templates.globals.update(static=static, words=words, height_of=height_of)
    return templates
