"""Commands that only look: ``serve``, ``status``, ``history``."""

from __future__ import annotations

from typing import Any

from akint_dash.access.start import refuse_unsafe
from akint_dash.cli.base import database, existing, say
from akint_dash.cli.report import counted, say_json
from akint_dash.cli.wording import w
from akint_dash.domain.schema import ENTITIES
from akint_dash.settings import Settings
from akint_dash.store.engine import reading
from akint_dash.store.revisions import Revision, list_revisions, newest
from akint_dash.store.state import count_rows, is_demonstration, read_state


def serve(settings: Settings, *, demo: bool) -> int:
    """Bring the database up and serve until stopped."""
    from akint_dash.cli.serve import refuse_taken
    from akint_dash.cli.serve import serve as run
    from akint_dash.cli.writing import demo_if_empty

    refuse_unsafe(settings)
    refuse_taken(settings)
    if demo:
        demo_if_empty(settings)
    with database(settings):
        pass
    run(settings)
    return 0


def status(settings: Settings, *, as_json: bool) -> int:
    """Where the portfolio lies and what it holds."""
    with existing(settings) as engine, reading(engine) as connection:
        number, rows = newest(connection), count_rows(connection)
        revisions = list_revisions(connection)
        demonstration = is_demonstration(read_state(connection))
        where = engine.url.render_as_string()
    if as_json:
        say_json({"revision": number, "rows": rows, "demonstration": demonstration})
        return 0
    say(w("Database: {where}", where=where))
    if revisions:
        say(w("Siste oppdatering: {line}", line=_line(revisions[-1], {})))
    if demonstration:
        say(w("Inneholder DEMONSTRASJON: oppdiktede poster."))
    for name, count in rows.items():
        if count:
            say(f"{w.number(count):>10}  {ENTITIES[name].sheet}")
    missing = [ENTITIES[name].sheet for name, count in rows.items() if not count]
    if missing:
        say(w("Ingen rader: {names}", names=w.join(missing)))
    return 0


def history(settings: Settings, *, as_json: bool) -> int:
    """Every revision."""
    with existing(settings) as engine, reading(engine) as connection:
        revisions = list_revisions(connection)
    undone = {revision.undoes: revision.number for revision in revisions if revision.undoes}
    if as_json:
        say_json({"revisions": [_as_json(revision, undone) for revision in revisions]})
        return 0
    for revision in reversed(revisions):
        say(_line(revision, undone))
    if not revisions:
        say(w("Ingen oppdateringer ennå."))
    return 0


def _as_json(revision: Revision, undone: dict[int, int]) -> dict[str, Any]:
    values = {name: getattr(revision, name) for name in Revision.__slots__}
    return values | {"undone_by": undone.get(revision.number)}


def _line(revision: Revision, undone: dict[int, int]) -> str:
    what = w("angrer {n}", n=revision.undoes) if revision.undoes else f"{revision.source}: {revision.files}"
    counts = counted(revision.added, revision.changed, revision.closed)
    line = f"{revision.number:>4}  {w.moment(revision.recorded_at)}  {revision.who}  {what.rstrip(': ')}  {counts}"
    if revision.reason:
        line += f"  «{revision.reason}»"
    if revision.number in undone:
        line += "  " + w("(angret av {n})", n=undone[revision.number])
    return line
