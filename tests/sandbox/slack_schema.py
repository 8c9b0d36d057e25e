"""Checks what the sandbox Slack was sent against the written description of Block Kit."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema import Draft202012Validator

from sandbox.base import Recorded
from sandbox.slack_wire import arguments
from tests.integrations.samples import specs

FILE = "slack-blockkit.schema.json"


def block_kit_problems(requests: Iterable[Recorded]) -> list[str]:
    """What is wrong with the blocks and views of these requests; skips without the file.

    For the end of any test that drives the real client: ``assert
    block_kit_problems(slack.requests) == []``.
    """
    validator = Draft202012Validator(json.loads((specs() / FILE).read_text(encoding="utf-8")))
    return [
        f"{method}: {error.json_path} {error.message[:200]}"
        for method, content in _contents(requests)
        for error in validator.iter_errors(content)
    ]


def _contents(requests: Iterable[Recorded]) -> Iterator[tuple[str, Any]]:
    for request in requests:
        _, is_call, method = request.path.partition("/api/")
        if is_call:
            given = arguments(request.headers.get("content-type", ""), request.body)
            for name in ("blocks", "view"):
                if given.get(name):
                    yield method, given[name]
