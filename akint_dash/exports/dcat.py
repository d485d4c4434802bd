"""A data set's description after DCAT-AP-NO, as JSON-LD: what is known of it, and nothing else.

Publisher, title, description and theme are always known. The contact point and the licence are the settings'; where
they are not set they are left out, for an invented one is worse than none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.addresses import is_web_address
from akint_dash.domain.county import NAME
from akint_dash.domain.exhibit import Publication
from akint_dash.exports.datapackage import PROFILE
from akint_dash.text import disclosure as text
from akint_dash.text.words import Words

CONTEXT: Final[Mapping[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY: Final = "http://publications.europa.eu/resource/authority"
MEDIA: Final = "https://www.iana.org/assignments/media-types"
THEMES: Final = ("GOVE", "INTR")
"""Government and public sector; international issues: of the EU's list of data themes."""
"""The place, a keyword: the vocabularies of places that DCAT-AP-NO takes name no county."""
LANGUAGES: Final = {"nb": "NOB", "en": "ENG"}


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack: its path, type (of IANA) and form (of the EU's list of file types)."""

    path: str
    media: str
    form: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the publication does not say: the pack's own address, and of the settings licence and contact, "" where not
    set. ``modified`` is when the data were last updated (ISO UTC), ``period`` the years chosen."""

    address: str
    licence: str
    contact: str
    modified: str
    period: tuple[int, int] | None


def write(both: Mapping[str, Publication], language: str, known: Known, parts: Sequence[PackFile]) -> bytes:
    """The description, ``both`` the publication in each language; the same of the same."""
    own = both[language]
    dataset: dict[str, Any] = {
        "@id": f"{known.address}#datasett",
        "@type": "dcat:Dataset",
        "dct:identifier": own.name,
        "dct:title": [_said(_title(one), name) for name, one in both.items()],
        "dct:description": [_said(_description(one), name) for name, one in both.items()],
        "dct:publisher": _agent(own, known),
        "dcat:theme": [_at(f"{AUTHORITY}/data-theme/{theme}") for theme in THEMES],
        "dcat:keyword": [_said(word, name) for name in both for word in _keywords(both[name])],
        "dct:accessRights": _at(f"{AUTHORITY}/access-right/PUBLIC"),
        "dct:language": _at(f"{AUTHORITY}/language/{LANGUAGES[language]}"),
        "dct:spatial": _at(f"{AUTHORITY}/country/NOR"),
        "dcat:distribution": [_distribution(own, known, part) for part in parts],
    }
    if known.contact:
        mail = {"vcard:fn": own.county, "vcard:hasEmail": _at(f"mailto:{known.contact}")}
        dataset["dcat:contactPoint"] = {"@type": "vcard:Organization", **mail}
    if known.modified:
        dataset["dct:modified"] = {"@value": known.modified, "@type": "xsd:dateTime"}
    if known.period:
        first, last = known.period
        dataset["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(date(first, 1, 1)),
            "dcat:endDate": _day(date(last, 12, 31)),
        }
    if own.sources:
        sources = [_said(", ".join(one.sources), name) for name, one in both.items()]
        dataset["dct:provenance"] = {"@type": "dct:ProvenanceStatement", "rdfs:label": sources}
    if is_web_address(own.address):
        dataset["dcat:landingPage"] = _at(own.address)
    return json.dumps({"@context": CONTEXT, **dataset}, ensure_ascii=False, indent=1).encode()


def _keywords(one: Publication) -> list[str]:
    return [*text.keywords(Words(one.language)), NAME]


def _title(one: Publication) -> str:
    """The page and its finding; the finding alone where it names the page itself."""
    return one.title if one.title.startswith(one.page) else f"{one.page}: {one.title}"


def _description(one: Publication) -> str:
    """What the data set is: the mark, what the page says of itself, what is chosen, and what is not included."""
    w = Words(one.language)
    chosen = "; ".join(f"{name}: {value}" for name, value in one.selection).rstrip(".")
    told = [one.demonstration and f"{one.demonstration}.", one.say, chosen and f"{chosen}.", text.left_out(w)]
    return " ".join(filter(None, told))


def _agent(one: Publication, known: Known) -> dict[str, Any]:
    return {"@id": f"{known.address}#utgiver", "@type": "foaf:Agent", "foaf:name": _said(one.county, one.language)}


def _distribution(one: Publication, known: Known, part: PackFile) -> dict[str, Any]:
    """A file of the pack. It is had with the pack, so that its address is the pack's."""
    told: dict[str, Any] = {
        "@type": "dcat:Distribution",
        "dct:title": _said(part.path, one.language),
        "dcat:accessURL": _at(known.address),
        "dcat:downloadURL": _at(known.address),
        "dct:format": _at(f"{AUTHORITY}/file-type/{part.form}"),
        "dcat:mediaType": _at(f"{MEDIA}/{part.media}"),
        "dcat:packageFormat": _at(f"{MEDIA}/application/zip"),
    }
    if known.licence:
        told["dct:license"] = _at(known.licence)
    if part.form == "CSV":
        standard = {"@type": "dct:Standard", "dct:title": _said("Frictionless Data Resource 2.0", "en")}
        told["dct:conformsTo"] = {"@id": f"{PROFILE}dataresource.json", **standard}
    return told


def _said(words: str, language: str) -> dict[str, str]:
    return {"@value": words, "@language": language}


def _at(address: str) -> dict[str, str]:
    return {"@id": address}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
