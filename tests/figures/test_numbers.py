"""Records behind a number: every number of a title, a sentence, a lead and a table leads on, to what it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit
from zlib import crc32

import pytest

from akint_dash.components.page import Site
from tests.examples import pages
from tests.figures import proof
from tests.figures.following import number_at, opened
from tests.figures.proof import Number
from tests.reading import Node

ANSWERING: Final = frozenset(
    {
        "/",
        "/omrader",
        "/omrader/sam",
        "/finansiering",
        "/virkemidler/prosjektutvikling",
        "/virkemidler/politikkoppfolging",
        "/virkemidler/kompetanseheving",
        "/virkemidler/bilateralt",
        "/maal",
        "/frister",
        "/kvalitet",
        "/strategien",
        "/kart",
        "/utlysninger",
        "/utforsk",
    }
)
"""The pages whose every number leads on."""
SELECTIONS: Final[tuple[Mapping[str, str], ...]] = (
    {},
    {"omrade": "SAM"},
    {"periode": "2025"},
    {"program": "ERASMUS"},
    {"vekt": "timer"},
    {"vekt": "kroner"},
    {"maned": "2026-03"},
)
UNLED: Final[Mapping[str, str]] = {
    r"\d+ % av strategiperioden": "a share of time",
    r"dekker \d+ % av 20\d\d": "a share of time",
    r"da \d+ % av året": "a share of time",
    r"\d+ av \d+ måneder": "time",
    r"\bom \w+ dag": "time",
    r"80 % sannsynlig": "a guess",
    r"mellom [\d,]+ og [\d,]+ mill\. kr": "a guess",
    r"satt av til ett virkemiddel i ett år": "a definition",
    r"de fire virkemidlene": "a definition",
    r"innen ti prosentpoeng": "a rule's threshold",
    r"Én rute er én søknad": "what a mark means",
    r"gjennom to nettverk": "a rule of counting",
    r"i to områder teller": "a rule of counting",
    r"på over ett år": "time",
    r"^0 betyr|\. 0 betyr": "what a mark means",
    r"Hvert merke er ett punkt": "what a mark means",
    r"bilateralt samarbeid er ett tiltak": "a definition",
    r"\w+ registrering(er)? begynner etter": "records of several kinds, none of which counts yet",
    r"færre enn \w+ tiltak": "a rule's threshold",
    r"gjelder \w+ det som ikke hører til noe rådsområde": "records of several kinds",
}
"""Numbers of sentences that no records make, and what they are."""
SHARES: Final = re.compile(r"^(Andel|Andel .*|.*, andel)$")
"""Columns of shares: the numbers that make one stand in its row, and lead on there."""
NONE_THERE: Final = frozenset(
    {"Mangler avsatte kroner", "Virkemidler der beløp mangler", "Poster som ikke er registrert eller mangler beløp"}
)
"""Columns that count also what nobody has recorded: where there is no record there is none to lead to."""
UNLISTED: Final = frozenset(
    {
        "Andre tiltak",
        "EU",
        "Nordisk",
        "Støtte utenfra",
        "Årsverk",
        "Internasjonal andel",
        "Norske kroner per enhet",
        "Beløp",
    }
)
"""Columns that no list makes: initiatives of all kinds but requests, what a project's months bring to a year, an
area's part of what is shared, and what is no count or sum, as a rate."""
SAMPLE: Final = 5
"""Of the numbers of tables each fifth is followed."""


def shown(site: Site) -> Iterator[tuple[str, Node]]:
    """The pages whose numbers lead on, under each selection, with their place in words."""
    for path in pages():
        if path in ANSWERING:
            for chosen in SELECTIONS:
                yield f"{path} {dict(chosen) or ''}", opened(site, path, tuple(chosen.items()))[1]


def texts(page: Node) -> Iterator[Node]:
    """The finding and the lead of a page, the titles and the sentences of its cards."""
    for node in page.all():
        key = str(node.attributes.get("id", ""))
        if node.name == "h1" or key.endswith("-t") or "say" in proof.kinds(node):
            yield node
        if "lead" in proof.kinds(node):
            yield from (one for one in node.children if isinstance(one, Node) and one.name == "p")


def _unlinked(node: Node | str) -> str:
    if isinstance(node, str):
        return node
    return " ¤ " if node.name == "a" else "".join(map(_unlinked, node.children))


def left(said: str) -> set[Number]:
    """The numbers of a text without its links that nothing excuses."""
    said = said.replace("\u00a0", " ")
    for pattern in UNLED:
        said = re.sub(pattern, " ", said, flags=re.IGNORECASE)
    return proof.numbers(said, "nb")


