"""The house is as CONTRIBUTING draws it."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from akint_dash.settings import PROJECT

PACKAGE = PROJECT / "akint_dash"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "versions" not in path.parts)
PAGE_LINES = 150
PART_LINES = 300
"""The module with the page itself, and a part beside it. A tenth more is no fault."""


def ident(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def test_the_drawing_in_contributing_is_the_contract_that_is_checked() -> None:
    rules = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in rules["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    assert contract["exhaustive"]
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    house = text.partition("## The house")[2].partition("```")[2].partition("```")[0]
    drawn = [re.split(r"\s{2,}", line)[0] for line in house.strip().splitlines()]
    assert drawn == contract["layers"]


def test_every_layer_exists_and_every_part_of_the_package_is_a_layer() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    house = text.partition("## The house")[2].partition("```")[2].partition("```")[0]
    drawn = {name for line in house.strip().splitlines() for name in re.split(r"\s{2,}", line)[0].split(" | ")}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert drawn == there - {"__init__"}


@pytest.mark.parametrize("path", MODULES, ids=ident)
def test_every_module_says_in_one_line_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    first = docstring.splitlines()[0]
    assert len(first.split()) > 1
    assert first[-1] in ".:;"


def test_pages_stay_short() -> None:
    long = {}
    for path in (PACKAGE / "pages").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        most = PAGE_LINES if re.search(r"^PAGE\b", text, re.MULTILINE) else PART_LINES
        if (count := len(text.splitlines())) > most * 1.1:
            long[ident(path)] = count
    assert not long, f"divide these, or move what two pages use to components: {long}"


def test_data_is_data_and_what_makes_it_is_short() -> None:
    assert not sorted((PROJECT / "data").rglob("*.py"))
    made = sorted((PROJECT / "tools").rglob("*.py"))
    long = {ident(path): n for path in made if (n := len(path.read_text("utf-8").splitlines())) > PART_LINES}
    assert made
    assert not long


def _names(node: ast.stmt) -> list[str]:
    """What a statement of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [] if node.decorator_list and isinstance(node, ast.FunctionDef) else [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]


def _read(tree: ast.AST) -> set[str]:
    """The names that a piece of code reads."""
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)} | {
        one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)
    }


FOR_TESTS = {"__all__", "DERIVED", "OF_RATES", "strangers", "theme_css"}
"""What a test reads, to hold the rest to it."""


def test_the_package_keeps_nothing_that_nothing_uses() -> None:
    """A function, class or constant of a module is read in it, or imported, or read as the module's."""
    used = [*MODULES, PROJECT / "app.py", *(PROJECT / "benchmarks").glob("*.py"), *(PROJECT / "tools").rglob("*.py")]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in used}
    imported = {
        (one.module, name.name)
        for tree in trees.values()
        for one in ast.walk(tree)
        if isinstance(one, ast.ImportFrom)
        for name in one.names
    }
    attributes = {one.attr for tree in trees.values() for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
    dead = []
    for path in MODULES:
        module = ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")
        parts = {node: _read(node) for node in trees[path].body}
        for node in parts:
            own = set().union(*(read for other, read in parts.items() if other is not node))
            dead += [
                f"{module}.{name}"
                for name in _names(node)
                if name not in own | attributes | FOR_TESTS and (module, name) not in imported
            ]
    assert not dead


def test_no_test_is_skipped_for_good() -> None:
    marks = re.compile(r"mark\.(skip|xfail)\b")
    found = [
        ident(path) for path in (PROJECT / "tests").rglob("*.py") if marks.search(path.read_text(encoding="utf-8"))
    ]
    assert found in ([], ["tests/test_architecture.py"])
