"""What we have promoted: to whom, by which channel, at which level, with what outcome and on what ground (S16)."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.empty import empty
from akint_dash.components.parts import drawing, unseen
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, owner_of, record_list
from akint_dash.components.spoken import language_of, said, worded
from akint_dash.components.total import part_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table, table
from akint_dash.figures.units import squares
from akint_dash.measures import policy as measure
from akint_dash.measures.frame import frame
from akint_dash.pages.policy import answers, numbers
from akint_dash.pages.policy.answers import MISSING
from akint_dash.text import policy as text
from akint_dash.text.findings import leader, standing
from akint_dash.text.frame import named_years
from akint_dash.text.words import Words

KINDS: Final = (*measure.OUTCOMES, "lacking")
GROUNDS: Final = 9
Groups = dict[tuple[str, ...], list[measure.Input]]
"""The inputs by addressee, channel, level and outcome."""


def heard(view: View, inputs: list[measure.Input]) -> Component:
    """One square an input: rows by addressee and channel, columns by level, the look of the square is its outcome."""
    w, data = view.words, measure.by_channel(inputs)
    _, decided, pending = measure.heard(inputs)
    eu, national = (sum(i.to == kind for i in inputs) for kind in ("eu", "national"))
    lacking = [("activity", i.code) for i in inputs if not (i.outcome and i.to and i.channel and i.sphere)]
    basis = w.n(
        "Bygger på ett innspill (høringssvar medregnet)",
        "Bygger på {count} innspill (høringssvar medregnet)",
        len(inputs),
    )
    if lacking:
        basis += "; " + w.n("ett mangler en opplysning", "{count} mangler en opplysning", len(lacking))
    return card(
        view,
        "innspill",
        title=text.heard_title(w, *measure.taken(inputs), decided, len(inputs)),
        say=text.heard_say(w, eu, national, pending) if inputs else "",
        figure=_matrix(view, list(data.dicts()), inputs) if inputs else _none(view),
        data=data,
        numbers=numbers.heard(view, inputs),
        plot=Plot(Form.BARS, "to", KINDS, stacked=True, apart=("channel", "sphere")),
        caption=w("Innspill etter mottaker, kanal, nivå og utfall"),
        refs=("S16",),
        size="c7",
        basis=Basis(basis, lacking),
        level=2,
    )


def _none(view: View) -> Component:
    n = len(measure.promoted(view.scope.widened()))
    told = view.words.n("1 innspill", "{n} innspill", n) if n else ""
    return empty(view, view.words("Ingen innspill med disse filtrene."), told)


def _matrix(view: View, rows: list[dict[str, Any]], inputs: list[measure.Input]) -> list[Component | None]:
    w, every = view.words, answers.activities(view, "innspill", "addressee_kind", "channel", "sphere", "outcome")
    by: Groups = defaultdict(list)
    for one in inputs:
        by[one.to or MISSING, one.channel or MISSING, one.sphere or MISSING, one.outcome or MISSING].append(one)
    heads = [html.Th(words, scope="col") for words in (w("Kanal"), w("Politisk"), w("Administrativt"), w("Utfall"))]
    bodies = []
    for to, some in groupby(rows, key=lambda row: row["to"]):
        channels = [(channel, list(group)) for channel, group in groupby(some, key=lambda row: row["channel"])]
        total = sum(row["total"] for _, group in channels for row in group)
        name = w.choice(*to) if to else w("Mottaker mangler")
        head = html.Th([name, " ", html.Span(w.number(total), className="num")], colSpan=4, scope="rowgroup")
        lines = [_channel(view, name, channel, group, every, by) for channel, group in channels]
        bodies.append(html.Tbody([html.Tr(head, className="to"), *lines]))
    caption = html.Caption(w("Innspill etter mottaker, kanal, nivå og utfall"), className="unseen")
    words = _outcomes(w)
    shown = [(kind, word) for kind, word in zip(KINDS, words, strict=True) if any(row[kind] for row in rows)]
    ends = [","] * (len(shown) - 1) + ["."]
    sums = {kind: sum(row[kind] for row in rows) for kind in KINDS}
    key = [
        html.Span([html.Span(className=f"key-mark {kind}"), f"{word}: {w.number(sums[kind])}", unseen(end + " ")])
        for (kind, word), end in zip(shown, ends, strict=False)
    ]
    up = sums["adopted"] + sums["partly"]
    decided = up + sums["not_adopted"]
    taken = part_line(view, "innspill", w("Helt eller delvis tatt til følge"), up, decided) if decided else None
    return [
        html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className="plain stack inputs"),
        html.P(key, className="key inputs"),
        taken,
    ]


def _channel(
    view: View, to: str, channel: Any, group: list[dict[str, Any]], every: answers.Activities, by: Groups
) -> Component:
    w = view.words
    name = w.choice(*channel) if channel else w("Kanal mangler")
    by_sphere = {row["sphere"][1] if row["sphere"] else "": row for row in group}
    spheres = [(w.choice("sphere", sphere), by_sphere.get(sphere)) for sphere in measure.SPHERES]
    cells = [_squares(view, row, sphere, f"{to}, {name}, {sphere}", every, by) for sphere, row in spheres]
    sums = {kind: sum(row[kind] for row in group) for kind in KINDS}
    adopted, partly = sums["adopted"], sums["partly"]
    decided = adopted + partly + sums["not_adopted"]
    rate = text.channel_rate(w, adopted, partly, decided, sums["pending"], sums["lacking"])
    if "" in by_sphere:
        rate += "; " + w.n("{n} mangler nivå", "{n} mangler nivå", by_sphere[""]["total"])
    return html.Tr([html.Th(name, scope="row"), *cells, html.Td(rate, className="rate")])


def _squares(
    view: View, row: dict[str, Any] | None, name: str, whose: str, every: answers.Activities, by: Groups
) -> Component:
    w = view.words
    if row is None:
        return html.Td("0", className="zero", **{"data-h": name})
    counts = [(kind, row[kind]) for kind in KINDS]
    words = _outcomes(w)
    label = ", ".join(f"{w.number(n)} {word}" for (_, n), word in zip(counts, words, strict=True) if n)
    place = tuple(row[column][1] if row[column] else MISSING for column in ("to", "channel", "sphere"))
    marks = []
    for (kind, n), word in zip(counts, words, strict=True):
        held = (*place, MISSING if kind == "lacking" else kind)
        marks.append(every.inputs_mark(f"{whose}, {word}: {w.part(n, row['total'])}", by.get(held, []), *held))
    mark = drawing(squares(counts, f"{name}: {label}", marks, per_row=8), name="units-box")
    return html.Td([html.B(w.number(row["total"]), className="num"), mark], **{"data-h": name})


def _outcomes(w: Words) -> tuple[str, ...]:
    """The outcomes in words, as the squares are coloured."""
    taken = (w("helt tatt til følge"), w("delvis tatt til følge"), w("ikke tatt til følge"))
    return (*taken, w("venter på svar"), w("mangler"))


def grounds(view: View, inputs: list[measure.Input]) -> Component:
    """The adopted goals and decisions that our inputs stand on, and how many stand on none."""
    w, data = view.words, _in_words(view, measure.by_ground(inputs), inputs)
    rows = list(data.dicts())
    goals = {r["ground"][1]: r["total"] for r in rows if r["ground"] and r["ground"][0] == "goal"}
    names = {code: worded(view, "goal", code) for code in goals}
    decisions = sum(r["total"] for r in rows if r["ground"] and r["ground"][0] == "decision")
    every, key = answers.activities(view, "grunnlag", "goal"), "grunnlag"
    lines = [_ground(view, row, inputs, every) for row in rows if row["ground"] and row["ground"][0] == "goal"]
    rest = len(lines) - GROUNDS
    if rest > 1:
        more = sum(sorted(goals.values(), reverse=True)[GROUNDS:])
        label, words = w("{n} andre mål", n=w.number(rest)), w.number(more)
        mark = to_table(view, f"{label}: {words}", key)
        lines = [*lines[:GROUNDS], Bar(label, more, words, rest=True, mark=mark)]
    if decisions:
        label = w.n("Et annet vedtak", "Andre vedtak", decisions)
        words = w.number(decisions)
        mark = to_table(view, f"{label}: {w.part(decisions, len(inputs))}", key)
        lines.append(Bar(label, decisions, words, note=w("vedtak uten mål i en plan"), mark=mark))
    lacking = [("activity", i.code) for i in inputs if not i.grounded]
    if lacking:
        label, n = w("Verken mål eller vedtak"), len(lacking)
        mark = every.inputs_mark(f"{label}: {w.part(n, len(inputs))}", [i for i in inputs if not i.grounded])
        lines.append(Bar(label, n, w.number(n), name="gap", mark=mark))
    total = w("Knyttet til mål eller vedtak"), w.part(len(inputs) - len(lacking), len(inputs))
    return card(
        view,
        "grunnlag",
        title=text.ground_title(w, len(inputs) - len(lacking), len(inputs)),
        say=text.ground_say(w, goals, names) if inputs else "",
        figure=html.Div(bars(lines, total=total), className="pol") if lines else [],
        unit=w("Innspill etter målet eller vedtaket de gjelder, {years}", years=_years(view)) if lines else "",
        data=data,
        numbers=numbers.grounds(view, inputs, standing(goals).leader),
        plot=Plot(Form.BARS, "ground", ("total",), words={None: w("Verken mål eller vedtak")}),
        caption=w("Innspill etter vedtatt mål eller vedtak"),
        basis=_without_outcome(view, inputs),
        refs=("S16",),
        size="c5",
        level=2,
    )


def _without_outcome(view: View, inputs: list[measure.Input]) -> Basis | None:
    """The inputs whose outcome is not recorded: neither decided nor waiting."""
    lacking = [("activity", i.code) for i in inputs if i.outcome is None]
    words = view.words.n("ett mangler utfall", "{count} mangler utfall", len(lacking))
    return Basis(words, lacking) if lacking else None


def _ground(view: View, row: dict[str, Any], inputs: list[measure.Input], every: answers.Activities) -> Bar:
    w, (_, goal), rate = view.words, row["ground"], _rate(view, row)
    name = worded(view, "goal", goal)
    said = f"{name}: {w.part(row['total'], len(inputs))}; {rate}"
    mark = every.inputs_mark(said, [i for i in inputs if i.goal == goal], goal)
    return Bar(name, row["total"], w.number(row["total"]), note=rate, mark=mark)


def _addressee(view: View, one: measure.Input) -> Any:
    if one.addressee:
        return said(view, view.portfolio.get("activity", one.code), "addressee")
    return view.words.choice("addressee_kind", one.to) if one.to else None


def _in_words(view: View, data: Table, inputs: list[measure.Input]) -> Table:
    """Decisions as the page's language says them."""
    known = {i.decision: view.words.name(view.portfolio.get("activity", i.code), "decision") for i in inputs}
    rows = [
        ((ground[0], known[ground[1]]) if ground and ground[0] == "decision" else ground, *rest)
        for ground, *rest in data.rows
    ]
    return table(data.headings, rows)


