"""Work on a stranger's text grows as the text does: every pattern, and every way from a cell to a value."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import akint_dash
from akint_dash.domain.currency import currency_code, similar_currencies
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.importers import (
    cells,
    deadlines,
    delimited,
    identities,
    number_formats,
    pieces,
    shallow,
    spelling,
    texts,
)
from akint_dash.importers.cells import BadCell

PACKAGES = ("importers", "domain", "text", "components")
SHORT, LONG = 2_000, 8_000
SLOW_S = 0.08
"""Work on the long text that takes longer than this is looked at again."""
MOST_TIMES = 9
"""The long text is four times the short one: 4 times the work is linear, 16 its square."""


def seconds(work: Callable[[str], Any], text: str) -> float:
    """The least that ``work`` took of three times; only its own processor time."""
    least = float("inf")
    for _ in range(3):
        began = time.process_time()
        work(text)
        least = min(least, time.process_time() - began)
    return least


def grows(work: Callable[[str], Any], text: Callable[[int], str]) -> bool:
    """Whether the work grows much faster than the text."""
    began = time.process_time()
    work(text(LONG))
    if time.process_time() - began < SLOW_S:
        return False
    return seconds(work, text(LONG)) > max(SLOW_S, MOST_TIMES * seconds(work, text(SHORT)))


# -- every pattern


class Used(NamedTuple):
    """A pattern, where it stands, and a way it is used."""

    where: str
    pattern: re.Pattern[Any]
    method: str


METHODS = ("fullmatch", "match", "search", "sub", "split", "findall", "finditer")
OUR_OWN = ("akint_dash.text.problems._OPTIONAL",)
"""Patterns for our own sentences, before anything of a file is put in."""


def used() -> Iterator[Used]:
    """Every way in which a module uses a pattern that it holds, or gives one to ``re``."""
    for package in PACKAGES:
        folder = Path(akint_dash.__file__).parent / package
        for found in pkgutil.walk_packages([str(folder)], f"akint_dash.{package}."):
            module = importlib.import_module(found.name)
            assert module.__file__
            source = Path(module.__file__).read_text(encoding="utf-8")
            for name, value in vars(module).items():
                if held := _held(value):
                    said = [way for way in METHODS if re.search(rf"\b{name}\.{way}\b", source)]
                    ways = sorted(said or {"fullmatch", "sub"})
                    yield from (Used(f"{found.name}.{name}", one, way) for one in held for way in ways)
            for number, way, text in _given(source):
                yield Used(f"{found.name}:{number}", re.compile(text), way)


def _held(value: Any) -> list[re.Pattern[Any]]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else [value]
    return [one for one in inside if isinstance(one, re.Pattern)]


def _given(source: str) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            owner, first = node.func.value, node.args[0] if node.args else None
            text = first.value if isinstance(first, ast.Constant) else None
            if isinstance(owner, ast.Name) and owner.id == "re" and isinstance(text, str):
                yield node.lineno, node.func.attr, text


def pumps(pattern: str) -> set[str]:
    """Pieces that a text for ``pattern`` may be made of: its own signs and words, alone and in pairs."""
    signs = sorted({*'0 .,;:-"%[<()_\n', *re.findall(r"[^\W\d_]", pattern)[:3]} & {*pattern, *"0 ,"})[:7]
    words = sorted(set(re.findall(r"[a-zæøå]{2,}|<[a-z]*|\[h", pattern)))[:4]
    return {*signs, *words, *(a + b for a, b in product(signs, signs) if a != b), *(f"{word} " for word in words)}


FOUND = sorted({(one.pattern.pattern, one.pattern.flags, one.method): one for one in used()}.values(), key=str)
FOUND = [one for one in FOUND if one.where not in OUR_OWN]


def test_patterns_are_found() -> None:
    names = {one.where for one in FOUND}
    assert len(names) > 60
    assert {"akint_dash.importers.codes._ELEMENT", "akint_dash.importers.days._NUMERIC"} <= names
    assert any(name.startswith("akint_dash.importers.texts:") for name in names)


@pytest.mark.parametrize("one", FOUND, ids=[f"{one.where}-{one.method}" for one in FOUND])
def test_a_pattern_is_linear(one: Used) -> None:
    pattern = one.pattern
    if isinstance(pattern.pattern, bytes):
        pattern = re.compile(pattern.pattern.decode("latin-1"), pattern.flags & ~re.UNICODE)
    if one.where.startswith("akint_dash.importers.number_formats."):
        return  # given a beginning of few characters: the next test
    work = partial(pattern.sub, "") if one.method == "sub" else getattr(pattern, one.method)
    work = (lambda text: list(pattern.finditer(text))) if one.method == "finditer" else work
    for piece in pumps(pattern.pattern):
        assert not grows(work, partial(_pumped, "", piece, "\x00")), piece


def _pumped(begin: str, piece: str, end: str, length: int) -> str:
    return begin + piece * (length // len(piece)) + end


def test_a_backtracking_pattern_is_seen_by_these_tests() -> None:
    backtracking = re.compile(r"(\s+)x")
    assert grows(partial(backtracking.sub, ""), partial(_pumped, "", " ", ""))


# -- every way from a text to a value

TEXTS = (
    *("9", "1 ", "1,", ".1", "a", "a;", '"', '""', '"a', "%", "60 %, ", "A 5 %; ", "(", " – ", " - ", "\n", " "),
    *("[", "[h", "\\", "<b ", "&", "&amp;", "_x000D_", "a\u0301", "\u0301\u0316", "\u200b", "kr ", "24.11.2026 "),
)
WORKS: dict[str, Callable[[str], Any]] = {
    "cleaned": texts.cleaned,
    "clean_text": spelling.clean_text,
    "one_line": spelling.one_line,
    "fold": spelling.fold,
    "folded": texts.folded,
    "decimal": texts.decimal,
    "delimiter": delimited.delimiter,
    "currency": currency_code,
    "similar currencies": similar_currencies,
    "number format": number_formats.shown_as,
    "escapes": pieces.unescaped,
    "header": lambda text: delimited.heading_of(text.encode()),
    "decoded": lambda text: delimited.decode(text.encode("cp1252", "replace")),
    "deadlines": deadlines.deadlines,
    "entities": texts.decoded,
    "placeholder": identities.is_placeholder,
    "shallow": shallow.shallow,
}


@pytest.mark.parametrize("name", WORKS)
def test_a_way_from_text_is_linear(name: str) -> None:
    for piece in TEXTS:
        assert not grows(WORKS[name], partial(_pumped, "", piece, "x")), piece


@pytest.mark.parametrize("kind", Kind)
def test_a_cell_of_any_column_is_linear(kind: Kind) -> None:
    every = (column for entity in ENTITIES.values() for column in entity.columns if column.kind is kind)
    column = next(every, Column("at", kind, "Tidspunkt"))
    for piece in TEXTS:
        assert not grows(partial(_parsed, column), partial(_pumped, "", piece, "x")), piece


def _parsed(column: Column, text: str) -> None:
    try:
        cells.parse(column, cells.text(text))
    except BadCell:
        return


def test_deep_json_is_linear_and_costs_its_own_value_alone() -> None:
    assert not grows(shallow.shallow, partial(_pumped, '{"a": ', "[", "1"))
    assert not grows(shallow.shallow, partial(_pumped, '{"a": ', '"\\', ""))
    deep = "[" * 50_000 + "]" * 50_000
    assert shallow.loads(f'{{"a": 1, "b": {deep}, "c": "[\\"["}}')["c"] == '["['
    assert json.dumps(shallow.loads(f"[{deep}, [2]]")).endswith('"\\ufffd"' + "]" * (shallow.MOST_DEPTH - 1) + ", [2]]")
    with pytest.raises(ValueError, match="Expecting"):
        shallow.loads("[" * 200_000)


def test_marks_without_end_are_composed_and_stay() -> None:
    marks = "\u0301\u0316" * 40
    kept = spelling.composed(f"e{marks}")
    assert spelling.composed(kept) == kept
    assert kept.replace("\u034f", "").startswith("é")
    assert sum(sign in "\u0301\u0316" for sign in kept) == 79
    assert spelling.composed("Va\u030ar") == "Vår"
