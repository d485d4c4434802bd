"""The page of competence: what a title tells a share of is drawn with its number."""

from __future__ import annotations

import pytest

from akint_dash.components.page import Site
from akint_dash.components.reading import classes, elements, words_of
from akint_dash.text.dates import NBSP, Language
from akint_dash.text.words import UNDER_TEN, Words


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_audience_says_how_many_its_share_is(site: Site, language: Language) -> None:
    """ "46 %" of 690, of which 451 and 239 alone were drawn."""
    opened = site.open(("" if language == "nb" else "/en") + "/virkemidler/kompetanseheving", {})
    assert opened is not None
    view, page = opened
    names = [words_of(one) for one in elements(page.body(view)) if "wing-name" in classes(one)]
    rows = list(view.tables["maalgrupper"].dicts())
    assert len(rows) == len(names) > 3
    w, total = Words(language), sum(row["people"] or 0 for row in rows)
    assert total >= UNDER_TEN
    for row in rows:
        if row["people"]:
            said = f"{w.number(row['people'])} ({w.percent(row['people'] / total)})".replace(NBSP, " ")
            assert any(said in name.replace(NBSP, " ") for name in names), said


def test_training_without_the_countys_leaders_is_no_empty_selection(site: Site) -> None:
    """ "Ingen tiltak i kompetanseheving med disse filtrene" stood over the one that there is."""
    opened = site.open("/virkemidler/kompetanseheving", {"kommune": "3201", "periode": "2025"})
    assert opened is not None
    view, page = opened
    page.body(view)
    assert view.told["ledelsen"].title == (
        "Verken fylkesrådet eller folkevalgte deltok i kompetanseheving i 2025, med disse filtrene"
    )
    assert view.told["ledelsen"].say.startswith("Verken fylkesrådet eller folkevalgte var med på det eneste tiltaket")
    opened = site.open("/virkemidler/kompetanseheving", {"kommune": "3201", "periode": "2024"})
    assert opened is not None
    assert "alle de ingen" not in words_of(opened[1].body(opened[0]))
