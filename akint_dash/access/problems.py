"""What a program is told when it asks wrongly: a problem in plain words with what was expected (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import Response, request

from akint_dash.text.words import Language

INTERFACE: Final = "/api"
"""Where the read interface lies: what is refused beneath it is refused as a problem."""
MIMETYPE: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: which parameter, what stood there, and the sentence that says what was expected."""

    parameter: str
    value: str
    detail: str


class Problem(Exception):
    """A request of the interface without an answer. ``reason`` is for programs, the rest in the reader's words."""

    def __init__(self, status: int, reason: str, detail: str, wrong: Sequence[Wrong] = ()) -> None:
        super().__init__(detail)
        self.status, self.reason, self.detail, self.wrong = status, reason, detail, tuple(wrong)


def is_interface(path: str) -> bool:
    """Whether an address is one of the interface."""
    return path == INTERFACE or path.startswith(f"{INTERFACE}/")


def asked_language() -> Language:
    """The language that a program asks for: ``lang``, else what it accepts, else bokmål."""
    given = request.args.get("lang", "")
    if given in ("nb", "en"):
        return "en" if given == "en" else "nb"
    best = request.accept_languages.best_match(["nb", "no", "nn", "en"])
    return "en" if best == "en" else "nb"


def answered(
    status: int, title: str, detail: str = "", *, reason: str = "", wrong: Sequence[Wrong] = (), headers: Any = ()
) -> Response:
    """A problem as an answer."""
    told: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail or title}
    if reason:
        told["reason"] = reason
    if wrong:
        told["errors"] = [{"parameter": w.parameter, "value": w.value[:200], "detail": w.detail} for w in wrong]
    body = json.dumps(told, ensure_ascii=False, indent=1)
    answer = Response(body, status, [*headers], content_type=MIMETYPE)
    answer.headers["Vary"] = "Accept-Language"
    return answer
