"""A sample of what ``python -m benchmarks.production`` runs whole: faults, fuzzed requests, load and its report."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from benchmarks import audited, faults, fuzz, image, load, production, wall
from benchmarks.report import sections
from benchmarks.served import served
from benchmarks.witness import RAW, Seen

from .canary import WORD


@pytest.fixture
def secrets(canary_file: Path, tmp_path: Path) -> str:
    """One's own copy of the portfolio that ``fuzz.portfolio`` makes."""
    return f"sqlite:///{shutil.copy(canary_file, tmp_path / 'secrets.db')}"


def test_fuzzed_requests_are_answered_or_refused_and_say_nothing(secrets: str) -> None:
    found = dict(fuzz.fuzz(secrets, addresses=150, bodies=120))
    assert {name: one.count for name, one in found.items()} == {"addresses": 150, "callback bodies": 120}
    assert [fault for one in found.values() for fault in one.faults] == []
    assert found["callback bodies"].statuses[200] > 10


def test_raw_requests_to_the_real_server_leave_it_well(secrets: str, tmp_path: Path) -> None:
    result = fuzz.fuzz_served(secrets, tmp_path, 25)
    assert result.faults == []
    assert result.count == 25


def test_a_fuzzed_answer_that_says_too_much_is_seen() -> None:
    result = fuzz.Fuzzed()
    result.judge("a", 200, f"... {WORD} ...", 0.1)
    result.judge("b", 500, "Noe gikk galt", 0.1)
    result.judge("c", 404, "Traceback (most recent call last)", 0.1)
    result.judge("d", 404, "Denne adressen finnes ikke.", 0.1)
    assert [fault.partition(":")[0] for fault in result.faults] == [f"says «{WORD}»", "500", "says «Traceback»"]
    assert not fuzz.told([("x", result)])[0]


def test_an_answer_without_a_body_is_read_whatever_its_packing() -> None:
    assert [fuzz.unpacked(b"", packing) for packing in ("", "gzip", "deflate", "br", "zstd")] == [""] * 5


def test_the_same_seed_asks_the_same() -> None:
    def some() -> list[tuple[str, str, bytes]]:
        one = random.Random(fuzz.SEED)
        return [(fuzz.path(one), fuzz.search(one), fuzz.body(one)[0]) for _ in range(200)]

    assert some() == some()


def _fault(name: str, demonstration: Path) -> list[Seen]:
    return list(faults.faults([name], demonstration))


@pytest.mark.sampled(2)
@pytest.mark.browser
@pytest.mark.parametrize("name", ["Database gone", "Zero bytes"])
def test_a_fault_is_told_in_words_loses_nothing_and_heals(name: str, demo_file: Path) -> None:
    # a process of its own: another browser test of this worker may hold Playwright's one loop
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as own:
        (seen,) = own.submit(_fault, name, demo_file).result()
    assert seen.wrong == []
    assert "Databasen svarer ikke" in seen.opening or "Tallene kan ikke vises nå" in seen.opening
    assert "/health/ready 503" in seen.operator
    assert "every row as" in seen.data
    assert "well again" in seen.healed


def test_the_report_of_faults_names_what_was_wrong() -> None:
    seen = Seen("Disk full", "filled", wrong=["/ answers 500"])
    well, lines = faults.told([seen, Seen("Clock jump", "put back")])
    assert not well
    assert lines[-1] == "- Disk full: / answers 500"
    assert RAW.search("sqlalchemy.exc.OperationalError")
    assert not RAW.search("Databasen svarer ikke. Tallene er de siste vi rakk å lese.")


def test_readers_click_and_nobody_meets_an_error(demo_file: Path, tmp_path: Path) -> None:
    shutil.copy(demo_file, tmp_path / "akint.db")
    with served(f"sqlite:///{tmp_path / 'akint.db'}", tmp_path / "server.log") as server:
        result = load.load(server, readers=6, requests=40)
    assert result.faults == []
    assert result.count == 40
    assert set(result.statuses) <= {200, 304}


def test_memory_that_grows_is_seen() -> None:
    flat = load.Load(1, 1.0, Counter({200: 8}), {"page": [0.1]}, [(n, 100 + n % 2) for n in range(8)])
    grown = load.Load(1, 1.0, Counter({200: 8}), {"page": [0.1]}, [(n, 100 + 10 * n) for n in range(8)])
    assert flat.well
    assert not grown.well


def test_only_the_sections_that_were_run_are_replaced() -> None:
    text = "# In production\n\nHead.\n\n## Faults\n\nold\n\n## Load\n\nstays\n"
    kept = sections(text) | sections("## Faults\n\nnew\n")
    assert kept == {"Faults": "## Faults\n\nnew", "Load": "## Load\n\nstays"}


def test_a_part_of_the_wall_that_is_run_again_replaces_its_section_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "WALL.md"
    report.write_text("# The wall\n\nRead so.\n\n## Outages\n\nkept\n\n## Memory\n\nold\n\n## Pictures\n\nread\n")
    monkeypatch.setattr(wall, "REPORT", report)
    monkeypatch.setattr(wall, "PARTS", {"memory": lambda _: (False, ["## Memory", "", "new"])})
    assert wall.main(["memory"]) == 1
    before, _, after = report.read_text().partition("new\n\nRun on ")
    assert before == "# The wall\n\nRead so.\n\n## Outages\n\nkept\n\n## Memory\n\n"
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4}\.\n\n## Pictures\n\nread\n", after)


@pytest.mark.parametrize("main", [wall.main, production.main])
@pytest.mark.parametrize("said", ["--help", "nowhere"])
def test_help_and_a_part_that_is_not_there_run_nothing(
    capsys: pytest.CaptureFixture[str], main: Callable[[list[str]], int], said: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([said])
    assert stopped.value.code == (0 if said == "--help" else 2)
    told = capsys.readouterr()
    assert ("python -m benchmarks." in told.out) == (said == "--help")
    assert ("no such part: nowhere" in told.err) == (said == "nowhere")


def test_an_audit_that_reached_nothing_is_told_as_none_and_a_weakness_falls_short() -> None:
    well, lines = audited.told(1, "No advisories were reached: not even jinja2. Nothing has been audited.\n1 faults")
    assert well
    assert "**nothing was audited.**" in lines[2]
    assert audited.told(0, "90 packages audited, none is known to be weak")[0]
    well, lines = audited.told(1, "flask 3.1.0: PYSEC-2 (mended in: 3.1.1)\n1 faults")
    assert not well
    assert "flask 3.1.0: PYSEC-2 (mended in: 3.1.1)" in lines
    assert not audited.told(2, "make: *** no rule")[0]


def test_what_is_wrong_with_the_image_falls_short() -> None:
    assert image.told(image.Built(done=["no image was built"])) == (True, ["## The image", "", "- No image was built."])
    well, lines = image.told(image.Built(wrong=["it runs as user 0"]))
    assert not well
    assert lines[-1] == "- WRONG: it runs as user 0"


def test_a_fault_that_is_played_again_replaces_its_row_alone() -> None:
    old = "## Faults\n\n| fault | data |\n|---|---|\n| **A**: 15 s | x |\n| **B**: y | z |\n\nPython."
    told = production.rows_again(old, "## Faults\n\n| **A**: 60 s | x |\n\n- A: it did not heal")
    assert told.splitlines()[4:6] == ["| **A**: 60 s | x |", "| **B**: y | z |"]
    assert re.search(r"Python\. A: played again \d\d\.\d\d\.\d{4}\.\n\n- A: it did not heal$", told)
