"""An upgrade there and back: a database made by the program of an earlier day, opened by today's, and put back.

The earlier programs are taken out of this repository's own history. Nothing may be lost: every column of every table
that the earlier program knew is compared row by row.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import sqlalchemy as sa

from akint_dash.settings import PROJECT
from akint_dash.store.engine import newest_schema
from benchmarks.commands import PROGRAM
from benchmarks.databases import PLACES, Place
from benchmarks.kills import calls_file
from benchmarks.served import DAY, Served, served

SEED: Final = 20261129
EARLIER: Final = (("ed7bbd3 (29.11.2026)", "ed7bbd3"), ("65dd0f2, before the newest migration", "65dd0f2"))
"""What they are called, and their commits."""
NEXT: Final = """import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("project", sa.Column("later", sa.Text(), nullable=True))
    op.create_table("later", sa.Column("code", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("code"))
"""
"""A migration of a next version."""
Columns = Mapping[str, tuple[str, ...]]
Digest = Mapping[str, tuple[int, str]]


@dataclass(slots=True)
class Upgraded:
    """One upgrade: from which schema to which, how many rows, and what was said on the way back."""

    version: str
    place: str
    schema: str = ""
    rows: int = 0
    tables: int = 0
    straight_back: str = ""
    wrong: list[str] = field(default_factory=list)


def there(commit: str) -> bool:
    """Whether the repository's history is on this machine."""
    asked = subprocess.run(
        ["git", "cat-file", "-e", f"{commit}^{{commit}}"], cwd=PROJECT, capture_output=True, check=False
    )
    return asked.returncode == 0


def taken_out(commit: str, folder: Path) -> Path:
    """The program of a commit, in a folder of its own."""
    place = folder / commit
    packed = subprocess.run(["git", "archive", commit], cwd=PROJECT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(place, filter="data")
    return place


def asked(program: Path, url: str, *arguments: object) -> tuple[int, str, str]:
    """A command of the program in a folder: exit code and what it said."""
    environment = {"AKINT_DATABASE_URL": url, "AKINT_TODAY": DAY, "PYTHONPATH": str(program), "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(
        [*PROGRAM, *map(str, arguments)], cwd=program, env=environment, capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout, ran.stderr.strip()


def columns(url: str) -> Columns:
    """Every table and its columns, the schema's own number left out."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    look = sa.inspect(engine)
    return {
        name: tuple(column["name"] for column in look.get_columns(name))
        for name in sorted(look.get_table_names())
        if name != "alembic_version"
    }


def digest(url: str, of: Columns) -> Digest:
    """Rows and digest of the columns ``of``."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    found = {}
    with engine.connect() as connection:
        for table, names in of.items():
            chosen = ", ".join(f'"{name}"' for name in names)
            rows = sorted(map(repr, map(tuple, connection.exec_driver_sql(f'SELECT {chosen} FROM "{table}"'))))
            found[table] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return found


def schema(url: str) -> str:
    """The number of a database's schema."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def upgrade(version: str, old: Path, name: str, place: Place, folder: Path) -> Upgraded:
    """One database, there and back."""
    result = Upgraded(version, name)
    url = place.new()
    link = _filled(old, url, folder, result)
    if result.wrong:
        return result
    of = columns(url)
    before, told = digest(url, of), _told(old, url, result)
    first = schema(url)
    place.settle(url)
    kept, backup = place.copy(url), folder / f"{old.name}-{name}.backup"
    _must(asked(PROJECT, url, "backup", backup), "back up the earlier schema", result)
    now = _told(PROJECT, url, result)
    result.schema, result.tables, result.rows = f"{first} → {schema(url)}", len(of), sum(n for n, _ in before.values())
    _same(before, digest(url, of), "after the upgrade", result)
    if now != told:
        result.wrong.append("the history or the counts are told otherwise after the upgrade")
    if schema(url) != newest_schema():
        result.wrong.append(f"the schema is {schema(url)}, not {newest_schema()}")
    _serves(url, link, folder, result)
    place.settle(url)
    code, _, err = asked(old, url, "status", "--json")
    result.straight_back = "reads it as it is" if code == 0 else f"refuses: «{err[:160]}»"
    if code not in (0, 1) or "Traceback" in err:
        result.wrong.append(f"the earlier program ends with {code} on the newer schema: {err[-200:]}")
    if _told(old, kept, result) != told:
        result.wrong.append("the earlier program tells the copy otherwise")
    _same(before, digest(kept, of), "in the copy put back", result)
    again = place.new()
    _must(asked(PROJECT, again, "restore", backup), "restore its backup", result)
    _same(before, digest(again, of), "in the backup restored", result)
    return result


def onward(name: str, place: Place, folder: Path) -> Upgraded:
    """From this version to a next one whose migration adds: what runs reads on, and the way back is the backup."""
    result, url = Upgraded("this version, to a next one whose migration adds", name), place.new()
    later, backup, calls = _next(folder / f"next-{name}"), folder / f"onward-{name}.backup", folder / f"{name}.csv"
    calls_file(calls, Random(SEED))
    _must(asked(PROJECT, url, "demo"), "make the demonstration", result)
    _must(asked(PROJECT, url, "backup", backup), "back it up", result)
    of, first = columns(url), schema(url)
    before = digest(url, of)
    result.tables, result.rows = len(of), sum(count for count, _ in before.values())
    with served(url, folder / f"onward-{name}.log") as server:
        old = server.get("/revisjon")[1]
        _must(asked(later, url, "import", calls), "import with the next version", result)
        result.schema = f"{first} → {schema(url)}"
        if not _shows(server, lambda told: told != old):
            result.wrong.append("the server that ran shows nothing of the next version's import")
        _must_refuse(asked(PROJECT, url, "status"), result)
        _must(asked(PROJECT, url, "restore", backup, "--force"), "restore what it backed up before", result)
        _same(before, digest(url, of), "in the backup that this version restored", result)
        if schema(url) != first:
            result.wrong.append(f"the schema is {schema(url)}, not {first}, after the way back")
        if not _shows(server, lambda told: told == old):
            result.wrong.append("the server that ran does not show the restored database")
        if "Traceback" in server.said():
            result.wrong.append(f"the server's log holds a traceback: {server.said()[-300:]}")
    result.straight_back = (
        "a server that ran read on and showed the next version's import; commands refuse in words; "
        "`restore --force` of the backup from before brings every row and the schema back under the server"
    )
    return result


def _next(folder: Path) -> Path:
    """This program with one migration more, which adds a column and a table."""
    shutil.copytree(PROJECT / "akint_dash", folder / "akint_dash", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("assets", "data", "pyproject.toml", "app.py"):
        (folder / name).symlink_to(PROJECT / name)
    number, newest = f"{int(newest_schema()) + 1:04d}", newest_schema()
    migration = folder / "akint_dash" / "store" / "migrations" / "versions" / f"{number}_next.py"
    migration.write_text(NEXT.format(number=number, newest=newest), encoding="utf-8")
    return folder


def _shows(server: Served, awaited: Callable[[str], bool]) -> bool:
    """Whether the server comes to say what is awaited within ten seconds, is well, and shows a page."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if awaited(server.get("/revisjon")[1]):
            return server.ready()[0] == 200 and server.get("/last-ned/frister.csv?side=/")[0] == 200
        time.sleep(0.3)
    return False


def _must_refuse(ran: tuple[int, str, str], result: Upgraded) -> None:
    if ran[0] != 1 or "nyere versjon" not in ran[2] or "Traceback" in ran[2]:
        result.wrong.append(f"a command on the later schema ended with {ran[0]}: {ran[2][-300:]}")


def _filled(old: Path, url: str, folder: Path, result: Upgraded) -> str:
    """The demonstration, imports, an undo and a screen link, by the earlier program; the link's key, "" without one."""
    random = Random(SEED)
    for number in (1, 2):
        calls_file(folder / f"calls-{number}.csv", random)
    for arguments in (("demo",), ("import", folder / "calls-1.csv"), ("import", folder / "calls-2.csv")):
        code, _, err = asked(old, url, *arguments)
        if code != 0:
            result.wrong.append(f"the earlier program could not {arguments[0]}: {err[-300:]}")
    revisions = json.loads(asked(old, url, "history", "--json")[1])["revisions"]
    code, _, err = asked(old, url, "undo", max(one["number"] for one in revisions))
    if code != 0:
        result.wrong.append(f"the earlier program could not undo: {err[-300:]}")
    said = asked(old, url, "screen-link", "--name", "Forum", "--days", "400")[1]
    link = re.search(r"lenke=(\S+)", said)
    return link[1] if link else ""


def _must(ran: tuple[int, str, str], what: str, result: Upgraded) -> None:
    if ran[0] != 0:
        result.wrong.append(f"today's program could not {what}: {ran[2][-300:]}")


def _told(program: Path, url: str, result: Upgraded) -> dict[str, Any]:
    """What ``status`` and ``history`` say as JSON, without what is new in what they say."""
    answers = {}
    for command in ("status", "history"):
        code, out, err = asked(program, url, command, "--json")
        if code != 0:
            result.wrong.append(f"{command} ended with {code}: {err[-200:]}")
            return {}
        answers[command] = json.loads(out)
    return {"rows": answers["status"]["rows"], "revisions": answers["history"]["revisions"]}


def _same(before: Digest, after: Digest, when: str, result: Upgraded) -> None:
    result.wrong += [f"{table} differs {when}" for table in before if before[table] != after.get(table)]


def _serves(url: str, link: str, folder: Path, result: Upgraded) -> None:
    """Today's server on the upgraded database: its page, and the wall of a link that was made before."""
    wanted = {"/": True, "/skjerm/bilder?lenke=none": False} | ({f"/skjerm/bilder?lenke={link}": True} if link else {})
    with served(url, folder / "upgraded.log", AKINT_SCREEN="link") as server:
        for path, open_ in wanted.items():
            status, _ = server.get(path)
            if (status == 200) != open_:
                result.wrong.append(f"{path.partition('=')[0]} answers {status} after the upgrade")


def run() -> Iterator[Upgraded]:
    """Every earlier version on both databases; a repository without its history says so."""
    with tempfile.TemporaryDirectory(prefix="akint-upgrade-") as name:
        folder = Path(name)
        for kind, opened in PLACES.items():
            with opened() as place:
                yield onward(kind, place, folder)
        for version, commit in EARLIER:
            if not there(commit):
                yield Upgraded(version, "not tried: the repository's history is not on this machine")
                continue
            old = taken_out(commit, folder)
            for kind, opened in PLACES.items():
                with opened() as place:
                    yield upgrade(version, old, kind, place, folder)


def told(found: list[Upgraded]) -> tuple[bool, list[str]]:
    """Whether nothing was lost, and the section of the report."""
    rows = [
        f"| {one.version} | {one.place} | {one.schema} | {one.tables} tables, {one.rows} rows | {one.straight_back} |"
        for one in found
    ]
    wrong = [f"- {one.version} on {one.place}: {fault}" for one in found for fault in one.wrong]
    return not wrong, [
        "## Upgrade, and the way back",
        "",
        "A database made by an earlier version (the demonstration, imports, an undo, a screen link) was copied, opened "
        "by today's version and compared: every column of every table row by row, `status` and `history`, and the wall "
        "of the link that was made before; a backup that today's version wrote of the earlier schema was restored and "
        "is equal too. The way back: the earlier version opened the copy again, and everything was "
        "equal. Without the copy it is as the last column says. The first lines are of this version and a next one, "
        "which is this one with one migration more: a server of this version ran all the while. "
        f"{len(wrong)} wrong. Python {sys.version.split()[0]}.",
        "",
        "| from | database | schema | compared | the version before on the upgraded database |",
        "|---|---|---|---|---|",
        *rows,
        *([""] if wrong else []),
        *wrong,
    ]
