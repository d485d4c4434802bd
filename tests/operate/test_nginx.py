"""deploy/nginx.conf itself, run by a real nginx in front of two real servers on one PostgreSQL, under a path."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import pytest

from akint_dash.settings import PROJECT
from benchmarks.commands import free_port
from tests.store.conftest import named, run_sql

from .conftest import Server, serving
from .test_serving import SEEN_S, import_calls

ROOT = "/internasjonalt"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@dataclass
class Front:
    """nginx, and the two servers behind it."""

    port: int
    url: str
    servers: list[Server]
    restart: Callable[[int], Server]
    folder: Path
    context: ssl.SSLContext = field(default_factory=ssl._create_unverified_context)

    def get(self, path: str, method: str = "GET", body: bytes = b"", /, **headers: str) -> tuple[int, str]:
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self.context)
        line.request(method, path, body or None, {"Host": "fylket.example"} | headers)
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
        line.close()
        return answer.status, text


@pytest.fixture(scope="module")
def front(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """One for all tests of this module: each leaves both servers answering."""
    if not NGINX:
        pytest.skip("nginx is not on this machine")
    run_sql(postgres, "CREATE DATABASE akint_nginx TEMPLATE akint_template")
    folder = tmp_path_factory.mktemp("nginx")
    with serving(folder) as serve:
        yield from _front(named(postgres, "akint_nginx"), serve, folder)


def _front(url: str, serve: Callable[..., Server], tmp_path: Path) -> Iterator[Front]:
    assert NGINX
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=fylket.example -keyout key -out pem"
    subprocess.run(make.split(), check=True, capture_output=True, cwd=tmp_path)
    public = {"AKINT_PROXIES": "127.0.0.1", "AKINT_PUBLIC_URL": f"https://fylket.example{ROOT}"}
    ports = [free_port(), free_port()]
    servers = [serve(url, AKINT_PORT=str(port), **public) for port in ports]

    def restart(at: int) -> Server:
        servers[at] = serve(url, AKINT_PORT=str(ports[at]), **public)
        return servers[at]

    port = free_port()
    main, behind = ((PROJECT / "deploy" / name).read_text() for name in ("nginx.conf", "nginx-servers.conf"))
    changed = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/akint-dash.pem": f"{tmp_path}/pem",
        "/etc/ssl/private/akint-dash.key": f"{tmp_path}/key",
        "/var/log/nginx/access.log": f"{tmp_path}/access.log",
        "127.0.0.1:8050": f"127.0.0.1:{ports[0]}",
        "127.0.0.1:8051": f"127.0.0.1:{ports[1]}",
    }
    text = main + behind
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\nevents {{}}\nhttp {{ {places}\n{text}\n}}\n"
    )
    with subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]) as program:
        there = Front(port, url, servers, restart, tmp_path)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                there.get("/")
                break
            except OSError:
                assert program.poll() is None, (tmp_path / "error.log").read_text()
                time.sleep(0.1)
        yield there
        program.send_signal(signal.SIGTERM)


@pytest.mark.postgres
def test_two_servers_behind_nginx_under_a_path(front: Front) -> None:
    status, text = front.get(f"{ROOT}/")
    assert status == 200
    assert f'data-root="{ROOT}"' in text
    for address in re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', text):
        assert front.get(address)[0] == 200, address
    assert front.get(ROOT)[0] == 308
    assert front.get("/annet")[0] == 404
    # numbers and other people's headers stop here
    assert front.get(f"{ROOT}/metrics")[0] == 404
    assert front.get(f"{ROOT}/%6detrics")[0] == 404
    assert front.get(f"{ROOT}/./metrics", **{"X-Forwarded-For": "127.0.0.1"})[0] == 404
    assert front.get(f"{ROOT}/om", Host="annet.example")[0] == 421
    assert front.get(f"{ROOT}/_dash-update-component", "POST", b"x" * 70_000)[0] == 413
    front.get(f"{ROOT}/sok?sok=Kari+Nordmann&lenke=hemmelig", **{"X-Request-ID": "from-outside"})
    # a line is written after its answer is sent: wait for both
    for _ in range(100):
        logs = [(front.folder / "access.log").read_text(), *(server.log for server in front.servers)]
        asked = re.findall(r'"request":"([0-9a-f]{32})"', logs[0])
        if "/sok" in logs[0] and asked[-1] in logs[1] + logs[2]:
            break
        time.sleep(0.1)
    assert all("Nordmann" not in log and "hemmelig" not in log and "from-outside" not in log for log in logs)
    assert asked[-1] in logs[1] + logs[2], "the request has one name in both logs"
    # an import shows through the front
    assert import_calls(front.url, front.folder).returncode == 0
    written, seen = time.monotonic(), 0
    while seen < 6 and time.monotonic() - written < SEEN_S:
        seen = seen + 1 if front.get(f"{ROOT}/revisjon")[1] == "2" else 0
    assert seen == 6, "both servers, three times each"
    feed = front.get(f"{ROOT}/utlysninger.atom")[1]
    assert "Green streets" in feed
    assert f"https://fylket.example{ROOT}/utlysninger?" in feed


@pytest.mark.postgres
def test_one_server_after_the_other_is_renewed_and_no_reader_notices(front: Front) -> None:
    over = Event()
    answers: list[object] = []

    def ask() -> None:
        while not over.is_set():
            try:
                answers.append(front.get(f"{ROOT}/om")[0])
            except (OSError, http.client.HTTPException) as error:
                answers.append(error)
            over.wait(0.1)  # fewer than one address may ask

    readers = [Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    for at in range(2):
        assert front.servers[at].stop() == 0
        front.restart(at)
    over.set()
    for reader in readers:
        reader.join()
    assert set(answers) == {200}, [answer for answer in answers if answer != 200][:3]
