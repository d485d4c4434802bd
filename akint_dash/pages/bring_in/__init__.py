"""Files read in through the browser: send them, see the same check as the command, confirm or walk away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.components.write_form import input_field, send_button, write_form
from akint_dash.importers import READERS
from akint_dash.importers.intake.folder import MOST_BYTES, MOST_FILES
from akint_dash.pages.bring_in.address import HERE, NEEDS, WRONG, intake_of, of_staff
from akint_dash.pages.bring_in.sent import heading, sent
from akint_dash.text.words import capital


def body(view: View) -> Sequence[Any]:
    """The form; for staff who may not use it, who may."""
    w = view.words
    over = html.A(w("Alle registreringer"), href=view.link("/data"))
    if not view.viewer.may_write:
        say = w(
            "Be en administrator lese inn filen, eller bruk kommandoen akint-dash import på serveren. "
            "En innlesing kan endre registreringer i alle rådsområder."
        )
        return [lead(over, w("Bare administratorer kan lese inn filer her"), say)]
    say = w(
        "Du ser hva filene ville legge til, endre og avslutte, og hva som må rettes, ark for ark. "
        "Ingenting lagres før du bekrefter."
    )
    wrong = WRONG.get(view.query.get("feil", ""))
    return [
        lead(over, w("Les inn filer"), say),
        html.P(w(wrong), className="notice", role="alert") if wrong else None,
        html.Div(
            [html.Section([html.H2(w("Velg filer")), *_form(view)], className="card c7"), _known(view)],
            className="grid section",
            **NEEDS,
        ),
    ]


def _form(view: View) -> list[Any]:
    w = view.words
    size = {"n": w.number(MOST_FILES), "mb": w.number(MOST_BYTES // 1024 // 1024)}
    chosen = html.P("", id="valgte", className="note", role="status", **{"data-large": w("Filene er for store.")})
    drop = html.Div(
        [
            html.Label(w("Filer"), htmlFor="felt-fil"),
            input_field("file", "fil", id="felt-fil", multiple=True, required=True),
            html.P(w("Du kan også slippe filene her."), className="note drop-words", hidden=True),
            chosen,
        ],
        className="drop",
        **{"data-drop": "", "data-most": str(MOST_BYTES), "data-files": str(MOST_FILES)},
    )
    limits = w(
        "Høyst {n} filer, {mb} MB til sammen. De ligger på serveren i høyst ett døgn, bare for deg. "
        "De slettes når de er lest inn eller forkastet.",
        **size,
    )
    parts = [drop, html.P(limits, className="note"), send_button(w("Sjekk filene"))]
    return [write_form(view, HERE, parts, files=True, key="send-filer")]


def _known(view: View) -> Any:
    w = view.words
    items = [html.Li(capital(name)) for name in dict.fromkeys(w(reader.known_as) for reader in READERS)]
    say = html.P(w("Filene kjennes igjen på innholdet, ikke på navnet."), className="say")
    return html.Section(
        [html.H2(w("Filer som kjennes igjen")), say, html.Ul(items, className="plainlist")], className="card c5"
    )


PAGE = Page(HERE, "Les inn filer", body, own=("feil",), filters=False, exists=of_staff)
SENT = Page(
    f"{HERE}/<navn>",
    "Sjekk av filer",
    sent,
    own=("del",),
    filters=False,
    exists=lambda view: intake_of(view) is not None,
    heading=heading,
)
