"""Which messages the code says, found by reading it.

Message ids are bokmål sentences said through :class:`akint_dash.text.words.Words`: ``w("...")``,
``view.words("...")``, ``w.n("one", "many", n)``. The id may come by way of a constant, a condition, a mapping, a loop
over literals, a field of a record or a function's argument; the reader below follows those, and
``Heading(..., "...")``, ``Page(..., "...")`` and ``Reader(..., "...")``.
What it cannot follow is named, so that nothing escapes the check in :mod:`akint_dash.text.catalogues`.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

PACKAGE: Final = Path(__file__).resolve().parent.parent
SPEAKERS: Final = frozenset({"w", "words"})
"""Names that hold a :class:`Words`."""
OWN: Final = "akint_dash.text.words"
"""Where ``self`` is a :class:`Words`."""
CARRIERS: Final[Mapping[str, tuple[str, int]]] = {
    "Heading": ("words", 2),
    "Page": ("title", 1),
    "Reader": ("known_as", 3),
}
"""Classes with a message id in a field: its name and its place."""
NOT_READ: Final = frozenset({"extraction.py", "catalogues.py", "problems.py"})
DEEPEST: Final = 8
"""How many steps from an expression to its literal are followed."""

Literals: TypeAlias = "list[tuple[_Module, ast.expr]]"


@dataclass(frozen=True, slots=True)
class Said:
    """One message: the id, the plural form where there is one, and where it is said first."""

    one: str
    many: str = ""
    place: str = ""


@dataclass(slots=True)
class Found:
    """All that the code says."""

    messages: dict[str, Said] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)
    """``file:line`` of what could not be followed."""
    at_odds: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    """Messages said with two plural forms: a catalogue can hold one only."""

    def add(self, said: Said) -> None:
        """Keep a message; a plural form heard once is kept."""
        known = self.messages.get(said.one)
        if known is None or (said.many and not known.many):
            self.messages[said.one] = said
        elif said.many and said.many != known.many:
            self.at_odds[said.one].append(said)

    def faults(self) -> list[str]:
        """What no catalogue can mend, one line each."""
        lines = [f"cannot tell what is said at {place}" for place in self.unclear]
        for one, others in self.at_odds.items():
            first = self.messages[one]
            lines += [
                f"two plural forms of {one!r}: {first.many!r} ({first.place}), {other.many!r} ({other.place})"
                for other in others
            ]
        return lines


# -- reading the code


class _Module:
    """One parsed module: what its names hold, and who calls its functions."""

    def __init__(self, name: str, place: str, tree: ast.Module) -> None:
        self.name = name
        self.place = place
        self.tree = tree
        self.parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        self.imports: dict[str, tuple[str, str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = (node.module, alias.name)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """The functions around ``node``, innermost first, then the module."""
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.FunctionDef | ast.Lambda | ast.Module | ast.AsyncFunctionDef):
                yield node


class _Reader:
    """Follows expressions to the literals they may hold."""

    def __init__(self, modules: Mapping[str, _Module]) -> None:
        self.modules = modules
        self.calls: dict[str, list[tuple[_Module, ast.Call]]] = defaultdict(list)
        self.fields: dict[str, list[str]] = {}
        self._found: dict[tuple[int, int], tuple[ast.expr, Literals]] = {}
        self._bound_in: dict[ast.AST, list[tuple[ast.expr, ast.expr, bool]]] = {}
        for module in modules.values():
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call) and (name := _called(node.func)):
                    self.calls[name].append((module, node))
                elif isinstance(node, ast.ClassDef) and not (
                    node.name in self.fields and module.name.startswith(f"{PACKAGE.name}.importers.")
                ):  # importers say nothing of their own: a class of theirs hides none of that name
                    self.fields[node.name] = _fields(node)

    # An expression's values: the literal nodes (str constants, tuples, lists, dicts) it may be.

    def values(self, module: _Module, node: ast.expr, depth: int = 0) -> Literals:
        """The literal nodes ``node`` may stand for, each with its module; empty where that is unclear."""
        if depth > DEEPEST:
            return []
        key = (id(node), depth)
        if key not in self._found:  # the node is kept, so that no other has its id
            self._found[key] = (node, self._values(module, node, depth + 1))
        return self._found[key][1]

    def _values(self, module: _Module, node: ast.expr, deeper: int) -> Literals:
        match node:
            case ast.Constant() | ast.Tuple() | ast.List() | ast.Set() | ast.Dict():
                return [(module, node)]
            case ast.IfExp():
                return self.values(module, node.body, deeper) + self.values(module, node.orelse, deeper)
            case ast.BoolOp():
                return [found for part in node.values for found in self.values(module, part, deeper)]
            case ast.NamedExpr():
                return self.values(module, node.value, deeper)
            case ast.Name():
                return self._name(module, node, deeper)
            case ast.Subscript():
                return self._element(module, node.value, node.slice, deeper)
            case ast.Call(func=ast.Attribute(value=inner, attr="get"), args=[key, *rest]):
                found = self._element(module, inner, key, deeper)
                return found + [each for other in rest for each in self.values(module, other, deeper)]
            case ast.Call(func=ast.Attribute(value=inner, attr="items" | "values")):
                return self.values(module, inner, deeper)
            case ast.Call(func=ast.Name(id="MappingProxyType" | "dict" | "tuple" | "frozenset"), args=[inner]):
                return self.values(module, inner, deeper)
            case ast.Attribute():
                return self._attribute(node, deeper)
        return []

    def _element(self, module: _Module, container: ast.expr, index: ast.expr, depth: int) -> Literals:
        found: Literals = []
        for where, value in self.values(module, container, depth):
            if isinstance(value, ast.Dict):
                key = index.value if isinstance(index, ast.Constant) else None
                pairs = zip(value.keys, value.values, strict=True)
                chosen = [v for k, v in pairs if key is None or (isinstance(k, ast.Constant) and k.value == key)]
            elif isinstance(value, ast.Tuple | ast.List):
                at = index.value if isinstance(index, ast.Constant) else None
                chosen = [value.elts[at]] if isinstance(at, int) and at < len(value.elts) else list(value.elts)
            else:
                chosen = []
            found += [each for one in chosen for each in self.values(where, one, depth)]
        return found

    def _name(self, module: _Module, node: ast.Name, depth: int) -> Literals:
        for scope in module.around(node):
            found, known = self._bound(module, scope, node.id, depth)
            if known:
                return found
        if node.id in module.imports:
            source, original = module.imports[node.id]
            if source in self.modules:
                other = self.modules[source]
                return self._bound(other, other.tree, original, depth)[0]
        return []

    def _bound(self, module: _Module, scope: ast.AST, name: str, depth: int) -> tuple[Literals, bool]:
        """What ``name`` is bound to in ``scope``, and whether it is bound there at all."""
        found: Literals = []
        known = False
        if scope not in self._bound_in:
            self._bound_in[scope] = list(_bindings(scope))
        for target, value, looped in self._bound_in[scope]:
            path = _path_to(target, name)
            if path is None:
                continue
            known = True
            found += self._unpacked(module, value, path, looped, depth)
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
            names = [argument.arg for argument in arguments]
            if name in names:
                known = True
                found += self._argument(module, scope, name, depth)
        return found, known

    def _unpacked(self, module: _Module, value: ast.expr, path: tuple[int, ...], looped: bool, depth: int) -> Literals:
        found = self.values(module, value, depth)
        if looped:
            items = isinstance(value, ast.Call) and _called(value.func) == "items"
            found = [each for one in found for each in self._members(one, items, depth)]
        for step in path:
            found = [
                each
                for where, one in found
                if isinstance(one, ast.Tuple | ast.List) and step < len(one.elts)
                for each in self.values(where, one.elts[step], depth)
            ]
        return found

    def _members(self, one: tuple[_Module, ast.expr], items: bool, depth: int) -> Literals:
        where, value = one
        if isinstance(value, ast.Dict):
            if items:
                pairs = zip(value.keys, value.values, strict=True)
                return [(where, ast.Tuple([k, v], ast.Load())) for k, v in pairs if k is not None]
            return [each for v in value.values for each in self.values(where, v, depth)]
        if isinstance(value, ast.Tuple | ast.List | ast.Set):
            return [each for v in value.elts for each in self.values(where, v, depth)]
        return []

    def _argument(
        self, module: _Module, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str, depth: int
    ) -> Literals:
        """What the callers of ``function`` give for its argument ``name``, and its default."""
        names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        at = names.index(name) - (names[0] == "self") if name in names else -1
        found = [each for default in _default(function, name) for each in self.values(module, default, depth)]
        for where, call in self.calls[function.name]:
            found += self.given(where, call, name, at, depth)
        return found

    def given(self, module: _Module, call: ast.Call, name: str, at: int, depth: int = 0) -> Literals:
        """What ``call`` gives for the argument ``name``, the ``at``-th: by name, in its place, or in a starred one."""
        for keyword in call.keywords:
            if keyword.arg == name:
                return self.values(module, keyword.value, depth)
        for place, given in enumerate(call.args[: at + 1]):
            if isinstance(given, ast.Starred):
                return self._element(module, given.value, ast.Constant(at - place), depth)
            if place == at:
                return self.values(module, given, depth)
        return []

    def _attribute(self, node: ast.Attribute, depth: int) -> Literals:
        """A field of a record made somewhere in the package: what every call of its class gives for it."""
        found: Literals = []
        for name, fields in self.fields.items():
            if node.attr in fields:
                at = fields.index(node.attr)
                found += [
                    each for where, call in self.calls[name] for each in self.given(where, call, node.attr, at, depth)
                ]
        return found


def _fields(node: ast.ClassDef) -> list[str]:
    return [f.target.id for f in node.body if isinstance(f, ast.AnnAssign) and isinstance(f.target, ast.Name)]


def _default(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> list[ast.expr]:
    arguments = [*function.args.posonlyargs, *function.args.args]
    late = dict(zip([a.arg for a in arguments][::-1], function.args.defaults[::-1], strict=False))
    named = {a.arg: d for a, d in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True) if d}
    default = (late | named).get(name)
    return [default] if default is not None else []


def _bindings(scope: ast.AST) -> Iterator[tuple[ast.expr, ast.expr, bool]]:
    """(target, value, whether looped over) of every binding directly in ``scope``."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Lambda():
                continue
            case ast.Assign():
                yield from ((target, node.value, False) for target in node.targets)
            case ast.AnnAssign(value=ast.expr() as value) | ast.NamedExpr(value=value):
                yield node.target, value, False
            case ast.For() | ast.comprehension():
                yield node.target, node.iter, True
        waiting += ast.iter_child_nodes(node)


