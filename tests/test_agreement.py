"""The page, the table under a figure and its download hold the same numbers, whatever is chosen.

200 seeded pairs of page and selection; ``make test`` takes the first 40, ``pytest -m campaign`` all. The page's answer
is what the one callback sends; a table is read out of its components, the file is fetched as a browser would. Money on
the page is rounded, so each number is compared at the page's own precision; what is missing is missing in both.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.text.words import Words

from .examples import example, pages
from .reading import Node, page_of
from .test_stranger import page_bytes

PAIRS = 200
SAMPLE = 40
CHOICES = {
    "omrade": ["SAM", "KUL", "NAE", "FRL", "PLA", "KUL,SAM"],
    "virkemiddel": ["PRO", "POL", "KOM", "BIL", "BIL,POL"],
    "program": ["HORIZON", "ERASMUS", "INTERREG"],
    "tema": ["klima_miljo", "samferdsel", "kultur,naering", "digitalisering"],
    "status": ["granted,running", "submitted", "completed", "rejected"],
    "ring": ["norden", "europa", "ukraina"],
    "periode": ["2024-2024", "2025-2026", "2026-2026", "2027-2027"],
    "sok": ["demo", "kl", "ø", "umulig-umulig"],
    "per": ["2025-06-30", "2026-09-15"],
    "vekt": ["timer", "kroner"],
}
MISSING = {"nb": "mangler", "en": "missing"}


def pair(seed: int) -> tuple[str, str]:
    """A page in one of the languages and a query string; the first ones are every page with nothing chosen."""
    random = Random(f"agreement {seed}")
    page = PAGES[seed % len(PAGES)] if seed < len(PAGES) else random.choice(PAGES)
    path = example(page.path)
    if seed % 5 == 4:
        path = "/en" + ("" if path == "/" else path)
    if seed < len(PAGES):
        return path, ""
    chance = random.choice([0.1, 0.15, 0.3])
    parts = [f"{name}={quote(random.choice(some))}" for name, some in CHOICES.items() if random.random() < chance]
    return path, "?" + "&".join(parts) if parts else ""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        whole = "campaign" in metafunc.config.option.markexpr
        marks = [pytest.mark.campaign] if whole else []
        seeds = [pytest.param(seed, marks=marks) for seed in range(PAIRS if whole else SAMPLE)]
        metafunc.parametrize("seed", seeds)


@pytest.fixture(scope="module")
def client(demo_file: Path) -> Iterator[FlaskClient]:
    settings = Settings.model_validate(
        {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", "audience": "staff"}
    )
    with create_app(settings).server.test_client() as staff:
        yield staff


# -- the table and the file


def table_of(card: Node) -> list[list[str]] | None:
    """The cells of the table behind 'Vis som tabell', headings first; None where the figure is itself the table."""
    tables = [
        node
        for foot in card.all()
        if foot.name == "details"
        for node in foot.all()
        if node.name == "table" and "plain" in str(node.attributes.get("class")).split()
    ]
    if not tables:
        return None
    rows = [node for node in tables[-1].all() if node.name == "tr"]
    return [[cell.text for cell in row.all() if cell.name in ("th", "td")] for row in rows]


def cards(answer: bytes) -> dict[str, Node]:
    """The figure cards of a page by the address of their data."""
    found = {}
    for node in page_of(answer).all():
        if node.name == "article":
            for link in node.all():
                address = str(link.attributes.get("href"))
                if link.name == "a" and "/last-ned/" in address and ".csv" in address:
                    found[address] = node
    return found


def download(client: FlaskClient, address: str) -> list[list[str]]:
    """The rows of a file, headings first; what stands before them is told by its first sign."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    english = address.startswith("/en/")
    assert answer.data.startswith(b"# " if english else b"\xef\xbb\xbf# ")
    lines = answer.data.decode("utf-8-sig").split("\r\n")
    told = [line for line in lines if line.startswith("# ")]
    assert told == lines[: len(told)]
    assert told[0] in ("# Demonstrasjonsdata: oppdiktede tall", "# Demonstration data: fictional numbers")
    table = io.StringIO("\r\n".join(lines[len(told) :]), newline="")
    return list(csv.reader(table, delimiter="," if english else ";", strict=True))


CODE, CURRENCY = (" (kode)", " (code)"), (" (valuta)", " (currency)")


def as_on_page(rows: list[list[str]]) -> list[list[str]]:
    """The columns of a file that the page has too: codes left out, an amount and its currency in one cell again."""
    heads = rows[0]
    assert len(set(heads)) == len(heads)
    coded = [at for at, head in enumerate(heads) if at and head in {heads[at - 1] + end for end in CODE}]
    money = [at for at, head in enumerate(heads) if at and head in {heads[at - 1] + end for end in CURRENCY}]
    kept = [at for at in range(len(heads)) if at not in coded and at not in money]

    def cell(row: list[str], at: int) -> str:
        return f"{row[at]} {row[at + 1]}".strip() if at + 1 in money else row[at]

    plain = [head.removesuffix(" (NOK)") for head in heads]
    named = [plain[at].removesuffix(f" ({plain[at - 1]})" if at else "") for at in kept]
    return [named, *([cell(row, at) for at in kept] for row in rows[1:])]


# -- comparing a cell


NUMBER = re.compile(r"[\u2212-]?\d[\d\u00a0.,]*")


