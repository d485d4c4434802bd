"""A proxy in front of a server that can be slow, cut off in the middle, silent or away."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

CHUNK: Final = 16_384


class Proxy:
    """TCP on this machine, to another address or a socket file. ``delay_s``, ``cut_after`` and ``away`` may change."""

    def __init__(self, target: tuple[str, int] | str) -> None:
        self._target = target
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.delay_s = 0.0
        """So long each piece of an answer waits."""
        self.cut_after: int | None = None
        """So many bytes of answers more, then every connection is cut off."""
        self.away = False
        """Whether connections are refused as soon as they come."""
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Cut off every connection."""
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Stop for good."""
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.away:
                client.close()
                continue
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        kind = socket.AF_UNIX if isinstance(self._target, str) else socket.AF_INET
        with client, socket.socket(kind) as server:
            try:
                server.connect(self._target)
            except OSError:
                return
            both = {client, server}
            self._open |= both
            back = threading.Thread(target=self._carry, args=(server, client, True), daemon=True)
            back.start()
            self._carry(client, server, False)
            back.join()
            self._open -= both

    def _carry(self, source: socket.socket, to: socket.socket, is_answer: bool) -> None:
        try:
            while piece := source.recv(CHUNK):
                if is_answer:
                    time.sleep(self.delay_s)
                    piece = self._shortened(piece)
                to.sendall(piece)
        except OSError:
            pass
        for one in (source, to):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _shortened(self, piece: bytes) -> bytes:
        if self.cut_after is None:
            return piece
        self.cut_after -= len(piece)
        if self.cut_after > 0:
            return piece
        self.cut_after = None
        raise ConnectionAbortedError


@contextmanager
def proxy(target: tuple[str, int] | str) -> Iterator[Proxy]:
    """A proxy that is gone afterwards."""
    one = Proxy(target)
    try:
        yield one
    finally:
        one.close()
