"""Who may what: every route and callback stands in one table, and everything is tried by everyone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from dash import Input, Output
from flask.testing import FlaskClient

from akint_dash.access.doors import ASKS, CALLBACKS, DOORS, unlisted
from akint_dash.access.keys import read_key
from akint_dash.access.screen_links import token
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import Viewer
from akint_dash.cli import main
from akint_dash.pages import PAGES
from akint_dash.server import Application, create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.screen_links import make_link
from tests.access.conftest import TODAY, cookie, settings_of
from tests.canary import WORD
from tests.examples import pages
from tests.test_stranger import figures, page_bytes

AUTH: Final[Mapping[str, Mapping[str, str]]] = {
    "none": {},
    "oidc": {"oidc_issuer": "http://127.0.0.1:9", "oidc_client_id": "akint"},
    "proxy": {"proxies": "10.1.2.3"},
}
METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
PUBLIC: Final = ("stranger", "guest", "screen", "reader")
INSIDE: Final = ("staff", "editor", "administrator")


def rules(app: Application) -> list[tuple[str, set[str]]]:
    return [(rule.rule, set(rule.methods or ())) for rule in app.server.url_map.iter_rules()]


# -- the table is whole


@pytest.mark.parametrize("auth", AUTH)
def test_every_route_and_callback_stands_in_the_table(portfolio_url: str, auth: str) -> None:
    settings = Settings.model_validate({"database_url": portfolio_url, "auth": auth, **AUTH[auth]})
    app = create_app(settings)
    assert unlisted(rules(app), app.callback_map) == []


def test_nothing_stands_in_the_table_that_is_nowhere(portfolio_url: str) -> None:
    settings = Settings.model_validate({"database_url": portfolio_url, "auth": "oidc", **AUTH["oidc"]})
    app = create_app(settings)
    assert set(DOORS) - {rule for rule, _ in rules(app)} == set()
    assert set(CALLBACKS) == set(app.callback_map)


def test_a_route_and_a_callback_without_a_place_are_named_and_shut(portfolio_url: str) -> None:
    app = create_app(Settings(database_url=portfolio_url))
    app.server.add_url_rule("/hemmelig", "secret", lambda: WORD, methods=["GET", "POST"])
    app.server.add_url_rule("/kart-to", "second", lambda: WORD)
    app.server.add_url_rule("/revisjon", "written", lambda: WORD, methods=["PUT"])
    app.callback(Output("side", "title"), Input("adresse", "hash"))(lambda _: WORD)
    assert set(unlisted(rules(app), app.callback_map)) == {
        *(f"/hemmelig {method}" for method in ("GET", "HEAD", "OPTIONS", "POST")),
        *(f"/kart-to {method}" for method in ("GET", "HEAD", "OPTIONS")),
        "/revisjon PUT",
        "callback side.title",
    }
    asked = {
        "output": "side.title",
        "outputs": {"id": "side", "property": "title"},
        "inputs": [{"id": "adresse", "property": "hash", "value": ""}],
    }
    with app.server.test_client() as client:
        answers = [client.get("/hemmelig"), client.post("/hemmelig"), client.get("/kart-to"), client.put("/revisjon")]
        answers.append(client.post(ASKS, json=asked))
    assert [answer.status_code for answer in answers] == [404, 405, 404, 405, 400]
    assert not [answer for answer in answers if WORD in answer.text]


def test_doors_are_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "auth": "oidc",
        **AUTH["oidc"],
        "screen": "link",
        "database_url": "sqlite:////finnes/ikke",
    }.items():
        monkeypatch.setenv(f"AKINT_{name.upper()}", value)
    monkeypatch.setenv("AKINT_SECRET_KEY_FILE", str(tmp_path / "akint.key"))
    assert main(["doors"]) == 0
    lines = [re.split(r"\s{2,}", line) for line in capsys.readouterr().out.splitlines()]
    found = {(line[0], line[1]): line[2] for line in lines}
    assert found["/logg-ut", "POST"] == "innloggede"
    assert found["/skjerm", "GET"] == "den som har en skjermlenke"
    assert found["/_reload-hash", "GET"] == "ingen"
    assert found["callback side.children", "POST"] == "alle"
    for page in PAGES:
        assert found[page.path, "GET"] == "alle"
        assert ("/en" + page.path.rstrip("/"), "GET") in found
    assert not (tmp_path / "akint.key").exists()
    assert main(["doors", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["doors"]
    assert {one["address"] for one in told} == {address for address, _ in found}


# -- everyone tries everything


@dataclass
class Someone:
    """Who tries: a browser, and the query that opens a link."""

    client: FlaskClient
    link: str = ""

    def ask(self, method: str, address: str) -> Any:
        address += ("&" if "?" in address else "?") + f"lenke={self.link}" if self.link else ""
        return self.client.open(address, method=method)


@dataclass
class House:
    """A server with sign-in whose screen opens to links only, and everyone who comes to it."""

    app: Application
    people: dict[str, Someone]


@pytest.fixture(scope="module")
def house(canary_file: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house."""
    folder = tmp_path_factory.mktemp("doors")
    shutil.copy(canary_file, folder / "akint.db")
    settings = settings_of(f"sqlite:///{folder / 'akint.db'}", folder, screen="link", rate=0, host="127.0.0.1")
    app = create_app(settings)
    link = make_link(open_engine(settings.database), "Vegg", "2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z")
    sessions = Sessions(settings, lambda: read_key(folder / "akint.key"))
    people = {name: Someone(app.server.test_client()) for name in (*PUBLIC, *INSIDE)}
    for name in ("reader", *INSIDE):
        areas = frozenset({"SAM"}) if name == "editor" else frozenset()
        viewer = Viewer(name, areas, f"En {name}")
        people[name].client.set_cookie(*cookie(sessions, viewer))
    people["guest"].link, people["screen"].link = token(link, "guest"), token(link, "screen")
    return House(app, people)


