"""What the rules of the quality of the data find, by area, as the database says it; and of a spoiled demonstration."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.quality import faults
from akint_dash.measures.scope import Scope
from akint_dash.store.engine import open_engine, reading
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.state import read_state

from . import sql_quality
from .sql import Asked, Oracle

DAYS: Final = (date(2026, 11, 24), date(2026, 6, 1), date(2025, 9, 15), date(2027, 2, 3))
SPOILED: Final = (
    "UPDATE project SET \"end\" = '2026-01-01' WHERE rowid % 5 = 0",
    "UPDATE project SET currency = NULL, consortium_total = budget - 1, title = 'Samme' WHERE rowid % 4 = 0",
    "UPDATE activity SET \"end\" = '2020-01-01' WHERE rowid % 40 = 0",
    "UPDATE activity SET title = 'Samme', start = '2026-01-01', area = 'SAM', kind = 'contact' WHERE rowid % 60 = 0",
    "UPDATE membership SET owner = NULL WHERE rowid % 2 = 0",
    "UPDATE dossier SET owner = NULL, title_en = NULL WHERE rowid % 3 = 0",
    "UPDATE project SET owner = NULL WHERE rowid % 3 = 0",
    "UPDATE cooperation SET agreement_to = '2026-01-01', owner_mail = NULL",
    "UPDATE project SET owner_mail = NULL, exemption = NULL WHERE rowid % 3 = 1",
    "UPDATE funding SET payer = 'own', purpose = 'reconstruction', form = 'cash' WHERE rowid % 30 = 0",
    "UPDATE funding SET currency = NULL WHERE rowid % 20 = 0",
    "UPDATE budget SET instrument = 'PRO' WHERE area IN ('KUL', 'SAM')",
    "UPDATE budget SET planned_nok = NULL, planned_fte = NULL WHERE area = 'PLA'",
    "UPDATE area SET valid_to = 2025 WHERE code = 'KLI'",
    "UPDATE project_step SET date = '2023-02-02' WHERE status IN ('granted', 'rejected') AND rowid % 3 = 0",
    "DELETE FROM project_step WHERE status IN ('granted', 'rejected') AND rowid % 4 = 0",
    "DELETE FROM activity_regions",
    "UPDATE activity SET cooperation = NULL WHERE rowid % 7 > 0",
)


@pytest.fixture(scope="module")
def spoiled(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spoiled") / "spoiled.db"
    shutil.copyfile(demo_file, path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in SPOILED:
            connection.execute(statement)
        connection.commit()
    return path


def read(path: Path) -> Portfolio:
    engine = open_engine(f"sqlite:///{path}")
    with reading(engine) as connection:
        state = read_state(connection)
    engine.dispose()
    return make(state, [], [], "staff")


def ours(portfolio: Portfolio, today: date) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for one in faults(Scope(portfolio, Selection(), today)):
        found.setdefault(one.rule, Counter())[one.area] += 1
    return {rule: dict(areas) for rule, areas in found.items()}


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_rules_find_what_the_database_says(today: date, portfolio: Portfolio, oracle: Oracle) -> None:
    assert ours(portfolio, today) == sql_quality.by_area(oracle.choose(Asked(today=today)))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_of_a_spoiled_demonstration_too(today: date, spoiled: Path) -> None:
    oracle = Oracle(spoiled)
    try:
        theirs = sql_quality.by_area(oracle.choose(Asked(today=today)))
    finally:
        oracle.close()
    assert ours(read(spoiled), today) == theirs


def test_the_spoiled_demonstration_breaks_nearly_every_rule(spoiled: Path) -> None:
    broken = ours(read(spoiled), DAYS[0])
    assert sql_quality.RULES.keys() - broken.keys() == {"shared_out"}
