"""Doors shut by default: every rule of the URL map and every callback in one table of who may; all else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from akint_dash.access.viewer import Viewer
from akint_dash.settings import ROLES, Role

Who = Literal["everyone", "link", "machine", "nobody", "writer", "changer"] | Role
"""``link``: everyone, or with ``AKINT_SCREEN=link`` whoever has a screen link (the route looks at it). ``machine``: the
route itself knows which machines. ``writer``: who may write for every area; ``changer``: for one
at least. A role: at least that one."""

MOST_BODY: Final = 64 * 1024
"""Bytes of a body; the largest of ours but files has a few hundred."""
MOST_FORM: Final = 256 * 1024
"""Bytes of a body with the longest text that a cell can hold, as a form writes it."""
MOST_SENT: Final = 26 * 1024 * 1024
"""Bytes of a body with files to be read in: 25 MB of them, and the form around."""


@dataclass(frozen=True, slots=True)
class Door:
    """Who may, by which methods, and what lies behind. ``writes``: a form that changes something (see ``forgery``).

    ``holds``: bytes of a body. One that holds more than ``MOST_BODY`` is asked who comes before the body is read.
    """

    who: Who
    behind: str
    methods: frozenset[str] = frozenset({"GET", "HEAD", "OPTIONS"})
    writes: bool = False
    holds: int = MOST_BODY

    def lets_in(self, viewer: Viewer) -> bool:
        """Whether the table alone lets someone in."""
        if self.who in ("everyone", "link", "machine"):
            return True
        if self.who == "writer":
            return viewer.may_write
        if self.who == "changer":
            return viewer.may_write or viewer.may("editor")
        return any(self.who == role and viewer.may(role) for role in ROLES)


POST: Final = frozenset({"POST", "OPTIONS"})
PAGES: Final = "/<path:path>"
ASKS: Final = "/_dash-update-component"
DOORS: Final[Mapping[str, Door]] = {
    "/": Door("everyone", "oversikten, med det den som spør, får se"),
    PAGES: Door("everyone", "sidene, med det den som spør, får se; andre adresser svarer 404"),
    "/last-ned/<key>.csv": Door("everyone", "tallene under en figur, med det den som spør, får se"),
    "/en/last-ned/<key>.csv": Door("everyone", "tallene under en figur, med det den som spør, får se"),
    "/last-ned/<key>.json": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/en/last-ned/<key>.json": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/last-ned/<key>.zip": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/en/last-ned/<key>.zip": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/innsyn/<key>.zip": Door("everyone", "innsynspakken, alltid bare offentlige registreringer"),
    "/en/innsyn/<key>.zip": Door("everyone", "innsynspakken, alltid bare offentlige registreringer"),
    "/last-ned/<key>.xlsx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/en/last-ned/<key>.xlsx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/last-ned/<key>.docx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/en/last-ned/<key>.docx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/last-ned/<key>.pptx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/en/last-ned/<key>.pptx": Door("everyone", "en figur eller hele siden, med det den som spør, får se"),
    "/last-ned/<key>.svg": Door("everyone", "en figur som bilde, med det den som spør, får se"),
    "/en/last-ned/<key>.svg": Door("everyone", "en figur som bilde, med det den som spør, får se"),
    "/last-ned/<key>.png": Door("everyone", "en figur som bilde, med det den som spør, får se"),
    "/en/last-ned/<key>.png": Door("everyone", "en figur som bilde, med det den som spør, får se"),
    "/data/<slag>/rader": Door("everyone", "rader av en liste, med det den som spør, får se"),
    "/en/data/<slag>/rader": Door("everyone", "rader av en liste, med det den som spør, får se"),
    "/data/<slag>/kolonne": Door("everyone", "summen av en kolonne i en liste, av det den som spør, får se"),
    "/en/data/<slag>/kolonne": Door("everyone", "summen av en kolonne i en liste, av det den som spør, får se"),
    "/utforsk/rader": Door("everyone", "registreringene bak et tall, med det den som spør, får se"),
    "/en/utforsk/rader": Door("everyone", "registreringene bak et tall, med det den som spør, får se"),
    "/utforsk/kolonne": Door("everyone", "summen av en kolonne bak et tall, av det den som spør, får se"),
    "/en/utforsk/kolonne": Door("everyone", "summen av en kolonne bak et tall, av det den som spør, får se"),
    "/sok/forslag": Door("everyone", "forslag mens man skriver i søket, med det den som spør, får se"),
    "/en/sok/forslag": Door("everyone", "forslag mens man skriver i søket, med det den som spør, får se"),
    "/api": Door("everyone", "viser at adressen ikke finnes; grensesnittet er /api/v1"),
    "/api/<path:rest>": Door("everyone", "adresser i grensesnittet som ikke finnes"),
    "/api/v1": Door("everyone", "hva som kan leses av programmer, med det den som spør, får se"),
    "/api/v1/openapi.json": Door("everyone", "beskrivelsen av grensesnittet"),
    "/api/v1/measures": Door("everyone", "hvilke tall som kan leses av programmer"),
    "/api/v1/measures/<measure>": Door("everyone", "tall for programmer, av det den som spør, får se"),
    "/api/v1/<entity>": Door("everyone", "registreringer for programmer, med det den som spør, får se"),
    "/api/v1/<entity>/<code>": Door("everyone", "én registrering for programmer, med det den som spør, får se"),
    "/data/les-inn": Door("writer", "tar imot filer som skal leses inn", POST, writes=True, holds=MOST_SENT),
    "/en/data/les-inn": Door("writer", "tar imot filer som skal leses inn", POST, writes=True, holds=MOST_SENT),
    "/data/les-inn/<navn>": Door("writer", "leser inn filer som er sjekket, eller forkaster dem", POST, writes=True),
    "/en/data/les-inn/<navn>": Door("writer", "leser inn filer som er sjekket, eller forkaster dem", POST, writes=True),
    "/data/les-inn/<navn>/steg": Door("writer", "hvor langt en innlesing er kommet"),
    "/post/utlysning/<post>/passer": Door("changer", "lagrer om en utlysning passer", POST, writes=True),
    "/en/post/utlysning/<post>/passer": Door("changer", "lagrer om en utlysning passer", POST, writes=True),
    "/data/aktivitet/ny": Door("changer", "registrerer en aktivitet", POST, writes=True, holds=MOST_FORM),
    "/en/data/aktivitet/ny": Door("changer", "registrerer en aktivitet", POST, writes=True, holds=MOST_FORM),
    "/post/<slag>/<post>/rett": Door("changer", "lagrer ett felt", POST, writes=True, holds=MOST_FORM),
    "/en/post/<slag>/<post>/rett": Door("changer", "lagrer ett felt", POST, writes=True, holds=MOST_FORM),
    "/data/innsamling/<omrade>.xlsx": Door("staff", "rådsområdets arbeidsbok, for dets redaktører og de som leser inn"),
    "/historikk/<nummer>": Door("writer", "angrer en oppdatering", POST, writes=True),
    "/en/historikk/<nummer>": Door("writer", "angrer en oppdatering", POST, writes=True),
    "/utlysninger.ics": Door("everyone", "kalender, alltid bare offentlige registreringer"),
    "/en/utlysninger.ics": Door("everyone", "kalender, alltid bare offentlige registreringer"),
    "/frister.ics": Door("everyone", "kalender, alltid bare offentlige registreringer"),
    "/en/frister.ics": Door("everyone", "kalender, alltid bare offentlige registreringer"),
    "/utlysninger.atom": Door("everyone", "nyhetsstrøm, alltid bare offentlige registreringer"),
    "/en/utlysninger.atom": Door("everyone", "nyhetsstrøm, alltid bare offentlige registreringer"),
    "/skjerm": Door("link", "skjermen, bare offentlige registreringer"),
    "/en/skjerm": Door("everyone", "leder til skjermen på engelsk"),
    "/skjerm/bilder": Door("link", "skjermens bilder som data, bare offentlige registreringer"),
    "/skjerm/gjest": Door("link", "et bilde på gjestens telefon, bare offentlige registreringer"),
    "/skjerm/vakt.js": Door("everyone", "skriptet som holder skjermens siste bilde"),
    "/skjerm/puls.js": Door("everyone", "skriptet som ser om skjermen henger"),
    "/revisjon": Door("everyone", "nummeret på siste oppdatering, for åpne sider"),
    "/health/live": Door("everyone", "om serveren går"),
    "/health/ready": Door("everyone", "om serveren har data"),
    "/metrics": Door("machine", "tall for Prometheus, for denne maskinen og AKINT_METRICS"),
    "/logg-inn": Door("everyone", "leder til innloggingen"),
    "/logg-inn/svar": Door("everyone", "tar imot svaret fra innloggingen"),
    "/logg-ut": Door("reader", "logger ut", POST, writes=True),
    "/assets/app.js": Door("everyone", "skriptene som hver side har, samlet"),
    "/assets/skjerm/wall.js": Door("everyone", "skriptene til skjermen, samlet"),
    "/assets/<path:filename>": Door("everyone", "stilark, skript og skrifter"),
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": Door("everyone", "bibliotekenes skript"),
    "/_dash-layout": Door("everyone", "sidens eget maskineri"),
    "/_dash-dependencies": Door("everyone", "sidens eget maskineri"),
    ASKS: Door("everyone", "svarene på callback; endrer ingenting", POST),
    "/_favicon.ico": Door("everyone", "ikonet"),
    "/_reload-hash": Door("nobody", "for utviklere"),
}
CALLBACKS: Final[Mapping[str, Door]] = {
    "side.children": Door("everyone", "en side, med det den som spør, får se", POST),
}
_PAGE: Final = re.compile(r"/(?!_|assets/)[^.]*")
"""The addresses that the rule of pages may answer."""


def door(rule: str | None, path: str, method: str) -> Door | None:
    """The door of a request, None where there is none: the request is refused."""
    found = DOORS.get(rule or "")
    if found is None or found.who == "nobody" or method not in found.methods:
        return None
    return None if rule == PAGES and not _PAGE.fullmatch(path) else found


def unlisted(rules: Iterable[tuple[str, Iterable[str]]], callbacks: Iterable[str]) -> list[str]:
    """What the application answers and no table lists: rules with a method, and callbacks. There should be none."""
    lines = [
        f"{rule} {method}"
        for rule, methods in rules
        for method in sorted(methods)
        if rule not in DOORS or method not in DOORS[rule].methods
    ]
    return lines + [f"callback {name}" for name in callbacks if name not in CALLBACKS]
