"""``collect``: a workbook for each council area, who has answered, and the answers read in together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from akint_dash.cli.base import Refused, Steps, existing, say
from akint_dash.cli.importing import Wish, carry_out, file_place
from akint_dash.cli.report import say_json
from akint_dash.cli.wording import sentence, w
from akint_dash.domain.collecting import file_name
from akint_dash.errors import UnreadableFile, UsageError
from akint_dash.importers.limited import read_file
from akint_dash.importers.run import run
from akint_dash.settings import Settings
from akint_dash.store.engine import Database, reading
from akint_dash.store.private import private_file
from akint_dash.store.revisions import digest_at, list_revisions
from akint_dash.store.writer import user
from akint_dash.text.collecting import standing_words

if TYPE_CHECKING:
    from akint_dash.exports.collected.content import Content
    from akint_dash.exports.collected.status import File, Line

NAMED = "innsamling-"


def out(settings: Settings, folder: Path, year: int | None, *, force: bool) -> int:
    """Write a workbook for each area of the year into ``folder``; over those that are there only with ``force``.

    Raises:
        UsageError: ``folder`` is none.
        Refused: the year has not come, there is nothing to collect for, or something is in the way.
    """
    from akint_dash.exports.collected import made
    from akint_dash.exports.collected.source import look, sending
    from akint_dash.measures.collection import active, gaps

    today, _ = settings.clock()
    year = year or today.year
    if year > today.year:
        raise Refused(w("{year} er ikke begynt. Oppgi et år til og med {now}.", year=year, now=today.year))
    with existing(settings) as engine:
        source = look(engine)
    files = {area: folder / file_name(year, area) for area in active(source.portfolio, year)}
    if not files:
        raise Refused(w("Ingen rådsområder gjelder i {year}: Det er ingen å samle inn fra.", year=year))
    _make_room(folder, list(files.values()), force=force)
    asked, contents = gaps(source.portfolio, year, today), []
    with Steps(len(files)) as steps:
        for area, path in files.items():
            steps.begin(w("Skriver {file}", file=path.name))
            book, content = made(sending(source, area, year, today, asked))
            _keep(path, book)
            _tell(path, content)
            contents.append(content)
            steps.done()
    say(w.n("Skrev {n} arbeidsbok i {folder}.", "Skrev {n} arbeidsbøker i {folder}.", len(files), folder=folder))
    _tell_all(contents, sum(gap.area not in files for gap in asked))
    return 0


def _make_room(folder: Path, files: Sequence[Path], *, force: bool) -> None:
    """Make the folder where it is missing; refuse where it is none, or holds files that are not to be lost."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("no_such_folder", folder=str(folder))
    there = [path.name for path in files if path.exists() or path.is_symlink()]
    if there and not force:
        told = "{files} finnes i {folder} fra før og blir ikke overskrevet. Bruk en annen mappe, eller --force."
        raise Refused(w(told, files=w.join(there), folder=folder))
    folder.mkdir(parents=True, exist_ok=True)


def _tell(path: Path, content: Content) -> None:
    records = w.n("{n} registrering", "{n} registreringer", content.count)
    said = "{file}: {records}, {n} felt å fylle ut"
    say(w.n(said, said, len(content.places), file=path.name, records=records))
    for cell in content.cut[:5]:
        say(w("  Teksten i {cell} er kuttet; hele teksten står i databasen.", cell=cell))


def _tell_all(contents: Sequence[Content], left: int) -> None:
    if any(content.internal for content in contents):
        say(w("Interne registreringer er med: del arbeidsbøkene bare med ansatte."))
    if left:
        said = "{n} felt hører til områder som er avsluttet, og er ikke sendt noen."
        say(w.n(said, said, left))
    if any(content.marked for content in contents):
        say(w("Tallene er demonstrasjonsdata."))


