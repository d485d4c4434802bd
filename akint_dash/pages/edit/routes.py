"""What the form of one field is posted to: read, held against what is known, written, and back to the record."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from flask import Flask, abort, redirect, request

from akint_dash.access.editing import may_change
from akint_dash.access.viewer import written_by
from akint_dash.access.worded import page_in_words
from akint_dash.components.edit_link import ADDS as ENTITY
from akint_dash.components.edit_link import DONE, EDIT, FIELD, NEW
from akint_dash.components.page import Site
from akint_dash.components.record_link import sheet_path
from akint_dash.components.write_form import REASON
from akint_dash.importers.form_edit import InTheWay, NotThere, NotYours, Written, beside, write
from akint_dash.importers.form_new import New, OneLikeIt, add, new_code
from akint_dash.pages.edit.address import KEPT, keep, let_go, named, offered
from akint_dash.pages.edit.new import AGAIN, CODE, FIELDS
from akint_dash.store.engine import Database
from akint_dash.store.writer import user
from akint_dash.text.words import LANGUAGES


def register(server: Flask, site: Site, engine: Database) -> None:
    """The route, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        made = partial(_edit, site, engine, start)
        server.add_url_rule(f"{start}/post/<slag>/<post>/{EDIT}", f"edit_{language}", made, methods=["POST"])
        server.add_url_rule(f"{start}{NEW}", f"new_{language}", partial(_new, site, engine, start), methods=["POST"])


def _edit(site: Site, engine: Database, start: str, slag: str, post: str) -> Any:
    entity, code = named({"slag": slag, "post": post})
    name = request.form.get(FIELD, "")
    if not (entity and code) or name not in offered(entity):
        abort(404)
    texts = {one: request.form.get(one, "").replace("\r\n", "\n") for one in beside(entity, name)}
    number = request.form.get("oppdatering", "")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else -1
    written = Written(entity, code, texts, at, request.form.get("historikk", ""))
    reason = request.form.get(REASON, "").strip()
    told: dict[str, Any] = {"column": name, "made_of": [written.revision, written.history], "reason": reason}
    if not reason:
        return _again(site, start, written, told | {"no_reason": True})
    viewer = site.who()
    may = partial(may_change, viewer)
    try:
        revision = write(engine, written, written_by(viewer, user), reason, may)
    except NotThere:
        abort(404)
    except NotYours:
        return refused(start, entity, code)
    except InTheWay as found:
        problems = [[p.key, p.place.column, p.value, p.expected] for p in found.problems]
        told["problems"] = problems
        if not problems:
            told["clashes"] = [[c.column, c.was, c.now, c.revision] for c in found.clashes]
            told["made_of"] = [found.revision, found.history]
            site.await_revision(found.revision)
        return _again(site, start, written, told)
    let_go(site.settings.intake_folder, request.form.get(KEPT, ""), viewer)
    if revision is not None:
        site.await_revision(revision.number)
    done = urlencode({DONE: revision.number if revision else 0})
    return redirect(f"{start}{sheet_path(entity, code)}?{done}", 303)


def refused(start: str, entity: str, code: str) -> Any:
    """The record belongs to others, or would."""
    return page_in_words(
        403,
        "Ingenting er lagret",
        "Du kan bare endre det som rådsområdet ditt har ansvaret for, både før og etter endringen.",
        link=(f"{start}{sheet_path(entity, code)}", "Tilbake til registreringen") if code else None,
    )


def _again(site: Site, start: str, written: Written, told: dict[str, Any]) -> Any:
    """Keep what was written, and show the form again with what is in the way."""
    whole = {"entity": written.entity, "code": written.code, "texts": dict(written.texts)} | told
    name = keep(site.settings.intake_folder, request.form.get(KEPT, ""), site.who(), whole)
    asked = urlencode({FIELD: told["column"], KEPT: name})
    return redirect(f"{start}{sheet_path(written.entity, written.code)}/{EDIT}?{asked}", 303)


def _new(site: Site, engine: Database, start: str) -> Any:
    """Write a new activity, and lead to its sheet."""
    viewer, folder = site.who(), site.settings.intake_folder
    texts = {one: request.form.get(one, "").replace("\r\n", "\n") for one in FIELDS}
    reason, draft = request.form.get(REASON, "").strip(), request.form.get(KEPT, "")
    told: dict[str, Any] = {"entity": ENTITY, "code": "", "texts": texts, "reason": reason}
    new = New(ENTITY, request.form.get(CODE, ""), texts, again=request.form.get(AGAIN) == "ja")
    try:
        if not reason:
            told["no_reason"] = True
        elif new_code(new.code):
            revision, code = add(engine, new, written_by(viewer, user), reason, partial(may_change, viewer))
            let_go(folder, draft, viewer)
            site.await_revision(revision.number)
            return redirect(f"{start}{sheet_path(ENTITY, code)}?{urlencode({DONE: revision.number})}", 303)
        else:
            abort(404)
    except NotYours:
        return refused(start, "", "")
    except InTheWay as found:
        told["problems"] = [[p.key, p.place.column, p.value, p.expected] for p in found.problems]
    except OneLikeIt as found:
        told["like"] = list(found.codes)
    return redirect(f"{start}{NEW}?{urlencode({KEPT: keep(folder, draft, viewer, told)})}", 303)
