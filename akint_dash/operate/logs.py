"""The log: one JSON object a line, or plain text, never a password, never what a reader asked for."""

from __future__ import annotations

import json
import logging
import re
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Final, Literal

Form = Literal["text", "json"]
REQUEST_ID: ContextVar[str] = ContextVar("akint_request_id", default="")
"""The request that this thread answers, blank outside one."""
_PASSWORD: Final = re.compile(r"(://[^\s:/@]*:)[^\s/]+(?=@)")
_SECRET: Final = re.compile(r"((?:password|passwd|lenke|code|state|token|secret)=)[^\s&'\"]+", re.IGNORECASE)


def harmless(text: str) -> str:
    """``text`` without passwords in addresses, keys of screen links and codes of a sign-in."""
    return _SECRET.sub(r"\1***", _PASSWORD.sub(r"\1***", text))


class Lines(logging.Formatter):
    """One JSON object a record: moment in UTC, level, logger, words, request, and what the record carries itself."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        told: dict[str, Any] = {
            "time": moment,
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": harmless(record.getMessage()),
        }
        if known := REQUEST_ID.get():
            told["request"] = known
        told |= getattr(record, "told", {})
        if record.exc_info:
            told["trace"] = harmless(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=True, default=str)


class Text(logging.Formatter):
    """A line a person reads."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the trace below it."""
        return harmless(super().format(record))


def formatter(form: Form) -> logging.Formatter:
    """How a record becomes a line."""
    return Lines() if form == "json" else Text()


class _Ours(logging.StreamHandler[Any]):
    """The one handler, so that beginning twice adds no second."""


def begin(form: Form) -> None:
    """Write what this process logs to standard error: everything from a warning up, with ``json`` each request too."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _Ours)]:
        root.removeHandler(handler)
    handler = _Ours(sys.stderr)
    handler.setFormatter(formatter(form))
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("akint_dash").setLevel(logging.INFO if form == "json" else logging.WARNING)
