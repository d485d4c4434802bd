"""The map itself: which regions stand out in a lens, how, and in which window."""

from __future__ import annotations

from collections.abc import Mapping

from akint_dash.domain.county import HOME
from akint_dash.domain.exhibit import Sketch
from akint_dash.domain.geometry import Box
from akint_dash.figures.map import Mark, Picture, Ties, both, draw, fit, square
from akint_dash.figures.map_sketch import sketched
from akint_dash.measures.frame import frame
from akint_dash.measures.partners import Partner
from akint_dash.pages.map.plate import Plate
from akint_dash.text import partners as text

RANK = {"active": 1, "agreement": 1, "dialogue": 2, "exploring": 3, "dormant": 4, "ended": 5}
NETWORK_LOOKS = (
    ("first", "De øverste mulige nye samarbeidsregionene"),
    ("second", "Mulige nye samarbeidsregioner lenger ned"),
    ("met", "Andre vi møter i nettverk"),
    ("partner", "Samarbeidsregion i felles nettverk"),
    ("lone", "Samarbeidsregion uten felles nettverk"),
)
"""The looks of the networks' lens, in words."""
FIRST = 4
"""How many candidates are drawn darkest."""


def markup(plate: Plate) -> str:
    """The drawing of the plate's lens."""
    return draw(picture(plate))


def sketch(plate: Plate) -> Sketch:
    """The same map for other programs: as it lies in a wide window, with the words of its looks."""
    return sketched(picture(plate), _key(plate))


def _key(plate: Plate) -> dict[str, str]:
    """What each look means."""
    w = plate.view.words
    match plate.lens:
        case "samarbeid":
            return {p.status: w.choice("cooperation_status", p.status) for p in plate.found}
        case "ukraina":
            return {u.stage: text.stage_words(w, u.stage) for u in plate.ukraine}
        case "ringer":
            return {ring: w.choice("ring", ring) for ring in ("norden", "europe", "ukraine", "other")}
        case _:
            return {look: w(words) for look, words in NETWORK_LOOKS}


def picture(plate: Plate) -> Picture:
    """What the map of the plate's lens shows."""
    marks = {mark.code: mark for mark in _MARKS[plate.lens](plate)}
    if plate.region and plate.region not in marks and plate.region != HOME:
        name = plate.names[plate.region]
        said = f"{name}, {plate.land(plate.region)}"
        marks[plate.region] = Mark(plate.region, "plain", plate.href(plate.region), said, name, 0, 0, True, True)
    shown = window(plate)
    return Picture(
        atlas=plate.atlas,
        window=shown,
        marks=list(marks.values()),
        names=plate.names,
        href=plate.href("{region}").replace("%7B", "{").replace("%7D", "}"),
        label=label(plate),
        does=plate.view.words("Vis regionen"),
        home=HOME,
        home_name=plate.names.get(HOME, ""),
        far=plate.far,
        reach=both(square(plate.atlas.views["alt"]), shown),
        key=f"{plate.lens} {plate.window}",
    )


def outside(plate: Plate) -> int:
    """How many regions of the code list lie outside the window: no dot stands for them."""
    shown, places = window(plate), {**{c: s.point for c, s in plate.atlas.shapes.items()}, **plate.far}
    return sum(code not in places or not shown.holds(places[code]) for code in plate.names)


def label(plate: Plate) -> str:
    """What the map is, for those who do not see it."""
    w = plate.view.words
    alive = sum(p.lives for p in plate.found)
    return w.n(
        "Kart over Europa med én samarbeidsregion. Piltastene flytter mellom regioner, Enter åpner.",
        "Kart over Europa med {n} samarbeidsregioner. Piltastene flytter mellom regioner, Enter åpner.",
        alive,
    )


def ties(plate: Plate) -> Ties:
    """How wide the ties are drawn."""
    alive = [p.activities for p in plate.found if p.lives]
    return Ties(max(alive, default=0), len(alive))


