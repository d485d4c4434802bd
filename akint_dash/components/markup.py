"""Trees of HTML components as one piece of markup: the one place where what stands in it is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.still import Still

_NAMES: Final[Mapping[str, str]] = {
    "className": "class",
    "htmlFor": "for",
    "dateTime": "datetime",
    "hrefLang": "hreflang",
    "tabIndex": "tabindex",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
}
_VOID: Final = frozenset({"br", "hr", "img", "input"})
_ENDS: Final = re.compile(
    r"[\w%.)»”…](?:</(?:a|abbr|b|em|i|s|small|span|strong|time)>)+(?:<span[^>]*>(?:<span[^>]*></span>)*</span>)*$"
)
_BEGINS: Final = re.compile(r"(?:<(?:a|abbr|b|em|i|s|small|span|strong|time)\b[^>]*>)+[\w«“(–]")
_LOOKED: Final = 400
"""So many signs at an edge are looked at."""
_FREE: Final = ("data-", "aria-")
"""Attributes of any name."""
_INSIDE: Final = frozenset({"children", "of", "markup"})
_OF_PAGES: Final = "dash_html_components"


class Drawn(str):
    """Markup that is written already, and so put in as it is: rows of tables, of which a page has hundreds."""

    __slots__ = ()


def drawn(name: str, inside: Any, **attributes: Any) -> Drawn:
    """As the markup of the component ``name`` with ``inside`` and ``attributes``, without making one."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return Drawn(f"<{name}{given}>{markup(inside)}</{name}>")


def markup(child: Any) -> str:
    """The HTML of a tree of ``dash.html`` components, inputs, texts and lists; everything is escaped.

    A style goes into ``data-style``, which ``assets/app/still.js`` sets by script (the Content-Security-Policy refuses
    the attribute). A component's own markup is put in as it is.

    Raises:
        ValueError: a component of another kind.
    """
    if child is None:
        return ""
    if isinstance(child, Drawn):
        return child
    if isinstance(child, list | tuple):
        return _apart([markup(part) for part in child])
    if not isinstance(child, Component):
        return escape(str(child), quote=False)
    given = _given(child)
    if not _is_still(given):
        raise ValueError(f"{given['type']} cannot be markup")
    props = given["props"]
    name = props["of"] if isinstance(child, Still) else given["type"].lower()
    attributes = "".join(_attribute(key, value) for key, value in props.items() if key not in _INSIDE)
    if name in _VOID:
        return f"<{name}{attributes}>"
    return f"<{name}{attributes}>{props.get('markup') or markup(props.get('children'))}</{name}>"


def _apart(parts: list[str]) -> str:
    """Pieces one after another; two inline ones that both hold words get a space between, so that nobody hears them as
    one word: 39 and 26 % are not 3926 %."""
    whole = ""
    for part in parts:
        whole += " " if part and _ENDS.search(whole[-_LOOKED:]) and _BEGINS.match(part[:_LOOKED]) else ""
        whole += part
    return whole


def _given(component: Any) -> dict[str, Any]:
    """As ``to_plotly_json`` says it, in the same order, in a third of the time: a page has thousands."""
    own, known = vars(component), component._prop_names
    props = {name: own[name] for name in known if name in own}
    if len(props) < len(own):
        props |= {name: value for name, value in own.items() if name.startswith(_FREE)}
    return {"props": props, "type": component._type, "namespace": component._namespace}


def _is_still(given: Mapping[str, Any]) -> bool:
    """Whether a component by itself needs nothing of the browser's Dash; one marked ``data-alive`` waits for a script
    to fill it."""
    plain = given["namespace"] == _OF_PAGES or given["type"] in ("Input", "Still")
    return bool(plain and "data-alive" not in given["props"])


def _all_still(child: Any) -> bool:
    if isinstance(child, list | tuple):
        return all(map(_all_still, child))
    if not isinstance(child, Component):
        return True
    given = _given(child)
    return _is_still(given) and _all_still(given["props"].get("children"))


def compact(component: Any) -> Any:
    """A page with everything that stands still made markup: only graphs, and what holds them, stay components.

    The browser's Dash takes time that grows faster than the number of components; a page has a thousand.
    """
    if isinstance(component, list | tuple):
        return [compact(child) for child in component]
    if not isinstance(component, Component):
        return component
    given = _given(component)
    if given["namespace"] != _OF_PAGES or "data-alive" in given["props"]:
        return component
    children = given["props"].get("children")
    if children is not None and _all_still(children):
        return still(component)
    component.children = compact(children) if isinstance(children, list | tuple) else [compact(children)]
    return component


def _attribute(key: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if key == "style":
        return f' data-style="{escape("; ".join(f"{name}: {part}" for name, part in value.items()))}"'
    name = _NAMES.get(key, key)
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def still(component: Component) -> Still:
    """A component that stays as it is until the next answer, its inside drawn as one piece of markup."""
    given = _given(component)
    props = dict(given["props"])
    inside = markup(props.pop("children", None))
    return Still(of=given["type"].lower(), markup=inside, **props)
