"""Finished answers: the same as made anew, never another reader's, never an old one, and within their bytes."""

from __future__ import annotations

import gzip
import threading
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.components.page import Site
from akint_dash.domain.history import Change
from akint_dash.server import Application, create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.revisions import Origin, record
from tests.canary import WORD
from tests.examples import pages
from tests.test_agreement import CHOICES
from tests.test_stranger import page_bytes

STAFF = {"HTTP_X_FORWARDED_USER": "kari", "HTTP_X_FORWARDED_GROUPS": "s"}
SEEDS = range(60)


def app_of(path: Path, **given: Any) -> Application:
    some = {"database_url": f"sqlite:///{path}", "today": "2026-11-24", "rate": 0, "poll_s": 0.001} | given
    return create_app(Settings.model_validate(some))


@pytest.fixture(scope="module")
def both(demo_file: Path) -> tuple[FlaskClient, FlaskClient]:
    """A server that keeps what it has made, and one that keeps nothing."""
    return app_of(demo_file).server.test_client(), app_of(demo_file, finished_mb=0).server.test_client()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made from now on."""
    found: list[str] = []
    whole = Site.made

    def counted(site: Site, asked: Any, told: str) -> Any:
        found.append(asked.address + asked.search)
        return whole(site, asked, told)

    monkeypatch.setattr(Site, "made", counted)
    return found


def asked(seed: int) -> tuple[str, str]:
    random = Random(f"finished {seed}")
    path = random.choice(["", "/en"]) + random.choice(pages())
    chosen = [f"{name}={random.choice(some)}" for name, some in CHOICES.items() if random.random() < 0.15]
    random.shuffle(chosen)
    return path.rstrip("/") or "/", "?" + "&".join(chosen) if chosen else ""


@pytest.mark.sampled(6)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_is_what_is_made_anew(both: tuple[FlaskClient, FlaskClient], seed: int) -> None:
    keeping, making = both
    path, query = asked(seed)
    anew = page_bytes(making, path, query)
    assert [page_bytes(keeping, path, query) for _ in range(3)] == [anew] * 3
    turned = "?" + "&".join(reversed(query.lstrip("?").split("&"))) if query else ""
    assert page_bytes(keeping, path, turned) == page_bytes(making, path, turned)
    first, again, other = keeping.get(path + query), keeping.get(path + query), making.get(path + query)
    assert first.data == again.data == other.data
    apart = {"X-Request-ID", "Date"}
    told = [{n: v for n, v in one.headers.items() if n not in apart} for one in (first, again, other)]
    assert told[0] == told[1] == told[2]


def test_a_state_that_was_asked_before_is_not_made_again(demo_file: Path, made: list[str]) -> None:
    client = app_of(demo_file).server.test_client()
    for _ in range(3):
        client.get("/maal?periode=2025-2026")
        page_bytes(client, "/maal", "?periode=2025-2026")
    page_bytes(client, "/maal", "?utm=x&periode=2025-2026")
    assert made == ["/maal?periode=2025-2026"]
    page_bytes(client, "/en/maal", "?periode=2025-2026")
    page_bytes(client, "/maal", "?periode=2025-2026&sok=x")
    assert len(made) == 3


def test_a_browser_that_takes_no_packing_gets_none(demo_file: Path) -> None:
    client = app_of(demo_file).server.test_client()
    packed = client.get("/om", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/om")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data == client.get("/om").data
    assert "Accept-Encoding" in plain.headers["Vary"]


@pytest.mark.parametrize("turn", [(True, False, True), (False, True, False)])
def test_staff_and_strangers_never_get_each_other_s(canary_file: Path, turn: tuple[bool, ...]) -> None:
    app = app_of(canary_file, auth="proxy", proxies="127.0.0.1", roles="s=staff")
    client = app.server.test_client()
    nobody = dict(client.environ_base)
    for path in ("/data/prosjekt", "/sok", "/omrader/sam"):
        for inside in turn:
            client.environ_base = dict(nobody, **STAFF) if inside else dict(nobody)
            query = "?finn=Kvitre" if path != "/sok" else "?q=Kvitre"
            answer = page_bytes(client, path, query).decode()
            assert (WORD in answer) is inside or path == "/omrader/sam"
            assert ("kari" in answer) is inside
            first = client.get(path + query)
            assert WORD not in first.text
            assert ("ETag" in first.headers) is not inside
            assert first.headers["Cache-Control"] == ("no-store" if inside else "private, no-cache")


def test_new_numbers_another_day_and_a_closed_deadline_are_shown_at_once(
    demo_file: Path, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "akint.db"
    path.write_bytes(demo_file.read_bytes())
    client = app_of(path).server.test_client()

    def again() -> int:
        made.clear()
        for _ in range(2):
            page_bytes(client, "/om")
        return len(made)

    assert (again(), again()) == (1, 0)
    engine = open_engine(f"sqlite:///{path}")
    record(engine, Origin("test", "arbeidsbok"), lambda *_: [Change("theme", "ny", None, {"name_nb": "Ny"})])
    engine.dispose()
    assert again() == 1
    monkeypatch.setattr(Settings, "clock", lambda _: (date(2026, 11, 25), ""))
    assert (again(), again()) == (1, 0)
    monkeypatch.setattr("akint_dash.components.page.last_closing", lambda *_: "2026-11-25T10:00:00Z")
    assert (again(), again()) == (1, 0)


def test_a_first_html_that_still_stands_is_not_sent_again(demo_file: Path) -> None:
    client = app_of(demo_file).server.test_client()
    for packing in ({}, {"Accept-Encoding": "gzip"}):
        first = client.get("/om", headers=packing)
        mark = first.headers["ETag"]
        assert not mark.startswith("W/")
        for method in (client.get, client.head):
            again = method("/om", headers=packing | {"If-None-Match": mark})
            assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
        assert client.get("/om?sok=x", headers=packing | {"If-None-Match": mark}).status_code == 200
        assert client.get("/en/om", headers=packing | {"If-None-Match": mark}).status_code == 200
    assert "ETag" not in client.get("/nei").headers


@pytest.mark.parametrize("ending", ["csv", "json", "svg"])
def test_a_file_that_the_reader_has_is_neither_made_nor_sent_again(
    demo_file: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = app_of(demo_file).server.test_client()
    address = f"/last-ned/maltall.{ending}?side=/&periode=2025-2026"
    file = client.get(address)
    mark = file.headers["ETag"]
    assert file.headers["Cache-Control"] == "private, no-cache"
    assert client.get(address.replace("2025-", "2024-")).headers["ETag"] != mark
    assert client.get(f"/en{address}").headers["ETag"] != mark
    assert "ETag" not in client.get(f"/last-ned/nei.{ending}?side=/").headers
    with monkeypatch.context() as patch:
        patch.setattr(Site, "open", None)
        again = client.get(address, headers={"If-None-Match": mark})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
    monkeypatch.setattr(Settings, "clock", lambda _: (date(2026, 11, 25), ""))
    assert client.get(address, headers={"If-None-Match": mark}).status_code == 200


def test_files_of_staff_have_no_mark(demo_file: Path) -> None:
    client = app_of(demo_file, audience="staff").server.test_client()
    file = client.get("/last-ned/maltall.csv?side=/")
    assert file.status_code == 200
    assert "ETag" not in file.headers
    assert file.headers["Cache-Control"] == "no-store"


def test_threads_that_ask_at_once_get_their_own(demo_file: Path, made: list[str]) -> None:
    app = app_of(demo_file)
    wanted = [("/om", ""), ("/en/om", ""), ("/tilgjengelighet", ""), ("/om", "?sok=x")]
    got: list[tuple[int, bytes]] = []

    def ask(n: int) -> None:
        got.append((n, page_bytes(app.server.test_client(), *wanted[n])))

    threads = [threading.Thread(target=ask, args=(n % len(wanted),)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 12
    assert len(set(got)) == len(wanted)
    assert len(made) <= 2 * len(wanted)


def test_numbers_tell_of_what_is_kept(demo_file: Path) -> None:
    client = app_of(demo_file).server.test_client()
    for _ in range(2):
        page_bytes(client, "/tilgjengelighet")
    told = client.get("/metrics").text
    assert 'akint_finished_total{result="sent"}' in told
    assert 'akint_finished_total{result="made"}' in told
    assert float(told.partition("\nakint_finished_bytes ")[2].partition("\n")[0]) > 1_000
    assert "akint_looks_back_bytes" in told


def test_no_more_is_kept_than_the_setting_says(demo_file: Path) -> None:
    app = app_of(demo_file, finished_mb=1)
    client, kept = app.server.test_client(), app.once._kept
    most = 0
    for n in range(60):
        page_bytes(client, "/sok", f"?q=umulig{n}")
        client.get(f"/tilgjengelighet?sok=umulig{n}")
        most = max(most, kept.bytes)
        assert kept.bytes <= 1_000_000
    assert most > 400_000
