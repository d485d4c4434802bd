"""Currencies and the rates that amounts are turned into kroner by."""

from __future__ import annotations

from dataclasses import replace

from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.table import plain_table
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.measures import funding as measure
from akint_dash.pages.funding import ways
from akint_dash.text.words import capital


def _named(view: View, data: Table) -> Table:
    """The table of rates with each currency's name before its code."""
    named = {code: view.words.locale.currencies.get(code, "") for code in data.column("currency")}
    said = {code: f"{capital(_small(name))} ({code})" if name else code for code, name in named.items()}
    return replace(data, rows=tuple((said[row[0]], *row[1:]) for row in data.rows))


def _small(name: str) -> str:
    """'Danish krone': the currency itself in small letters, which English gives a capital where it stands in a list."""
    of, space, currency = name.rpartition(" ")
    return f"{of}{space}{currency.lower()}"


def rates(view: View) -> Component:
    """Currency and rates, explained."""
    w = view.words
    data = _named(view, measure.rate_table(view.scope))
    title = (
        w.n("Én valutakurs er registrert", "{Count} valutakurser er registrert", len(data))
        if len(data)
        else w("Ingen valutakurser er registrert")
    )
    say = w(
        "Støtte i valuta regnes om med kursen for vedtaksåret, og et budsjett med kursen for året da prosjektet "
        "fikk sin første status. Beløpet endres ikke senere. For et år uten kurs "
        "brukes siste kjente kurs før det, merket «foreløpig», til årets kurs kommer. Finnes ingen slik kurs, "
        "vises beløpet i sin egen valuta med «valutakurs mangler»."
    )
    if w.language == "en":  # no other headline tells of euro
        say = f"{say} {w('Euro i engelske overskrifter er regnet med kursene for vedtaksårene.')}"
    return card(
        view,
        "kurser",
        title=title,
        say=say,
        figure=plain_table(view, data, w("Valutakurser"), captioned=False) if len(data) else [],
        data=data,
        numbers=ways.rates(view, len(data)),
        caption=w("Valutakurser"),
        refs=("S3",),
        size="c5",
        plain=True,
        level=2,
    )
