"""The page of the quality of the data: what it finds, whose it is, and that each number leads to just those records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from akint_dash.access.viewer import AT_HOME, stranger
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.quality import found, ordered
from akint_dash.measures.quality_rules import EVERY
from akint_dash.pages import OF_STAFF, PAGES
from akint_dash.pages.quality.ways import is_filled, to_field
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.snapshots import Snapshots
from akint_dash.text import quality as text
from akint_dash.text.record import kinds
from akint_dash.text.words import Words
from tests.reading import components
from tests.test_bases import headline, plain

PAGE = next(page for page in PAGES if page.path == "/kvalitet")


@pytest.fixture(scope="module")
def staff(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-24", audience="staff")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES, lambda: AT_HOME)


def shown(site: Site, address: str = "/kvalitet", **query: str) -> tuple[View, Any]:
    opened = site.open(address, query)
    assert opened is not None
    return opened[0], opened[1].body(opened[0])


def test_the_finding_says_how_many_in_how_many_records_and_ranks_nobody(staff: Site) -> None:
    view, body = shown(staff)
    assert headline(body) == "169 feil og mangler, 153 av dem i 144 registreringer; 9 må rettes først"
    assert view.tables["omrader"].column("n")[0] == 54
    assert sum(view.tables["regler"].column("n")) == sum(view.tables["omrader"].column("n")) == 169
    assert len(view.tables["poster"]) == 169
    said = plain(body)
    assert (
        "9 må rettes, 1 må avklares, og 159 bør rettes. 142 av de 169 er med på oversikten, samlet i 20 slag." in said
    )
    assert "har flest" not in said


def test_what_is_of_frames_that_nobody_recorded_is_in_no_record(site: Site) -> None:
    """«25 feil og mangler i 20 registreringer», of which four were of a frame that is not recorded."""
    view, body = shown(site, omrade="SAM")
    faults = found(view.scope)
    absent = [one for one in faults if one.absent]
    inside = {(one.entity, one.code) for one in faults if not one.absent}
    assert len({one.code for one in absent}) == 1
    assert f"{len(faults)} feil og mangler, {len(faults) - len(absent)} av dem i {len(inside)} reg" in headline(body)
    assert "Fire av dem gjelder en ramme som ikke er registrert." in plain(body)
    assert "som ikke er registrert." not in plain(shown(site, regel="notice")[1])


def test_what_must_be_settled_is_explained_where_there_is_any(staff: Site) -> None:
    """Eight must be corrected, one settled and 190 should be corrected: «resten bør rettes» of the last two."""
    told = "Det som må avklares, kan være i strid med strategien. Resten bør rettes."
    assert told in plain(shown(staff)[1])
    said = plain(shown(staff, regel="notice")[1])
    assert "Det som må avklares" not in said
    assert "Resten bør rettes." in said


def test_what_belongs_to_no_department_is_told_apart_from_the_offices(staff: Site) -> None:
    view, body = shown(staff)
    offices = [one for one in found(view.scope) if one.area == "FRL"]
    shared = sum(one.shared for one in offices)
    assert 0 < shared < len(offices)
    assert {one.entity for one in offices if one.shared} >= {"participation"}
    assert f"Av de {len(offices)} hos Fylkesrådslederens kontor gjelder {shared} det som ikke hører" in plain(body)


def test_only_who_may_change_a_field_is_told_to(staff: Site) -> None:
    """Guests read «Fyll ut: Kontingent», and that own money to reconstruction must be corrected, as if surely wrong."""
    orders = ("Fyll ut:", "Rett:", "Kontroller:", "Fill in:", "Correct:", "Check:")
    for address in ("/kvalitet", "/en/kvalitet"):
        said = plain(shown(replace(staff, who=stranger), address)[1])
        assert [order for order in orders if order in said] == []
        assert ("Mangler: " if address == "/kvalitet" else "Missing: ") in said
    page = next(page for page in OF_STAFF if page.path.endswith("/rett"))
    theirs = plain(shown(replace(staff, pages=(*PAGES, page)))[1])
    assert "Fyll ut: " in theirs
    assert "Kontroller: Formål" in theirs
    (row,) = [row for row in shown(staff)[0].tables["regler"].dicts() if row["rule"].startswith("Egne penger registr")]
    assert row["severity"] == "Må avklares"


def test_what_a_record_has_is_not_said_to_be_missing_and_what_it_lacks_is_not_wrong(staff: Site) -> None:
    """«Mangler: Prosjektstatus» stood under the refusals without a reason, whose status is «Avslått»."""
    view, _ = shown(staff)
    portfolio = view.portfolio
    for one in found(view.scope):
        values = portfolio.get(one.entity, one.code)
        field = text.field(view.words, one.rule, one.entity, values, view.day.year)
        for part, entity in ENTITIES.items():
            if field == kinds(view.words, part) and entity.parent and entity.by_name[entity.parent].of == one.entity:
                assert not [v for v in portfolio.records(part).values() if v[entity.parent] == one.code], (one, field)
        blank = EVERY[one.rule].blank
        assert not (blank and is_filled(view, one)), one
    rows = view.tables["poster"].dicts()
    assert {r["field"] for r in rows if r["rule"] == "Avslag der begrunnelsen ikke er registrert"} == {
        "Begrunnelse for avslaget"
    }
    assert text.field(view.words, "fee", "membership", {}, 2026) == "Kontingent for 2026"


def test_what_is_missing_and_on_no_overview_is_not_told_apart_from_what_is_missing(staff: Site) -> None:
    """«18 av de 23 er opplysninger som mangler» stood over five results whose evidence is missing too."""
    for address, words in (("/kvalitet", "er opplysninger som mangler"), ("/en/kvalitet", "are missing information")):
        assert words not in plain(shown(staff, address, omrade="NAE")[1])
    assert "15 av de 20 er med på oversikten, samlet i 7 slag." in plain(
        shown(replace(staff, who=stranger), omrade="NAE")[1]
    )


def test_the_overview_says_kinds_of_what_this_page_counts_one_by_one(staff: Site) -> None:
    view, body = shown(staff, "/")
    assert "20 slags mangler i dataene" in plain(body)
    assert len(view.tables["hull"]) == 20
    assert any(getattr(one, "href", "") == "/kvalitet" for one in components(body))


def test_a_stranger_is_told_of_public_records_only(staff: Site) -> None:
    view, body = shown(replace(staff, who=stranger))
    state = staff.snapshots.portfolio("staff").state
    internal = {c for records in state.values() for c, v in records.items() if v.get("visibility") == "internal"}
    assert internal
    assert not internal & set(view.tables["poster"].column("code"))
    assert "Bare offentlige registreringer er med." in plain(body)


def test_each_list_holds_just_the_records_that_its_rule_finds(staff: Site) -> None:
    view, body = shown(staff, omrade="SAM,FRL")
    lists = {link.href for link in components(body) if "/data/" in str(getattr(link, "href", ""))}
    assert len(lists) >= 10
    for href in lists:
        there = urlsplit(href)
        query = dict(parse_qsl(there.query))
        listed, _ = shown(staff, there.path, **query)
        theirs = {one.code for one in found(view.scope, query["regel"]) if not one.absent}
        assert set(listed.tables["liste"].column("kode")) <= theirs
        assert len(listed.tables["liste"]) > 0


def test_one_rule_and_one_owner_narrow_the_page_its_lists_and_what_leaves_the_house(staff: Site) -> None:
    view, body = shown(staff, regel="goal", ansvarlig="Seksjon for klima")
    some = found(view.scope, "goal", "Seksjon for klima")
    assert 0 < len(some) < len(found(view.scope, "goal"))
    assert headline(body).startswith(f"{len(some)} feil og mangler i {len(some)} registreringer")
    assert {"Prosjekter som ikke er knyttet til et mål", "Seksjon for klima"} <= {words for _, words in PAGE.said(view)}
    listed, said = shown(staff, "/data/prosjekt", regel="goal", ansvarlig="Seksjon for klima")
    assert set(listed.tables["liste"].column("kode")) == {one.code for one in some}
    assert "Prosjekter som ikke er knyttet til et mål" in plain(said)


def test_what_the_address_says_wrong_is_told_and_left_out(staff: Site) -> None:
    for address in ("/kvalitet", "/data/prosjekt"):
        assert "«finnes-ikke» er ikke en kjent verdi" in plain(shown(staff, address, regel="finnes-ikke")[1])
    assert headline(shown(staff, ansvarlig="Ingen som finnes")[1]) == "Kontrollene viser ingen feil eller mangler"


def test_nothing_recorded_breaks_no_rule(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/empty.db", today="2026-11-24")
    engine = open_engine(settings.database_url)
    upgrade(engine)
    site = Site(settings, Snapshots(engine, 2), PAGES)
    assert headline(shown(site)[1]).startswith("Ingenting er registrert ennå")


def test_each_record_leads_to_its_sheet_or_to_the_form_of_its_field(staff: Site) -> None:
    view, _ = shown(staff)
    for _, some in ordered(found(view.scope)):
        for one in some[:2]:
            path = urlsplit(to_field(view, one)).path
            assert path.startswith("/post/")
            assert staff.open(path, {}), one


def test_an_earlier_day_has_the_numbers_of_that_day(staff: Site) -> None:
    view, body = shown(staff, per="2026-06-01")
    rows = [row for row in shown(staff)[0].tables["utvikling"].dicts() if row["rule"] == "Alle kontroller"]
    then = next(row["n"] for row in rows if row["day"] == "2026-06-01")
    assert headline(body).startswith(f"{then} feil og mangler")
    assert len(found(view.scope)) == then


def test_a_part_of_a_record_is_its_records_section_by_name(staff: Site) -> None:
    """Own money of a project said «Seksjon for regional planlegging» in quotes, as what nobody has."""
    view, _ = shown(staff, regel="own_reconstruction")
    assert view.tables["poster"].column("owner") == ("Seksjon for regional planlegging",)


def test_rules_that_find_as_many_are_named_together_and_a_number_that_came_back_names_its_day() -> None:
    """«flest gjelder X (5)» where Y had 5 too; «0, som før» where it had been 1."""
    w = Words("nb")
    assert text.rules_title(w, 11, 58, ["A", "B"], 4) == (
        "11 av 58 kontroller viser feil eller mangler; flest gjelder «A» og «B» (4 hver)"
    )
    assert text.rules_title(w, 11, 58, ["A"], 4).endswith("; flest gjelder «A» (4)")
    assert text.rules_title(w, 11, 58, ["A", "B", "C", "D"], 1) == "11 av 58 kontroller viser feil eller mangler"
    assert (text.line(w, 0, 0), text.line(w, 0, 0, date(2025, 12, 12))) == ("0, som før", "0, som 12.12.2025")


def test_what_is_not_recorded_is_not_said_not_to_be() -> None:
    """«Rammer uten vedtak»: there may be a decision that nobody has recorded."""
    held = {"decided_by", "silent_area", "application_hours", "fee"}
    assert all("registrert" in text.NAMES[rule] for rule in held)
