"""Where the numbers of applications lead: to the projects, granted, refused or waiting, and those with money."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from akint_dash.components.numbers import Cells
from akint_dash.components.view import View
from akint_dash.components.ways import to_grants, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.text import missing


def applied(view: View, name: str, some: Sequence[Standing], key: str) -> Mark:
    """How many projects, called ``name``, and which."""
    codes = [one.code for one in some]
    return to_these(view, f"{name}: {view.words.number(len(codes))}", "project", codes, key)


def paid(view: View, name: str, some: Sequence[Standing], key: str) -> Mark | None:
    """What is known of the support of some projects; None where nothing is."""
    told = missing.total(view.words, some)
    return to_grants(view, f"{name}: {told}", some, key) if told else None


def decisions(view: View, pipe: Pipeline, key: str) -> list[Mark]:
    """The applications granted, decided, refused and waiting, as sentences have them."""
    w = view.words
    return [
        applied(view, w("innvilget"), pipe.won, key),
        applied(view, w("avgjort"), (*pipe.won, *pipe.rejected), key),
        applied(view, w("avslått"), pipe.rejected, key),
        applied(view, w("venter på svar"), pipe.waiting, key),
    ]


def outcome_cells(view: View, pipe: Pipeline, key: str, group: Callable[[Standing], Any], column: str) -> Cells:
    """The numbers of a table of applications by ``column``, of which ``group`` says an application's value."""
    every: Mapping[str, Sequence[Standing]] = {
        "won": pipe.won,
        "rejected": pipe.rejected,
        "waiting": pipe.waiting,
        "ore": pipe.won_paid,
        "lacking": [one for one in pipe.won_paid if one.no_amount],
        "without_rate": [one for one in pipe.won_paid if one.no_rate],
    }

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        if name not in every:
            return None
        value = row[column][1] if isinstance(row[column], tuple) else row[column]
        mine = [one for one in every[name] if group(one) == value]
        return to_grants(view, "", mine, key) if name == "ore" else applied(view, "", mine, key)

    return cell
