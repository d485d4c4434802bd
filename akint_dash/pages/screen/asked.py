"""What a wall was asked to show: every choice stands in its address, and what cannot be used falls back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from akint_dash.domain.wall import Surface
from akint_dash.text.words import LANGUAGES, Language

KINDS: Final = (
    "funn", "virkemidler", "kart", "frister", "omrader", "penger", "nytt", "region", "ukraina", "strategi",
)  # fmt: skip
"""The slides in the order they come unless told otherwise."""

OWN: Final = (
    "bilder", "sekunder", "sprak", "utseende", "tommer", "meter", "fornyes", "region", "ukraina", "lenke", "flate",
)  # fmt: skip
"""The parameters of the address that are the wall's own, beside the selection."""

DEFAULTS: Final[Mapping[str, str]] = {
    "bilder": ",".join(KINDS), "sekunder": "20", "sprak": "nb", "utseende": "lys", "tommer": "75", "meter": "8",
    "fornyes": "60", "flate": "1920x1080",
}  # fmt: skip
_PIXELS: Final = range(320, 16_385)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which slides, for how many seconds, in which languages (a round in each), and on what kind of wall.

    ``renew`` is the number of seconds between two looks for newer data. ``link`` is the screen link, blank without.
    """

    kinds: tuple[str, ...] = KINDS
    seconds: int = 20
    languages: tuple[Language, ...] = ("nb",)
    dark: bool = False
    renew: float = 60.0
    surface: Surface = field(default_factory=Surface)
    region: str = ""
    ukraine: str = ""
    link: str = ""


def read(query: Mapping[str, str]) -> Asked:
    """The wall of a query. Never raises."""
    kinds = tuple(dict.fromkeys(k for k in query.get("bilder", "").split(",") if k in KINDS))
    spoken: list[Language] = [one for one in LANGUAGES if one in query.get("sprak", "").split(",")]
    if query.get("sprak", "").startswith("en,"):
        spoken.reverse()
    width, height = _form(query.get("flate", ""))
    return Asked(
        kinds=kinds or KINDS,
        seconds=round(_number(query.get("sekunder", ""), 20, 2, 600)),
        languages=tuple(spoken) or ("nb",),
        dark=query.get("utseende") == "mork",
        renew=_number(query.get("fornyes", ""), 60, 0.2, 3600),
        surface=Surface(
            width, height, _number(query.get("tommer", ""), 75, 5, 1000), _number(query.get("meter", ""), 8, 0.3, 100)
        ),
        region=query.get("region", ""),
        ukraine=query.get("ukraina", ""),
        link=query.get("lenke", ""),
    )


def _number(text: str, usual: float, least: float, most: float) -> float:
    """A number of an address, with comma or point; the usual one where there is none."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return usual
    return min(max(value, least), most) if value == value else usual


def _form(text: str) -> tuple[int, int]:
    """``1920x1080``."""
    width, _, height = text.partition("x")
    if width.isascii() and height.isascii() and width.isdigit() and height.isdigit() and len(text) < 16:
        pair = int(width), int(height)
        if pair[0] in _PIXELS and pair[1] in _PIXELS:
            return pair
    return 1920, 1080


def query_of(given: Mapping[str, str]) -> str:
    """The query string of a wall: what is as usual is left out."""
    return urlencode({k: v for k, v in given.items() if v and DEFAULTS.get(k) != v}, safe=",")