def numbers(page: Node) -> Iterator[Node]:
    """The numbers of sentences that lead on."""
    yield from (node for node in page.all() if node.name == "a" and "number" in proof.kinds(node))


def cells(page: Node) -> Iterator[tuple[Node, str, Node]]:
    """The numbers of the tables: the row, the heading of the column and the cell."""
    for table in (node for node in page.all() if node.name == "table"):
        rows = [node for node in table.all() if node.name == "tr"]
        heads = [node.text for node in table.all() if node.attributes.get("scope") == "col"]
        for row in rows:
            inside = [node for node in row.children if isinstance(node, Node)]
            for at, cell in enumerate(inside):
                if cell.name == "td" and "r" in proof.kinds(cell) and len(inside) == len(heads):
                    yield row, heads[at], cell


def _links(node: Node) -> list[Node]:
    return [one for one in node.all() if one.name == "a" and one.attributes.get("href")]


def _counts(cell: Node) -> bool:
    """Whether it says a number that something makes: no day, no year, and not 0."""
    return any(float(number.digits) for number in proof.numbers(cell.text, "nb"))


def test_every_number_of_a_sentence_leads_on(site: Site) -> None:
    faults, n = [], 0
    for place, page in shown(site):
        for node in texts(page):
            said = _unlinked(node)
            n += said.count("¤")
            faults += [f"{place}: {' '.join(number)} in {said}" for number in sorted(left(said))]
    assert faults == []
    assert n > 150


def test_every_number_of_a_table_leads_on(site: Site) -> None:
    """To its records, or it is one of its row's one record, whose name leads to the sheet."""
    faults, n = [], 0
    for place, page in shown(site):
        for row, heading, cell in cells(page):
            if SHARES.match(heading) or heading in NONE_THERE | UNLISTED or not _counts(cell):
                continue
            n += 1
            own = any("/post/" in str(link.attributes["href"]) for link in _links(row))
            if not _links(cell) and not own:
                faults.append(f"{place}: {row.text} / {heading}: {cell.text}")
    assert sorted(set(faults)) == []
    assert n > 500


def _led(page: Node) -> Iterator[tuple[str, str]]:
    """(a number as it is written, where it leads)."""
    for number in numbers(page):
        yield number.text, str(number.attributes["href"])
    for _, _, cell in cells(page):
        for link in _links(cell):
            if crc32(str(link.attributes["href"]).encode()) % SAMPLE == 0:
                yield link.text, str(link.attributes["href"])


def test_what_a_number_leads_to_is_that_number(site: Site) -> None:
    faults, followed = [], dict[tuple[str, str], str]()
    for place, page in shown(site):
        ids = {node.attributes.get("id") for node in page.all()}
        for written, href in _led(page):
            there = urlsplit(href)
            if not there.path and there.fragment not in ids:
                faults.append(f"{place}: {written} leads to nothing at {href}")
            elif there.path.startswith(("/utforsk", "/data/")):
                followed.setdefault((written, href), place)
            elif there.path.startswith("/post/"):
                faults += [] if site.open(there.path, {}) else [f"{place}: {href}"]
            elif there.path and written not in opened(site, there.path, tuple(parse_qsl(there.query)))[1].text:
                faults.append(f"{place}: {written} is not said at {href}")
    for (written, href), place in followed.items():
        said = {number for one in number_at(site, href) for number in proof.numbers(one, "nb")}
        if not proof.numbers(written, "nb") & said:
            faults.append(f"{place}: {written} leads to {sorted(number_at(site, href))} at {href}")
    assert faults == []
    assert len(followed) > 200


def test_most_numbers_of_sentences_lead_to_records(site: Site) -> None:
    """The others are shares and sums that no list makes: they lead to the table, or the page, that has them."""
    kinds: Counter[str] = Counter()
    for _, page in shown(site):
        for number in numbers(page):
            path = urlsplit(str(number.attributes["href"])).path
            kinds["records" if path.startswith(("/utforsk", "/data/", "/post/")) else "others"] += 1
    assert kinds["records"] / kinds.total() > 0.65, kinds


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_number_is_heard_as_it_is_written_and_says_where_it_leads(site: Site, language: str) -> None:
    """Its name is the number itself, so that a heading is heard as it is read; the way is its description."""
    for path in sorted(ANSWERING):
        address = path if language == "nb" else "/en" + path.rstrip("/")
        some = list(numbers(opened(site, address, ())[1]))
        assert some, address
        for number in some:
            assert number.text.strip(), address
            assert "\n" in str(number.attributes["aria-description"]), address
            assert not {"aria-label", "title"} & number.attributes.keys(), address
