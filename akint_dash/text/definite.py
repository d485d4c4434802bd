"""Names of groups in the definite form, to begin a sentence of all of them: 'Næringslivet står for 58 %'."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from akint_dash.text.words import Words

_DEFINITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Folkevalgte": "De folkevalgte",
        "Forskningsinstitutt": "Forskningsinstituttene",
        "Helseforetak": "Helseforetakene",
        "Kommuner": "Kommunene",
        "Næringsliv": "Næringslivet",
        "Sivilsamfunn": "Sivilsamfunnet",
        "Universitet og høgskole": "Universitetene og høgskolene",
    }
)


_DEFINITE_EN: Final[Mapping[str, str]] = MappingProxyType(
    {"Administration": "The administration", "County Executive Board": "The County Executive Board"}
)


_SEVERAL: Final[Mapping[str, str]] = MappingProxyType({"Seminar": "Seminarer"})


_SEVERAL_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Course": "Courses",
        "Exchange of experience": "Exchanges of experience",
        "Seminar": "Seminars",
        "Study visit": "Study visits",
    }
)


def several(w: Words, name: str) -> str:
    """The name of a kind of which all are told: 'Seminarer står for 33 %'."""
    return (_SEVERAL if w.language == "nb" else _SEVERAL_EN).get(name, name)


def definite(w: Words, name: str) -> str:
    """The name as the language says it of the whole group; other names as they are."""
    return (_DEFINITE if w.language == "nb" else _DEFINITE_EN).get(name, name)
