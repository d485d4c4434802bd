"""``report``: a year of the whole portfolio as one Word document, a chapter for each page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from akint_dash.cli.base import Refused, Steps, existing, say
from akint_dash.cli.wording import w
from akint_dash.cli.writing import may_lie_at
from akint_dash.settings import Settings
from akint_dash.store.engine import Database
from akint_dash.store.private import private_file
from akint_dash.text.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from akint_dash.components.page import Site
    from akint_dash.domain.exhibit import Publication

BEFORE: Final = (
    "/",
    "/virkemidler/prosjektutvikling",
    "/virkemidler/politikkoppfolging",
    "/virkemidler/kompetanseheving",
    "/virkemidler/bilateralt",
    "/omrader",
)
"""The pages before those of the council areas."""
AFTER: Final = ("/finansiering", "/maal", "/strategien")
OF_A_DAY: Final = frozenset({"avgjores", "frister", "utlysninger", "endringer"})
"""Figures of the overview that say what is coming now, not how the year was."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report: the year, the language, and whether internal records are in it."""

    year: int
    english: bool = False
    internal: bool = False
    force: bool = False

    @property
    def language(self) -> Language:
        """Of the whole document."""
        return LANGUAGES[int(self.english)]


def report(settings: Settings, file: Path, asked: Asked) -> int:
    """Write the report; over a file that is there only with ``force``."""
    from akint_dash.exports.brief.yearly import write_report

    may_lie_at(file, asked.force, ".docx")
    with existing(settings) as engine, Steps(1) as steps:
        steps.begin(w("Skriver {file}", file=file.name))
        site = _site(settings, engine, asked)
        chapters = list(_chapters(site, asked))
        words = Words(asked.language)
        made = write_report(chapters, words("Internasjonalt arbeid {year}", year=asked.year))
        private_file(file)
        file.write_bytes(made)
    whole = chapters[0]
    say(w.n("Skrev {file}: {n} kapittel.", "Skrev {file}: {n} kapitler.", len(chapters), file=file))
    say(w("Med interne opplysninger.") if asked.internal else w("Bare det som er åpent for alle."))
    if whole.demonstration:
        say(w("Tallene er demonstrasjonsdata."))
    say(w("Sidetallene i innholdet kommer når feltet oppdateres i Word (F9)."))
    return 0


def _site(settings: Settings, engine: Database, asked: Asked) -> Site:
    """The pages as someone sees them who may see what the report is to hold."""
    from akint_dash.access.viewer import AT_HOME, STRANGER
    from akint_dash.components.page import Site
    from akint_dash.pages import PAGES
    from akint_dash.store.snapshots import Snapshots

    viewer = AT_HOME if asked.internal else STRANGER
    return Site(settings, Snapshots(engine, settings.poll_s), PAGES, lambda: viewer)


def _chapters(site: Site, asked: Asked) -> Iterator[Publication]:
    """Every page of the report, of that year.

    Raises:
        Refused: there is nothing to report on.
    """
    from akint_dash.components.publication import publication

    start = f"/{asked.language}" if asked.english else ""
    for path in (*BEFORE, *_areas(site, asked.year), *AFTER):
        opened = site.open((start + path).rstrip("/") or "/", {"periode": f"{asked.year}-{asked.year}"})
        if opened is None:
            continue
        view, page = opened
        if view.portfolio.is_empty:
            raise Refused(w("Porteføljen er tom: Det er ingenting å skrive rapport om."))
        made = publication(view, page, page.body(view))
        yield replace(made, exhibits=tuple(one for one in made.exhibits if one.key not in OF_A_DAY))


def _areas(site: Site, year: int) -> list[str]:
    """The pages of the council areas that there were in that year."""
    from akint_dash.measures.areas import life

    opened = site.open("/omrader", {})
    view = opened[0] if opened else None
    codes = view.portfolio.records("area") if view else {}
    return [f"/omrader/{code}" for code in codes if view and life(view.scope, code).lives(year)]
