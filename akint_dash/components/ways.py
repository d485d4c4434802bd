"""Where a press on a mark leads: to the records that are the number, to less of the portfolio, or to the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akint_dash.components.record_link import list_path, sheet_path
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark


def to_records(view: View, said: str, measure: str, *, selection: Selection | None = None, **point: Any) -> Mark:
    """The records of a number of Explore: ``point`` names one or two of its dimensions and the value of each."""
    by = list(point)
    own = {
        "mal": measure,
        "etter": by[0],
        "og": by[1] if len(by) > 1 else None,
        "punkt": ",".join(str(value) for value in point.values()),
    }
    href = view.link("/utforsk", selection=selection, own=own, anchor="poster")
    return Mark(said, view.words("Se registreringene"), href)


def to_list(
    view: View,
    said: str,
    entity: str,
    *,
    selection: Selection | None = None,
    asked: Mapping[str, Any] | None = None,
    **held: Any,
) -> Mark:
    """A list of one kind of record: ``held`` are its columns and what each holds, ``asked`` parameters of the list."""
    own = {**{f"er-{name}": value for name, value in held.items()}, **(asked or {})}
    return Mark(said, view.words("Se registreringene"), view.link(list_path(entity), selection=selection, own=own))


def to_record(view: View, said: str, entity: str, code: object) -> Mark:
    """The sheet of the one record that a mark is."""
    return Mark(said, view.words("Se registreringen"), view.link(sheet_path(entity, code)))


def to_less(view: View, said: str, name: str, **chosen: Any) -> Mark:
    """This page, narrowed to what the mark is of, called ``name``."""
    return Mark(said, view.words("Avgrens til {name}", name=name), view.link(**chosen))


def to_page(view: View, said: str, name: str, href: str) -> Mark:
    """Another page or card, called ``name``, where the number is told in full."""
    return Mark(said, view.words("Gå til {name}", name=name), href)


def to_table(view: View, said: str, key: str) -> Mark:
    """The table of the card, where no list of records makes the number: a share, a guess, a part by months."""
    return Mark(said, view.words("Se tallene i tabellen"), f"#{key}-tall")
