"""A page as JSON: what it is of, and each figure's numbers with the kind and unit of every column."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from akint_dash.domain.exhibit import Publication


def write(publication: Publication) -> bytes:
    """UTF-8. Amounts are numbers in whole currency units, shares are from 0 to 1, days ISO 8601, missing is null.

    A map's outlines are drawing, not data: they stay out.
    """
    told = asdict(publication)
    for one in told["exhibits"]:
        del one["sketch"]
    return json.dumps(told, ensure_ascii=False, indent=1, default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
