"""Where the numbers of the bilateral page's titles, sentences and tables lead: to the regions and what we share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.partner_numbers import contact_told, partners_told, regions, shared_cells
from akint_dash.components.view import View
from akint_dash.components.ways import to_count, to_records, to_table
from akint_dash.figures.marks import Mark
from akint_dash.measures.bilateral import Bond
from akint_dash.measures.dues import Due
from akint_dash.measures.partners import contact_frame, quiet


def _regions(view: View, name: str, some: Iterable[Bond], key: str) -> Mark:
    return regions(view, name, [bond.partner for bond in some], key)


def lead(view: View, found: Sequence[Bond], countries: int) -> Numbers:
    """The regions with contact, of all; the regions, countries and agreements; those without contact, and those that we
    also meet in a network."""
    w, key = view.words, "samarbeid"
    some, shown = [bond.partner for bond in found], contact_frame(view.scope)
    alive = [one for one in some if one.lives]
    met = regions(view, w("Kontakt"), [one for one in alive if quiet(one, shown) is False], key)
    title = [regions(view, w("Samarbeidsregioner"), alive, key)]
    known = [one for one in alive if one.last is not None]
    if shown.stale and len(known) < len(alive):
        title.insert(0, regions(view, w("Kontakt"), known, key))
    say = [*partners_told(view, some, countries, key), *contact_told(view, some, key)]
    return Numbers(title if shown.stale else [met, *title], say)


def cooperations(view: View, found: Sequence[Bond]) -> Numbers:
    """The regions with an agreement, of all."""
    w, alive = view.words, [bond for bond in found if bond.partner.lives]
    agreed = [bond for bond in alive if bond.partner.agreed]
    title = [_regions(view, w("Avtale"), agreed, "samarbeid"), _regions(view, w("Region"), alive, "samarbeid")]
    return Numbers(title, cells=shared_cells(view, [bond.partner for bond in found], "samarbeid"))


def ties(view: View, alive: Sequence[Bond]) -> Numbers:
    """The regions tied to nothing else, of all; those with a network and those with a project that we share."""
    w, key = view.words, "baand"
    every = _regions(view, w("Region"), alive, key)
    loose = [bond for bond in alive if not bond.tied]
    title = [_regions(view, w("Region"), loose, key), every] if loose else [every]
    say = []
    for name, some in (
        (w("Felles nettverk"), [bond for bond in alive if bond.networks]),
        (w("Felles innvilgede prosjekter"), [bond for bond in alive if bond.projects]),
    ):
        say += (
            [_regions(view, name, some, key)] if len(some) == len(alive) else [_regions(view, name, some, key), every]
        )
    return Numbers(title, say, shared_cells(view, [bond.partner for bond in alive], key))


def ending(view: View, found: Sequence[Due]) -> Numbers:
    """The agreements that end."""
    return Numbers([to_count(view, view.words("Avtaler"), "cooperation", [one.record[1] for one in found], "avtaler")])


def visits(view: View, codes: Sequence[str]) -> Numbers:
    """The visits that come."""
    return Numbers([to_count(view, view.words("Besøk"), "activity", codes, "besok")])


def norden(view: View) -> Cells:
    """Norden's initiatives of each year; those with a known region have no list of their own."""

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        if name == "n":
            return to_records(view, "", "tiltak", ar=row["year"], ring="norden")
        return to_table(view, "", "norden") if name == "placed" else None

    return cell
