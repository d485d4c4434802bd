"""The sheet of every record opens in both languages with its name, and holds every value that its reader may see."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.components.markup import compact
from akint_dash.components.page import Site
from akint_dash.components.record_link import sheet_path
from akint_dash.components.record_name import plain_name
from akint_dash.components.view import View, field_of
from akint_dash.domain.choices import word
from akint_dash.domain.history import Change
from akint_dash.domain.schema import ENTITIES, Column, Kind, Sort
from akint_dash.pages import PAGES
from akint_dash.pages.record import heading
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import STAFF_ONLY, Portfolio
from akint_dash.store.revisions import Origin, record
from akint_dash.store.snapshots import Snapshots
from akint_dash.text import record as text

from .canary import WORD
from .clients import TODAY, client_of
from .reading import Node, elements, page_of
from .test_stranger import page_bytes

LANGUAGES = ("", "/en")
ONCE = re.compile(rb'"end_id":"[^"]*"')
"""What Dash gives each answer of its own, whatever is asked."""


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings.model_validate({"database_url": f"sqlite:///{demo_file}", "today": TODAY})
    return Site(settings, Snapshots(open_engine(settings.database_url), 60), PAGES)


def opened(site: Site, address: str) -> tuple[View, Node]:
    """The view of a sheet and its elements."""
    found = site.open(address, {})
    assert found is not None, address
    view, page = found
    body = [part.to_plotly_json() for part in compact(list(page.body(view)))]
    return view, Node("page", {}, elements(plainly(body)))


def plainly(node: Any) -> Any:
    """Components as they are sent."""
    if isinstance(node, list | tuple):
        return [plainly(one) for one in node]
    if hasattr(node, "to_plotly_json"):
        return plainly(node.to_plotly_json())
    if isinstance(node, dict):
        return {key: plainly(value) for key, value in node.items()}
    return node


def flat(text: str) -> str:
    return " ".join(text.split())


def said(view: View, column: Column, value: Any) -> list[str]:
    """What a value should look like, worked out without the page's own functions."""
    w = view.words
    match column.kind:
        case Kind.DATE:
            return [w.date(value)]
        case Kind.MOMENT:
            return [w.moment(value)]
        case Kind.CHOICE:
            return [word(column.of, value, w.language)]
        case Kind.REFERENCE:
            return [plain_name(view, column.of, value)]
        case Kind.TIES:
            return [plain_name(view, column.of, code) for code, _ in value] + [
                w.percent(share / 100) for _, share in value if share is not None
            ]
        case Kind.MONEY:
            return [f"{value // 100:,}".replace(",", "\N{NO-BREAK SPACE}" if w.language == "nb" else ",")]
        case Kind.INTEGER | Kind.NUMBER:
            shown = f"{value:,.15g}".replace(",", "\N{NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}")
            return [shown.replace(".", ",") if w.language == "nb" else shown.replace("\N{NO-BREAK SPACE}", ",")]
        case _:
            return [str(value)]


def years(column: Column) -> bool:
    return column.name in ("year", "valid_from", "valid_to", "period_from", "period_to")


