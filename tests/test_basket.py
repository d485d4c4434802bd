"""A basket: the cards chosen, in the order chosen, each with its own page's numbers and selection, for who asks."""

from __future__ import annotations

import io
import re
from typing import Any, Final
from urllib.parse import parse_qsl

import docx
import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from akint_dash.components.basket import EMPTY, MOST, ROOM, entry, read, written
from tests.canary import WORD, unpacked
from tests.test_stranger import page_bytes

SAM: Final = "/finansiering?omrade=SAM"
YEARS: Final = "/virkemidler/prosjektutvikling?periode=2024-2025"
CHOSEN: Final = ((YEARS, "vunnet-aar"), (SAM, "utlosning"), ("/", "vekt-pro"), (SAM, "midler-omrader"))
BASKET: Final = written(entry(link, key) for link, key in CHOSEN)


def file_of(client: FlaskClient, name: str, query: str) -> bytes:
    answer = client.get(f"/last-ned/{name}?{query}")
    assert answer.status_code == 200, name
    return bytes(answer.data)


def alone(client: FlaskClient, link: str, key: str, ending: str) -> bytes:
    """The file of one card, as its own page gives it."""
    path, _, query = link.partition("?")
    return file_of(client, f"{key}.{ending}", f"side={path}&{query}")


def text_of(slide: Any) -> str:
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def numbers_of(slides: Any) -> list[Any]:
    """What the slides' charts and tables hold, each with the title of its slide."""
    found: list[Any] = []
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_chart:
                plot = shape.chart.plots[0]
                series = [(one.name, list(one.values)) for one in plot.series]
                found.append((slide.shapes.title.text_frame.text, list(plot.categories), series))
            elif shape.has_table:
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                found.append((slide.shapes.title.text_frame.text, rows))
    return found


def tables_of(document: bytes) -> list[list[list[str]]]:
    found = docx.Document(io.BytesIO(document)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


# -- what the address says


@pytest.mark.parametrize("link", ["/", SAM, "/sok?q=v%C3%A5r+%26+h%C3%B8st", "/post/prosjekt/P.1~z?sok=a%2Cb%3Dc%25"])
def test_a_card_is_read_as_it_was_written(link: str) -> None:
    one = entry(link, "kort.z~1")
    assert re.fullmatch(r"[\w.-]+", one, re.ASCII)
    (card,) = read(written([one])).cards
    assert (card.entry, card.key, card.path) == (one, "kort.z~1", link.partition("?")[0])
    assert list(card.query) == parse_qsl(link.partition("?")[2])


def test_a_basket_holds_each_card_once_in_order_and_counts_what_it_has_no_room_for() -> None:
    cards = [entry("/", f"kort-{n}") for n in range(MOST + 2)]
    found = read(written([*cards, cards[3]]))
    assert [one.entry for one in found.cards] == cards[:MOST]
    assert (found.unread, found.beyond) == (0, 2)
    assert read(EMPTY) == read("") == read(written([]))
    cut = read(written(cards[:3])[:-4])
    assert [one.entry for one in cut.cards] == cards[:2]
    assert cut.unread == 1


# -- the files


def test_the_slides_are_the_cards_in_order_with_the_numbers_of_their_own_pages(stranger: FlaskClient) -> None:
    deck = Presentation(io.BytesIO(file_of(stranger, "kurv.pptx", f"kort={BASKET}")))
    first, *slides, last = deck.slides
    single = [
        list(Presentation(io.BytesIO(alone(stranger, link, key, "pptx"))).slides)[1:-1] for link, key in CHOSEN
    ]  # less the first and the last
    assert numbers_of(slides) == numbers_of(slide for some in single for slide in some)
    assert len(slides) == sum(map(len, single))
    assert text_of(first).count("Fire kort fra tre sider") == 1
    for slide in (first, last):
        assert "Demonstrasjonsdata" in text_of(slide)
        assert "24. november 2026" in text_of(slide)
    said = [
        ("Prosjektutvikling", "Periode: 2024–2025"),
        ("Finansiering", "Rådsområde: Samferdsel"),
        ("Oversikt", "Ingen filtre er valgt"),
        ("Finansiering", "Rådsområde: Samferdsel"),
    ]
    of_card = [words for words, some in zip(said, single, strict=True) for _ in some]
    for slide, (page, selection) in zip(slides, of_card, strict=True):
        spoken = slide.notes_slide.notes_text_frame.text
        assert page in text_of(slide)
        assert selection in text_of(slide)
        assert f"Valgte filtre: {selection}" in spoken or selection == "Ingen filtre er valgt"
        assert "Kilde: " in spoken
        assert "Demonstrasjonsdata" in spoken


def test_the_brief_has_a_chapter_for_each_page_in_turn_with_its_own_tables(stranger: FlaskClient) -> None:
    made = file_of(stranger, "kurv.docx", f"kort={BASKET}")
    wanted = [table for link, key in CHOSEN for table in tables_of(alone(stranger, link, key, "docx"))]
    assert tables_of(made) == wanted
    document = docx.Document(io.BytesIO(made))
    heads = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert heads == ["1 Prosjektutvikling", "2 Finansiering", "3 Oversikt", "4 Finansiering"]
    assert "Demonstrasjonsdata" in document.sections[0].header.paragraphs[0].text


def test_the_other_order_is_the_other_file(stranger: FlaskClient) -> None:
    turned = written(entry(link, key) for link, key in reversed(CHOSEN))
    titles = [
        [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(body)).slides][1:-1]
        for body in (file_of(stranger, "kurv.pptx", f"kort={kort}") for kort in (BASKET, turned))
    ]
    assert list(dict.fromkeys(titles[0])) == list(dict.fromkeys(titles[1]))[::-1]
    assert file_of(stranger, "kurv.xlsx", f"kort={turned}") != file_of(stranger, "kurv.xlsx", f"kort={BASKET}")


