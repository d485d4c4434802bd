"""Numbers and words that tell who or what something is, however they are spelt; what tells nothing is told apart.

A placeholder (``n/a``, ``0``, ``999999999``) and a number that a spreadsheet shortened (``9.71E+08``) are nobody's.
"""

from __future__ import annotations

import re
from typing import Final

from stdnum.no import orgnr

from akint_dash.importers.spelling import composed, dashed, one_line

_FLOAT: Final = re.compile(r"(\d{1,20})[.,]0{1,6}", re.ASCII)
_GROUPS: Final = re.compile(r"\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3}){0,5}", re.ASCII)
_EXACT_POWER: Final = re.compile(r"(\d)[.,](\d{8})E\+?0?8", re.ASCII)
_POWER: Final = re.compile(r"\d[.,]?\d{0,20}E\+?\d{1,3}", re.ASCII | re.IGNORECASE)
_LABEL: Final = re.compile(
    r"^(?:ORG(?:ANI[SZ]A(?:SJONS|TION))?|VAT|MVA)[. ]{0,2}(?:NUMMER|NUMBER|NR|NO)?[.: ]{0,3}", re.ASCII
)
_BETWEEN: Final = re.compile(r"[\s.,'\"\-]")
_WHOLE: Final = re.compile(r"(?:NO)?(\d{9,20})(?:MVA|VAT)?", re.ASCII)
_PIC: Final = re.compile(r"[89]\d{8}", re.ASCII)
_PIC_LABEL: Final = re.compile(r"^PIC(?: ?(?:code|number|nr|no))?[.: ]{0,3}", re.ASCII | re.IGNORECASE)
_JOINTS: Final = re.compile(r"(?<=\d)[\s_-]+(?=\d)|([\s_-]+)")
_QUOTES: Final = "'\u2019\u2018`\u00b4"
_SIGNS: Final = re.compile(r"[\W_]+")
_NOTHING: Final = frozenset(
    {
        *(
            "na",
            "none",
            "null",
            "nil",
            "nan",
            "ref",
            "value",
            "verdi",
            "div0",
            "undefined",
            "unknown",
            "missing",
            "empty",
        ),
        *("notavailable", "notapplicable", "notset", "blank", "empty", "pending", "tba", "tbd", "tbc"),
        *("tobeannounced", "tobeconfirmed", "tobedefined", "tobedetermined"),
        *("ukjent", "ingen", "mangler", "ikkeoppgitt", "ikkerelevant", "ikkesatt", "ikkeaktuelt", "uoppgitt", "kommer"),
    }
)
"""Words that stand where something is not known, without signs and blanks."""


def is_placeholder(text: str) -> bool:
    """Whether ``text`` tells nothing apart.

    Blank or signs alone, a word for unknown, one digit over and over, a number of which a program kept a part.
    """
    shown = plain_text(text)
    bare = _SIGNS.sub("", shown.casefold())
    if not bare or bare in _NOTHING or set(bare) == {"x"} or _POWER.fullmatch(shown):
        return True
    return bare.isdigit() and (set(bare) == {"0"} or (len(bare) > 2 and len(set(bare)) == 1))


def is_shortened(text: str) -> bool:
    """Whether a program kept only the first digits of a number (``1.01E+08``)."""
    return _POWER.fullmatch(plain_text(text)) is not None


def plain_text(text: str) -> str:
    """``text`` in its compatible form, on one line, without what no one sees and an apostrophe in front."""
    return one_line(composed(text, "NFKC")).lstrip(_QUOTES).strip()


def organisation_number(text: str) -> str:
    """The Norwegian organisation number in a cell however it is spelt, ``""`` where none holds.

    Groups by blanks, dots or dashes, ``NO…MVA``, an apostrophe, ``="…"``, zeros in front and a number cell's ``.0`` are
    spellings of one number. The check digit must be right (python-stdnum). One digit nine times is a placeholder, and a
    number of which a program kept fewer than nine digits (``9.71E+08``) is lost.
    """
    upper = _LABEL.sub("", plain_text(text).upper().lstrip("="))
    if found := _FLOAT.fullmatch(upper) or _EXACT_POWER.fullmatch(upper):
        upper = "".join(found.groups())
    whole = _WHOLE.fullmatch(_BETWEEN.sub("", upper))
    number = whole[1].lstrip("0") if whole else ""
    return number if len(number) == 9 and len(set(number)) > 1 and orgnr.is_valid(number) else ""


def pic_number(text: str) -> str:
    """The participant identification code in a cell, nine digits; ``""`` where it holds none or a placeholder."""
    number = project_number(_PIC_LABEL.sub("", plain_text(text)))
    return number if _PIC.fullmatch(number) and len(set(number)) > 1 else ""


def project_number(text: str) -> str:
    """A project's number without what a spreadsheet or a person adds to it: ``.0``, blanks between thousands.

    ``""`` where a program shortened it (``1.01E+08``), and where it is a placeholder.
    """
    shown = plain_text(text)
    if found := _FLOAT.fullmatch(shown):
        shown = found[1]
    elif _GROUPS.fullmatch(shown):
        shown = re.sub(r"\D", "", shown)
    return "" if is_placeholder(shown) else shown


def folded_identifier(identifier: str) -> str:
    """An identifier for comparison, in its compatible form, without case and what no one sees.

    Blanks, dashes and underscores between its parts are one sign where they part two numbers, else none:
    ``HORIZON CL5-2026_01`` is ``horizon-cl5-2026-01``, and ``1-11`` is not ``11-1``.
    """
    plain = dashed(one_line(composed(identifier, "NFKC")))
    return _JOINTS.sub(lambda found: "" if found[1] else "-", plain).casefold()
