"""The letters of a source: what is kept of them, and what does not count when names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DASH: Final = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_BLANK: Final = re.compile(r"\s")
MOST_MARKS: Final = 30
_JOINER: Final = "\u034f"


def composed(text: str, form: Literal["NFC", "NFKC"] = "NFC") -> str:
    """``text`` in a normal form, in time that grows with its length.

    Sorting the marks above and below a letter takes the square of their number. More than any script writes (30, as in
    Unicode's stream-safe text) are kept apart by the joiner that Unicode has for it.
    """
    if len(text) > MOST_MARKS and not text.isascii():
        text = "".join(_apart(text))
    return unicodedata.normalize(form, text)


def _apart(text: str) -> Iterator[str]:
    marks = 0
    for sign in text:
        marks = marks + 1 if sign > "\u02ff" and unicodedata.combining(sign) else 0
        if marks > MOST_MARKS:
            yield _JOINER
            marks = 1
        yield sign


def clean_text(raw: str) -> str:
    """``raw`` composed, without control characters and outer blanks; everything else stays.

    A text in which no one sees anything is blank.
    """
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    found = composed(_CONTROL.sub("", lines)).strip()
    return found if _UNSEEN.sub("", found).strip() else ""


def one_line(raw: str) -> str:
    """``raw`` cleaned, without characters no one sees and with single blanks: for all that is not prose."""
    if not (raw.isascii() and raw.isprintable()):
        raw = _UNSEEN.sub("", clean_text(raw))
    return " ".join(raw.split())


_ERROR: Final = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|VERDI!|REF!|NAME\?|NAVN\?|NUM!|TALL!|N/A|I/T|ERROR!|SPILL!|CALC!|GETTING_DATA|FELT!|####+)",
    re.IGNORECASE,
)


def is_error(raw: str) -> bool:
    """Whether a cell is what a spreadsheet shows for a formula that fails, or for a column too narrow."""
    return raw.startswith("#") and _ERROR.fullmatch(raw) is not None


def dashed(raw: str) -> str:
    """``raw`` with one dash for every kind of it."""
    return _DASH.sub("-", raw)


def fold(raw: str) -> str:
    """``raw`` for comparison of names: composed, without case, blanks and what no one sees; dashes are one."""
    return _BLANK.sub("", dashed(composed(_UNSEEN.sub("", raw)).casefold()))