def _keep(path: Path, book: bytes) -> None:
    """Write a file whole or not at all, for its owner only."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        private_file(unfinished)
        unfinished.write_bytes(book)
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def bring_in(settings: Settings, wish: Wish) -> int:
    """The import of these files, as one revision; its exit code."""
    return carry_out(settings, replace(wish, by_file=True))


def status(settings: Settings, places: Sequence[Path], year: int | None, *, as_json: bool) -> int:
    """Who has answered, and how much is filled.

    Raises:
        UsageError: a file or folder is not there.
    """
    from akint_dash.exports.collected.source import look
    from akint_dash.exports.collected.status import lines

    today, _ = settings.clock()
    paths = list(_files(places))
    with existing(settings) as engine:
        source = look(engine)
        files, bad = _read(engine, paths, year)
        year = year or max((one.sent.year for one in files), default=today.year)
        found = lines(source, year, today, [one for one in files if one.sent.year == year])
    if as_json:
        say_json({"year": year, "areas": [_json(line) for line in found], "unreadable": bad})
        return 1 if bad else 0
    say(w("Innsamling {year}", year=year))
    for row in _table(found):
        say(row)
    for fault in bad:
        say(fault)
    say(_sum(found, bool(paths)))
    return 1 if bad else 0


def _files(places: Sequence[Path]) -> Iterable[Path]:
    for place in places:
        if place.is_dir():
            yield from sorted(p for p in place.iterdir() if p.name.startswith(NAMED) and p.suffix.lower() == ".xlsx")
        elif place.exists():
            yield place
        else:
            raise UsageError("no_such_file", file=str(place))


def _read(engine: Database, paths: Sequence[Path], year: int | None) -> tuple[list[File], list[str]]:
    """The workbooks of a collection among some files, and what is wrong with the others."""
    from akint_dash.exports.collected.status import File

    with reading(engine) as connection:
        revisions = list_revisions(connection)
    found, bad = [], []
    with Steps(len(paths)) as steps:
        for path in paths:
            steps.begin(w("Leser {file}", file=path.name))
            try:
                one = read_file(path)
            except UnreadableFile as error:
                bad.append(sentence(error))
                continue
            finally:
                steps.done()
            sent, mark = one.sent, one.mark
            if sent is None or mark is None:
                bad.append(w("{file} hører ikke til en innsamling og er ikke regnet med.", file=path.name))
                continue
            if year is not None and sent.year != year:
                continue
            one = replace(one, file_place=file_place(path))
            base = one.base_revision
            known = base is not None and mark.history == digest_at(revisions, base)
            plan = run(engine, [one], user(), check=True).plan
            found.append(File(path.name, sent, base if known else None, plan))
    return found, bad


def _table(found: Sequence[Line]) -> list[str]:
    heads = [w("Område"), w("Sendt"), w("Svar"), w("Mangler da"), w("Fylt ut"), w("Igjen"), w("Nye"), w("Endret")]
    rows = [heads]
    for line in found:
        sent = "–" if line.revision is None else w("oppdatering {n}", n=line.revision)
        if line.sent_on:
            sent += f", {w.date(line.sent_on)}"
        cells, counts = line.cells, line.counts
        asked = [cells.asked, cells.filled, cells.left] if cells else [None, None, line.now]
        changed = [counts.get("added", 0), counts.get("changed", 0)] if counts is not None else [None] * 2
        rows.append([line.area, sent, _stands(line), *("–" if n is None else w.number(n) for n in (*asked, *changed))])
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    return [
        "  ".join(
            cell.rjust(wide) if at > 2 else cell.ljust(wide)
            for at, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _stands(line: Line) -> str:
    return standing_words(w, line.standing, line.read.number if line.read else None, line.conflicts, line.problems)


def _sum(found: Sequence[Line], with_files: bool) -> str:
    answered = len({line.area for line in found if line.standing in ("answered", "read")})
    told = w("{n} av {of} områder har svart.", n=answered, of=len({line.area for line in found}))
    if not with_files:
        told += " " + w("Oppgi mappen med arbeidsbøkene for å se hvem som har fått dem, og svar som ikke er lest inn.")
    return told


def _json(line: Line) -> dict[str, Any]:
    cells = line.cells
    return {
        "area": line.area,
        "standing": line.standing,
        "file": line.file,
        "sent_revision": line.revision,
        "sent_day": line.sent_on,
        "read_revision": line.read.number if line.read else None,
        "asked": cells.asked if cells else None,
        "filled": cells.filled if cells else None,
        "left": cells.left if cells else line.now,
        **{
            sort: line.counts.get(sort, 0) if line.counts is not None else None
            for sort in ("added", "changed", "closed")
        },
        "conflicts": line.conflicts,
        "problems": line.problems,
    }