def _path_to(target: ast.expr, name: str) -> tuple[int, ...] | None:
    """Where in a target ``name`` stands: () is itself, (1,) the second of a tuple; None: not there."""
    if isinstance(target, ast.Name):
        return () if target.id == name else None
    if isinstance(target, ast.Tuple | ast.List):
        for at, part in enumerate(target.elts):
            inner = _path_to(part, name)
            if inner is not None:
                return (at, *inner)
    return None


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _modules(package: Path) -> dict[str, _Module]:
    modules = {}
    for path in sorted(package.rglob("*.py")):
        if "migrations" in path.parts or path.name in NOT_READ:
            continue
        place = path.relative_to(package.parent)
        name = ".".join(place.with_suffix("").parts).removesuffix(".__init__")
        modules[name] = _Module(name, place.as_posix(), ast.parse(path.read_text(encoding="utf-8")))
    return modules


def extract(package: Path = PACKAGE) -> Found:
    """Every message the package says."""
    modules = _modules(package)
    reader = _Reader(modules)
    found = Found()
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call):
                for said in _said(reader, module, node, found):
                    found.add(said)
    return found


def _said(reader: _Reader, module: _Module, call: ast.Call, found: Found) -> Iterator[Said]:
    place = f"{module.place}:{call.lineno}"
    name = _called(call.func)
    if name in CARRIERS:
        keyword, at = CARRIERS[name]
        given = [k.value for k in call.keywords if k.arg == keyword] or list(call.args[at : at + 1])
        ids = [text for one in given for text in _texts(reader.values(module, one))]
        yield from (Said(text, place=place) for text in ids)
        return
    plural = isinstance(call.func, ast.Attribute) and call.func.attr == "n" and _is_speaker(module, call.func.value)
    if not (plural or _is_speaker(module, call.func)) or not call.args:
        return
    ones = reader.given(module, call, "one", 0)
    manys = reader.given(module, call, "many", 1) if plural else []
    if not ones or (plural and len(manys) not in (1, len(ones))):
        found.unclear.append(place)
    elif plural:
        pairs = zip(map(_text, ones), map(_text, manys * (len(ones) if len(manys) == 1 else 1)), strict=True)
        yield from (Said(one, many, place) for one, many in pairs if is_sentence(one))
    else:
        yield from (Said(one, place=place) for one in _texts(ones))


def _is_speaker(module: _Module, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in SPEAKERS or (node.id == "self" and module.name == OWN)
    return isinstance(node, ast.Attribute) and node.attr in SPEAKERS


def _texts(values: Iterable[tuple[_Module, ast.expr]]) -> list[str]:
    """The sentences among ``values``; codes and signs (``PRO``, ``–``) are the same in every language."""
    return [text for text in dict.fromkeys(map(_text, values)) if is_sentence(text)]


def _text(value: tuple[_Module, ast.expr]) -> str:
    node = value[1]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_sentence(text: str) -> bool:
    """Whether ``text`` is words, not a code or a sign."""
    return any(sign.islower() for sign in text)
