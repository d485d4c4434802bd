"""Slides of the demonstration's pages as a browser gets them: every page in both languages, opened by LibreOffice."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.canary import WORD, make_portfolio
from tests.examples import example

DRAWN = [page.path for page in PAGES if page.path not in ("/skjerm", "/skjerm/oppsett")]


def client_of(url: str) -> FlaskClient:
    settings = Settings.model_validate(
        {"database_url": url, "today": "2026-11-24", "public_url": "https://akint.example.no", "rate": 0}
    )
    client: FlaskClient = create_app(settings).server.test_client()
    return client


@pytest.fixture(scope="module")
def client(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    copy = tmp_path_factory.mktemp("slides") / "demonstration.db"
    shutil.copy(demo_file, copy)
    return client_of(f"sqlite:///{copy}")


@pytest.fixture(scope="module")
def stranger(once: Callable[[str, Callable[[Path], None]], Path]) -> FlaskClient:
    """At a portfolio that holds one secret of every kind."""
    return client_of(f"sqlite:///{once('canary.db', make_portfolio)}")


def had(client: FlaskClient, ending: str, path: str, language: str) -> Any:
    start = "" if language == "nb" else "/en"
    return client.get(f"{start}/last-ned/siden.{ending}", query_string={"side": example(path)})


def near(value: float) -> Any:
    """A spreadsheet keeps sixteen digits."""
    return pytest.approx(value, rel=1e-14)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("path", "language"), [*((path, "nb") for path in DRAWN), *((path, "en") for path in DRAWN[::4])]
)
def test_each_page_is_had_with_its_numbers(client: FlaskClient, path: str, language: str) -> None:
    """What is drawn is what the page's own numbers say, in the chart and in the workbook inside it."""
    told = had(client, "json", path, language)
    answer = had(client, "pptx", path, language)
    assert answer.status_code == told.status_code
    if told.status_code != 200:
        return  # a page without figures has none to hand out, in any format
    deck = Presentation(io.BytesIO(answer.data))
    exhibits = json.loads(told.data)["exhibits"]
    titles = [slide.shapes.title.text.rstrip("\u00a0") for slide in deck.slides]
    assert len(titles) >= len(exhibits) + 2
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    drawn = [one["chart"] for one in exhibits if one["chart"]]
    assert len(charts) == len(drawn)
    for native, chart in zip(charts, drawn, strict=True):
        shown = list(native.plots[0].categories)
        assert shown == chart["categories"][: len(shown)]
        said = {one["words"]: one["values"][: len(shown)] for one in chart["series"]}
        found = {one.name: list(one.values) for one in native.plots[0].series}
        assert found == {name: values for name, values in said.items() if name in found}
        assert all(value is None for name, values in said.items() if name not in found for value in values)
        sheet: Any = openpyxl.load_workbook(io.BytesIO(native.part.chart_workbook.xlsx_part.blob)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert [row[0] for row in rows[1:]] == shown
        for at, (name, values) in enumerate(found.items(), 1):
            assert rows[0][at] == name
            assert [row[at] for row in rows[1:]] == [value if value is None else near(value) for value in values]


@pytest.mark.parametrize("path", ["/", "/kart", "/omrader/sam", "/utlysninger", "/virkemidler/bilateralt"])
def test_a_strangers_slides_hold_no_secret(stranger: FlaskClient, path: str) -> None:
    answer = stranger.get("/last-ned/siden.pptx", query_string={"side": path})
    if answer.status_code != 200:
        return
    deck = Presentation(io.BytesIO(answer.data))
    texts = [
        text
        for slide in deck.slides
        for root in (slide._element, slide.notes_slide._element)
        for text in root.xpath(".//a:t/text() | .//@descr")
    ]
    assert texts
    assert not [text for text in texts if WORD in text]
    for part in deck.part.package.iter_parts():
        assert WORD.encode() not in part.blob


def test_some_figures_and_one_are_had_by_their_names(client: FlaskClient) -> None:
    some = client.get("/last-ned/siden.pptx", query_string={"side": "/", "figurer": "omrader,vunnet"})
    titles = [slide.shapes.title.text for slide in Presentation(io.BytesIO(some.data)).slides]
    assert len(titles) == 4
    assert "rådsområder" in titles[1]
    assert "mill. kr" in titles[2].replace("\u00a0", " ")
    one = client.get("/last-ned/vunnet.pptx", query_string={"side": "/"})
    assert len(Presentation(io.BytesIO(one.data)).slides) == 3
    assert client.get("/last-ned/finnes-ikke.pptx", query_string={"side": "/"}).status_code == 404
    assert "demonstrasjon-oversikt" in one.headers["Content-Disposition"]


def test_a_selection_is_told_on_every_slide(client: FlaskClient) -> None:
    answer = client.get("/last-ned/siden.pptx", query_string={"side": "/virkemidler/kompetanseheving", "omrade": "SAM"})
    deck = Presentation(io.BytesIO(answer.data))
    for slide in deck.slides:
        assert "Rådsområde: Samferdsel" in slide.notes_slide.notes_text_frame.text
    for slide in list(deck.slides)[:-1]:
        words = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "Samferdsel" in words


def test_libreoffice_opens_the_slides(client: FlaskClient, tmp_path: Path) -> None:
    if (office := shutil.which("soffice")) is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    deck = had(client, "pptx", "/virkemidler/prosjektutvikling", "nb").data
    (tmp_path / "deck.pptx").write_bytes(deck)
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    made = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")]
    subprocess.run(made, check=True, timeout=120, capture_output=True)
    pages = (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page") - 1  # one is the tree of pages
    assert pages == len(Presentation(io.BytesIO(deck)).slides)