def lacking(view: View, page: str, entity: str, code: str) -> list[str]:
    """The values of a record that its sheet does not say."""
    columns, values, found = ENTITIES[entity].by_name, view.portfolio.get(entity, code), []
    for name, value in values.items():
        column = columns.get(name)
        if column is None or name in STAFF_ONLY | {"visibility", "currency", "record"}:
            continue
        other = name.removesuffix("_en") if name.endswith("_en") else f"{name.removesuffix('_nb')}_en"
        twins = {name.removesuffix("_nb"), other, f"{other}_nb"} & values.keys() - {name}
        if twins and name.endswith("_en") != (view.words.language == "en"):
            continue  # it is said in the page's language
        expected = [str(value)] if years(column) else said(view, column, value)
        if name == "source" and (told := text.source(view.words, entity)):
            expected = [told]  # how each entry was checked is for staff
        found += [f"{name}: {one}" for one in expected if flat(one) not in page]
    return found


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entity", ENTITIES)
def test_every_public_record_opens_with_its_name_and_every_value(site: Site, entity: str, language: str) -> None:
    portfolio = site.snapshots.portfolio("public")
    codes = list(portfolio.records(entity))
    assert codes
    for code in codes if len(codes) < 120 else codes[:: len(codes) // 100]:
        view, page = opened(site, language + sheet_path(entity, code))
        titles = [node.text for node in page.all() if node.name == "h1"]
        assert len(titles) == 1
        assert plain_name(view, entity, code) in titles[0]
        assert plain_name(view, entity, code) in heading(view)
        assert lacking(view, flat(page.text), entity, code) == [], (entity, code)
        assert "(på norsk)" not in titles[0]


def test_every_public_record_is_found_and_every_internal_one_is_not(
    stranger: FlaskClient, staff: FlaskClient, site: Site, demo_file: Path
) -> None:
    public = site.snapshots.portfolio("public")
    internal = 0
    for entity, records in site.snapshots.portfolio("staff").state.items():
        few = list(records)[:: max(1, len(records) // 8)]
        for code in {*few, *sorted(records.keys() - public.records(entity).keys())[::3]}:
            for language in LANGUAGES:
                address = language + sheet_path(entity, code)
                hidden = code not in public.records(entity)
                internal += hidden
                assert stranger.get(address).status_code == (404 if hidden else 200), address
                assert staff.get(address).status_code == 200, address
    assert internal > 50


def test_an_internal_code_answers_as_one_that_is_not_there(stranger: FlaskClient, site: Site) -> None:
    hidden = (
        site.snapshots.portfolio("staff").records("project").keys()
        - site.snapshots.portfolio("public").records("project").keys()
    )
    for code in sorted(hidden):
        nobody = "Q" * len(code)
        for ask in (lambda path: stranger.get(path).data, lambda path: page_bytes(stranger, path)):
            there, not_there = (
                ONCE.sub(b"", ask(f"/post/prosjekt/{one}").replace(one.encode(), b"")) for one in (code, nobody)
            )
            assert there == not_there
        assert "Denne siden finnes ikke" in page_of(page_bytes(stranger, f"/post/prosjekt/{code}")).text


@pytest.mark.parametrize(
    "path",
    [
        "/post",
        "/post/prosjekt",
        "/post/prosjekt/",
        "/post/ingenting/P-0017",
        "/post/prosjekt/p-0017",
        "/post/prosjekt/P-0017/x",
    ],
)
def test_what_names_no_record_is_not_found(stranger: FlaskClient, path: str) -> None:
    assert stranger.get(path).status_code == 404


def test_staff_see_that_a_record_is_internal_and_who_changed_it(
    stranger: FlaskClient, staff: FlaskClient, site: Site
) -> None:
    hidden = (
        site.snapshots.portfolio("staff").records("project").keys()
        - site.snapshots.portfolio("public").records("project").keys()
    )
    inside = page_of(page_bytes(staff, f"/post/prosjekt/{min(hidden)}")).text
    assert "Intern: vises bare for ansatte" in inside
    assert "akint-dash demo" in page_of(page_bytes(staff, "/post/prosjekt/P-0017")).text
    outside = page_of(page_bytes(stranger, "/post/prosjekt/P-0017")).text
    assert "akint-dash demo" not in outside
    assert "Bare for ansatte" not in outside


# -- what strangers must not read, and what nobody should


@pytest.mark.parametrize("entity", [e.name for e in ENTITIES.values() if e.sort is not Sort.LIST])
def test_a_secret_of_every_kind_has_no_sheet(canary: FlaskClient, entity: str) -> None:
    address = sheet_path(entity, f"{WORD}-{entity}")
    assert canary.get(address).status_code == 404
    assert "Denne siden finnes ikke" in page_of(page_bytes(canary, address)).text


@pytest.mark.parametrize(
    "address",
    ["radsomrade/SAM", "tema/samferdsel", "virkemiddel/PRO", "region/SE-O", "program/HORIZON", "prosjekt/P-0017"],
)
def test_a_sheet_that_secrets_point_at_says_nothing_of_them(canary: FlaskClient, address: str) -> None:
    for language in LANGUAGES:
        assert canary.get(f"{language}/post/{address}").status_code == 200
        assert WORD not in page_bytes(canary, f"{language}/post/{address}").decode()


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


def test_hostile_texts_are_only_texts(demo_database: str) -> None:
    code = 'P/<&>.1 "~'
    texts = {c.name: HOSTILE for c in ENTITIES["project"].columns if c.kind is Kind.TEXT}
    values: Any = {
        **texts,
        "address": "javascript:alert(3)",
        "owner_mail": f"a@b.no?bcc={HOSTILE}",
        "area": "SAM",
        "currency": HOSTILE,
        "budget": 100,
        "visibility": "public",
    }
    engine = open_engine(demo_database)
    for before, after in ((None, values), (values, {**values, "summary": HOSTILE * 2})):
        changes = [Change("project", code, before, after)]
        record(engine, Origin("test", HOSTILE), lambda *_, changes=changes: changes)
    engine.dispose()
    for audience in ("public", "staff"):
        client = client_of(demo_database, audience)
        for address in (sheet_path("project", code), "/en" + sheet_path("project", code)):
            assert client.get(address).status_code == 200
            page = page_of(page_bytes(client, address))
            assert HOSTILE in page.text
            assert not [n for n in page.all() if n.name in ("img", "script") or "onerror" in n.attributes]
            ways = [str(n.attributes.get("href")) for n in page.all() if n.name == "a"]
            assert not [way for way in ways if way.startswith(("javascript:", "mailto:a@b.no"))]


# -- the history, against the table of changes read by SQL


def differences(database: Path, entity: str, code: str) -> list[tuple[int, set[str]]]:
    """(revision, columns that changed) of a record, the newest first."""
    query = """
        select c.revision, k.key from change c, (
            select r.revision r, j.key from change r, json_each(coalesce(r.after, '{}')) j
            where r.entity = ? and r.code = ?
            union select r.revision, j.key from change r, json_each(coalesce(r.before, '{}')) j
            where r.entity = ? and r.code = ?
        ) k
        where c.entity = ? and c.code = ? and k.r = c.revision and c.before is not null and c.after is not null
          and json_extract(c.before, '$.' || k.key) is not json_extract(c.after, '$.' || k.key)
    """
    with sqlite3.connect(database) as connection:
        rows = connection.execute(query, (entity, code) * 3).fetchall()
    connection.close()
    found: dict[int, set[str]] = {}
    for revision, key in rows:
        found.setdefault(revision, set()).add(key)
    return sorted(found.items(), reverse=True)


def entries(page: Node) -> list[tuple[int, list[Node]]]:
    """(revision, fields) of the changes on a sheet."""
    found = []
    for node in page.all():
        if node.name == "section" and node.attributes.get("id") == "historikk":
            for item in node.all():
                if item.name == "li" and item.attributes.get("class") != "part":
                    number = re.search(r"oppdatering (\d+)", item.text)
                    fields = [n for n in item.all() if n.name == "dt"]
                    if number and fields:
                        found.append((int(number[1]), fields))
    return found


@pytest.mark.parametrize("entity", ["project", "dossier", "call", "activity", "cooperation", "membership", "budget"])
def test_the_history_is_the_differences_of_the_revisions(demo_file: Path, staff: FlaskClient, entity: str) -> None:
    with sqlite3.connect(demo_file) as connection:
        rows = connection.execute(
            "select code from change where entity = ? group by code having count(*) > 1 order by code", (entity,)
        ).fetchall()
    connection.close()
    for (code,) in rows[:40]:
        if staff.get(sheet_path(entity, code)).status_code != 200:
            continue  # it was closed
        told = entries(page_of(page_bytes(staff, sheet_path(entity, code))))
        known = differences(demo_file, entity, code)
        assert [(number, len(fields)) for number, fields in told] == [(n, len(keys)) for n, keys in known], code


def test_a_strangers_history_says_nothing_of_what_is_hidden(stranger: FlaskClient, site: Site) -> None:
    public: Portfolio = site.snapshots.portfolio("public")
    told = entries(page_of(page_bytes(stranger, "/post/prosjekt/P-0017")))
    known = [c for _, c in public.changes if (c.entity, c.code) == ("project", "P-0017") and c.before and c.after]
    assert len(told) == len(known) == 1


@pytest.mark.parametrize(
    ("entity", "parts"),
    [("project", ("project_step", "funding")), ("dossier", ("dossier_deadline",)), ("call", ("call_deadline",))],
)
def test_the_history_tells_of_the_parts_too(
    demo_file: Path, staff: FlaskClient, site: Site, entity: str, parts: tuple[str, ...]
) -> None:
    query = """
        select count(*) from change where entity = ? and
        (json_extract(before, '$.' || ?) = ? or json_extract(after, '$.' || ?) = ?)
    """
    told = 0
    for code in list(site.snapshots.portfolio("staff").records(entity))[:12]:
        with sqlite3.connect(demo_file) as connection:
            known = sum(connection.execute(query, (part, entity, code, entity, code)).fetchone()[0] for part in parts)
        connection.close()
        page = page_of(page_bytes(staff, sheet_path(entity, code)))
        assert sum(n.name == "li" and n.attributes.get("class") == "part" for n in page.all()) == known
        told += known
    assert told > 12


# -- both ways


def links(page: Node) -> set[str]:
    return {
        str(node.attributes["href"]).partition("?")[0]
        for node in page.all()
        if node.name == "a" and "href" in node.attributes
    }


@pytest.mark.parametrize("entity", ["project", "dossier", "organisation", "activity", "call", "cooperation", "actor"])
def test_a_tie_leads_both_ways(site: Site, entity: str) -> None:
    portfolio = site.snapshots.portfolio("public")
    for code in list(portfolio.records(entity))[:15]:
        view, page = opened(site, sheet_path(entity, code))
        there = links(page)
        for column in ENTITIES[entity].columns:
            value: Any = portfolio.get(entity, code).get(column.name)
            if value is None or column.of in (
                "area",
                "theme",
                "instrument",
                "programme",
                "region",
                "goal",
                "municipality",
            ):
                continue  # a list's own page names so many that it names but the first of them
            codes = {Kind.REFERENCE: lambda v: [v], Kind.TIES: lambda v: [c for c, _ in v]}.get(
                column.kind, lambda _: []
            )(value)
            for other in codes:
                assert sheet_path(column.of, other) in there
                assert sheet_path(entity, code) in links(opened(site, sheet_path(column.of, other))[1])
        assert view.portfolio is portfolio


def test_search_leads_to_the_sheet(stranger: FlaskClient) -> None:
    assert "/post/prosjekt/P-0017" in links(page_of(page_bytes(stranger, "/sok", "?q=P-0017")))


def test_the_one_before_leads_to_the_one_after_inside_the_selection(stranger: FlaskClient, site: Site) -> None:
    codes = [c for c, v in site.snapshots.portfolio("public").records("project").items() if v.get("area") == "SAM"]
    for at, code in enumerate(codes):
        page = page_of(page_bytes(stranger, sheet_path("project", code), "?omrade=SAM"))
        ways = {
            n.attributes.get("rel"): str(n.attributes["href"])
            for n in page.all()
            if n.attributes.get("rel") in ("prev", "next")
        }
        before = f"{sheet_path('project', codes[at - 1])}?omrade=SAM" if at else None
        after = f"{sheet_path('project', codes[at + 1])}?omrade=SAM" if at + 1 < len(codes) else None
        assert (ways.get("prev"), ways.get("next")) == (before, after)
        assert f"Nummer {at + 1} av {len(codes)} med dette filteret" in page.text


def test_a_record_of_a_list_of_very_records_says_its_place_in_it_and_leads_to_its_neighbours(
    stranger: FlaskClient, site: Site
) -> None:
    """ "Nummer 4 av 14" of all, of a number that counted three; one that is not in the list has its place among all."""
    every = list(site.snapshots.portfolio("public").records("project"))
    some, rest = every[1:8:3], every[0]
    listed = page_of(page_bytes(stranger, "/data/prosjekt", f"?koder={'~'.join(some)}"))
    hrefs = {str(n.attributes.get("href")) for n in listed.all()}
    assert f"{sheet_path('project', some[1])}?koder={'~'.join(some)}" in hrefs
    page = page_of(page_bytes(stranger, sheet_path("project", some[1]), f"?koder={'~'.join(some)}"))
    assert f"Nummer 2 av {len(some)} i listen du kom fra" in page.text
    ways = {n.attributes.get("rel"): str(n.attributes["href"]) for n in page.all() if n.attributes.get("rel")}
    assert ways["prev"] == f"{sheet_path('project', some[0])}?koder={'~'.join(some)}"
    assert ways["next"] == f"{sheet_path('project', some[2])}?koder={'~'.join(some)}"
    other = page_of(page_bytes(stranger, sheet_path("project", rest), f"?koder={'~'.join(some)}"))
    assert f"Nummer 1 av {len(every)}" in other.text
    assert "i listen du kom fra" not in other.text


def test_every_kind_has_a_name_for_the_title() -> None:
    for entity in ENTITIES:
        assert field_of(entity)


def test_the_sheet_of_a_municipality_names_first_who_takes_part_and_what_each_count_is_of(staff: FlaskClient) -> None:
    card = next(
        n for n in page_of(page_bytes(staff, "/post/kommune/3205")).all() if n.attributes.get("id") == "viser-hit"
    )
    heads = [node.text.partition(" (")[0] for node in card.all() if node.name == "h3"]
    assert heads[:2] == ["Eksterne aktører", "Prosjektdeltakelser"]
    assert heads.index("Aktiviteter") > 1
    links = [node.text for node in card.all() if node.name == "a"]
    assert "Kommuner" not in links
    assert sum(text.endswith(": Kommuner") for text in links) == 4
    assert "Lillestrøm · til 2023" in [node.text for node in card.all() if node.name == "li"]
