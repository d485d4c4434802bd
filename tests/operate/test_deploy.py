"""What stands in deploy/ is what the tools themselves take, and the server needs no more than it says."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

from akint_dash.settings import PROJECT, Settings
from benchmarks.commands import free_port

from .conftest import PROGRAM

DEPLOY = PROJECT / "deploy"
NOBODY = 65534


def test_every_setting_in_deploy_is_one() -> None:
    known = {f"AKINT_{name.upper()}" for name in Settings.model_fields}
    for path in [*DEPLOY.iterdir(), PROJECT / "Dockerfile"]:
        if path.is_file():
            assert set(re.findall(r"AKINT_[A-Z_]+", path.read_text(encoding="utf-8"))) <= known, path.name


def test_compose_takes_its_file() -> None:
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for name in ("web1", "web2"):
        service = found["services"][name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert "ports" not in service, "only nginx is reached from outside"
    for volume in found["services"]["nginx"]["volumes"]:
        assert (DEPLOY / volume.split(":")[0]).is_file()
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and subprocess.run([*command, "version"], capture_output=True).returncode == 0:
            config = subprocess.run(
                [*command, "-f", DEPLOY / "compose.yaml", "config", "--quiet"], capture_output=True, text=True
            )
            assert (config.returncode, config.stderr) == (0, "")
            return
    pytest.skip("neither docker compose nor docker-compose is on this machine")


@pytest.mark.parametrize("name", ["akint-dash.service", "akint-dash-backup.service", "akint-dash-backup.timer"])
def test_systemd_takes_its_units(name: str) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not on this machine")
    said = subprocess.run(["systemd-analyze", "verify", DEPLOY / name], capture_output=True, text=True).stderr
    there = [line for line in said.splitlines() if "/opt/akint-dash" not in line and name in line]
    assert there == []


def python_of_all() -> tuple[str, str] | None:
    """A Python that a user without rights may run, and where our libraries lie."""
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    for program in (sys.executable, f"/usr/bin/python3.{sys.version_info[1]}"):
        tried = ["setpriv", f"--reuid={NOBODY}", "--clear-groups", program, "-c", "import os"]
        reads = [*tried[:-1], f"import os; os.listdir({libraries!r}); os.listdir({str(PROJECT)!r})"]
        if subprocess.run(reads, capture_output=True, cwd="/").returncode == 0:
            return program, libraries
    return None


def test_the_server_runs_as_nobody_on_a_read_only_file_system(tmp_path: Path) -> None:
    """Everything is read-only but SQLite's own folder and shared memory; no right is left, and none can be had."""
    if os.geteuid() or not all(map(shutil.which, ("unshare", "setpriv", "mount"))):
        pytest.skip("needs root, unshare, setpriv and mount")
    if subprocess.run(["unshare", "-m", "mount", "--make-rprivate", "/"], capture_output=True).returncode:
        pytest.skip("mounts of one's own are not allowed here")
    if (found := python_of_all()) is None:
        pytest.skip("no Python here that a user without rights may run")
    program, libraries = found
    folder = Path("/tmp") / f"akint-confined-{os.getpid()}"
    folder.mkdir(mode=0o700)
    os.chown(folder, NOBODY, NOBODY)
    port = free_port()
    steps = (
        f"set -e; mount --make-rprivate /; mount --bind {folder} {folder}; mount -o remount,bind,ro /; "
        f"exec setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups --no-new-privs --bounding-set=-all "
        '--inh-caps=-all "$@"'
    )
    settings = {
        "HOME": "/nonexistent",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": f"{PROJECT}:{libraries}",
        "AKINT_PORT": str(port),
        "AKINT_DATABASE_URL": f"sqlite:///{folder}/akint.db",
        "AKINT_SECRET_KEY_FILE": f"{folder}/akint.key",
    }
    try:
        with subprocess.Popen(
            ["unshare", "-m", "sh", "-c", steps, "sh", program, "-c", PROGRAM, "serve", "--demo"],
            env={"PATH": os.environ["PATH"]} | settings,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
        ) as server:
            end = time.monotonic() + 120
            ready = False
            while not ready and server.poll() is None and time.monotonic() < end:
                try:
                    with urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
                        ready = answer.status == 200
                except OSError:
                    time.sleep(0.2)
            owner = Path(f"/proc/{server.pid}").stat().st_uid if server.poll() is None else None
            with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                assert b"akint_revision 14.0" in answer.read()
            server.send_signal(signal.SIGTERM)
            _, said = server.communicate(timeout=60)
        assert (ready, owner, server.returncode) == (True, NOBODY, 0), said
        assert (folder / "akint.db").stat().st_mode & 0o777 == 0o600
    finally:
        shutil.rmtree(folder)
