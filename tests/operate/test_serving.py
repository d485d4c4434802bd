"""Servers as programs: graceful reload, numbers across processes, two servers on one database."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.test_cli import CALLS

from .conftest import PROGRAM, Server

Serve = Callable[..., Server]
SEEN_S = 5
"""So soon an import shows everywhere: README's own word."""


def import_calls(url: str, folder: Path, text: str = CALLS) -> subprocess.CompletedProcess[str]:
    """The command, as another program on the same database."""
    file = folder / "calls.csv"
    file.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, "import", str(file)],
        env=os.environ | {"AKINT_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )


def number(metrics: str, name: str) -> float:
    """The sum of a number over its labels."""
    return sum(float(value) for value in re.findall(rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", metrics, re.MULTILINE))


def test_a_reload_loses_no_request(demo_database: str, serve: Serve) -> None:
    server, over = serve(demo_database, AKINT_WORKERS="2"), Event()
    first = {line["process"] for line in server.lines()}
    answers: list[object] = []

    def ask(headers: dict[str, str]) -> None:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        while not over.is_set():
            try:
                line.request("GET", "/utlysninger.atom", headers=headers)
                answer = line.getresponse()
                answer.read()
                answers.append(answer.status)
            except (OSError, http.client.HTTPException) as error:
                answers.append(error)
                line.close()
        line.close()

    readers = [Thread(target=ask, args=({"Connection": "close"} if one % 2 else {},)) for one in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(2):
        known = {line["process"] for line in server.lines()}
        os.kill(server.program.pid, signal.SIGHUP)
        end = time.monotonic() + 60
        while not {line["process"] for line in server.lines()} - known and time.monotonic() < end:
            time.sleep(0.1)
    over.set()
    for reader in readers:
        reader.join()
    assert {line["process"] for line in server.lines()} - first, "no new process has answered"
    assert set(answers) == {200}, [answer for answer in answers if answer != 200][:3]
    assert server.stop() == 0


def test_numbers_are_those_of_all_processes_and_outlive_them(demo_database: str, serve: Serve) -> None:
    server = serve(demo_database, AKINT_WORKERS="2")
    while len({line["process"] for line in server.lines() if line["logger"] == "akint_dash.request"}) < 2:
        server.get("/revisjon", Connection="close")
    asked = sum(line.get("route") == "/revisjon" for line in server.lines())
    counted = r'akint_request_seconds_count\{method="GET",route="/revisjon",status="2xx"\}'
    assert number(server.get("/metrics")[1], counted) == asked
    os.kill(next(line["process"] for line in server.lines()), signal.SIGTERM)
    server.wait()
    assert number(server.get("/metrics")[1], counted) == asked


@pytest.mark.postgres
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_two_servers_on_one_postgresql_both_show_an_import(url: str, serve: Serve, tmp_path: Path) -> None:
    servers = [serve(url, AKINT_WORKERS="1"), serve(url, AKINT_WORKERS="1")]
    assert {server.get("/revisjon") for server in servers} == {(200, "1")}
    assert import_calls(url, tmp_path).returncode == 0
    written = time.monotonic()
    waiting = list(servers)
    while waiting and time.monotonic() - written < SEEN_S:
        waiting = [server for server in waiting if server.get("/revisjon")[1] != "2"]
    assert not waiting, f"not within {SEEN_S} seconds"
    for server in servers:
        assert "Green streets" in server.get("/utlysninger.atom")[1]
    editions = {http_header(server, "/revisjon", "X-Akint-Edition") for server in servers}
    assert len(editions) == 1


def http_header(server: Server, path: str, name: str) -> str | None:
    """One header of one answer."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    line.request("GET", path)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.getheader(name)


@pytest.mark.sampled(2)
def test_two_imports_at_once_both_go_in_one_after_the_other(url: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert import_calls(url, tmp_path).returncode == 0
    texts = {name: CALLS.replace("TEST-", f"{name.upper()}-") for name in ("a", "b")}
    done: dict[str, subprocess.CompletedProcess[str]] = {}
    both = [
        Thread(target=lambda name=name: done.update({name: import_calls(url, tmp_path / name, texts[name])}))
        for name in texts
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [done[name].returncode for name in texts] == [0, 0], done
    assert {re.search(r"oppdatering (\d)", done[name].stdout)[1] for name in texts} == {"3", "4"}  # type: ignore[index]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_worker_that_is_born_while_the_database_is_away_waits_and_makes_none(
    url: str, serve: Serve, tmp_path: Path
) -> None:
    server = serve(url)
    path = Path(url.removeprefix("sqlite:///"))
    path.rename(tmp_path / "away")
    os.kill(next(line["process"] for line in server.lines() if line.get("path") == "/health/ready"), signal.SIGKILL)
    end = time.monotonic() + 60
    status = 0
    while status != 503 and time.monotonic() < end:
        try:
            status = server.get("/revisjon")[0]
        except OSError:
            time.sleep(0.1)
    assert status == 503
    assert '"reason":"no_database"' in server.get("/health/ready")[1]
    (tmp_path / "away").rename(path)
    server.wait()
    assert server.get("/revisjon") == (200, "1")
