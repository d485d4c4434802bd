"""Of all of something a sentence says all, the only one or both: «fire av fire» is a base that says nothing."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from akint_dash.components.page import Site
from akint_dash.text.answered import answers

from .test_same_base import opened

PAGES: Final = (
    "/", "/virkemidler/prosjektutvikling", "/virkemidler/politikkoppfolging", "/virkemidler/kompetanseheving",
    "/virkemidler/bilateralt", "/omrader", "/omrader/SAM", "/omrader/UTD", "/omrader/KUL", "/finansiering", "/maal",
    "/strategien", "/kart",
)  # fmt: skip
CHOSEN: Final[tuple[Any, ...]] = (
    {"omrade": "SAM"}, {"omrade": "KUL"}, {"omrade": "PLA"}, {"omrade": "TAN", "vekt": "kroner"}, {"periode": "2024"},
    {"periode": "2025", "omrade": "SAM"}, {"ring": "ukraina"}, {"partner": "SE-O"}, {"program": "ERASMUS"},
)  # fmt: skip
SAME: Final = re.compile(r"(?<![\w,.])(\w+) av \1\b(?![.,]\d)", re.IGNORECASE)
"""«fire av fire», «1 av 1»; 2,2 of 2,2 full-time equivalents is what was used of what was set aside."""


@pytest.mark.parametrize("path", PAGES)
def test_no_sentence_has_a_base_that_says_nothing(site: Site, path: str) -> None:
    found = set()
    for query in CHOSEN:
        view, _ = opened(site, path, {"linse": "ringer"} | query if path == "/kart" else query)
        for key, told in view.told.items():
            for said in (told.title, told.say, *told.notes):
                found |= {(key, said[max(0, m.start() - 20) : m.end() + 40]) for m in SAME.finditer(said)}
    assert not found


def test_answers_and_headlines_have_none(site: Site) -> None:
    for query in ({"periode": "2024"}, {"omrade": "KUL"}, {"omrade": "TAN"}, {}):
        view, _ = opened(site, "/strategien", dict(query))
        own, county = answers(view.words, view.scope, view.strategy.first_year, view.strategy.last_year)
        for told in (*own.values(), *county.values()):
            assert not re.search(r"^(\w+) av \1\b", told.words, re.IGNORECASE), told.words
