"""Texts of public sources, for storing and for comparison, and the plain values in them."""

from __future__ import annotations

import hashlib
import html
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from akint_dash.importers.spelling import composed, one_line

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212-]+")
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_AMOUNT: Final = re.compile(r"-?\d+(?:\.\d+)?")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")


def decoded(text: str) -> str:
    """``text`` with the signs that its entities of HTML mean (``&amp;``), also where they were written twice."""
    for _ in range(2):
        if _ENTITY.search(text) is None:
            break
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def cleaned(text: str) -> str:
    """``text`` composed, without control characters, halves of signs and outer blanks; every other sign stays."""
    return composed(_CONTROL.sub(" ", text)).strip()


_TWICE: Final = re.compile(
    "[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac"
)


def once_encoded(text: str) -> str:
    """What ``text`` was before UTF-8 was taken for Windows-1252 and saved again (``LillestrÃ¸m``); ``""`` where not."""
    if _TWICE.search(text) is None:
        return ""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def day(text: str) -> str | None:
    """The ISO day that ``text`` starts with, or None where there is none in the calendar."""
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[0]).isoformat()
    except ValueError:
        return None


def decimal(text: str) -> Decimal | None:
    """The number in ``text`` (decimal point or comma, spaces between thousands), or None."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if "," in bare and "." in bare:
        thousands = "," if bare.rfind(",") < bare.rfind(".") else "."
        bare = bare.replace(thousands, "")
    bare = bare.replace(",", ".")
    if not _AMOUNT.fullmatch(bare):
        return None
    try:
        return Decimal(bare)
    except InvalidOperation:  # pragma: no cover - the pattern leaves nothing to refuse
        return None


def short_hash(text: str) -> str:
    """Six hex digits of the SHA-1 of ``text``: tells namesakes apart, guards nothing."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:6]


def folded(text: str) -> str:
    """``text`` for comparison: case, kinds of dash, runs of blanks and what no one sees do not count."""
    return _DASHES.sub("-", one_line(text).casefold())
