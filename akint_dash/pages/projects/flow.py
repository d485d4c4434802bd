"""From idea to completed: the flow, decisions by year and programme, and programmes never tried (S3, S11, S12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.first_rows import opened
from akint_dash.components.funnel import Step, funnel
from akint_dash.components.lacking import grants_basis, parts_said
from akint_dash.components.parts import drawing
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.remarks import explained
from akint_dash.components.total import total_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.figures.units import squares
from akint_dash.measures import projects as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.pipeline import Pipeline
from akint_dash.measures.projects import root
from akint_dash.measures.remarks import of_records, remarks
from akint_dash.pages.projects import answers, ways
from akint_dash.pages.projects.none import no_applications, no_projects
from akint_dash.text import projects as text
from akint_dash.text.frame import in_years, so_far
from akint_dash.text.missing import at_least
from akint_dash.text.words import Words

PROGRAMMES: Final = 5
"""How many stand in the open."""
BEFORE: Final = ("idea", "developing", "submitted")
"""The steps before a decision."""
OTHERS: Final = ("national", "regional", "local")
"""Support from outside that is of no programme."""


def stages(view: View, pipe: Pipeline) -> Component:
    """The pipeline as bars, the rate between the steps, and where those that did not come on stand (S11)."""
    w, data = view.words, measure.stages(view.scope)
    told = ({name: None if n == NOT_APPLICABLE else n for name, n in row.items()} for row in data.dicts())
    counted = [row for row in told if row["reached"] is not None]
    every = answers.counted(view, "trakt", lambda _: "")
    steps = [_step(view, row, every) for row in counted]
    base, lost = measure.in_pipeline(view.scope)
    basis = w("Bygger på {part} prosjekter", part=w.part(base - len(lost), base))
    if lost:
        basis += "; " + w.n("ett mangler status", "{count} mangler status", len(lost))
    elif base:
        basis = text.funnel_basis(w, frame(view.scope, *measure.DECIDED_BY), base, period(view))
    key = [w("gikk videre"), w("er her nå"), answers.stopped_words(w, any(row["withdrawn"] for row in counted))]
    some = any(row["reached"] for row in counted)
    shown, years = frame(view.scope, *measure.DECIDED_BY), period(view)
    on_their_way = len(pipe.waiting) + len(pipe.underway)
    narrowed = bool(view.selection.thins)
    title = text.funnel_title(w, shown, on_their_way, len(pipe.won), years, narrowed=narrowed)
    status, months = bool(view.selection.status), view.selection.maned
    say = text.rate_say(w, len(pipe.won), pipe.decided, len(pipe.waiting), by_status=status, months=months)
    view.shown["trakt"] = [("periode",), ()] if on_their_way else [()]
    if not shown.reached and on_their_way:
        title, say = text.ahead(w, shown, on_their_way), text.ahead_say(w, in_years(w, *view.scope.period))
        view.shown["trakt"] = [()]  # the sentence itself says what the period does not touch
    return card(
        view,
        "trakt",
        title=title,
        say=say,
        figure=[funnel(steps, key), _on_their_way(view, pipe, counted)] if some else no_projects(view),
        unit=w("Antall prosjekter som har kommet minst så langt") if some else "",
        data=data,
        numbers=ways.stages(view, pipe),
        plot=Plot(Form.BARS, "status", ("onward", "here", "rejected", "withdrawn"), stacked=True),
        caption=w("Prosjekter etter status"),
        remark=explained(
            view,
            [
                *remarks(view.scope, "projects_granted"),
                *of_records(view.scope, list(view.scope.records("project"))),
            ],
        ),
        refs=("S11",),
        size="c7",
        basis=Basis(basis, [("project", code) for code in lost]),
        level=2,
    )


def _on_their_way(view: View, pipe: Pipeline, counted: Sequence[dict[str, Any]]) -> Component:
    """What stands in the steps before a decision, each and together."""
    w = view.words
    here = [(row["here"], row["status"]) for row in counted if row["status"][1] in BEFORE and row["here"]]
    some = w.join([f"{w.choice(*status).lower()} {w.number(n)}" for n, status in here])
    label = w("På vei: {some}", some=some) if here else w("På vei")
    return total_line(label, w.number(len(pipe.waiting) + len(pipe.underway)))


def period(view: View) -> str:
    """The years chosen that decisions are of, so far where they are not over; "" where none are chosen."""
    return so_far(view.words, frame(view.scope, *measure.DECIDED_BY)) if view.selection.periode else ""


def _step(view: View, row: dict[str, Any], every: answers.Counted) -> Step:
    w, status = view.words, row["status"][1]
    words = text.between(w, status, row) if status in text.NEXT else ""
    stopped = (row["rejected"] or 0) + (row["withdrawn"] or 0)
    name = w("Satt i gang") if status == "running" else w.choice("status", status)  # 20 have begun, 15 of them go on
    reached = w.number(row["reached"])
    marks = answers.step_marks(name, row, every)
    return Step(name, row["onward"], row["here"], stopped, marks, reached, words)


def lacks(row: dict[str, Any]) -> bool:
    """Whether some of a row's money is not known."""
    return bool(row["lacking"] or row["without_rate"])


