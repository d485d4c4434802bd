"""The month that an initiative belongs to: the one it began or happened in, by the day that all else counts it on.

The day is the fact table's (:data:`~akint_dash.store.involvement.RULES`): a project's first step, else its start; the
day an EU dossier was first followed; the day an activity was held; the day a cooperation began. What has none is in no
month. Hours and kroner of what began in a month are whole, whenever they came.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from akint_dash.measures.memo import once
from akint_dash.store.involvement import NO_DAY
from akint_dash.store.portfolio import Portfolio

Mask = npt.NDArray[np.bool_]


def months_of(days: npt.NDArray[np.int32]) -> npt.NDArray[np.datetime64]:
    """The months of some days, as they count everywhere; NaT of those that are missing."""
    found: npt.NDArray[np.datetime64] = np.where(
        days == NO_DAY, np.datetime64("NaT"), days.astype("datetime64[D]").astype("datetime64[M]")
    )
    return found


def in_months(portfolio: Portfolio, chosen: Collection[str]) -> Mask | bool:
    """The rows of the fact table that began in one of the months chosen; True where none is chosen."""
    if not chosen:
        return True
    found: Mask = np.isin(_months(portfolio), np.array(sorted(chosen), dtype="datetime64[M]"))
    return found


def began_in(portfolio: Portfolio, entity: str, code: str, chosen: Collection[str]) -> bool:
    """Whether one initiative began in one of the months chosen."""
    return once(portfolio, "months of records", lambda: _by_record(portfolio)).get((entity, code), "") in chosen


def _months(portfolio: Portfolio) -> npt.NDArray[Any]:
    return once(portfolio, "months of rows", lambda: months_of(portfolio.involvement.day))


def _by_record(portfolio: Portfolio) -> Mapping[tuple[str, str], str]:
    facts, said = portfolio.involvement, np.datetime_as_string(_months(portfolio)).tolist()
    return {facts.records[record]: month for record, month in zip(facts.record.tolist(), said, strict=True)}
