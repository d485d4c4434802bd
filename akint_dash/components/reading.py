"""Reading a page's own elements: which there are, of which classes, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

from akint_dash.components.still import Still


def elements(content: Any) -> Iterator[Component]:
    """Every element, the outer before the inner, as they stand."""
    for child in content if isinstance(content, list | tuple) else [content]:
        if isinstance(child, Component):
            yield child
            yield from elements(getattr(child, "children", None))


def classes(one: Component) -> list[str]:
    """The classes of an element."""
    return str(getattr(one, "className", "") or "").split()


def kind(one: Any) -> str:
    """``Ul``, ``P``: what an element is; ``""`` for a text."""
    if isinstance(one, Still):
        return str(one.of).capitalize()
    return type(one).__name__ if isinstance(one, Component) else ""


def inside(one: Component) -> list[Any]:
    """What stands right in an element."""
    children = getattr(one, "children", None)
    return list(children) if isinstance(children, list | tuple) else [] if children is None else [children]


def words_of(content: Any) -> str:
    """The words of an element, as one line."""
    return re.sub(r"\s+", " ", "".join(_words(content))).strip()


def _words(content: Any) -> Iterator[str]:
    for child in content if isinstance(content, list | tuple) else [content]:
        if isinstance(child, Component):
            if "unseen" not in classes(child):
                yield from _words(getattr(child, "children", None))
        elif child is not None:
            yield str(child)
