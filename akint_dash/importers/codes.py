"""Codes in a cell: one, or several with or without shares (``SAM 60 %; KUL 40 %``), in words or as the drop-down says.

What is found here is text: which record it means is decided where the records are known
(:mod:`akint_dash.importers.naming`). A code that holds a semicolon, a line break, a percent or a quotation mark stands
in quotation marks, as in a CSV file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from akint_dash.importers.conventions import BadCell
from akint_dash.importers.spelling import clean_text, one_line

Tie = list[str | int | None]
"""``[code or name, whole percent or None]``."""

_ELEMENT: Final = re.compile(r'[ \t]*"(?:[^"]|"")*"[^;\n]*|[^;\n]+')
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(.*)', re.DOTALL)
_PERCENT: Final = ("%", "prosent", "percent", "pst.", "pst")
_SHARE_FIRST: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|prosent|pst\.?) ?(\D.*)", re.IGNORECASE)
_AFTER_SHARE: Final = re.compile(r"(?<=%),|(?<=%\)),|,(?= ?\d{1,3} ?% ?[^\W\d_])")
"""A comma after a share (``SAM 60 %, NAE (40 %)``), or before one that begins (``60 % SAM, 40 % NAE``)."""
_FIGURES: Final = frozenset("0123456789.,")
_NEEDS_QUOTES: Final = re.compile(r'[;\n"%]|^\s|\s$')


def ties(raw: str, *, shares: bool) -> list[Tie]:
    """The codes or names in ``raw`` between semicolons and line breaks, and after a comma where a share stands before.

    ``shares``: the column divides something. Other commas stay: they may belong to a name.

    Raises:
        BadCell: ``bad_tie``, ``tie_without_share`` or ``double_tie``.
    """
    found = [_tie(part, shares) for part in _parts(raw)]
    if len({tie[0] for tie in found}) < len(found):
        raise BadCell("double_tie")
    return found


def ties_text(ties: Iterable[Sequence[Any]]) -> str:
    """``SAM 60 %; KUL 40 %`` or ``P-0042; P-0043``: what :func:`ties` reads."""
    return "; ".join(quoted(code) + "".join(f" {one} %" for one in share if one is not None) for code, *share in ties)


def quoted(code: str) -> str:
    """``code`` as it is written among others: in quotation marks where it holds what separates them."""
    return '"' + code.replace('"', '""') + '"' if _NEEDS_QUOTES.search(code) else code


def _parts(raw: str) -> list[str]:
    parts: list[str] = []
    for element in _ELEMENT.findall(clean_text(raw)):
        if element.lstrip().startswith('"'):
            parts.append(element.strip())
            continue
        bare = one_line(element).replace("% ,", "%,").replace("% )", "%)").replace("%) ,", "%),")
        parts += [part.strip() for part in _AFTER_SHARE.split(bare)]
    return [part for part in parts if part]


def _tie(part: str, shares: bool) -> Tie:
    if literal := _QUOTED.fullmatch(part):
        code = literal[1].replace('""', '"')
        rest, share = _share("x " + literal[2].strip()) if literal[2].strip() else ("x", None)
        if rest != "x":
            raise BadCell("bad_tie")
    else:
        code, share = _share(part)
    if not code:
        raise BadCell("bad_tie")
    if share is None:
        return [code, None]
    if not shares:
        raise BadCell("tie_without_share")
    if not share.isdigit() or len(share) > 3 or not 1 <= int(share) <= 100:
        raise BadCell("bad_tie")
    return [code, int(share)]


def _share(part: str) -> tuple[str, str | None]:
    """The code or name in ``part``, and the figures of its share: ``SAM 60 %``, ``SAM: 60%``, ``60 % SAM``."""
    bare = part.removesuffix(")") if part.endswith("%)") else part
    folded = bare.casefold()
    for sign in _PERCENT:
        if not folded.endswith(sign):
            continue
        body = bare[: len(bare) - len(sign)].rstrip()
        at = len(body)
        while at and body[at - 1] in _FIGURES:
            at -= 1
        code, figures = body[:at], body[at:]
        if not figures:
            break
        if code and code[-1] not in " :=(":
            raise BadCell("bad_tie")
        return code.rstrip(" :=("), figures
    if first := _SHARE_FIRST.fullmatch(part):
        return first[2].strip(), first[1]
    return part, None
