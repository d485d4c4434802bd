"""Numbers of one sentence written alike: where one of them is over twelve, its number words become digits.

Lengths of time, amounts, percents, dates and years are no counts: they neither decide nor change. Nor does what stands
in quotation marks, a whole («alle de åtte rådsområdene»), or «én» before a noun, which is an article too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from akint_dash.text.dates import Language

_UNITS: Final[Mapping[str, str]] = {
    "nb": r"%|mill|kr\b|kroner|euro|dag|måned|uke|år\b|årene|time|prosentpoeng|tommer|meter|poeng",
    "en": r"%|million|per ?cent|day|month|week|year|hour|percentage|point|metre|inch|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
}
_MONEY: Final = r"(?:NOK|EUR|DKK|SEK)\s"
_COUNT: Final = r"(?<![\w.,:/–-])\d{1,3}+(?:[\s,]\d{3})*+(?![\w:/–-]|[.,]\d)"
_LARGE: Final = 13
_ALONE: Final[Mapping[str, str]] = {
    "nb": r"\b(?:[éÉ]n|[eE]tt)\b(?=\s(?:av|begynner|har|mangler|til)\b)",
    "en": r"\b[oO]ne\b(?=\s(?:begins|has|lacks|more|of|starts)\b)",
}
"""One that stands for itself is a number; before a noun it may be an article."""
_WHOLE: Final[Mapping[str, str]] = {"nb": r"(?<![aA]lle de )", "en": r"(?<![aA]ll )(?<![aA]ll the )"}
"""A whole is no part of a comparison: «141 tiltak i alle de åtte rådsområdene»."""


@lru_cache(maxsize=4)
def _patterns(language: Language, words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    units = _UNITS[language]
    no_unit = rf"(?!\s?(?:{units})|\s(?:og|and)\s\d+\s?(?:{units}))"
    some = "|".join(f"{word}|{word.title()}" for word in words[2:])
    return re.compile(_COUNT + no_unit), re.compile(rf"{_WHOLE[language]}\b(?:{some})\b{no_unit}|{_ALONE[language]}")


def even(language: Language, said: str, words: Sequence[str]) -> str:
    """``said``, each sentence for itself; ``words`` are the language's number words from none."""
    return "".join(_sentence(language, one, tuple(words)) for one in re.split(r"(?<=[.!?]\s)", said))


def _sentence(language: Language, said: str, words: tuple[str, ...]) -> str:
    count, word = _patterns(language, words)
    parts = re.split(r"([«“][^»”]*[»”])", said)
    large = any(
        int(re.sub(r"\D", "", found[0])) >= _LARGE and not re.search(_MONEY + "$", part[: found.start()])
        for part in parts[::2]
        for found in count.finditer(part)
    )
    if not large:
        return said
    parts[::2] = [word.sub(lambda found: _digits(found[0].lower(), words), part) for part in parts[::2]]
    return "".join(parts)


def _digits(said: str, words: tuple[str, ...]) -> str:
    return str(words.index(said)) if said in words else "1"  # «ett» is the neuter of «én»
