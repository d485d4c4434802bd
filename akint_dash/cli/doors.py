"""``doors``: who may what, made from the URL map and the callbacks of the application itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from akint_dash.access.doors import CALLBACKS, DOORS, PAGES, Door, unlisted
from akint_dash.cli.base import Refused, say
from akint_dash.cli.report import say_json
from akint_dash.cli.wording import w
from akint_dash.settings import Settings

Row = tuple[str, str, str, str]
"""Address, methods, who, what."""


def show(settings: Settings, *, as_json: bool) -> int:
    """The table, one door a line; a door that no table lists is a fault."""
    from akint_dash.server import create_app

    app = create_app(settings.model_copy(update={"database_url": "sqlite://"}))
    rows = list(_rows(app, settings))
    rules = [(rule.rule, rule.methods or ()) for rule in app.server.url_map.iter_rules()]
    if missing := unlisted(rules, app.callback_map):
        raise Refused(w("Uten plass i tabellen, og stengt: {what}", what=", ".join(missing)))
    if as_json:
        names = ("address", "methods", "who", "what")
        say_json({"doors": [dict(zip(names, row, strict=True)) for row in rows]})
        return 0
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        say("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]))
    return 0


def _rows(app: Any, settings: Settings) -> Iterator[Row]:
    for rule in sorted(app.server.url_map.iter_rules(), key=lambda rule: str(rule.rule)):
        door = DOORS.get(rule.rule)
        if door is None:
            continue
        methods = " ".join(sorted(door.methods & (rule.methods or set()) - {"HEAD", "OPTIONS"}))
        yield rule.rule, methods, _who(door, settings), w(door.behind)
        if rule.rule == PAGES:
            for page in app.site.pages:
                for folder in ("", "/en"):
                    yield (folder + page.path.rstrip("/")) or "/", methods, _who(door, settings), f"«{page.title}»"
    for name in sorted(app.callback_map):
        if name in CALLBACKS:
            door = CALLBACKS[name]
            yield f"callback {name}", "POST", _who(door, settings), w(door.behind)


WHO: Final[Mapping[str, str]] = {
    "everyone": "alle",
    "link": "den som har en skjermlenke",
    "machine": "bestemte maskiner",
    "nobody": "ingen",
    "reader": "innloggede",
    "staff": "ansatte",
    "editor": "redaktører",
    "administrator": "administratorer",
    "writer": "administratorer, og denne maskinens egen bruker",
    "changer": "redaktører og administratorer, og denne maskinens egen bruker",
}


def _who(door: Door, settings: Settings) -> str:
    open_screen = door.who == "link" and settings.screen == "open"
    return w(WHO["everyone" if open_screen else door.who])
