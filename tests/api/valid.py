"""Whether a value is what a JSON Schema says: the keywords that the interface's description uses, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

TYPES: Final[Mapping[str, Any]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
OF_SHAPE: Final = ("$ref", "type", "enum", "const", "anyOf", "properties", "required", "additionalProperties", "items")
OF_SIZE: Final = ("minItems", "maxItems", "uniqueItems", "minimum", "maximum", "minLength", "maxLength")
KNOWN: Final = frozenset({*OF_SHAPE, *OF_SIZE, "pattern", "format", "description", "default"})


def faults(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any, at: str = "$") -> Iterator[str]:
    """Where a value is not what the schema says."""
    if "$ref" in schema:
        found: Any = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        yield from faults(document, found, value, at)
        return
    assert set(schema) <= KNOWN, f"{at}: the schema says {set(schema) - KNOWN}"
    if "anyOf" in schema and all(any(faults(document, one, value)) for one in schema["anyOf"]):
        yield f"{at}: none of anyOf: {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum'][:9]}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield f"{at}: {value!r} is no {kinds}"
    if isinstance(value, str):
        yield from _text(schema, value, at)
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} is out of range"
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from faults(document, schema.get("items", {}), one, f"{at}[{n}]")
    if isinstance(value, dict):
        own = schema.get("properties", {})
        yield from (f"{at}: lacks {name}" for name in schema.get("required", ()) if name not in value)
        for name, one in value.items():
            if name in own:
                yield from faults(document, own[name], one, f"{at}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{at}: has {name}"


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, float) and value.is_integer())


def _text(schema: Mapping[str, Any], value: str, at: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} is not {schema['pattern'][:60]}"
    try:
        if schema.get("format") == "date":
            date.fromisoformat(value)
        if schema.get("format") == "date-time":
            assert datetime.fromisoformat(value).utcoffset() is not None
    except (ValueError, AssertionError):
        yield f"{at}: {value!r} is no {schema['format']}"
