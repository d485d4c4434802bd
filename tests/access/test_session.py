"""The cookie of who has signed in: nobody makes or changes one, and it ends at its hour."""

from __future__ import annotations

import base64
import json
import os
import threading
import time
import zlib
from pathlib import Path

import pytest
from flask import Flask

from akint_dash.access.keys import read_key
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import STRANGER, Viewer
from akint_dash.settings import Settings
from tests.access.conftest import cookie, settings_of

KEY = b"k" * 40
STAFF = Viewer("editor", frozenset({"SAM"}), "Kari")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_of("sqlite://", tmp_path)


@pytest.fixture
def sessions(settings: Settings) -> Sessions:
    return Sessions(settings, lambda: KEY)


def read(sessions: Sessions, value: str) -> Viewer:
    with Flask("x").test_request_context(headers={"Cookie": f"{sessions.name}={value}"}):
        return sessions.viewer()


def test_who_signed_in_is_known_again(sessions: Sessions) -> None:
    found = read(sessions, cookie(sessions, STAFF)[1])
    assert (found.role, found.areas, found.name) == ("editor", frozenset({"SAM"}), "Kari")
    assert len(found.key) > 20


def test_every_sign_in_is_another(sessions: Sessions) -> None:
    one, two = (read(sessions, cookie(sessions, STAFF)[1]).key for _ in range(2))
    assert one != two


def test_what_is_changed_is_nobody(sessions: Sessions) -> None:
    value = cookie(sessions, Viewer("reader", name="Ole"))[1]
    for place in range(0, len(value), 3):
        other = "A" if value[place] != "A" else "B"
        found = read(sessions, value[:place] + other + value[place + 1 :])
        assert found.role in (None, "reader")  # the last sign of a part may carry spare bits
    body, stamp, signature = value.rsplit(".", 2)
    raised = base64.urlsafe_b64encode(
        json.dumps({"role": "administrator", "areas": [], "name": "", "key": "x"}).encode()
    )
    for forged in (f"{raised.decode()}.{stamp}.{signature}", f"{body}.{stamp}.", f"{body}.{stamp}", body, "", "."):
        assert read(sessions, forged) == STRANGER


def test_another_key_and_another_use_open_nothing(settings: Settings, sessions: Sessions) -> None:
    value = cookie(Sessions(settings, lambda: b"x" * 40), STAFF)[1]
    assert read(sessions, value) == STRANGER
    with Flask("x").test_request_context():
        response = Flask("x").make_response("")
        sessions.attempt(
            response, {"role": "administrator", "areas": "", "name": "", "key": "k", "until": "9999999999"}
        )
    attempt = response.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    assert read(sessions, attempt) == STRANGER


def test_it_ends_at_its_hour_however_it_is_used(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    value = cookie(sessions, STAFF)[1]
    began = time.time()
    monkeypatch.setattr(time, "time", lambda: began + 8 * 3600 - 60)
    assert read(sessions, value).role == "editor"
    monkeypatch.setattr(time, "time", lambda: began + 8 * 3600 + 60)
    assert read(sessions, value) == STRANGER


@pytest.mark.parametrize(
    "change", [{"roles": "*=reader"}, {"oidc_issuer": "https://b.example"}, {"oidc_client_id": "b"}]
)
def test_other_roles_or_another_provider_sign_everybody_out(
    settings: Settings, sessions: Sessions, change: dict[str, str]
) -> None:
    value = cookie(sessions, STAFF)[1]
    assert read(Sessions(settings.model_copy(update=change), lambda: KEY), value) == STRANGER


def test_the_cookie_holds_no_more_than_it_needs(sessions: Sessions) -> None:
    value = cookie(sessions, STAFF)[1]
    part = value.removeprefix(".").split(".")[0]
    data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    kept = json.loads(zlib.decompress(data) if value.startswith(".") else data)
    assert set(kept) == {"role", "areas", "name", "key", "until"}
    assert len(value) < 400


# -- the key


def test_a_key_is_made_once_however_many_begin(tmp_path: Path) -> None:
    path, found = tmp_path / "inne" / "akint.key", set()
    threads = [threading.Thread(target=lambda: found.add(read_key(path))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1
    assert len(found.pop()) >= 43
    assert [entry.name for entry in path.parent.iterdir()] == ["akint.key"]


def test_only_its_user_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        read_key(tmp_path / "akint.key")
    finally:
        os.umask(before)
    assert (tmp_path / "akint.key").stat().st_mode & 0o777 == 0o600


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "akint.key"
    for content in ("", "kort", " \n" * 40):
        path.write_text(content)
        with pytest.raises(ValueError, match="no key"):
            read_key(path)
