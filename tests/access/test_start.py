"""Staff without sign-in is refused wherever others can reach, however the server is started."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError

from akint_dash.access.start import listening, refuse_unsafe
from akint_dash.cli.wording import setting_sentence
from akint_dash.errors import UsageError
from akint_dash.settings import Settings
from benchmarks.commands import free_port
from tests.access.conftest import TODAY, answers, running, settings_of
from tests.canary import WORD

OIDC = {"auth": "oidc", "oidc_issuer": "https://id.example", "oidc_client_id": "akint"}


def words(**given: object) -> str:
    """Why settings are refused."""
    with pytest.raises(ValidationError) as refusal:
        Settings.model_validate(given)
    return setting_sentence(refusal.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "akint.example", "", "0", "localhost.example", "[::1]"])
def test_the_settings_refuse_it(host: str) -> None:
    assert "AKINT_HOST" in words(audience="staff", host=host)


def test_what_would_open_too_much_is_refused_in_words() -> None:
    assert "AKINT_AUDIENCE=staff" in words(audience="staff", **OIDC)
    assert "AKINT_PROXIES" in words(auth="proxy")
    assert "AKINT_OIDC_CLIENT_ID" in words(auth="oidc", oidc_issuer="https://id.example")
    for more in (
        {"host": "0.0.0.0"},
        {"public_url": "http://akint.example"},
        {"oidc_issuer": "http://id.example"},
    ):
        assert "https://" in words(**{**OIDC, **more})
    for name, value in (("proxies", "10.0.0.1/8"), ("proxies", "nginx"), ("roles", "a=sjef"), ("session_hours", "25")):
        assert f"AKINT_{name.upper()}" in words(**{name: value})
    for name, value in (
        ("sign_out_url", "javascript:alert(1)"),
        ("sign_in_url", "//ond.example"),
        ("oidc_issuer", "x"),
    ):
        assert f"AKINT_{name.upper()}" in words(**{name: value})


def test_no_refusal_tells_a_secret() -> None:
    given = {
        "oidc_client_secret": "hemmelig",
        "database_url": "postgresql://u:passord@x/y",
        **OIDC,
        "audience": "staff",
    }
    with pytest.raises(ValidationError) as refusal:
        Settings.model_validate(given)
    told = f"{refusal.value!s}{refusal.value!r}{setting_sentence(refusal.value)}"
    assert "hemmelig" not in told
    assert "passord" not in told
    assert "hemmelig" not in repr(Settings.model_validate({**given, "audience": "public"}))


def test_a_key_or_a_secret_that_cannot_be_had_stops_the_start(tmp_path: Path) -> None:
    refuse_unsafe(settings_of("sqlite://", tmp_path))
    (tmp_path / "akint.key").write_text("kort")
    with pytest.raises(UsageError, match="key_unusable"):
        refuse_unsafe(settings_of("sqlite://", tmp_path))
    (tmp_path / "akint.key").unlink()
    with pytest.raises(UsageError, match="secret_unusable"):
        refuse_unsafe(settings_of("sqlite://", tmp_path, oidc_client_secret_file=str(tmp_path / "finnes-ikke")))
    (tmp_path / "secret").write_text("fra-fil\n")
    assert (
        settings_of("sqlite://", tmp_path, oidc_client_secret_file=str(tmp_path / "secret")).client_secret == "fra-fil"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which addresses a process listens on")
@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_a_process_that_listens_beyond_this_machine_lets_no_staff_in(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    before = list(listening())
    with socket.socket(family) as one:
        one.bind((address, 0))
        assert list(listening()) == before  # bound, and not listening yet
        one.listen()
        assert sorted(listening()) == sorted([*before, address])
        with pytest.raises(UsageError, match="staff_listens_beyond"):
            refuse_unsafe(Settings(audience="staff"))
        refuse_unsafe(Settings())


# -- started directly


def gunicorn(*words: str) -> list[str]:
    return [sys.executable, "-m", "gunicorn", "app:server", "--workers", "1", "--threads", "2", *words]


def environment(url: str) -> dict[str, str]:
    return {"AKINT_DATABASE_URL": url, "AKINT_TODAY": TODAY, "AKINT_AUDIENCE": "staff"}


@pytest.mark.parametrize("bind", ["0.0.0.0", "[::]"])
def test_gunicorn_started_directly_beyond_this_machine_refuses(portfolio_url: str, bind: str) -> None:
    with running(gunicorn("--bind", f"{bind}:{free_port()}"), **environment(portfolio_url)) as process:
        assert process.wait(timeout=60) != 0
        assert process.stderr is not None
        assert "staff_listens_beyond" in process.stderr.read()


def seen(url: str, **headers: str) -> bool:
    """Whether the secret is told at ``url``."""
    answer = httpx.post(f"{url}/_dash-update-component", json=question(), headers=headers, timeout=60)
    assert answer.status_code == 200, answer.text[:200]
    return WORD in answer.text


@pytest.mark.parametrize(("bind", "staff"), [("127.0.0.1", True), ("0.0.0.0", False), ("[::]", False)])
def test_where_the_start_cannot_tell_each_request_does(portfolio_url: str, bind: str, staff: bool) -> None:
    """With ``--preload`` the application is made before anything listens."""
    port = free_port()
    near = "[::1]" if "::" in bind else "127.0.0.1"
    with running(gunicorn("--preload", "--bind", f"{bind}:{port}"), **environment(portfolio_url)):
        answers(f"http://{near}:{port}/health/live")
        assert seen(f"http://{near}:{port}") is staff
        assert seen(f"http://{near}:{port}", **{"X-Forwarded-For": "127.0.0.1"}) is False


def test_the_command_says_it_in_words(portfolio_url: str) -> None:
    command = [sys.executable, "-c", "import sys; from akint_dash.cli import main; sys.exit(main(['serve']))"]
    with running(command, **environment(portfolio_url), AKINT_HOST="::") as process:
        assert process.wait(timeout=60) == 2
        assert process.stderr is not None
        assert "AKINT_AUDIENCE=staff krever" in process.stderr.read()


def test_a_unix_socket_lets_no_staff_in(portfolio_url: str, tmp_path: Path) -> None:
    path = tmp_path / "akint.sock"
    with running(gunicorn("--bind", f"unix:{path}"), **environment(portfolio_url)):
        until = time.monotonic() + 60
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.05)
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(path)), timeout=60) as client:
            answer = client.get("http://localhost/health/live")
            assert answer.status_code == 200
            told = client.post("http://localhost/_dash-update-component", json=question())
            assert WORD not in told.text


def question() -> dict[str, object]:
    return {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": "/sok"},
            {"id": "adresse", "property": "search", "value": f"?q={WORD[:7]}"},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
