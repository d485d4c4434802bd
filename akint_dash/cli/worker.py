"""Gunicorn's threaded worker, with patience only where it costs nothing: no thread waits for a client.

Gunicorn gives a connection to a thread as soon as one byte has come, and the thread waits for the rest: a dozen
half-sent requests stop a dozen threads. Here the loop that watches all connections gathers each request, head and body,
and a thread begins only with a whole one. What is too large is refused before it is read, what does not come in time is
closed, and an answer that the client does not take is given up. Only where files are sent (``DOORS`` says how large) a
thread begins with the head: it asks who comes, and reads the rest for who may; few are at it at once, none for long.
"""

from __future__ import annotations

import errno
import math
import selectors
import socket
import time
from functools import partial
from typing import Any, Final

from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, TConn, ThreadWorker  # type: ignore[import-untyped]

from akint_dash.access.doors import DOORS, MOST_BODY

MOST_LINE: Final = 8190
"""Letters of the request line."""
MOST_FIELDS: Final = 64
"""Header fields of a request."""
MOST_HEAD: Final = 32 * 1024
"""Bytes of a request before its body."""
LARGE: Final = {rule.encode(): door.holds for rule, door in DOORS.items() if door.holds > MOST_BODY}
"""The addresses that files are sent to, and how much they hold."""
MOST_LARGE: Final = 2
"""So many threads of a process may be reading files at once."""
LARGE_S: Final = 300.0
"""So long files may take to come."""
READ_S: Final = 10.0
"""So long a request may take to come in whole, from its first sign or from the connection."""
ANSWER_S: Final = 30.0
"""So long a client may take to receive one piece of an answer."""
BEGIN_S: Final = 1.0
"""So long a worker that stops still waits for a request on a connection that was just made."""
LEAVE_S: Final = 2.0
"""So long a connection that is closed waits for the client to have read the end."""
LOOK_S: Final = 0.25
"""So often the loop looks for what did not come in time."""
MOST_THROWN: Final = 1024 * 1024
"""So much of what a client still sends is thrown away before it is cut off."""
SEND_BUFFER: Final = 512 * 1024
PIECE: Final = 64 * 1024
MORE: Final = 0
WHOLE: Final = 200
HEAD: Final = 100
"""The head of a request with files has come; the rest is for a thread."""
WORDS: Final = {
    400: ("Bad Request", "Forespørselen kunne ikke leses."),
    408: ("Request Timeout", "Forespørselen kom ikke fram i tide."),
    411: ("Length Required", "Forespørselen må si hvor stor den er."),
    413: ("Content Too Large", "Forespørselen er for stor."),
    503: ("Service Unavailable", "Andre sender filer akkurat nå. Prøv igjen om litt."),
    431: ("Request Header Fields Too Large", "Forespørselens hode er for stort."),
}


def judge(said: bytes | bytearray) -> int:
    """What has come of a request: ``MORE`` is to come, it is ``WHOLE``, its ``HEAD`` is what a thread needs, or the
    status that refuses it unread.

    What is whole may still be no request: the parser says so, and has no reason to wait.
    """
    start = len(said) - len(said.lstrip(b"\r\n"))
    end = said.find(b"\r\n\r\n", start)
    if end < 0:
        return 431 if len(said) > MOST_HEAD else MORE
    if end > MOST_HEAD:
        return 431
    length = 0
    first, *fields = bytes(said[start:end]).split(b"\r\n")
    most = room(first)
    for line in fields:
        name, _, value = line.partition(b":")
        match name.strip().lower():
            case b"transfer-encoding":
                return 411
            case b"content-length":
                digits = value.strip()
                if not (digits.isdigit() and digits.isascii()):
                    return 400
                if len(digits) > 9 or int(digits) > most:
                    return 413
                length = max(length, int(digits))
    if len(said) - end - 4 >= length:
        return WHOLE
    return MORE if length <= MOST_BODY else HEAD


