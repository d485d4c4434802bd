"""The HTML documents around slides: the wall, the phone's view, and the calm page of a link that is closed."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.domain.county import AUTHORITY
from akint_dash.figures.svg import el
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.deck import Made, day
from akint_dash.pages.screen.room import said, sign
from akint_dash.pages.screen.slide import Row, Slide
from akint_dash.settings import PROJECT
from akint_dash.text.words import Words

ASSETS: Final = PROJECT / "assets"
FONTS: Final = 'url("fonts/'


def document(w: Words, title: str, body: str, *, style: str, dark: bool | None, extra: str = "") -> str:
    """A whole document with our own style sheets and no framework."""
    theme = "" if dark is None else f' data-bs-theme="{"dark" if dark else "light"}"'
    sheets = _sheets(style)
    kind = "screen" if style == "wall" else "guest"
    return (
        f'<!doctype html>\n<html lang="{w.language}" class="{kind}"{theme}>\n<head>\n<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)} – {w('Internasjonal portefølje')}</title>"
        '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">'
        f"{sheets}{extra}</head>\n<body>\n{body}\n</body>\n</html>"
    )


@lru_cache(maxsize=4)
def _sheets(style: str) -> str:
    """Our style sheets and the font inside the document, so that it is never seen without them."""
    name = "fonts/hanken-grotesk-latin-wght-normal.woff2"
    font = "data:font/woff2;base64," + b64encode((ASSETS / name).read_bytes()).decode()
    words = "".join((ASSETS / f"{sheet}.css").read_text(encoding="utf-8") for sheet in ("tokens", f"skjerm/{style}"))
    words = words.replace(f'url("{name}', f'url("{font}').replace(FONTS, 'url("/assets/fonts/')
    return f"<style>{words}</style>"


def wall(w: Words, deck: Sequence[Made], asked: Asked, data: Mapping[str, Any]) -> str:
    """The wall with its first slide in place: a script takes it from there."""
    first = deck[0].composed.html if deck else nothing(w)
    layers = el("div", first, class_="layer on first") + el("div", "", class_="layer", aria_hidden="true")
    body = [
        el("main", el("div", layers, class_="stage"), el("div", "", class_="steps", aria_hidden="true"), class_="wall"),
        f'<script type="application/json" id="bilder">{json.dumps(data).replace("<", chr(92) + "u003c")}</script>',
    ]
    version = data["version"]
    extra = (
        f"<style>.stage{{--short:{asked.surface.short}}}</style>"
        f'<script src="/assets/skjerm/wall.js?v={version}" defer></script>'
    )
    return document(w, w("Skjerm"), "".join(body), style="wall", dark=asked.dark, extra=extra)


def nothing(w: Words) -> str:
    """What stands where no slide has data."""
    words = w("Ingen av bildene har data ennå")
    return el("section", el("h1", said(words)), class_="closed", data_kind="tomt", lang=w.language)


def closed(w: Words) -> str:
    """What a closed link shows: calm, and nothing of the data."""
    return el(
        "section",
        el("h1", said(w("Denne lenken er ikke åpen"))),
        el("p", said(w("Den er utløpt eller tatt tilbake. Spør den som ga deg den, om en ny."))),
        class_="closed",
        lang=w.language,
    )


def closed_page(w: Words) -> str:
    """The same as a whole page."""
    body = el("main", closed(w), class_="wall")
    return document(w, w("Denne lenken er ikke åpen"), body, style="wall", dark=False)


# -- the phone


def guest(view: View, slide: Slide, other: str) -> str:
    """A slide in full, for a phone in a hand. ``other`` is its address in the other language."""
    w = view.words
    mark = (
        el("aside", said(w("Demonstrasjonsdata: Tallene er oppdiktet.")), class_="demo", aria_label=w("Demonstrasjon"))
        if view.portfolio.demonstration
        else ""
    )
    name = "English" if w.language == "nb" else "Bokmål"
    language = "en" if w.language == "nb" else "nb"
    swap = el("a", name, href=other, lang=language, hreflang=language)
    head = el("header", el("p", f"{AUTHORITY} ", el("b", said(w("Internasjonal portefølje")))), swap)
    picture = el("div", slide.small, class_="pic") if slide.small else ""
    rows = el("ol", *(_row(r) for r in slide.rows)) if slide.rows else ""
    note = el("p", said(slide.note), class_="note") if slide.note and slide.form != "bars" else ""
    body = el(
        "main",
        el("h1", said(slide.title)),
        el("p", said(slide.say), class_="say") if slide.say else "",
        picture,
        note,
        rows,
    )
    told = [day(view) + ".", w("Bare offentlige opplysninger er med.")]
    foot = el("footer", el("p", said(" ".join(told))))
    return document(w, slide.title, mark + head + body + foot, style="guest", dark=None)


def _row(r: Row) -> str:
    cells = ", ".join(f"{name} {'–' if value is None else f'{value:.0f}'}" for _, value, name in r.cells)
    value = f"{r.value} {r.unit}".strip()
    more = " · ".join(filter(None, [cells, r.more]))
    return el(
        "li",
        sign(r.sign) if r.sign else el("i", "", class_=f"fill {r.look}") if r.look else "",
        el("b", said(r.label)),
        el("span", said(value), class_="value") if value else "",
        el("small", said(more)) if more else "",
        class_={"PRO": "pro", "POL": "pol", "KOM": "kom", "BIL": "bil"}.get(r.sign),
    )