def _partner(plate: Plate, p: Partner, look: str, *, tie: bool = True, label: bool = True) -> Mark:
    w = plate.view.words
    name = plate.names.get(p.region, p.region)
    chosen = p.region == plate.region
    status = w.choice("cooperation_status", p.status).lower()
    return Mark(
        code=p.region,
        look=look,
        href=plate.href(p.region),
        said=text.mark_words(
            w, name, plate.land(p.region), status, p, counted=frame(plate.view.scope, "activity").reached
        ),
        label=name if label or chosen else "",
        rank=RANK[p.status],
        tie=ties(plate).width(p.activities) if tie and p.lives else 0.0,
        narrow=p.agreed or chosen,
        chosen=chosen,
    )


def _cooperation(plate: Plate) -> list[Mark]:
    return [_partner(plate, p, p.status) for p in plate.found]


def _networks(plate: Plate) -> list[Mark]:
    w = plate.view.words
    shown = plate.candidates[: plate.weights.shown]
    ranks = {c.region: i for i, c in enumerate(shown)}
    marks = []
    for code, networks in plate.met.items():
        if code == HOME or code not in plate.names or code in ranks or code in plate.by_region:
            continue
        said = w.n("{name}: ett felles nettverk", "{name}: {n} felles nettverk", len(networks), name=plate.names[code])
        marks.append(Mark(code, "met", plate.href(code), said, chosen=code == plate.region))
    for p in plate.found:
        if p.lives and p.region not in ranks:
            marks.append(_partner(plate, p, "partner" if p.networks else "lone", tie=False, label=False))
    for c in shown:
        name, rank = plate.names[c.region], ranks[c.region]
        said = w.n(
            ("{name}: mulig ny samarbeidsregion med ett poeng"),
            "{name}: mulig ny samarbeidsregion med {n} poeng",
            c.points,
            name=name,
        )
        look = "first" if rank < FIRST else "second"
        chosen = c.region == plate.region
        marks.append(
            Mark(c.region, look, plate.href(c.region), said, name, 1 + rank, 0, rank < FIRST or chosen, chosen)
        )
    return marks


def _ukraine(plate: Plate) -> list[Mark]:
    w, wide = plate.view.words, ties(plate)
    marks = []
    for u in plate.ukraine:
        name, chosen = plate.names[u.region], u.region == plate.region
        p = plate.by_region.get(u.region)
        stage = text.stage_words(w, u.stage)
        marks.append(
            Mark(
                code=u.region,
                look=u.stage,
                href=plate.href(u.region),
                said=f"{name}: {stage.lower()}",
                label=text.short_name(name),
                rank=1 if u.stage in ("agreement", "dialogue") else 2 if u.stage in ("exploring", "contact") else 3,
                tie=wide.width(p.activities) if p and p.lives else 0.0,
                narrow=u.stage in ("agreement", "dialogue") or chosen,
                chosen=chosen,
                upon=True,
            )
        )
    return marks


def _rings(plate: Plate) -> list[Mark]:
    rings: Mapping[str, str] = {
        code: str(values.get("ring")) for code, values in plate.view.portfolio.records("region").items()
    }
    return [
        _partner(plate, p, rings.get(p.region, "other"), tie=p.region == plate.region) for p in plate.found if p.lives
    ]


_MARKS = {"samarbeid": _cooperation, "nettverk": _networks, "ukraina": _ukraine, "ringer": _rings}


def window(plate: Plate) -> Box:
    """What the map shows: Europe fits home, the partners and Ukraine; a region stands with what lies around it."""
    atlas = plate.atlas
    if plate.window == "norden":
        return atlas.views["norden_fastland"]
    if plate.window in ("ukraina", "alt"):
        return atlas.views[plate.window]
    if plate.window == "region":
        shape = atlas.shapes.get(plate.region)
        return square(atlas.views["europa"]) if shape is None else fit([shape.box], 900, atlas.views["alt"])
    wanted = {HOME, *(p.region for p in plate.found if p.lives), *(u.region for u in plate.ukraine)}
    if plate.lens == "nettverk":
        wanted.update(c.region for c in plate.candidates[: plate.weights.shown])
    if plate.region:
        wanted.add(plate.region)
    europe = atlas.views["europa"]
    boxes = [atlas.shapes[code].box for code in wanted if code in atlas.shapes]
    return fit([box for box in boxes if _touches(box, europe)], 2400, europe)


def _touches(box: Box, other: Box) -> bool:
    return box.x < other.right and other.x < box.right and box.y < other.bottom and other.y < box.bottom
