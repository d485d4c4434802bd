"""What a fetch must know of the portal's pages: how many rows there are, which ones a page has, and its text in a line.

Read in the limited process, like every byte of strangers (:mod:`akint_dash.importers.limited`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def page(path: Path) -> dict[str, Any]:
    """``total``, ``keys`` and ``line`` of the answer in ``path``, or ``fault``: why it is none."""
    try:
        answer = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {"fault": "the answer is not whole JSON"}
    if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):
        said = answer.get("message") if isinstance(answer, dict) else None
        return {"fault": f"no results: {said or 'unknown answer'}"[:200]}
    if not isinstance(answer.get("totalResults"), int):
        return {"fault": "no totalResults"}
    return {**_facts(answer), "line": json.dumps(answer, ensure_ascii=False)}


def saved_pages(path: Path) -> list[dict[str, Any]]:
    """``total``, ``keys``, ``round``, ``page`` and ``length`` in bytes of each line, up to one that is not whole."""
    with path.open("rb") as file:
        return list(_saved(file))


def _saved(lines: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            answer = json.loads(line) if line.endswith(b"\n") else {}
            mark = answer.get("akint", {})
            yield {**_facts(answer), "round": mark["round"], "page": mark["page"], "length": len(line)}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return


def _facts(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {"total": answer["totalResults"], "keys": [_row_key(row) for row in answer["results"]]}


def _row_key(row: Any) -> str:
    """What tells one row from another."""
    if not isinstance(row, dict):
        return json.dumps(row)
    reference = row.get("reference")
    return str(reference) if reference else json.dumps(row, sort_keys=True)
