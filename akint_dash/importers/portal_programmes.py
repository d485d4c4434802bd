"""The portal's programmes, by the words and numbers that our code lists know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from akint_dash.importers.code_lists import code_rows, programme_aliases
from akint_dash.importers.texts import folded


@dataclass(frozen=True, slots=True)
class Programmes:
    """What our code lists know of the portal's programmes."""

    names: Mapping[str, str]
    """Words by portal id and by beginning of identifier."""
    by_id: Mapping[str, str]
    """Our code by portal id."""
    by_words: Mapping[str, str]
    """Our code by folded words."""

    @classmethod
    def known(cls) -> Programmes:
        """As ``portal_programme.csv``, ``programme.csv`` and ``programme_alias.csv`` state."""
        names = {row["key"]: row["name"] for row in code_rows("portal_programme.csv")}
        rows = [row for row in code_rows("programme.csv") if row.get("portal_id")]
        by_id: dict[str, str] = {}
        for row in rows:
            if not row.get("parent") or row["portal_id"] not in by_id:
                by_id[row["portal_id"]] = row["code"]
        return cls(names, by_id, programme_aliases())

    def of(self, identifier: str, ids: Sequence[str]) -> tuple[str, str | None]:
        """(words, our code or None): by the identifier's beginning, else by the portal's ids."""
        parts = identifier.split("-")
        heads = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
        words = [self.names[key] for key in (*heads, *ids) if key in self.names]
        codes = [self.by_words[folded(said)] for said in words if folded(said) in self.by_words]
        codes += [self.by_id[one] for one in ids if one in self.by_id]
        return next(iter([*words, *ids]), heads[-1]), next(iter(codes), None)
