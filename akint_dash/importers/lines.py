"""A reading as JSON lines: so it leaves the process that made it, and so it is taken up again.

The first line holds what is said once, then comes a line for each draft, problem and remark, and a last one that says
that all is there. For every reader alike, what no database can hold (half a character, control signs) is replaced here
and told with its place, and no more than a few thousand problems are said one by one.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from akint_dash.domain.collecting import Sent
from akint_dash.domain.mark import Mark
from akint_dash.domain.reading import Draft, Place, Problem, Reading, Scope
from akint_dash.domain.schema import PERSON

MAX_PROBLEMS: Final = 5_000
MAX_VALUE: Final = 300
"""How many characters of a wrong value are told."""

_UNFIT: Final = re.compile("[\x00-\x07\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MANY: Final = frozenset({"drafts", "problems", "remarks"})


# -- out


def to_lines(reading: Reading) -> Iterator[bytes]:
    """``reading`` line by line."""
    once = [field.name for field in dataclasses.fields(Reading) if field.name not in _MANY]
    yield _line(_json("reading", {name: getattr(reading, name) for name in once}))
    replaced: list[Problem] = []
    for draft in reading.drafts:
        text = _json("draft", *_fields(draft))
        if _has_unfit(text):
            replaced += _replaced(draft)
        yield _line(text)
    for problem in _some(reading.problems, "more_problems", reading.file):
        yield _line(_json("problem", *_fields(problem)))
    for remark in _some((*reading.remarks, *replaced), "more_remarks", reading.file):
        yield _line(_json("remark", *_fields(remark)))
    yield _line(_json("end"))


def _json(sort: str, *said: Any) -> str:
    return json.dumps([sort, *said], ensure_ascii=False, separators=(",", ":"), default=_plain, allow_nan=False)


def _plain(value: Any) -> Any:
    """What JSON does not know by itself."""
    return sorted(value) if isinstance(value, frozenset) else _fields(value)


def _fields(made: Any) -> list[Any]:
    return [getattr(made, field.name) for field in dataclasses.fields(made)]


def _has_unfit(text: str) -> bool:
    """Whether JSON text holds an unfit sign, as it is or written ``\\u001b``."""
    return "\\u00" in text or _UNFIT.search(text) is not None


def _line(text: str) -> bytes:
    """One line; a sign that no one can hold becomes a mark."""
    if _has_unfit(text):
        text = json.dumps(_mended(json.loads(text)), ensure_ascii=False)
    return text.encode() + b"\n"


def _replaced(draft: Draft) -> Iterator[Problem]:
    """A remark for the code or key of ``draft`` and for each of its columns that has unfit signs."""
    keys = [key for key in (draft.code, *(key for _, key in draft.source_refs)) if _is_unfit(key)]
    for name, value in (*(("", key) for key in keys[:1]), *draft.values.items()):
        if _is_unfit(value):
            told = "" if draft.entity == PERSON.name else str(_mended(value))  # names are in no sentence
            yield Problem("unfit_sign_remark", dataclasses.replace(draft.place, column=name), told)


def _is_unfit(value: Any) -> bool:
    if isinstance(value, str):
        return _UNFIT.search(value) is not None
    return any(map(_is_unfit, value)) if isinstance(value, (list, tuple)) else False


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_mended(name): _mended(one) for name, one in value.items()}
    return [_mended(one) for one in value] if isinstance(value, (list, tuple)) else value


def _some(found: tuple[Problem, ...], more: str, file: str) -> Iterator[Problem]:
    for one in found[:MAX_PROBLEMS]:
        yield dataclasses.replace(one, value=_cut(one.value), expected=_cut(one.expected))
    if len(found) > MAX_PROBLEMS:
        yield Problem(more, Place(file), str(len(found) - MAX_PROBLEMS))


def _cut(text: str) -> str:
    return text if len(text) <= MAX_VALUE else f"{text[: MAX_VALUE - 1]}…"


# -- and in again


def from_lines(lines: Iterable[bytes]) -> Reading:
    """The reading that ``lines`` hold.

    Raises:
        ValueError: they are not whole.
    """
    once: dict[str, Any] = {}
    drafts: list[Draft] = []
    problems: dict[str, list[Problem]] = {"problem": [], "remark": []}
    for line in lines:
        sort, *said = json.loads(line)
        if sort == "draft":
            drafts.append(_draft(*said))
        elif sort in problems:
            problems[sort].append(_problem(*said))
        elif sort == "reading":
            once = _once(said[0])
        else:
            return Reading(
                drafts=tuple(drafts), problems=tuple(problems["problem"]), remarks=tuple(problems["remark"]), **once
            )
    raise ValueError("the lines have no end")


def _once(said: dict[str, Any]) -> dict[str, Any]:
    scope = said["scope"] and Scope(*map(frozenset, said["scope"]))
    mark = said["mark"] and Mark(*said["mark"])
    sent = said["sent"] and Sent(*said["sent"])
    pairs = {name: tuple(map(tuple, said[name])) for name in ("closed", "columns")}
    return said | pairs | {"scope": scope, "mark": mark, "sent": sent}


def _draft(entity: str, code: str, values: Any, place: Any, refs: Any, *rest: Any) -> Draft:
    return Draft(entity, code, values, Place(*place), tuple(map(tuple, refs)), *rest)


def _problem(key: str, place: Any, *rest: Any) -> Problem:
    return Problem(key, Place(*place), *rest)
