"""The lists as pages: the same rows page by page, for the grid and in files; only what the reader may see."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.domain.history import Change
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES, Kind, Sort
from akint_dash.store.engine import open_engine
from akint_dash.store.revisions import Origin, record
from akint_dash.text.words import Words

from .canary import WORD
from .clients import client_of
from .reading import Node, page_of
from .test_stranger import page_bytes


def opened(client: FlaskClient, path: str, query: str = "") -> Node:
    return page_of(page_bytes(client, path, f"?{query}" if query else ""))


def names(page: Node) -> list[str]:
    """The rows of the plain list, by the addresses of their sheets."""
    rows = [n for n in page.all() if n.name == "th" and n.attributes.get("scope") == "row"]
    return [str(link.attributes["href"]).partition("?")[0] for row in rows for link in row.all() if link.name == "a"]


def rows(client: FlaskClient, path: str, query: str, first: int = 0, last: int = 500) -> list[dict[str, Any]]:
    answer = client.get(f"{path}/rader?{query}&fra={first}&til={last}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.get_json()["rows"]
    return found


QUERIES = ("", "sorter=-start,navn", "omrade=SAM&sorter=kode", "er-kind=course", "finn=mote", "periode=2025", "talt=ja")


@pytest.mark.parametrize("query", QUERIES)
def test_the_pages_together_the_blocks_of_the_grid_and_the_file_are_one_list(staff: FlaskClient, query: str) -> None:
    pages, at = list[str](), 1
    while True:
        page = opened(staff, "/data/aktivitet", f"{query}&blad={at}")
        pages += names(page)
        if "Neste" not in [n.text for n in page.all() if n.name == "a"]:
            break
        at += 1
    path = "/data/aktivitet"
    blocks = [row for first in range(0, 600, 100) for row in rows(staff, path, query, first, first + 100)]
    assert [str(row["_href"]).partition("?")[0] for row in blocks] == pages
    assert len(set(pages)) == len(pages)
    assert len(pages) > 3
    if len(pages) > 100:
        assert at == -(-len(pages) // 100)
    file = staff.get(f"/last-ned/siden.json?side=/data/aktivitet&{query}").get_json()
    assert len(file["exhibits"][0]["rows"]) == len(pages)
    assert [row[0] for row in file["exhibits"][0]["rows"]][:50] == [row["navn"] for row in blocks][:50]
    text = staff.get(f"/last-ned/liste.csv?side=/data/aktivitet&{query}").get_data(as_text=True)
    assert text.count("A-") >= len(pages)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("entity", ENTITIES)
def test_every_kind_has_a_list_of_what_its_reader_may_see(
    stranger: FlaskClient, staff: FlaskClient, entity: str
) -> None:
    path = f"/data/{ADDRESS[entity]}"
    counts = []
    for client in (stranger, staff):
        for language in ("", "/en"):
            page = opened(client, language + path)
            title = next(n.text for n in page.all() if n.name == "h1")
            number = re.search(r"([\d\N{NO-BREAK SPACE},]+)$", title)
            assert number, title
            counts.append(int(re.sub(r"\D", "", number[1])))
            assert len(names(page)) == min(100, counts[-1])
            assert len(rows(client, language + path, "")) == min(500, counts[-1])
    assert counts[0] == counts[1] <= counts[2] == counts[3]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("entity", ENTITIES)
def test_every_column_can_be_shown_sorted_filtered_and_summed(staff: FlaskClient, entity: str) -> None:
    path = f"/data/{ADDRESS[entity]}"
    page = opened(staff, path)
    links = [str(n.attributes.get("href")) for n in page.all() if n.name == "a"]
    every = {
        part for link in links if "kolonner=" in link for part in re.split(r"%2C|,", link.partition("kolonner=")[2])
    }
    columns = sorted({part.partition("&")[0] for part in every if re.fullmatch(r"[a-z_]+(&.*)?", part)})
    assert columns
    shown = "kolonner=" + ",".join(columns)
    whole = len(rows(staff, path, shown))
    for name in columns:
        assert len(rows(staff, path, f"{shown}&sorter=-{name}")) == whole
        answer = staff.get(f"{path}/kolonne?navn={name}&kopier=1").get_json()
        assert answer["told"]
        assert len(answer["copy"].split("\n")) == staff.get(f"{path}/rader?fra=0&til=1").get_json()["of"] + 1
    filtered = opened(staff, path, shown)
    fields = [n.attributes.get("name") for n in filtered.all() if n.name in ("input", "select")]
    by_name = ENTITIES[entity].by_name
    for name in columns:
        if name in by_name and by_name[name].kind in (Kind.CHOICE, Kind.DATE, Kind.MONEY):
            assert {f"er-{name}", f"fra-{name}"} & {str(field) for field in fields}


def test_what_is_copied_is_as_a_norwegian_spreadsheet_takes_it(stranger: FlaskClient) -> None:
    answer = stranger.get("/data/prosjekt/rader?kolonner=budget,start,fte&fra=0&til=500").get_json()
    heading = answer["heading"].split("\t")
    assert heading == ["Navn", "Budsjett, vår del", "Budsjett, vår del (valuta)", "Start", "Årsverk i prosjektet"]
    lines = [row["_copy"].split("\t") for row in answer["rows"]]
    assert {len(line) for line in lines} == {5}
    assert all(re.fullmatch(r"\d+(,\d+)?|", line[1]) for line in lines)
    assert any("," in line[4] for line in lines)
    assert all(re.fullmatch(r"\d\d\.\d\d\.\d{4}|", line[3]) for line in lines)
    english = stranger.get("/en/data/prosjekt/rader?kolonner=budget,start,fte&fra=0&til=500").get_json()
    assert any(re.search(r"\t\d+\.\d+$", row["_copy"]) for row in english["rows"])
    assert any(re.search(r"\t\d{4}-\d\d-\d\d\t", row["_copy"]) for row in english["rows"])


def test_a_sum_is_what_its_rows_sum_to(stranger: FlaskClient) -> None:
    for query in ("", "omrade=SAM", "er-status=granted"):
        found = rows(stranger, "/data/prosjekt", f"{query}&kolonner=budget")
        parts: dict[str, float] = {}
        for row in found:
            amount, currency = row["_copy"].split("\t")[1:]
            if amount:
                parts[currency] = parts.get(currency, 0) + float(amount.replace(",", "."))
        told = stranger.get(f"/data/prosjekt/kolonne?navn=budget&{query}").get_json()["told"]
        for amount in parts.values():
            assert f"{amount:,.0f}".replace(",", "\N{NO-BREAK SPACE}") in told
        lacking = sum(not row["_copy"].split("\t")[1] for row in found)
        count = Words("nb").count(lacking) if lacking else ""
        assert (f"; {count} mangler" in told) == (lacking > 0)


COUNTED = (
    "", "omrade=SAM", "virkemiddel=KOM&periode=2025", "status=granted", "tema=samferdsel&sok=e", "program=HORIZON",
    "ring=norden",
)  # fmt: skip


@pytest.mark.parametrize("query", COUNTED)
def test_the_lists_hold_what_the_pages_count(stranger: FlaskClient, query: str) -> None:
    counted = next(n.text for n in opened(stranger, "/strategien", query).all() if n.attributes.get("class") == "left")
    number = int(re.sub(r"\D", "", re.split(r"[a-z]", counted)[0]))
    every = sum(
        stranger.get(f"/data/{slag}/rader?{query}&talt=ja&fra=0&til=1").get_json()["of"]
        for slag in ("prosjekt", "eu-sak", "aktivitet", "bilateralt-samarbeid")
    )
    assert every == number
    page = opened(stranger, "/data", f"{query}&talt=ja")
    assert next(n.text for n in page.all() if n.name == "h1").startswith((f"{number} ", "Ett "))


def test_a_heading_orders_the_list_and_says_so(stranger: FlaskClient) -> None:
    page = opened(stranger, "/data/prosjekt", "sorter=-start")
    heads = {n.text.partition(",")[0]: n for n in page.all() if n.name == "th" and n.attributes.get("scope") == "col"}
    assert heads["Start"].attributes["aria-sort"] == "descending"
    assert "aria-sort" not in heads["Slutt"].attributes
    assert "Sortert etter start, synkende; det som mangler, står sist." in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kolonner=finnes_ikke", "«finnes_ikke» er ikke en kjent verdi"),
        ("sorter=-finnes_ikke", "«-finnes_ikke» er ikke en kjent verdi"),
        ("fra-start=i går", "«i går» er ikke en kjent verdi"),
        ("fra-budget=mye", "«mye» er ikke en kjent verdi"),
        ("er-sector=public", "«er-sector» er ikke en kjent verdi"),
        ("kolonner=note", "«note» er ikke en kjent verdi"),
    ],
)
def test_what_the_address_asks_in_vain_is_said(stranger: FlaskClient, query: str, said: str) -> None:
    page = opened(stranger, "/data/prosjekt", query)
    assert said in page.text
    assert len(names(page)) > 20


@pytest.mark.parametrize(
    "path", ["/data/ingenting", "/data/prosjekt/P-0017", "/data/ingenting/rader", "/data/x/kolonne"]
)
def test_what_is_no_list_is_not_found(stranger: FlaskClient, path: str) -> None:
    assert stranger.get(path).status_code == 404


def test_a_column_that_is_not_there_is_not_found(stranger: FlaskClient) -> None:
    assert stranger.get("/data/prosjekt/kolonne?navn=note").status_code == 404
    assert stranger.get("/data/prosjekt/kolonne").status_code == 404


@pytest.mark.parametrize("fra", ["-1", "x", "9" * 30, ""])
def test_a_block_that_cannot_be_is_the_first_or_empty(stranger: FlaskClient, fra: str) -> None:
    assert stranger.get(f"/data/prosjekt/rader?fra={fra}&til=2").status_code == 200


def test_filters_that_a_kind_does_not_follow_are_said(stranger: FlaskClient) -> None:
    page = opened(stranger, "/data/kommune", "omrade=SAM&status=granted&periode=2025")
    assert "Filtrene på rådsområde, status og periode gjelder ikke her." in page.text
    assert "gjelder ikke her" not in opened(stranger, "/data/prosjekt", "omrade=SAM&status=granted&periode=2025").text


# -- what strangers must not read, and what nobody should


@pytest.mark.parametrize("entity", [e.name for e in ENTITIES.values() if e.sort is not Sort.LIST])
def test_no_secret_is_in_a_list_of_strangers(canary: FlaskClient, entity: str) -> None:
    path = f"/data/{ADDRESS[entity]}"
    columns = "kolonner=" + ",".join(ENTITIES[entity].by_name)
    for query in (columns, f"{columns}&sorter=-navn", "er-visibility=internal"):
        assert WORD not in page_bytes(canary, path, f"?{query}").decode()
        assert WORD not in canary.get(f"{path}/rader?{query}&fra=0&til=500").get_data(as_text=True)
    assert canary.get(f"{path}/kolonne?navn=navn&kopier=1").status_code == 200
    assert WORD not in canary.get(f"{path}/kolonne?navn=navn&kopier=1").get_data(as_text=True)
    for found in (
        canary.get(f"{path}/rader?finn={WORD}&fra=0&til=9"),
        canary.get(f"{path}/rader?er-area={WORD}&til=9"),
    ):
        assert WORD not in found.get_data(as_text=True)


def test_searching_a_list_for_a_secret_finds_nothing(canary: FlaskClient) -> None:
    for entity in ENTITIES:
        assert canary.get(f"/data/{ADDRESS[entity]}/rader?finn={WORD}&fra=0&til=9").get_json()["of"] == 0


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\t=1+1\n@x'


def test_hostile_texts_are_only_texts_and_no_formulas(demo_database: str) -> None:
    texts = {c.name: HOSTILE for c in ENTITIES["project"].columns if c.kind is Kind.TEXT}
    formula = dict.fromkeys(texts, "=HYPERLINK(1)")
    engine = open_engine(demo_database)
    for code, some in (('P/<&>.1 "~', texts), ("P-FORMEL", formula)):
        values: Any = {**some, "area": "SAM", "visibility": "public"}
        added = [Change("project", code, None, values)]
        record(engine, Origin("test", "arbeidsbok"), lambda *_, added=added: added)
    engine.dispose()
    client = client_of(demo_database, "public")
    columns = "kolonner=" + ",".join(texts)
    for query in (columns, f"finn={HOSTILE[:20]}", f"er-area={HOSTILE[:30]}"):
        page = page_of(page_bytes(client, "/data/prosjekt", f"?{query}"))
        assert not [n for n in page.all() if n.name in ("img", "script") or "onerror" in n.attributes]
    for row in rows(client, "/data/prosjekt", columns):
        if row["_code"] in ("P-FORMEL", 'P/<&>.1 "~'):
            cells = row["_copy"].split("\t")
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
            assert "\n" not in row["_copy"]
            assert len(cells) == len(
                client.get(f"/data/prosjekt/rader?{columns}&til=1").get_json()["heading"].split("\t")
            )
