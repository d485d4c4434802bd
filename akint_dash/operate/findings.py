"""What the doctor looks at on this machine and in this database: each thing in order, worth knowing, or wrong."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal
from urllib.error import URLError
from urllib.request import urlopen

from akint_dash.access.start import refuse_unsafe
from akint_dash.domain.geometry import read_atlas
from akint_dash.errors import AkintError, DatabaseUnavailable
from akint_dash.settings import PROJECT, Settings, is_loopback
from akint_dash.store.checkup import Checkup, examine
from akint_dash.store.engine import is_there, open_engine
from akint_dash.text.problems import error_line
from akint_dash.text.strategy import load
from akint_dash.text.words import Words

Mark = Literal["ok", "notice", "wrong"]
SCARCE: Final = 100 * 1024 * 1024
LITTLE: Final = 1024 * 1024 * 1024
SKEW_S: Final = 60
MOST: Final = 5
PYTHONS: Final = ((3, 11), (3, 12), (3, 13))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what is to be done where it is not in order."""

    mark: Mark
    said: str


def findings(settings: Settings, w: Words) -> Iterator[Finding]:
    """Everything, in the order in which one would mend it."""
    yield from _names(w)
    yield from _program(w)
    yield from _files(settings, w)
    yield from _database(settings, w)
    yield from _reach(settings, w)
    yield from _processes(settings, w)


# -- settings, program, files


def _names(w: Words) -> Iterator[Finding]:
    known = {f"AKINT_{name.upper()}" for name in Settings.model_fields}
    given = {name for name in os.environ if name.startswith("AKINT_")}
    if unknown := sorted(given - known):
        yield Finding(
            "notice", w("Innstillinger som ikke finnes, og ikke virker: {names}. Se README.", names=w.join(unknown))
        )
    else:
        yield Finding("ok", w.n("{n} innstilling er satt.", "{n} innstillinger er satt.", len(given)))


def _program(w: Words) -> Iterator[Finding]:
    own = sys.version_info[:2]
    if own not in PYTHONS:
        yield Finding(
            "wrong", w("Python {version} er ikke prøvd. Bruk 3.11, 3.12 eller 3.13.", version=f"{own[0]}.{own[1]}")
        )
    other = list(differing(PROJECT / "requirements.txt"))
    if other:
        names = w.join(other[:MOST])
        told = w("Andre versjoner enn de låste i requirements.txt: {names}. Kjør make setup.", names=names)
        yield Finding("notice", told)
    else:
        yield Finding("ok", w("Alle pakker har de låste versjonene."))


def differing(lock: Path) -> Iterator[str]:
    """Packages that are here in a version that is not locked, for whichever Python."""
    pins: dict[str, list[str]] = {}
    optional: set[str] = set()
    for name, pin, marker in re.findall(r"^([\w.-]+)==(\S+)( ;)?", lock.read_text(encoding="utf-8"), re.MULTILINE):
        pins.setdefault(name, []).append(pin)
        optional |= {name} if marker else set()
    for name, locked in pins.items():
        try:
            here = version(name)
        except PackageNotFoundError:
            if name in optional:
                continue
            here = "–"
        if here not in locked:
            yield f"{name} {here} ({' / '.join(locked)})"


def _files(settings: Settings, w: Words) -> Iterator[Finding]:
    lost: list[str] = []
    try:
        load(settings.strategy_file)
    except Exception:  # whatever is wrong with a file that people edit
        lost.append("AKINT_STRATEGY")
    try:
        read_atlas(settings.map_path)
    except Exception:
        lost.append("AKINT_MAP_FILE")
    if not any((settings.data_folder / "code").glob("*.csv")):
        lost.append("AKINT_DATA")
    if settings.logo and not os.access(PROJECT / settings.logo, os.R_OK):
        lost.append("AKINT_LOGO")
    if lost:
        yield Finding(
            "wrong", w("Kan ikke leses: {names}. Sjekk at filene finnes, er hele og kan leses.", names=w.join(lost))
        )
    needed = [PROJECT / "assets" / name for name in ("app/page.js", "base.css", "tokens.css", "fonts", "skjerm/wall")]
    unread = [path.name for path in needed if not os.access(path, os.R_OK)]
    if unread:
        yield Finding("wrong", w("Mangler i mappen assets: {names}. Installer på nytt.", names=w.join(unread)))
    if not lost and not unread:
        yield Finding("ok", w("Strategi, kart, kodelister, skrifter og stilark kan leses."))


# -- the database


def _database(settings: Settings, w: Words) -> Iterator[Finding]:
    try:
        engine = open_engine(settings.database, serving=True)
    except DatabaseUnavailable as error:
        yield Finding("wrong", error_line(error, w.language))
        return
    try:
        if not is_there(engine):
            raise DatabaseUnavailable("no_database", url=engine.url.render_as_string())
        yield from _examined(examine(engine), w)
    except DatabaseUnavailable as error:
        yield Finding("wrong", error_line(error, w.language))
    finally:
        engine.dispose()


