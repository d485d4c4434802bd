"""The documents say what the code does."""

from __future__ import annotations

import hashlib
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from akint_dash.cli.commands import APP
from akint_dash.settings import PROJECT, Settings
from benchmarks.pictures import HEIGHT, MOST_BYTES, TAKEN, WIDTH

HOSTS = ("pypi" + ".org", "files.python" + "hosted.org", "registry.npm" + "js.org", "deb.deb" + "ian.org")
LOCKS = {"uv.lock", "package-lock.json", "poetry.lock", "Pipfile.lock", "yarn.lock"}


@cache
def document(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


@cache
def tracked() -> tuple[str, ...]:
    """The files of the repository."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not in a git repository")
    return tuple(name for name in listed.stdout.split("\0") if name and (PROJECT / name).is_file())


def rows(text: str) -> list[list[str]]:
    """The cells of every table row."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]


def test_readme_lists_every_setting_with_its_default_and_help() -> None:
    settings = [row for row in rows(document("README.md")) if "AKINT_" in row[0]]
    written = {name.strip("`"): (default.strip("`"), told) for name, default, told in settings}
    fields = {f"AKINT_{name.upper()}": field for name, field in Settings.model_fields.items()}
    assert written == {name: (shown(field.default), field.description) for name, field in fields.items()}


def shown(default: object) -> str:
    return "" if default is None else str(default)


def commands() -> set[str]:
    """The commands, those with commands of their own too."""
    own = {str(c.name or getattr(c.callback, "__name__", "")).strip("_") for c in APP.registered_commands}
    return own | {str(group.name) for group in APP.registered_groups}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "data/demo/README.md"])
def test_the_commands_in_the_documents_exist(name: str) -> None:
    said = set(re.findall(r"(?:`|^|bin/)akint-dash ([a-z-]+)", document(name), re.MULTILINE))
    assert said <= commands(), said - commands()


def test_readme_tells_of_every_command() -> None:
    assert commands() == set(re.findall(r"^\| `akint-dash ([a-z-]+)", document("README.md"), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_targets_of_make_in_the_documents_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", document("Makefile"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)`?", document(name))) - {"sure"} <= targets


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "THIRD_PARTY.md", "data/demo/README.md", "data/map/CREDITS.md"]
)
def test_the_files_named_in_the_documents_exist(name: str) -> None:
    text = document(name)
    named = set(re.findall(r"`((?:akint_dash|data|tests|assets|benchmarks|tools|\.ci)/[\w./-]+)`", text))
    named |= {link for link in re.findall(r"\]\(([\w./-]+)\)", text) if "://" not in link}
    made_later = {"data/fetched/", "data/akint.db", "data/akint.db-wal", "data/akint.key", "data/intake"}
    patterns = {path for path in named if "NNNN" in path or "*" in path}
    missing = [path for path in sorted(named - made_later - patterns) if not (PROJECT / path).exists()]
    assert not missing


def test_every_carried_file_is_listed_with_its_digest() -> None:
    listed = {row[0].strip("`"): row[3].strip("`") for row in rows(document("THIRD_PARTY.md")) if "/" in row[0]}
    carried = [
        name for name in tracked() if Path(name).suffix in {".woff2", ".woff", ".ttf", ".otf"} or ".min." in name
    ]
    assert sorted(listed) == sorted(carried)
    for name, digest in listed.items():
        assert hashlib.sha256((PROJECT / name).read_bytes()).hexdigest() == digest


def test_no_tracked_file_names_a_registry_or_this_machine() -> None:
    here = (f"{PROJECT}/", f"{Path.home()}/") if len(str(Path.home())) > 1 else (f"{PROJECT}/",)
    found = []
    for name in tracked():
        try:
            text = (PROJECT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {word}" for word in (*HOSTS, *here) if word in text]
    assert not found


def test_there_is_no_lock_file_with_hosts() -> None:
    assert not [name for name in tracked() if Path(name).name in LOCKS]


@pytest.mark.parametrize("name", [f"requirements{part}.txt" for part in ("", "-dev", "-audit", "-interface")])
def test_every_locked_package_has_a_digest_and_no_address(name: str) -> None:
    text = document(name)
    assert "://" not in text
    pins = re.findall(
        r"^([\w.-]+(?:\[[\w,]+\])?)==\S+.*\\\n((?:\s+--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE
    )
    assert len(pins) == len(re.findall(r"^[\w.-]+(?:\[[\w,]+\])?==", text, re.MULTILINE)) > 30


def test_the_dockerfile_starts_what_is_there_as_nobody() -> None:
    text = document("Dockerfile")
    assert re.search(r"^USER (?!root)\w+", text, re.MULTILINE)
    assert "HEALTHCHECK" in text
    assert "/health/ready" in text
    assert "--require-hashes" in text
    for source in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE):
        assert all((PROJECT / name).exists() for name in source.split())
    assert "://" not in text.replace("http://127.0.0.1", "").replace("sqlite:////var/lib/akint", "")


def test_readme_opens_with_the_pictures_that_one_command_takes() -> None:
    opening = document("README.md").partition("## ")[0]
    shown = re.findall(r"^!\[([^\]]*)\]\((\S+)\)$", opening, re.MULTILINE)
    assert [path for _, path in shown] == [f"pictures/{name}.webp" for name in TAKEN]
    for told, path in shown:
        assert "fictional" in told
        file = PROJECT / path
        assert file.stat().st_size <= MOST_BYTES
        with Image.open(file) as picture:
            assert picture.size == (WIDTH, HEIGHT)
