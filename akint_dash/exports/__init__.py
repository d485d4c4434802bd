"""What leaves the house: a page's findings and numbers in the formats of other programs, calendars and feeds.

A format is a function of a :class:`~akint_dash.domain.exhibit.Publication`: it knows neither the web nor a portfolio.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from akint_dash.domain.exhibit import Collection, Publication
from akint_dash.exports import brief, datapackage, delimited, package, picture, sheets, slides


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a page can be had as: its media type, and who writes it. ``single``: of one figure only.

    ``collected`` writes cards of several pages.
    """

    mimetype: str
    write: Callable[[Publication], bytes]
    single: bool = False
    collected: Callable[[Collection], bytes] | None = None


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format("application/json", package.write),
    "csv": Format("text/csv; charset=utf-8", delimited.write, single=True),
    "zip": Format("application/zip", datapackage.write),
    "xlsx": Format(sheets.MIMETYPE, sheets.write, collected=sheets.write_collection),
    "docx": Format(brief.MIMETYPE, brief.write, collected=brief.write_collection),
    "pptx": Format(slides.MIMETYPE, slides.write, collected=slides.write_collection),
    "svg": Format("image/svg+xml", picture.write_svg, single=True),
    "png": Format("image/png", picture.write_png, single=True),
}
"""By the ending of the file's name."""
