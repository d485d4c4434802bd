"""A client of the application for a database, as strangers or as staff at this machine see it."""

from __future__ import annotations

from flask.testing import FlaskClient

from akint_dash.server import create_app
from akint_dash.settings import Settings

TODAY = "2026-11-24"


def client_of(database: str, audience: str) -> FlaskClient:
    values = {"database_url": database, "today": TODAY, "audience": audience, "rate": 0}
    client: FlaskClient = create_app(Settings.model_validate(values)).server.test_client()
    return client
