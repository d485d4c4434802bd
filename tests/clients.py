"""The application of a database, and a client of it, as strangers or as staff at this machine see it."""

from __future__ import annotations

from flask.testing import FlaskClient

from akint_dash.server import Application, create_app
from akint_dash.settings import Settings

TODAY = "2026-11-24"


def app_of(database: str, audience: str) -> Application:
    values = {"database_url": database, "today": TODAY, "audience": audience, "rate": 0}
    return create_app(Settings.model_validate(values))


def client_of(database: str, audience: str) -> FlaskClient:
    client: FlaskClient = app_of(database, audience).server.test_client()
    return client
