"""Where the numbers of the partner regions lead: to the regions, and to what we share with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from akint_dash.components.numbers import Cells
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_count, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.partners import Partner, contact_frame, quiet


def regions(view: View, name: str, some: Iterable[Partner], key: str) -> Mark:
    """Some of the regions."""
    return to_count(view, name, "region", [one.region for one in some], key)


def partners_told(view: View, found: Sequence[Partner], countries: int, key: str) -> list[Mark]:
    """The regions, the countries they lie in and those with an agreement, as a finding says them."""
    w, alive = view.words, [one for one in found if one.lives]
    agreed = [one for one in alive if one.agreed]
    marks = [regions(view, w("Samarbeidsregioner"), alive, key), *in_table(view, key, countries)]
    return [*marks, regions(view, w("Avtale"), agreed, key)] if len(alive) > 1 else marks


def contact_told(view: View, found: Sequence[Partner], key: str) -> list[Mark]:
    """Those without contact for over a year, those without any recorded, and those we meet in a network, of all."""
    w, alive, shown = view.words, [one for one in found if one.lives], contact_frame(view.scope)
    silent = [one for one in alive if quiet(one, shown) is True]
    never, met = [one for one in alive if one.last is None], [one for one in alive if one.networks]
    marks = [regions(view, w("Kontakt"), some, key) for some in (silent, never) if some]
    if len(alive) > 1:
        marks += [regions(view, w("Felles nettverk"), met, key), regions(view, w("Samarbeidsregioner"), alive, key)]
    return marks


def shared_cells(
    view: View, found: Sequence[Partner], key: str, met: Mapping[str, Iterable[str]] | None = None
) -> Cells:
    """The networks and projects that we share with each region; ``met`` are the activities with each."""

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        if name == "networks":
            return to_these(view, "", "organisation", found[at].networks, key)
        if name == "activities":
            return to_these(view, "", "activity", (met or {}).get(found[at].region, ()), key)
        return to_these(view, "", "project", found[at].projects, key) if name == "projects" else None

    return cell
