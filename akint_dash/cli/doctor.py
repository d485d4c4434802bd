"""``doctor``: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

from typing import Final

from akint_dash.cli.base import say
from akint_dash.cli.report import say_json
from akint_dash.cli.wording import w
from akint_dash.operate.findings import Finding, findings
from akint_dash.settings import Settings

_MARKS: Final = {"ok": "  ✓", "notice": "  !", "wrong": "  ✗"}


def doctor(settings: Settings, *, as_json: bool) -> int:
    """Look at everything; 1 where something is wrong."""
    found: list[Finding] = []
    for one in findings(settings, w):
        found.append(one)
        if not as_json:
            say(f"{_MARKS[one.mark]} {one.said}")
    wrong = sum(one.mark == "wrong" for one in found)
    notices = sum(one.mark == "notice" for one in found)
    if as_json:
        say_json({"wrong": wrong, "notices": notices, "findings": [{"mark": f.mark, "said": f.said} for f in found]})
    elif wrong:
        say(w.n("{n} ting må rettes.", "{n} ting må rettes.", wrong))
    elif notices:
        say(
            w.n(
                "Ingenting er galt. {n} ting er verdt å se på.",
                "Ingenting er galt. {n} ting er verdt å se på.",
                notices,
            )
        )
    else:
        say(w("Ingenting er galt."))
    return 1 if wrong else 0
