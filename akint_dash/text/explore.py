"""The words of Explore: the question, its finding, how its numbers are counted, and the records behind one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from akint_dash.domain.selection import Selection
from akint_dash.domain.table import Cell
from akint_dash.measures.explore import MISSING, OUTSIDE, Number, Reply
from akint_dash.measures.explore_questions import COUNTED, DIMENSIONS, MEASURES, TIME, Inquiry
from akint_dash.text.missing import at_least
from akint_dash.text.partners import country
from akint_dash.text.words import Words, capital, inside

HOW: Final[Mapping[str, str]] = {
    "tiltak": (
        "Hvert prosjekt, hver EU-sak, hver aktivitet og hvert bilateralt samarbeid er ett tiltak, registrert på "
        "det ansvarlige rådsområdet."
    ),
    "prosjekter": "Hvert prosjekt er registrert på det ansvarlige rådsområdet. Søknader og avslag er med.",
    "stotte": "Penger fra andre til innvilgede prosjekter, på dagen de ble innvilget. "
    "Beløp er delt mellom rådsområder der en fordeling er registrert.",
    "egne-kroner": "Fylkeskommunens egne penger i innvilgede prosjekter, på dagen de ble innvilget. "
    "Beløp er delt mellom rådsområder der en fordeling er registrert.",
    "budsjett": "Fylkeskommunens del av budsjettet i alle prosjekter, søknader og avslag også, i året de begynte. "
    "Beløp er delt mellom rådsområder der en fordeling er registrert.",
    "timer": "Fylkeskommunens egne timer i prosjekter og aktiviteter, i året de begynte. "
    "Timene er delt mellom rådsområder der en fordeling er registrert.",
    "deltakere": (
        "De som deltok i kompetanseheving, registrert på det ansvarlige rådsområdet. En person på to tiltak "
        "teller to ganger."
    ),
    "svartid": "Dager fra et rådsområde ba Fylkesrådslederens kontor om bistand, til svaret kom. "
    "Halvparten av svarene kom innen tallet. Henvendelser uten svar er ikke med.",
    "soknadstid": "Dager fra søknaden ble sendt, til den ble innvilget eller avslått, på dagen den ble avgjort. "
    "Halvparten ble avgjort innen tallet.",
}
"""measure -> how it is counted."""

FORMS: Final[Mapping[str, str]] = {
    "stolper": "Stolper",
    "stablet": "Stablet",
    "linjer": "Linjer",
    "varmekart": "Varmekart",
    "punkter": "Punkter",
    "tabell": "Tabell",
}
"""How an answer can be shown."""

MOST_NAMED: Final = 6
"""So many values of chosen numbers are named; of more only how many numbers they are is told."""

Named = Callable[[str, str], str]
"""(dimension, value) -> its name in the page's language."""


def measure(w: Words, code: str) -> str:
    """What a measure is called."""
    return w(MEASURES[code].said_as)


def dimension(w: Words, code: str) -> str:
    """What a dimension is called, inside a sentence."""
    return inside(w(DIMENSIONS[code].said_as))


def question(w: Words, asked: Inquiry) -> str:
    """The question in words."""
    first = dimension(w, asked.by)
    if asked.against:
        return w(
            "{measure} mot {other} etter {first}",
            measure=measure(w, asked.measure),
            other=inside(measure(w, asked.against)),
            first=first,
        )
    if not asked.then:
        return w("{measure} etter {first}", measure=measure(w, asked.measure), first=first)
    return w(
        "{measure} etter {first} og {then}",
        measure=measure(w, asked.measure),
        first=first,
        then=dimension(w, asked.then),
    )


def time(w: Words, code: str, *, short: bool = False) -> str:
    """A year, a quarter or a month."""
    if "K" in code:
        year, _, quarter = code.partition("K")
        return f"K{quarter} {year}" if short else w("{n}. kvartal {year}", n=quarter, year=year)
    if "-" in code:
        return f"{w.month(date.fromisoformat(f'{code}-01'), short=short)} {code[:4]}"
    return code


def within_year(w: Words, code: str, *, short: bool = False) -> str:
    """A quarter or a month without its year."""
    if "K" in code:
        return f"K{code[-1]}" if short else w("{n}. kvartal", n=code[-1])
    return w.month(date.fromisoformat(f"{code}-01"), short=short)


def value_name(w: Words, known: Named, dimension_code: str, value: str) -> str:
    """What a value of a dimension is called; ``known`` names records."""
    if value in (MISSING, OUTSIDE):
        return w("mangler") if value == MISSING else w("gjelder ikke")
    asked = DIMENSIONS[dimension_code]
    if asked.cell is Cell.CHOICE:
        return w.choice(asked.named_in, value)
    if dimension_code == "land":
        return country(w, value)
    return time(w, value) if dimension_code in TIME else known(asked.named_in, value)


def bare_number(w: Words, code: str, value: Any) -> str:
    """A number of a measure, without its unit but for kroner; missing is 'mangler'."""
    if value is None:
        return w("mangler")
    cell = MEASURES[code].cell
    if cell is Cell.ORE:
        return w.money(value)
    return w.decimal(value) if cell is Cell.DECIMAL else w.number(value)


