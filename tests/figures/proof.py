"""A card's picture as it is sent: its title, the words drawn in it, and the marks that stand for a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from tests.reading import Node, page_made

HIDDEN: Final = frozenset({"unseen", "unit", "say"})
"""Said around the picture, or heard only."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One card. ``drawn`` are the pieces of text in the picture; ``unit`` the words of its scale."""

    key: str
    title: str
    unit: str
    drawn: tuple[str, ...]
    figure: Node


def pictures(body: Any) -> Iterator[Picture]:
    """The cards of a page that hold a picture."""
    for node in page_made(body).all():
        if node.name != "article" or "card" not in kinds(node):
            continue
        inside = list(node.all())
        title = next(one.text for one in inside if str(one.attributes.get("id", "")).endswith("-t"))
        unit = " ".join(one.text for one in inside if "unit" in kinds(one))
        figure = next((one for one in inside if one.name == "figure"), None)
        if figure and not any("empty" in kinds(one) for one in figure.all()):
            yield Picture(str(node.attributes["id"]), title, unit, tuple(_pieces(figure)), figure)


def kinds(node: Node) -> set[str]:
    """The classes of an element."""
    return set(str(node.attributes.get("class") or "").split())


def _pieces(node: Node) -> Iterator[str]:
    """The texts of a picture as they stand apart from each other; what is closed behind a click is not seen."""
    if kinds(node) & HIDDEN or node.name in ("caption", "title", "script"):
        return
    if node.name == "graph":
        yield from _graph(node.attributes.get("figure"))
        return
    closed = node.name == "details"
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif not closed or child.name == "summary":
            yield from _pieces(child)


def _graph(figure: Any) -> Iterator[str]:
    """What stands in a graph: its annotations, the words under its axes and at its marks."""
    if isinstance(figure, list):
        for one in figure:
            yield from _graph(one)
    elif isinstance(figure, dict):
        for name, value in figure.items():
            if name in ("text", "ticktext"):
                for one in value if isinstance(value, list) else [value]:
                    yield from str(one).split("<br>")
            elif name != "template":
                yield from _graph(value)


# -- numbers


class Number(NamedTuple):
    """A number in words: its digits as written, and what of (``%``, an amount, a count)."""

    digits: str
    unit: str


_SMALL: Final = {
    "nb": ("én ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
WORDS: Final = {
    language: {word: str(n) for n, words in enumerate(some, 1) for word in words.split()}
    for language, some in _SMALL.items()
}
_MONTHS: Final = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|January|February|March|April"
    "|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
FRAMES: Final = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:\d{4})?"
    rf"|\d{{1,2}}\.? (?:{_MONTHS})\b(?: \d{{4}})?"
    r"|(?<![\d,.])20\d\d(?:[–-](?:20)?\d\d)?(?![\d,.]?\d)"
    r"|(?:innen|de neste|de siste|siste) (?:\d+|\w+) (?:dag|måned)\w*"
    r"|(?:within|the next|the last|next|last) (?:\d+|\w+) (?:day|month)\w*",
    re.IGNORECASE,
)
"""Days, years and windows: when, not how many."""
_MONEY: Final = {
    "nb": re.compile(r"(?P<n>\d[\d ]*(?:,\d+)?) (?P<u>mill\. kr|mill\. euro|kr|øre|kroner|euro)\b"),
    "en": re.compile(r"(?P<u>NOK|EUR) (?P<n>\d[\d,]*(?:\.\d+)?)(?P<m> million)?"),
}
_SHARE: Final = re.compile(r"(?P<n>\d+(?:[.,]\d+)?) ?%")
_COUNT: Final = {"nb": re.compile(r"\d[\d ]*(?:,\d+)?"), "en": re.compile(r"\d[\d,]*(?:\.\d+)?")}


def numbers(said: str, language: str) -> set[Number]:
    """The numbers of a piece of text, each with its unit; days, years and windows are none."""
    text = FRAMES.sub(" ", said.replace("\u00a0", " "))
    found = set()

    def taken(unit: str, match: re.Match[str]) -> str:
        found.add(Number(_digits(match["n"], language), unit))
        return " ¤ "

    if language == "nb":
        text = _MONEY["nb"].sub(lambda m: taken(m["u"], m), text)
    else:
        text = _MONEY["en"].sub(lambda m: taken((m["u"] + (m["m"] or "")), m), text)
    text = _SHARE.sub(lambda m: taken("%", m), text)
    found |= {Number(_digits(m[0], language), "") for m in _COUNT[language].finditer(text)}
    small = WORDS[language]
    found |= {Number(small[word], "") for word in re.findall(r"[^\W\d]+", text.casefold()) if word in small}
    return found


def _digits(written: str, language: str) -> str:
    plain = written.replace(" ", "").rstrip(",.")
    return plain.replace(",", ".") if language == "nb" else plain.replace(",", "")


def drawn(picture: Picture, language: str) -> set[Number]:
    """The numbers in a picture; one without a unit has that of the scale, too."""
    found = {number for piece in picture.drawn for number in numbers(piece, language)}
    scale = picture.unit.replace("\u00a0", " ")
    for words, unit in (("mill. kr", "mill. kr"), ("NOK million", "NOK million"), ("%", "%")):
        if words in scale:
            found |= {Number(number.digits, unit) for number in found if not number.unit}
    return found


def rows(picture: Picture) -> set[int]:
    """How many rows its tables and lists have, those behind a click with them."""
    tables = [node for node in picture.figure.all() if node.name == "table"]
    counted = [sum(row.name == "tr" and not _is_head(row) for row in node.all()) for node in tables]
    return {sum(counted), *counted}


def _is_head(row: Node) -> bool:
    return any(isinstance(one, Node) and one.attributes.get("scope") == "col" for one in row.children)
