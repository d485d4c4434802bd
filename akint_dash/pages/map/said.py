"""What the page's own parameters choose, in words, for what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.components.view import View
from akint_dash.pages.map.plate import LENSES, WINDOWS, plate


def said(view: View) -> Iterator[tuple[str, str]]:
    """Always the lens, for the figures are its own; the region, the window and what is looked for where asked for."""
    w, shown = view.words, plate(view)
    yield w("Kartet viser"), w(dict(LENSES)[shown.lens])
    if shown.region:
        yield w("Region"), shown.names.get(shown.region, shown.region)
    if view.query.get("utsnitt") == shown.window:
        yield w("Utsnitt"), w(dict(WINDOWS)[shown.window])
    if shown.sought:
        yield w("Søk i listen"), w("«{text}»", text=shown.sought)
