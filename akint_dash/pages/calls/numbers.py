"""Where the numbers of the page of calls lead: to the calls and the deadlines that they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import MOST_NAMED, to_count, to_page, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.call_window import Timeline
from akint_dash.measures.calls import Call
from akint_dash.pages.calls.asked import Asked


def lead(view: View, asked: Asked) -> Numbers:
    """What of it that fits can be met and what cannot; where none lies ahead the calls of the filters."""
    w, found = view.words, asked.reach
    if not found.every:
        return Numbers(say=[_listed(view, w("Utlysninger"), asked.some)])
    every, met = _listed(view, w("Aktuelle for oss"), found.every), _listed(view, w("Frister som kan nås"), found.met)
    late = [_listed(view, w("Frister som ikke kan nås"), found.late)] if found.met and found.late else []
    after = [_listed(view, w("Neste vedtak"), found.after)] if len(found.after) > 1 else []
    unknown = [_listed(view, w("Siste dag for vedtak ikke kjent"), found.unknown)] if found.unknown else []
    undated = [_listed(view, w("Frist mangler"), found.undated)] if found.undated else []
    return Numbers([met, every] if met and late else [every], [*late, *after, *unknown, *undated])


def listing(view: View, asked: Asked) -> Numbers:
    """The calls of the list, and those of them that cannot be met."""
    if not asked.listed:
        hidden = [outside(view, asked)] if asked.outside else []
        return Numbers([_listed(view, view.words("Utlysninger"), asked.inside)] if asked.inside else hidden)
    late = [one for one in asked.listed if asked.lost(one)]
    every = _listed(view, view.words("Utlysninger"), asked.listed)
    return Numbers([every, *([_listed(view, view.words("Frister som ikke kan nås"), late)] if late else [])])


def outside(view: View, asked: Asked) -> Mark:
    """The calls whose deadlines the window hides."""
    return _listed(view, view.words("Utenfor tidsrommet"), asked.beyond)


def late(view: View, asked: Asked) -> Mark:
    """The calls of the list that cannot be met."""
    return _listed(view, view.words("Frister som ikke kan nås"), [one for one in asked.listed if asked.lost(one)])


def _listed(view: View, name: str, some: Iterable[Call]) -> Mark:
    """Some calls: named in the address as many as it holds, else the page's own list."""
    codes = [one.code for one in some]
    if len(",".join(codes)) > MOST_NAMED:
        return to_page(view, f"{name}: {view.words.number(len(codes))}", view.words("listen"), "#liste")
    return to_count(view, name, "call", codes, "liste")


def lanes(view: View, asked: Asked, found: Timeline) -> Cells:
    """The calls of a programme in the window, those that fit, and its deadlines of each month."""
    shown, periods = found.window, {period.key: period for period in found.window.periods}
    dues = [(one, due) for one in asked.inside for due in one.dues if shown.first <= due.day < shown.end]

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        mine = [(one, due) for one, due in dues if one.programme == found.lanes[at].programme]
        if period := periods.get(name):
            inside = [due.code for _, due in mine if period.first <= due.day < period.end]
            return to_these(view, "", "call_deadline", inside, "tidslinje")
        calls = {one.code for one, _ in mine if name == "n" or one.fits}
        return to_these(view, "", "call", calls, "tidslinje") if name in ("n", "fits") else None

    return cell
