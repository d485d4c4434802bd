"""What the form on a call's sheet is posted to: the command's own answer of an area."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from flask import Flask, abort, redirect, request

from akint_dash.access.viewer import written_by
from akint_dash.access.worded import page_in_words
from akint_dash.components.edit_link import DONE
from akint_dash.components.page import Site
from akint_dash.components.record_link import sheet_path
from akint_dash.components.write_form import DOES, REASON
from akint_dash.domain.record_addresses import ADDRESS, from_address
from akint_dash.importers.fit_answer import Answer, NotUnderstood, give
from akint_dash.pages.record.fits import AREA, FITS, WRONG
from akint_dash.store.engine import Database
from akint_dash.store.writer import user
from akint_dash.text.problems import problem_words
from akint_dash.text.words import LANGUAGES


def register(server: Flask, site: Site, engine: Database) -> None:
    """The route, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        made = partial(_answer, site, engine, start)
        server.add_url_rule(f"{start}/post/{ADDRESS['call']}/<post>/{FITS}", f"fits_{language}", made, methods=["POST"])


def _answer(site: Site, engine: Database, start: str, post: str) -> Any:
    viewer, code, area = site.who(), from_address(post) or "", request.form.get(AREA, "")
    known = site.snapshots.portfolio(viewer.audience)
    does, reason = request.form.get(DOES), request.form.get(REASON, "").strip()
    if not (known.get("call", code) and known.get("area", area)) or does not in ("bekreft", "avvis"):
        abort(404)
    sheet = f"{start}{sheet_path('call', code)}"
    back = (sheet, "Tilbake til registreringen")
    if not (viewer.may_write or viewer.may_edit(area)):
        return page_in_words(
            403, "Ingenting er lagret", "Du kan bare svare for rådsområder som du er redaktør for.", link=back
        )
    if does == "avvis" and not reason:
        return redirect(f"{sheet}?{urlencode({WRONG: area})}#{FITS}", 303)
    answer = Answer(code, area, does == "bekreft", reason)
    try:
        given = give(engine, answer, written_by(viewer, user), site.settings.day().year)
    except NotUnderstood as bad:
        problems = bad.problems
        return page_in_words(
            409,
            "Ingenting er lagret",
            lambda w: " ".join(problem_words(one, w.language) for one in problems),
            link=back,
        )
    if given.revision is not None:
        site.await_revision(given.revision.number)
    return redirect(f"{sheet}?{urlencode({DONE: given.revision.number if given.revision else 0})}", 303)
