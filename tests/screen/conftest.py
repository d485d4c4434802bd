"""A wall of the demonstration, asked without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from akint_dash.components.page import Site
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots

NEWS_DAY = "2026-11-03"
"""A day in the demonstration on which every kind of slide has data."""
HOME = "https://portefolje.example"


@pytest.fixture
def wall_settings(demo_file: Path) -> Settings:
    """A server of the demonstration that knows its own address."""
    given = {"database_url": f"sqlite:///{demo_file}", "today": NEWS_DAY, "public_url": HOME}
    return Settings.model_validate(given)


@pytest.fixture
def site(wall_settings: Settings) -> Site:
    """What slides are made of."""
    return Site(wall_settings, Snapshots(open_engine(wall_settings.database), 2.0), PAGES)


@pytest.fixture
def client(wall_settings: Settings) -> Iterator[FlaskClient]:
    """A stranger at that server."""
    with create_app(wall_settings).server.test_client() as stranger:
        yield stranger
