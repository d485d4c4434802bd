"""Our own code lists, as the readers of sources ask them: rows, and what is made of them once for each version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from akint_dash.domain.reading import Place
from akint_dash.importers.findings import Findings
from akint_dash.importers.plain import read_table
from akint_dash.importers.texts import folded
from akint_dash.settings import data_folder

_LISTS: dict[Path, tuple[tuple[int, int], tuple[Mapping[str, str], ...]]] = {}


def code_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a code list of ours, ``data/code/<name>``; () where it is not there."""
    path = data_folder() / "code" / name
    try:
        stat = path.stat()
    except OSError:
        return ()
    version = stat.st_mtime_ns, stat.st_size
    known = _LISTS.get(path)
    if known is None or known[0] != version:
        known = _LISTS[path] = version, read_table(path, ()).rows
    return known[1]


Rows = tuple[Mapping[str, str], ...]
Made = TypeVar("Made")
_MADE: dict[tuple[str, Callable[[Rows], Any]], tuple[Rows, Any]] = {}


def made_of_codes(name: str, make: Callable[[Rows], Made]) -> Made:
    """What ``make`` (a function of a module) makes of a code list, made anew only where the list is another."""
    rows = code_rows(name)
    known = _MADE.get((name, make))
    if known is None or known[0] is not rows:
        known = _MADE[name, make] = rows, make(rows)
    made: Made = known[1]
    return made


def programme_aliases() -> Mapping[str, str]:
    """Programme codes by a source's words: ``code/programme_alias.csv``, empty if not there."""
    return made_of_codes("programme_alias.csv", _aliases)


def _aliases(rows: Rows) -> Mapping[str, str]:
    return {folded(row["text"]): row["programme"] for row in rows}


def programme(texts: Iterable[str], place: Place, findings: Findings) -> str | None:
    """The programme that one of ``texts`` names, most telling first; else None and a remark."""
    aliases = programme_aliases()
    said = [text for text in texts if text]
    for text in said:
        if (code := aliases.get(folded(text))) is not None:
            return code
    if said:
        findings.remark("unknown_code_remark", place, said[0], "programme")
    return None
