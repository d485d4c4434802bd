"""The grid in which lists of records are worked with on a desk: Dash AG Grid (community), rows a hundred at a time.

Its script is half a megabyte, so no page loads it but those that hold a grid, on screens wide enough for one:
``assets/app/needs.js`` does that, and ``assets/list/grid.js`` puts the component where :func:`holder` left room for
it. The grid's own style sheets are left out (theme ``legacy``), so that the policy of the page names none of them;
``assets/list/grid.css`` is ours.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import dash_ag_grid
from dash import html
from dash.development.base_component import Component
from dash.fingerprint import build_fingerprint

from akint_dash.components.needs import asset
from akint_dash.components.view import View

_PACKAGE: Final = "dash_ag_grid"
_SCRIPT: Final = f"{_PACKAGE}.min.js"
_CHUNK: Final = "async-community.js"
BLOCK: Final = 100
"""So many rows are asked for at a time."""
KEY: Final = "rute"


def register() -> None:
    """Have the server hand out the grid's two scripts to who asks, and no page ask for them by itself.

    The enterprise edition lies in the same package; it needs a licence of its own and is not handed out.
    """
    dash_ag_grid._js_dist[:] = [
        {"relative_package_path": name, "namespace": _PACKAGE, "dynamic": True} for name in (_SCRIPT, _CHUNK)
    ]


register()


@lru_cache(maxsize=1)
def _needs() -> str:
    """What a page with a grid loads, in order: addresses within the site."""
    folder = Path(dash_ag_grid.__file__).parent
    made = int((folder / _SCRIPT).stat().st_mtime)
    script = build_fingerprint(_SCRIPT, dash_ag_grid.__version__, made)
    own = [asset(f"list/{name}") for name in _OWN]
    return " ".join([*own, f"/_dash-component-suites/{_PACKAGE}/{script}"])


_OWN: Final = ("grid.css", "cell.js", "order.js", "copy.js", "grid.js")


def holder(view: View, columns: Sequence[dict[str, Any]], address: str, count: int) -> list[Component]:
    """The room of a grid and what stands over it: the column that is summed or copied, and the way to copy.

    ``columns`` are AG Grid's definitions with ``sums`` for those that make a sum; ``address`` is that of the page;
    ``rader`` and ``kolonne`` beneath it answer with rows and sums.
    """
    w = view.words
    defined = [{k: v for k, v in column.items() if k != "sums"} for column in columns]
    grid = dash_ag_grid.AgGrid(
        id=KEY,
        columnDefs=defined,
        rowModelType="infinite",
        getRowId="params.data._code",
        defaultColDef={
            "cellRenderer": "Celle",
            "resizable": True,
            "suppressHeaderMenuButton": True,
            "sortingOrder": ["asc", "desc", None],
        },
        dashGridOptions={
            "theme": "legacy",
            "cacheBlockSize": BLOCK,
            "maxBlocksInCache": 40,
            "blockLoadDebounceMillis": 60,
            "rowBuffer": 10,
            "rowHeight": 46,
            "headerHeight": 40,
            "rowSelection": {
                "mode": "multiRow",
                "checkboxes": False,
                "headerCheckbox": False,
                "enableClickSelection": True,
            },
            "ensureDomOrder": True,
            "suppressMultiSort": False,
            "suppressDragLeaveHidesColumns": True,
            "tooltipShowDelay": 600,
            "animateRows": False,
            "localeText": _locale(view),
        },
        style={"height": "100%", "width": "100%"},
        className="list-grid",
    )
    choice = html.Select(
        [
            html.Option(w("ingen kolonne"), value=""),
            *(html.Option(str(one["headerName"]), value=str(one["field"])) for one in columns),
        ],
        id="valgt-kolonne",
    )
    words = {
        "data-copy-rows": w("Kopier {n} rader"),
        "data-copy-row": w("Kopier én rad"),
        "data-copy-column": w("Kopier kolonnen"),
        "data-copy-none": w("Kopier"),
        "data-copied": w("Kopiert, med overskrift"),
        "data-refused": w("Nettleseren slapp ikke til utklippstavlen."),
        "data-failed": w("Radene kunne ikke hentes. Prøv igjen."),
    }
    tools = html.Div(
        [
            html.Label([w("Summer eller kopier kolonne"), " ", choice], htmlFor="valgt-kolonne"),
            html.Button(w("Kopier"), type="button", disabled=True, **{"data-copies": ""}),
            html.Span("", className="list-told", role="status"),
        ],
        className="list-tools",
        **words,
    )
    help_words = w(
        "Pil opp og ned går mellom radene, mellomrom velger, og Ctrl+C kopierer. Enter på en overskrift sorterer."
    )
    room = html.Div(
        id="rute-rom",
        className="list-room",
        **{
            "data-alive": "",
            "data-needs": _needs(),
            "data-wide": "",
            "data-grid": json.dumps(grid.to_plotly_json(), ensure_ascii=False),
            "data-href": address,
            "data-count": str(count),
        },
    )
    return [tools, room, html.P(help_words, className="note list-help")]


def _locale(view: View) -> dict[str, str]:
    w = view.words
    return {
        "loadingOoo": w("Henter …"),
        "loadingError": w("Kunne ikke hentes"),
        "noRowsToShow": w("Ingen rader å vise."),
        "ariaSortableColumn": w("Trykk Enter for å sortere"),
        "ariaRowSelect": w("Trykk mellomrom for å velge raden"),
        "ariaRowDeselect": w("Trykk mellomrom for å velge bort raden"),
        "ariaRowSelectionDisabled": w("Raden kan ikke velges"),
        "ariaRowToggleSelection": w("Trykk mellomrom for å velge raden eller velge den bort"),
        "ariaChecked": w("valgt"),
        "ariaUnchecked": w("ikke valgt"),
        "ariaIndeterminate": w("delvis valgt"),
        "ariaColumn": w("Kolonne"),
        "ariaColumnGroup": w("Kolonnegruppe"),
        "ariaSkeletonCellLoading": w("Raden hentes"),
        "ariaSkeletonCellLoadingFailed": w("Raden kunne ikke hentes"),
        "ariaLabelColumnMenu": w("Kolonnemeny"),
        "ariaLabelCellEditor": w("Felt"),
        "ariaLabelTooltip": w("Hjelpetekst"),
        "ariaLabelContextMenu": w("Hurtigmeny"),
        "ariaHidden": w("skjult"),
        "ariaVisible": w("synlig"),
    }