def short(w: Words, code: str, number: Number) -> str:
    """A number as it stands in a table: "minst" where something of it is not known."""
    told = bare_number(w, code, number.value)
    return at_least(w, told, number.value is not None and MEASURES[code].adds and number.lacking)


def unit(w: Words, code: str, number: Number) -> str:
    """A number with what it counts: '12 tiltak', '340 timer', 'minst 3,4 mill. kr'."""
    if number.value is None:
        return w("mangler")
    told = short(w, code, number)
    count = 1 if number.value == 1 and not number.lacking else 2  # a median is 1.0
    said = {
        "tiltak": w.n("{n} tiltak", "{n} tiltak", count, n=told),
        "prosjekter": w.n("{told} prosjekt", "{told} prosjekter", count, told=told),
        "timer": w.n("{told} time", "{told} timer", count, told=told),
        "deltakere": w.n("{told} deltakelse", "{told} deltakelser", count, told=told),
        "svartid": w.n("{told} dag", "{told} dager", count, told=told),
        "soknadstid": w.n("{told} dag", "{told} dager", count, told=told),
    }
    return said.get(code, told)


def records(w: Words, code: str, n: int) -> str:
    """How many records: '12 prosjekter'."""
    if code == "svartid":
        return w.n("1 henvendelse", "{n} henvendelser", n)
    if MEASURES[code].of == frozenset({"project"}):
        return w.n("1 prosjekt", "{n} prosjekter", n)
    return w.n("1 tiltak", "{n} tiltak", n)


def finding(w: Words, known: Named, found: Reply) -> str:
    """The question with what stands out in its answer; the question alone where nothing does.

    The largest is named where it is one value, known and alone; of the whole only where the parts make it up.
    """
    asked, said = found.asked, question(w, found.asked)
    told = [(value, number) for value, number in found.firsts.items() if value not in (MISSING, OUTSIDE)]
    sure = sorted((number.value for _, number in told if number.value is not None), reverse=True)
    if len(sure) < 2 or sure[0] == sure[1] or any(number.value is None for _, number in told):
        return said
    value, top = next(pair for pair in told if pair[1].value == sure[0])
    if any(number.lacking for _, number in told) and MEASURES[asked.measure].adds:
        return _known_finding(w, known, found, value, top, said)
    there, number = capital(value_name(w, known, asked.by, value)), bare_number(w, asked.measure, top.value)
    if not MEASURES[asked.measure].adds:
        days = unit(w, asked.measure, top)
        if asked.by in TIME:
            return w("{question}: lengst i {there}, {number}", question=said, there=inside(there), number=days)
        return w("{question}: {there} har lengst, {number}", question=said, there=there, number=days)
    if not found.doubled:
        number = w("{part} av {whole}", part=number, whole=bare_number(w, asked.measure, found.whole.value))
    if asked.by in TIME:
        return w("{question}: mest i {there}, {number}", question=said, there=inside(there), number=number)
    if MEASURES[asked.measure].cell is Cell.COUNT:
        return w("{question}: {there} har flest, {number}", question=said, there=there, number=number)
    return w("{question}: {there} har mest, {number}", question=said, there=there, number=number)


def _known_finding(w: Words, known: Named, found: Reply, value: str, top: Number, said: str) -> str:
    """Where some are not known in full, the largest is the largest registered."""
    there, number = capital(value_name(w, known, found.asked.by, value)), bare_number(w, found.asked.measure, top.value)
    if found.asked.by in TIME:
        return w("{question}: mest registrert i {there}, {number}", question=said, there=inside(there), number=number)
    return w("{question}: {there} har mest registrert, {number}", question=said, there=there, number=number)


def total(w: Words, found: Reply) -> str:
    """What the whole selection makes, each record once: the title of the figure."""
    asked, whole = found.asked, found.whole
    if not whole.records:
        return question(w, asked)
    told = unit(w, asked.measure, whole)
    if not MEASURES[asked.measure].adds:
        if whole.value is None:
            return w("Antall dager er ikke registrert")
        return w(
            "Samlet: halvparten innen {days}, av {records}", days=told, records=records(w, asked.measure, _told(whole))
        )
    if asked.measure in ("tiltak", "prosjekter"):
        return w("I alt {number}", number=told)
    of = records(w, asked.measure, whole.records)
    if whole.value is None:
        return w("Ingen tall er registrert for {records}", records=of)
    return w("I alt {number} i {records}", number=told, records=of)


def _told(number: Number) -> int:
    """How many records a median is of: those that tell."""
    return number.records - number.lacking


