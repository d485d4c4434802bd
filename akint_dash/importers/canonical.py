"""The one spelling in which texts, codes and currencies are let in, whoever read them.

A text has no outer blanks and no signs that no file can hold, a code is on one line and no longer than a code may be,
a word for a currency is its code, and a blank cell of visibility is ``internal``, as the record becomes. So what the
database holds is what a workbook can say, and goes out and in again unchanged. A source's own key is no longer than an
index takes, and never looks like a mark of ours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from akint_dash.domain.currency import currency_code
from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Problem, Reading
from akint_dash.domain.schema import SHEETS, Entity, Kind
from akint_dash.importers.spelling import clean_text, one_line
from akint_dash.importers.trust import HELD

MAX_CODE: Final = 200
"""The longest code; one of a public source that is longer becomes its beginning and a mark of the whole."""
MAX_KEY: Final = 400
_MARK_LENGTH: Final = 12


def canonical(reading: Reading) -> Reading:
    """``reading`` in our spelling. A draft without a code is left out: a problem, in a public source a remark."""
    code_of = _public_code if reading.lenient else one_line
    drafts: list[Draft] = []
    told: list[Problem] = []
    for draft in reading.drafts:
        entity = SHEETS[draft.entity]
        code, values = code_of(draft.code), _values(entity, draft.values, code_of)
        if not reading.lenient and not entity.parent and "visibility" in values:
            values["visibility"] = values["visibility"] or "internal"
        if code and not (reading.lenient and values.get(entity.parent, code) is None):
            refs = tuple((source, _key(key)) for source, key in draft.source_refs)
            drafts.append(replace(draft, code=code, values=values, source_refs=refs))
        elif reading.lenient:
            told.append(Problem("row_left_out_remark", draft.place))
        else:
            told.append(Problem("blank_code", draft.place))
    problems, remarks = ([], dict.fromkeys(told)) if reading.lenient else (told, {})
    return replace(
        reading,
        drafts=tuple(drafts),
        problems=(*reading.problems, *problems),
        remarks=(*reading.remarks, *remarks),
    )


def _values(
    entity: Entity, values: Mapping[str, Value | None], code_of: Callable[[str], str]
) -> dict[str, Value | None]:
    columns = entity.by_name
    found = dict(values)
    for name, value in values.items():
        column = columns.get(name)
        if column is None or not value:
            continue
        if column.kind is Kind.TEXT:
            said = clean_text(str(value))
            found[name] = (currency_code(said) or said if name == "currency" else said) or None
        elif column.kind is Kind.REFERENCE:
            found[name] = code_of(str(value)) or None
        elif column.kind is Kind.TIES:
            pairs: Any = value
            found[name] = [[code_of(code), *share] for code, *share in pairs]
    return found


def _public_code(code: str) -> str:
    return _shortened(one_line(code), MAX_CODE)


def _key(key: str) -> str:
    return _shortened(f"\\{key}" if key.startswith(HELD) else key, MAX_KEY)


def _shortened(text: str, most: int) -> str:
    """``text``, or its beginning and a mark of the whole where it is longer than ``most``."""
    if len(text) <= most:
        return text
    mark = hashlib.sha1(text.encode("utf-8", "backslashreplace"), usedforsecurity=False).hexdigest()[:_MARK_LENGTH]
    return f"{text[: most - _MARK_LENGTH - 1].rstrip()}~{mark}"
