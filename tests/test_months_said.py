"""Where months are chosen, what counts only what began in them says the months: never the bare year of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.table import Cell
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.bases import narrowing
from tests.reading import page_made

OF_THE_YEAR: Final = frozenset(
    {
        "vunnet", "vunnet-aar", "trakt", "programmer", "opphav", "miks", "avslag", "faller-bort",  # decisions and money
        "resultater",  # each with its own day
        "prosjekter",  # of an area: those that the year holds, and what was granted in it
        "frister", "avgjores", "akse", "liste", "eu-saker",  # days to come
        "veiledning",  # what came after guidance given in the months
        "omrader",  # beside the initiatives, what was set aside and spent of the year
    }
)  # fmt: skip
"""Cards that a month narrows, and that count what happened in the whole year of what began in it."""

PATHS: Final = (
    "/", "/kart", "/maal", "/omrader", "/omrader/SAM", "/virkemidler/prosjektutvikling",
    "/virkemidler/politikkoppfolging", "/virkemidler/kompetanseheving", "/virkemidler/bilateralt",
)  # fmt: skip
MONTH: Final = {"nb": r"(?i:mars|april) (?:og april )?2026", "en": r"(?:March|April) (?:and April )?2026"}
BARE: Final = re.compile(r"(?<![\d./-])2026(?![\d/-])")
DAY: Final = re.compile(r"\d\d?\.\d\d?\.2026|\d\d?\s[A-Z][a-z]+\s2026|vedtak \S+/2026")


@pytest.fixture(scope="module")
def months(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("chosen", ["2026-03", "2026-03,2026-04"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_card_that_a_month_narrows_says_the_year_as_what_it_counts(
    months: Site, path: str, chosen: str, language: str
) -> None:
    found = months.open(path if language == "nb" else f"/en{path.rstrip('/')}", {"maned": chosen})
    assert found is not None
    view, page = found
    bare: list[str] = []
    cards = {str(one.attributes.get("id")): one for one in page_made(page.body(view)).all() if one.name == "article"}
    for key, told in view.told.items():
        if key in OF_THE_YEAR or "maned" not in narrowing(view.selection, view.pattern, key, view.shown.get(key)):
            continue
        years = any(heading.cell is Cell.YEAR for heading in view.tables[key].headings)
        assert not (years and view.tables[key].rows) or re.search(MONTH[language], told.caption), (key, told.caption)
        tables = [one.text for one in cards[key].all() if one.name == "tbody"]
        for text in (cards[key].text, told.title, told.say, told.unit, told.caption):
            for table in tables:
                text = text.replace(table, "")
            left = DAY.sub("", re.sub(MONTH[language], "", text))
            bare += [f"{key}: {text[max(0, one.start() - 40) : one.end() + 20]}" for one in BARE.finditer(left)]
    assert not bare, "\n".join(bare)