def loose(view: View, inputs: list[measure.Input]) -> Component:
    """Inputs that name no adopted goal or decision, with their owners (S16)."""
    w = view.words
    some = [i for i in inputs if not i.grounded]
    heads = [w("Innspillets tittel"), w("Mottaker"), w("Utfall"), w("Ansvarlig seksjon")]
    say = w("Strategien sier at vi skal fremme vedtatt politikk.")
    if view.portfolio.audience == "staff":
        say += " " + w("Ansvarlig seksjon kan registrere målet eller vedtaket.")
    records = [
        Record(
            view.name("activity", i.code),
            (
                _addressee(view, i),
                w.choice("outcome", i.outcome) if i.outcome else None,
                owner_of(view, "activity", i.code),
            ),
            note=f"{w.date(i.day)} · {view.name('area', i.area)} · {i.code}",
            href=to_sheet(view, "activity", i.code),
            lang=language_of(view, "activity", i.code),
        )
        for i in some
    ]
    caption = w("Innspill uten vedtatt mål eller vedtak")
    return card(
        view,
        "uten-vedtak",
        title=text.ungrounded_title(w, len(some), len(inputs), measure.outcomes(some)),
        say=say if some else "",
        figure=[*_went(view, some, len(inputs)), record_list(view, heads, records, caption)] if records else [],
        data=measure.input_table(some),
        numbers=numbers.loose(view, some, inputs),
        caption=caption,
        refs=("S16",),
        size="c7",
        level=2,
    )


