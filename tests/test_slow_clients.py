"""The real server against clients that send half, too much, too slowly, or never read: the others are answered."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from akint_dash.access.doors import MOST_BODY
from akint_dash.cli.worker import MORE, MOST_HEAD, READ_S, WHOLE, judge, refusal
from akint_dash.settings import PROJECT
from benchmarks.commands import free_port

SHORT_S = 3.0
"""Shortened from ``READ_S``."""
PROGRAM = f"""
import sys
from akint_dash.cli import main, worker
worker.READ_S = {SHORT_S}
sys.exit(main())
"""
POST = b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
HALVES = (
    b"",
    b"G",
    b"GET / HTTP/1.1\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ",
    b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
    b"\r\n\r\n",
    POST + b"Content-Length: 500\r\n\r\n",
    POST + b'Content-Length: 500\r\n\r\n{"output": "side.chil',
    POST + b"Content-Length: 500\r\nExpect: 100-continue\r\n\r\n",
)


def test_a_request_has_ten_seconds_to_come_in_whole() -> None:
    assert READ_S == 10  # as the README says, and nginx in front expects
    assert "a request must come in whole within ten seconds" in (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def port(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real server with one process, started by the command."""
    copy = tmp_path_factory.mktemp("slow") / "akint.db"
    shutil.copy(demo_file, copy)
    number = free_port()
    settings = {"AKINT_DATABASE_URL": f"sqlite:///{copy}", "AKINT_PORT": str(number), "AKINT_WORKERS": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve"], env=os.environ | settings, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stderr is not None
        assert str(number) in program.stderr.readline()
        yield number
        program.terminate()
        said = program.stderr.read()
    assert "Traceback" not in said
    assert program.returncode == 0


def client(port: int, said: bytes = b"") -> socket.socket:
    """A connection on which ``said`` was sent."""
    made = socket.create_connection(("127.0.0.1", port), timeout=READ_S + 20)
    made.sendall(said)
    return made


def everything(sock: socket.socket) -> bytes:
    """What comes until the server closes."""
    found = b""
    try:
        while piece := sock.recv(65536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def alive(port: int) -> bool:
    """Whether somebody else is answered."""
    with urlopen(f"http://127.0.0.1:{port}/revisjon", timeout=5) as answer:
        return bool(answer.status == 200)


def test_two_hundred_half_sent_requests_keep_nobody_waiting_and_are_closed(port: int) -> None:
    with ExitStack() as stack:
        waiting = [stack.enter_context(client(port, HALVES[i % len(HALVES)])) for i in range(200)]
        assert all(alive(port) for _ in range(20))
        for sock, half in zip(waiting, (HALVES * 200)[:200], strict=False):
            answer = everything(sock).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
            assert answer[:12] == (b"HTTP/1.1 408" if half else b"")
    assert alive(port)


def test_a_request_that_comes_letter_by_letter_is_closed_too(port: int) -> None:
    with client(port) as sock:
        closed = False
        for letter in b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + b"x" * 300:
            try:
                sock.sendall(bytes([letter]))
            except OSError:
                closed = True
                break
            time.sleep(0.05)
        assert closed or everything(sock).startswith(b"HTTP/1.1 408")
    assert alive(port)


def test_a_body_of_100_mb_is_refused_before_it_is_read(port: int) -> None:
    with client(port, POST + b"Content-Length: 104857600\r\n\r\n") as sock:
        assert everything(sock).startswith(b"HTTP/1.1 413 ")
    with client(port, POST + f"Content-Length: {MOST_BODY + 1}\r\n\r\n".encode()) as sock:
        sent = 0
        try:
            for _ in range(1600):
                sent += sock.send(b"x" * 65536)
        except OSError:
            pass
        assert sent < 100_000_000
    assert alive(port)


def test_a_body_without_a_length_is_refused_before_it_is_read(port: int) -> None:
    with client(port, POST + b"Transfer-Encoding: chunked\r\n\r\n" + b"1000\r\n" + b"x" * 4096) as sock:
        assert everything(sock).startswith(b"HTTP/1.1 411 ")
    assert alive(port)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: " + b"x" * MOST_HEAD + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: " + b"x" * 9000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-Many: 1\r\n" * 200 + b"\r\n", b"431"),
        (b"GET /?q=" + b"x" * 9000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"414"),
        (b"nonsense\r\n\r\n", b"400"),
        (POST + b"Content-Length: -1\r\n\r\n", b"400"),
        (POST + b"Content-Length: +5\r\n\r\n", b"400"),
        (POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n123456", b"400"),
        (POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"411"),
        (POST + b"Content-Length : 5\r\n\r\n12345", b"400"),
        (POST + b"Transfer_Encoding: chunked\r\nContent-Length: 0\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n folded: 1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Null: a\x00b\r\n\r\n", b"400"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"400"),
    ],
)  # fmt: skip
def test_what_two_servers_could_read_differently_is_refused_and_the_connection_closed(
    port: int, said: bytes, status: bytes
) -> None:
    with client(port, said) as sock:
        answer = everything(sock)
    assert answer.startswith(b"HTTP/1.1 " + status), answer[:200]
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"Traceback" not in answer


def test_two_requests_in_one_piece_get_two_answers_and_half_of_a_third_stops_nobody(port: int) -> None:
    one = b"GET /revisjon HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with ExitStack() as stack:
        some = [stack.enter_context(client(port, one * 2 + one[:20])) for _ in range(20)]
        assert all(alive(port) for _ in range(10))
        for sock in some:
            answer = everything(sock)
            assert answer.count(b"HTTP/1.1 200 OK") == 2
            assert answer.count(b"HTTP/1.1 408 ") == 1


def test_clients_that_never_read_or_never_leave_keep_nobody_waiting(port: int) -> None:
    big = b"GET /en/om HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    with ExitStack() as stack:
        for _ in range(60):
            stack.enter_context(client(port, big))
        assert all(alive(port) for _ in range(10))


def test_a_body_is_read_whole_when_it_comes_in_pieces_and_after_a_promise(port: int) -> None:
    asked = {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": "/om"},
            {"id": "adresse", "property": "search", "value": ""},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
    body = json.dumps(asked).encode()
    head = POST + f"Content-Length: {len(body)}\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n".encode()
    with client(port, head) as sock:
        assert sock.recv(100).startswith(b"HTTP/1.1 100 ")
        for start in range(0, len(body), 100):
            sock.sendall(body[start : start + 100])
            time.sleep(0.01)
        answer = everything(sock)
    assert b"HTTP/1.1 200 OK" in answer
    assert b"Definisjoner" in answer


def test_more_connections_than_the_process_may_hold_push_out_those_that_say_nothing(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(900):
            stack.enter_context(client(port, b"GET / HT"))
        assert all(alive(port) for _ in range(5))


def test_a_request_is_judged_by_what_has_come_of_it() -> None:
    whole = POST + b"Content-Length: 5\r\n\r\n12345"
    for cut in range(len(whole)):
        assert judge(whole[:cut]) == MORE
    assert judge(whole) == WHOLE
    assert judge(b"\r\n\r\n") == MORE
    assert judge(b"x" * (MOST_HEAD + 1)) == 431
    assert refusal(413).endswith(b"for stor.\n")
