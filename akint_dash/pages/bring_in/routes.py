"""What the forms of reading in are posted to: files, and what is decided of them."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, redirect, request

from akint_dash.access.viewer import written_by
from akint_dash.components.page import Site
from akint_dash.components.write_form import DOES, REASON
from akint_dash.importers.intake.begin import Job, begin
from akint_dash.importers.intake.folder import (
    MOST_BYTES,
    MOST_FILES,
    WORKING,
    Intake,
    Intakes,
    open_private,
    place_for,
)
from akint_dash.pages.bring_in.address import HERE, owner
from akint_dash.pages.bring_in.steps import far
from akint_dash.store.writer import user
from akint_dash.text.words import LANGUAGES, Language, Words

log = logging.getLogger(__name__)

PATIENCE_S: Final = 4.0
"""So long an answer waits for the work to end, before the page tells how far it is."""
MOST_WAIT_S: Final = 3.0


def register(server: Flask, site: Site) -> None:
    """The routes, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        for rule, name, answer in ((HERE, "send", _send), (f"{HERE}/<navn>", "decide", _decide)):
            made = partial(answer, site, start)
            server.add_url_rule(start + rule, f"{name}_{language}", made, methods=["POST"])
    server.add_url_rule(f"{HERE}/<navn>/steg", "steps", partial(_step, site))


def _send(site: Site, start: str) -> Any:
    """Take files in, begin to check them, and lead to what is found."""
    files = [one for one in request.files.getlist("fil") if one.filename]
    if not files:
        return _to(f"{start}{HERE}?feil=ingen")
    if len(files) > MOST_FILES:
        return _to(f"{start}{HERE}?feil=mange")
    intakes = Intakes(site.settings.intake_folder)
    try:
        intake = intakes.begin(owner(site.who()))
    except OSError as error:
        log.error("files that were sent could not be kept: %s", error.strerror)
        return _to(f"{start}{HERE}?feil=full")
    try:
        size = _keep(intake, files, owner(site.who()))
    except OSError as error:
        log.error("files that were sent could not be kept: %s", error.strerror)
        intake.drop()
        return _to(f"{start}{HERE}?feil=full")
    if size > MOST_BYTES:
        intake.drop()
        return _to(f"{start}{HERE}?feil=stor")
    begin(intake, _job(site, "check", {}), PATIENCE_S)
    return _to(f"{start}{HERE}/{intake.name}")


def _keep(intake: Intake, files: list[Any], whose: str) -> int:
    """Put the files where they are read; how many bytes they are."""
    size, names = 0, []
    for number, one in enumerate(files, 1):
        place = place_for(intake, str(one.filename), number)
        with open_private(place) as out:
            shutil.copyfileobj(one.stream, out)
        size += place.stat().st_size
        names.append(place.name)
    intake.put_down("about.json", {"owner": whose, "files": names})
    return size


def _decide(site: Site, start: str, navn: str) -> Any:
    """Check again with what is confirmed, write what was shown, or walk away."""
    intake = Intakes(site.settings.intake_folder).find(navn, owner(site.who()))
    if intake is None:
        abort(404)
    here = f"{start}{HERE}/{intake.name}"
    does = request.form.get(DOES)
    if does == "forkast":
        intake.drop()
        return _to(f"{start}{HERE}")
    if intake.state()["step"] in WORKING:
        return _to(here)
    told = intake.told()
    if does == "sjekk":
        chosen = {name: request.form.get(name) == "ja" for name in ("overwrite", "allow_close")}
        begin(intake, _job(site, "check", chosen), PATIENCE_S)
    elif does == "les-inn" and "seen" in told and request.form.get("sett") == told["seen"]["changes"]:
        chosen = {name: bool(told.get(name)) for name in ("overwrite", "allow_close")}
        begin(intake, _job(site, "write", chosen, request.form.get(REASON, "")), PATIENCE_S)
        if number := intake.told().get("revision"):
            time.sleep(min(site.settings.poll_s, MOST_WAIT_S))  # every process of the server has seen it then
            return _to(f"{start}/historikk/{number}")
    return _to(here)


def _job(site: Site, task: Any, chosen: Mapping[str, bool], reason: str = "") -> Job:
    settings = site.settings
    return Job(
        task,
        database=settings.database,
        code=str(settings.data_folder / "code"),
        who=written_by(site.who(), user),
        pause_s=settings.test_pause_s,
        reason=reason,
        **chosen,
    )


def _step(site: Site, navn: str) -> Response:
    """How far the work is, in words: for the page that shows it."""
    intake = Intakes(site.settings.intake_folder).find(navn, owner(site.who()))
    if intake is None:
        abort(404)
    state = intake.state()
    language: Language = "en" if request.args.get("sprak") == "en" else "nb"
    words, share = far(Words(language), state)
    made: Response = jsonify({"works": state["step"] in WORKING, "words": words, "share": share})
    return made


def _to(address: str) -> Any:
    return redirect(address, 303)
