"""Hostile text in every text column of every record is harmless on pages, in CSV, pictures, calendar, feed and on the
wall."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import icalendar
import pytest
from flask.testing import FlaskClient

from akint_dash.pages.screen.asked import KINDS
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.examples import pages
from tests.hostile import hostile
from tests.test_stranger import figures, page_bytes, unescape_all

LEADS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
UNSEEN: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\x00\x85]")
NEVER: Final = frozenset({"script", "iframe", "object", "embed", "base", "meta", "link", "style"})
PATHS: Final = pages()
SHAPES: Final = frozenset(
    (
        "svg", "g", "defs", "pattern", "title", "desc", "text", "tspan", "rect", "line", "path", "circle",
        "ellipse", "polygon", "polyline",
    )
)  # fmt: skip
DRAWS: Final = frozenset(
    (
        "lang", "id", "role", "aria-hidden", "aria-labelledby", "width", "height", "viewBox", "x", "y", "x1",
        "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "d", "dx", "dy", "points", "transform", "fill",
        "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
        "stroke-linecap", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight",
        "text-anchor", "paint-order", "letter-spacing", "patternTransform", "patternUnits",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def client(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = hostile(demo_file, tmp_path_factory.mktemp("hostile") / "akint.db")
    given = {
        "database_url": url, "today": "2026-11-24", "rate": 0,
        "contact": "post@akershus.example", "case_url": "https://arkiv.example/{case}",
    }  # fmt: skip
    with create_app(Settings.model_validate(given)).server.test_client() as made:
        yield made


class Seen(HTMLParser):
    """What of a piece of markup could act."""

    def __init__(self, markup: str, allowed: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.bad: list[str] = []
        self._allowed = allowed
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ours = tag == "link" and str(dict(attrs).get("href")).startswith("/assets/")
        if tag in NEVER - self._allowed and not ours:
            self.bad.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "style", "formaction"):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src", "action", "xlink:href") and not harmless_address(value or ""):
                self.bad.append(f"{tag} {name}={value}")


def harmless_address(address: str) -> bool:
    """Whether an address is one of ours, of the web, or one mailbox."""
    if address.startswith("mailto:"):
        return "?" not in address.removeprefix("mailto:").partition("?subject=")[0] and "&" not in address
    parts = urlsplit(address)
    if parts.scheme:
        return parts.scheme in ("http", "https") and bool(parts.netloc) and '"' not in address
    return not parts.netloc and address[:1] in ("/", "#", "?", "") and not address.startswith("/\\")


def drawn(node: Any) -> Iterator[str]:
    """All that a browser may take for markup: not the words for paper, which ``sheets.js`` reads as JSON."""
    if isinstance(node, dict):
        if told := node.get("data-sheet"):
            assert isinstance(json.loads(told), dict)
        yield from (text for name, value in node.items() if name != "data-sheet" for text in drawn(value))
    elif isinstance(node, list):
        yield from (text for value in node for text in drawn(value))
    elif isinstance(node, str):
        yield node


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    """Every property of a tree of components that is an address."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("href", "src", "action") and isinstance(value, str):
                yield name, value
            yield from properties(value)
    elif isinstance(node, list):
        for one in node:
            yield from properties(one)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PATHS)
def test_on_pages_and_in_their_files(client: FlaskClient, path: str, language: str) -> None:
    for query in ("", "?q=%3Cscript%3E&sok=x&utlysning=x&region=%22%3E%3Cimg%20src=x%3E&finn=%3Cscript%3E"):
        answer = page_bytes(client, language + path if path != "/" else language or "/", query)
        tree = json.loads(answer)
        markup = unescape_all(list(drawn(tree)))
        assert Seen(markup).bad == []
        assert not [pair for pair in properties(tree) if not harmless_address(pair[1])]
        assert not UNSEEN.search(markup)
    for address in figures(page_bytes(client, language + path if path != "/" else language or "/")):
        file = client.get(address)
        assert file.status_code == 200
        text = file.data.decode("utf-8-sig")
        assert not UNSEEN.search(text)
        rows = list(csv.reader(io.StringIO(text), delimiter="," if language else ";"))
        cells = [cell for row in rows for cell in row]
        bad = [cell for cell in cells if cell.startswith(LEADS) and not re.fullmatch(r"-?[\d.,]+( [A-Z]{3})?", cell)]
        assert bad == []