def test_in_english_too(stranger: FlaskClient) -> None:
    answer = stranger.get(f"/en/last-ned/kurv.pptx?kort={BASKET}")
    assert "demonstration-basket-of-4-answers-2026-11-24.pptx" in answer.headers["Content-Disposition"]
    slides = list(Presentation(io.BytesIO(answer.data)).slides)
    assert "Four answers from three pages" in text_of(slides[0])
    assert "Department: Transport" in text_of(slides[2])


# -- what is not there


LOST: Final = {
    "/post/prosjekt/P-9999": "Kortet finnes ikke lenger",
    "/finansiering?omrade=FINNESIKKE": "Et valg som kortet hadde",
    "/utforsk?mal=FINNESIKKE": "Et valg som kortet hadde",
    "/kurv?kort=tom": "Kortet finnes ikke lenger",
    "/en/finansiering": "Kortet finnes ikke lenger",
    "/historikk": "Kortet finnes ikke lenger",
}


@pytest.mark.parametrize("link", LOST)
def test_a_card_that_is_not_there_is_told_and_no_other_stands_in_for_it(stranger: FlaskClient, link: str) -> None:
    key = "svar" if link.startswith("/utforsk") else "utlosning"
    kort = written([entry(SAM, "utlosning"), entry(link, key)])
    page = page_bytes(stranger, "/kurv", f"?kort={kort}").decode()
    assert "Ett kort fra" in page
    assert "Kort 2 er utelatt" in page
    assert LOST[link] in page
    deck = Presentation(io.BytesIO(file_of(stranger, "kurv.pptx", f"kort={kort}")))
    assert len(deck.slides) == 3
    assert "Ett kort i kurven er utelatt." in text_of(deck.slides[2])
    assert stranger.get(f"/last-ned/kurv.pptx?kort={written([entry(link, key)])}").status_code == 404


HOSTILE: Final = (
    "", EMPTY, ".", ".z", ".z.z.z", "..%2F..%2Fetc", "x" * ROOM, f"{'x.z' * 1000}", "<script>alert(1)</script>.z",
    "a.k.s.00.z", "a.k.FF.FE.z", "a.k.sfinansiering.qomrade.e.00.z", "=1+1.z", "a.kb.z", "a.k.s.s.sond.2Eexample.z",
    "a.k.spost.s.2E.2E.sx.z", f"utlosning.k.sfinansiering.qsok.e{'a' * 3000}.z",
)  # fmt: skip


@pytest.mark.parametrize("kort", HOSTILE)
def test_whatever_stands_there_is_answered_in_words(stranger: FlaskClient, kort: str) -> None:
    page = page_bytes(stranger, "/kurv", "?" + "kort=" + kort).decode()
    assert "Kurven er tom" in page or "i kurven" in page or "Ingen av kortene" in page or "Ett kort" in page
    assert "<script>alert" not in page
    answer = stranger.get("/last-ned/kurv.docx", query_string={"kort": kort})
    assert answer.status_code in (200, 404)
    assert stranger.get("/kurv", query_string={"kort": kort}).status_code == 200
    assert stranger.get(f"/last-ned/kurv.csv?kort={BASKET}").status_code == 404


# -- for whom


SHOWN: Final = ("/virkemidler/politikkoppfolging", "/data/prosjekt", "/omrader/sam")
"""Pages whose cards name internal records to staff."""


def test_a_basket_that_staff_made_holds_no_internal_word_for_a_stranger(
    canary: FlaskClient, canary_staff: FlaskClient
) -> None:
    answers = "".join(page_bytes(canary_staff, path).decode() for path in SHOWN)
    cards = list(dict.fromkeys(re.findall(r'data-basket=\\"([\w.-]+)', answers)))
    cards = [*cards[:: max(1, len(cards) // 8)], entry(f"/post/prosjekt/{WORD}-project", "x")]
    kort = written(cards)
    assert len(read(kort).cards) > 6
    page = page_bytes(canary, "/kurv", f"?kort={kort}").decode()
    assert WORD not in page.replace(cards[-1], "")  # but what the reader asked for
    for ending in ("pptx", "docx", "xlsx"):
        asked = f"kort={written(cards[:-1])}"
        assert WORD.encode() not in unpacked(file_of(canary, f"kurv.{ending}", asked)), ending
        assert WORD.encode() in unpacked(file_of(canary_staff, f"kurv.{ending}", asked)), ending
