"""The values of a change and of a conflict in words, the way the workbook shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, Value
from akint_dash.domain.schema import SHEETS, Column, Kind
from akint_dash.domain.text import around_difference
from akint_dash.text.record import label
from akint_dash.text.words import Words


def value_shown(w: Words, column: Column, value: Value | None) -> str:
    """A record's value the way the workbook shows it."""
    if value is None or value == []:
        return w("(tomt)")
    if column.kind is Kind.MONEY and isinstance(value, int):
        return w.number(value / 100, 0 if value % 100 == 0 else 2)
    if column.kind is Kind.CHOICE:
        return w.choice(column.of, str(value))
    if column.kind is Kind.DATE:
        return w.date(str(value))
    if column.kind is Kind.MOMENT:
        return w.moment(str(value))
    if column.kind is Kind.FLAG:
        return w("ja") if value else w("nei")
    if isinstance(value, list):
        return "; ".join(f"{pair[0]} {pair[1]} %" if len(pair) > 1 and pair[1] else str(pair[0]) for pair in value)
    return str(value)


def cell_shown(w: Words, column: Column | None, text: str) -> str:
    """One side of a conflict."""
    if column is None:
        return text
    if not text:
        return w("(tomt)")
    if column.kind is Kind.MONEY and text.lstrip("-").isdigit():
        return value_shown(w, column, int(text))
    return text if column.kind is Kind.TIES else value_shown(w, column, text)


def differences(w: Words, change: Change) -> Iterator[tuple[str, str, str]]:
    """(field, before, after) of a record that was changed; what has no value of its own has none."""
    before, after = change.before or {}, change.after or {}
    for column in SHEETS[change.entity].columns:
        old, new = before.get(column.name), after.get(column.name)
        if old != new:
            was, now = around_difference(value_shown(w, column, old), value_shown(w, column, new))
            yield label(w, change.entity, column.name), was, now
    for name in (SOURCE_REFS, DEMONSTRATION):
        if before.get(name) != after.get(name):
            yield label(w, change.entity, name), "", ""


def counts_told(w: Words, counts: Mapping[str, int]) -> str:
    """``tre nye, to endret, én avsluttet``, in digits where one is over twelve; what is none is left out."""
    added, changed, closed = w.alike(counts["added"], counts["changed"], counts["closed"])
    parts = [
        w.n("{n} ny", "{n} nye", counts["added"], n=added) if counts["added"] else "",
        w("{n} endret", n=changed) if counts["changed"] else "",
        w("{n} avsluttet", n=closed) if counts["closed"] else "",
    ]
    return ", ".join(filter(None, parts)) or w("ingen endringer")