ADDRESS: Final[Mapping[str, str]] = {
    "/<path:path>": "/kart",
    "/last-ned/<key>.csv": "/last-ned/kart.csv?side=/kart",
    "/en/last-ned/<key>.csv": "/en/last-ned/kart.csv?side=/kart",
    "/last-ned/<key>.json": "/last-ned/utlosning.json?side=/finansiering",
    "/en/last-ned/<key>.json": "/en/last-ned/utlosning.json?side=/finansiering",
    "/last-ned/<key>.zip": "/last-ned/utlosning.zip?side=/finansiering",
    "/en/last-ned/<key>.zip": "/en/last-ned/utlosning.zip?side=/finansiering",
    "/innsyn/<key>.zip": "/innsyn/siden.zip?side=/data/prosjekt",
    "/en/innsyn/<key>.zip": "/en/innsyn/siden.zip?side=/data/prosjekt",
    "/last-ned/<key>.xlsx": "/last-ned/utlosning.xlsx?side=/finansiering",
    "/en/last-ned/<key>.xlsx": "/en/last-ned/utlosning.xlsx?side=/finansiering",
    "/last-ned/<key>.docx": "/last-ned/utlosning.docx?side=/finansiering",
    "/en/last-ned/<key>.docx": "/en/last-ned/utlosning.docx?side=/finansiering",
    "/last-ned/<key>.pptx": "/last-ned/utlosning.pptx?side=/finansiering",
    "/en/last-ned/<key>.pptx": "/en/last-ned/utlosning.pptx?side=/finansiering",
    "/last-ned/<key>.svg": "/last-ned/utlosning.svg?side=/finansiering",
    "/en/last-ned/<key>.svg": "/en/last-ned/utlosning.svg?side=/finansiering",
    "/last-ned/<key>.png": "/last-ned/utlosning.png?side=/finansiering",
    "/en/last-ned/<key>.png": "/en/last-ned/utlosning.png?side=/finansiering",
    "/data/<slag>/rader": "/data/prosjekt/rader?fra=0&til=500",
    "/en/data/<slag>/rader": "/en/data/prosjekt/rader?fra=0&til=500",
    "/data/<slag>/kolonne": "/data/prosjekt/kolonne?navn=navn&kopier=1",
    "/en/data/<slag>/kolonne": "/en/data/prosjekt/kolonne?navn=navn&kopier=1",
    "/utforsk/rader": "/utforsk/rader?punkt=alle&fra=0&til=500",
    "/en/utforsk/rader": "/en/utforsk/rader?punkt=alle&fra=0&til=500",
    "/utforsk/kolonne": "/utforsk/kolonne?punkt=alle&navn=navn&kopier=1",
    "/en/utforsk/kolonne": "/en/utforsk/kolonne?punkt=alle&navn=navn&kopier=1",
    "/api/<path:rest>": "/api/v2/project",
    "/api/v1/measures/<measure>": "/api/v1/measures/stotte",
    "/api/v1/<entity>": "/api/v1/project?limit=1000",
    "/api/v1/<entity>/<code>": "/api/v1/project/P-0017",
    "/sok/forslag": f"/sok/forslag?q={WORD[:7]}",
    "/en/sok/forslag": f"/en/sok/forslag?q={WORD[:7]}",
    "/skjerm/gjest": "/skjerm/gjest?bilde=kart",
    "/post/utlysning/<post>/passer": "/post/utlysning/U-1/passer",
    "/en/post/utlysning/<post>/passer": "/en/post/utlysning/U-1/passer",
    "/post/<slag>/<post>/rett": "/post/prosjekt/P-0001/rett",
    "/en/post/<slag>/<post>/rett": "/en/post/prosjekt/P-0001/rett",
    "/data/innsamling/<omrade>.xlsx": "/data/innsamling/SAM.xlsx",
    "/historikk/<nummer>": "/historikk/1",
    "/en/historikk/<nummer>": "/en/historikk/1",
    "/assets/app.js": "/assets/app.js",
    "/assets/skjerm/wall.js": "/assets/skjerm/wall.js",
    "/assets/<path:filename>": "/assets/base.css",
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": "/_dash-component-suites/dash/finnes.js",
}
SENDING: Final = frozenset({"/data/les-inn", "/en/data/les-inn", "/data/les-inn/<navn>", "/en/data/les-inn/<navn>"})
UNDOING: Final = frozenset({"/historikk/<nummer>", "/en/historikk/<nummer>"})
EDITING: Final = frozenset(
    start + rule
    for start in ("", "/en")
    for rule in ("/post/<slag>/<post>/rett", "/post/utlysning/<post>/passer", "/data/aktivitet/ny")
)
LINK_ONLY: Final[Mapping[str, frozenset[str]]] = {
    "/skjerm": frozenset({"screen"}),
    "/skjerm/bilder": frozenset({"screen"}),
    "/skjerm/gjest": frozenset({"screen", "guest"}),
}


