"""What a stranger gets: a unique word in internal records of every kind is in no byte of any answer."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.domain.history import Change, Values
from akint_dash.domain.schema import ENTITIES, Kind, Sort
from akint_dash.importers.run import load_code_lists, load_demonstration
from akint_dash.pages import PAGES
from akint_dash.pages.screen.asked import KINDS
from akint_dash.server import create_app
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.revisions import Origin, record

WORD = "Kvitresmaug"
EXAMPLES = {"<kode>": "sam", "<omrade>": "sam", "<code>": "sam"}


def _secret(entity: str, parents: dict[str, str]) -> Values:
    """An internal record whose every text holds the word, tied to the other secrets."""
    values: dict[str, Any] = {"visibility": "internal", "exemption": f"offl. § 15 {WORD}", "note": WORD}
    for column in ENTITIES[entity].columns:
        if column.kind is Kind.TEXT and column.name not in values:
            values[column.name] = "NOK" if column.name == "currency" else f"{WORD} {column.name}"
        elif column.kind is Kind.DATE:
            values[column.name] = (
                "2026-11-25" if column.name in ("day", "to_date", "agreement_to", "end") else "2026-10-01"
            )
        elif column.required and column.kind is Kind.CHOICE:
            values[column.name] = FIRST[entity, column.name]
        elif column.required and column.kind is Kind.INTEGER:
            values[column.name] = 2026
        elif column.required and column.kind is Kind.NUMBER:
            values[column.name] = 7.0
        elif column.kind is Kind.REFERENCE and column.required:
            values[column.name] = parents[column.of]
    return values


FIRST = {
    ("project_step", "status"): "granted",
    ("funding", "level"): "eu",
    ("funding", "form"): "cash",
    ("funding", "payer"): "others",
    ("result", "kind"): "method",
    ("dossier", "stage"): "proposal",
    ("post", "sphere"): "political",
    ("activity", "kind"): "contact",
    ("attendance", "audience"): "academia",
    ("cooperation", "status"): "active",
    ("fund", "level"): "regional",
    ("target", "measure"): "results",
}


@pytest.fixture(scope="module")
def portfolio_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A portfolio that holds one secret of every kind."""
    url = f"sqlite:///{tmp_path_factory.mktemp('stranger') / 'akint.db'}"
    engine = open_engine(url)
    upgrade(engine)
    load_code_lists(engine, PROJECT / "data" / "code", "2024-01-01T08:00:00Z")
    load_demonstration(engine, PROJECT / "data" / "demo")
    things = [e.name for e in ENTITIES.values() if e.sort is not Sort.LIST]
    parents = {name: f"{WORD}-{name}" for name in things}
    parents |= {"area": "SAM", "theme": "samferdsel", "instrument": "PRO", "region": "SE-O", "programme": "HORIZON"}
    changes = [Change(name, f"{WORD}-{name}", None, _secret(name, parents)) for name in things]
    record(
        engine,
        Origin("test", "arbeidsbok"),
        lambda *_: [*changes, Change("person", "X", None, {"name": WORD, "mail": WORD})],
    )
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def client(portfolio_url: str) -> Iterator[FlaskClient]:
    """A stranger at a server of that portfolio."""
    settings = Settings.model_validate({"database_url": portfolio_url, "today": "2026-11-24"})
    with create_app(settings).server.test_client() as stranger:
        yield stranger


def _address(path: str) -> str:
    for name, value in EXAMPLES.items():
        path = path.replace(name, value)
    return path


def page_bytes(client: FlaskClient, path: str, query: str = "") -> bytes:
    """What the one callback answers for an address."""
    asked = {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": path},
            {"id": "adresse", "property": "search", "value": query},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
    answer = client.post("/_dash-update-component", json=asked)
    assert answer.status_code == 200
    return gzip.decompress(answer.data) if answer.headers.get("Content-Encoding") == "gzip" else answer.data


def figures(answer: bytes) -> list[str]:
    """The downloads an answer links to."""
    text = json.loads(answer)["response"]["side"]["children"]
    return [unescape(address) for address in re.findall(r'href="([^"]*/last-ned/[^"]*)"', unescape_all(text))]


def unescape_all(node: Any) -> str:
    """All markup of an answer, one after the other."""
    if isinstance(node, dict):
        return "".join(map(unescape_all, node.values()))
    if isinstance(node, list):
        return "".join(map(unescape_all, node))
    return node if isinstance(node, str) else ""


@pytest.mark.parametrize("query", ["", f"?sok={WORD}", "?per=2026-11-24", "?vekt=kroner"])
@pytest.mark.parametrize("path", [_address(page.path) for page in PAGES])
def test_the_word_is_on_no_page_and_in_no_download(client: FlaskClient, path: str, query: str) -> None:
    answer = page_bytes(client, path, query)
    text = (
        answer.decode()
        .replace(f"sok={WORD}", "")
        .replace(f"\\u00ab{WORD}\\u00bb", "")
        .replace(f'value=\\"{WORD}\\"', "")
    )
    assert WORD not in text
    for address in figures(answer):
        file = client.get(address)
        assert file.status_code == 200
        assert WORD.encode() not in file.data


@pytest.mark.parametrize("path", ["/utlysninger.ics", "/utlysninger.atom", "/revisjon", "/health/ready", "/"])
def test_the_word_is_in_no_feed_and_no_first_html(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert WORD.encode() not in answer.data


def test_searching_for_the_word_finds_nothing(client: FlaskClient) -> None:
    answer = page_bytes(client, "/sok", f"?q={WORD}").decode()
    assert "Ingen treff" in answer


def test_every_route_outside_the_table_is_refused(client: FlaskClient) -> None:
    for path in ("/_reload-hash", "/_mcp", "/admin.php", "/assets/../pyproject.toml", "/.git/config"):
        assert client.get(path).status_code == 404
    assert client.post("/").status_code == 405


def test_staff_on_this_machine_find_it(client: FlaskClient, portfolio_url: str) -> None:
    settings = Settings.model_validate({"database_url": portfolio_url, "today": "2026-11-24", "audience": "staff"})
    with create_app(settings).server.test_client() as staff:
        assert WORD in page_bytes(staff, "/sok", f"?q={WORD}").decode().replace(f"\u00ab{WORD}", "")


@pytest.mark.parametrize("audience", ["public", "staff"])
@pytest.mark.parametrize(
    "query", ["sprak=nb,en", f"sok={WORD}", f"region={WORD}-region&ukraina={WORD}", "per=2026-11-24"]
)
def test_the_word_is_never_on_the_wall_nor_on_a_phone(portfolio_url: str, audience: str, query: str) -> None:
    given = {
        "database_url": portfolio_url,
        "today": "2026-11-24",
        "audience": audience,
        "public_url": "https://x.example",
    }
    with create_app(Settings.model_validate(given)).server.test_client() as anyone:
        paths = ["/skjerm?", "/skjerm/bilder?", *(f"/skjerm/gjest?bilde={kind}&" for kind in KINDS)]
        for path in paths:
            answer = anyone.get(path + query)
            assert answer.status_code == 200
            assert WORD not in answer.text.replace(f"sok={WORD}", "").replace(f"region={WORD}", "").replace(
                f"ukraina={WORD}", ""
            )
