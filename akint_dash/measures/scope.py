"""What of a portfolio lies inside a selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import RINGS as RING_WORDS
from akint_dash.domain.selection import Selection
from akint_dash.measures.memo import once
from akint_dash.measures.months import began_in, in_months
from akint_dash.measures.parts import has_part
from akint_dash.measures.places import in_places, municipalities_of, tied_regions, today_of
from akint_dash.store.involvement import INSTRUMENTS, NO_DAY, RINGS, RULES, Involvement, days
from akint_dash.store.portfolio import Portfolio

Mask = npt.NDArray[np.bool_]
SEARCHED: Final = (
    "title", "title_en", "name", "name_nb", "name_long", "identifier", "words", "summary", "acronym", "addressee",
)  # fmt: skip
"""The columns a text is looked for in."""


ENDED: Final = frozenset({"rejected", "withdrawn", "completed"})
NEVER: Final = 9999


class Scope:
    """A portfolio seen through a selection on one day. Cheap to make; what is asked for is computed once.

    ``now`` is the UTC moment looked at, as records write it (``2026-11-28T15:59:30Z``); "" is the day as a whole, as a
    day looked back to is.
    """

    def __init__(self, portfolio: Portfolio, selection: Selection, today: date, now: str = "") -> None:
        self.portfolio = portfolio
        self.selection = selection
        self.today = selection.per or today
        self.now = "" if selection.per else now

    @property
    def facts(self) -> Involvement:
        """The whole fact table."""
        return self.portfolio.involvement

    @cached_property
    def period(self) -> tuple[int, int]:
        """First and last year looked at: the selection's, else the strategy's 2024-2027."""
        return self.selection.periode or (2024, 2027)

    def last_day(self, entity: str) -> str:
        """The last day (ISO) on which a record of ``entity`` counts as having happened: its data's own, never later
        than the day looked at. What is dated after it was planned when it was told of; nobody has said that it came.
        """
        known = self.portfolio.data_day(entity)
        return (self.today if known is None else min(known, self.today)).isoformat()

    @cached_property
    def mask(self) -> Mask:
        """Rows of the fact table inside the selection, the period included: a project in every year it overlaps."""
        mask = self.mask_any_year
        if self.selection.periode:
            first, last = self.selection.periode
            begun, ended = self._years
            mask = mask & (begun <= last) & (ended >= first)
        return mask

    @property
    def _years(self) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
        """First and last year of each row: a project's whole life, of all others the year of their day."""
        begun, ended = self.facts.year.copy(), self.facts.year.copy()
        mine = once(self.portfolio, "places of projects", self._projects)
        if not mine:
            return begun, ended
        years = np.zeros((len(self.facts.records), 2), dtype=np.int16)
        for i in mine:
            code = self.facts.records[i][1]
            years[i] = overlap(self.portfolio.get("project", code), self.steps.get(code, []))
        own = np.isin(self.facts.record, np.array(mine))
        begun[own], ended[own] = years[self.facts.record[own]].T
        return begun, ended

    def _projects(self) -> list[int]:
        return [i for i, (entity, _) in enumerate(self.facts.records) if entity == "project"]

    @cached_property
    def mask_any_year(self) -> Mask:
        """Rows inside the selection, whatever their year, that have begun by their data's day (:meth:`last_day`)."""
        return self.let_through & self._happened

    @property
    def let_through(self) -> Mask:
        """As :attr:`mask_any_year`, begun or not: what every chosen filter lets through."""
        facts, chosen = self.facts, self.selection
        mask: Mask = facts.day != NO_DAY
        mask &= _in(facts.area, facts.areas, chosen.omrade)
        mask &= _in(facts.instrument, INSTRUMENTS, chosen.virkemiddel)
        mask &= _in(facts.programme, facts.programmes, self.programmes)
        mask &= _in(self._status if chosen.status else facts.status, facts.statuses, chosen.status)
        mask &= _any_bit(facts.theme_bits, facts.themes, chosen.tema)
        mask &= _any_bit(facts.ring_bits, RINGS, tuple(RING_WORDS.get(r, "") for r in chosen.ring))
        mask &= in_places(self.portfolio, "partner", chosen.partner)
        mask &= in_places(self.portfolio, "kommune", self.municipalities)
        mask &= in_months(self.portfolio, chosen.maned)
        if chosen.sok:
            hits = [self._has_text(*key) for key in facts.records]
            mask &= np.array(hits, dtype=bool)[facts.record] if hits else False
        return mask

    @property
    def _happened(self) -> Mask:
        last = {entity: days(self.last_day(entity)) for entity in RULES}

        def make() -> Mask:
            by_record = np.array([last[entity] for entity, _ in self.facts.records], dtype=np.int32)
            happened: Mask = self.facts.day <= by_record[self.facts.record] if len(by_record) else self.facts.day < 0
            return happened

        return once(self.portfolio, ("happened", *last.values()), make)

    @cached_property
    def steps(self) -> Mapping[str, list[tuple[str, str]]]:
        """project -> (day, status) of the steps reached by the data's day, in order."""
        last, order = self.last_day("project_step"), self.facts.statuses
        steps: dict[str, list[tuple[str, str]]] = {}
        for values in self.portfolio.records("project_step").values():
            if str(values["date"]) <= last:
                steps.setdefault(str(values["project"]), []).append((str(values["date"]), str(values["status"])))
        for some in steps.values():
            some.sort(key=lambda step: (step[0], order.index(step[1])))
        return steps

    @property
    def _status(self) -> npt.NDArray[np.int8]:
        """As the fact table's status, of the steps reached by the data's day only."""
        order = self.facts.statuses
        reached = {("project", code): order.index(some[-1][1]) for code, some in self.steps.items()}
        return np.array([reached.get(key, -1) for key in self.facts.records], dtype=np.int8)[self.facts.record]

    @cached_property
    def responsible(self) -> Mask:
        """As :attr:`mask`, one row a record: a record counts where its responsible area is inside."""
        return self.mask & self.facts.responsible

    @cached_property
    def responsible_any_year(self) -> Mask:
        """As :attr:`mask_any_year`, one row a record."""
        return self.mask_any_year & self.facts.responsible

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """The chosen programmes with all that are part of them."""
        chosen = set(self.selection.program)
        if not chosen:
            return ()
        grown = True
        while grown:
            more = {
                code for code, values in self.portfolio.records("programme").items() if values.get("parent") in chosen
            } - chosen
            chosen |= more
            grown = bool(more)
        return tuple(sorted(chosen))

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """The chosen municipalities as they are today."""
        return tuple(sorted({today_of(self.portfolio, code) or code for code in self.selection.kommune}))

    # -- records outside the fact table

    def codes(self, entity: str, *, any_year: bool = True) -> frozenset[str]:
        """Codes of involvement records (project, dossier, activity, cooperation) that count in the selection."""
        mask = self.responsible_any_year if any_year else self.responsible
        index = np.unique(self.facts.record[mask])
        return frozenset(self.facts.records[i][1] for i in index if self.facts.records[i][0] == entity)

    def records(self, entity: str) -> Mapping[str, Values]:
        """Records of any entity that count in the selection: by area, programme, theme, place, month, status and text.

        With areas chosen a record counts where its responsible area is among them. A dimension an entity does not have
        does not narrow it. The period is each measure's own.
        """
        return self._some(entity, self._counts)

    def paying(self, entity: str) -> Mapping[str, Values]:
        """As :meth:`records`, those whose money and hours lie in the selection at least partly (see ``parts``)."""
        return self._some(entity, self._pays)

    def taking_part(self, entity: str) -> Mapping[str, Values]:
        """As :meth:`records`, those that a chosen area takes part in without being responsible: counted elsewhere."""
        return self._some(entity, self._takes_part)

    def _some(self, entity: str, inside: Callable[[Values], bool]) -> Mapping[str, Values]:
        by_area, every = (
            bool(self.selection.omrade) and "area" in ENTITIES[entity].by_name,
            self.portfolio.records(entity),
        )
        if not by_area and not self._thins_apart_from_area:
            return every
        return {
            code: values
            for code, values in every.items()
            if (not by_area or inside(values)) and self._holds_apart_from_area(entity, code, values)
        }

    @cached_property
    def _thins_apart_from_area(self) -> bool:
        """Whether something else than area, period, day and weight is chosen."""
        return not replace(self.selection, omrade=(), periode=None, per=None, vekt="antall").is_empty

    def _counts(self, values: Values) -> bool:
        return values.get("area") in self.selection.omrade

    def _pays(self, values: Values) -> bool:
        return has_part(values, self.selection.omrade)

    def _takes_part(self, values: Values) -> bool:
        ties: Any = values.get("areas", [])
        return not self._counts(values) and any(code in self.selection.omrade for code, _ in ties)

    def holds(self, entity: str, code: str, values: Values) -> bool:
        """Whether one record counts in the selection, its period left aside."""
        if self.selection.omrade and "area" in ENTITIES[entity].by_name and not self._counts(values):
            return False
        return self._holds_apart_from_area(entity, code, values)

    def _holds_apart_from_area(self, entity: str, code: str, values: Values) -> bool:
        chosen, columns = self.selection, ENTITIES[entity].by_name
        if chosen.program and "programme" in columns and values.get("programme") not in self.programmes:
            return False
        if self._other_instrument(entity, values, columns):
            return False
        if chosen.tema and not self._has_theme(values, columns):
            return False
        if chosen.status and entity == "project" and self.steps.get(code, [("", "")])[-1][1] not in chosen.status:
            return False
        if not self._lies_inside(entity, code, values, columns):
            return False
        if chosen.maned and entity in RULES and not began_in(self.portfolio, entity, code, chosen.maned):
            return False
        return not chosen.sok or self._has_text(entity, code)

    def _lies_inside(self, entity: str, code: str, values: Values, columns: Mapping[str, object]) -> bool:
        """Whether a record that can have a place is in one of those chosen."""
        chosen = self.selection
        if chosen.places and ({"region", "regions"} & columns.keys()):
            regions = set(tied_regions(self.portfolio, entity, code, values))
            rings = {self.portfolio.get("region", r).get("ring") for r in regions}
            if chosen.ring and not rings & {RING_WORDS.get(r, "") for r in chosen.ring}:
                return False
            if chosen.partner and not regions & set(chosen.partner):
                return False
        if chosen.kommune and ({"municipality", "municipalities"} & columns.keys()):
            return not municipalities_of(self.portfolio, entity, code, values).isdisjoint(self.municipalities)
        return True

    def _other_instrument(self, entity: str, values: Values, columns: Mapping[str, object]) -> bool:
        chosen = self.selection.virkemiddel
        if not chosen:
            return False
        if entity in RULES:
            return RULES[entity].instrument(values) not in chosen
        return "instrument" in columns and values.get("instrument") not in chosen

    def _has_theme(self, values: Values, columns: Mapping[str, object]) -> bool:
        if "theme" in columns:
            return values.get("theme") in self.selection.tema
        if "themes" in columns:
            ties: Any = values.get("themes", [])
            return any(code in self.selection.tema for code, _ in ties)
        return True

    def _has_text(self, entity: str, code: str) -> bool:
        values = self.portfolio.get(entity, code)
        text = " ".join([code, *(str(values[name]) for name in SEARCHED if name in values)])
        if self.selection.sok.casefold() in text.casefold():
            return True
        return (
            "actor" in ENTITIES[entity].by_name and "actor" in values and self._has_text("actor", str(values["actor"]))
        )

    @property
    def narrows_activities(self) -> bool:
        """Whether activities are chosen by more than council area and period: what is left out is then not lacking."""
        chosen = self.selection
        return bool(chosen.virkemiddel or chosen.tema or chosen.places or chosen.kommune or chosen.maned or chosen.sok)

    def widened(self) -> Scope:
        """The same portfolio with nothing narrowed: what lies outside the selection."""
        empty = Selection(per=self.selection.per, vekt=self.selection.vekt)
        return Scope(self.portfolio, empty, self.today, self.now)

    def county(self) -> Scope:
        """The whole county of the same period, day and weight, whatever else is chosen."""
        kept = self.selection
        return Scope(
            self.portfolio, Selection(periode=kept.periode, per=kept.per, vekt=kept.vekt), self.today, self.now
        )

    def of_areas(self) -> Scope:
        """As :meth:`county`, of the chosen areas: for figures that no other filter can touch."""
        return self.county().narrowed(omrade=self.selection.omrade)

    def narrowed(self, **chosen: Any) -> Scope:
        """The same portfolio with some of the selection replaced."""
        return Scope(self.portfolio, replace(self.selection, **chosen), self.today, self.now)


def overlap(project: Values, steps: list[tuple[str, str]]) -> tuple[int, int]:
    """First and last year of a project: from its first step or start, whichever is earlier, to its end.

    One without an end lives until it is stopped or completed, and without that is still alive.
    """
    days = [day for day, _ in steps] + ([str(project["start"])] if "start" in project else [])
    first = int(min(days)[:4]) if days else 0
    if steps and steps[-1][1] in ENDED:
        return first, int(steps[-1][0][:4])
    return first, max(first, int(str(project["end"])[:4])) if "end" in project else NEVER


def _in(column: npt.NDArray[Any], codes: tuple[str, ...], chosen: tuple[str, ...]) -> Mask | bool:
    if not chosen:
        return True
    wanted = np.zeros(len(codes) + 1, dtype=bool)
    for code in chosen:
        if code in codes:
            wanted[codes.index(code)] = True
    inside: Mask = wanted[column]
    return inside


def _any_bit(column: npt.NDArray[Any], codes: tuple[str, ...], chosen: tuple[str, ...]) -> Mask | bool:
    if not chosen:
        return True
    bits = sum(1 << codes.index(code) for code in chosen if code in codes)
    inside: Mask = (column & bits) != 0
    return inside
