"""What Slack allows in the parts of blocks: buttons, menus, inputs, images, options."""

from collections.abc import Iterator
from typing import Any

from sandbox.slack_checks import (
    Check,
    also,
    anything,
    each,
    flag,
    kinds,
    matching,
    number,
    one_of,
    plain,
    said,
    shape,
    string,
    whole,
    words,
)

ID = string(255, 1)
FILE_ID = matching("F[A-Z0-9]{8,}")
DATE = matching(r"\d{4}-\d\d-\d\d")
TIME = matching(r"([01]\d|2[0-3]):[0-5]\d")
USER = matching("[UW][A-Z0-9]+")
URL = also(string(3000, 1), matching(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+"))
CONFIRM = shape(
    "title text confirm deny",
    title=plain(100),
    text=words(300),
    confirm=plain(30),
    deny=plain(30),
    style=one_of("primary", "danger"),
)
SLACK_FILE = shape(id=FILE_ID, url=URL)


def _one_source(value: Any, at: str) -> Iterator[str]:
    if ("image_url" in value) == ("slack_file" in value):
        yield said("must define either image_url or slack_file", at)


def _web(value: Any, at: str) -> Iterator[str]:
    if not str(value).startswith(("http://", "https://")):
        yield said("must be a valid HTTP or HTTPS URL", at)


IMAGE_URL = also(URL, _web)
IMAGE = also(
    shape("alt_text", alt_text=string(2000, 1), image_url=IMAGE_URL, slack_file=SLACK_FILE),
    _one_source,
)


def _option(text: Check, value_chars: int = 75, **more: Check) -> Check:
    return shape("text value", text=text, value=string(value_chars), description=words(75), **more)


PLAIN_OPTION, RICH_OPTION = _option(plain(75)), _option(words(75))
_COMMON = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": flag}
_MENU = {**_COMMON, "placeholder": plain(150)}
_CHOSEN = whole(1, 100)


def _options_of(value: Any) -> list[Any]:
    groups = value.get("option_groups") or []
    return [*(value.get("options") or []), *(o for g in groups for o in g["options"])]


def _one_list(value: Any, at: str) -> Iterator[str]:
    if bool(value.get("options")) == bool(value.get("option_groups")):
        yield said("must define either options or option_groups", at)


def _begins_among_its_options(value: Any, at: str) -> Iterator[str]:
    begins = value.get("initial_options") or []
    single = value.get("initial_option")
    for chosen in [*begins, *([single] if single else [])]:
        if chosen not in _options_of(value):
            yield said("initial option must exactly match one of the options", at)


def _static(**more: Check) -> Check:
    groups = each(shape("label options", label=plain(75), options=each(PLAIN_OPTION, 100)), 100)
    fields = {**_MENU, "options": each(PLAIN_OPTION, 100), "option_groups": groups, **more}
    return also(shape(**fields), _one_list, _begins_among_its_options)


def _listed(**more: Check) -> Check:
    fields = {**_COMMON, "options": each(RICH_OPTION, 10), **more}
    return also(shape("options", **fields), _begins_among_its_options)


def _lengths_agree(value: Any, at: str) -> Iterator[str]:
    least, most = value.get("min_length", 0), value.get("max_length", 3000)
    if least > most:
        yield said("min_length must be less than or equal to max_length", at)
    if len(value.get("initial_value") or "") > most:
        yield said(f"must be less than {most + 1} characters", f"{at}/initial_value")


_DISPATCH = shape(trigger_actions_on=each(one_of("on_enter_pressed", "on_character_entered"), 2))
_TYPED = {
    "action_id": ID,
    "placeholder": plain(150),
    "focus_on_load": flag,
    "dispatch_action_config": _DISPATCH,
    "initial_value": string(3000),
}
_BUTTON = {
    "text": plain(75),
    "action_id": ID,
    "value": string(2000),
    "style": one_of("primary", "danger"),
    "confirm": CONFIRM,
    "accessibility_label": string(75),
}
_USERS = each(USER, 100, 0)
_ANY_ID = string(255, 1)
_CONVERSATIONS = {"default_to_current_conversation": flag, "filter": anything}

_SELECTS: dict[str, Check] = {
    "static_select": _static(initial_option=PLAIN_OPTION),
    "users_select": shape(**_MENU, initial_user=USER),
    "conversations_select": shape(
        **_MENU, **_CONVERSATIONS, initial_conversation=_ANY_ID, response_url_enabled=flag
    ),
    "channels_select": shape(**_MENU, initial_channel=_ANY_ID, response_url_enabled=flag),
    "external_select": shape(**_MENU, initial_option=PLAIN_OPTION, min_query_length=number),
    "multi_static_select": _static(
        initial_options=each(PLAIN_OPTION, 100), max_selected_items=_CHOSEN
    ),
    "multi_users_select": shape(**_MENU, initial_users=_USERS, max_selected_items=_CHOSEN),
    "multi_conversations_select": shape(
        **_MENU,
        **_CONVERSATIONS,
        initial_conversations=each(_ANY_ID, 100),
        max_selected_items=_CHOSEN,
    ),
    "multi_channels_select": shape(
        **_MENU, initial_channels=each(_ANY_ID, 100), max_selected_items=_CHOSEN
    ),
    "multi_external_select": shape(
        **_MENU,
        initial_options=each(PLAIN_OPTION, 100),
        max_selected_items=_CHOSEN,
        min_query_length=number,
    ),
}
_PICKED: dict[str, Check] = {
    "checkboxes": _listed(initial_options=each(RICH_OPTION, 10)),
    "radio_buttons": _listed(initial_option=RICH_OPTION),
    "datepicker": shape(**_MENU, initial_date=DATE),
    "timepicker": shape(**_MENU, initial_time=TIME, timezone=string(255, 1)),
}
_DATE_AND_TIME = {"datetimepicker": shape(**_COMMON, initial_date_time=number)}
_RICH_INPUT = {"rich_text_input": shape(**{**_TYPED, "initial_value": anything}, max_lines=number)}
_CLICKED: dict[str, Check] = {
    "button": shape("text", **_BUTTON, url=URL),
    "workflow_button": shape("text workflow", **_BUTTON, workflow=anything),
    "overflow": shape(
        "options", action_id=ID, confirm=CONFIRM, options=each(_option(plain(75), url=URL), 5)
    ),
}
_FEEDBACK = shape(
    "text value", text=plain(75), value=string(2000, 1), accessibility_label=string(75)
)

ACTIONS = kinds({**_CLICKED, **_SELECTS, **_PICKED, **_DATE_AND_TIME, **_RICH_INPUT})
ACCESSORY = kinds({**_CLICKED, **_SELECTS, **_PICKED, "image": IMAGE})
CONTEXT = kinds(
    {
        "image": IMAGE,
        "plain_text": shape("text", text=string(3000, 1), emoji=flag),
        "mrkdwn": shape("text", text=string(3000, 1), verbatim=flag),
    }
)
CONTEXT_ACTIONS = kinds(
    {
        "feedback_buttons": shape(
            "positive_button negative_button",
            action_id=ID,
            positive_button=_FEEDBACK,
            negative_button=_FEEDBACK,
        ),
        "icon_button": shape(
            "icon text",
            icon=one_of("trash"),
            text=plain(75),
            action_id=ID,
            value=string(2000),
            confirm=CONFIRM,
            accessibility_label=string(75),
            visible_to_user_ids=_USERS,
        ),
    }
)
INPUTS = kinds(
    {
        **_SELECTS,
        **_PICKED,
        **_DATE_AND_TIME,
        **_RICH_INPUT,
        "plain_text_input": also(
            shape(
                **_TYPED,
                multiline=flag,
                min_length=whole(0, 3000),
                max_length=whole(1, 3000),
            ),
            _lengths_agree,
        ),
        "number_input": shape(
            "is_decimal_allowed",
            **_TYPED,
            is_decimal_allowed=flag,
            min_value=string(255),
            max_value=string(255),
        ),
        "email_text_input": shape(**_TYPED),
        "url_text_input": shape(**_TYPED),
        "file_input": shape(
            action_id=ID, filetypes=each(string(20, 1), 50), max_files=whole(1, 10)
        ),
    }
)