def how(w: Words, found: Reply, chosen: Selection) -> list[str]:
    """How the numbers are counted, where they make no sum, and what they lack. Of a period ``chosen`` whose years, and
    of months which day chooses."""
    asked, said = found.asked, [w(HOW[found.asked.measure])]
    if asked.measure in COUNTED and set(asked.dimensions) & set(TIME):
        said.append(w("Etter tid vises alt der det begynte."))
    if asked.begun:
        said.append(w("Bare det som begynte i perioden, er med."))
    elif chosen.maned and asked.measure not in COUNTED:
        said.append(w("Filteret på måned viser tiltak som begynte da, uansett hvilken dag tallet hører til."))
    elif chosen.maned:
        said.append(w("Når en måned er valgt, telles bare det som begynte eller ble holdt da, også av prosjektene."))
    elif asked.measure in COUNTED and chosen.periode:
        said.append(w("Med en valgt periode er et prosjekt med hvert år fra idé til slutt."))
    if found.doubled:
        names = w.join([dimension(w, one) for one in asked.several])
        said.append(
            w.n(
                "Ett av {all} har flere verdier for {names} og er med hvert sted, så tallene kan ikke legges sammen.",
                "{n} av {all} har flere verdier for {names} og er med hvert sted, så tallene kan ikke legges sammen.",
                found.doubled,
                names=names,
                all=records(w, asked.measure, found.whole.records),
            )
        )
    if found.whole.lacking:
        said.append(lacks(w, asked.measure, found.whole))
    if any(OUTSIDE in (key if isinstance(key, tuple) else (key,)) for key in found.cells):
        said.append(w("«Gjelder ikke» er EU-saker, som ikke er knyttet til regioner."))
    return said


def lacks(w: Words, code: str, number: Number) -> str:
    """How many of the records behind a number do not tell all that they should."""
    n, of = number.lacking, records(w, code, number.records)
    if MEASURES[code].cell is Cell.ORE:
        return w.n(
            "Ett av {of} mangler beløp, helt eller delvis.", "{n} av {of} mangler beløp, helt eller delvis.", n, of=of
        )
    if code == "timer":
        return w.n(
            "Ett av {of} mangler timer, helt eller delvis.", "{n} av {of} mangler timer, helt eller delvis.", n, of=of
        )
    if code == "deltakere":
        one = "Ett av {of} mangler antall deltakere, helt eller delvis."
        return w.n(one, "{n} av {of} mangler antall deltakere, helt eller delvis.", n, of=of)
    return w.n(
        "For ett av {of} er det ikke registrert når søknaden ble sendt.",
        "For {n} av {of} er det ikke registrert når søknaden ble sendt.",
        n,
        of=of,
    )


def behind(w: Words, code: str, number: Number) -> str:
    """What the records behind a number make: '12 tiltak, i alt 3,4 mill. kr'."""
    of = records(w, code, number.records)
    if code in ("tiltak", "prosjekter"):
        return of
    if number.value is None:
        return w("{records}; tallet mangler", records=of)
    told = unit(w, code, number)
    if MEASURES[code].adds:
        return w("{records}, i alt {number}", records=of, number=told)
    return w("{records}; halvparten innen {days}", records=records(w, code, _told(number)), days=told)


def impossible(w: Words, asked: Inquiry) -> str:
    """Why a question has no meaning, in one sentence."""
    measured = measure(w, asked.measure)
    if asked.against:
        return _impossible_pair(w, asked)
    wrong = [name for name in asked.dimensions if name not in MEASURES[asked.measure].by]
    if wrong:
        names = w.join([dimension(w, one) for one in wrong], either=True)
        return w(
            "{measure} kan ikke deles etter {names}: registreringene sier det ikke.", measure=measured, names=names
        )
    if asked.by == asked.then:
        return w("{measure} kan ikke deles to ganger etter {name}.", measure=measured, name=dimension(w, asked.by))
    return w(
        "{measure} kan ikke deles etter både {first} og {then}: det ene ligger i det andre.",
        measure=measured,
        first=dimension(w, asked.by),
        then=dimension(w, asked.then),
    )


def _impossible_pair(w: Words, asked: Inquiry) -> str:
    one, other = measure(w, asked.measure), inside(measure(w, asked.against))
    if asked.then:
        return w("{first} og {second} kan bare holdes mot hverandre etter én inndeling.", first=one, second=other)
    if asked.measure == asked.against:
        return w("{first} kan ikke holdes mot seg selv.", first=one)
    if asked.by in TIME:
        return w("{first} og {second} kan ikke holdes mot hverandre etter tid: velg linjer.", first=one, second=other)
    name = dimension(w, asked.by)
    return w("{first} og {second} kan ikke begge deles etter {name}.", first=one, second=other, name=name)


def without_point(w: Words, n: int) -> str:
    """How many values have no point, for a number of theirs is missing; "" of none."""
    one = "Én verdi mangler ett av tallene og har ikke noe punkt."
    return w.n(one, "{Count} verdier mangler ett av tallene og har ikke noe punkt.", n) if n else ""


def drawn(w: Words, shown: Sequence[int], of: Sequence[int]) -> str:
    """What of the answer the figure leaves out; "" where it shows all. (rows, series) shown, and there are."""
    if tuple(shown) == tuple(of):
        return ""
    return w(
        "Figuren viser {shown} av {all} verdier; alle står i tabellen.",
        shown=w.number(shown[0] * max(1, shown[1])),
        all=w.number(of[0] * max(1, of[1])),
    )
