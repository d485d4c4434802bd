"""Where participations in international projects lie, and what a municipality's number leads to: its participations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from akint_dash.components.numbers import Cells
from akint_dash.components.view import View
from akint_dash.components.ways import SUPPORT, to_list, to_one, to_record, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.participations import Taking, takings


@dataclass(frozen=True, slots=True)
class Places:
    """``taken`` are the participations counted, by municipality of today ("" unknown); ``named`` the codes of all years
    that name it themselves."""

    taken: Mapping[str, Sequence[Taking]]
    named: Mapping[str, Sequence[str]]

    def inside(self) -> list[Taking]:
        """Those in Akershus."""
        return [one for some in self.taken.values() for one in some if one.inside]

    def of(self, place: tuple[str, str] | None) -> list[Taking]:
        """Those of a row of the table by municipality: code "" is outside Akershus, None unknown."""
        if place is None:
            return list(self.taken.get("", ()))
        if place[1]:
            return list(self.taken.get(place[1], ()))
        return [one for code, some in self.taken.items() for one in some if code and not one.inside]


def by_place(view: View) -> Places:
    """Where the participations lie: their own municipality or their actor's, as it is called today."""
    found, named = defaultdict[str, list[Taking]](list), defaultdict[str, list[str]](list)
    for one in takings(view.scope):
        found[one.place].append(one)
    for code, values in view.scope.records("participation").items():
        named[str(values.get("municipality", ""))].append(code)
    return Places(found, named)


def place_mark(view: View, said: str, place: str, every: Places, key: str) -> Mark:
    """The participations of a municipality: the list of those that name it where that is the same."""
    mine, named = [one.code for one in every.taken.get(place, ())], every.named.get(place, ())
    if len(mine) == 1:
        return to_record(view, said, "participation", mine[0])
    if mine and sorted(mine) == sorted(named):
        of = replace(view.selection, periode=None, maned=())  # of what is ours alone is a month known
        return to_list(view, said, "participation", selection=of, municipality=place)
    return to_these(view, said, "participation", mine, key)


def place_way(view: View, name: str, said: str, place: str, every: Places, key: str) -> Mark:
    """Of a bar: the page narrowed to a municipality; where it is, its participations."""
    return to_one(view, said, name, "kommune", place) or place_mark(view, said, place, every, key)


def place_cells(view: View, every: Places, key: str) -> Cells:
    """The numbers of the table by municipality: its actors, its participations, those that lack an amount or a rate."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        some = every.of(row["place"])
        if name == "actors":
            return to_these(view, "", "actor", {one.actor for one in some}, key)
        lacks = {"lacking": [one for one in some if one.ore is None and not one.no_rate]}
        lacks["without_rate"] = [one for one in some if one.no_rate]
        if name in lacks:
            return to_these(view, "", "participation", [one.code for one in lacks[name]], key)
        if name == "ore":
            some = [one for one in some if one.ore is not None]
            return to_these(view, "", "participation", [one.code for one in some], key, SUPPORT["participation"])
        place = row["place"][1] if row["place"] else ""
        if place:
            return place_mark(view, "", place, every, key)
        return to_these(view, "", "participation", [one.code for one in some], key)

    return cell
