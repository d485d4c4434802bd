"""The page that shows a record among its like: the map for a region, the list for a call, the view of an instrument."""

from __future__ import annotations

from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection


def home(view: View, entity: str, code: str) -> str:
    """The address of that page, narrowed to the record; "" where no page shows records of its kind."""
    plain = Selection(per=view.selection.per)
    values = view.portfolio.get(entity, code)
    if entity in ("region", "cooperation"):
        return view.link("/kart", selection=plain, own={"region": str(values.get("region", code))})
    if entity == "area":
        return view.link(f"/omrader/{code.lower()}", selection=plain)
    if entity == "call":
        return view.link("/utlysninger", selection=plain, own={"utlysning": code})
    if entity in ("goal", "target"):
        return view.link("/maal", selection=plain)
    if entity == "instrument":
        return view.link(INSTRUMENT_PATH[code], selection=plain) if code in INSTRUMENT_PATH else ""
    if entity == "programme":
        return view.link(INSTRUMENT_PATH["PRO"], selection=Selection(program=(code,), per=plain.per))
    page = {"project": "PRO", "actor": "PRO", "dossier": "POL", "organisation": "POL"}.get(entity, "")
    if entity == "activity":
        page = _instrument(view, code)
    return view.link(INSTRUMENT_PATH[page], selection=Selection(sok=code, per=plain.per)) if page else ""


def _instrument(view: View, code: str) -> str:
    """The instrument of an activity."""
    facts = view.portfolio.involvement
    for index, key in enumerate(facts.records):
        if key == ("activity", code):
            return ("PRO", "POL", "KOM", "BIL")[int(facts.instrument[(facts.record == index).argmax()])]
    return "KOM"
