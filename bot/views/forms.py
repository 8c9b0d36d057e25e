"""Forms: what is asked of a person, as a modal. Opened empty, filled by a job."""

import json
from collections.abc import Sequence

from bot.blocks import Block
from bot.reader import Reader
from domain.actions import Choice, Field, Form
from domain.phrases import Phrase, Words

TITLE_CHARS = 24
MAX_OPTIONS = 100
MAX_LISTED = 6
"""Up to so many choices are listed; more stand in a menu."""
FORM_PREFIX = "reploop-"
_PRODUCT = "Reploop"
_LOADING = Phrase("form-loading")


def form_id_of(trigger_id: str) -> str:
    """The id under which the form of one act is found: what opens it and what fills it agree."""
    return f"{FORM_PREFIX}{trigger_id}"[:255]


def empty_form(form_id: str, words: Words) -> Block:
    """What stands there while the job fills it; it knows no reader, so it says next to nothing."""
    return {
        "type": "modal",
        "callback_id": "form.loading",
        "external_id": form_id,
        "title": _plain(_PRODUCT),
        "close": _plain("✕"),
        "blocks": [{"type": "section", "text": _plain(words.say(_LOADING))}],
    }


def form_view(form: Form, form_id: str, reader: Reader, shown: Sequence[Block] = ()) -> Block:
    """The whole form, in the reader's language; ``shown``: the blocks of its notice."""
    said = [_said(each, reader) for each in form.said]
    close = "form-cancel" if form.fields else "form-close"
    submit = {"submit": _plain(reader.plain(form.submit)[:TITLE_CHARS])} if form.fields else {}
    return {
        "type": "modal",
        "callback_id": form.name,
        "external_id": form_id,
        "private_metadata": json.dumps(dict(form.value)),
        "title": _plain(reader.plain(form.title)[:TITLE_CHARS]),
        **submit,
        "close": _plain(reader.plain(close)[:TITLE_CHARS]),
        "blocks": [*said, *shown, *(_input(field, reader) for field in form.fields)],
    }


def _said(what: Phrase, reader: Reader) -> Block:
    text = reader.say(what)
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:3000], "verbatim": True}}


def _input(field: Field, reader: Reader) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.name,
        "label": _plain(reader.plain(field.label)[:2000]),
        "element": _element(field, reader),
        "optional": field.optional,
    }
    if field.hint is not None:
        block["hint"] = _plain(reader.plain(field.hint)[:2000])
    return block


def _element(field: Field, reader: Reader) -> Block:
    if not field.choices:
        written = {"initial_value": field.chosen[0]} if field.chosen else {}
        return {
            "type": "plain_text_input",
            "action_id": field.name,
            "multiline": field.long,
            "max_length": field.max_chars,
            **written,
        }
    options = [_option(choice, reader) for choice in field.choices[:MAX_OPTIONS]]
    chosen = [option for option in options if option["value"] in field.chosen]
    if field.several:
        first = {"initial_options": chosen} if chosen else {}
        kind = "checkboxes" if len(options) <= 10 else "multi_static_select"
        return {"type": kind, "action_id": field.name, "options": options, **first}
    one = {"initial_option": chosen[0]} if chosen else {}
    kind = "radio_buttons" if len(options) <= MAX_LISTED else "static_select"
    return {"type": kind, "action_id": field.name, "options": options, **one}


def _option(choice: Choice, reader: Reader) -> Block:
    return {"text": _plain(reader.plain(choice.label)[:75]), "value": choice.value[:75]}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or "—", "emoji": True}
