"""Support from the leader's office against the areas' own activity (S8)."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.parts import drawing
from akint_dash.components.view import View
from akint_dash.components.ways import to_page, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.marks import Mark
from akint_dash.figures.units import dumbbell
from akint_dash.measures.frame import frame
from akint_dash.measures.support import Support, support_table
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import page_of
from akint_dash.text import areas as text
from akint_dash.text.frame import as_of, stop, years_of
from akint_dash.text.words import Words


def help_given(view: View, found: list[Support]) -> Component:
    """Support asked for against activity (S8)."""
    w = view.words
    asked, activity = {s.area: s.asked for s in found}, {s.area: s.activity for s in found}
    names = {s.area: view.name("area", s.area) for s in found}
    totals = sum(asked.values()), sum(activity.values())
    top = (
        max([s / t for some, t in zip((asked, activity), totals, strict=True) if t for s in some.values()], default=0)
        or 1
    )
    shown = frame(view.scope, "activity")
    years = years_of(w, shown.of_years)
    alone = len(found) == 1  # of what is its own an area has all
    rows = [html.Li(_helped(view, one, totals, top, guest=shown.open_only, alone=alone)) for one in found]
    waiting = sum(len(s.open) for s in found)
    marks = w(
        "Den fylte prikken er andelen av henvendelsene, den åpne er andelen av de andre tiltakene, begge {years}.",
        years=years,
    )
    say = ""
    if waiting and not shown.open_only:
        open_now = w.n("Én henvendelse var ubesvart", "{Count} henvendelser var ubesvarte", waiting)
        say = stop(as_of(w, shown, open_now))
    key = [
        html.Span([html.Span(className="key-mark dot-own"), w("andel av henvendelsene om bistand"), " "]),
        html.Span([html.Span(className="key-mark dot-other"), w("andel av de andre tiltakene")]),
    ]
    return card(
        view,
        "stotte",
        title=text.support_all_title(
            w,
            asked,
            activity,
            names,
            years,
            unheard={s.area: s.unheard for s in found if s.unknown},
            over=shown.of_years.over,
        ),
        say=say,
        marks="" if alone else marks,
        figure=[html.Ol(rows, className="helped"), None if alone else html.P(key, className="key")],
        data=support_table(found, guest=shown.open_only),
        numbers=ways.helped(view, found),
        plot=Plot(Form.BARS, "area", ("asked", "activity")),
        caption=w("Bistand fra Fylkesrådslederens kontor, mot rådsområdets andre tiltak"),
        refs=("S8",),
        level=2,
    )


def _helped(
    view: View, one: Support, totals: tuple[int, int], top: float, *, guest: bool, alone: bool
) -> list[Component | None]:
    """An area's two shares and how it was answered; of one area ``alone`` its two numbers."""
    w, name = view.words, view.name("area", one.area)
    asked, activity = (n / t if t else 0.0 for n, t in zip((one.asked, one.activity), totals, strict=True))
    label = _label(w, one, name, asked, activity, some=bool(totals[0]))
    told = "" if one.unknown else w.join(_counts(w, one)) if alone else label.partition(": ")[2]
    marks = _told(view, one, asked, activity)
    dots = dumbbell(*_places(one, totals[0], asked / top, activity / top), label, marks)
    parts = [w("{given} besvart", given=w.part(one.given, one.asked)) if one.asked else w("ingen henvendelser")]
    if one.unknown:
        years = w.join([str(year) for year in one.unheard])
        none = w("ingen henvendelser og ingen andre tiltak registrert; tall for {years} mangler", years=years)
        parts = [none if one.silent else w("ingen henvendelser registrert; tall for {years} mangler", years=years)]
    if one.median_days is not None:
        days = one.median_days
        some = w("minst halvparten innen {days}", days=text.days_say(w, days))
        parts.append(some if one.given > 1 else text.answered_say(w, days, one.given, w.decimal(days)))
    if one.open and not guest:
        waited = text.days_say(w, one.oldest_open or 0)
        parts.append(w.n("1 ubesvart i {days}", "{n} ubesvart, eldste {days}", len(one.open), days=waited))
    return [
        html.Span(html.A(name, href=page_of(view, one.area)), className="bar-label"),
        None if alone else drawing(dots, name="dumbbell-box"),
        html.Span(
            [*([html.B(told), " "] if told else []), html.Small(" · ".join(parts))], className="helped-words num"
        ),
    ]


def _label(w: Words, one: Support, name: str, asked: float, activity: float, *, some: bool) -> str:
    """What the two dots of an area say; of no requests at all (not ``some``) nobody has a share."""
    if one.unknown and one.silent:
        return w("{name}: henvendelser og andre tiltak mangler", name=name)
    if one.unknown:
        return w("{name}: henvendelser mangler", name=name)
    if one.silent:
        return w("{name}: {asked} av henvendelsene; andre tiltak mangler", name=name, asked=w.percent(asked))
    if not some:
        return w("{name}: {activity} av de andre tiltakene", name=name, activity=w.percent(activity))
    return w(
        "{name}: {asked} av henvendelsene, {activity} av de andre tiltakene",
        name=name,
        asked=w.percent(asked),
        activity=w.percent(activity),
    )


def _places(one: Support, total: int, asked: float, activity: float) -> tuple[float | None, float | None]:
    """Where the two dots lie; of what is not known there is none, nor of requests where there are none at all."""
    return None if one.unknown or not total else asked, None if one.silent else activity


def _counts(w: Words, one: Support) -> list[str]:
    """How many requests and other initiatives an area has, as far as they are known."""
    asked = w("henvendelser mangler") if one.unknown else w.n("{n} henvendelse", "{n} henvendelser", one.asked)
    others = w("andre tiltak mangler") if one.silent else w.n("{n} annet tiltak", "{n} andre tiltak", one.activity)
    return [asked, others]


def _told(view: View, one: Support, asked: float, activity: float) -> tuple[Mark, Mark]:
    """What the two dots say, with what they are shares of; the area's own page has the requests by name."""
    w, name = view.words, view.name("area", one.area)
    of_asked = w("mangler") if one.unknown else _counts(w, one)[0]
    of_others = w("mangler") if one.silent else _counts(w, one)[-1]
    own = w("{name}, andel av henvendelsene: {n}, {share}", name=name, n=of_asked, share=w.percent(asked))
    other = w("{name}, andel av de andre tiltakene: {n}, {share}", name=name, n=of_others, share=w.percent(activity))
    return to_page(view, own, name, page_of(view, one.area) + "#stotte"), to_table(view, other, "stotte")


def all_answered(view: View, some: list[Support]) -> str:
    """How many requests are answered of all that are known; nothing where none is."""
    known = [one for one in some if one.reached and not one.unknown]
    asked, given = sum(one.asked for one in known), sum(one.given for one in known)
    if not asked:
        return ""
    w = view.words
    if len(known) == len(some):
        return w.part(given, asked)
    return w.n("{given} av 1 kjent", "{given} av de {n} kjente", asked, given=w.number(given))


def answered(view: View, asked: Support | None) -> str:
    """How many of an area's requests are answered, and how soon."""
    w = view.words
    if asked is not None and not asked.reached:
        return w("ingen data ennå")
    if asked is not None and asked.unknown:
        return w("mangler")
    if asked is None or not asked.asked:
        return w("ingen henvendelser")
    told = w.part(asked.given, asked.asked)
    if asked.median_days is None:
        return told
    return f"{told}; {text.answered_say(w, asked.median_days, asked.given, w.decimal(asked.median_days))}"