def room(line: bytes) -> int:
    """How many bytes the body of a request may have, by its first line; whatever a proxy has put before our address."""
    method, _, rest = line.partition(b" ")
    path = rest.partition(b" ")[0].partition(b"?")[0]
    return max((most for rule, most in LARGE.items() if method == b"POST" and path.endswith(rule)), default=MOST_BODY)


def refusal(status: int) -> bytes:
    """A whole answer that refuses a request and closes the connection."""
    reason, words = WORDS[status]
    body = f"{words}\n".encode()
    head = (
        f"HTTP/1.1 {status} {reason}",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(body)}",
        "X-Content-Type-Options: nosniff",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "Cache-Control: no-store",
        "Connection: close",
    )
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


class Socket(socket.socket):
    """A client's socket that blocks no longer than ``ANSWER_S``; then the client counts as gone.

    Nothing more is read of it after the moment ``last``.
    """

    last = math.inf

    def setblocking(self, flag: bool) -> None:
        """Block for a while, or not at all."""
        self.settimeout(ANSWER_S if flag else 0.0)

    def recv(self, *given: Any) -> bytes:
        """What has come."""
        try:
            if self.last < math.inf and self.gettimeout():
                self.settimeout(max(0.01, min(ANSWER_S, self.last - time.monotonic())))
            return super().recv(*given)
        except TimeoutError:
            raise ConnectionResetError(errno.ECONNRESET, "nothing came") from None

    def sendall(self, *given: Any) -> None:
        """Send everything."""
        try:
            super().sendall(*given)
        except TimeoutError:
            raise ConnectionResetError(errno.ECONNRESET, "the answer was not taken") from None

    def sendfile(self, *given: Any, **named: Any) -> int:
        """Send a file."""
        try:
            return super().sendfile(*given, **named)
        except TimeoutError:
            raise ConnectionResetError(errno.ECONNRESET, "the answer was not taken") from None


class Connection(TConn):  # type: ignore[misc]  # gunicorn is untyped
    """A connection, what has come of its next request, and until when that may take."""

    def __init__(self, cfg: Any, sock: Socket, client: Any, server: Any) -> None:
        super().__init__(cfg, sock, client, server)
        self.said = bytearray()
        self.until = 0.0
        self.large = False
        """Whether a thread reads the body."""
        self.promised = False
        """Whether a client that asked was told to go on and send its body."""
        self.thrown = 0
        """Bytes that came after the last answer and were thrown away."""


