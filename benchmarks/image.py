"""The image, built by a real engine and run as it is meant to be: nobody's rights, a read-only file system.

Where the machine has no engine, or no base image can be had, that is told. ``AKINT_IMAGE_OPTIONS`` are further options
of ``build`` for the machine's own way to packages (certificates, a mirror). The compose file is read by compose itself.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from typing import Final

from akint_dash.settings import PROJECT

NAME: Final = "akint-dash-campaign"
FROM: Final = re.compile(r"^FROM (\S+)$", re.MULTILINE)
READY: Final = (
    "import urllib.request as u; a = u.urlopen('http://127.0.0.1:8050/health/ready', timeout=5); print(a.status)"
)
STARTS_S: Final = 120.0
LEAST_RIGHTS: Final = (
    "--network",
    "none",
    "--read-only",
    "--tmpfs",
    "/tmp",
    "--cap-drop",
    "ALL",
    "--security-opt",
    "no-new-privileges",
)
ENGINES: Final = ("docker", "podman")


@dataclass(slots=True)
class Built:
    """What was tried, what came of it, and what was wrong."""

    done: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def _ask(*command: str) -> tuple[int, str]:
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    return ran.returncode, (ran.stdout + ran.stderr).strip()


def engine() -> str | None:
    """An engine that answers; a client alone is none."""
    return next((name for name in ENGINES if shutil.which(name) and _ask(name, "info")[0] == 0), None)


def run() -> Built:
    """Build, start, ask, stop; and read the compose file."""
    built = Built()
    _compose(built)
    name = engine()
    if name is None:
        built.done.append("no image was built: neither docker nor podman answers on this machine")
        return built
    version = _ask(name, "--version")[1]
    base = FROM.findall((PROJECT / "Dockerfile").read_text(encoding="utf-8"))[0]
    if _ask(name, "image", "inspect", base)[0] != 0 and _ask(name, "pull", base)[0] != 0:
        built.done.append(f"no image was built: {version} runs here, but its base {base} cannot be fetched")
        return built
    own = _ask(name, "image", "inspect", "--format", '{{index .Config.Labels "stand-in"}}', base)[1]
    told = f" (a stand-in: {own})" if own and "no value" not in own else ""
    options = shlex.split(os.environ.get("AKINT_IMAGE_OPTIONS", ""))
    began = time.monotonic()
    options += ["--format", "docker"] if name == "podman" else []  # the health check is docker's
    code, said = _ask(name, "build", *options, "-t", NAME, ".")
    if code:
        built.wrong.append(f"the image was not built: {said[-600:]}")
        return built
    built.done.append(f"the image was built by {version} from {base}{told} in {time.monotonic() - began:.0f} s")
    _start(name, built)
    _ask(name, "image", "rm", "--force", NAME)
    return built


def _start(name: str, built: Built) -> None:
    """Run it as README says, with the demonstration, and ask it from within."""
    container = f"{NAME}-{os.getpid()}"
    options = ("--rm", "-d", "--name", container, *LEAST_RIGHTS, "-v", f"{container}:/var/lib/akint")
    code, said = _ask(name, "run", *options, NAME, "akint-dash", "serve", "--demo")
    if code:
        built.done.append(
            f"{name} may not run containers on this machine, so it was not started («{said.splitlines()[-1][-120:]}»)"
        )
        return
    try:
        until, answer = time.monotonic() + STARTS_S, ""
        while "200" not in answer and time.monotonic() < until:
            time.sleep(2)
            answer = _ask(name, "exec", container, "python", "-c", READY)[1]
        if "200" not in answer:
            built.wrong.append(f"it did not become ready: {_ask(name, 'logs', container)[1][-400:]}")
            return
        _looked_at(name, container, built)
    finally:
        _ask(name, "stop", container)
        _ask(name, "volume", "rm", "--force", container)


def _looked_at(name: str, container: str, built: Built) -> None:
    who = _ask(name, "exec", container, "id", "-u")[1]
    written = _ask(name, "exec", container, "touch", "/app/x")[0]
    code, status = _ask(name, "exec", container, "akint-dash", "status")
    if who == "0" or written == 0 or code:
        built.wrong.append(
            f"it runs as user {who}, could write /app ({written == 0}), status ended with {code}: {status}"
        )
    built.done.append(
        f"it ran without a network, with a read-only file system, no capability, as user {who}; /health/ready "
        f"answered 200, `akint-dash status` ended with {code}, and /app could not be written"
    )


def _compose(built: Built) -> None:
    for command in (("docker", "compose"), ("docker-compose",)):
        if shutil.which(command[0]) and _ask(*command, "version")[0] == 0:
            code, said = _ask(*command, "-f", "deploy/compose.yaml", "config", "--quiet")
            version = _ask(*command, "version", "--short")[1].splitlines()[0]
            told = f"`{' '.join(command)}` ({version}) took deploy/compose.yaml"
            (built.wrong if code else built.done).append(f"{told}: {said[-300:]}" if code else told)
            return
    built.done.append("deploy/compose.yaml was not read by compose: neither docker compose nor docker-compose is here")


def told(built: Built) -> tuple[bool, list[str]]:
    """Whether nothing was wrong, and the section of the report."""
    return not built.wrong, [
        "## The image",
        "",
        *(f"- {line[0].upper()}{line[1:]}." for line in built.done),
        *(f"- WRONG: {line}" for line in built.wrong),
    ]
