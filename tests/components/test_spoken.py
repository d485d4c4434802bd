"""What a record says in the page's language, and that Norwegian on an English page is marked as such."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from akint_dash.components.filters import _chips
from akint_dash.components.in_full import full_name
from akint_dash.components.markup import markup
from akint_dash.components.page import Site
from akint_dash.components.reading import words_of
from akint_dash.components.record_name import named
from akint_dash.components.spoken import language_of, said, spoken, worded
from akint_dash.components.table import plain_table
from akint_dash.components.view import View
from akint_dash.domain.history import DEMONSTRATION
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Cell, Heading, table
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import make
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.words import Language, Words
from tests.examples import example

STATE: Any = {
    "project": {
        "P-1": {"title": "Bro", "title_en": "Bridge", "owner": "Seksjon for vei", "owner_en": "Roads"},
        "P-2": {"title": "Tunnel", "owner": "Seksjon for vei"},
    },
    "call": {
        "portal": {"title": "Clean water"},
        "ours": {"title": "Rent vann", "title_en": "Clean water"},
        "demo": {"title": "Demo: vann", DEMONSTRATION: True},
    },
    "organisation": {
        "O-1": {"name": "Osloregionen"},
        "O-2": {"name": "Østlandssamarbeidet", "name_en": "Eastern Norway", "name_long": "Østlandssamarbeidet"},
        "O-3": {"name": "AER", "name_long": "Assembly of European Regions"},
    },
    "dossier_deadline": {"D-1-1": {"what": "Høringssvar", "what_en": "Consultation response"}},
    "membership": {"M-1": {"organisation": "O-1"}},
    "fund": {"F-1": {"scheme": "Klimasats", "year": 2026}},
}
NORWEGIAN = '<span><span lang="nb">{}</span> <small>(in Norwegian)</small></span>'


def view(language: Language) -> View:
    return View(
        portfolio=make(STATE, [], [], "staff"), selection=Selection(), today=date(2026, 5, 20), words=Words(language),
        path="/", strategy=None, settings=None,  # type: ignore[arg-type]  # neither is asked here
    )  # fmt: skip


def shown(language: Language, entity: str, code: str) -> str:
    return markup(spoken(view(language), entity, code))


def test_english_where_it_is_and_norwegian_said_to_be_so_where_not() -> None:
    assert shown("en", "project", "P-1") == "Bridge"
    assert shown("en", "project", "P-2") == NORWEGIAN.format("Tunnel")
    assert (shown("nb", "project", "P-1"), shown("nb", "project", "P-2")) == ("Bro", "Tunnel")


def test_the_name_of_a_fund_is_marked_as_norwegian_and_not_told_so() -> None:
    assert markup(named(view("en"), "fund", "F-1")) == '<span><span lang="nb">Klimasats</span>, 2026</span>'
    assert markup(named(view("nb"), "fund", "F-1")) == "<span>Klimasats, 2026</span>"


def test_an_english_name_that_is_no_short_one_is_not_explained_in_norwegian() -> None:
    """ "Eastern Norway County Network: Østlandssamarbeidet" stood among the abbreviations."""
    assert full_name(view("en"), "O-2") == full_name(view("nb"), "O-2") == ""
    assert full_name(view("en"), "O-3") == "Assembly of European Regions"


def test_chips_say_what_they_narrow_in_the_languages_own_marks() -> None:
    """ "Period 2025" beside "Month: March", and "«vann»" on an English page."""
    chosen = replace(view("en"), selection=Selection(periode=(2025, 2025), sok="vann"))
    told = [words_of(one) for one in _chips(chosen)]
    assert told[:2] == ["Period: 2025×", "Search in titles: “vann”×"]


def test_a_norwegian_name_inside_a_sentence_is_told_so_in_words() -> None:
    assert worded(view("en"), "project", "P-2") == "Tunnel (in Norwegian)"
    assert (worded(view("en"), "project", "P-1"), worded(view("nb"), "project", "P-2")) == ("Bridge", "Tunnel")
    assert worded(view("en"), "membership", "M-1") == "Osloregionen"


TITLED = r"view\.name\([\"'](?:project|activity|call|dossier|result|goal)[\"'],"


def test_no_page_puts_a_title_into_a_sentence_without_its_language() -> None:
    """A record in a list says its language beside (``lang=language_of``), the others in words or with mark-up."""
    loose = [
        f"{path.name}: {len(named)} titles, {text.count('language_of(')} with their language"
        for path in Path("akint_dash/pages").rglob("*.py")
        for text in [path.read_text(encoding="utf-8")]
        for named in [re.findall(TITLED, text)]
        if len(named) > text.count("language_of(")
    ]
    assert not loose, "\n".join(loose)


def test_one_column_of_a_record() -> None:
    owners = [markup(said(view("en"), STATE["project"][code], "owner")) for code in ("P-1", "P-2")]
    assert owners == ["Roads", NORWEGIAN.format("Seksjon for vei")]
    assert said(view("en"), {}, "owner") == ""


def test_a_call_of_a_source_is_english_and_one_of_ours_norwegian() -> None:
    assert [language_of(view("nb"), "call", code) for code in ("portal", "ours", "demo")] == ["en", "", ""]
    assert [language_of(view("en"), "call", code) for code in ("portal", "ours", "demo")] == ["", "", "nb"]
    assert shown("nb", "call", "portal") == '<span lang="en">Clean water</span>'


def test_a_proper_name_has_no_language_and_a_part_is_named_by_its_words() -> None:
    assert shown("en", "organisation", "O-1") == "Osloregionen"
    assert shown("en", "membership", "M-1") == "Osloregionen"
    assert (shown("nb", "dossier_deadline", "D-1-1"), shown("en", "dossier_deadline", "D-1-1")) == (
        "Høringssvar",
        "Consultation response",
    )


def test_a_table_marks_its_cells() -> None:
    heads = (Heading("p", Cell.NAME, "Prosjekt"), Heading("o", Cell.SAID, "Ansvarlig"))
    data = table(heads, [(("project", "P-2"), ("project", "P-2", "owner"))])
    assert markup(plain_table(view("en"), data, "x")).count('lang="nb"') == 2
    assert 'lang="nb"' not in markup(plain_table(view("nb"), data, "x"))


def test_the_demonstration_has_english_for_all_it_says(demo_file: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    site = Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)
    said_there = ""
    for page in PAGES:
        opened = site.open(f"/en{example(page.path)}".rstrip("/"), {})
        assert opened is not None
        said_there += str(opened[1].body(opened[0]))
    assert "Consultation response to the ministry" in said_there
    assert "(in Norwegian)" not in said_there
