"""The templates: autoescaped, strict about names, with the words figures are shown in."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def make_templates() -> Environment:
    """The environment that every page is rendered with."""
    return Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
