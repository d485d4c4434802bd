"""The first HTML of a page has its words: for readers without script, and for the card where its address is shared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from flask.testing import FlaskClient

from akint_dash.components import once
from akint_dash.components.page import Site
from akint_dash.errors import DatabaseUnavailable
from akint_dash.server import Application, create_app
from akint_dash.settings import Settings
from tests.canary import WORD
from tests.examples import pages
from tests.hostile import hostile
from tests.reading import Node, elements
from tests.test_hostile_texts import UNSEEN, Seen
from tests.test_stranger import page_bytes

OUTSIDE: Final = "https://internasjonalt.example/portal"
EVERY: Final = [(language + path).rstrip("/") or "/" for language in ("", "/en") for path in pages()]


class First(HTMLParser):
    """A first HTML, read: what the head says, and the words without script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.language, self.title, self._in = "", "", ""
        self.feed(text)
        self.close()
        self.without_script = "".join(re.findall(r"<noscript>(.*?)</noscript>", text, re.S))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in = tag
        if tag == "html":
            self.language = given["lang"]
        if tag == "meta":
            self.metas.append((given.get("name") or given.get("property") or "", given.get("content", "")))

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        self.title += data if self._in == "title" else ""

    def said(self, name: str) -> list[str]:
        """What the metas of a name say."""
        return [content for one, content in self.metas if one == name]

    def words(self) -> list[str]:
        """Headings and paragraphs without script, in order."""
        found = re.findall(r"<(?:h1|h2|p)\b[^>]*>(.*?)</(?:h1|h2|p)>", self.without_script, re.S)
        return [plain(unescape(re.sub("<[^>]+>", "", one))) for one in found]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def client(demo_file: Path) -> Iterator[FlaskClient]:
    """The demonstration, with an address of its own."""
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", "public_url": OUTSIDE, "rate": 0}
    with create_app(Settings.model_validate(given)).server.test_client() as made:
        yield made


def shown(client: FlaskClient, path: str, query: str = "") -> list[Node]:
    """Every element of the page that the browser's Dash shows at an address."""
    answer = json.loads(page_bytes(client, path, query))["response"]["side"]["children"]
    return [one for node in elements(answer) if isinstance(node, Node) for one in node.all()]


def text_of(node: Node) -> str:
    """The words of an element that are seen."""
    if "unseen" in str(node.attributes.get("class") or "").split():
        return ""
    return "".join(child if isinstance(child, str) else text_of(child) for child in node.children)


@pytest.mark.parametrize("path", EVERY)
def test_every_page_has_its_words_before_any_script(client: FlaskClient, path: str) -> None:
    first, nodes = First(client.get(path).text), shown(client, path)
    assert len(first.said("viewport")) == 1
    assert first.language == ("en" if path.startswith("/en") else "nb")
    assert first.title == next(str(node.attributes["data-title"]) for node in nodes if "data-title" in node.attributes)
    finding = next(plain(text_of(node)) for node in nodes if node.name == "h1")
    words = first.words()
    assert finding in words
    assert finding in first.said("description")[0]
    cards = [node for node in nodes if node.name == "article" and "card" in str(node.attributes["class"]).split()]
    for card in cards:
        heads = [plain(text_of(one)) for one in card.all() if one.name in ("h2", "h3") and text_of(one)]
        says = [plain(text_of(one)) for one in card.all() if one.name == "p" and one.attributes.get("class") == "say"]
        assert [said for said in heads[:1] + says[:1] if said not in words] == []
    assert any("oppdiktede" in word or "fictional" in word for word in words), "the demonstration says what it is"


@pytest.mark.parametrize("path", EVERY)
def test_the_card_of_a_shared_address_says_the_finding(client: FlaskClient, path: str) -> None:
    first = First(client.get(path).text)
    finding = next(plain(text_of(node)) for node in shown(client, path) if node.name == "h1")
    assert [plain(said) for said in first.said("og:title")] == [finding]
    assert first.said("og:url") == [OUTSIDE + path]
    assert first.said("og:locale") == ["en_GB" if path.startswith("/en") else "nb_NO"]
    (described,) = first.said("og:description")
    assert described.startswith(("Demonstrasjonsdata", "Demonstration data"))
    assert len(described) <= 302
    picture = first.said("og:image")
    assert first.said("twitter:card") == ["summary_large_image" if picture else "summary"]
    for address in picture:
        assert address.startswith(f"{OUTSIDE}/")


@pytest.mark.sampled(6)
@pytest.mark.parametrize("path", EVERY)
def test_the_picture_of_the_card_is_made_here_of_the_page_s_first_figure(client: FlaskClient, path: str) -> None:
    for query in ("", "?periode=2024-2025"):
        first = First(client.get(path + query).text)
        keys = [
            str(n.attributes["id"])
            for n in shown(client, path, query)
            if n.name == "article" and n.attributes.get("id")
        ]
        for address in first.said("og:image"):
            assert address.partition("/last-ned/")[2].partition(".png")[0] == keys[0]
            answer = client.get(address.removeprefix(OUTSIDE))
            assert (answer.status_code, answer.mimetype) == (200, "image/png")
            assert (
                first.said("og:image:alt")[0]
                in client.get(address.removeprefix(OUTSIDE).replace(".png?", ".json?")).text
            )


def test_the_overview_s_card_has_a_picture(client: FlaskClient) -> None:
    assert First(client.get("/").text).said("og:image") == [f"{OUTSIDE}/last-ned/maltall.png?side=/"]


