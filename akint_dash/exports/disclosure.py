"""The public part of a view as one pack: Excel, CSV, JSON, a data dictionary, a DCAT-AP-NO description and a text.

It is for requests of access. The publication it is made of is always that of a stranger, whoever asks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from akint_dash.domain.exhibit import Publication
from akint_dash.exports import datapackage, dcat, package, sheets
from akint_dash.exports.delimited import line
from akint_dash.exports.told import about, safe, titled
from akint_dash.text import disclosure as text
from akint_dash.text.words import Words

Choices = Mapping[tuple[str, str], Sequence[str]]
"""(figure, column) -> the words that the column can hold."""


def write(both: Mapping[str, Publication], language: str, known: dcat.Known, choices: Choices) -> bytes:
    """A zip, ``both`` the publication in each language; the same of the same, with no moment of its making in it."""
    own = both[language]
    w = Words(own.language)
    descriptor, tables = datapackage.files(own)
    files = [("data.xlsx", sheets.write(own)), *tables, ("data.json", package.write(own))]
    parts = [dcat.PackFile(path, *_forms(path)) for path, _ in files]
    files += [
        ("datapackage.json", descriptor),
        (w("dataordbok.csv"), dictionary(own, choices).encode("utf-8-sig")),
        ("dcat.jsonld", dcat.write(both, language, known, parts)),
    ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in [(w("LESMEG.txt"), readme(own, known).encode("utf-8-sig")), *files]:
            entry = zipfile.ZipInfo(name, datapackage.STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return made.getvalue()


def _forms(path: str) -> tuple[str, str]:
    """The type of a file and its form, by its ending."""
    ending = path.rpartition(".")[2]
    media = {"xlsx": sheets.MIMETYPE, "csv": "text/csv", "json": "application/json"}[ending]
    return media, ending.upper()


def dictionary(publication: Publication, choices: Choices) -> str:
    """The data dictionary: a line for each column of each file, semicolons in bokmål and commas in English."""
    w = Words(publication.language)
    norwegian = w.language == "nb"
    lines = [line(text.heads(w), norwegian=norwegian)]
    for number, exhibit in enumerate(publication.exhibits, start=1):
        for name, column in datapackage.named(exhibit):
            some = "; ".join(choices.get((exhibit.key, column.name), ()))
            cells = [datapackage.path_of(number, exhibit), titled(exhibit), name, column.words]
            cells += [text.kind(w, column.kind), column.unit, some]
            lines.append(line([safe(cell) for cell in cells], norwegian=norwegian))
    return "".join(f"{one}\r\n" for one in lines)


def readme(publication: Publication, known: dcat.Known) -> str:
    """What the pack is, in words: what it is of, from whom, and that what is not public is not included."""
    w = Words(publication.language)
    labels = text.labels(w)
    told = [f"{text.title(w)}: {publication.page}", publication.title]
    told += [publication.demonstration] if publication.demonstration else []
    told += ["", f"{text.about(w)} {text.left_out(w)} {text.same(w)} {text.missing(w)}", ""]
    for label, said in about(w, publication):
        told += [f"{label}: {said}".replace("\n", "; ")] if said else []
    told += [f"{labels['address']}: {known.address}"]
    told += [f"{labels['licence']}: {known.licence}" if known.licence else text.no_licence(w)]
    told += [f"{labels['contact']}: {known.contact}"] if known.contact else []
    told += ["", f"{labels['files']}:", *(f"- {path}: {what}" for path, what in text.contents(w)), ""]
    return "\r\n".join(told)
