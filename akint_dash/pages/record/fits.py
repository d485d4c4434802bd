"""On the sheet of a call: the form in which a council area says that it fits, or that it does not."""

from __future__ import annotations

from typing import Any, Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.record_link import sheet_path
from akint_dash.components.view import View
from akint_dash.components.write_form import reason_field, send_button, write_form
from akint_dash.measures.fit_decisions import decisions
from akint_dash.pages.record.facts import card
from akint_dash.text.calls import decision

FITS: Final = "passer"
AREA: Final = "rad"
WRONG: Final = "mangler"
"""The query parameter that names the area whose dismissal was sent without a reason."""
NEEDS: Final = {"data-needs": "/assets/intake/intake.css /assets/edit/edit.css"}


def fits(view: View, entity: str, code: str) -> list[Component]:
    """The card, for who may answer for an area; no answer is changed on an earlier day."""
    w, areas = view.words, _areas(view)
    if entity != "call" or not areas or view.selection.per:
        return []
    said = [html.Li(decision(w, one, view.name("area", one.area))) for one in decisions(view.portfolio, code)]
    chosen = view.query.get(WRONG, "")
    options = [{"label": view.name("area", one), "value": one} for one in areas]
    select: Any = dbc.Select(id="passer-rad", name=AREA, options=options, value=chosen if chosen in areas else areas[0])
    wrong = w("Skriv hvorfor den avvises.") if chosen in areas else ""
    parts = [
        html.Div([dbc.Label(w("Rådsområde"), html_for="passer-rad"), select], className="field"),
        reason_field(view, wrong=wrong),
        html.Div(
            [send_button(w("Bekreft"), "bekreft"), send_button(w("Avvis"), "avvis", main=False)], className="edit-ways"
        ),
    ]
    say = html.P(w("En avvisning trenger begrunnelse, og gjelder til utlysningen endres."), className="basis no-paper")
    form = write_form(view, f"{sheet_path('call', code)}/{FITS}", parts)
    inside = [
        html.Ul(said, className="plainlist") if said else None,
        say,
        html.Div(form, className="no-paper", **NEEDS),
    ]
    return [card(w("Passer utlysningen?"), inside, key=FITS)]


def _areas(view: View) -> list[str]:
    """The areas of this year that who asks may answer for."""
    year, found = view.today.year, []
    for code, values in view.portfolio.records("area").items():
        there = int(str(values.get("valid_from", 0))) <= year <= int(str(values.get("valid_to", 9999)))
        if there and (view.viewer.may_write or view.viewer.may_edit(code)):
            found.append(code)
    return found