def expected(rule: str, method: str, who: str) -> int:
    """The status that ``who`` should get: written here by hand, not from the table."""
    reads = method in ("GET", "HEAD")
    if rule in (ASKS, "/logg-ut"):
        if reads:
            return 404
        if method == "OPTIONS":
            return 200 if rule == ASKS else (403 if who in ("stranger", "guest", "screen") else 200)
        return {"POST": 400 if rule == ASKS else 403}.get(method, 405)
    if rule in EDITING and not (reads or method in ("PUT", "PATCH", "DELETE", "TRACE")):
        return 200 if method == "OPTIONS" and who in ("editor", "administrator") else 403
    if rule in EDITING and reads:
        if rule.endswith("/ny"):
            return 200 if who in ("editor", "administrator") else 404
        return 200 if who == "administrator" and rule.endswith("/rett") else 404
    if rule in SENDING | UNDOING and not (reads or method in ("PUT", "PATCH", "DELETE", "TRACE")):
        return 200 if method == "OPTIONS" and who == "administrator" else 403
    if rule in SENDING and reads:
        return 200 if who in INSIDE and not rule.endswith("<navn>") else 404
    if rule in UNDOING and reads:
        return 200 if who in INSIDE else 404
    if not reads and method != "OPTIONS":
        return 405
    if rule == "/data/innsamling/<omrade>.xlsx":  # the editor's area is SAM
        return 200 if who in ("editor", "administrator") or (who == "staff" and not reads) else 403
    if rule == "/data/les-inn/<navn>/steg":
        if who != "administrator":
            return 403
        return 404 if reads else 200
    if rule == "/_reload-hash":
        return 404 if reads else 405
    if rule.startswith("/_dash-component-suites"):
        return 404
    if method == "OPTIONS":
        return 200
    if rule in LINK_ONLY:
        return 200 if who in LINK_ONLY[rule] else 403
    if rule in ("/api", "/api/<path:rest>"):
        return 404
    if rule.startswith("/api/") and who in ("guest", "screen"):
        return 400  # the interface refuses the key of a screen link by name, as all that it does not know
    special = {"/en/skjerm": 302, "/logg-inn": 503, "/logg-inn/svar": 403}
    return special.get(rule, 200)