def _examined(seen: Checkup, w: Words) -> Iterator[Finding]:
    url = {"url": seen.where}
    if seen.schema == seen.newest:
        told = w(
            "Databasen {where} (versjon {version}) svarer: oppdatering {n}.",
            where=seen.where,
            version=seen.version,
            n=seen.revision,
        )
        yield Finding("ok", told)
    elif seen.schema > seen.newest:
        yield Finding("wrong", error_line(DatabaseUnavailable("database_newer", **url), w.language))
    else:
        told = w(
            "Tabellene er fra en tidligere versjon ({old}). serve, import og demo bringer dem til {new}.",
            old=seen.schema,
            new=seen.newest,
        )
        yield Finding("notice", told)
    if seen.faults:
        yield Finding(
            "wrong",
            error_line(DatabaseUnavailable("database_damaged", **url), w.language) + " " + "; ".join(seen.faults),
        )
    elif seen.free is not None:
        yield Finding("ok", w("Databasefilen er hel."))
    if seen.holes:
        yield Finding(
            "wrong", w("Oppdateringene er ikke nummerert i rekke: Noe er slettet eller lagt inn utenom programmet.")
        )
    if seen.unwritable:
        yield Finding("wrong", error_line(DatabaseUnavailable(seen.unwritable, **url), w.language))
    else:
        yield Finding("ok", w("Databasen kan skrives."))
    if seen.mode is not None and seen.mode & 0o077:
        yield Finding(
            "notice", w("Andre brukere på maskinen kan lese databasefilen. Kjør: chmod 600 på filen og 700 på mappen.")
        )
    yield from _room_and_clock(seen, w)


def _room_and_clock(seen: Checkup, w: Words) -> Iterator[Finding]:
    if seen.free is not None and seen.free < LITTLE:
        mark: Mark = "wrong" if seen.free < SCARCE else "notice"
        yield Finding(
            mark, w("Bare {n} MB er ledig på disken der databasen ligger.", n=w.number(seen.free // 1_000_000))
        )
    if abs(seen.skew_s) > SKEW_S:
        yield Finding(
            "notice",
            w(
                "Klokken her og databasens går {n} sekunder ulikt. Slå på tidssynkronisering.",
                n=w.number(round(abs(seen.skew_s))),
            ),
        )
    if seen.ahead:
        yield Finding(
            "notice",
            w("Siste oppdatering er datert {when}, som ikke er kommet. Sjekk klokken.", when=w.moment(seen.ahead)),
        )


# -- who reaches it


def _reach(settings: Settings, w: Words) -> Iterator[Finding]:
    try:
        refuse_unsafe(settings)
    except AkintError as error:
        yield Finding("wrong", error_line(error, w.language))
    yield _port(settings, w)
    home = is_loopback(settings.host)
    if not home and not settings.public_url:
        yield Finding("notice", w("AKINT_PUBLIC_URL er ikke satt: QR-koder, kalendere og vertsnavn trenger den."))
    if settings.public_url.startswith("http://") and not is_loopback(
        settings.public_url.split("/")[2].partition(":")[0]
    ):
        yield Finding(
            "notice", w("AKINT_PUBLIC_URL begynner med http://. Sett en proxy med TLS foran, og bruk https://.")
        )
    if settings.public_url.startswith("https://") and not settings.proxies:
        yield Finding("notice", w("AKINT_PROXIES er ikke satt: En proxy med TLS foran blir ikke trodd."))
    if not home and not settings.proxies:
        yield Finding(
            "notice", w("Serveren nås utenfra uten proxy. Trege og halve forespørsler stoppes best av nginx foran.")
        )
    if settings.today:
        yield Finding(
            "notice",
            w("AKINT_TODAY holder dagen fast på {day}. Ta den bort i drift.", day=w.date(settings.today.isoformat())),
        )


def _port(settings: Settings, w: Words) -> Finding:
    address = (settings.host, settings.port)
    try:
        with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
        return Finding("ok", w("Port {port} er ledig: Serveren går ikke nå.", port=settings.port))
    except OSError:
        pass
    local = "127.0.0.1" if settings.host in ("0.0.0.0", "::", "localhost") else settings.host  # noqa: S104
    local = f"[{local}]" if ":" in local else local
    try:
        with urlopen(f"http://{local}:{settings.port}/health/live", timeout=5) as answer:
            if b'"ok"' in answer.read(200):
                return Finding("ok", w("Serveren svarer på port {port}.", port=settings.port))
    except (URLError, OSError, ValueError):
        pass
    return Finding(
        "wrong",
        w(
            "Port {port} er opptatt av noe annet, eller kan ikke brukes. Velg en annen med AKINT_PORT.",
            port=settings.port,
        ),
    )


def _processes(settings: Settings, w: Words) -> Iterator[Finding]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if settings.workers > 2 * cores + 1:
        yield Finding(
            "notice", w("AKINT_WORKERS={n} er flere enn {cores} kjerner har nytte av.", n=settings.workers, cores=cores)
        )
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield Finding("notice", w("Kommandoen kjører som root. Kjør serveren som en egen bruker; se deploy/README.md."))
