"""What slides say: at most eight lines, only what has data, the pages' own sentences, and public records alone."""

from __future__ import annotations

from datetime import date

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.wall import Surface
from akint_dash.pages.screen.asked import KINDS, Asked, query_of, read
from akint_dash.pages.screen.compose import Foot, compose
from akint_dash.pages.screen.deck import deck, seen
from akint_dash.pages.screen.fitting import SIZES, cut, fit, wrap
from akint_dash.pages.screen.room import Room
from akint_dash.pages.screen.slides import make
from tests.figures.following import opened

SURFACES = [
    Surface(1920, 1080),
    Surface(3840, 2160),
    Surface(1080, 1920),
    Surface(1920, 1080, 55, 6),
    Surface(1280, 800),
]


def test_every_kind_has_a_slide_on_a_day_with_news(site: Site) -> None:
    assert [one.slide.kind for one in deck(site, {})] == list(KINDS)


def test_a_round_in_each_language(site: Site) -> None:
    found = deck(site, {"sprak": "nb,en", "bilder": "kart,frister"})
    assert [one.id for one in found] == ["kart-nb", "frister-nb", "kart-en", "frister-en"]
    assert [one.id for one in deck(site, {"sprak": "en,nb", "bilder": "kart"})] == ["kart-en", "kart-nb"]


def test_a_slide_without_data_is_left_out(site: Site) -> None:
    quiet = Site(site.settings.model_copy(update={"today": date(2026, 11, 29)}), site.snapshots, site.pages)
    assert "nytt" not in [one.slide.kind for one in deck(quiet, {})]
    assert deck(site, {"bilder": "kart", "omrade": "TAN"}) == []


@pytest.mark.parametrize("surface", SURFACES, ids=lambda s: f"{s.width}x{s.height}-{s.inches:g}")
@pytest.mark.parametrize("language", ["nb", "en"])
def test_at_most_eight_lines(site: Site, surface: Surface, language: str) -> None:
    view = seen(site, {}, "nb" if language == "nb" else "en")
    for kind in KINDS:
        slide = make(view, Asked(surface=surface), kind)
        assert slide is not None
        found = compose(view.words, slide, Room(surface), Foot("Data til 30.10.2026", "Demonstrasjon", "https://x"))
        assert found.lines <= 8, (kind, found.lines)
        assert found.html.endswith("</section>")
        assert found.shown or not slide.rows


def test_titles_are_the_pages_own_sentences(site: Site) -> None:
    own = {"funn": "/", "virkemidler": "/", "penger": "/", "kart": "/kart", "strategi": "/strategien"}
    texts = {path: opened(site, path, ())[1].text for path in set(own.values())}
    for one in deck(site, {}):
        if one.slide.kind in own:
            assert one.slide.title in texts[own[one.slide.kind]], one.slide.title


def test_the_mark_of_demonstration_is_on_every_slide(site: Site) -> None:
    for one in deck(site, {"sprak": "nb,en"}):
        assert "Demonstra" in one.composed.html.partition("<footer")[2]


def test_no_slide_has_a_style_attribute(site: Site) -> None:
    for one in deck(site, {}):
        assert " style=" not in one.composed.html


# -- the address


def test_bad_values_of_an_address_fall_back() -> None:
    asked = read(
        {"bilder": "kart,tull,kart", "sekunder": "mange", "tommer": "nan", "meter": "-4", "flate": "9x9", "sprak": "fr"}
    )
    assert asked == Asked(kinds=("kart",), surface=Surface(metres=0.3))
    assert read({}) == Asked()


def test_what_is_usual_is_left_out_of_the_address() -> None:
    assert query_of({"bilder": ",".join(KINDS), "tommer": "75", "meter": "6", "sprak": ""}) == "meter=6"


# -- fitting


def test_lines_are_even_and_no_wider_than_the_room() -> None:
    lines = wrap("Minst 185,0 mill. kr vunnet 2024–2026, og prosjektutvikling har flest tiltak", 1.0, 20.0)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 12


def test_numbers_of_a_part_stand_together() -> None:
    assert all("1 av" not in line or "1 av 2" in line for line in wrap("Odesa oblast: 1 av 2 behov", 1.0, 6.0))


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fit("Kort", 20, 1, largest=2.6).size == SIZES[0]
    assert fit("ord " * 30, 10, 2).size == 1.0


def test_a_cut_ends_after_a_whole_word() -> None:
    assert cut("Grønn mobilitet over grensen", 1.0, 9.0) == ["Grønn mobilitet…"]
    assert cut("Kort", 1.0, 9.0) == ["Kort"]
