"""What moved for a council area as the parts of a letter: a heading and lines, each with the way to its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from akint_dash.components.due_words import owner_said, record_address
from akint_dash.components.due_words import sentence as due_said
from akint_dash.components.record_link import sheet_path
from akint_dash.components.record_name import plain_name
from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, Values
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.domain.selection import Selection
from akint_dash.measures.calls import Call
from akint_dash.measures.digest import NEAR_DAYS, Digest
from akint_dash.measures.dues import Due, call_states
from akint_dash.text.changed import differences, value_shown
from akint_dash.text.dues import when
from akint_dash.text.holes import hole_words
from akint_dash.text.record import kind, label

SHOWN: Final = 25
"""So many lines of a part are told, the others counted."""
COLUMNS: Final = 4
"""So many columns of a new part of a record are told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told; ``path`` is the address of what shows it, "" where nothing does."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it; ``rest`` are those that are not told, for want of room."""

    heading: str
    lines: tuple[Line, ...]
    rest: int = 0


def subject(view: View, area: str, found: Digest) -> str:
    """The letter's subject: whose it is, and how much moved."""
    w, n = view.words, len(_records(found))
    told = [w.n("én registrering er endret", "{count} registreringer er endret", n)] if n else []
    if found.newly:
        told.append(w.n("én ny frist", "{count} nye frister", len(found.newly)))
    if found.calls:
        told.append(w.n("én ny utlysning", "{count} nye utlysninger", len(found.calls)))
    return w("{area}: {what}", area=view.name("area", area), what=w.join(told) or w("endringer i det som mangler"))


def parts(view: View, then: View, found: Digest) -> list[Part]:
    """The letter in its order: what changed, deadlines ahead, calls, what lacks. A part without anything is left out;
    ``then`` knows what is no more."""
    w, changed = view.words, _records(found)
    made = (
        (w("Dette er endret"), [_change(view, then, record, some) for record, some in changed.items()]),
        (
            w("Frister de neste {days} dagene", days=NEAR_DAYS),
            [_due(view, one, new=one.source in found.newly) for one in found.dues],
        ),
        (w("Nye utlysninger som er aktuelle"), [_call(view, call) for call in found.calls]),
        (w("Dette mangler"), list(_lacks(view, found))),
    )
    return [Part(heading, tuple(lines[:SHOWN]), max(0, len(lines) - SHOWN)) for heading, lines in made if lines]


def _records(found: Digest) -> dict[tuple[str, str], list[Change]]:
    """What changed by the record that it is, or is a part of; of one that came or was closed no part is told."""
    by_record: dict[tuple[str, str], list[Change]] = {}
    for change in found.changes:
        values = change.after if change.after is not None else change.before or {}
        by_record.setdefault(_whole(change, values), []).append(change)
    for record, some in by_record.items():
        own = [one for one in some if (one.entity, one.code) == record and one.sort != "changed"]
        by_record[record] = own or some
    return by_record


def _whole(change: Change, values: Values) -> tuple[str, str]:
    """The record itself, or what it is a part of."""
    parent = ENTITIES[change.entity].parent
    if not parent or parent not in values:
        return change.entity, change.code
    return ENTITIES[change.entity].by_name[parent].of, str(values[parent])


def _change(view: View, then: View, record: tuple[str, str], some: list[Change]) -> Line:
    w, (entity, code) = view.words, record
    there = bool(view.portfolio.get(entity, code))
    name = plain_name(view if there else then, entity, code)
    head = f"{kind(w, entity)} {code}" if name == code else f"{kind(w, entity)} {code} «{name}»"
    told = "; ".join(_what(view, then, one, "" if one.entity == entity else kind(w, one.entity)) for one in some)
    path = view.link(sheet_path(entity, code), selection=Selection()) if there else ""
    return Line(w("{record}: {what}", record=head, what=told), path)


def _what(view: View, then: View, change: Change, part: str) -> str:
    w = view.words
    if change.sort == "closed":
        own = plain_name(then, change.entity, change.code)
        return w("{part} «{name}» er tatt ut", part=part, name=own) if part else w("tatt ut")
    if change.sort == "added":
        return w("{part} lagt til ({values})", part=part, values=", ".join(_told(view, change))) if part else w("ny")
    fields = ", ".join(f"{name}: {was} → {now}" if was or now else name for name, was, now in differences(w, change))
    return f"{part}, {fields}" if part else fields


def _told(view: View, change: Change) -> Iterator[str]:
    entity, values = ENTITIES[change.entity], change.after or {}
    passed = {entity.parent, SOURCE_REFS, DEMONSTRATION}
    for column in [one for one in entity.columns if one.name in values and one.name not in passed][:COLUMNS]:
        told = value_shown(view.words, column, values[column.name])
        if column.kind is Kind.REFERENCE:
            told = plain_name(view, column.of, values[column.name])
        yield f"{label(view.words, entity.name, column.name).lower()}: {told}"


def _due(view: View, one: Due, *, new: bool) -> Line:
    w, left = view.words, (one.day - view.day).days
    told = [w.date(one.day), when(w, left), owner_said(view, one)]
    if one.state != "can":
        told.append(w.choice("due_state", one.state).lower())
    said = f"{due_said(view, one)} ({', '.join(told)})"
    return Line(w("Ny: {what}", what=said) if new else said, record_address(view, one))


def _call(view: View, call: Call) -> Line:
    w = view.words
    told = [w("frist {day}", day=w.date(call.next.day)) if call.next else w("uten kjent frist")]
    told += [w.choice("call_reach", "lost").lower()] if call.ahead and call_states(view.scope).lost(call) else []
    path = view.link("/utlysninger", selection=Selection(), own={"utlysning": call.code})
    return Line(f"{worded(view, 'call', call.code)} ({', '.join(told)})", path)


def _lacks(view: View, found: Digest) -> Iterator[Line]:
    w, year = view.words, view.day.year
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    for hole in found.holes:
        was = found.lacked.get(hole.kind, 0)
        said = hole_words(w, hole, names, year)
        yield Line(said if was == hole.n else w("{what} (før: {n})", what=said, n=w.number(was)))
    filled = sum(kind not in found.lacking for kind in found.lacked)
    if filled:
        yield Line(
            w.n("Én slags mangel er borte siden sist.", "{Count} slags mangler er borte siden sist.", filled),
        )
    if found.holes:
        yield Line(w("Se hva som mangler, og hvorfor det betyr noe"), view.link("/", anchor="hull"))


def opening(view: View, area: str, since: date) -> str:
    """What the letter is, in one sentence."""
    return view.words(
        "Dette er nytt for {area} fra {since} til {day} i oversikten over fylkeskommunens internasjonale arbeid.",
        area=view.name("area", area),
        since=view.words.date(since),
        day=view.words.date(view.day),
    )


def closing(view: View, *, internal: bool) -> list[str]:
    """What the letter holds, and that the demonstration is one."""
    w = view.words
    held = w("Brevet inneholder også interne opplysninger.") if internal else w("Bare offentlige opplysninger er med.")
    demo = w("Demonstrasjonsdata: Tallene og navnene er oppdiktet.") if view.portfolio.demonstration else ""
    return [one for one in (held, demo) if one]
