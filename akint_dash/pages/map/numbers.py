"""Where the numbers of the map's finding and card lead, of the cooperations and of the networks that we share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akint_dash.components.numbers import NONE, Cells, Numbers
from akint_dash.components.partner_numbers import contact_told, partners_told, regions, shared_cells
from akint_dash.components.ways import to_count, to_records, to_table, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.frame import frame
from akint_dash.measures.partners import contacts, our_networks
from akint_dash.pages.map.plate import Plate
from akint_dash.text.partners import most_contact

KEY = "kart"


def lead(plate: Plate) -> Numbers:
    """The regions, countries and agreements; who is quiet; the regions that we also meet in a network."""
    view, w, alive = plate.view, plate.view.words, [one for one in plate.found if one.lives]
    if plate.lens == "samarbeid":
        lands = {plate.land(one.region) for one in alive}
        return Numbers(partners_told(view, plate.found, len(lands), KEY), contact_told(view, plate.found, KEY))
    if plate.lens != "nettverk":
        return NONE
    met, every = [one for one in alive if one.networks], regions(view, w("Samarbeidsregioner"), alive, KEY)
    ours = to_count(view, w("Nettverk"), "organisation", our_networks(view.scope), KEY)
    title = [every] if len(met) == len(alive) else [regions(view, w("Felles nettverk"), met, KEY), every]
    return Numbers(title if alive else [ours], [ours])


def cooperation(plate: Plate) -> Numbers:
    """The activities with the region where most are; in the table those with each, and what we share."""
    view, w, met = plate.view, plate.view.words, _met(plate)
    first, title = most_contact(plate.found), list[Mark]()
    if first and frame(view.scope, "activity").reached:
        total = sum(one.activities for one in plate.found)
        title = [to_count(view, plate.names[first], "activity", met[first], KEY)]
        title.append(to_table(view, f"{w('Aktiviteter')}: {w.number(total)}", KEY))
    return Numbers(title, cells=shared_cells(view, plate.found, KEY, met))


def _met(plate: Plate) -> dict[str, list[str]]:
    """The activities of the period with each region."""
    first, last = plate.view.scope.period
    found = contacts(plate.view.scope)
    return {
        one.region: [code for day, code in found.get(one.region, ()) if first <= int(day[:4]) <= last]
        for one in plate.found
    }


def candidates(plate: Plate, key: str) -> Cells:
    """What we have in common with each region that could be next; its points are told by the rule."""

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        one = plate.candidates[at]
        some = {
            "networks": ("organisation", one.networks),
            "projects": ("project", one.projects),
            "themes": ("theme", one.themes),
        }
        return to_these(plate.view, "", *some[name], key) if name in some else None

    return cell


def rings(plate: Plate) -> Cells:
    """The records of each part of the world and year, where Explore counts the same."""
    measure_of = {"antall": "tiltak", "timer": "timer", "kroner": "budsjett"}[plate.view.selection.vekt]

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        if name not in ("n", "hours", "ore") or not row[name]:
            return None
        return to_records(plate.view, "", measure_of, ar=row["year"], ring=row["ring"][1])

    return cell
