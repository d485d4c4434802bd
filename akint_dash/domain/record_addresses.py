"""What a kind of record is called in addresses: one bokmål word each; and codes as any address can hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

ADDRESS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "area": "radsomrade",
        "theme": "tema",
        "instrument": "virkemiddel",
        "plan": "plan",
        "goal": "maal",
        "programme": "program",
        "region": "region",
        "municipality": "kommune",
        "rate": "valutakurs",
        "area_theme": "omradets-tema",
        "project": "prosjekt",
        "project_step": "prosjektsteg",
        "funding": "finansiering",
        "result": "resultat",
        "call": "utlysning",
        "call_deadline": "utlysningsfrist",
        "dossier": "eu-sak",
        "dossier_deadline": "eu-frist",
        "organisation": "organisasjon",
        "post": "verv",
        "membership": "medlemskap",
        "membership_fee": "kontingent",
        "activity": "aktivitet",
        "attendance": "deltakelse-i-kompetanseheving",
        "cooperation": "bilateralt-samarbeid",
        "need": "behov",
        "offer": "kompetanse",
        "budget": "ramme",
        "fund": "utviklingsmidler",
        "actor": "ekstern-aktor",
        "participation": "deltakelse",
        "target": "maaltall",
        "remark": "forklaring",
        "area_statement": "ikke-aktuelt",
    }
)
"""entity -> its word in an address."""

ENTITY: Final[Mapping[str, str]] = MappingProxyType({word: entity for entity, word in ADDRESS.items()})
"""The word in an address -> entity."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]")
_WRITTEN: Final = re.compile(r"(?:[A-Za-z0-9_-]|~[0-9A-F]{2})+")


def in_address(code: str) -> str:
    """A record's code as it stands in an address: signs with a meaning there, and all but plain letters, as ``~2E``."""
    return _UNSAFE.sub(lambda sign: "".join(f"~{byte:02X}" for byte in sign.group().encode()), code)


def from_address(part: str) -> str | None:
    """The code that :func:`in_address` wrote; None where it cannot have written that."""
    if not _WRITTEN.fullmatch(part):
        return None
    code = unquote(part.replace("~", "%"), errors="replace")
    return code if in_address(code) == part else None
