"""Ukraine: every region by how far the contact has come, its needs against our competence, and our own money (S22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.partners import REGION, contacts, partners
from akint_dash.measures.places import tied_projects
from akint_dash.measures.scope import Scope

STAGES: Final = ("agreement", "dialogue", "exploring", "contact", "dormant", "need", "none")
"""The farthest first. contact: activities but no cooperation; need: only a stated need; none: nothing recorded."""

_STAGE_OF: Final = {
    "active": "agreement",
    "agreement": "agreement",
    "dialogue": "dialogue",
    "exploring": "exploring",
    "dormant": "dormant",
    "ended": "dormant",
}
IN_TOUCH: Final = frozenset({"agreement", "dialogue", "exploring", "contact"})


@dataclass(frozen=True, slots=True)
class UkrainianRegion:
    """One region: its stage, the day of the last contact, its needs (codes), and how many of them we can meet."""

    region: str
    stage: str
    last: str | None
    needs: tuple[str, ...]
    met: int


def ukraine(scope: Scope) -> list[UkrainianRegion]:
    """All regions of Ukraine, the farthest come first, then by code. The selection narrows the cooperations only."""
    status = {p.region: p.status for p in partners(scope)}
    contact, needs = contacts(scope), needs_by_region(scope)
    offered = offers_by_theme(scope)
    found = []
    for code, values in scope.portfolio.records("region").items():
        if values.get("ring") != "ukraine":
            continue
        mine = needs.get(code, ())
        stage = "contact" if code in contact else "need" if mine else "none"
        stage = _STAGE_OF.get(status.get(code, ""), stage)
        last = contact[code][-1][0] if code in contact else None
        met = sum(str(scope.portfolio.get("need", need)["theme"]) in offered for need in mine)
        found.append(UkrainianRegion(code, stage, last, mine, met))
    return sorted(found, key=lambda u: (STAGES.index(u.stage), u.region))


def needs_by_region(scope: Scope) -> dict[str, tuple[str, ...]]:
    """region -> codes of the needs it has stated by the data's day: a fact of the region, whatever is chosen."""
    found: dict[str, list[str]] = {}
    for code, values in scope.portfolio.records("need").items():
        if str(values.get("date", "")) <= scope.last_day("need"):
            found.setdefault(str(values["region"]), []).append(code)
    return {region: tuple(sorted(some)) for region, some in found.items()}


def offers_by_theme(scope: Scope) -> dict[str, tuple[str, ...]]:
    """theme -> areas that offer competence in it."""
    found: dict[str, set[str]] = {}
    for values in scope.narrowed(sok="", ring=(), partner=()).records("offer").values():
        found.setdefault(str(values["theme"]), set()).add(str(values["area"]))
    return {theme: tuple(sorted(areas)) for theme, areas in found.items()}


@dataclass(frozen=True, slots=True)
class Match:
    """A theme: regions of Ukraine that need it, areas that offer competence, areas whose task it is this year."""

    theme: str
    regions: tuple[str, ...]
    offers: tuple[str, ...]
    owners: tuple[str, ...]

    @property
    def gap(self) -> bool:
        """Needed, and no area has been asked (none has said what it can offer)."""
        return bool(self.regions) and not self.offers


def matches(scope: Scope) -> list[Match]:
    """Every theme that is needed or offered: the most needed first, then by code."""
    needed: dict[str, set[str]] = {}
    for region, codes in needs_by_region(scope).items():
        if scope.portfolio.get("region", region).get("ring") == "ukraine":
            for code in codes:
                needed.setdefault(str(scope.portfolio.get("need", code)["theme"]), set()).add(region)
    offered = offers_by_theme(scope)
    found = [
        Match(theme, tuple(sorted(needed.get(theme, ()))), offered.get(theme, ()), theme_owners(scope, theme))
        for theme in {*needed, *offered}
    ]
    return sorted(found, key=lambda m: (-len(m.regions), m.theme))


def theme_owners(scope: Scope, theme: str) -> tuple[str, ...]:
    """The areas whose task a theme is in the year looked at."""
    year = scope.today.year
    return tuple(
        sorted(
            str(values["area"])
            for values in scope.portfolio.records("area_theme").values()
            if values["theme"] == theme
            and int(str(values.get("valid_from", 0))) <= year <= int(str(values.get("valid_to", 9999)))
        )
    )


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """The county's own cash for reconstruction in Ukraine. ``amount`` in minor units of ``currency``, None: missing."""

    funding: str
    project: str
    regions: tuple[str, ...]
    amount: int | None
    currency: str


def own_money(scope: Scope) -> list[OwnMoney]:
    """Funding that is ours, in cash, for reconstruction, on a project tied to a Ukrainian region: what the strategy
    excludes. Hours, travel and others' money (EU grants) are not.
    """
    tied, regions = tied_projects(scope.portfolio), scope.portfolio.records("region")
    inside = scope.narrowed(sok="", ring=(), partner=()).records("project")
    found = []
    for code, values in scope.portfolio.records("funding").items():
        if (values["payer"], values["form"], values.get("purpose")) != ("own", "cash", "reconstruction"):
            continue
        project = str(values["project"])
        there = sorted(r for r in tied.get(project, ()) if regions.get(r, {}).get("ring") == "ukraine")
        if there and project in inside:
            amount = values.get("amount")
            minor = None if amount is None else int(str(amount))
            found.append(OwnMoney(code, project, tuple(there), minor, str(values.get("currency", "NOK"))))
    return sorted(found, key=lambda m: m.funding)


def ukraine_table(found: list[UkrainianRegion]) -> Table:
    """Columns: region, stage, last (ISO day), needs, met (how many)."""
    headings = (
        REGION,
        Heading("stage", Cell.TEXT, "Kontakt"),
        Heading("last", Cell.DATE, "Siste kontakt"),
        Heading("needs", Cell.COUNT, "Behov"),
        Heading("met", Cell.COUNT, "Kan dekkes"),
    )
    return table(headings, [(("region", u.region), u.stage, u.last, len(u.needs), u.met) for u in found])