class Patient(ThreadWorker):  # type: ignore[misc]  # gunicorn is untyped
    """The worker. Everything but ``handle`` runs in the one loop; nothing here waits."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._heard: dict[Connection, None] = {}
        self._leaving: dict[Connection, None] = {}
        self._large: set[Connection] = set()
        self._looked = 0.0

    # -- coming

    def accept(self, listener: Any) -> None:
        """Take a connection and begin to gather its request; where there are too many, the oldest makes room."""
        try:
            taken, client = listener.accept()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                self._make_room()
            elif error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        sock = Socket(fileno=taken.detach())
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self.nr_conns += 1
        self._listen(Connection(self.cfg, sock, client, listener.getsockname()))
        if self.nr_conns >= self.worker_connections:
            self._make_room()

    def on_client_socket_readable(self, conn: Connection, client: Any) -> None:
        """The next request on a connection that was kept begins to come."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._listen(conn)
        self._hear(conn)

    def _make_room(self) -> None:
        for conn in (*list(self._heard)[:1], *list(self._leaving)[:1]):
            self._drop(conn)
            return
        if self.keepalived_conns:
            self._drop(self.keepalived_conns.popleft())

    # -- hearing

    def _listen(self, conn: Connection) -> None:
        conn.until = time.monotonic() + READ_S
        conn.sock.setblocking(False)
        self._heard[conn] = None
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._hear, conn))

    def _hear(self, conn: Connection, _sock: Any = None) -> None:
        try:
            piece = conn.sock.recv(PIECE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            piece = b""
        if not piece:
            self._drop(conn)
            return
        conn.said += piece
        self._weigh(conn)

    def _weigh(self, conn: Connection) -> None:
        """Hand a whole request over, refuse what must be, and listen on for the rest of another."""
        verdict = judge(conn.said)
        if verdict == MORE:
            self._promise(conn)
        elif verdict == WHOLE:
            self._hand_over(conn)
        elif verdict == HEAD and len(self._large) < MOST_LARGE:
            conn.large = True
            self._large.add(conn)
            conn.sock.last = time.monotonic() + LARGE_S
            self._hand_over(conn)
        elif verdict == HEAD:
            self._refuse(conn, 503)
        else:
            self._refuse(conn, verdict)

    def _promise(self, conn: Connection) -> None:
        if not conn.promised and b"\r\n\r\n" in conn.said and b"100-continue" in conn.said.lower():
            conn.promised = True
            _send(conn, b"HTTP/1.1 100 Continue\r\n\r\n")

    def _hand_over(self, conn: Connection) -> None:
        self._forget(conn)
        conn.data_ready = True
        conn.init()
        conn.sock.setblocking(True)
        conn.parser.unreader.unread(bytes(conn.said))
        conn.said.clear()
        conn.promised = False
        self.enqueue_req(conn)

    def handle_request(self, req: Any, conn: Connection) -> Any:
        """Answer; a connection whose body was a thread's to read is not kept, for it may not have been read."""
        if conn.large:
            req.force_close()
        return super().handle_request(req, conn)

    def finish_request(self, conn: Connection, fs: Any) -> None:
        """After an answer: keep the connection, hear what came already of the next request, or take leave."""
        self._large.discard(conn)
        try:
            kept = not fs.cancelled() and fs.result()
            if not kept:
                self._leave(conn)
                return
            conn.said += conn.parser.unreader.take_buffered()
            if conn.said:
                self._listen(conn)
                self._weigh(conn)
                return
            conn.sock.setblocking(False)
            conn.set_timeout()
            if not self.alive:
                conn.timeout = min(conn.timeout, time.monotonic() + STOP_KEEPALIVE_LINGER)
            self.keepalived_conns.append(conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_client_socket_readable, conn))
        except Exception:
            self.log.exception("a connection was given up")
            self._drop(conn)

    # -- leaving

    def _refuse(self, conn: Connection, status: int) -> None:
        self._forget(conn)
        _send(conn, refusal(status))
        self._leave(conn)

    def _leave(self, conn: Connection) -> None:
        """Say that no more comes, and close when the client has, so that it can read the end of the answer."""
        conn.until = time.monotonic() + LEAVE_S
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._wait, conn))
            self._leaving[conn] = None
        except (OSError, ValueError, KeyError):
            self._drop(conn)

    def _wait(self, conn: Connection, _sock: Any = None) -> None:
        try:
            conn.thrown += len(piece := conn.sock.recv(PIECE))
            if piece and conn.thrown < MOST_THROWN:
                return
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            pass
        self._drop(conn)

    def _forget(self, conn: Connection) -> None:
        self._heard.pop(conn, None)
        self._leaving.pop(conn, None)
        try:
            self.poller.unregister(conn.sock)
        except (OSError, KeyError, ValueError):
            return

    def _drop(self, conn: Connection) -> None:
        self._forget(conn)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Close what did not come in time; a stopping worker waits little for a request that has not begun."""
        now = time.monotonic()
        if now - self._looked < LOOK_S:
            return
        self._looked = now
        early = 0.0 if self.alive else READ_S - BEGIN_S
        for conn in [conn for conn in self._heard if conn.until - (0.0 if conn.said else early) < now]:
            if conn.said:
                self._refuse(conn, 408)
            else:
                self._drop(conn)
        for conn in [conn for conn in self._leaving if conn.until < now]:
            self._drop(conn)


def _send(conn: Connection, answer: bytes) -> None:
    """A few words, if the client takes them at once."""
    try:
        conn.sock.send(answer)
    except OSError:
        return
