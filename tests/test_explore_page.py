"""Explore as a page: each number leads to records that make it, what has no meaning says so, strangers see less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from .reading import Node, page_of
from .test_record_sheets import client_of
from .test_stranger import page_bytes


@pytest.fixture(scope="module")
def staff(demo_file: Path) -> FlaskClient:
    return client_of(f"sqlite:///{demo_file}", "staff")


@pytest.fixture(scope="module")
def stranger(demo_file: Path) -> FlaskClient:
    return client_of(f"sqlite:///{demo_file}", "public")


def opened(client: FlaskClient, query: str, path: str = "/utforsk") -> Node:
    return page_of(page_bytes(client, path, f"?{query}"))


def numbers(page: Node) -> Iterator[tuple[str, str]]:
    """(words, address) of each number that leads on."""
    for node in page.all():
        if node.name == "a" and "data-punkt" in node.attributes:
            yield node.text, str(node.attributes["href"])


def behind(page: Node) -> list[str]:
    """The records shown."""
    links = (str(node.attributes.get("href", "")) for node in page.all() if node.name == "a")
    return [link for link in links if link.startswith("/post/")]


def heading(page: Node) -> str:
    return next(node.text for node in page.all() if node.name == "h1")


@pytest.mark.parametrize(
    "query", ["etter=omrade&og=virkemiddel", "mal=prosjekter&etter=land", "mal=tiltak&etter=kvartal"]
)
def test_a_number_of_the_table_opens_as_many_records(staff: FlaskClient, query: str) -> None:
    found = list(numbers(opened(staff, query)))
    assert len(found) > 8
    for words, address in found[:3] + found[-2:]:
        number = int(re.sub(r"\D", "", words))
        page = opened(staff, address.partition("?")[2].partition("#")[0])
        assert len(behind(page)) == min(number, 100)
        assert any(
            re.match(rf".*: ({number}|ett) (tiltak|prosjekt)", node.text) for node in page.all() if node.name == "h2"
        )


def test_the_file_of_the_records_has_all_of_them_and_their_sum(staff: FlaskClient) -> None:
    query = "mal=stotte&etter=ar&punkt=2025"
    file = staff.get(f"/last-ned/poster.json?side=/utforsk&{query}").get_json()["exhibits"][0]
    whole = staff.get(f"/last-ned/svar.json?side=/utforsk&{query}").get_json()["exhibits"][0]
    year = next(row for row in whole["rows"] if row[0] == 2025)
    assert len(file["rows"]) == year[2]
    assert sum(row[-1] for row in file["rows"] if row[-1] is not None) == pytest.approx(year[1])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mal=svartid&etter=program", "Dager til svar på henvendelser kan ikke deles etter program"),
        ("mal=stotte&etter=ring&og=land", "kan ikke deles etter både geografi og land"),
        ("etter=ar&og=ar", "kan ikke deles to ganger etter år"),
    ],
)
def test_a_question_without_a_meaning_says_so_and_offers_near_ones(staff: FlaskClient, query: str, said: str) -> None:
    page = opened(staff, query)
    assert said in heading(page)
    assert not list(numbers(page))
    instead = [
        str(n.attributes["href"])
        for n in page.all()
        if n.name == "a" and "etter" in n.text and "mal=" in str(n.attributes.get("href"))
    ]
    assert instead
    assert all(list(numbers(opened(staff, address.partition("?")[2]))) for address in instead)


def test_values_that_name_nothing_are_told_and_the_page_stands(staff: FlaskClient) -> None:
    page = opened(staff, "mal=tull&etter=omrade&som=linjer&punkt=a,b,c")
    notices = " ".join(n.text for n in page.all() if n.attributes.get("class") == "notice")
    assert "«tull» er ikke en kjent verdi" in notices
    assert "«a,b,c» er ikke en kjent verdi" in notices
    assert "«Linjer» passer ikke til dette spørsmålet. Her vises «Stolper»." in notices
    assert list(numbers(page))
    assert "ingen registreringer" in " ".join(n.text for n in opened(staff, "punkt=XXX").all() if n.name == "p")


def test_where_a_record_has_several_values_no_sum_is_shown_and_it_is_said(staff: FlaskClient) -> None:
    several, single = opened(staff, "mal=prosjekter&etter=land"), opened(staff, "mal=prosjekter&etter=program")
    assert "flere verdier for land" in " ".join(n.text for n in several.all() if n.attributes.get("class") == "say")
    for page, sums in ((several, False), (single, True)):
        assert ("I alt" in [n.text for n in page.all() if n.name == "th"]) == sums


def test_a_stranger_counts_public_records_only(staff: FlaskClient, stranger: FlaskClient) -> None:
    ours, theirs = (heading(opened(client, "")) for client in (staff, stranger))
    assert ours != theirs
    shown = behind(opened(stranger, "etter=virkemiddel&punkt=BIL"))
    assert shown
    for address in shown:
        assert stranger.get(address).status_code == 200


def test_how_a_year_is_counted_is_said_as_the_question_has_it(staff: FlaskClient) -> None:
    """«i året det begynte» stood under a period, in which a project counts every year from idea to end."""
    begins, goes_on = "Etter tid vises alt der det begynte.", "et prosjekt med hvert år fra idé til slutt."
    for query, said in (
        ("mal=tiltak&etter=omrade", (False, False)),
        ("mal=tiltak&etter=ar", (True, False)),
        ("mal=tiltak&etter=omrade&periode=2026", (False, True)),
        ("mal=timer&etter=omrade&periode=2026", (False, False)),  # hours are of the year of the beginning, always
        ("mal=budsjett&etter=ar&periode=2026", (False, False)),
    ):
        words = opened(staff, query).text
        assert (begins in words, "Med en valgt periode er " + goes_on in words) == said
        assert ("i året de begynte." in words) == ("mal=tiltak" not in query)
