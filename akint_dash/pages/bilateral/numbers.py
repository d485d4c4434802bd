"""Where the numbers of the bilateral page's titles, sentences and tables lead: to the regions and what we share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_count, to_records, to_table, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.bilateral import Bond
from akint_dash.measures.dues import Due
from akint_dash.measures.partners import contact_frame, quiet
from akint_dash.text.partners import AGREED


def _regions(view: View, name: str, some: Iterable[Bond], key: str) -> Mark:
    return to_count(view, name, "region", [bond.partner.region for bond in some], key)


def _alive(found: Sequence[Bond]) -> list[Bond]:
    return [bond for bond in found if bond.partner.lives]


def lead(view: View, found: Sequence[Bond], countries: int) -> Numbers:
    """The regions with contact, of all; the regions, countries and agreements; those without contact, and those that we
    also meet in a network."""
    w, key, alive = view.words, "samarbeid", _alive(found)
    told = [(bond, quiet(bond.partner, contact_frame(view.scope))) for bond in alive]
    every = _regions(view, w("Samarbeidsregioner"), alive, key)
    met = _regions(view, w("Kontakt"), [bond for bond, silent in told if silent is False], key)
    say = [every, *in_table(view, key, countries)]
    say.append(_regions(view, w("Avtale"), [bond for bond in alive if bond.partner.status in AGREED], key))
    say.append(_regions(view, w("Kontakt"), [bond for bond, silent in told if silent], key))
    say.append(_regions(view, w("Kontakt"), [bond for bond in alive if bond.partner.last is None], key))
    say += [_regions(view, w("Felles nettverk"), [bond for bond in alive if bond.networks], "baand"), every]
    return Numbers([met, every], say)


def cooperations(view: View, found: Sequence[Bond]) -> Numbers:
    """The regions with an agreement, of all."""
    w, alive = view.words, _alive(found)
    agreed = [bond for bond in alive if bond.partner.status in AGREED]
    title = [_regions(view, w("Avtale"), agreed, "samarbeid"), _regions(view, w("Region"), alive, "samarbeid")]
    return Numbers(title, cells=_shared(view, found, "samarbeid"))


def ties(view: View, alive: Sequence[Bond]) -> Numbers:
    """The regions tied to nothing else, of all; those with a network and those with a project that we share."""
    w, key = view.words, "baand"
    every = _regions(view, w("Region"), alive, key)
    title = [_regions(view, w("Region"), [bond for bond in alive if not bond.tied], key), every]
    networks = _regions(view, w("Felles nettverk"), [bond for bond in alive if bond.networks], key)
    projects = _regions(view, w("Felles prosjekter"), [bond for bond in alive if bond.projects], key)
    say = [networks, every, projects, every]
    return Numbers(title, say, _shared(view, alive, key))


def _shared(view: View, found: Sequence[Bond], key: str) -> Cells:
    """The networks and projects that we share with each region."""

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        if name == "networks":
            return to_these(view, "", "organisation", found[at].networks, key)
        return to_these(view, "", "project", found[at].projects, key) if name == "projects" else None

    return cell


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
