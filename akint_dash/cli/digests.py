"""``digest``: what moved for each council area, on the screen, as e-mails in a folder, or sent."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from akint_dash.cli.base import Refused, existing, say
from akint_dash.cli.report import say_json
from akint_dash.cli.wording import w
from akint_dash.exports.letter import Letter, Section, as_mail, as_text
from akint_dash.settings import Settings, is_loopback, mailboxes
from akint_dash.store.engine import Database
from akint_dash.store.private import private_file, private_folder

if TYPE_CHECKING:
    from akint_dash.components.digest import Line
    from akint_dash.components.page import Site
    from akint_dash.components.view import View

DAYS_BACK: Final = 7
PATIENCE_S: Final = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """Of which areas ("" of all), since when, in which language, with internal records or not, and where to."""

    areas: tuple[str, ...] = ()
    since: date | None = None
    english: bool = False
    internal: bool = False
    folder: Path | None = None
    send: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One area's letter, None where nothing moved."""

    area: str
    name: str
    letter: Letter | None


def digest(settings: Settings, wish: Wish) -> int:
    """Make the letters; write them to the folder, send them, or show them.

    Raises:
        Refused: an area or a day that is none, or letters that cannot be written or sent.
    """
    day = settings.day()
    since = wish.since or day - timedelta(days=DAYS_BACK)
    if since >= day:
        raise Refused(w("Dagen etter --since må være før {day}.", day=w.date(day)))
    to = mailboxes(settings.mail_to)
    if wish.send and not (settings.smtp and settings.mail_from):
        raise Refused(w("Sett AKINT_SMTP og AKINT_MAIL_FROM for å sende. Uten --send blir ingenting sendt."))
    with existing(settings) as engine:
        made = _made(settings, engine, wish, since)
    moved = [one for one in made if one.letter is not None]
    lost = [one.area for one in moved if wish.send and not to.get(one.area)]
    if lost:
        raise Refused(w("AKINT_MAIL_TO har ingen adresse for {areas}. Ingenting er sendt.", areas=w.join(lost)))
    at = datetime.now(UTC) if settings.today is None else datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    mails = {one.area: as_mail(one.letter, settings.mail_from, to.get(one.area, ()), at) for one in moved if one.letter}
    where = _kept(wish.folder, mails, day) if wish.folder else {}
    if wish.send:
        _send(settings, mails)
    _tell(made, since, wish, where)
    return 0


def _made(settings: Settings, engine: Database, wish: Wish, since: date) -> list[Made]:
    from akint_dash.access.viewer import AT_HOME, STRANGER
    from akint_dash.components.page import Site
    from akint_dash.pages import PAGES
    from akint_dash.store.snapshots import Snapshots

    viewer = AT_HOME if wish.internal else STRANGER
    site = Site(settings, Snapshots(engine, settings.poll_s), PAGES, lambda: viewer)
    known = site.snapshots.portfolio(viewer.audience).records("area")
    codes = {code.casefold(): code for code in known}
    if wrong := [area for area in wish.areas if area.casefold() not in codes]:
        said = w("{wrong} er ikke et rådsområde. Kodene er {codes}.", wrong=w.join(wrong), codes=w.join(sorted(known)))
        raise Refused(said)
    chosen = [codes[area.casefold()] for area in wish.areas] or sorted(known)
    return [_of_area(site, area, since, wish) for area in chosen]


def _of_area(site: Site, area: str, since: date, wish: Wish) -> Made:
    from akint_dash.components import digest as told
    from akint_dash.measures.digest import digest as moved_since

    view = _view(site, {"omrade": area}, english=wish.english)
    then = _view(site, {"omrade": area, "per": since.isoformat()}, english=wish.english)
    found = moved_since(view.scope, then.scope)
    name = view.name("area", area)
    if not found.moved:
        return Made(area, name, None)
    sections = [
        Section(part.heading, _lines(view, part.lines, part.rest, site.settings.home))
        for part in told.parts(view, then, found)
    ]
    opening, closing = told.opening(view, area, since), told.closing(view, internal=wish.internal)
    return Made(area, name, Letter(told.subject(view, area, found), view.words.language, opening, sections, closing))


def _view(site: Site, query: dict[str, str], *, english: bool) -> View:
    return site.view(site.pages[0], "en" if english else "nb", query, {})


def _lines(view: View, lines: Sequence[Line], rest: int, home: str) -> list[tuple[str, str]]:
    told = [(one.text, home + one.path if home and one.path else "") for one in lines]
    return [*told, (view.words.n("og 1 til", "og {n} til", rest), "")] if rest else told


def _kept(folder: Path, mails: dict[str, EmailMessage], day: date) -> dict[str, Path]:
    """The letters as files, which only their owner may read.

    Raises:
        Refused: the folder cannot be written to.
    """
    kept = {}
    try:
        private_folder(folder)
        for area, mail in mails.items():
            kept[area] = folder / f"nytt-{area}-{day.isoformat()}.eml"
            private_file(kept[area])
            kept[area].write_bytes(mail.as_bytes())
    except OSError as error:
        raise Refused(w("Det går ikke å skrive i {folder}: {why}.", folder=folder, why=error.strerror)) from error
    return kept


def _send(settings: Settings, mails: dict[str, EmailMessage]) -> None:
    """Send them all over one connection; encrypted, unless the server is this machine.

    Raises:
        Refused: which was not sent, and which were.
    """
    sent: list[str] = []
    try:
        password = settings.smtp_password
        with _connection(settings) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, password)
            for area, mail in mails.items():
                server.send_message(mail)
                sent.append(area)
    except (OSError, smtplib.SMTPException) as error:
        done = w("Sendt: {areas}.", areas=w.join(sent)) if sent else w("Ingenting er sendt.")
        why = _why(error)
        raise Refused(w("E-posttjeneren tok ikke imot: {why}. {done}", why=why, done=done)) from error


def _connection(settings: Settings) -> smtplib.SMTP:
    parts = urlsplit(f"//{settings.smtp}")
    host, port, context = parts.hostname or "", parts.port or 587, ssl.create_default_context()
    if port == 465:
        return smtplib.SMTP_SSL(host, port, timeout=PATIENCE_S, context=context)
    server = smtplib.SMTP(host, port, timeout=PATIENCE_S)
    if not is_loopback(host):
        server.starttls(context=context)
    return server


def _why(error: OSError | smtplib.SMTPException) -> str:
    """What the server said, or what went wrong on the way to it."""
    if isinstance(error, smtplib.SMTPResponseException):
        return str(error.smtp_code)
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def _tell(made: Sequence[Made], since: date, wish: Wish, where: dict[str, Path]) -> None:
    if wish.as_json:
        areas = [
            {
                "area": one.area,
                "moved": one.letter is not None,
                "subject": one.letter.subject if one.letter else None,
                "file": str(where[one.area]) if one.area in where else None,
                "sent": wish.send and one.letter is not None,
            }
            for one in made
        ]
        say_json({"since": since.isoformat(), "areas": areas})
        return
    for one in made:
        if one.letter is None:
            say(w("{area}: ikke noe nytt siden {day}, ingen e-post.", area=one.name, day=w.date(since)))
        elif one.area in where:
            say(w("Skrev {file}.", file=where[one.area]))
        elif not wish.send:
            for line in (one.letter.subject, "", *as_text(one.letter).splitlines(), ""):
                say(line)
        if one.letter is not None and wish.send:
            say(w("Sendt: {subject}", subject=one.letter.subject))
