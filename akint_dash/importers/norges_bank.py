"""Exchange rates from Norges Bank's open data (EXR), yearly averages.

Semicolon CSV, columns by header name: ``FREQ`` (A: yearly; other frequencies are passed by),
``BASE_CUR``, ``QUOTE_CUR`` (NOK), ``TENOR`` (SP: spot, where the column is there), ``UNIT_MULT`` (the
rate is for ten to that power of the currency: 2 for SEK and DKK), ``TIME_PERIOD`` (the year),
``OBS_VALUE`` (decimal point or comma). A rate becomes NOK for one unit of the currency, code
``EUR-2024``. Source: https://data.norges-bank.no.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Final

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Reader, Reading
from akint_dash.importers.delimited import heading_of
from akint_dash.importers.findings import Findings
from akint_dash.importers.plain import Table, read_table
from akint_dash.importers.texts import decimal

NAME: Final = "norges_bank"
SOURCE: Final = "Norges Bank"
NEEDED: Final = ("BASE_CUR", "TIME_PERIOD", "OBS_VALUE")
TELLING: Final = frozenset(NEEDED)
MOST_POWER: Final = 6
"""No currency is quoted for more than a million."""


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of Norges Bank's rates."""
    del path
    return frozenset(heading_of(head, TELLING)) >= TELLING


def read(path: Path) -> Reading:
    """The yearly rates of ``path``; a row without a rate is left out.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.plain.read_table`.
    """
    table = read_table(path, NEEDED, ("FREQ", "QUOTE_CUR", "TENOR", "UNIT_MULT"))
    findings = table.findings
    drafts: dict[str, Draft] = {}
    for index in range(len(table.rows)):
        draft = _rate(table, index, findings) if _is_yearly(table, index) else None
        if draft is None:
            continue
        known = drafts.setdefault(draft.code, draft)
        if known.values != draft.values:
            findings.problem("double_code", draft.place, draft.code)
    problems = tuple(findings.problems)
    return Reading(NAME, table.file, tuple(drafts.values()), problems, lenient=True)


def _is_yearly(table: Table, index: int) -> bool:
    """Whether a row holds a yearly spot average against NOK."""
    row = table.rows[index]
    wanted = (("FREQ", "A"), ("QUOTE_CUR", "NOK"), ("TENOR", "SP"))
    return bool(row["BASE_CUR"]) and all(row.get(name, is_) == is_ for name, is_ in wanted)


def _rate(table: Table, index: int, findings: Findings) -> Draft | None:
    row = table.rows[index]
    year, said = row["TIME_PERIOD"], row["OBS_VALUE"]
    if not said or said.casefold() == "nan":
        return None
    if not (len(year) == 4 and year.isdigit()):
        findings.problem("not_a_number", table.place(index, "TIME_PERIOD"), year, "2024")
        return None
    value, power = decimal(said), _power(row.get("UNIT_MULT", ""))
    if value is None or value <= 0 or power is None:
        column = "UNIT_MULT" if power is None else "OBS_VALUE"
        findings.problem("not_a_number", table.place(index, column), row[column], "11.6")
        return None
    code = f"{row['BASE_CUR']}-{year}"
    values: dict[str, Value | None] = {
        "currency": row["BASE_CUR"],
        "year": int(year),
        "nok": float(value / Decimal(10) ** power),
        "source": SOURCE,
    }
    return Draft("rate", code, values, table.place(index), ((NAME, code),))


def _power(text: str) -> int | None:
    """The power of ten the rate is for: blank is 0; None where it is none."""
    if not text:
        return 0
    return int(text) if text.isdigit() and int(text) <= MOST_POWER else None


READER: Final = Reader(NAME, looks_like, read, "Norges Bank")
