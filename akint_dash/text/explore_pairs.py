"""The words of two answers that stand beside each other: their title, on which base they are, and how they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Cell
from akint_dash.measures.explore import Reply
from akint_dash.measures.explore_compare import Terms
from akint_dash.measures.explore_questions import MEASURES, Inquiry
from akint_dash.measures.frame import Frame
from akint_dash.text.explore import how, lacks, question, records, total, unit
from akint_dash.text.words import MINUS, Words, capital, inside


def title(w: Words, asked: Inquiry, names: Sequence[str]) -> str:
    """The question with both its sides."""
    return w("{question}: {first} mot {second}", question=question(w, asked), first=names[0], second=names[1])


def totals(w: Words, names: Sequence[str], found: Sequence[Reply]) -> str:
    """What each side makes, each record once."""
    parts = []
    for name, one in zip(names, found, strict=True):
        parts.append(w("{side}: {total}", side=name, total=_total(w, one)))
    return capital("; ".join(parts))


def _total(w: Words, found: Reply) -> str:
    code, whole = found.asked.measure, found.whole
    if not whole.records:
        return w("ingen registreringer")
    if MEASURES[code].adds or whole.value is None:
        return inside(total(w, found))
    of = records(w, code, whole.records - whole.lacking)
    return w("halvparten innen {days}, av {records}", days=unit(w, code, whole), records=of)


def base(w: Words, asked: Inquiry, terms: Terms, shown: Frame, both: int) -> list[str]:
    """Over which days the sides are counted, why no difference is worked out, and what stands on both."""
    said = []
    day = w.date(shown.data_day)
    if terms.is_cut:
        said.append(w("Begge er regnet til samme dag i året: Dataene går til {day}.", day=day))
    said += {
        "months": [w("Den ene siden er av måneder og den andre av år, så forskjellen er ikke regnet ut.")],
        "unlike": [w("Periodene er ikke like lange, så forskjellen er ikke regnet ut.")],
        "ahead": [w("Dataene går bare til {day}, så forskjellen er ikke regnet ut.", day=day)],
        "old": [w("Dataene er fra {day} og for gamle til å sammenligne, så forskjellen er ikke regnet ut.", day=day)],
        "before": [w("Før {year} er ingenting registrert, så forskjellen er ikke regnet ut.", year=shown.begun)],
    }.get(terms.apart, [w("Forskjellen er det første tallet minus det andre, der begge er kjent i sin helhet.")])
    if both:
        said.append(w("{records} er med på begge sider.", records=capital(records(w, asked.measure, both))))
    return said


def how_both(w: Words, names: Sequence[str], found: Sequence[Reply], chosen: Selection) -> list[str]:
    """How the numbers are counted, and what those of each side lack; of two measures how each is."""
    first, second = found
    if first.asked.measure == second.asked.measure:
        said = how(w, first, chosen)
        mine = lacks(w, first.asked.measure, first.whole) if first.whole.lacking else ""
        said = [w("{side}: {total}", side=capital(names[0]), total=inside(one)) if one == mine else one for one in said]
        if second.whole.lacking:
            lacking = lacks(w, second.asked.measure, second.whole)
            said.append(w("{side}: {total}", side=capital(names[1]), total=inside(lacking)))
        return said
    return list(dict.fromkeys(one for reply in found for one in how(w, reply, chosen)))


def signed(w: Words, code: str, value: Any) -> str:
    """A difference with its sign: '+12', '−3,4 mill. kr'; none is 0."""
    told = w.money(abs(value)) if MEASURES[code].cell is Cell.ORE else w.decimal(abs(value))
    return told if not value else f"{'+' if value > 0 else MINUS}{told}"