@pytest.mark.sampled(5)
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PATHS)
def test_in_pictures(client: FlaskClient, path: str, language: str) -> None:
    page = page_bytes(client, language + path if path != "/" else language or "/")
    for number, address in enumerate(figures(page, "svg")):
        file = client.get(address)
        assert (file.status_code, file.mimetype) == (200, "image/svg+xml")
        assert "attachment" in file.headers["Content-Disposition"]
        assert_drawing_alone(file.text)
        if number == 0:
            picture = client.get(address.replace(".svg?", ".png?"))
            assert (picture.status_code, picture.mimetype) == (200, "image/png")
            assert chunks(picture.data) <= {"IHDR", "sRGB", "gAMA", "pHYs", "PLTE", "tRNS", "IDAT", "IEND"}


def assert_drawing_alone(svg: str) -> None:
    """Nothing but shapes and texts: what was written in a record stands in texts, and refers to nothing."""
    for element in ET.fromstring(svg).iter():
        space, _, tag = element.tag[1:].partition("}")
        assert space == "http://www.w3.org/2000/svg"
        assert tag in SHAPES, tag
        for name, value in element.attrib.items():
            assert name in DRAWS, name
            assert "url(" not in value or re.fullmatch(r"url\(#[\w-]+\)", value), value
    assert not UNSEEN.search(svg)
    assert "<!" not in svg
    assert "<?" not in svg.removeprefix('<?xml version="1.0" encoding="UTF-8"?>')


def chunks(png: bytes) -> set[str]:
    """The kinds of chunks of a PNG: none holds words."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, found = 8, set()
    while at < len(png):
        found.add(png[at + 4 : at + 8].decode())
        at += 12 + int.from_bytes(png[at : at + 4])
    return found


@pytest.mark.parametrize("language", ["", "/en"])
def test_in_the_calendar_and_the_feed(client: FlaskClient, language: str) -> None:
    raw = client.get(f"{language}/utlysninger.ics").data
    calendar = icalendar.Calendar.from_ical(raw)
    events = [part for part in calendar.walk() if part.name == "VEVENT"]
    assert len(events) > 10
    assert raw.count(b"\r\nBEGIN:VEVENT\r\n") == len(events)
    assert not [event for event in events if "ATTACH" in event]
    assert not UNSEEN.search(raw.decode())
    for event in events:
        assert urlsplit(str(event["url"])).scheme in ("http", "https")
    feed = client.get(f"{language}/utlysninger.atom").data
    root = ET.fromstring(feed)
    assert not UNSEEN.search(feed.decode())
    links = [element.attrib["href"] for element in root.iter("{http://www.w3.org/2005/Atom}link")]
    assert links
    assert all(urlsplit(link).netloc in ("localhost", "127.0.0.1:8050") for link in links), set(links)


def test_on_the_wall_and_a_phone(client: FlaskClient) -> None:
    answer = client.get("/skjerm/bilder?sprak=nb,en")
    slides = json.loads(answer.data)["slides"]
    assert len(slides) > 10
    for slide in slides:
        assert Seen(slide["html"]).bad == []
        assert not UNSEEN.search(slide["html"])
    for path in ("/skjerm", *(f"/skjerm/gjest?bilde={kind}" for kind in KINDS)):
        text = client.get(path).text
        assert Seen(text, frozenset({"script", "style", "meta", "link"})).bad == []
        scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", text, re.DOTALL)
        assert all("src=" in given or 'type="application/json"' in given for given, _ in scripts)
        for given, inside in scripts:
            if "json" in given:
                json.loads(inside)
