"""The results in a saved answer of the portal's search interface, whatever the page around them looks like.

The file is one page (an object with ``results``), a list of pages or of results, or JSON lines of either, as
:mod:`akint_dash.importers.fetch` saves them. Long texts that nothing reads are dropped at once. A row whose JSON is
broken costs itself and no other, a value nested without end itself alone; a file that is cut is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from akint_dash.errors import UnreadableFile
from akint_dash.importers import shallow
from akint_dash.importers.plain import read_bytes

HEAVY: Final = frozenset(
    {
        "actions",
        "beneficiaryAdministration",
        "children",
        "furtherInformation",
        "latestInfos",
        "links",
        "publicationDocuments",
        "topicConditions",
    }
)
MOST_DIGITS: Final = 300
"""No number of the portal has more."""
LINE_CHARS: Final = 16 * 1024 * 1024
"""A page of 100 is about 2 MB; a longer first line is the whole of one JSON file."""

_RESULTS: Final = re.compile(r'"results?"\s*:\s*\[')

BROKEN: Final[Mapping[str, Any]] = {"broken": True}
"""Stands for a row that cannot be read."""


def results(path: Path) -> Iterator[Mapping[str, Any]]:
    """Every result object of a saved answer, in order, :data:`BROKEN` for one that is none; lines page by page.

    Raises:
        UnreadableFile: ``damaged_file`` (not whole JSON), ``no_results`` (no answer of the search interface), or as
            :func:`akint_dash.importers.plain.read_bytes`.
    """
    found = False
    for part in _parts(path):
        for result in _unfold(part):
            found = True
            if result:
                yield result
    if not found:
        raise UnreadableFile("no_results", file=path.name)


def _parts(path: Path) -> Iterator[Any]:
    """The JSON values of a file: its lines where the first is whole, else the file as one."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            first = file.readline(LINE_CHARS)
            page = _page_of_line(first)
            if page is None:
                yield _page(read_bytes(path).decode("utf-8-sig", errors="replace"))
                return
            yield page
            for line in file:
                if line.strip():
                    yield _page(line)
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    except ValueError as error:
        raise UnreadableFile("damaged_file", file=path.name) from error


def _page_of_line(line: str) -> Any:
    """The page in the first line; None where a page has several lines."""
    try:
        return _page(line) if line.rstrip().endswith(("}", "]")) else None
    except ValueError:
        return None


def _page(text: str) -> Any:
    """The JSON of a page; where that is broken, its rows one by one.

    Raises:
        ValueError: the page is not whole.
    """
    try:
        return _loads(text)
    except ValueError:
        rows = list(_rows(text))
        return {"results": [_row(row) for row in rows]}


def _row(text: str) -> Any:
    try:
        return _loads(text)
    except ValueError:
        return dict(BROKEN)


def _rows(text: str) -> Iterator[str]:
    """The texts of the objects in the list of results.

    Raises:
        ValueError: there is no such list, or it has no end.
    """
    begin = _RESULTS.search(text)
    if begin is None:
        raise ValueError("no results")
    depth, start = 0, 0
    for token in shallow.PIECE.finditer(text, begin.end()):
        sign = token[0]
        if sign in "[{":
            if depth == 0:
                start = token.start()
            depth += 1
        elif sign in "]}":
            if depth == 0 and sign == "]":
                return
            if depth == 0:
                break  # where one row ends and the next begins is not told
            depth -= 1
            if depth == 0:
                yield text[start : token.end()]
    raise ValueError("the rows cannot be told apart")


def _loads(text: str) -> Any:
    """JSON whose broken values stay in their row: a too long number stays text, what is too deep is half a sign."""
    return shallow.loads(text, object_hook=_light, parse_int=integer, strict=False)


def integer(text: str) -> int | str:
    """A whole number, or its digits where they are more than a number has."""
    return int(text) if len(text) <= MOST_DIGITS else text


def _light(found: dict[str, Any]) -> dict[str, Any]:
    """``found`` without the long texts that nothing here reads: they are most of an answer."""
    return {name: value for name, value in found.items() if name not in HEAVY}


def _unfold(part: Any) -> Iterator[Mapping[str, Any]]:
    """The results of a page, a list of pages, or results alone; {} for a page without any."""
    if isinstance(part, list):
        for one in part:
            yield from _unfold(one)
    elif isinstance(part, dict):
        inner = part.get("results", part.get("result"))
        if isinstance(inner, list):
            yield {}
            mark = part.get("akint")
            stamp = {"fetched": mark.get("fetched")} if isinstance(mark, dict) else {}
            yield from ({**one, **stamp} if isinstance(one, dict) else dict(BROKEN) for one in inner)
        elif isinstance(inner, dict):
            yield inner
        elif "metadata" in part or ("identifier" in part and "reference" in part):
            yield part
