"""Words of one language: messages from the Babel catalogues; numbers, money and dates the Norwegian way.

The message id is the bokmål sentence itself, marked by ``w("...")`` or ``w.n("...", "...", count)``. Each subject has
a catalogue ``locale/<language>/<subject>.po``; a test fails on a message without an English one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from babel import Locale
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from akint_dash.domain.choices import word
from akint_dash.domain.county import NAME, WRITTEN
from akint_dash.domain.history import Values
from akint_dash.domain.money import of_year
from akint_dash.text import dates, money
from akint_dash.text.dates import NBSP
from akint_dash.text.dates import Language as Language
from akint_dash.text.even import even
from akint_dash.text.one_filter import of_one

LANGUAGES: Final[tuple[Language, ...]] = ("nb", "en")
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"
MINUS: Final = "\u2212"
UNDER_TEN: Final = 10
"""Under ten cases words say '3 av 7', never a percent."""

_BABEL: Final[Mapping[str, str]] = {"nb": "nb_NO", "en": "en_GB"}
NUMBER_WORDS: Final[Mapping[str, Sequence[str]]] = {
    "nb": ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "en": (
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ),
}  # fmt: skip


@lru_cache(maxsize=4)
def _catalogue(language: str) -> Mapping[str, str | tuple[str, ...]]:
    messages: dict[str, str | tuple[str, ...]] = {}
    for path in sorted((LOCALE_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                if message.id and message.string and not message.fuzzy:
                    string = message.string
                    messages[str(key)] = _typeset(string) if isinstance(string, str) else tuple(map(_typeset, string))
    return messages


def _typeset(said: str) -> str:
    """A catalogue's text as it is shown: with typographic apostrophes, and the county's own name."""
    return _curly(said).replace(WRITTEN, NAME)


def _curly(said: str) -> str:
    """With the typographic apostrophe in a word: our catalogues are typed with the one of the keyboard."""
    return re.sub(r"(?<=\w)'(?=\w|\s|$)", "\u2019", said)


def as_excel(value: float | Decimal) -> Decimal:
    """A number as a spreadsheet holds it: fifteen digits, so that 0,285 is not 0,28499999999999998."""
    return value if isinstance(value, Decimal) else Decimal(f"{value:.15g}")


def half_up(value: float | Decimal, decimals: int) -> Decimal:
    """Rounded the way Excel does: half a unit away from zero."""
    return as_excel(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def capital(said: str) -> str:
    """``said`` with a capital, to begin a sentence."""
    return said[:1].upper() + said[1:]


def inside(said: str) -> str:
    """``said`` as it stands inside a sentence: a small letter first, but EU stays EU and a proper name its capitals."""
    return said if said[1:] != said[1:].lower() else said[:1].lower() + said[1:]


@lru_cache(maxsize=32_768)
def _written(locale: str, value: float | Decimal, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(half_up(value, decimals), format=pattern, locale=locale)
    return text.replace("\u202f", NBSP).replace(" ", NBSP).replace("-", MINUS)


class Words:
    """The words of one language. Calling it translates and fills: ``w("Siden {day}", day=w.day(d))``.

    ``euro`` is kroner for one euro by year, as the portfolio has it, for :meth:`headline`. ``back`` is the day looked
    back to, where it is not today's: :meth:`today` says it. ``filters`` is how many are chosen: of one, no sentence
    says "these filters"; ``search``: the one is a search.
    """

    def __init__(
        self,
        language: Language,
        euro: Mapping[int, float] = MappingProxyType({}),
        back: dt.date | None = None,
        *,
        filters: int = 0,
        search: bool = False,
    ) -> None:
        self.language: Language = language
        self.euro = euro
        self.back = back
        self.filters = filters
        self.search = search
        self.locale = Locale.parse(_BABEL[language])

    def __call__(self, message: str, /, **values: Any) -> str:
        """``message`` in this language with ``values`` filled in."""
        found = _catalogue(self.language).get(message, message)
        text = self._chosen(found if isinstance(found, str) else found[0])
        return text.format(**values) if values else text

    def n(self, one: str, many: str, n: int, /, **values: Any) -> str:
        """``one`` or ``many`` by ``n``: ``{n}`` is the number, ``{count}`` and ``{Count}`` a word to twelve."""
        found = _catalogue(self.language).get(one, (one, many))
        forms = found if isinstance(found, tuple) else (found, many)
        said = {"n": self.number(n), "count": self.count(n), "Count": self.count_up(n), **values}
        return self._chosen(forms[0 if n == 1 else 1]).format(**said)

    def _chosen(self, said: str) -> str:
        return self.of_one(said, search=self.search) if self.filters == 1 else said

    def of_one(self, said: str, *, search: bool = False) -> str:
        """``said`` of "these filters" where a single one is meant; ``search``: which is a search."""
        return of_one(self.language, said, search=search)

    # -- numbers

    def number(self, value: float | Decimal, decimals: int = 0) -> str:
        """``1 234,5``: U+00A0 between thousands, a real minus; half a unit is rounded up, as Excel does."""
        return _written(_BABEL[self.language], value + 0, decimals)  # -0.0 is 0, and kept as that

    def decimal(self, value: float | Decimal) -> str:
        """Up to one decimal, none where it is whole."""
        return self.number(value, 0 if half_up(value, 1) == half_up(value, 0) else 1)

    def decimals(self, *values: float) -> list[str]:
        """As :meth:`decimal`, of one sentence or column, alike: one decimal for all where one of them has it."""
        places = 0 if all(half_up(value, 1) == half_up(value, 0) for value in values) else 1
        return [self.number(value, places) for value in values]

    def count(self, value: int) -> str:
        """Small numbers as words (``tre``), others as digits."""
        words = NUMBER_WORDS[self.language]
        return words[value] if 0 <= value < len(words) else self.number(value)

    def count_up(self, value: int) -> str:
        """As :meth:`count`, with a capital, to begin a sentence."""
        return capital(self.count(value))

    def percent(self, share: float) -> str:
        """``38 %`` of a share from 0 to 1; what is something is never nothing, nor all: under 1 %, over 99 %."""
        value = as_excel(share) * 100
        rounded = half_up(value, 0)
        if value > 0 and not rounded:
            return self("under {share}", share=self._signed(self.number(1)))
        if value < 100 and rounded == 100:
            return self("over {share}", share=self._signed(self.number(99)))
        return self._signed(self.number(value))

    def _signed(self, value: str) -> str:
        return f"{value}{NBSP}%" if self.language == "nb" else f"{value}%"

    def percent_at_most(self, share: float) -> str:
        """As :meth:`percent`, of an upper bound: whole like the others, and never under the share."""
        return self._signed(self.number((as_excel(share) * 100).to_integral_value(rounding=ROUND_CEILING)))

    def percent_at_least(self, share: float) -> str:
        """As :meth:`percent_at_most`, of a lower bound: never over the share; with a decimal under one."""
        exact = as_excel(share) * 100
        return self._signed(self.decimal(exact.quantize(Decimal(1 if exact >= 1 else "0.1"), rounding=ROUND_FLOOR)))

    def points(self, one: float, other: float) -> str:
        """How far two shares lie apart in percentage points: the difference of the percents that are shown."""
        shown = [half_up(as_excel(share) * 100, 0) for share in (one, other)]
        value = self.number(abs(shown[0] - shown[1]))
        return f"{value}{NBSP}" + self("prosentpoeng")

    def part(self, count: int, base: int) -> str:
        """``54 av 142``."""
        return self("{count} av {base}", count=self.number(count), base=self.number(base))

    def told_part(self, count: int, base: int, *, neuter: bool = False) -> str:
        """``fire av fem`` inside a sentence, up to twelve; else ``54 av 142``, and ``1 av 1``: a word would ask for
        another noun. ``neuter``: ett av fem tiltak."""
        if base == 1:
            return self.part(count, base)
        few, whole = self.alike(count, base, neuter=neuter)
        if not count and not few.isdigit():
            return self("ingen av {base}", base=whole)
        return self("{count} av {base}", count=few, base=whole)

    def alike(self, *counts: int, neuter: bool = False) -> list[str]:
        """Counts of one sentence, written alike: words where all are small, else digits."""
        if max(counts) >= len(NUMBER_WORDS[self.language]):
            return [self.number(count) for count in counts]
        one = self("ett") if neuter else self.count(1)
        none = self("ingen") if counts[1:] else self.count(0)  # "none of ten", but "no projects"
        return [one if count == 1 else self.count(count) if count else none for count in counts]

    def even(self, said: str) -> str:
        """``said`` with the numbers of each sentence written alike: digits, where one is over twelve."""
        return even(self.language, said, NUMBER_WORDS[self.language])

    def every(self, n: int) -> str:
        """``begge`` of two, else ``alle ni``."""
        return self("begge") if n == 2 else self("alle {n}", n=self.count(n))

    def every_one(self, n: int) -> str:
        """``begge`` of two, else ``alle de ni``, before a noun in its definite form."""
        return self("begge") if n == 2 else self("alle de {n}", n=self.count(n))

    def every_such(self, n: int) -> str:
        """As :meth:`every_one`, before an adjective: ``begge de``, ``den ene`` of one."""
        return self("den ene") if n == 1 else self("begge de") if n == 2 else self.every_one(n)

    def part_or_percent(self, count: int, base: int) -> str:
        """``3 av 7`` under ten cases, else ``38 %``."""
        return self.part(count, base) if base < UNDER_TEN else self.percent(count / base)

    # -- money and dates

    def millions(self, ore: float) -> str:
        """Millions of kroner with one decimal, without the unit."""
        return self.number(as_excel(ore) / money.MILLION, 1)

    def money(self, ore: float) -> str:
        """``1 234,5 mill. kr`` from one million, else whole kroner: one rule, in sentences and tables."""
        return money.amount(self.language, as_excel(ore), "NOK", self.number)

    def headline(self, parts: Iterable[tuple[int, float]]) -> str:
        """As :meth:`money` of (year, øre) together; in English with about how many euro it is, each at the rate of its
        year, where one is known for all."""
        some = list(parts)
        ore, rates = sum(part for _, part in some), [of_year(self.euro, year) for year, _ in some]
        told = self.money(ore)
        if self.language == "nb" or not all(rates):
            return told
        euro = sum(part / (rate or 1) for (_, part), rate in zip(some, rates, strict=True))
        about = money.amount(self.language, as_excel(euro), "EUR", self.number, least=money.ROUGHLY)
        return f"{told} (about{NBSP}{about})"

    def rate(self, value: float) -> str:
        """``11,60``: two decimals, four where two would round."""
        return self.number(value, 2 if half_up(value, 2) == half_up(value, 4) else 4)

    def amount(self, minor: float, currency: str) -> str:
        """An amount in minor units with its currency."""
        return money.amount(self.language, as_excel(minor), currency, self.number)

    def date(self, day: dt.date | str) -> str:
        """``24.11.2026``."""
        return dates.date(self.language, day)

    def short_date(self, day: dt.date | str) -> str:
        """``24.11.``."""
        return dates.short_date(self.language, day)

    def near_date(self, day: dt.date | str, today: dt.date) -> str:
        """``24.11.``, and with its year where that is not the year of ``today``: ``20.01.2027``."""
        return self.short_date(day) if str(day)[:4] == str(today.year) else self.date(day)

    def state_date(self, day: dt.date | str) -> str:
        """``24.11.``, in English with the year that the bokmål sentence leaves to its reader: ``24 Nov 2026``."""
        return self.short_date(day) if self.language == "nb" else self.date(day)

    def long_date(self, day: dt.date) -> str:
        """``24. november 2026``."""
        return dates.long_date(self.language, day)

    def today(self) -> str:
        """``i dag`` in a sentence; where a page looks back to a day, ``den 30.06.2025``."""
        return self("den {day}", day=self.date(self.back)) if self.back else self("i dag")

    def today_mark(self) -> str:
        """``I dag`` as the name of a mark on an axis; the day itself where a page looks back to one."""
        return self.date(self.back) if self.back else self("I dag")

    def month(self, day: dt.date, *, short: bool = True) -> str:
        """``nov.`` or ``november``."""
        return dates.month(self.language, day, short=short)

    def weekday(self, day: dt.date) -> str:
        """``ti.``."""
        return dates.weekday(self.language, day)

    def moment(self, iso: str) -> str:
        """``24.11.2026 kl. 09.12`` of a UTC moment, in Europe/Oslo."""
        return dates.moment(self.language, iso)

    def years(self, first: int, last: int) -> str:
        """``2024–2027``."""
        return str(first) if first == last else f"{first}–{last}"

    # -- names

    def choice(self, vocabulary: str, code: str) -> str:
        """The word of a closed vocabulary."""
        return word(vocabulary, code, self.language)

    def name(self, values: Values, field: str = "name") -> str:
        """A record's name in this language: ``name_en``/``name_nb`` or ``title_en``/``title``."""
        own = values.get(f"{field}_{self.language}")
        return str(own or values.get(f"{field}_nb") or values.get(field) or "")

    def quoted(self, name: str) -> str:
        """A name in the language's own quotation marks."""
        return f"«{name}»" if self.language == "nb" else f"“{name}”"

    def apart(self, name: str) -> str:
        """A name that something more is said of in a list: in quotation marks where it holds a comma or an 'and'."""
        return self.quoted(name) if self._is_list(name) and not name.startswith(("«", "“")) else name

    def clauses(self, parts: Sequence[str]) -> str:
        """Whole sentences as one: ``a, b, og c``."""
        return ", ".join([*parts[:-1], f"{self('og')} {parts[-1]}"]) if len(parts) > 1 else "".join(parts)

    def after_colon(self, said: str) -> str:
        """A whole sentence after a colon: in bokmål with a capital."""
        return capital(said) if self.language == "nb" else said

    def _is_list(self, name: str) -> bool:
        return f" {self('og')} " in name or ", " in name

    def join(self, parts: Sequence[str], *, either: bool = False) -> str:
        """``a, b og c``; names that hold a comma or an 'and' themselves are told apart: ``«a, b og c» og d``.

        ``either`` says 'eller' before the last, after a denial.
        """
        if len(parts) <= 1:
            return "".join(parts)
        last = self("eller") if either else self("og")
        longer = [part for part in parts if self._is_list(part) and not part.startswith(("«", "“"))]
        if longer and self.language == "en":
            return "; ".join([*parts[:-1], f"and {parts[-1]}" if parts[-1].endswith(" more") else parts[-1]])
        if longer and not all(part[:1].isupper() or part.startswith("«") for part in parts):
            return f"{'; '.join(parts[:-1])} {self('samt')} {parts[-1]}"
        told = [self.quoted(part) if longer and not part.startswith(("«", "“")) else part for part in parts]
        return f"{', '.join(told[:-1])} {last} {told[-1]}"
