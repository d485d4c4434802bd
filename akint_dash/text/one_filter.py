"""A sentence of "these filters" as it is said where a single one is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

OF_ONE: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "nb": (
        ("disse filtrene", "dette filteret"),
        ("Filtrene avgjør", "Filteret avgjør"),
        ("Filtrene utelater", "Filteret utelater"),
        ("Fjern et filter", "Fjern filteret"),
    ),
    "en": (
        ("these filters", "this filter"),
        ("The filters decide", "The filter decides"),
        ("Remove a filter", "Remove the filter"),
    ),
}
"""What stands of several, and of one."""
OF_SEARCH: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "nb": (("Fjern filteret", "Fjern søkeordet"),),
    "en": (("Remove the filter", "Remove the search term"),),
}
"""What stands of one, and where it is a search."""


@lru_cache(maxsize=8_192)
def of_one(language: str, said: str, *, search: bool = False) -> str:
    """``said`` of the one filter that is chosen; ``search``: which is a search."""
    for many, one in (*OF_ONE[language], *(OF_SEARCH[language] if search else ())):
        said = said.replace(many, one)
    return said
