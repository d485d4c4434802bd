"""``backup`` and ``restore``: the whole database as one checked file, and back."""

from __future__ import annotations

from pathlib import Path

from akint_dash.cli.base import Refused, Steps, say
from akint_dash.cli.wording import w
from akint_dash.errors import DatabaseUnavailable, UsageError
from akint_dash.settings import Settings
from akint_dash.store.backup import write_backup
from akint_dash.store.engine import is_there, open_engine
from akint_dash.store.restore import restore as put_back


def backup(settings: Settings, file: Path, *, force: bool) -> int:
    """Write the whole database to a file, at the schema it has."""
    if file.is_dir():
        raise UsageError("folder_for_file", file=str(file))
    if not file.parent.is_dir():
        raise UsageError("no_such_folder", folder=str(file.parent))
    if (file.exists() or file.is_symlink()) and not force:
        raise Refused(
            w("{file} finnes fra før og blir ikke overskrevet. Bruk et annet navn, eller --force.", file=file)
        )
    engine = open_engine(settings.database)
    try:
        if not is_there(engine):
            raise DatabaseUnavailable("no_database", url=engine.url.render_as_string())
        with Steps(1) as steps:
            steps.begin(w("Skriver {file}", file=file.name))
            head, digest = write_backup(engine, file)
    finally:
        engine.dispose()
    told = w.n("{n} rad", "{n} rader", head.rows)
    say(
        w(
            "Skrev {file}: oppdatering {number}, {rows}. Filen er lest tilbake og er hel.",
            file=file,
            number=head.revision,
            rows=told,
        )
    )
    say(w("Kontrollsum (SHA-256): {digest}", digest=digest))
    say(w("Kopien har navn på personer og nøkler til skjermlenker. Bare du kan lese den; oppbevar den deretter."))
    return 0


def restore(settings: Settings, file: Path, *, force: bool) -> int:
    """Make the database what a backup holds."""
    engine = open_engine(settings.database)
    try:
        with Steps(1) as steps:
            steps.begin(w("Henter fram {file}", file=file.name))
            head, aside = put_back(engine, file, force=force)
    finally:
        engine.dispose()
    told = w.n("{n} rad", "{n} rader", head.rows)
    say(
        w(
            "Hentet fram {file}: oppdatering {number}, {rows}, slik det var {when}. Alt er sammenlignet med kopien.",
            file=file,
            number=head.revision,
            rows=told,
            when=w.moment(head.made_at),
        )
    )
    if aside is not None:
        say(w("Den skadde databasefilen er tatt vare på som {file}.", file=aside))
    return 0
