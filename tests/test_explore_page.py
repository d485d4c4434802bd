"""Explore as a page: each number leads to records that make it, what has no meaning says so, strangers see less."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from .reading import Node, page_of
from .test_stranger import page_bytes


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
    notices = " ".join(n.text for n in page.all() if (n.attributes.get("class") or "").startswith("notice"))
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


# -- numbers chosen together, two selections, two measures


def texts(page: Node, name: str) -> list[str]:
    return [" ".join(node.text.split()) for node in page.all() if node.name == name]


def rows_of(page: Node) -> list[list[str]]:
    """The rows of the table of numbers."""
    found = next(node for node in page.all() if "explore-table" in str(node.attributes.get("class")))
    rows = [node for node in found.all() if node.name == "tr"]
    return [[cell.text for cell in row.all() if cell.name in ("th", "td")] for row in rows]


def test_numbers_chosen_together_open_the_records_of_all_each_once(staff: FlaskClient) -> None:
    one, other = (texts(opened(staff, f"etter=tema&punkt={code}"), "h2")[-1] for code in ("plan", "klima_miljo"))
    first, second = (int(re.findall(r"(\d+) tiltak", title)[0]) for title in (one, other))
    page = opened(staff, "etter=tema&punkt=plan~klima_miljo")
    both = int(re.findall(r"(\d+) tiltak", texts(page, "h2")[-1])[0])
    assert max(first, second) < both < first + second
    assert "Det som står under flere av de valgte tallene, er regnet én gang." in texts(page, "p")
    assert len(behind(page)) == min(100, both)
    answer = staff.get("/utforsk/rader?etter=tema&punkt=plan~klima_miljo&fra=0&til=500").get_json()
    assert answer["of"] == both == len({row["_code"] for row in answer["rows"]})
    assert [
        n.text
        for n in page.all()
        if n.name == "a" and n.attributes.get("aria-current") and "data-punkt" in n.attributes
    ]


def test_a_box_over_pairs_is_written_as_values_of_both(staff: FlaskClient) -> None:
    page = opened(staff, "etter=omrade&og=ar&punkt=SAM~KLI,2025~2026")
    cells = [opened(staff, f"etter=omrade&og=ar&punkt={a},{y}") for a in ("SAM", "KLI") for y in ("2025", "2026")]
    numbers_of = [int(re.findall(r"(\d+) tiltak", texts(cell, "h2")[-1])[0]) for cell in cells]
    assert int(re.findall(r"(\d+) tiltak", texts(page, "h2")[-1])[0]) == sum(numbers_of)


def test_a_part_of_a_year_is_compared_with_the_same_days_and_both_bases_are_said(staff: FlaskClient) -> None:
    page = opened(staff, "periode=2026&mot-periode=2025")
    assert heading(page) == "Antall tiltak etter rådsområde: 2026 per 30.10. mot 2025 per 30.10."
    head, *rows = rows_of(page)
    assert head == ["Rådsområde", "2026 per 30.10.", "2025 per 30.10.", "Forskjell"]
    for row in rows:
        one, other = (0 if cell == "–" else int(cell) for cell in row[1:3])
        assert int(row[3].replace("−", "-")) == one - other
    whole = int(rows_of(opened(staff, "periode=2025"))[-1][1])
    assert int(rows[-1][2]) < whole
    assert "Begge er regnet til samme dag i året: Dataene går til 30.10.2026." in page.text
    title = next(title for title in texts(page, "h2") if title.startswith("2026 per 30.10."))
    assert title == f"2026 per 30.10.: i alt {rows[-1][1]} tiltak; 2025 per 30.10.: i alt {rows[-1][2]} tiltak"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mot-periode=2025", "Periodene er ikke like lange"),
        ("periode=2026&mot-periode=2024-2025", "Periodene er ikke like lange"),
        ("periode=2027&mot-periode=2026", "Dataene går bare til 30.10.2026"),
        ("periode=2024&mot-periode=2000", "er ingenting registrert"),
    ],
)
def test_what_cannot_be_compared_has_no_difference_and_says_why(staff: FlaskClient, query: str, said: str) -> None:
    page = opened(staff, query)
    assert "Forskjell" not in rows_of(page)[0]
    assert said in page.text


def test_months_of_two_years_stand_beside_each_other_and_lead_to_the_records_of_either(staff: FlaskClient) -> None:
    page = opened(staff, "etter=maned&periode=2026&mot-periode=2025")
    rows = {row[0]: row for row in rows_of(page)}
    assert list(rows)[1:4] == ["Januar", "Februar", "Mars"]
    links = {words: address for words, address in numbers(page) if "mot-punkt=2025-03" in address}
    ((words, address),) = links.items()
    there = opened(staff, address.partition("?")[2].partition("#")[0])
    assert words == rows["Mars"][2]
    assert len(behind(there)) == int(words)


def test_two_selections_lead_to_their_own_records_and_say_what_stands_on_both(staff: FlaskClient) -> None:
    query = "omrade=SAM&mot-omrade=alle&mal=prosjekter&etter=program"
    page = opened(staff, query)
    assert heading(page) == "Antall prosjekter etter program: Samferdsel mot alle rådsområder"
    assert re.search(r"\d+ prosjekter er med på begge sider", page.text)
    own, other = rows_of(page)[-1][1:3]
    assert int(own) < int(other)
    records = opened(staff, f"{query}&punkt=alle&mot-punkt=alle")
    assert f": {own} prosjekter" in texts(records, "h2")[-1]
    assert f": {other} prosjekter" in texts(records, "h2")[-1]
    assert len(behind(records)) == int(other)


def test_two_measures_are_a_point_a_value_and_a_press_opens_the_records_of_both(staff: FlaskClient) -> None:
    page = opened(staff, "mal=prosjekter&mot-mal=timer&etter=omrade")
    assert heading(page) == "Antall prosjekter mot egne timer etter rådsområde"
    assert rows_of(page)[0] == ["Rådsområde", "Antall prosjekter", "Egne timer"]
    records = opened(staff, "mal=prosjekter&mot-mal=timer&etter=omrade&punkt=SAM")
    assert re.fullmatch(
        r"Samferdsel, antall prosjekter: \d+ prosjekter; Samferdsel, egne timer: \d+ tiltak, i alt minst [\d\s]+ timer",
        texts(records, "h2")[-1],
    )
    for query, said in (
        ("mal=prosjekter&mot-mal=timer&etter=ar", "etter tid: velg linjer"),
        ("mal=prosjekter&mot-mal=prosjekter&etter=omrade", "kan ikke holdes mot seg selv"),
        ("mal=svartid&mot-mal=stotte&etter=program", "kan ikke begge deles etter program"),
        ("mal=prosjekter&mot-mal=timer&etter=omrade&og=ring", "etter én inndeling"),
    ):
        assert said in heading(opened(staff, query))


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx", "pptx", "docx", "svg", "png"])
def test_the_files_of_a_comparison_say_both_sides(staff: FlaskClient, ending: str) -> None:
    query = "side=/utforsk&mal=timer&periode=2026&mot-periode=2025"
    answer = staff.get(f"/last-ned/svar.{ending}?{query}")
    assert answer.status_code == 200
    if ending in ("json", "csv", "svg"):
        said = answer.get_data(as_text=True)
        assert "2026 per 30.10." in said
        assert "2025 per 30.10." in said
        assert ending == "csv" or "samme dag i året" in said


def test_a_stranger_gets_public_rows_only(stranger: FlaskClient, staff: FlaskClient) -> None:
    path = "/utforsk/rader?etter=virkemiddel&punkt=BIL&fra=0&til=500"
    theirs, ours = (client.get(path).get_json() for client in (stranger, staff))
    assert 0 < theirs["of"] < ours["of"]
    assert stranger.get("/utforsk/rader?etter=virkemiddel").status_code == 404
    column = staff.get("/utforsk/kolonne?mal=stotte&etter=ar&punkt=2025&navn=verdi&kopier=1").get_json()
    assert "mill." in column["told"]
    assert len(column["copy"].splitlines()) == 1 + int(re.findall(r"(\d+) prosjekter", column["told"])[0])