def through(view: View, inputs: list[measure.Input]) -> Component:
    """Through whom: the county itself, or an organisation."""
    w, data = view.words, measure.by_organisation(inputs)
    counts = {row["organisation"][1] if row["organisation"] else "": row["total"] for row in data.dicts()}
    names = {code: view.name("organisation", code) if code else w("Direkte fra fylkeskommunen") for code in counts}
    every = answers.Activities(view, "gjennom")  # no list has them
    lines = [
        _network_bar(view, names[code], row, [i for i in inputs if (code in i.via if code else not i.via)], every)
        for code, row in zip(counts, data.dicts(), strict=True)
    ]
    rows = [(("organisation", names[code]), *row[1:]) for code, row in zip(counts, data.rows, strict=True)]
    total = (w("Nettverk"), w.number(sum(bool(code) for code in counts))) if any(counts) else None
    return card(
        view,
        "gjennom",
        title=text.through_title(w, counts, names),
        say=w("Et innspill gjennom to nettverk telles med for begge."),
        figure=html.Div(bars(lines, total=total), className="pol") if lines else _none(view),
        unit=w("Innspill etter hvem de gikk gjennom, {years}", years=_years(view)) if lines else "",
        data=type(data)(data.headings, tuple(rows)),
        numbers=numbers.through(view, inputs, names, leader({code: n for code, n in counts.items() if code})),
        plot=Plot(Form.BARS, "organisation", ("total",)),
        caption=w("Innspill etter hvem de gikk gjennom"),
        basis=_without_outcome(view, inputs),
        refs=("S16",),
        size="c5",
        level=2,
    )


