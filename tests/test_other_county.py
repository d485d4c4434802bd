"""Another county than Akershus: its number and name are settings, its lists are data, and no page says Akershus."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from akint_dash.cli import main
from akint_dash.settings import PROJECT, Settings

SHOWN = """
import json
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
client = create_app(Settings()).server.test_client()
plain = [page.path for page in PAGES if "<" not in page.path]
paths = [*plain, *("/en" + path for path in plain), "/utlysninger.ics", "/utlysninger.atom", "/skjerm", "/api/v1"]
found = {path: client.get(path, headers={"Host": "localhost"}) for path in paths}
print(json.dumps({path: [answer.status_code, answer.get_data(as_text=True)] for path, answer in found.items()}))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """What the demonstration's pages say where the county is Vestland, and Akershus is called something else."""
    folder = tmp_path_factory.mktemp("vestland")
    data = folder / "data"
    shutil.copytree(PROJECT / "data", data, ignore=shutil.ignore_patterns("*.db*", "fetched", "intake", "*.key"))
    for path in [*data.rglob("*.csv"), *data.rglob("*.yaml")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Akershus", "Naboen"), encoding="utf-8")
    own = {
        "AKINT_DATA": str(data), "AKINT_TODAY": "2026-11-25", "AKINT_STRATEGY": str(data / "strategy.yaml"),
        "AKINT_DATABASE_URL": f"sqlite:///{folder / 'own.db'}", "AKINT_INTAKE": str(folder / "intake"),
        "AKINT_SECRET_KEY_FILE": str(folder / "own.key"),
    }  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        for name, value in own.items():
            patch.setenv(name, value)
        assert main(["demo"]) == 0
    env = {**os.environ, "PYTHONPATH": str(PROJECT), **own, "AKINT_COUNTY": "46", "AKINT_COUNTY_NAME": "Vestland"}
    done = subprocess.run([sys.executable, "-c", SHOWN], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: dict[str, tuple[int, str]] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_no_page_of_another_county_says_akershus(shown: dict[str, tuple[int, str]]) -> None:
    assert {path: status for path, (status, _) in shown.items() if status not in (200, 302, 303)} == {}
    assert [path for path, (_, text) in shown.items() if "akershus" in text.casefold()] == []
    assert "Vestland fylkeskommune" in shown["/"][1]
    assert "Vestland" in shown["/en/virkemidler/prosjektutvikling"][1]


def test_the_countys_number_and_name_are_set_together() -> None:
    assert Settings(county="46", county_name="Vestland").county == "46"
    halves: list[dict[str, Any]] = [{"county": "46"}, {"county_name": "Vestland"}]
    for half in halves:
        with pytest.raises(ValidationError):
            Settings(**half)
