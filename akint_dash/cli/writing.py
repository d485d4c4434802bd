"""Commands that write: ``template``, ``export``, ``undo``, ``demo``, ``forget``."""

from __future__ import annotations

from pathlib import Path

from akint_dash.cli.base import DEMONSTRATION_BEGINS, Refused, Steps, database, existing, say, trial
from akint_dash.cli.report import counted, revision_json, say_json
from akint_dash.cli.wording import w
from akint_dash.domain.mark import Mark
from akint_dash.domain.schema import ENTITIES, Sort
from akint_dash.errors import UsageError
from akint_dash.exports.workbook import write_template, write_workbook
from akint_dash.importers.run import load_demonstration
from akint_dash.settings import Settings
from akint_dash.store import revisions
from akint_dash.store.engine import Database, reading
from akint_dash.store.persons import read_persons
from akint_dash.store.revisions import Revision
from akint_dash.store.state import count_rows, read_state
from akint_dash.store.writer import user


def template(settings: Settings, file: Path, *, force: bool) -> int:
    """Write an empty workbook; over a file that is there only with ``force``."""
    may_lie_at(file, force)
    with trial(settings) as (engine, _), reading(engine) as connection:
        state, number = read_state(connection), revisions.newest(connection)
        mark = Mark.new(revisions.digest_at(revisions.list_revisions(connection), number), empty=True)
    write_template(file, {name: state[name] for name in state if ENTITIES[name].sort is Sort.LIST}, number, mark)
    say(w("Laget {file}. Fyll den ut og kjør: akint-dash import {file} --check", file=file))
    return 0


def export(settings: Settings, file: Path, *, force: bool) -> int:
    """Write the whole portfolio to a workbook; over a file that is there only with ``force``."""
    may_lie_at(file, force)
    with existing(settings) as engine, Steps(1) as steps:
        with reading(engine) as connection:
            state, persons = read_state(connection), read_persons(connection)
            number = revisions.newest(connection)
            mark = Mark.new(revisions.digest_at(revisions.list_revisions(connection), number))
        steps.begin(w("Skriver {file}", file=file.name))
        shortened = write_workbook(file, state, number, persons=persons, mark=mark)
    say(w("Skrev {file}.", file=file))
    if shortened:
        told = "{n} tekst er for lang for en celle og er kuttet der; hele teksten står i databasen: {cells}."
        many = "{n} tekster er for lange for en celle og er kuttet der; hele teksten står i databasen: {cells}."
        say(w.n(told, many, len(shortened), cells=", ".join(shortened[:10])))
    return 0


def may_lie_at(file: Path, force: bool, ending: str = ".xlsx") -> None:
    """Whether a file of a kind may be written there.

    Raises:
        UsageError: the place or the name is none for it.
        Refused: something is there already.
    """
    if file.is_dir():
        raise UsageError("folder_for_file", file=str(file))
    if file.suffix.lower() != ending:
        raise UsageError("wrong_ending", file=str(file), ending=ending)
    if not file.parent.is_dir():
        raise UsageError("no_such_folder", folder=str(file.parent))
    if (file.exists() or file.is_symlink()) and not force:
        raise Refused(
            w("{file} finnes fra før og blir ikke overskrevet. Bruk et annet navn, eller --force.", file=file)
        )


def undo(settings: Settings, number: int, *, as_json: bool, reason: str | None = None) -> int:
    """Take a revision back."""
    with existing(settings) as engine:
        revision = revisions.undo(engine, number, user(), reason=reason)
    if as_json:
        say_json(revision_json(revision))
        return 0
    counts = counted(revision.added, revision.changed, revision.closed)
    say(
        w(
            "Oppdatering {old} er angret med oppdatering {new}: {counts}.",
            old=number,
            new=revision.number,
            counts=counts,
        )
    )
    return 0


def demo(settings: Settings) -> int:
    """Load the demonstration into a database that holds nothing but code lists."""
    with database(settings, lists_recorded_at=DEMONSTRATION_BEGINS) as engine:
        if not _only_lists(engine):
            raise Refused(w("Databasen inneholder allerede poster. Eksemplet lastes bare i en tom database."))
        with Steps(1) as steps:
            steps.begin(w("Laster eksemplet"))
            made = _load(engine, settings)
    say(w.n("Eksemplet er lastet som {n} oppdatering.", "Eksemplet er lastet som {n} oppdateringer.", len(made)))
    say(w("Se det med: akint-dash serve"))
    return 0


def demo_if_empty(settings: Settings) -> None:
    """Load the demonstration where there is nothing yet; else leave everything as it is."""
    with database(settings, lists_recorded_at=DEMONSTRATION_BEGINS) as engine:
        if _only_lists(engine):
            _load(engine, settings)


def _load(engine: Database, settings: Settings) -> list[Revision]:
    folder = settings.data_folder / "demo"
    if not folder.is_dir():
        raise Refused(w("Eksemplet finnes ikke i {folder}.", folder=folder))
    return load_demonstration(engine, folder)


def _only_lists(engine: Database) -> bool:
    with reading(engine) as connection:
        rows = count_rows(connection)
    return not any(count for name, count in rows.items() if ENTITIES[name].sort is not Sort.LIST)


def forget(settings: Settings, code: str) -> int:
    """Empty a person everywhere."""
    with existing(settings) as engine:
        if revisions.forget(engine, code, user()) is None:
            raise Refused(w("Ingen person har koden {code}.", code=code))
    say(w("{code} er glemt: navn, e-post og rolle er slettet og kommer ikke tilbake.", code=code))
    return 0
