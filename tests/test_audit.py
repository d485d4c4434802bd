"""``make audit`` is silent only when every package was looked at and the list of weaknesses was truly there."""

from __future__ import annotations

from typing import Any

from akint_dash.settings import PROJECT
from benchmarks.audit import faults, locked

WANTED = [("flask", "3.1.0"), ("dash", "4.4.0")]
CLEAN: dict[str, Any] = {"dependencies": [{"name": n, "version": v, "vulns": []} for n, v in WANTED]}
CANARY = {
    "dependencies": [{"name": "jinja2", "version": "2.4.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.5"]}]}]
}


def _with(**flask: Any) -> dict[str, Any]:
    return {"dependencies": [{"name": "flask", "version": "3.1.0", **flask}, CLEAN["dependencies"][1]]}


def test_all_looked_at_and_none_weak_is_well() -> None:
    assert faults(WANTED, CLEAN, CANARY) == []


def test_a_list_that_was_not_reached_is_said_and_fails() -> None:
    left_out = {"dependencies": [{"name": "jinja2", "skip_reason": "not found"}]}
    unreached: list[dict[str, Any]] = [{}, {"dependencies": []}, left_out]
    for canary in unreached:
        (line,) = faults(WANTED, CLEAN, canary)
        assert line.startswith("No advisories were reached")


def test_a_package_that_was_left_out_is_named() -> None:
    left_out = {"dependencies": [{"name": "flask", "skip_reason": "not on the index"}, CLEAN["dependencies"][1]]}
    assert faults(WANTED, left_out, CANARY) == ["flask 3.1.0 was not audited: not on the index"]
    assert faults(WANTED, {"dependencies": CLEAN["dependencies"][1:]}, CANARY) == [
        "flask 3.1.0 was not audited: it is not in the report"
    ]
    assert len(faults(WANTED, {}, CANARY)) == 2


def test_a_weakness_is_named_with_its_mend() -> None:
    weak = _with(vulns=[{"id": "PYSEC-2", "fix_versions": ["3.1.1"]}, {"id": "PYSEC-3", "fix_versions": []}])
    assert faults(WANTED, weak, CANARY) == [
        "flask 3.1.0: PYSEC-2 (mended in: 3.1.1)",
        "flask 3.1.0: PYSEC-3 (mended in: none yet)",
    ]


def test_every_package_of_the_lock_is_asked_for() -> None:
    text = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
    found = locked(text)
    assert len(found) == sum(line[:1].isalnum() and "==" in line for line in text.splitlines())
    assert "dash" in dict(found)
    assert not any(version.endswith("\\") for _, version in found)