def _network_bar(
    view: View, name: str, row: dict[str, Any], mine: list[measure.Input], every: answers.Activities
) -> Bar:
    n, rate = view.words.number(row["total"]), _rate(view, row)
    return Bar(name, row["total"], n, note=rate, mark=every.inputs_mark(f"{name}: {n}; {rate}", mine))


def _years(view: View) -> str:
    """The years that the inputs are of, as far as the data reach."""
    return named_years(view.words, frame(view.scope, "activity"))


def _rate(view: View, row: dict[str, Any]) -> str:
    w = view.words
    if not row["decided"]:
        return w("uten kjent utfall")
    return w("{part} helt eller delvis tatt til følge", part=w.part(row["heard"], row["decided"]))


def _went(view: View, some: list[measure.Input], total: int) -> list[Component]:
    """How many there are of all, and how those of a known outcome went."""
    w, (up, decided, pending) = view.words, measure.heard(some)
    lines = [part_line(view, "uten-vedtak", w("Uten mål eller vedtak"), len(some), total)]
    if decided:
        lines.append(part_line(view, "uten-vedtak", w("Helt eller delvis tatt til følge"), up, decided))
    if pending:
        lines.append(part_line(view, "uten-vedtak", w("Venter på svar"), pending, len(some)))
    return lines
