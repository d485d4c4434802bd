"""What the address asks of the page of quality: one rule, and whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from akint_dash.components.view import View
from akint_dash.measures.quality import NOBODY, Fault, found, ordered
from akint_dash.measures.quality_rules import EVERY
from akint_dash.text import quality as text

OWN: Final = ("regel", "ansvarlig")
"""The page's own parameters of the address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``every`` are the faults of the areas chosen, ``found`` those of them that the rule and the owner leave."""

    rule: str
    owner: str
    bad: tuple[str, ...]
    every: Sequence[Fault]
    found: Sequence[Fault]

    @property
    def rules(self) -> list[tuple[str, list[Fault]]]:
        """The rules that find something, in the order of the page."""
        return ordered(self.found)


def read(view: View) -> Asked:
    """The address, with a usable value for everything; a rule that is not there is left out."""
    rule, owner = view.query.get("regel", ""), view.query.get("ansvarlig", "")
    bad = () if rule in EVERY or not rule else (rule,)
    rule = "" if bad else rule
    return Asked(rule, owner, bad, found(view.scope), found(view.scope, rule, owner))


def rule_counts(view: View, asked: Asked) -> dict[str, int]:
    """How many each rule finds, as if the rule alone did not narrow."""
    return {rule: len(some) for rule, some in ordered(found(view.scope, owner=asked.owner))}


def owner_counts(view: View, asked: Asked) -> dict[str, int]:
    """How many each owner has, as if the owner alone did not narrow; by name, those of nobody last."""
    some = Counter(one.owner or NOBODY for one in found(view.scope, asked.rule))
    return {name: some[name] for name in sorted(some, key=lambda name: (name == NOBODY, name.casefold()))}


def owner_said(view: View, asked: Asked, name: str) -> str:
    """An owner in the page's language; as it was typed where no fault is theirs."""
    if name == NOBODY:
        return text.owner(view.words, "")
    theirs = (view.portfolio.get(one.entity, one.code) for one in asked.every if one.owner == name)
    values = next((values for values in theirs if "owner" in values), {"owner": name} if _known(asked, name) else {})
    return view.words.name(values, "owner") or view.words("«{text}»", text=name)


def _known(asked: Asked, name: str) -> bool:
    return any(one.owner == name for one in asked.every)


def said(view: View) -> Iterator[tuple[str, str]]:
    """The rule and the owner, where they are asked for."""
    w, asked = view.words, read(view)
    if asked.rule:
        yield w("Feil eller mangel"), text.name(w, asked.rule, view.day)
    if asked.owner:
        yield w("Ansvarlig seksjon"), owner_said(view, asked, asked.owner)
