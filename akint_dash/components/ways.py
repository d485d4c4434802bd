"""Where a press on a mark leads: to the records that are the number, to less of the portfolio, or to the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from akint_dash.components.record_link import list_path, sheet_path
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.pipeline import Standing, support

SUPPORT: Final = {
    "project": "kode,status,area,support_nok",
    "participation": "kode,actor,programme,from_date,support_nok",
}
"""The columns of a list whose amounts are wanted."""
MOST_NAMED: Final = 960
"""So many signs of codes an address names; a page takes 1000 of each of its parameters."""
BETWEEN: Final = "~"
"""Between two codes in an address: a sign that stands there as it is."""


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


def to_these(view: View, said: str, entity: str, codes: Iterable[str], key: str, columns: str | None = None) -> Mark:
    """The very records that a number counts, where no filter of a list makes it: named in the address, as many as it
    holds; else the table of the card ``key``. ``columns`` are those of the list, where they are not the usual."""
    href = these(view, entity, codes, columns)
    return Mark(said, view.words("Se registreringene"), href) if href else to_table(view, said, key)


def these(
    view: View,
    entity: str,
    codes: Iterable[str],
    columns: str | None = None,
    selection: Selection | None = None,
) -> str:
    """The address of the list of the very records; "" where there are none, or more than an address holds."""
    some = sorted(codes)
    named = BETWEEN.join(some)
    if not some or len(named) > MOST_NAMED or any(BETWEEN in code for code in some):
        return ""
    own = {"koder": named, "kolonner": columns}
    return view.link(list_path(entity), selection=selection or Selection(per=view.selection.per), own=own)


def to_count(view: View, name: str, entity: str, codes: Iterable[str], key: str) -> Mark:
    """As :func:`to_these`, where the number is how many they are."""
    some = set(codes)
    return to_these(view, f"{name}: {view.words.number(len(some))}", entity, some, key)


def to_grants(view: View, said: str, some: Sequence[Standing], key: str) -> Mark:
    """The projects whose support makes an amount, with the column that sums to it; the table of the card ``key`` where
    only a part of one of them counts here."""
    whole = support(view.scope)
    if any(whole.get(one.code) != one.external_ore for one in some):
        return to_table(view, said, key)
    return to_these(view, said, "project", [one.code for one in some], key, SUPPORT["project"])


def to_record(view: View, said: str, entity: str, code: object) -> Mark:
    """The sheet of the one record that a mark is."""
    return Mark(said, view.words("Se registreringen"), view.link(sheet_path(entity, code)))


def to_less(view: View, said: str, name: str, **chosen: Any) -> Mark:
    """This page, narrowed to what the mark is of, called ``name``."""
    return Mark(said, view.words("Avgrens til {name}", name=name), view.link(**chosen))


def to_one(view: View, said: str, name: str, parameter: str, code: str) -> Mark | None:
    """This page narrowed to one code of a list, called ``name``; None where the selection has narrowed that list."""
    return None if getattr(view.selection, parameter) else to_less(view, said, name, **{parameter: (code,)})


def to_page(view: View, said: str, name: str, href: str) -> Mark:
    """Another page or card, called ``name``, where the number is told in full."""
    return Mark(said, view.words("Gå til {name}", name=name), href)


def in_table(view: View, key: str, *numbers: str | int) -> list[Mark]:
    """Numbers of a sentence, as it says them, that stand in the table of the card ``key``."""
    return [to_table(view, str(number), key) for number in numbers]


def to_table(view: View, said: str, key: str) -> Mark:
    """The table of the card, where no list of records makes the number: a share, a guess, a part by months."""
    return Mark(said, view.words("Se tallene i tabellen"), f"#{key}-tall")
