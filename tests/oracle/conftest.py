"""The demonstration as the product reads it (`portfolio`) and as the oracle asks it (`oracle`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from akint_dash.store.engine import open_engine, reading
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.state import read_state

from .sql import Oracle


@pytest.fixture(scope="session")
def portfolio(demo_file: Path) -> Portfolio:
    """Everything that staff may see."""
    engine = open_engine(f"sqlite:///{demo_file}")
    with reading(engine) as connection:
        state = read_state(connection)
    engine.dispose()
    return make(state, [], [], "staff")


@pytest.fixture(scope="module")
def oracle(demo_file: Path) -> Iterator[Oracle]:
    """The same in SQL."""
    found = Oracle(demo_file)
    yield found
    found.close()
