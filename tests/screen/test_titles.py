"""The house's law of titles on the wall: each number of a slide's title is drawn in it, or counts its rows."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.pages.screen.deck import Made, deck
from tests.figures.proof import FRAMES, Number, numbers

CASES: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("2026-11-03", {"flate": "1920x1080"}),
    ("2026-11-03", {"flate": "1080x1920"}),
    ("2026-11-25", {"flate": "1280x800"}),
    ("2026-11-03", {"omrade": "SAM"}),
    ("2026-11-25", {"omrade": "KUL", "flate": "1080x1920"}),
    ("2026-09-15", {"periode": "2025"}),
    ("2026-10-20", {"program": "ERASMUS"}),
    ("2025-06-16", {}),
)
SENTENCES: Final = {"strategi"}
"""The strategy's sentence and its answer: words without a figure."""
WEEK: Final = 7
AMOUNT: Final = re.compile(r"\d[.,]\d")


def _pieces(html: str) -> list[str]:
    return [words for words in (unescape(piece).strip() for piece in re.split(r"<[^>]+>", html)) if words]


def _parts(html: str) -> tuple[str, str]:
    """The title, and all that stands under it but the foot's."""
    head, _, below = html.partition("</h1>")
    return " ".join(_pieces(head.partition("<h1")[2].partition(">")[2])), below.partition("<footer")[0]


def _counted(below: str, language: str) -> set[int]:
    """What rows count: how many they are, are met, are due in a week, and the sum of what they say they stand for."""
    rows = re.findall(r"<li.*?</li>", below)
    worth = [
        sum(_stated(row, language)) or 1 for row in rows if not AMOUNT.search(FRAMES.sub("", " ".join(_pieces(row))))
    ]
    met = [n for n, row in zip(worth, rows, strict=False) if 'class="fill met"' in row]
    days = [re.search(r'class="days[^>]*>(\d*)', row) for row in rows]
    return {len(rows), sum(worth), sum(met), sum(day is not None and int(day[1] or 0) <= WEEK for day in days)}


def _stated(row: str, language: str) -> list[int]:
    """The counts that a row says in digits."""
    said = [(piece, n.digits) for piece in _pieces(row) for n in numbers(piece, language) if not n.unit]
    return [int(digits) for piece, digits in said if digits in piece]


def lacking(one: Made) -> set[Number]:
    """Numbers of a slide's title that are not in its picture."""
    title, below = _parts(one.composed.html)
    drawn = {number for piece in _pieces(below) for number in numbers(piece, one.language)}
    counted = _counted(below, one.language)
    return {
        number
        for number in numbers(title, one.language) - drawn
        if number.unit or "." in number.digits or int(number.digits) not in counted
    }


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("day", "query"), CASES, ids=lambda one: one if isinstance(one, str) else "-".join(one.values())
)
def test_each_number_of_a_slides_title_is_drawn_in_it(site: Site, day: str, query: dict[str, str]) -> None:
    then = Site(site.settings.model_copy(update={"today": date.fromisoformat(day)}), site.snapshots, site.pages)
    found = deck(then, {"sprak": "nb,en", **query})
    faults = [
        f"{one.id}: {_parts(one.composed.html)[0]}: {' '.join(number)}"
        for one in found
        if one.slide.kind not in SENTENCES
        for number in sorted(lacking(one))
    ]
    assert not faults, faults
    assert len(found) >= 4