def programmes(view: View, pipe: Pipeline) -> Component:
    """Value and success by programme: one square an application (S11)."""
    w, data = view.words, measure.by_programme(view.scope)
    named, mix = [row for row in data.dicts() if row["programme"]], measure.financing(view.scope)
    won = {row["programme"][1]: row["ore"] or 0 for row in named}
    grants = {row["programme"][1]: row["won"] or 0 for row in named}
    names = {code: view.name("programme", code) for code in won}
    every = answers.counted(view, "programmer", lambda values: root(view.scope, values.get("programme")) or "")
    items = [html.Li(_programme(view, row, every)) for row in data.dicts()]
    key = [
        html.Span([html.Span(className=f"key-mark {kind}"), words])
        for kind, words in (("won", w("innvilget")), ("lost", w("avslått")), ("waiting", w("venter på svar")))
    ]
    figure: Any = (
        [opened(view, PROGRAMMES, "applications")(items), html.P(key, className="key")]
        if items
        else no_applications(view, waiting=True)
    )
    if items and any(won.values()):
        told = at_least(w, w.money(sum(row["ore"] or 0 for row in data.dicts())), any(map(lacks, data.dicts())))
        figure.append(total_line(w("I alt innvilget"), told))
    title = text.programme_title(
        w,
        won,
        grants,
        names,
        lacking=sum(lacks(row) for row in data.dicts()),
        nameless=sum(row["won"] or 0 for row in data.dicts() if not row["programme"]),
        narrowed=not view.selection.is_empty,
        decided=bool(pipe.decided),
    )
    shown = frame(view.scope, *measure.DECIDED_BY)
    if not shown.reached and pipe.waiting:
        title = text.applied_ahead(w, shown, len(pipe.waiting))
    others = sum(value or 0 for level in OTHERS for value in mix.column(level))
    view.shown["programmer"] = [("periode",) if not shown.reached and pipe.waiting else ()]
    return card(
        view,
        "programmer",
        title=title,
        say=" ".join(
            filter(
                None,
                [
                    text.programme_say(w, others),
                    text.of_the_period(w, shown, period(view), len(pipe.waiting)) if shown.reached else "",
                    parts_said(view, pipe.won_paid),
                ],
            )
        ),
        marks=w("Én rute er én søknad."),
        figure=figure,
        data=data,
        numbers=ways.programmes(view, pipe, w.money(others)),
        plot=_plot(w, money=any(won.values())),
        caption=w("Søknader etter program"),
        refs=("S11",),
        size="c7",
        basis=grants_basis(view, pipe.won_paid, len(pipe.won)),
        level=2,
    )


