"""Taking an update back from its page: the command's own undo."""

from __future__ import annotations

import time
from functools import partial
from typing import Any, Final

from flask import Flask, abort, redirect, request

from akint_dash.access.viewer import written_by
from akint_dash.access.worded import page_in_words
from akint_dash.components.page import Site
from akint_dash.components.write_form import REASON
from akint_dash.errors import NoSuchRevision, UndoRefused
from akint_dash.pages.history.words import HERE
from akint_dash.store.engine import Database
from akint_dash.store.revisions import undo
from akint_dash.store.writer import user
from akint_dash.text.problems import error_line
from akint_dash.text.words import LANGUAGES

MOST_WAIT_S: Final = 3.0


def register(server: Flask, site: Site, engine: Database) -> None:
    """The route, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        made = partial(_undo, site, engine, start)
        server.add_url_rule(f"{start}{HERE}/<nummer>", f"undo_{language}", made, methods=["POST"])


def _undo(site: Site, engine: Database, start: str, nummer: str) -> Any:
    if not (nummer.isascii() and nummer.isdecimal() and len(nummer) < 9):
        abort(404)
    try:
        revision = undo(engine, int(nummer), written_by(site.who(), user), reason=request.form.get(REASON))
    except NoSuchRevision:
        abort(404)
    except UndoRefused as error:
        refusal = error
    else:
        time.sleep(min(site.settings.poll_s, MOST_WAIT_S))  # every process of the server has seen it then
        return redirect(f"{start}{HERE}/{revision.number}", 303)
    link = (f"{start}{HERE}/{nummer}", "Tilbake til oppdateringen")
    return page_in_words(409, "Oppdateringen kan ikke angres", lambda w: error_line(refusal, w.language), link=link)
