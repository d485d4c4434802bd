"""All deadlines in one place, asked as a new user asks: 'Utdanning's deadlines before Easter'."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from akint_dash.components.base_line import reserved
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.bases import LEAD
from tests.reading import components
from tests.test_bases import headline, plain

ASKED = {"omrade": "UTD", "til": "paske"}
MARCH = {"fra": "2027-03-01", "til": "2027-03-31"}
BEFORE_EASTER = [
    ("20.01.2027", "Vedtak om å søke", "Demo: Helsefag på tvers av land"),
    ("03.02.2027", "Vedtak om egenandel", "Demo: Helsefag på tvers av land"),
    ("10.02.2027", "Partnerbrev", "Demo: Helsefag på tvers av land"),
    ("03.03.2027", "Søknadsfrist", "Demo: Helsefag på tvers av land"),
    ("05.03.2027", "Innspill til forslaget", "En union for kompetanse"),
]


@pytest.fixture(scope="module")
def settings(demo_file: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25", public_url="https://akint.example")


@pytest.fixture(scope="module")
def site(settings: Settings) -> Site:
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


@pytest.fixture
def client(settings: Settings) -> Iterator[FlaskClient]:
    with create_app(settings).server.test_client() as client:
        yield client


def shown(site: Site, address: str = "/frister", **query: str) -> tuple[View, Any]:
    opened = site.open(address, query)
    assert opened is not None
    return opened[0], opened[1].body(opened[0])


def test_the_lead_says_of_a_filter_only_what_its_own_numbers_follow(site: Site) -> None:
    """Memberships without a last day have no programme, but they stand under the list, not in the lead."""
    view, _ = shown(site, program="ERASMUS", hva="soknad")
    assert reserved(view, LEAD) == ""
    assert reserved(view, "liste") == "Filteret på program gjelder bare en del av tallene her."


def events(client: FlaskClient, query: dict[str, str], language: str = "") -> list[Any]:
    body = client.get(f"{language}/frister.ics", query_string=query).data
    return list(Calendar.from_ical(body).walk("VEVENT"))


def test_an_areas_deadlines_before_easter(site: Site) -> None:
    view, body = shown(site, **ASKED)
    assert headline(body) == "Fem frister til og med 24.03.2027, den første om 56 dager"
    rows = list(view.tables["liste"].dicts())
    assert [view.words.date(row["date"]) for row in rows] == [day for day, _, _ in BEFORE_EASTER]
    words = plain(body)
    for day, what, about in BEFORE_EASTER:
        assert day in words
        assert what in words
        assert about in words
    assert "Seksjon for skoleutvikling" in words


def test_the_file_and_the_calendar_hold_the_very_same(client: FlaskClient) -> None:
    text = client.get("/last-ned/liste.csv", query_string={"side": "/frister", **ASKED}).data.decode("utf-8-sig")
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    head, *rows = csv.reader(lines, delimiter=";")
    assert head[1:3] == ["Dato", "Gjelder"]
    assert [(row[1], row[2]) for row in rows] == [(day, about) for day, _, about in BEFORE_EASTER]
    found = events(client, ASKED)
    assert [str(event["summary"]) for event in found] == [
        f"{what}: {about} [demonstrasjon]" for _, what, about in BEFORE_EASTER
    ]
    assert len({str(event["uid"]) for event in found}) == len(found)
    assert all(str(event["url"]).startswith("https://akint.example/") for event in found)


def test_an_application_is_the_same_event_as_in_the_calendar_of_calls(client: FlaskClient) -> None:
    calls = Calendar.from_ical(client.get("/utlysninger.ics").data).walk("VEVENT")
    one = next(event for event in events(client, ASKED) if str(event["summary"]).startswith("Søknadsfrist"))
    other = next(event for event in calls if event["uid"] == one["uid"])
    assert one.decoded("dtstart") == other.decoded("dtstart")


def test_kinds_and_owner_narrow_page_and_calendar_alike(site: Site, client: FlaskClient) -> None:
    for more in (
        {"hva": "vedtak"},
        {"hva": "eu-sak,avtale"},
        {"ansvarlig": "Seksjon for fylkesvei"},
        {"til": "14"},
        MARCH,
    ):
        view, _ = shown(site, **more)
        n = len(view.tables["liste"])
        assert 0 < n < 50, more
        assert len(events(client, more)) == n, more


def test_the_days_looked_at_can_begin_on_any_day(site: Site) -> None:
    """March alone: the deadlines that the longer window has in it, and the title says both days."""
    view, body = shown(site, **MARCH)
    wide = shown(site, til=MARCH["til"])[0].tables["liste"].rows
    assert view.tables["liste"].rows == tuple(row for row in wide if row[1] >= MARCH["fra"])
    assert "frister fra 01.03.2027 til og med 31.03.2027, den første om" in headline(body)
    assert "Fra 01.03.2027 til og med 31.03.2027" in plain(body)


def test_a_month_is_chosen_with_its_number(site: Site) -> None:
    """Each entry of the menu leads to as many deadlines as it says, and pressed again back to the usual days."""
    _, body = shown(site)
    menu = next(node for node in components(body) if getattr(node, "id", "") == "valg-frister-maned")
    links = [node for node in components(menu) if type(node).__name__ == "A"]
    assert len(links) > 5
    for link in links[:4]:
        there = dict(parse_qsl(urlsplit(link.href).query))
        words, _, n = plain(link).rpartition(" ")
        found, again = shown(site, **there)
        assert len(found.tables["liste"]) == int(n), words
        back = next(node for node in components(again) if type(node).__name__ == "A" and plain(node).startswith(words))
        assert back.href == "/frister"


def test_an_area_is_chosen_first_of_the_facets_with_its_number(site: Site) -> None:
    """By the one selection there is: the same address as the menu of the filters has, each with as many as it says."""
    view, body = shown(site, til="60", hva="soknad,vedtak")
    menus = [node for node in components(body) if str(getattr(node, "id", "")).startswith("valg-")]
    days, *menus = menus
    assert days.id == "valg-dager"
    assert [node.id for node in menus] == ["valg-frister-omrade", "valg-frister-maned", "valg-hva", "valg-ansvarlig"]
    links = [node for node in components(menus[0]) if type(node).__name__ == "A"]
    assert len(links) > 3
    for link in links:
        there = dict(parse_qsl(urlsplit(link.href).query))
        assert (there["til"], there["hva"]) == ("60", "soknad,vedtak")
        assert set(there) == {"omrade", "til", "hva"}
        words, _, n = plain(link).rpartition(" ")
        assert words == view.name("area", there["omrade"])
        assert len(shown(site, **there)[0].tables["liste"]) == int(n), words
    one = dict(parse_qsl(urlsplit(links[0].href).query))
    again = [node for node in components(shown(site, **one)[1]) if getattr(node, "className", "") == "on"]
    assert "omrade" not in again[0].href


@pytest.mark.parametrize(
    ("address", "words"),
    [("/frister", "Før påske (til og med 24.03.2027)"), ("/en/frister", "Before Easter (up to 24 Mar 2027)")],
)
def test_the_way_to_easter_says_its_last_day(site: Site, address: str, words: str) -> None:
    _, body = shown(site, address)
    way = next(node for node in components(body) if "til=paske" in getattr(node, "href", ""))
    assert way.children.replace("\xa0", " ") == words


def test_an_english_reader_hears_what_is_in_norwegian(client: FlaskClient) -> None:
    said = [str(event["summary"]) for event in events(client, ASKED, "/en")]
    assert said[0].startswith("Decision to apply: ")
    assert said[4].startswith("Submission on the proposal: ")


def test_what_is_not_understood_is_said_and_left_out(site: Site) -> None:
    view, body = shown(site, til="snart", hva="vedtak,tull")
    words = plain(body)
    assert "«snart» er ikke en kjent verdi" in words
    assert "«tull» er ikke en kjent verdi" in words
    assert {row["kind"][1] for row in view.tables["liste"].dicts()} == {"decision"}


def test_an_empty_window_names_the_next_deadline(site: Site) -> None:
    _, body = shown(site, omrade="UTD", til="14")
    assert headline(body) == "Ingen kjente frister til og med 09.12.2026 med dette filteret"
    assert "Den neste kommer 20.01.2027, om 56 dager: Vedtak om å søke: Demo: Helsefag på tvers av land." in (
        plain(body)
    )


def test_steps_towards_an_application_are_told_apart_from_its_deadline(site: Site) -> None:
    opened = site.open("/frister", {})
    assert opened is not None
    view, page = opened
    page.body(view)
    assert "Selve søknadsfristene er ikke regnet som steg." in view.told["akse"].say
