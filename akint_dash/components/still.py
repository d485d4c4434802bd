"""Our two components of Dash, drawn by ``assets/app/still.js`` under ``window.akint_dash``: no build step.

A list of hundreds of components costs the browser's Dash seconds; as markup in one component it costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from dash import html
from dash.development.base_component import Component

NAMESPACE: Final = "akint_dash"
_OF_SCRIPTS: Final = frozenset({"children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})
_ATTRIBUTES: Final = sorted({name for kind in html.__all__ for name in getattr(html, kind)()._prop_names} - _OF_SCRIPTS)


class Still(Component):  # type: ignore[misc]  # Dash is untyped here
    """An element that stays as it is until the next answer: ``of`` names it, ``markup`` is its inside.

    Whoever writes ``markup`` escapes it: ``components/markup.py`` for components, ``figures/svg.py`` for drawings.
    """

    _type = "Still"
    _namespace = NAMESPACE
    _base_nodes: ClassVar[Sequence[str]] = ()
    _prop_names: ClassVar[Sequence[str]] = ("of", "markup", *_ATTRIBUTES)
    _valid_wildcard_attributes: ClassVar[Sequence[str]] = ("data-", "aria-")

    def __init__(self, *, of: str = "div", markup: str = "", **attributes: Any) -> None:
        super().__init__(of=of, markup=markup, **attributes)


class Holder(Component):  # type: ignore[misc]  # as above
    """What holds the pages: once what stands in it has changed, the scripts of ours are told so by one event."""

    _type = "Holder"
    _namespace = NAMESPACE
    _base_nodes: ClassVar[Sequence[str]] = ("children",)
    _prop_names: ClassVar[Sequence[str]] = ("children", "id")
    _valid_wildcard_attributes: ClassVar[Sequence[str]] = ()

    def __init__(self, children: Any = None, *, id: str) -> None:
        super().__init__(children=children, id=id)
