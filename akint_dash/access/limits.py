"""How large a request may be and how many one address may send: more is refused before anything is made of it."""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from flask import Flask, abort, make_response, request

from akint_dash.access.doors import DOORS, MOST_BODY
from akint_dash.access.refusing import refused

MOST_ADDRESS: Final = 8_000
"""Letters of a path and its query."""
MOST_VALUES: Final = 200
"""Values in a query."""
BURST_S: Final = 10
"""So many seconds' worth may come at once."""
PEERS: Final = 20_000
"""So many addresses are remembered; the one heard least lately goes."""
LIGHT: Final = ("/assets/", "/_dash-component-suites/", "/revisjon", "/health/", "/favicon", "/_favicon")
LIGHT_COST: Final = 0.1
"""What a file or a question for news costs, where a page costs 1."""


class Rate:
    """A bucket for each peer: ``rate`` flow in each second, ``BURST_S`` of them fit. Safe between threads."""

    def __init__(self, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._most, self._clock = rate, rate * BURST_S, clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, peer: str, cost: float = 1.0) -> float:
        """Take ``cost`` of the peer's bucket; where it holds too little, the seconds until it holds enough."""
        now = self._clock()
        with self._lock:
            left, then = self._left.pop(peer, (self._most, now))
            left = min(self._most, left + (now - then) * self._rate)
            lacking = cost - left
            self._left[peer] = (left if lacking > 0 else left - cost, now)
            while len(self._left) > PEERS:
                self._left.popitem(last=False)
        return max(0.0, lacking / self._rate)


def peer_of(address: str | None) -> str:
    """Whom an address counts for: of IPv6 the network, for one machine there has as many addresses as it likes."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if found.version == 6 and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def too_much(path: bytes, query: bytes) -> bool:
    """Whether an address holds more than any of ours."""
    return len(path) + len(query) > MOST_ADDRESS or query.count(b"&") >= MOST_VALUES


def register(server: Flask, per_second: float) -> None:
    """Refuse what is too large or comes too often; ``per_second`` 0 does not count."""
    server.config["MAX_CONTENT_LENGTH"] = MOST_BODY
    rate = Rate(per_second) if per_second else None

    @server.before_request
    def within() -> None:
        if request.headers.get("Transfer-Encoding"):
            abort(411)
        door = DOORS.get(request.url_rule.rule) if request.url_rule else None
        request.max_content_length = door.holds if door else MOST_BODY
        if (request.content_length or 0) > request.max_content_length:
            abort(413)
        if too_much(request.path.encode("utf-8", "replace"), request.query_string):
            abort(414)
        if rate is None:
            return
        cost = LIGHT_COST if request.path.startswith(LIGHT) else 1.0
        if (seconds := rate.wait(peer_of(request.remote_addr), cost)) > 0:
            answer = make_response(refused(429))
            answer.headers["Retry-After"] = str(math.ceil(seconds))
            abort(answer)
