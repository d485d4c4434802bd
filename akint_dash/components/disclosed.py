"""What of a view may be in a pack for requests of access: a query that names only what is public, and what is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

from akint_dash.components.publication import outside
from akint_dash.components.view import View
from akint_dash.components.ways import BETWEEN
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.record_addresses import ENTITY
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.domain.table import Cell
from akint_dash.exports.dcat import Known
from akint_dash.exports.disclosure import Choices
from akint_dash.measures.lists import MISSING, columns_of

FREE: Final = frozenset({"finn", "q", "sok"})
"""Parameters that hold what the reader has written: they name nothing, and are kept as they are."""
CODES: Final = "koder"
_WORD: Final = re.compile(r"-?[a-zæøå_]+(-[a-zæøå_]+)*|[-+0-9.,:TZ]*|[0-9]{4}K[1-4]")
_BETWEEN: Final = re.compile(r"[~,;]")


def public_query(view: View, asked: Mapping[str, str]) -> dict[str, str] | None:
    """The query without what names a record that is not public; None where nothing is left of what it names.

    ``view`` is a stranger's. What is not public is treated as what there is none of, so that nothing is told by it: of
    records named one by one the others are kept, a column's filter by one leaves nothing, other words are left out.
    """
    kind = ENTITY.get(view.parts.get("slag", ""), "")
    kept = {}
    for name, value in asked.items():
        if name == CODES and kind:
            codes = [code for code in value.split(BETWEEN) if view.portfolio.get(kind, code)]
            if value and not codes:
                return None
            kept[name] = BETWEEN.join(codes)
        elif kind and (of := _named_by(view, kind, name)):
            if value != MISSING and not view.portfolio.get(of, value):
                return None
            kept[name] = value
        elif name in FREE or all(_is_open(view, word) for word in _BETWEEN.split(value)):
            kept[name] = value
    return kept


def _named_by(view: View, kind: str, parameter: str) -> str:
    """The kind of the record that a filter of a list's column names; "" where it names none."""
    column = columns_of(view.portfolio, kind).get(parameter.removeprefix("er-"))
    named = column is not None and parameter.startswith("er-") and column.kind in (Kind.REFERENCE, Kind.TIES)
    return column.of if named and column else ""


def _is_open(view: View, word: str) -> bool:
    """Whether a word is one of the program's own, a number, a day, or the code of a public record."""
    if _WORD.fullmatch(word):
        return True
    return any(view.portfolio.get(entity, code) for entity in ENTITIES for code in (word, word.upper()))


def choices_of(view: View) -> Choices:
    """What the columns of the page's tables can hold, where that is one of a closed vocabulary."""
    found = {}
    for key, table in view.tables.items():
        for at, heading in enumerate(table.headings):
            if heading.cell is not Cell.CHOICE:
                continue
            vocabulary = next((row[at][0] for row in table.rows if isinstance(row[at], tuple)), "")
            words = tuple(view.words.choice(vocabulary, code) for code in CHOICES.get(vocabulary, ()))
            found[key, heading.name] = words
    return found


def address_of(view: View, key: str, figures: str) -> str:
    """The address of the pack, as it is seen from outside where the settings say it."""
    query = view.link().partition("?")[2]
    some = urlencode({"figurer": figures}, safe=",") if figures else ""
    parts = "&".join(filter(None, (f"side={quote(view.path, safe='/')}", some, query)))
    return outside(view, f"{view.address('/innsyn')}/{key}.zip?{parts}")


def known_of(view: View, address: str) -> Known:
    """What a description says beside what the page says."""
    newest = view.portfolio.revisions[-1].recorded_at if view.portfolio.revisions else ""
    settings = view.settings
    return Known(address, settings.licence, settings.contact, newest, view.selection.periode)
