"""Every page as a Word brief from the server: it opens, says what the page says, and tells strangers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
from flask.testing import FlaskClient

from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.canary import WORD, make_portfolio
from tests.examples import pages
from tests.exports.briefs import parts

ADDRESSES = pages()


def opened(file: Path) -> Iterator[FlaskClient]:
    settings = Settings.model_validate({"database_url": f"sqlite:///{file}", "today": "2026-11-24"})
    with create_app(settings).server.test_client() as stranger:
        yield stranger


@pytest.fixture(scope="module")
def reader(demo_file: Path) -> Iterator[FlaskClient]:
    """A stranger who reads the demonstration."""
    yield from opened(demo_file)


@pytest.fixture(scope="module")
def stranger(once: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[FlaskClient]:
    """A stranger at a portfolio that holds one secret of every kind."""
    yield from opened(once("canary.db", make_portfolio))


@pytest.mark.parametrize("language", ["", pytest.param("/en", marks=pytest.mark.sampled)])
def test_every_page_that_has_figures_is_a_brief(reader: FlaskClient, language: str) -> None:
    made = 0
    for address in ADDRESSES:
        with reader.get(f"{language}/last-ned/siden.docx?side={quote(address)}") as answer:
            assert answer.status_code in (200, 404), address
            if answer.status_code == 404:
                assert reader.get(f"{language}/last-ned/siden.json?side={quote(address)}").status_code == 404
                continue
            whole = docx.Document(BytesIO(answer.data))
        made += 1
        shown = reader.get(f"{language}/last-ned/siden.json?side={quote(address)}").json
        assert shown is not None
        headings = [one.text for one in whole.paragraphs if one.style is not None and one.style.name == "Heading 2"]
        titles = [f"{one['over']} · {one['title']}" if one["over"] else one["title"] for one in shown["exhibits"]]
        assert [" ".join(heading.split()) for heading in headings[: len(titles)]] == [
            " ".join(t.split()) for t in titles
        ]
        assert any(one.text == shown["title"] for one in whole.paragraphs)
    assert made >= 12


def test_some_figures_alone_and_in_their_order(reader: FlaskClient) -> None:
    answer = reader.get("/last-ned/siden.docx?side=/&figurer=omrader,vekt-pro")
    headings = [
        one.text
        for one in docx.Document(BytesIO(answer.data)).paragraphs
        if one.style is not None and one.style.name == "Heading 2"
    ]
    assert len(headings) == 2
    assert headings[1].startswith("Prosjektutvikling · ")
    assert answer.headers["Content-Disposition"].endswith('.docx"')


def test_what_is_chosen_stands_in_the_brief(reader: FlaskClient) -> None:
    answer = reader.get("/last-ned/siden.docx?side=/virkemidler/prosjektutvikling&omrade=SAM&periode=2025-2026")
    text = "\n".join(one.text for one in docx.Document(BytesIO(answer.data)).paragraphs)
    assert "Samferdsel" in text
    assert "2025–2026" in text


@pytest.mark.parametrize("query", ["", f"&sok={WORD}"])
def test_a_strangers_brief_holds_no_secret(stranger: FlaskClient, query: str) -> None:
    made = 0
    for address in ADDRESSES:
        with stranger.get(f"/last-ned/siden.docx?side={quote(address)}{query}") as answer:
            if answer.status_code != 200:
                continue
            held = b"".join(parts(answer.data).values()).decode(errors="replace")
        made += 1
        if query:  # the reader's own words are said back
            held = held.replace(f"Søk i titler: {WORD}", "").replace(f"sok={WORD}", "").replace(f"«{WORD}»", "")
        assert WORD not in held, address
    assert made >= 12
