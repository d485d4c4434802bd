"""One sending: how far the check is, what it found, and what is decided of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.lead import lead
from akint_dash.components.view import View
from akint_dash.components.write_form import input_field, reason_field, send_button, tick, write_form
from akint_dash.errors import UnreadableFile
from akint_dash.importers.intake.folder import WORKING, Intake
from akint_dash.pages.bring_in import found
from akint_dash.pages.bring_in.address import HERE, NEEDS, intake_of
from akint_dash.pages.bring_in.steps import far
from akint_dash.text.changed import counts_told
from akint_dash.text.problems import error_line
from akint_dash.text.words import Words, capital


def sent(view: View) -> Sequence[Any]:
    """The page of one sending."""
    intake = intake_of(view)
    if intake is None:
        return []
    state = intake.state()
    if state["step"] in WORKING:
        return _working(view, intake, state)
    told = intake.told()
    title, say = _title(view.words, state, told)
    over = html.A(view.words("Les inn filer"), href=view.link(HERE, own={}))
    parts: list[Any] = [lead(over, title, say), _moved(view, told)]
    if state["step"] == "stopped" or "error" in told:
        return [*parts, html.Div(_away(view, intake), className="section", **NEEDS)]
    if told.get("done"):
        return [*parts, html.Div(_after(view, told), className="section", **NEEDS)]
    cards = [_decision(view, intake, told), *found.cards(view, intake, told)]
    return [*parts, html.Div([card for card in cards if card is not None], className="grid section", **NEEDS)]


def heading(view: View) -> str:
    """The title of the browser's window."""
    intake = intake_of(view)
    if intake is None or intake.state()["step"] in WORKING:
        return view.words("Sjekker filene")
    return _title(view.words, intake.state(), intake.told())[0]


def _title(w: Words, state: Mapping[str, Any], told: Mapping[str, Any]) -> tuple[str, str]:
    """The finding of the check, and what follows of it."""
    if state["step"] == "stopped":
        return w("Sjekken stanset"), w("Ingenting er skrevet. Send filene på nytt.")
    if "error" in told:
        line = error_line(UnreadableFile(told["error"], **told["values"]), w.language)
        return w("Filene kunne ikke leses inn"), f"{line} {w('Ingenting er skrevet.')}"
    counts = counts_told(w, told["counts"])
    if told.get("done"):
        if told["revision"] is None:
            return w("Ingenting å endre"), w("Databasen sa alt fra før.")
        return w("Lest inn som oppdatering {n}", n=told["revision"]), f"{capital(counts)}."
    n = told["totals"]
    if n["problems"] or n["conflicts"]:
        parts = [w.n("1 feil", "{n} feil", n["problems"])] if n["problems"] else []
        parts += [w.n("1 konflikt", "{n} konflikter", n["conflicts"])] if n["conflicts"] else []
        title = w("{what} må løses først", what=w.join(parts))
        return title[:1].upper() + title[1:], w("Ingenting er skrevet.")
    if not any(told["counts"].values()):
        return w("Ingenting å endre"), w("Filene sier det databasen sier fra før.")
    return capital(counts), w("Ingenting er skrevet ennå. Se gjennom, og bekreft eller forkast.")


def _moved(view: View, told: Mapping[str, Any]) -> Component | None:
    w = view.words
    if not told.get("moved"):
        return None
    words = w(
        "Databasen ble endret etter sjekken, så ingenting ble skrevet. Dette er en ny sjekk. Se gjennom den på nytt."
    )
    return html.P(words, className="notice", role="alert")


def _working(view: View, intake: Intake, state: Mapping[str, Any]) -> Sequence[Any]:
    w = view.words
    words, share = far(w, state)
    say = w("Siden viser resultatet når det er klart. Du kan lukke den og komme tilbake.")
    bar = html.Progress(value=f"{share:.2f}", max="1", **{"aria-label": w("Framdrift")})
    parts = [html.P(words, role="status", id="steg"), bar]
    asks = f"{HERE}/{intake.name}/steg" + ("?sprak=en" if w.language == "en" else "")
    return [
        lead(w("Les inn filer"), w("Sjekker filene"), say),
        html.Div(parts, className="section working", **{"data-address": asks, "data-steps": ""}, **NEEDS),
    ]


def _away(view: View, intake: Intake) -> list[Component]:
    w = view.words
    return [write_form(view, f"{HERE}/{intake.name}", [send_button(w("Velg filer på nytt"), "forkast")])]


def _after(view: View, told: Mapping[str, Any]) -> list[Component]:
    w = view.words
    if told["revision"] is None:
        return [html.P(html.A(w("Les inn flere filer"), href=view.link(HERE, own={})))]
    way = html.A(w("Se alt den endret"), href=view.link(f"/historikk/{told['revision']}", own={}))
    return [html.P(way)]


def _decision(view: View, intake: Intake, told: Mapping[str, Any]) -> Component:
    """What can be done now: confirm what is shown, ask again with what is confirmed, or walk away."""
    w = view.words
    where, totals = f"{HERE}/{intake.name}", told["totals"]
    parts: list[Any] = []
    ready = not totals["problems"] and not totals["conflicts"] and any(told["counts"].values())
    if ready:
        seen = input_field("hidden", "sett", value=told["seen"]["changes"])
        parts.append(write_form(view, where, [seen, reason_field(view), send_button(w("Les inn"), "les-inn")]))
    if ticks := _ticks(w, told):
        parts.append(write_form(view, where, [*ticks, send_button(w("Sjekk på nytt"), "sjekk", main=not ready)]))
    parts.append(write_form(view, where, [send_button(w("Forkast"), "forkast", main=False)]))
    if totals["problems"]:
        parts.insert(0, html.P(w("Rett feilene i filen, og send den på nytt."), className="say"))
    return html.Section([html.H2(w("Hva nå?")), *parts], className="card c12 decision")


def _ticks(w: Words, told: Mapping[str, Any]) -> list[Component]:
    """What can be confirmed: conflicts with the database, and closing much."""
    ticks = []
    conflicts = [one for one in told["conflicts"] if not one["other"]]
    asked = len(conflicts) or len(told["overwritten"])
    if asked or told["overwrite"]:
        words = w.n(
            "Arbeidsbokens verdi skal gjelde ved konflikten",
            "Arbeidsbokens verdier skal gjelde i {n} konflikter",
            asked,
        )
        ticks.append(tick("overwrite", words, on=told["overwrite"]))
    closing = next((one for one in told["problems"] if one["key"] == "too_many_closed"), None)
    if closing or told["allow_close"]:
        n = int(closing["value"]) if closing else told["counts"]["closed"]
        words = w.n("Én registrering skal avsluttes", "{n} registreringer skal avsluttes", n)
        ticks.append(tick("allow_close", words, on=told["allow_close"]))
    return ticks
