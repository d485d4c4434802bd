"""Reading a page as it is sent: its elements, whether they came as components or inside ready markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from dash.development.base_component import Component


@dataclass
class Node:
    """An element of the page, whether it came as a component or inside a component's ready markup."""

    name: str
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        """This element and every one under it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


VOID = frozenset({"br", "img", "input", "hr", "path", "line", "rect", "circle", "use"})


class Reader(HTMLParser):
    """Ready markup as elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and tag not in VOID:
            if self.open.pop().name == tag:
                break

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def elements(given: Any) -> list[Node | str]:
    """The elements of a component, of a list of them, or of a text."""
    if given is None:
        return []
    if isinstance(given, list):
        return [node for one in given for node in elements(one)]
    if not isinstance(given, dict) or "props" not in given:
        return [str(given)]
    props = dict(given["props"])
    children = elements(props.pop("children", None))
    if given["type"] == "Still":
        reader = Reader()
        reader.feed(str(props.pop("markup")))
        reader.close()
        children += reader.open[0].children
    props["class"] = props.pop("className", None)
    return [Node(str(props.pop("of", given["type"])).lower(), props, children)]


def page_of(answer: bytes) -> Node:
    """The page that the callback sent."""
    return Node("page", {}, elements(json.loads(answer)["response"]["side"]["children"]))


def page_made(body: Any) -> Node:
    """The page of a body, as it would be sent."""
    return Node("page", {}, elements(json.loads(json.dumps(list(body), default=lambda one: one.to_plotly_json()))))


def components(given: Any) -> Iterator[Component]:
    """Every component of a body, before it is sent."""
    if isinstance(given, list | tuple):
        for one in given:
            yield from components(one)
    elif isinstance(given, Component):
        yield given
        yield from components(getattr(given, "children", None))
