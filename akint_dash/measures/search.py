"""Search across everything: records whose names hold the words, and what is tied to the places and bodies found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.references import references
from akint_dash.measures.scope import SEARCHED
from akint_dash.store.portfolio import Portfolio

ORDER: Final = (
    "region", "area", "cooperation", "project", "dossier", "activity", "organisation", "call", "actor", "goal",
    "programme",
)  # fmt: skip
"""What is searched, in the order shown."""

LEADING: Final = frozenset({"region", "organisation", "cooperation", "actor", "area", "programme"})
"""A hit in one of these brings what is tied to it."""

CODES: Final = ("identifier", "celex", "com", "procedure", "organisation_number", "nuts", "case_number")


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found; ``through`` names the record it is tied to where its own words do not match."""

    entity: str
    code: str
    through: tuple[str, str] | None = None


def search(portfolio: Portfolio, text: str) -> dict[str, list[Hit]]:
    """entity -> hits for every word of ``text`` (case left aside), own words first. Empty text finds nothing."""
    words = text.casefold().split()
    if not words:
        return {}
    found: dict[tuple[str, str], Hit] = {}
    for entity in ORDER:
        for code, values in portfolio.records(entity).items():
            if _holds(code, values, words):
                found[entity, code] = Hit(entity, code)
    leads = {key for key in found if key[0] in LEADING}
    for step in range(2):  # a region brings its cooperation, and that brings its activities
        more = _tied(portfolio, leads, found)
        found |= more
        leads = {key for key in more if key[0] == "cooperation"} if step == 0 else set()
    grouped: dict[str, list[Hit]] = {}
    for entity in ORDER:
        hits = [hit for hit in found.values() if hit.entity == entity]
        if hits:
            grouped[entity] = sorted(hits, key=lambda h: (h.through is not None, h.code))
    return grouped


def _tied(
    portfolio: Portfolio, leads: set[tuple[str, str]], found: dict[tuple[str, str], Hit]
) -> dict[tuple[str, str], Hit]:
    more: dict[tuple[str, str], Hit] = {}
    if not leads:
        return more
    for entity in ORDER:
        for code, values in portfolio.records(entity).items():
            if (entity, code) in found:
                continue
            for column, target, wanted in references(entity, values):
                if (target, wanted) in leads and column not in ("area", "areas", "parent", "replaced_by"):
                    more[entity, code] = Hit(entity, code, (target, wanted))
                    break
    return more


def _holds(code: str, values: Values, words: list[str]) -> bool:
    texts = [code, *(str(values[name]) for name in (*SEARCHED, *CODES) if name in values)]
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words)
