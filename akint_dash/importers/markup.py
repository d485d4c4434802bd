"""Text out of a source's HTML: entities decoded, also twice encoded ones, and marks of form taken out."""

from __future__ import annotations

import html
import re
from typing import Final

from akint_dash.importers.spelling import clean_text, one_line

MOST_CODINGS: Final = 3
"""How often a text may have been encoded."""
_MARK: Final = re.compile(
    r"</?(?:i|b|u|s|em|strong|strike|del|ins|mark|sub|sup|span|a|font|small|code)(?: [^<>]*)?>|<!--[^<>]*>",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"</?(?:p|br|hr|div|ul|ol|li|h[1-6]|table|tr|td|th) ?(?:[^<>]*)?/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z][^<>]*>|<!--[^<>]*>", re.IGNORECASE)
_EMPTY: Final = re.compile(r"\n\s*")


def one_line_of(text: str) -> str:
    """A title: one line without marks of form. What is no mark that titles have stays: ``<e>`` may be a word."""
    for _ in range(MOST_CODINGS):
        text = html.unescape(text)
    return one_line(_MARK.sub("", _BREAK.sub(" ", text)))


def unmarked(text: str) -> str:
    """``text`` without marks of form, on one line then; as it is where it has none."""
    if "<" not in text:
        return text
    found = _MARK.sub("", _BREAK.sub(" ", text))
    return text if found == text else one_line(found)


def prose_of(text: str) -> str:
    """A description: its paragraphs, each a line without any tag, single blanks between words and no empty line.

    A sign less-than before a figure or a blank is no tag and stays.
    """
    for _ in range(MOST_CODINGS):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    lines = (one_line(line) for line in clean_text(text).split("\n"))
    return _EMPTY.sub("\n", "\n".join(lines)).strip()
