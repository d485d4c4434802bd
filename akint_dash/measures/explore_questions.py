"""What can be asked of the portfolio in Explore: measures, dimensions, and which of them have a meaning together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from akint_dash.domain.table import Cell

TIME: Final = ("ar", "kvartal", "maned")
"""The dimensions of time: a number belongs to one day, so that only one of them is asked for."""
PLACE: Final = ("ring", "land")
"""A country lies in one part of the world: together they would pair countries with parts they do not lie in."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a number can be parted by: the code in the address, what its values are, and which records can carry it.

    ``said_as`` is its bokmål name (a message id). ``cell`` and ``named_in`` say how a value is written: a record's
    name, a word of a vocabulary, a year or a code.
    ``several``: a record can have more than one value, and nothing says how it is divided between them.
    """

    code: str
    said_as: str
    cell: Cell
    named_in: str
    carried_by: frozenset[str]
    several: bool = False


EVERY: Final = frozenset({"project", "dossier", "activity", "cooperation"})
DIMENSIONS: Final[Mapping[str, Dimension]] = {
    one.code: one
    for one in (
        Dimension("omrade", "Rådsområde", Cell.NAME, "area", EVERY),
        Dimension("virkemiddel", "Virkemiddel", Cell.NAME, "instrument", EVERY),
        Dimension("program", "Program", Cell.NAME, "programme", frozenset({"project"})),
        Dimension("tema", "Tema", Cell.NAME, "theme", EVERY, several=True),
        Dimension("maal", "Mål", Cell.NAME, "goal", EVERY - {"cooperation"}, several=True),
        Dimension("status", "Status", Cell.CHOICE, "status", frozenset({"project"})),
        Dimension("ring", "Geografi", Cell.CHOICE, "ring", EVERY - {"dossier"}, several=True),
        Dimension("land", "Land", Cell.TEXT, "country", EVERY - {"dossier"}, several=True),
        Dimension("kommune", "Kommune", Cell.NAME, "municipality", frozenset({"project", "activity"}), several=True),
        Dimension("ar", "År", Cell.YEAR, "", EVERY),
        Dimension("kvartal", "Kvartal", Cell.TEXT, "", EVERY),
        Dimension("maned", "Måned", Cell.TEXT, "", EVERY),
    )
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: the code in the address, its bokmål name (``said_as``, a message id), how a value is
    written, of which records, and by what.

    ``adds``: the values are summed; else half of them are at most the number (the median). ``by`` are the dimensions
    that are offered.
    """

    code: str
    said_as: str
    cell: Cell
    of: frozenset[str]
    by: tuple[str, ...]
    adds: bool = True


_PROJECTS: Final = ("omrade", "program", "tema", "maal", "status", "ring", "land", "kommune", *TIME)
MEASURES: Final[Mapping[str, Measure]] = {
    one.code: one
    for one in (
        Measure(
            "tiltak",
            "Antall tiltak",
            Cell.COUNT,
            EVERY,
            ("omrade", "virkemiddel", "tema", "maal", "ring", "land", *TIME),
        ),
        Measure("prosjekter", "Antall prosjekter", Cell.COUNT, frozenset({"project"}), _PROJECTS),
        Measure("stotte", "Innvilget støtte", Cell.ORE, frozenset({"project"}), _PROJECTS),
        Measure("egne-kroner", "Egne penger i innvilgede prosjekter", Cell.ORE, frozenset({"project"}), _PROJECTS),
        Measure("budsjett", "Vår del av prosjektbudsjettene", Cell.ORE, frozenset({"project"}), _PROJECTS),
        Measure(
            "timer",
            "Egne timer",
            Cell.DECIMAL,
            frozenset({"project", "activity"}),
            ("omrade", "virkemiddel", "tema", "maal", "ring", "land", "kommune", *TIME),
        ),
        Measure(
            "deltakere",
            "Deltakelser i kompetanseheving",
            Cell.COUNT,
            frozenset({"activity"}),
            ("omrade", "tema", "ring", "land", *TIME),
        ),
        Measure(
            "svartid",
            "Dager til svar på henvendelser",
            Cell.DECIMAL,
            frozenset({"activity"}),
            ("omrade", *TIME),
            adds=False,
        ),
        Measure(
            "soknadstid",
            "Dager fra søknad til avgjørelse",
            Cell.DECIMAL,
            frozenset({"project"}),
            ("omrade", "program", "tema", "status", "ring", "land", *TIME),
            adds=False,
        ),
    )
}
"""Every measure with the dimensions it can be parted by."""


COUNTED: Final = ("tiltak", "prosjekter")
"""The measures that are how many records there are."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A measure by one dimension (``by``), or by two (``then``, else ""). ``against``: another measure by the same.

    ``begun``: of what is counted only that which began in the period, so that two periods lie on each other in time.
    """

    measure: str
    by: str
    then: str = ""
    against: str = ""
    begun: bool = False

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions asked for, one or two."""
        return (self.by, self.then) if self.then else (self.by,)

    @property
    def several(self) -> tuple[str, ...]:
        """Those in which a record can stand under more than one value."""
        return tuple(name for name in self.dimensions if DIMENSIONS[name].several)

    @property
    def other(self) -> Inquiry:
        """The measure that is held against it, by the same."""
        return Inquiry(self.against, self.by)


FIRST: Final = Inquiry("tiltak", "omrade")
"""What is asked where the address says nothing."""


def seconds(measure: str, by: str) -> tuple[str, ...]:
    """The dimensions that have a meaning beside ``by``."""
    return tuple(other for other in MEASURES[measure].by if other != by and not _clash(by, other))


def opposite(measure: str, by: str) -> tuple[str, ...]:
    """The measures that have a meaning against ``measure``, a point for each value of ``by``: those that can be parted
    by it too. A moment is no point: over time there are lines."""
    if by in TIME or by not in MEASURES[measure].by:
        return ()
    return tuple(one.code for one in MEASURES.values() if one.code != measure and by in one.by)


def _clash(one: str, other: str) -> bool:
    return any(one in group and other in group for group in (TIME, PLACE))


def possible(asked: Inquiry) -> bool:
    """Whether a question has a meaning."""
    measure = MEASURES.get(asked.measure)
    if measure is None or asked.by not in measure.by:
        return False
    if asked.against:
        return not asked.then and asked.against in opposite(asked.measure, asked.by)
    return not asked.then or asked.then in seconds(asked.measure, asked.by)


def every() -> Iterator[Inquiry]:
    """All questions of one measure that there are."""
    for measure in MEASURES.values():
        for by in measure.by:
            yield Inquiry(measure.code, by)
            yield from (Inquiry(measure.code, by, then) for then in seconds(measure.code, by))


def nearest(asked: Inquiry, most: int = 5) -> list[Inquiry]:
    """The possible questions most like one that has no meaning: the same measure by what it can be parted by, then the
    measures that can be parted by what was asked for."""
    wanted = [name for name in asked.dimensions if name in DIMENSIONS]

    def alike(one: Inquiry) -> tuple[bool, int, int]:
        kept = sum(name in one.dimensions for name in wanted)
        return one.measure != asked.measure, -kept, len(one.dimensions) - kept

    found = sorted((one for one in every() if set(wanted) & set(one.dimensions) or not wanted), key=alike)
    own = [one for one in found if one.measure == asked.measure][: most - 2]
    others = [one for one in found if one.measure != asked.measure and set(wanted) <= set(one.dimensions)]
    others = [one for at, one in enumerate(others) if one.measure not in {o.measure for o in others[:at]}]
    return (own + others + [FIRST])[:most] if own or others else [FIRST]