def test_the_words_are_those_of_the_query(client: FlaskClient) -> None:
    plain_one, narrowed = First(client.get("/").text), First(client.get("/?omrade=SAM&periode=2025").text)
    assert plain_one.words()[2:] != narrowed.words()[2:]
    assert narrowed.said("og:url") == [f"{OUTSIDE}/?omrade=SAM&periode=2025-2025"]
    assert "Valgte filtre: Rådsområde: Samferdsel; Periode: 2025" in narrowed.words()
    assert "Samferdsel" in narrowed.said("og:description")[0]
    assert "Samferdsel" in narrowed.said("description")[0]


def test_an_address_that_leads_nowhere_says_so_and_has_no_card(client: FlaskClient) -> None:
    for path, title in (
        ("/nei", "Denne siden finnes ikke – Internasjonal portefølje"),
        ("/en/nei", "Page not found – International portfolio"),
    ):
        answer = client.get(path)
        first = First(answer.text)
        assert answer.status_code == 404
        assert first.title.startswith(title)
        assert first.said("robots") == ["noindex"]
        assert not [name for name, _ in first.metas if name.startswith(("og:", "twitter:", "description"))]


def test_what_begins_as_english_is_not_english(client: FlaskClient) -> None:
    assert First(client.get("/engelsk").text).language == "nb"
    assert First(client.get("/engelsk").text).title.startswith("Denne siden finnes ikke")


def test_without_an_address_of_our_own_nothing_names_one(demo_file: Path) -> None:
    settings = Settings.model_validate({"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"})
    with create_app(settings).server.test_client() as client:
        first = First(client.get("/", headers={"Host": "localhost"}).text)
    assert first.said("og:title")
    assert not first.said("og:url")
    assert not first.said("og:image")
    assert first.said("twitter:card") == ["summary"]


def test_staff_see_the_public_s_words_and_of_an_internal_record_none(canary_file: Path) -> None:
    given = {"database_url": f"sqlite:///{canary_file}", "today": "2026-11-24", "audience": "staff"}
    app = create_app(Settings.model_validate(given))
    with app.server.test_client() as staff:
        hidden = next(
            code for code in app.site.snapshots.portfolio("staff").records("project")
            if code not in app.site.snapshots.portfolio("public").records("project")
        )  # fmt: skip
        answer = staff.get(f"/post/prosjekt/{hidden}")
    assert answer.status_code == 200
    assert WORD not in answer.text
    first = First(answer.text)
    assert first.title == "Internasjonal portefølje"
    assert not first.said("description")
    assert not first.without_script


def test_hostile_texts_are_only_words(demo_file: Path, tmp_path: Path) -> None:
    url = hostile(demo_file, tmp_path / "akint.db")
    settings = {"database_url": url, "today": "2026-11-24", "public_url": OUTSIDE, "rate": 0}
    with create_app(Settings.model_validate(settings)).server.test_client() as client:
        scripts = client.get("/tilgjengelighet").text.count("<script")
        for path in EVERY:
            for query in (
                "",
                "?q=%3C%2Fnoscript%3E%3Cscript%3E{%25scripts%25}&sok=%22%3E%3Cmeta%20x&finn=%3C/title%3E",
            ):
                text = client.get(path + query).text
                first = First(text)
                assert text.count("<script") == scripts
                assert text.count("<noscript>") == text.count("</noscript>") == 1
                assert len(re.findall("<meta ", text)) == len(first.metas)
                names = {name for name, _ in first.metas}
                assert all(name.startswith(("og:", "twitter:")) or name in OURS for name in names), names
                assert Seen(first.without_script).bad == []
                assert not UNSEEN.search(text)


OURS: Final = {"", "viewport", "color-scheme", "description"}


def test_a_fault_of_the_words_is_logged_and_the_page_is_asked_for_all_the_same(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: Any) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(once, "first_words", fails)
    answer = client.get("/maal?periode=2025-2026")
    assert answer.status_code == 200
    assert "react-entry-point" in answer.text
    assert "a fault" in caplog.text


def test_without_its_database_the_first_html_has_no_words(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app: Application = create_app(settings)

    def away(*_: Any) -> None:
        raise DatabaseUnavailable("database_unavailable", url="")

    monkeypatch.setattr(type(app.site.snapshots), "portfolio", away)
    with app.server.test_client() as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "react-entry-point" in answer.text
    assert "<noscript>" not in answer.text


def test_the_second_reader_s_first_html_makes_no_page(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    whole = Site.made

    def counted(site: Site, asked: Any, told: str) -> Any:
        made.append(asked.address + asked.search)
        return whole(site, asked, told)

    monkeypatch.setattr(Site, "made", counted)
    for _ in range(3):
        client.get("/strategien?periode=2026")
    page_bytes(client, "/strategien", "?periode=2026")
    assert made == ["/strategien?periode=2026"]


def test_under_a_proxy_s_path_the_words_lead_on_inside_it(demo_file: Path) -> None:
    given = {
        "database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", "public_url": OUTSIDE, "proxies": "127.0.0.1",
    }  # fmt: skip
    with create_app(Settings.model_validate(given)).server.test_client() as client:
        text = client.get("/", headers={"X-Forwarded-Prefix": "/portal"}).text
    assert 'href="/portal/kart"' in First(text).without_script
    assert First(text).said("og:url") == [f"{OUTSIDE}/"]
