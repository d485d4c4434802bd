"""Currencies by their ISO 4217 code, and the words people write for them.

The codes are those in use in 2026 (Unicode CLDR through Babel 2.17), the euro area's latest two before they went, and
nothing historical: a code no rate is known for would only hide a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

_CODES: Final = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
ISO_4217: Final = frozenset(_CODES.split())

_WORDS: Final[Mapping[str, str]] = {
    word: code
    for code, words in {
        "NOK": "kr|kr.|krone|kroner|norske kroner|norske kr|nkr|norwegian krone|norwegian kroner",
        "EUR": "€|euro|euros",
        "SEK": "svenske kroner|svenske kr|svensk krone|skr",
        "DKK": "danske kroner|danske kr|dansk krone|dkr",
        "ISK": "islandske kroner|islandsk krone",
        "USD": "us$|us dollar|us dollars|usdollar|amerikanske dollar|amerikansk dollar",
        "GBP": "£|britiske pund|britisk pund|pund sterling|pounds sterling",
        "PLN": "zł|złoty|zloty",
        "UAH": "₴|hryvnia|hryvnja",
        "CHF": "sveitsiske franc|sveitserfranc",
        "CZK": "kč|tsjekkiske kroner",
    }.items()
    for word in words.split("|")
}
_HINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "$": ("USD", "CAD"),
    "dollar": ("USD", "CAD"),
    "dollars": ("USD", "CAD"),
    "pund": ("GBP",),
    "pounds": ("GBP",),
    "franc": ("CHF",),
    "forint": ("HUF",),
    "lei": ("RON",),
}
_BETWEEN: Final = re.compile(r"[\s()/,–—-]+")


def currency_code(raw: str) -> str | None:
    """The ISO 4217 code that ``raw`` means: ``eur``, ``Euro``, ``€`` or ``Euro (EUR)``; None where it is none.

    Words that are not for a currency alone (``mill. kr``, ``1000 NOK``) are none: the amounts may be in thousands.
    """
    word = " ".join(raw.split()).casefold()
    known = _one(word) or _one(word.removesuffix("."))
    if known:
        return known
    codes = {_one(part) for part in _BETWEEN.split(word) if part}
    return codes.pop() if len(codes) == 1 else None


def _one(word: str) -> str | None:
    return word.upper() if word.upper() in ISO_4217 else _WORDS.get(word)


def similar_currencies(raw: str) -> list[str]:
    """Codes that ``raw`` may be meant for, most likely first."""
    word = " ".join(raw.split()).casefold()[:40]
    found = list(_HINTS.get(word, ()))
    for near in get_close_matches(word, [*_WORDS, *(code.casefold() for code in ISO_4217)], n=3, cutoff=0.6):
        found.append(_WORDS.get(near, near.upper()))
    return list(dict.fromkeys(found)) or ["NOK", "EUR"]
