"""News of calls as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

ATOM: Final = "http://www.w3.org/2005/Atom"
XML: Final = "http://www.w3.org/XML/1998/namespace"
_ILLEGAL: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. ``key`` names it for ever; ``updated`` is a UTC moment as ISO text."""

    key: str
    title: str
    summary: str
    link: str
    updated: str
    categories: tuple[str, ...] = ()


def urn(key: str) -> str:
    """The same identifier for the same thing."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'akint-dash/{key}')}"


@dataclass(frozen=True, slots=True)
class Head:
    """What the feed is: ``own`` and ``page`` are its address and that of the page it follows, ``updated`` a UTC moment
    of its newest data where it holds no news."""

    title: str
    key: str
    author: str
    language: str
    own: str
    page: str
    updated: str


def feed(head: Head, items: Iterable[Item]) -> bytes:
    """The feed, the latest first."""
    ET.register_namespace("", ATOM)
    some = list(items)
    root = ET.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": head.language})
    _text(root, "title", head.title)
    _text(root, "id", urn(f"feed/{head.key}"))
    _text(root, "updated", max((item.updated for item in some), default=head.updated))
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", head.author)
    _link(root, head.own, rel="self", type="application/atom+xml")
    _link(root, head.page, rel="alternate", type="text/html")
    for item in some:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "title", item.title)
        _text(entry, "id", urn(f"news/{item.key}"))
        _text(entry, "updated", item.updated)
        _text(entry, "published", item.updated)
        _link(entry, item.link, rel="alternate", type="text/html")
        for category in item.categories:
            ET.SubElement(entry, f"{{{ATOM}}}category", {"term": _legal(category)})
        _text(entry, "summary", item.summary)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode")).encode()


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = _legal(words)


def _link(parent: ET.Element, href: str, **attributes: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"href": _legal(href), **attributes})


def _legal(words: str) -> str:
    return _ILLEGAL.sub("", words)
