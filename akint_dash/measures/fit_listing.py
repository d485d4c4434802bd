"""The calls by how well they fit, for scripts: ``fit --json``."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from akint_dash.domain.fit import Rules
from akint_dash.measures.calls import calls
from akint_dash.measures.fit import fits
from akint_dash.measures.fit_decisions import decisions
from akint_dash.store.portfolio import Portfolio


def fit_list(portfolio: Portfolio, today: date, now: str = "", rules: Rules | None = None) -> list[dict[str, Any]]:
    """Each call by falling score: code, identifier, title, score (0-1), state on ``today`` at ``now`` (a UTC moment;
    "": no hour), Norway's part, fits (an area is named, it has not closed and Norway may enter), areas, themes,
    decisions, and the title of the call of ours that it is like.

    Decisions say who confirmed or dismissed it for which area, when and why, and whether that stands. Lists are empty
    where nothing fits.
    """
    found, records, known = fits(portfolio, rules), portfolio.records("call"), calls(portfolio, today, now)
    return [
        {
            "code": code,
            "identifier": str(records[code].get("identifier", code)),
            "title": str(records[code]["title"]),
            "score": round(found[code].score, 4),
            "state": known[code].state,
            "norway": known[code].norway,
            "fits": replace(known[code], fit=found[code]).fits,
            "areas": [area.code for area in found[code].areas],
            "themes": list(found[code].themes),
            "decisions": [asdict(one) for one in decisions(portfolio, code)],
            "like": str(records[found[code].like]["title"]) if found[code].like else None,
        }
        for code in sorted(records, key=lambda code: (-found[code].score, code))
    ]