@pytest.mark.parametrize("who", [*PUBLIC, *INSIDE])
def test_everyone_tries_every_route_by_every_method(house: House, who: str) -> None:
    wrong: list[tuple[Any, ...]] = []
    seen = 0
    for rule, _ in rules(house.app):
        for method in METHODS:
            with house.people[who].ask(method, ADDRESS.get(rule, rule)) as answer:
                seen += 1
                if answer.status_code != expected(rule, method, who):
                    wrong.append((rule, method, answer.status_code, expected(rule, method, who)))
                if who in PUBLIC and WORD.encode() in answer.get_data():
                    wrong.append((rule, method, WORD))
                if "Access-Control-Allow-Origin" in answer.headers:
                    wrong.append((rule, method, "open to other sites"))
    assert wrong == [], "\n".join(map(str, wrong))
    assert seen > 200


@pytest.mark.sampled(2)
@pytest.mark.parametrize("who", PUBLIC)
def test_no_secret_is_on_a_page_for_those_outside(house: House, who: str) -> None:
    one = house.people[who]
    for path in pages():
        for address in (path, f"/en{path.rstrip('/')}"):
            answer = page_bytes(one.client, address, f"?lenke={one.link}" if one.link else "")
            assert WORD not in answer.decode(), address
            if address == path and who == "reader":
                for file in figures(answer):
                    assert WORD not in one.client.get(file).text, file


@pytest.mark.parametrize("who", INSIDE)
def test_those_inside_see_what_is_internal(house: House, who: str) -> None:
    assert WORD in page_bytes(house.people[who].client, "/sok", f"?q={WORD[:7]}").decode()
    assert WORD in house.people[who].client.get(f"/sok/forslag?q={WORD[:7]}").text


@pytest.mark.parametrize("who", INSIDE)
def test_what_others_read_along_is_public_for_those_inside_too(house: House, who: str) -> None:
    client = house.people[who].client
    for address in (
        *("/utlysninger.ics", "/utlysninger.atom", "/en/utlysninger.ics", "/en/utlysninger.atom"),
        *("/frister.ics", "/en/frister.ics", "/frister.ics?til=2099-12-31"),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert WORD not in answer.text
    link = house.people["screen"].link
    for address in ("/skjerm", "/skjerm/bilder", "/skjerm/gjest?bilde=kart"):
        answer = client.get(address, query_string=None if "?" in address else {"lenke": link})
        assert WORD not in answer.text


# -- nothing made for one is shown to another

TOKEN: Final = re.compile(rb'input value=\\"[^"]*"')


def test_no_cache_mixes_those_inside_and_outside(house: House) -> None:
    staff, stranger = house.people["staff"].client, house.people["stranger"].client
    for path, query in (("/sok", f"?q={WORD[:7]}"), ("/utlysninger", ""), ("/om", ""), ("/", "?per=2026-11-24")):
        inside = page_bytes(staff, path, query)
        outside = page_bytes(stranger, path, query)
        assert WORD not in outside.decode()
        assert TOKEN.sub(b"", page_bytes(staff, path, query)) == TOKEN.sub(b"", inside)
        assert page_bytes(stranger, path, query) == outside
    answer = staff.get("/last-ned/kart.csv?side=/kart")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "no-store" in staff.get("/").headers["Cache-Control"]


def test_an_etag_of_staff_says_nothing_to_strangers(house: House) -> None:
    staff, stranger = house.people["staff"].client, house.people["stranger"].client
    for path in ("/utlysninger.ics", "/utlysninger.atom", "/frister.ics", "/revisjon"):
        assert staff.get(path).headers["ETag"] == stranger.get(path).headers["ETag"]


def test_who_is_signed_in_is_on_ones_own_page_only(house: House) -> None:
    told = {who: page_bytes(one.client, "/kart").decode() for who, one in house.people.items()}
    for who in ("reader", *INSIDE):
        assert f"En {who}" in told[who]
        assert "Logg ut" in told[who]
        assert not [other for other in told if other != who and f"En {who}" in told[other]]
    for who in ("stranger", "guest", "screen"):
        assert "Logg inn" in told[who]
        assert "Logg ut" not in told[who]


def test_without_sign_in_there_is_no_way_in_or_out(portfolio_url: str) -> None:
    settings = Settings.model_validate({"database_url": portfolio_url, "today": TODAY})
    with create_app(settings).server.test_client() as client:
        told = page_bytes(client, "/kart").decode()
        assert "Logg inn" not in told
        assert client.get("/logg-inn").status_code == 404
        assert "Set-Cookie" not in client.get("/").headers
