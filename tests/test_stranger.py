"""What a stranger gets: a unique word in internal records of every kind is in no byte of any answer."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.pages.screen.asked import KINDS
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.canary import WORD, unpacked
from tests.examples import pages


@pytest.fixture(scope="module")
def portfolio_url(canary_file: Path) -> str:
    """A portfolio that holds one secret of every kind."""
    return f"sqlite:///{canary_file}"


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


def figures(answer: bytes, endings: str = "csv") -> list[str]:
    """The downloads an answer links to; the other formats hold the same figures and have tests of their own."""
    text = json.loads(answer)["response"]["side"]["children"]
    found = (unescape(address) for address in re.findall(r'href="([^"]*/last-ned/[^"]*)"', unescape_all(text)))
    return [address for address in found if re.fullmatch(rf"[^?]*\.(?:{endings})", address.partition("?")[0])]


def unescape_all(node: Any) -> str:
    """All markup of an answer, one after the other."""
    if isinstance(node, dict):
        return "".join(map(unescape_all, node.values()))
    if isinstance(node, list):
        return "".join(map(unescape_all, node))
    return node if isinstance(node, str) else ""


@pytest.mark.parametrize("query", ["", f"?sok={WORD}", "?per=2026-11-24", "?vekt=kroner"])
@pytest.mark.parametrize("path", pages())
def test_the_word_is_on_no_page_and_in_no_download(canary: FlaskClient, path: str, query: str) -> None:
    answer = page_bytes(canary, path, query)
    text = (
        answer.decode()
        .replace(f"sok={WORD}", "")
        .replace(f"sok.e{WORD}", "")
        .replace(f"\\u00ab{WORD}\\u00bb", "")
        .replace(f'value=\\"{WORD}\\"', "")
    )
    assert WORD not in text
    for address in figures(answer, "zip" if query else "csv"):  # each figure alone, and of a selection all in one
        file = canary.get(address)
        assert file.status_code == 200
        assert WORD.encode() not in unpacked(file.data).replace(f"sok={WORD}".encode(), b"").replace(
            f"«{WORD}»".encode(), b""
        )


@pytest.mark.parametrize("path", ["/utlysninger.ics", "/utlysninger.atom", "/revisjon", "/health/ready"])
def test_the_word_is_in_no_feed(canary: FlaskClient, path: str) -> None:
    answer = canary.get(path)
    assert WORD.encode() not in answer.data


@pytest.mark.parametrize("audience", ["public", "staff"])
def test_the_word_is_in_no_first_html_whoever_asks_for_it(portfolio_url: str, audience: str) -> None:
    given = {"database_url": portfolio_url, "today": "2026-11-24", "audience": audience, "rate": 0}
    with create_app(Settings.model_validate(given)).server.test_client() as anyone:
        for path in pages():
            answer = anyone.get(path)
            assert "<h1>" in answer.text
            assert WORD not in answer.text, path


def test_searching_for_the_word_finds_nothing(canary: FlaskClient) -> None:
    answer = page_bytes(canary, "/sok", f"?q={WORD}").decode()
    assert "Ingen treff" in answer


def test_every_route_outside_the_table_is_refused(canary: FlaskClient) -> None:
    for path in ("/_reload-hash", "/_mcp", "/admin.php", "/assets/../pyproject.toml", "/.git/config"):
        assert canary.get(path).status_code == 404
    assert canary.post("/").status_code == 405


def test_staff_on_this_machine_find_it(canary_staff: FlaskClient) -> None:
    assert WORD in page_bytes(canary_staff, "/sok", f"?q={WORD}").decode().replace(f"\u00ab{WORD}", "")


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
