"""The slides with a map: our ties one by one, one partner region in depth, one Ukrainian region with its needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.domain.county import HOME
from akint_dash.domain.geometry import read_atlas
from akint_dash.domain.regions import resolve
from akint_dash.figures.wall_map import Spot, WallMap, draw
from akint_dash.measures.partners import STATUSES, Partner, contact_frame, partners
from akint_dash.measures.ukraine import offers_by_theme, ukraine
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.slide import Row, Slide
from akint_dash.text import partners as text
from akint_dash.text import sheet

SMALL: Final = (22.0, 18.0)
"""The room of a map on a phone, in its letters."""


def ties(view: View, asked: Asked) -> Slide | None:
    """Every partner region, those with an agreement first, each with its tie."""
    del asked
    w = view.words
    alive = [p for p in partners(view.scope) if p.lives]
    if not alive:
        return None
    lands = {view.portfolio.get("region", p.region).get("country") for p in alive}
    most = max(10, *(p.activities for p in alive))
    spots = [
        Spot(
            p.region,
            _look(p),
            _short(view, p.region) if p.agreed else "",
            STATUSES.index(p.status),
            0.07 + 0.13 * p.activities / most,
        )
        for p in alive
    ]
    words = {"agreement": w("Avtale"), "dialogue": w("Dialog"), "exploring": w("Andre")}
    groups = {look: [p for p in alive if _look(p) == look] for look in words}
    rows = [
        Row(words[look], w.number(len(some)), look=look, more=_named(view, some))
        for look, some in groups.items()
        if some
    ]
    shown = _Drawn(view, spots, [HOME, *(p.region for p in alive)], text.partners_title(w, alive, len(lands)), "kart")
    said = " ".join(words for words, _ in text.partners_say(w, alive, contact_frame(view.scope)))
    return Slide(
        "kart", "map", text.partners_title(w, alive, len(lands)), tuple(rows), say=said,
        picture=shown, small=shown(*SMALL), brief=text.partners_brief(w, alive),
    )  # fmt: skip


def _look(p: Partner) -> str:
    """A wall tells agreements from dialogues, and both from the rest."""
    return "agreement" if p.agreed else "dialogue" if p.status == "dialogue" else "exploring"


def _named(view: View, some: Sequence[Partner]) -> str:
    w = view.words
    told = [(view.name("region", p.region), w.choice("cooperation_status", p.status).lower()) for p in some]
    return ", ".join(f"{name} ({status})" for name, status in told)


def _short(view: View, region: str) -> str:
    return text.short_name(view.name("region", region))


class _Drawn:
    """A map drawn again for every room it stands in."""

    def __init__(self, view: View, spots: Sequence[Spot], around: Sequence[str], label: str, part: str) -> None:
        self._view, self._spots, self._around, self._label, self._part = view, spots, around, label, part

    def __call__(self, wide: float, high: float) -> str:
        atlas = read_atlas(self._view.settings.map_path)
        home = self._view.name("region", HOME)
        return draw(WallMap(atlas, self._spots, HOME, home, self._around, wide, high, self._label, self._part))


def region(view: View, asked: Asked) -> Slide | None:
    """One partner region in depth: the one asked for, else those with an agreement in turn, one a day."""
    w = view.words
    alive = {p.region: p for p in partners(view.scope) if p.lives}
    wanted = resolve(view.portfolio.records("region"), asked.region) if asked.region else None
    agreed = [p for p in alive.values() if p.agreed] or list(alive.values())
    if not agreed:
        return None
    p = alive.get(wanted or "") or agreed[view.day.toordinal() % len(agreed)]
    name = view.name("region", p.region)
    rows = [
        Row(
            w("siste kontakt"),
            _when(view, p),
            more=worded(view, "activity", p.last_activity) if p.last_activity else "",
        ),
        Row(w("felles prosjekter"), w.number(len(p.projects)),
            more=w.join([worded(view, "project", c) for c in p.projects])),
        Row(w("felles nettverk"), w.number(len(p.networks)),
            more=w.join([view.name("organisation", c) for c in p.networks])),
        Row(w("temaer") if len(p.themes) != 1 else w("tema"), w.number(len(p.themes)),
            more=w.join([view.name("theme", t) for t in p.themes])),
    ]  # fmt: skip
    shown = _Drawn(view, [Spot(p.region, p.status, _short(view, p.region), 1, 0.14)], [HOME, p.region], name, "region")
    land = text.country(w, view.portfolio.get("region", p.region).get("country", ""))
    lead = sheet.lead(w, view.portfolio.get("cooperation", p.cooperations[0]))
    return Slide("region", "map", name, tuple(rows), say=lead, note=land, picture=shown, small=shown(*SMALL))


def _when(view: View, p: Partner) -> str:
    """The day of the last contact, with its year where that is another."""
    w = view.words
    if p.last is None:
        return w("ikke registrert")
    return w.near_date(p.last, view.day)


def needs(view: View, asked: Asked) -> Slide | None:
    """One Ukrainian region with what it needs, and which of our areas can help: asked for, or one a day."""
    w, portfolio = view.words, view.portfolio
    some = {u.region: u for u in ukraine(view.scope) if u.needs}
    if not some:
        return None
    wanted = resolve(portfolio.records("region"), asked.ukraine) if asked.ukraine else None
    met = [u for u in some.values() if u.met] or list(some.values())
    u = some.get(wanted or "") or met[view.day.toordinal() % len(met)]
    offered, name = offers_by_theme(view.scope), view.name("region", u.region)
    themes = Counter(str(portfolio.get("need", code)["theme"]) for code in u.needs)
    rows = [
        Row(
            view.name("theme", theme) + (f" ({n})" if n > 1 else ""),
            w("{areas} kan bidra", areas=w.join([view.name("area", a, short=True) for a in offered[theme]]))
            if theme in offered
            else w("ingen er spurt"),
            look="met" if theme in offered else "unmet",
        )
        for theme, n in themes.items()
    ]
    part = w.part(u.met, len(u.needs))
    title = w("{name}: {part} meldte behov kan dekkes", name=name, part=part)
    spots = [
        Spot(u.region, "need", _short(view, u.region), 1),
        *(Spot(o.region, "plain") for o in ukraine(view.scope) if o.region != u.region),
    ]
    around = [o.region for o in ukraine(view.scope)]
    shown = _Drawn(view, spots, around, title, "ukraina")
    return Slide(
        "ukraina", "needs", title, tuple(rows), say=text.stage_words(w, u.stage) + ".",
        picture=shown, small=shown(*SMALL),
    )  # fmt: skip
