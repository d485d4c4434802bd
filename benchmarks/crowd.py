"""A crowd: nginx keeps public pages for seconds (``deploy/nginx-cache.conf``) before the real server, and wrk asks.

What one hundred thousand readers ask for is the few same pages: the front page most of all. Measured as far as it goes
on one machine, where nginx, the server and those who ask share the processors.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from akint_dash.settings import PROJECT
from benchmarks.commands import free_port
from benchmarks.commands import run as command
from benchmarks.fuzz import callback
from benchmarks.served import Served, served
from tests.examples import pages

SEED: Final = 20261129
LINES: Final = 100
SECONDS: Final = 20
NGINX: Final = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
WRK: Final = shutil.which("wrk")
READ_EVERY_S: Final = 20
"""A reader at a page asks for another one so often."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What came of one crowd."""

    what: str
    a_second: float
    p50_ms: float
    p99_ms: float
    errors: int


def _script(folder: Path) -> Path:
    """wrk asks for pages as browsers do: half the time the front page, else any."""
    random, asked = Random(SEED), []
    known = pages()
    for _ in range(400):
        page = "/" if random.random() < 0.5 else random.choice(known)
        asked.append(json.dumps(callback(page, "")))
    bodies = ",\n".join(f"[==[{one}]==]" for one in asked)
    path = folder / "ask.lua"
    path.write_text(
        f"local asked = {{\n{bodies}\n}}\nlocal n = 0\n"
        'local headers = {["Content-Type"] = "application/json", ["Accept-Encoding"] = "gzip"}\n'
        "request = function()\n  n = n % #asked + 1\n"
        '  return wrk.format("POST", "/_dash-update-component", headers, asked[n])\nend\n'
    )
    return path


@contextmanager
def _nginx(server: Served, folder: Path) -> Iterator[int]:
    """nginx with the two files of the deployment, in plain HTTP."""
    port, deploy = free_port(), PROJECT / "deploy"
    kept = (deploy / "nginx-cache.conf").read_text().replace("/var/cache/nginx/akint", str(folder / "kept"))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "nginx.conf").write_text(f"""
daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{ {places} access_log off;
{kept}
upstream akint_dash {{ server 127.0.0.1:{server.port}; keepalive 16; }}
server {{ listen 127.0.0.1:{port};
  proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host 127.0.0.1;
  location / {{ proxy_pass http://akint_dash; }}
  location = /_dash-update-component {{ proxy_pass http://akint_dash; include {deploy}/nginx-cache-pages.conf; }}
}} }}
""")
    assert NGINX is not None
    with subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]) as program:
        time.sleep(1)
        try:
            yield port
        finally:
            program.terminate()


def _ask(what: str, port: int, script: Path, lines: int, seconds: int) -> Crowd:
    assert WRK is not None
    command_ = [WRK, "-t2", f"-c{lines}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", str(script)]
    said = subprocess.run([*command_, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec: +([\d.]+)", said)[1])  # type: ignore[index]  # wrk always says it
    bad = sum(int(number) for number in re.findall(r"(?:connect|read|write|timeout) (\d+)", said))
    bad += sum(int(number) for number in re.findall(r"Non-2xx or 3xx responses: (\d+)", said))
    return Crowd(what, rate, _ms(said, "50%"), _ms(said, "99%"), bad)


def _ms(said: str, part: str) -> float:
    found = re.search(rf"{part} +([\d.]+)(us|ms|s|m)\b", said)
    assert found is not None
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}[found[2]]


def run(lines: int = LINES, seconds: int = SECONDS) -> list[Crowd]:
    """Without nginx, and with it; nothing where the tools are not installed."""
    if not (NGINX and WRK):
        return []
    with tempfile.TemporaryDirectory(prefix="akint-crowd-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's workers are another user
        url = f"sqlite:///{folder / 'akint.db'}"
        assert command(url, "demo").code == 0
        script = _script(folder)
        with served(url, folder / "server.log", AKINT_RATE=0) as server, _nginx(server, folder) as port:
            _ask("", server.port, script, 4, 3)
            return [
                _ask("the server alone", server.port, script, lines, seconds),
                _ask("nginx keeping pages for five seconds", port, script, lines, seconds),
            ]


def told(found: list[Crowd]) -> tuple[bool, list[str]]:
    """Whether nobody met an error, and the section of the report."""
    if not found:
        return True, ["## A crowd", "", "Not tried: nginx and wrk are not installed here."]
    rows = [
        f"| {one.what} | {one.a_second:.0f} | {one.p50_ms:.0f} ms | {one.p99_ms:.0f} ms | {one.errors} | "
        f"{round(one.a_second * READ_EVERY_S, -2):.0f} |"
        for one in found
    ]
    return not any(one.errors for one in found), [
        "## A crowd",
        "",
        f"wrk asked for pages over {LINES} connections for {SECONDS} s, half the time the front page, else any page; "
        "nginx, the server (two workers) and wrk shared the processors. The last column is how many readers that is, "
        f"where each asks for a page every {READ_EVERY_S} s.",
        "",
        "| what | pages a second | half within | 99 % within | errors | readers |",
        "|---|---|---|---|---|---|",
        *rows,
    ]
