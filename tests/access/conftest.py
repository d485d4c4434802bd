"""Servers that sign people in: a real provider in a process of its own, one that lies, and applications before them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from akint_dash.access.session import Sessions
from akint_dash.access.viewer import Viewer
from akint_dash.settings import PROJECT, Settings
from benchmarks.commands import free_port
from tests.access.liar import Liar

TODAY = "2026-11-24"
ROLES = "ansatte=staff;samferdsel=editor:SAM;drift=administrator"
KARI, OLE, ANNE, PER = "kari", "ole", "anne", "per"
PEOPLE = (
    {"sub": KARI, "name": "Kari Nordmann", "groups": ["ansatte", "andre"]},
    {"sub": OLE, "name": "Ole Leser", "groups": ["andre"]},
    {"sub": ANNE, "name": "Anne Drift", "groups": ["ansatte", "drift"]},
    {"sub": PER, "preferred_username": "per@fylket.example", "groups": ["samferdsel"]},
)
SERVER = """
import logging
from werkzeug.serving import make_server
from akint_dash.server import create_app
from akint_dash.settings import Settings
logging.getLogger("werkzeug").setLevel(logging.ERROR)
settings = Settings()
server = make_server(settings.host, settings.port, create_app(settings).server, threaded=True)
print("up", flush=True)
server.serve_forever()
"""


@contextmanager
def running(command: list[str], **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A process with ``AKINT_*`` of its own, ended at the end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("AKINT_")}
    with subprocess.Popen(
        command, env={**clean, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def answers(url: str, *, within_s: float = 60) -> None:
    """Wait until somebody answers there."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        with suppress(httpx.TransportError):
            httpx.get(url, timeout=60)
            return
        time.sleep(0.05)
    pytest.fail(f"nobody answers at {url}")


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The issuer of a real provider that knows four people."""
    port = free_port()
    people = [part for one in PEOPLE for part in ("--user-claims", json.dumps(one))]
    with running([sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port), *people]):
        answers(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def portfolio_url(canary_file: Path) -> str:
    """A portfolio that holds one secret of every kind."""
    return f"sqlite:///{canary_file}"


@pytest.fixture(scope="session")
def signed_in_server(provider: str, portfolio_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of that portfolio, in a process of its own, before the real provider."""
    port = free_port()
    given = {
        "database_url": portfolio_url,
        "today": TODAY,
        "port": str(port),
        "auth": "oidc",
        "oidc_issuer": provider,
        "oidc_client_id": "akint",
        "oidc_client_secret": "hemmelig-av-klienten",
        "roles": ROLES,
        "secret_key_file": str(tmp_path_factory.mktemp("key") / "akint.key"),
    }
    environment = {f"AKINT_{name.upper()}": value for name, value in given.items()}
    with running([sys.executable, "-c", SERVER], **environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "up"
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def liar() -> Iterator[Liar]:
    """A provider that says what a test has it say."""
    with Liar.serving() as one:
        yield one


@pytest.fixture
def oidc_settings(portfolio_url: str, tmp_path: Path, liar: Liar) -> Settings:
    """Settings of a server before the liar."""
    return settings_of(portfolio_url, tmp_path, oidc_issuer=liar.issuer)


def settings_of(database_url: str, folder: Path, **more: Any) -> Settings:
    """Settings with sign-in."""
    given = {
        "database_url": database_url,
        "today": TODAY,
        "auth": "oidc",
        "oidc_issuer": "http://127.0.0.1:9",
        "oidc_client_id": "akint",
        "oidc_client_secret": "hemmelig-av-klienten",
        "roles": ROLES,
        "secret_key_file": str(folder / "akint.key"),
    }
    return Settings.model_validate({**given, **more})


def cookie(sessions: Sessions, viewer: Viewer) -> tuple[str, str]:
    """Name and value of the cookie that ``viewer`` has after signing in."""
    from flask import Flask

    with Flask("x").test_request_context():
        response = Flask("x").make_response("")
        sessions.begin(response, viewer)
    name, _, rest = response.headers["Set-Cookie"].partition("=")
    return name, rest.partition(";")[0]
