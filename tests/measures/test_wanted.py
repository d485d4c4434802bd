"""A blank is missing where something should have been recorded, and a dash where the record has none."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.lacks import LACKS
from akint_dash.measures.lists import columns_of, value_of
from akint_dash.measures.quality_rules import HOLES
from akint_dash.measures.wanted import FITS, MAY_BE_BLANK, OF_ALL, ONLY_OF, TIED, belongs, wanted
from akint_dash.pages import PAGES
from akint_dash.pages.history.words import files_said, who_said
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text import record as text
from akint_dash.text.changed import counts_told
from akint_dash.text.words import Words
from tests.test_bases import plain


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-24")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


def view_of(site: Site, address: str) -> View:
    opened = site.open(address, {})
    assert opened is not None
    return opened[0]


def test_what_the_page_of_quality_misses_is_missing_in_the_lists_too(site: Site) -> None:
    """No list draws a dash where a rule counts a gap."""
    scope, seen = view_of(site, "/kvalitet").scope, 0
    for key, lack in LACKS.items():
        ((entity, column),) = HOLES[key].fields.items()
        if lack.entity != entity or column not in columns_of(scope.portfolio, entity) or key in ("undated", "period"):
            continue
        for code in lack.found(scope, lack.base(scope)):
            if code in scope.portfolio.records(entity) and value_of(scope, entity, column, code) is None:
                seen += 1
            else:
                assert value_of(scope, entity, column, code) != NOT_APPLICABLE, (key, code)
    assert seen > 50


def test_a_dossier_that_is_negotiated_an_open_membership_and_no_ties_are_no_gaps(site: Site) -> None:
    scope = view_of(site, "/data/eu-sak").scope
    by_stage = {v["stage"]: code for code, v in scope.portfolio.records("dossier").items() if "celex" not in v}
    assert value_of(scope, "dossier", "celex", by_stage["negotiation"]) == NOT_APPLICABLE
    assert value_of(scope, "dossier", "celex", by_stage["adopted"]) is None
    assert value_of(scope, "membership", "to_date", "M-AER") == NOT_APPLICABLE
    assert value_of(scope, "membership", "notice_by", "M-AER") is None
    assert value_of(scope, "activity", "organisations", "A-0001") == NOT_APPLICABLE


def test_a_sheet_names_no_field_that_its_type_cannot_have(site: Site) -> None:
    """The sheet of a seminar said that its addressee, channel and outcome were not recorded."""
    opened = site.open("/post/aktivitet/A-0001", {})
    assert opened is not None
    said = plain(opened[1].body(opened[0]))
    assert [word for word in ("Mottaker", "Kanal", "Utfall", "Bistand bedt om") if word in said] == []
    assert "mangler" in said  # how many of the administration took part


def test_every_column_named_here_is_one(site: Site) -> None:
    named = {*FITS, *ONLY_OF, *TIED, *((entity, name) for entity, names in MAY_BE_BLANK.items() for name in names)}
    portfolio = view_of(site, "/").portfolio
    for entity, name in named:
        assert name in {*ENTITIES[entity].by_name, *columns_of(portfolio, entity)}, (entity, name)
        assert name not in ENTITIES[entity].by_name or not ENTITIES[entity].by_name[name].required
    assert all(any(name in entity.by_name for entity in ENTITIES.values()) for name in OF_ALL)


def test_what_a_type_cannot_hold_is_never_missing(site: Site) -> None:
    scope = view_of(site, "/").scope
    for entity, name in ONLY_OF:
        for code, values in scope.portfolio.records(entity).items():
            assert belongs(entity, name, values) or not wanted(scope, entity, name, code)


def test_guests_read_no_order_and_no_note_of_the_house(site: Site) -> None:
    """What not to say, how a wall gets its codes, and how a list was checked are for those who write here."""
    for address, words in {
        "/om": "Sier vi ikke",
        "/en/om": "Words not used",
        "/skjerm/oppsett": "får QR-kode når",
        "/post/region/SE-O": "allmenn kunnskap",
        "/en/post/region/SE-O": "kontrollert mot",
    }.items():
        opened = site.open(address, {})
        assert opened is not None
        assert words not in plain(opened[1].body(opened[0])), address


def test_a_kind_inside_a_sentence_has_a_small_letter_and_eu_keeps_its_own() -> None:
    assert text.kind_inside(Words("nb"), "dossier_deadline") == "frist i EU-sak"
    assert text.kind_inside(Words("nb"), "dossier") == "EU-sak"
    assert text.kind_inside(Words("en"), "dossier_deadline") == "deadline in an EU dossier"


def test_an_update_says_in_words_who_and_of_what() -> None:
    revision: Any = SimpleNamespace(who="akint-dash demo", files="2026-10-30, code")
    assert who_said(Words("nb"), revision) == "demonstrasjonen"
    assert files_said(Words("nb"), revision) == "30.10.2026, faste lister"
    assert counts_told(Words("nb"), {"added": 0, "changed": 4, "closed": 6}) == "fire endret, seks avsluttet"
    assert counts_told(Words("en"), {"added": 44, "changed": 1, "closed": 2}) == "44 new, 1 changed, 2 ended"
