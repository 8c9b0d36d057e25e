"""Logs: one JSON line an event on standard error, with ids and never with content."""

import logging
import sys

import structlog


def set_up(level: str) -> None:
    """Configure structlog, and quieten libraries that would log bodies or addresses."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr)
    for name in (
        "httpx",
        "urllib3",
        "slack_bolt",
        "slack_sdk",
        "openai",
        "hubspot",
        "uvicorn.access",
    ):
        logging.getLogger(name).setLevel(logging.ERROR)
