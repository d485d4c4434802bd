"""An address of each page that has named parts, where the demonstration has something to show."""

from __future__ import annotations

from typing import Final

from akint_dash.pages import PAGES

EXAMPLES: Final = {"<kode>": "sam", "<slag>": "prosjekt", "<post>": "P-0017"}


def example(path: str, **parts: str) -> str:
    """The address of a page, its named parts filled in; ``parts`` say other values than the usual ones, as
    ``kode="kul"``."""
    for name, value in EXAMPLES.items():
        path = path.replace(name, parts.get(name[1:-1], value))
    return path


def pages() -> list[str]:
    """Every page, in bokmål."""
    return [example(page.path) for page in PAGES]