def number(words: str, *, english: bool) -> tuple[Decimal, Decimal] | None:
    """(value, half a unit of its last digit) of a number in words; None where there is none."""
    found = NUMBER.search(words)
    if found is None:
        return None
    plain = found.group().replace("\u2212", "-").replace("\u00a0", "")
    plain = plain.replace(",", "") if english else plain.replace(".", "").replace(",", ".")
    value = Decimal(plain.rstrip("."))
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    scale = Decimal(1_000_000) if "mill" in words else Decimal("0.01") if words.rstrip().endswith("%") else Decimal(1)
    return value * scale, half * scale


GLOSSARY = ("Ord", "Word")
"""The heads over the words of the glossary: there, what is missing is a word like others."""


def agree(shown: str, filed: str, *, english: bool) -> bool:
    """Whether a cell on the page and one of the file say the same."""
    if not filed or shown == MISSING["en" if english else "nb"]:
        return not filed and shown in ("", MISSING["en" if english else "nb"])
    if shown == filed.removeprefix("'"):
        return True
    if english and re.fullmatch(r"\d{4}-\d{2}-\d{2}", filed):
        return shown == Words("en").date(filed)
    left = number(shown, english=english)
    amount = re.fullmatch(r"(-?\d+(?:[.,]\d+)?(?:e-\d+)?)( [A-Z]{3})?", filed)
    if left is None or amount is None:
        return False
    right = Decimal(amount.group(1).replace(",", "."))
    if bound := re.match(r"(under|over) \d+\u00a0?%$", shown):  # some is never rounded to none, nor to all
        return 0 < right < Decimal("0.005") if bound[1] == "under" else Decimal("0.995") <= right < 1
    return abs(left[0] - right) <= left[1] + Decimal("0.000001")


def differences(shown: list[list[str]], filed: list[list[str]], *, english: bool) -> Iterator[str]:
    if len(shown) != len(filed) or shown[0] != filed[0]:
        yield f"{shown[0]} with {len(shown)} rows, {filed[0]} with {len(filed)}"
        return
    for at, (one, other) in enumerate(zip(shown[1:], filed[1:], strict=True), start=1):
        if len(one) != len(other):
            yield f"row {at}: {one} {other}"
            continue
        for head, a, b in zip(shown[0], one, other, strict=True):
            if not (head in GLOSSARY and a == b) and not agree(a, b, english=english):
                yield f"row {at} {head}: page {a!r}, file {b!r}"


@pytest.mark.sampled(6)
def test_page_table_and_download_agree_cell_by_cell(seed: int, client: FlaskClient) -> None:
    path, query = pair(seed)
    english = path.startswith("/en")
    answer = page_bytes(client, path, query)
    found = cards(answer)
    for address, card in found.items():
        filed, shown = as_on_page(download(client, address)), table_of(card)
        if shown is not None:
            assert list(differences(shown, filed, english=english))[:5] == [], (path, query, address)
    again = cards(page_bytes(client, path, query))
    assert {a: c.text for a, c in again.items()} == {a: c.text for a, c in found.items()}, "an answer is repeatable"


def test_the_pairs_compare_something(client: FlaskClient) -> None:
    tables = rows = 0
    for seed in range(len(PAGES)):
        path, query = pair(seed)
        for card in cards(page_bytes(client, path, query)).values():
            shown = table_of(card)
            tables += shown is not None
            rows += len(shown or [])
    assert tables >= 25
    assert rows >= 300


def test_the_comparison_notices() -> None:
    assert agree("1\u00a0234,5\u00a0mill.\u00a0kr", "1234480000,00", english=False)
    assert not agree("1\u00a0234,5\u00a0mill.\u00a0kr", "1234560000,00", english=False)
    assert agree("38\u00a0%", "0,375", english=False)
    assert agree("under 1\u00a0%", "0,0031", english=False)
    assert not agree("under 1\u00a0%", "0,0", english=False)
    assert not agree("under 1\u00a0%", "0,0093", english=False)
    assert agree("over 99%", "0.9961", english=True)
    assert agree("30\u00a0Nov\u00a02026", "2026-11-30", english=True)
    assert not agree("30\u00a0Nov\u00a02026", "2026-12-30", english=True)
    assert not agree("38\u00a0%", "0,39", english=False)
    assert agree("mangler", "", english=False)
    assert not agree("0", "", english=False)
    assert not agree("mangler", "0", english=False)
    assert agree("NOK\u00a02.5\u00a0million", "2460000.00", english=True)
    assert agree("\u22121\u00a0234", "-1234", english=False)
    assert not agree("Samferdsel", "Kultur", english=False)


@pytest.mark.parametrize("query", ["?periode=2027-2027", "?periode=1990-1991", "?per=2023-01-01"])
def test_every_page_stands_where_nothing_has_happened(client: FlaskClient, query: str) -> None:
    """A period to come, one long past, a day before the first revision: no page fails."""
    for path in pages():
        assert page_of(page_bytes(client, path, query)).text


def test_the_audiences_head_their_columns_in_english(client: FlaskClient) -> None:
    answer = page_bytes(client, "/en/virkemidler/kompetanseheving", "")
    heads = {row[at] for card in cards(answer).values() for row in (table_of(card) or [])[:1] for at in range(len(row))}
    assert {"Administration", "Municipalities", "Civil society"} <= heads
    assert not heads & {"Administrasjonen", "Kommuner", "Sivilsamfunn"}
