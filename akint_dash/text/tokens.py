"""The numbers that stand in a sentence, and where: counts in digits and words, percents and amounts of money.

Days, years and lengths of time are none: they say when, not how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from akint_dash.text.dates import Language
from akint_dash.text.words import NUMBER_WORDS

_MONTHS: Final = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|January|February|March|May|June"
    "|July|October|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_LASTS: Final[Mapping[str, str]] = {
    "nb": "dag(?:er|ene)?|uker?|ukene|måned(?:er|ene)?|år|årene",
    "en": "days?|weeks?|months?|years?",
}
_OF_TIME: Final[Mapping[str, str]] = {
    "nb": r"av (?:året|strategiperioden|20\d\d)",
    "en": r"of (?:the year|the strategy period|20\d\d)",
}
_NUMBER: Final[Mapping[str, str]] = {
    "nb": r"(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?",
    "en": r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?",
}
_MONEY: Final[Mapping[str, str]] = {
    "nb": r"{n} (?:mill\. )?(?:kr|kroner|øre|euro|danske kroner|svenske kroner|islandske kroner|britiske pund)\b",
    "en": "[A-Z]{{3}} {n}(?: million)?",
}
_ALSO: Final[Mapping[str, Mapping[str, str]]] = {"nb": {"ett": "1"}, "en": {}}


class Token(NamedTuple):
    """A number of a text: where it stands, and what it is however it is written ("elleve" and "11" are "11")."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=4)
def _words(language: Language) -> Mapping[str, str]:
    return {word: str(n) for n, word in enumerate(NUMBER_WORDS[language]) if n} | dict(_ALSO[language])


@lru_cache(maxsize=4)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    number, small = _NUMBER[language], "|".join(_words(language))
    when = (
        rf"\b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?|\b\d{{1,2}}\.? (?:{_MONTHS})\b(?: \d{{4}})?"
        r"|(?<![\d,.])20\d\d(?:[–-](?:20)?\d\d)?(?![\d,.]?\d)"
        rf"|\b(?:{number}|{small}) (?:{_LASTS[language]})\b|\b{number} ?% {_OF_TIME[language]}"
    )
    money = _MONEY[language].format(n=number)
    alone = rf"(?:{number})(?![\w/–-]|[.,]\d)|(?:{small})(?![\w-])"
    found = rf"(?<![\w.,/–-])(?:{money}|(?:{number}) ?%|{alone})"
    return re.compile(when, re.IGNORECASE), re.compile(found, re.IGNORECASE)


def tokens(language: Language, said: str) -> Iterator[Token]:
    """The numbers of a text, in order."""
    when, number = _patterns(language)
    plain = when.sub(lambda match: "¤" * len(match[0]), said.replace("\u00a0", " "))
    for match in number.finditer(plain):
        yield Token(match.start(), match.end(), _words(language).get(match[0].casefold(), match[0]))
