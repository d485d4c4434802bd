"""The numbers at ``/metrics``, in Prometheus' own form, right across the processes of one server."""

from __future__ import annotations

import ipaddress
import os
import threading
from collections import Counter as Counted
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from flask import Flask, Response, abort, make_response, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from akint_dash.access.front import BETWEEN, PEER
from akint_dash.domain.bounded import Bounded
from akint_dash.settings import Network, Settings, networks
from akint_dash.store.revisions import Revision
from akint_dash.store.snapshots import Snapshots

FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Where the processes of one server keep their numbers for each other; set before the first of them begins."""
_OWN: Final = CollectorRegistry()

SECONDS: Final = Histogram(
    "akint_request_seconds",
    "How long answers took",
    ("method", "route", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=_OWN,
)
ERRORS: Final = Counter(
    "akint_errors_total", "Answers that ended in an error nobody expected", ("kind",), registry=_OWN
)
FINISHED: Final = Counter(
    "akint_finished_total",
    "Looks for a finished answer: sent again, of a page that was kept, made",
    ("result",),
    registry=_OWN,
)
CACHE: Final = Counter("akint_snapshot_cache_total", "Looks for a cut of the snapshot", ("result",), registry=_OWN)


FINISHED_BYTES: Final = Gauge(
    "akint_finished_bytes", "What finished answers take in all processes", registry=_OWN, multiprocess_mode="livesum"
)

BACK_BYTES: Final = Gauge(
    "akint_looks_back_bytes",
    "What looks back take in all processes, about",
    registry=_OWN,
    multiprocess_mode="livesum",
)


def _gauge(name: str, told: str, *labels: str) -> Gauge:
    """As the process that answered last sees it."""
    return Gauge(name, told, labels, registry=_OWN, multiprocess_mode="livemostrecent")


REVISION: Final = _gauge("akint_revision", "The newest revision that is shown")
RECORDED: Final = _gauge("akint_revision_recorded_timestamp_seconds", "When that revision was recorded")
LOADED: Final = _gauge("akint_snapshot_loaded_timestamp_seconds", "When the snapshot shown was read")
CHECKED: Final = _gauge("akint_snapshot_checked_timestamp_seconds", "When the database last said it is the newest")
TROUBLE: Final = _gauge("akint_database_trouble", "1 while the database does not answer as it should")
REVISIONS: Final = _gauge("akint_revisions", "Revisions by what they were read from: imports, undos", "source")


def answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answer."""
    known = method if method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
    SECONDS.labels(known, route, f"{status // 100}xx").observe(seconds)


class Watched:
    """The numbers of one process's snapshots and finished answers, brought up to date after every answer.

    Asks the database nothing.
    """

    def __init__(self, snapshots: Snapshots, kept: Bounded[Any]) -> None:
        self._snapshots, self._finished = snapshots, kept
        self._lock = threading.Lock()
        self._edition = ""
        self._counted = {"hit": 0, "miss": 0}

    def look(self) -> None:
        """Bring them up to date."""
        some = self._snapshots
        with self._lock:
            TROUBLE.set(some.trouble)
            FINISHED_BYTES.set(self._finished.bytes)
            BACK_BYTES.set(some.bytes_back)
            for result, count in (("hit", some.hits), ("miss", some.misses)):
                CACHE.labels(result).inc(count - self._counted[result])
                self._counted[result] = count
            if (read := some.shown) is None:
                return
            CHECKED.set(some.checked_at)
            if read.edition != self._edition:
                self._edition = read.edition
                self._tell(read.revisions)

    def _tell(self, revisions: Sequence[Revision]) -> None:
        REVISION.set(revisions[-1].number if revisions else 0)
        LOADED.set(self._snapshots.loaded_at)
        if revisions:
            RECORDED.set(datetime.fromisoformat(revisions[-1].recorded_at.replace("Z", "+00:00")).timestamp())
        for source, count in Counted(name for r in revisions for name in r.source.split(", ")).items():
            REVISIONS.labels(source).set(count)


def register(server: Flask, settings: Settings) -> None:
    """``/metrics``, for this machine and the addresses of ``AKINT_METRICS`` only."""
    allowed = networks(settings.metrics)

    @server.get("/metrics")
    def numbers() -> Response:
        if not _may(allowed):
            abort(404)
        registry = _OWN
        if os.environ.get(FOLDER):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        response = make_response(generate_latest(registry))
        response.headers["Content-Type"] = CONTENT_TYPE_LATEST
        return response


def _may(allowed: Sequence[Network]) -> bool:
    """Whether the connection itself comes from such an address, with no proxy between: through one comes anybody."""
    if request.environ.get(BETWEEN, True):
        return False
    try:
        address = ipaddress.ip_address(str(request.environ.get(PEER)))
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    return address.is_loopback or any(address in network for network in allowed)
