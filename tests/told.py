"""What the pages say, a part of a sentence at a time: the words that a reader takes a number from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from tests.reading import Node, page_made

INGRESS: Final = "ingress"
_DAY: Final = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{1,2}\. (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober"
    r"|november|desember)(?: \d{4})?|(?<!\d)20\d\d(?:–20\d\d)?(?!\d)|\d+ % av året|\d+ % av strategiperioden"
    r"|(?:innen|de neste) (?:\d+|\w+) dag\w*"
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:én|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv)\b",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"(?<!mill)\.(?=\s|$)|[;:]|,(?=\s)|\sog\s|\smen\s")
_TOLD: Final = frozenset({"say", "answer"})


def figures(body: Any) -> dict[str, Node]:
    """The cards, the answers and the lines beside the headline of a page, by key; the headline under ""."""
    found: dict[str, Node] = {}
    for node in page_made(body).all():
        kinds = str(node.attributes.get("class")).split()
        if (node.name == "article" and "card" in kinds) or "promise-row" in kinds:
            found[str(node.attributes.get("id"))] = node
        elif node.name == "section" and "lead" in kinds:
            found[""] = Node("lead", {}, [one for one in node.all() if one.name == "h1"])
            found[INGRESS] = Node("lead", {}, [n for n in node.children if isinstance(n, Node) and n.name == "p"])
    return found


def sentences(figure: Node) -> Iterator[str]:
    """A figure's title and the sentences that tell of its numbers."""
    for node in figure.all():
        kinds = set(str(node.attributes.get("class")).split())
        title = node.name == "h1" or str(node.attributes.get("id", "")).endswith("-t")
        if title or (node.name == "p" and (kinds & _TOLD or figure.name == "lead")):
            words = "".join(one if isinstance(one, str) else one.text for one in node.children if not _note(one))
            yield re.sub(r"\s+", " ", words).strip().replace("dette filteret", "disse filtrene")  # of one, or of two


def _note(node: Node | str) -> bool:
    return isinstance(node, Node) and "note" in str(node.attributes.get("class")).split()


def parts(figure: Node) -> set[str]:
    """The parts of its sentences that hold a number, days and years apart."""
    every = {part.strip().casefold() for said in sentences(figure) for part in _BREAK.split(_DAY.sub("", said))}
    return {part for part in every if _NUMBER.search(part)}


def emptied(figure: Node) -> bool:
    """Whether it says that the selection holds nothing of it."""
    return any(
        re.search(r"ingen med disse filtrene$|^Ingen[^.]* med disse filtrene(?: er innvilget [^.]*)?\.", said)
        for said in sentences(figure)
    )