def _plot(w: Words, *, money: bool) -> Plot:
    """The money that the title tells of; where none is known, the applications and what became of them."""
    words = {None: w("Program mangler")}
    if money:
        return Plot(Form.BARS, "programme", ("ore",), words=words)
    return Plot(Form.BARS, "programme", ("won", "rejected", "waiting"), stacked=True, words=words)


def _programme(view: View, row: dict[str, Any], every: answers.Counted) -> list[Component]:
    w, won, lost = view.words, row["won"] or 0, row["rejected"] or 0
    name = view.name(*row["programme"]) if row["programme"] else w("Program mangler")
    label: Any = html.A(name, href=view.link(program=(row["programme"][1],))) if row["programme"] else name
    counts = [("won", won), ("lost", lost), ("waiting", row["waiting"])]
    known = row["won"] is not None
    rate = text.outcome(w, won, won + lost, by_status=bool(view.selection.status)) if known else ""
    if row["waiting"]:
        rate = "; ".join(filter(None, [rate, w.n("{n} venter", "{n} venter", row["waiting"])]))
    worth = "" if not known else w("mangler") if row["ore"] is None else w.money(row["ore"]) if row["ore"] else "0"
    worth = at_least(w, worth, lacks(row)) if row["ore"] is not None else worth
    unknown = known and row["ore"] is None
    marks = answers.outcome_marks(name, counts, row["programme"][1] if row["programme"] else "", every, "programme")
    return [
        html.Span([label, html.Small(rate)], className="bar-label"),
        drawing(squares(counts, f"{name}: {rate}", marks), name="units-box"),
        html.Span(worth, className="bar-value num" + (" missing" if unknown else "")),
    ]


def unused(view: View) -> Component:
    """Programmes open to Norway that the county never applied to (S3, S12)."""
    w, data = view.words, measure.never_used(view.scope)
    columns = {"participations": w("Eksterne aktørers prosjektdeltakelser"), "open_calls": w("Åpne utlysninger")}
    some = [name for name in columns if any(data.column(name))]
    heads = [w("Program"), *(columns[name] for name in some)]
    records = [
        Record(
            view.name(*row["programme"]),
            tuple(w.number(row[name]) for name in some),
            note=_note(view, row),
            href=to_sheet(view, *row["programme"]),
            right=frozenset({1, 2}),
        )
        for row in data.dicts()
    ]
    say = w(
        "Listen viser programmer som Norge deltar i, og som vi ikke har søkt midler fra. Filtrene påvirker den ikke."
    )
    lacking = sum("programme" not in v for v in view.portfolio.records("project").values())
    if lacking:
        say += " " + w.n("Ett prosjekt mangler program.", "{Count} prosjekter mangler program.", lacking)
    none = tuple(name for name in columns if name not in some)
    if none and records:
        words = {
            "participations": w("Ingen aktører er registrert i disse programmene."),
            "open_calls": w("Ingen av programmene har åpne utlysninger."),
        }
        both = w("Ingen aktører er registrert i disse programmene, og ingen av programmene har åpne utlysninger.")
        say += f" {both if none[1:] else words[none[0]]}"
    return card(
        view,
        "ubrukte",
        title=text.unused_title(w, len(data)),
        say=say,
        figure=record_list(view, heads, records, w("Programmer vi ikke har søkt midler fra"), shown=5, stack=False)
        if records
        else [],
        data=data,
        numbers=ways.unused(view, list(data.dicts())),
        caption=w("Programmer vi ikke har søkt midler fra"),
        refs=("S3", "S12"),
        size="c5",
        level=2,
    )


def _note(view: View, row: dict[str, Any]) -> str:
    w = view.words
    parts = [w.choice(*row["level"])]
    if row["norway"][1] == "partly":
        parts.append(w("Norge deltar delvis"))
    if row["ideas"]:
        parts.append(w.n("{n} egen idé", "{n} egne ideer", row["ideas"]))
    return " · ".join(parts)
