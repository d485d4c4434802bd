"""Faults, one after the other, on the real server: what readers and the operator see, what is lost, how it heals.

``python -m benchmarks.production faults`` runs them; ``make campaign`` too. Each fault has a server of its own, begun
by the command line, and a browser that had a page open before. A fault is a function that breaks something, says in
words how, looks, and mends it.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil  # type: ignore[import-untyped]
import psycopg
from playwright.sync_api import Page
from sqlalchemy.engine import make_url

from benchmarks.clock import Clock, compiler
from benchmarks.commands import Ran, run
from benchmarks.databases import Checksums, Place, checksums, postgresql
from benchmarks.kills import calls_file
from benchmarks.proxy import Proxy, proxy
from benchmarks.served import DAY, Served, served
from benchmarks.wall import browsing
from benchmarks.witness import ADDRESSES, RAW, Seen, Witness

SEED: Final = 20261129
LOCKED_S: Final = 60.0
"""A server waits a second or two for a lock, a command ten."""
SLOW_S: Final = 0.4
PAGES: Final = 4
"""So many corrupt pages, and files cut off, are tried one by one with the command line."""
HALF_SENT: Final = 40
HALVES: Final = (
    b"GET / HT",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX-",
    b"POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 900\r\n\r\n{",
)
SLOW_READERS: Final = 20
CONNECTIONS: Final = 200
LOADED_S: Final = 12.0
MARK: Final = "Et helt annet prosjekt i en annen fil"


@dataclass
class Stage:
    """Where one fault is played."""

    folder: Path
    file: Path
    url: str
    whole: Path
    """The demonstration as it was, for putting back."""
    witness: Witness
    seen: Seen
    before: Checksums
    clock: Clock | None = None
    direct: str = ""
    """PostgreSQL without the proxy."""
    random: random.Random = field(default_factory=lambda: random.Random(SEED))

    @property
    def server(self) -> Served:
        """The server that is looked at."""
        return self.witness.server

    def command(self, *arguments: object, **settings: object) -> Ran:
        """A command on the database; what it says may not be a traceback."""
        ran = run(self.url, *arguments, AKINT_TODAY=DAY, **settings)
        if found := RAW.search(re.sub(r"postgresql\+psycopg://", "", ran.out + ran.err)):  # an address may name it
            self.seen.wrong.append(f"akint-dash {arguments[0]} says «{found[0]}»: {ran.err[-300:]}")
        return ran

    def told(self, *arguments: object) -> None:
        """Add what a command says to what the operator sees; it must be refused in words."""
        ran = self.command(*arguments)
        words = (ran.err.strip() or ran.out.strip()).splitlines() or [""]
        named = " ".join(str(one) for one in arguments if not isinstance(one, Path))
        self.seen.operator += f"; `{named}` ends with {ran.code}: «{words[0][:220]}»"
        if ran.code != 1:
            self.seen.wrong.append(f"akint-dash {named} ended with {ran.code}")

    def import_calls(self) -> Ran:
        """A list of 200 calls, read in."""
        path = self.folder / f"calls-{self.random.randrange(10**6)}.csv"
        calls_file(path, self.random)
        return self.command("import", path)

    def unchanged(self, what: str = "") -> None:
        """Row by row what it was before."""
        same = checksums(self.url) == self.before
        self.seen.data = what or "every row as before" if same else "CHANGED"
        if not same:
            self.seen.wrong.append("rows differ from those before")

    def put_back(self) -> None:
        """The whole file in place of what is there, as `restore` or a copy does."""
        fresh = self.folder / "fresh.db"
        shutil.copy(self.whole, fresh)
        for ending in ("-wal", "-shm"):
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        fresh.replace(self.file)


Fault = Callable[[Stage], None]
PgFault = Callable[[Stage, Proxy], None]
Pages = tuple[Page, Page]
"""The page that stands and the page that comes."""


def gone(stage: Stage) -> None:
    """The file is moved away, and back."""
    stage.seen.made = "the SQLite file (and its log) moved away while it is served"
    away = stage.folder / "away"
    away.mkdir()
    for path in stage.folder.glob(f"{stage.file.name}*"):
        path.rename(away / path.name)
    stage.witness.look(stage.seen)
    stage.told("status")
    for path in away.iterdir():
        path.rename(stage.folder / path.name)
    stage.witness.heal(stage.seen, "by itself when the file is back")
    stage.unchanged()


def locked(stage: Stage) -> None:
    """Another program holds the whole file, for reading too."""
    stage.seen.made = f"another program holds the file exclusively for {LOCKED_S:.0f} s"
    holder = sqlite3.connect(stage.file, isolation_level=None, check_same_thread=False)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    began = time.monotonic()
    holder.execute("PRAGMA busy_timeout = 10000")
    holder.execute("BEGIN EXCLUSIVE")
    with ThreadPoolExecutor(1) as beside:
        imported = beside.submit(stage.import_calls)
        stage.witness.look(stage.seen)
        refused = imported.result()
    stage.seen.operator += f"; an import meanwhile ends with {refused.code}: «{refused.err.strip()[:160]}»"
    if refused.code != 1:
        stage.seen.wrong.append(f"the import ended with {refused.code}")
    time.sleep(max(0.0, LOCKED_S - (time.monotonic() - began)))
    holder.execute("ROLLBACK")
    holder.close()
    stage.witness.heal(stage.seen, "by itself when the lock is let go")
    stage.unchanged()


def read_only(stage: Stage) -> None:
    """The file system becomes read-only under the server."""
    stage.seen.made = "the file system remounted read-only while it is served"
    _mount(stage.file.parent, "remount,ro")
    try:
        stage.witness.look(stage.seen)
        refused = stage.import_calls()
        stage.seen.operator += f"; an import ends with {refused.code}: «{refused.err.strip()[:160]}»"
        if refused.code != 1:
            stage.seen.wrong.append(f"the import ended with {refused.code}")
    finally:
        _mount(stage.file.parent, "remount,rw")
    stage.witness.heal(stage.seen, "by itself when it is writable again")
    stage.unchanged()


def full(stage: Stage) -> None:
    """Nothing more fits on the disk."""
    stage.seen.made = "the disk (a file system of its own) filled to the last byte"
    filler = stage.file.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65_536)
        except OSError:
            pass
        try:
            while True:
                file.write(b"\0" * 512)
        except OSError:
            pass
    stage.witness.look(stage.seen)
    refused = stage.import_calls()
    stage.seen.operator += f"; an import ends with {refused.code}: «{refused.err.strip()[:160]}»"
    if refused.code != 1:
        stage.seen.wrong.append(f"the import ended with {refused.code}")
    filler.unlink()
    stage.unchanged()
    stage.witness.heal(stage.seen, "by itself when there is room; the import then goes in")
    again = stage.import_calls()
    if again.code != 0:
        stage.seen.wrong.append(f"the next import ended with {again.code}: {again.err[:200]}")


def corrupt(stage: Stage) -> None:
    """Pages of the file are overwritten; the server goes on, a new one and every command says what is wrong."""
    stage.seen.made = f"pages overwritten with random bytes: half of all under the server, then {PAGES} single ones"
    size = 4096
    pages = stage.file.stat().st_size // size
    with stage.file.open("r+b") as file:
        for number in range(2, pages, 2):
            file.seek(number * size)
            file.write(stage.random.randbytes(size))
    stage.witness.look(stage.seen)
    stage.told("status")
    words = _each_page(stage, pages, size)
    stage.put_back()
    stage.witness.heal(stage.seen, "by a backup put in its place, without a restart")
    stage.unchanged(f"every row as in the backup; {words}")


def _each_page(stage: Stage, pages: int, size: int) -> str:
    """One page at a time in copies: an answer in words, or the page mattered not."""
    answers = {0: 0, 1: 0}
    for number in sorted(stage.random.sample(range(pages), PAGES)):
        copy = stage.folder / f"page-{number}.db"
        shutil.copy(stage.whole, copy)
        with copy.open("r+b") as file:
            file.seek(number * size)
            file.write(stage.random.randbytes(size))
        ran = run(f"sqlite:///{copy}", "export", stage.folder / f"page-{number}.xlsx", AKINT_TODAY=DAY)
        if (found := RAW.search(ran.out + ran.err)) or ran.code not in answers:
            stage.seen.wrong.append(f"page {number}: {found[0] if found else ran.code}: {ran.err[-200:]}")
        answers[ran.code] = answers.get(ran.code, 0) + 1
        copy.unlink()
    return f"one page each: {answers[1]} exports refused in words, {answers[0]} not touched by it"


def zero(stage: Stage) -> None:
    """The file loses every byte."""
    stage.seen.made = "the file cut to zero bytes while it is served"
    for ending in ("-wal", "-shm"):
        Path(f"{stage.file}{ending}").unlink(missing_ok=True)
    os.truncate(stage.file, 0)
    old = time.time() - 60
    os.utime(stage.file, (old, old))
    stage.witness.look(stage.seen)
    stage.told("status")
    stage.put_back()
    stage.witness.heal(stage.seen, "by a backup put in its place, without a restart")
    stage.unchanged("every row as in the backup")


def half(stage: Stage) -> None:
    """A copy that broke off midway is put in the file's place."""
    stage.seen.made = "the first half of the file put in its place (a copy that broke off)"
    short = stage.folder / "short.db"
    short.write_bytes(stage.whole.read_bytes()[: stage.whole.stat().st_size // 8192 * 4096])
    for ending in ("-wal", "-shm"):
        Path(f"{stage.file}{ending}").unlink(missing_ok=True)
    short.replace(stage.file)
    stage.witness.look(stage.seen)
    stage.told("export", stage.folder / "half.xlsx")
    stage.put_back()
    stage.witness.heal(stage.seen, "by a backup put in its place, without a restart")
    stage.unchanged("every row as in the backup")


def replaced(stage: Stage) -> None:
    """Another database with the same revision number takes its place."""
    stage.seen.made = "another database with the same revision number put in the file's place"
    other = stage.folder / "other.db"
    shutil.copy(stage.whole, other)
    connection = sqlite3.connect(other)
    connection.execute("UPDATE project SET title = ?, title_en = NULL", (MARK,))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    for ending in ("-wal", "-shm"):
        Path(f"{stage.file}{ending}").unlink(missing_ok=True)
    other.replace(stage.file)
    stage.witness.look(stage.seen)
    if MARK not in stage.witness.text():
        stage.seen.wrong.append("a new page shows the old database")
    stage.put_back()
    stage.witness.heal(stage.seen, "the other database is shown at once, and the first when it is put back")
    stage.unchanged()


def newer(stage: Stage) -> None:
    """A later version of the program has changed the schema."""
    stage.seen.made = "the schema's number set to 9999, as a later version would"
    connection = sqlite3.connect(stage.file)
    current = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    stage.witness.look(stage.seen)
    stage.told("status")
    stage.told("serve")
    connection.execute("UPDATE alembic_version SET version_num = ?", (current,))
    connection.commit()
    connection.close()
    stage.witness.heal(stage.seen, "with the version that the schema belongs to")
    stage.unchanged()


def clock(stage: Stage) -> None:
    """The machine's clock jumps a year ahead and then to before the data were written."""
    stage.seen.made = "the clock on the wall 400 days ahead, then 30 days back, while it is served"
    ahead, hands = Seen("", ""), stage.clock
    assert hands is not None
    hands.jump(400)
    stage.witness.look(ahead)
    hands.jump(-30)
    stage.witness.look(stage.seen)
    stage.seen.wrong += ahead.wrong
    if ahead.standing != stage.seen.standing:
        stage.seen.standing = f"ahead: {ahead.standing}; back: {stage.seen.standing}"
    age = json.loads(stage.server.ready()[1]).get("snapshot_age_s", 0)
    stage.seen.operator += f"; the snapshot's age is told as {age} s"
    if age < 0:
        stage.seen.wrong.append(f"/health/ready says that the snapshot is {age} s old")
    hands.jump(0)
    stage.witness.heal(stage.seen, "by itself when the clock is right")
    stage.unchanged()


def killed(stage: Stage) -> None:
    """Workers die one after the other while eight readers click."""
    stage.seen.made = "each worker killed (SIGKILL) in turn while eight readers click without pause"
    answers: list[tuple[int, float]] = []
    over = threading.Event()

    def click(number: int) -> None:
        while not over.is_set():
            began = time.monotonic()
            status, _ = stage.server.get(("/", "/virkemidler/prosjektutvikling", "/om", "/revisjon")[number % 4])
            answers.append((status, time.monotonic() - began))

    with ThreadPoolExecutor(8) as readers:
        for number in range(8):
            readers.submit(click, number)
        for worker in stage.server.workers():
            time.sleep(LOADED_S / 3)
            worker.kill()
        time.sleep(LOADED_S / 3)
        stage.witness.look(stage.seen)
        over.set()
    lost = sum(status == 0 for status, _ in answers)
    bad = sum(status not in (0, 200) for status, _ in answers)
    stage.seen.operator += (
        f"; of {len(answers)} answers {lost} broken off in flight, {bad} other than 200, "
        f"the longest {max(s for _, s in answers):.1f} s; {len(stage.server.workers())} workers again"
    )
    if bad or lost > 16:
        stage.seen.wrong.append(f"{bad} bad answers, {lost} lost")
    stage.witness.heal(stage.seen, "by itself: the master begins another worker")
    stage.unchanged()


def memory(stage: Stage) -> None:
    """The workers get no more memory."""
    stage.seen.made = (
        "the workers' address space limited (RLIMIT_AS) to what they have, and days asked for that need more"
    )
    workers = stage.server.workers()
    for worker in workers:
        held = worker.memory_info().vms
        worker.rlimit(psutil.RLIMIT_AS, (held, psutil.RLIM_INFINITY))
    with ThreadPoolExecutor(8) as readers:
        paths = [
            f"/virkemidler/prosjektutvikling?per=2026-{month:02d}-{day:02d}"
            for month in range(1, 11)
            for day in (3, 17)
        ]
        statuses = sorted({status for status, _ in readers.map(stage.server.get, paths)})
    stage.witness.look(stage.seen)
    stage.seen.operator += f"; answers {', '.join(map(str, statuses))} to twenty days asked for at once"
    for worker in workers:
        if worker.is_running():
            worker.rlimit(psutil.RLIMIT_AS, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))
    stage.witness.heal(stage.seen, "by itself when there is memory")
    stage.unchanged()


def slow_clients(stage: Stage) -> None:
    """Many send half a request and wait, others read one byte at a time."""
    stage.seen.made = f"{HALF_SENT} half-sent requests and {SLOW_READERS} readers who take a byte a second"
    with ExitStack() as held:
        for number in range(HALF_SENT):
            one = held.enter_context(socket.create_connection(("127.0.0.1", stage.server.port)))
            one.sendall(HALVES[number % len(HALVES)])
        over = threading.Event()
        for _ in range(SLOW_READERS):
            one = held.enter_context(socket.socket())
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            one.connect(("127.0.0.1", stage.server.port))
            one.sendall(b"GET /assets/app.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
            threading.Thread(target=_sip, args=(one, over), daemon=True).start()
        stage.witness.look(stage.seen, wait=False)
        stage.seen.operator += f"; a page stood after {stage.seen.took_s:.1f} s"
        over.set()
    stage.witness.heal(stage.seen, "by itself: half-sent requests are let go")
    stage.unchanged()


def _sip(one: socket.socket, over: threading.Event) -> None:
    try:
        while not over.wait(1.0) and one.recv(1):
            pass
    except OSError:
        pass


def connections(stage: Stage) -> None:
    """Two hundred connections at once, each with one request and then kept open."""
    stage.seen.made = f"{CONNECTIONS} connections at once, each asking and then staying"
    with ExitStack() as held:
        each = [
            held.enter_context(socket.create_connection(("127.0.0.1", stage.server.port))) for _ in range(CONNECTIONS)
        ]
        for one in each:
            one.settimeout(60)
            one.sendall(b"GET /revisjon HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answered = sum(one.recv(12) == b"HTTP/1.1 200" for one in each)
        stage.witness.look(stage.seen, wait=False)
        stage.seen.operator += (
            f"; {answered} of {CONNECTIONS} answered 200; a page stood after {stage.seen.took_s:.1f} s"
        )
        if answered != CONNECTIONS:
            stage.seen.wrong.append(f"{CONNECTIONS - answered} connections without an answer")
    stage.witness.heal(stage.seen, "by itself")
    stage.unchanged()


# -- PostgreSQL, with a proxy between it and the server


def pg_gone(stage: Stage, way: Proxy) -> None:
    """The database server is away."""
    stage.seen.made = "PostgreSQL away: every connection cut, new ones refused"
    way.away = True
    way.cut()
    stage.witness.look(stage.seen)
    stage.told("status")
    way.away = False
    stage.witness.heal(stage.seen, "by itself when it is back")
    stage.unchanged()


def pg_slow(stage: Stage, way: Proxy) -> None:
    """Each piece of an answer is late."""
    stage.seen.made = f"PostgreSQL slow: each answer {SLOW_S:g} s late"
    way.delay_s = SLOW_S
    stage.witness.look(stage.seen)
    stage.seen.operator += f"; a page stood after {stage.seen.took_s:.1f} s"
    way.delay_s = 0.0
    stage.witness.heal(stage.seen, "by itself when it is quick again")
    stage.unchanged()


def pg_silent(stage: Stage, way: Proxy) -> None:
    """Connections stand, and nothing comes."""
    stage.seen.made = "PostgreSQL silent: connections stand, no answer comes"
    way.delay_s = 3600.0
    stage.witness.look(stage.seen)
    stage.seen.operator += f"; a page stood after {stage.seen.took_s:.1f} s"
    way.delay_s = 0.0
    way.cut()
    stage.witness.heal(stage.seen, "by itself when it answers")
    stage.unchanged()


def pg_locked(stage: Stage, way: Proxy) -> None:  # noqa: ARG001 - as the others
    """The table that every look reads is locked, for reading too."""
    stage.seen.made = f"the table of revisions locked against readers for {LOCKED_S:.0f} s"
    with psycopg.connect(_plain(stage.url)) as holder, holder.transaction():
        began = time.monotonic()
        holder.execute("LOCK TABLE revision IN ACCESS EXCLUSIVE MODE")
        with ThreadPoolExecutor(1) as beside:
            imported = beside.submit(stage.import_calls)
            stage.witness.look(stage.seen)
            refused = imported.result(timeout=60)
        stage.seen.operator += f"; an import meanwhile ends with {refused.code}: «{refused.err.strip()[:160]}»"
        if refused.code != 1:
            stage.seen.wrong.append(f"the import ended with {refused.code}")
        time.sleep(max(0.0, LOCKED_S - (time.monotonic() - began)))
    stage.witness.heal(stage.seen, "by itself when the lock is let go")
    stage.unchanged()


def pg_read_only(stage: Stage, way: Proxy) -> None:
    """The database takes no writes, as a standby."""
    stage.seen.made = "PostgreSQL read-only, as a standby"
    _set_read_only(stage.url, "on")
    way.cut()
    stage.witness.look(stage.seen)
    refused = stage.import_calls()
    stage.seen.operator += f"; an import ends with {refused.code}: «{refused.err.strip()[:160]}»"
    if refused.code != 1:
        stage.seen.wrong.append(f"the import ended with {refused.code}")
    _set_read_only(stage.url, "off")
    way.cut()
    stage.witness.heal(stage.seen, "by itself when it takes writes")
    stage.unchanged()


def pg_half(stage: Stage, way: Proxy) -> None:
    """The connection is cut while a new snapshot is being read, again and again."""
    stage.seen.made = "a new revision, and the connection cut each time 60 kB of its snapshot have been read"
    over = threading.Event()

    def cut() -> None:
        while not over.is_set():
            if way.cut_after is None:
                way.cut_after = 60_000
            time.sleep(0.05)

    threading.Thread(target=cut, daemon=True).start()
    ran = run(stage.direct, "import", _calls(stage), AKINT_TODAY=DAY)
    assert ran.code == 0, ran.err
    stage.witness.look(stage.seen)
    over.set()
    way.cut_after = None
    stage.before = checksums(stage.direct)
    stage.witness.heal(stage.seen, "by itself: the new snapshot is swapped in when it is whole")
    stage.unchanged("the old snapshot was shown whole until the new was; every row of both revisions there")


def _calls(stage: Stage) -> Path:
    path = stage.folder / "calls-half.csv"
    calls_file(path, stage.random)
    return path


def _set_read_only(url: str, how: str) -> None:
    database = make_url(url).database
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(f'ALTER DATABASE "{database}" SET default_transaction_read_only = {how}')


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


# -- how they are run

ON_SQLITE: Final[tuple[tuple[str, Fault], ...]] = (
    ("Database gone", gone),
    ("Database locked", locked),
    ("Database read-only", read_only),
    ("Disk full", full),
    ("Corrupt pages", corrupt),
    ("Zero bytes", zero),
    ("Half a file", half),
    ("Replaced by another", replaced),
    ("Newer schema", newer),
    ("Clock jump", clock),
    ("Workers killed under load", killed),
    ("Memory full", memory),
    ("Slow clients", slow_clients),
    ("200 connections", connections),
)
ON_POSTGRESQL: Final[tuple[tuple[str, PgFault], ...]] = (
    ("PostgreSQL gone", pg_gone),
    ("PostgreSQL slow", pg_slow),
    ("PostgreSQL silent", pg_silent),
    ("PostgreSQL locked", pg_locked),
    ("PostgreSQL read-only", pg_read_only),
    ("Half a snapshot", pg_half),
)
OWN_DISK: Final = frozenset({"Database read-only", "Disk full"})


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", options, str(folder)], check=True)


@contextmanager
def _disk(folder: Path, own: bool) -> Iterator[Path]:
    """A folder for the database, on a small file system of its own where that is asked for."""
    if not own:
        yield folder
        return
    place = folder / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "akint", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def faults(chosen: Sequence[str] = (), demonstration: Path | None = None) -> Iterator[Seen]:
    """Every fault, or those of the names, on a demonstration that may be there already; what cannot be made on this
    machine says so.
    """
    wanted = [(name, fault) for name, fault in ON_SQLITE if not chosen or name in chosen]
    on_postgresql = [(name, fault) for name, fault in ON_POSTGRESQL if not chosen or name in chosen]
    with tempfile.TemporaryDirectory(prefix="akint-faults-") as name, browsing(1280, 800) as page:
        base = Path(name)
        whole = base / "whole.db"
        if demonstration:
            shutil.copy(demonstration, whole)
        else:
            ran = run(f"sqlite:///{whole}", "demo")
            assert ran.code == 0, ran.err
        browser = page.context.browser
        assert browser is not None
        pages = page, browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        for title, fault in wanted:
            if title in OWN_DISK and os.geteuid() != 0:
                yield Seen(title, "not tried: a file system of its own takes root")
            elif fault is clock and compiler() is None:
                yield Seen(title, "not tried: the clock that jumps takes a C compiler")
            else:
                yield _on_sqlite(title, fault, _folder(base, title), whole, pages)
        if on_postgresql:
            with postgresql() as place:
                for title, pg_fault in on_postgresql:
                    yield _on_postgresql(title, pg_fault, place, _folder(base, title), pages)


def _folder(base: Path, title: str) -> Path:
    folder = base / title.replace(" ", "-")
    folder.mkdir()
    return folder


def _on_sqlite(title: str, fault: Fault, folder: Path, whole: Path, pages: Pages) -> Seen:
    seen = Seen(title, "")
    with _told_if_broken(seen), _disk(folder, title in OWN_DISK) as disk:
        file = disk / "akint.db"
        shutil.copy(whole, file)
        given: dict[str, object] = {}
        hands: Clock | None = None
        if fault is clock:
            hands = Clock(folder / "clock")
            given = {"AKINT_TODAY": None, **hands.environment}
        url = f"sqlite:///{file}"
        with served(url, folder / "server.log", **given) as server:
            witness = Witness(*pages, server)
            witness.begin()
            fault(Stage(folder, file, url, whole, witness, seen, checksums(url), hands))
    return seen


def _on_postgresql(title: str, fault: PgFault, place: Place, folder: Path, pages: Pages) -> Seen:
    seen = Seen(title, "")
    real = make_url(place.new())
    target = f"{real.query['host']}/.s.PGSQL.{real.port or 5432}"
    with _told_if_broken(seen), proxy(target) as way:
        own = real.set(host="127.0.0.1", port=way.port, query={"sslmode": "disable", "gssencmode": "disable"})
        url = own.render_as_string(hide_password=False)
        ran = run(url, "demo")
        assert ran.code == 0, ran.err
        with served(url, folder / "server.log") as server:
            witness = Witness(*pages, server)
            witness.begin()
            stage = Stage(folder, folder, url, folder, witness, seen, checksums(url))
            stage.direct = real.render_as_string(hide_password=False)
            fault(stage, way)
    return seen


@contextmanager
def _told_if_broken(seen: Seen) -> Iterator[None]:
    """A campaign goes on with the next fault."""
    try:
        yield
    except Exception as error:
        seen.wrong.append(f"the fault could not be played to its end: {type(error).__name__}: {error}"[:600])


def told(found: Sequence[Seen]) -> tuple[bool, list[str]]:
    """Whether nothing was wrong, and the section of the report."""
    wrong = [f"- {seen.name}: {fault}" for seen in found for fault in dict.fromkeys(seen.wrong)]
    rows = [f"| {' | '.join(map(_cell, _row(seen)))} |" for seen in found]
    return not wrong, [
        "## Faults",
        "",
        f"{len(found)} faults on a server begun by `akint-dash serve` with two workers, looked at with Chromium. "
        f"A page was open before; another is opened meanwhile (with its status). {len(ADDRESSES)} addresses besides "
        "(the wall, feeds, downloads, pictures) were asked each time: none may answer 500 or 502, be silent, or hold a "
        f"word of the program's own. Data are compared by a digest of every table's rows. {len(wrong)} wrong.",
        "",
        "| fault | a page that was open | a page opened meanwhile | the operator | data | heals |",
        "|---|---|---|---|---|---|",
        *rows,
        *([""] if wrong else []),
        *wrong,
    ]


def _row(seen: Seen) -> tuple[str, ...]:
    return f"**{seen.name}**: {seen.made}", seen.standing, seen.opening, seen.operator, seen.data, seen.healed


def _cell(text: str) -> str:
    shorter = re.sub(r"(sqlite:///)/\S*/|(postgresql\+psycopg://)\S*/", r"\1\2…/", text)
    return " ".join(shorter.replace("|", "/").split())
