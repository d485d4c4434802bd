"""Every page can be had in every format, under the page's own access, with headings of its own and links to it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import product
from typing import Final

import pytest
from flask.testing import FlaskClient

from akint_dash.components.download import OF_FIGURE, OF_PAGE
from akint_dash.components.publication import publication
from akint_dash.exports import FORMATS
from akint_dash.exports.told import heads
from akint_dash.server import Application
from tests.canary import WORD, unpacked
from tests.examples import pages
from tests.test_stranger import figures, page_bytes

PATHS: Final = pages()
NO_FIGURES: Final = frozenset({"/sok", "/tilgjengelighet", "/skjerm/oppsett", "/data", "/kurv"})
"""Pages without a figure, a list or a section: nothing to have, and no way to it."""
BOTH: Final = list(product(PATHS, ("nb", "en")))
FIGURES: Final = [(path, language) for path, language in BOTH if path not in NO_FIGURES]
FIGURE_PATHS: Final = [path for path in PATHS if path not in NO_FIGURES and not path.startswith("/post/")]
WHOLE: Final = sorted(ending for ending, form in FORMATS.items() if not form.single)


def address(path: str, language: str) -> str:
    return path if language == "nb" else "/en" + path.rstrip("/")


def file_of(path: str, language: str, name: str, query: str = "") -> str:
    return f"{'' if language == 'nb' else '/en'}/last-ned/{name}?side={path}{query}"


# -- every page in every format


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("path", "language"), BOTH)
def test_every_page_answers_in_every_format(stranger: FlaskClient, path: str, language: str) -> None:
    for ending in WHOLE:
        answer = stranger.get(file_of(path, language, f"siden.{ending}"))
        if path in NO_FIGURES:
            assert answer.status_code == 404, ending
            continue
        assert answer.status_code == 200, ending
        assert answer.mimetype == FORMATS[ending].mimetype.partition(";")[0]
        sent = re.fullmatch(r'attachment; filename="([a-z0-9_-]+)\.(\w+)"', answer.headers["Content-Disposition"])
        assert sent is not None
        assert sent[2] == ending
        assert sent[1].startswith("demonstrasjon-" if language == "nb" else "demonstration-")
        assert sent[1].endswith("2026-11-24")
        assert len(answer.data) > 500


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("path", "language"), BOTH)
def test_the_ways_of_a_page_are_those_there_are_and_answer(stranger: FlaskClient, path: str, language: str) -> None:
    answer = page_bytes(stranger, address(path, language))
    found = figures(answer, r"\w+")
    whole = [link for link in found if "/siden." in link]
    if path in NO_FIGURES:
        assert found == []
        return
    assert whole == [file_of(path, language, f"siden.{ending}") for ending in OF_PAGE if ending in FORMATS]
    if path.startswith("/post/"):  # a record's sheet has sections in place of figures
        assert found == whole
        return
    keys = {link.partition("/last-ned/")[2].partition(".")[0] for link in found} - {"siden"}
    made = json.loads(stranger.get(file_of(path, language, "siden.json")).data)
    on_page = [one["key"] for one in made["exhibits"]]
    assert keys == set(on_page)
    offered = {ending for ending in OF_FIGURE if ending in FORMATS}
    for key in keys - {"strategien"}:  # the strategy's own list is offered as CSV alone
        assert {link.partition("?")[0].rpartition(".")[2] for link in found if f"/{key}." in link} == offered
    assert stranger.get(found[-1]).status_code == 200


def test_every_format_that_a_reader_knows_is_offered() -> None:
    assert set(FORMATS) == (set(OF_FIGURE) | set(OF_PAGE)) & set(FORMATS)


# -- headings and columns


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("path", "language"), FIGURES)
def test_no_two_columns_of_a_figure_are_headed_alike(demo_app: Application, path: str, language: str) -> None:
    for weight in ("antall", "kroner"):
        with demo_app.server.test_request_context(address(path, language)):
            opened = demo_app.site.open(address(path, language), {"vekt": weight})
            assert opened is not None
            view, page = opened
            made = publication(view, page, page.body(view))
        for exhibit in made.exhibits:
            named = heads(exhibit)
            assert len(set(named)) == len(named), exhibit.key
            assert all(named), exhibit.key
            names = [column.name for column in exhibit.columns]
            assert len(set(names)) == len(names), exhibit.key


# -- what may be asked for


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_is_not_there_is_not_found(stranger: FlaskClient, ending: str, language: str) -> None:
    for name, path in (
        ("finnes-ikke", "/"),
        ("vunnet", "/kart"),
        ("siden", "/finnes-ikke"),
        ("vunnet", "//x.example/"),
    ):
        assert stranger.get(file_of(path, language, f"{name}.{ending}")).status_code == 404, (name, path)
    assert stranger.get(file_of("/", language, f"siden.{ending}", "&figurer=vunnet,finnes-ikke")).status_code == 404


def test_a_table_of_one_figure_is_no_file_of_many(stranger: FlaskClient) -> None:
    assert stranger.get(file_of("/", "nb", "siden.csv")).status_code == 404
    assert stranger.get(file_of("/", "nb", "siden.csv", "&figurer=vunnet")).status_code == 200


def test_some_figures_come_in_the_order_they_are_asked_for_and_once(stranger: FlaskClient) -> None:
    answer = stranger.get(file_of("/", "nb", "siden.json", "&figurer=hull,vunnet,hull" + ",vunnet" * 500))
    assert [one["key"] for one in json.loads(answer.data)["exhibits"]] == ["hull", "vunnet"]


def test_the_file_is_named_after_page_selection_day_and_figure(stranger: FlaskClient) -> None:
    answer = stranger.get(file_of("/", "nb", "vunnet.csv", "&omrade=SAM&periode=2025-2026"))
    name = "demonstrasjon-oversikt-radsomrade-samferdsel_periode-2025-2026-2026-11-24-vunnet.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_selection_of_the_page_is_that_of_its_files(stranger: FlaskClient) -> None:
    found = figures(page_bytes(stranger, "/virkemidler/prosjektutvikling", "?omrade=SAM"), r"\w+")
    assert all("omrade=SAM" in link for link in found)
    (link,) = [link for link in found if "/siden.zip" in link]
    described = json.loads(zipfile.ZipFile(io.BytesIO(stranger.get(link).data)).read("datapackage.json"))
    assert described["selection"] == [{"title": "Rådsområde", "value": "Samferdsel"}]


def test_an_address_in_a_file_leads_back(stranger: FlaskClient) -> None:
    picture = stranger.get(file_of("/", "nb", "vunnet.svg", "&omrade=SAM")).get_data(as_text=True)
    assert "http://localhost/?omrade=SAM#vunnet" in picture


# -- who sees what


@pytest.mark.parametrize("path", [path for path in PATHS if path not in NO_FIGURES])
def test_a_strangers_file_holds_no_word_of_what_is_internal(canary: FlaskClient, path: str) -> None:
    for language, ending in [*product(("nb",), WHOLE), ("en", "json")]:
        answer = canary.get(file_of(path, language, f"siden.{ending}"))
        assert answer.status_code == 200
        assert WORD.encode() not in unpacked(answer.data), (language, ending)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("path", ["/kart?linse=ukraina", *FIGURE_PATHS])
def test_a_strangers_picture_holds_no_word_of_what_is_internal(canary: FlaskClient, path: str) -> None:
    side, _, query = path.partition("?")
    made = json.loads(canary.get(file_of(side, "nb", "siden.json", f"&{query}")).data)
    for one in made["exhibits"]:
        answer = canary.get(file_of(side, "nb", f"{one['key']}.svg", f"&{query}"))
        assert answer.status_code == 200
        assert WORD.encode() not in answer.data, one["key"]


def test_the_word_would_be_found_in_a_packed_file() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", f"x {WORD} x")
    assert WORD.encode() not in made.getvalue()
    assert WORD.encode() in unpacked(made.getvalue())
