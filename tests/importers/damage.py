"""A seeded maker of damaged workbooks: what disks, mail gateways, other programs and ill will do to a file.

Every damage is one that a reader must notice or that cannot change what the workbook says: a reading of the damaged
file is refused, or has problems, or equals the reading of the whole one.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from typing import Final, NamedTuple


class Damage(NamedTuple):
    """A damaged workbook and what was done to it."""

    name: str
    content: bytes


Parts = dict[str, bytes]

HUGE: Final = ("1E+400", "-1E+400", "NaN", "INF", "9" * 400, "0x1F", "")
FAR_ROW: Final = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
BOMB: Final = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BOMB_BYTES: Final = 48 * 1024 * 1024


def damages(whole: bytes, seed: int = 1, count: int = 300, of: Iterable[int] = ()) -> Iterator[Damage]:
    """``count`` damaged copies of the workbook ``whole`` (or those numbered ``of``), the same for the same seed."""
    kinds = sorted({**RAW, **PARTS})
    for number in of or range(count):
        name = kinds[number % len(kinds)]
        random = Random(f"{seed}/{number}/{name}")
        content = RAW[name](random, whole) if name in RAW else _with_parts(random, whole, PARTS[name])
        yield Damage(f"{number:03d}-{name}", content)


# -- to the bytes


def _flip_bits(random: Random, whole: bytes) -> bytes:
    data = bytearray(whole)
    for _ in range(random.randint(1, 20)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def _flip_directory(random: Random, whole: bytes) -> bytes:
    data = bytearray(whole)
    begin = max(0, whole.rfind(b"PK\x01\x02", 0, len(whole) // 2 * 2))
    data[random.randrange(begin, len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def _truncate(random: Random, whole: bytes) -> bytes:
    return whole[: random.randrange(1, len(whole))]


def _cut_out(random: Random, whole: bytes) -> bytes:
    begin = random.randrange(len(whole) - 1)
    return whole[:begin] + whole[begin + random.randint(1, 4096) :]


def _overwrite(random: Random, whole: bytes) -> bytes:
    begin, length = random.randrange(len(whole) - 1), random.randint(8, 512)
    return whole[:begin] + random.randbytes(length) + whole[begin + length :]


def _insert(random: Random, whole: bytes) -> bytes:
    begin = random.randrange(len(whole))
    return whole[:begin] + random.randbytes(random.randint(1, 512)) + whole[begin:]


def _zero_tail(random: Random, whole: bytes) -> bytes:
    keep = random.randrange(4, len(whole))
    return whole[:keep] + bytes(len(whole) - keep)


def _noise(random: Random, _: bytes) -> bytes:
    return random.randbytes(random.randint(1, 5000))


def _zip_noise(random: Random, _: bytes) -> bytes:
    return b"PK\x03\x04" + random.randbytes(random.randint(1, 5000))


def _ole_noise(random: Random, _: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(random.randint(1, 5000))


def _text_mode(_: Random, whole: bytes) -> bytes:
    """As a program does that takes it for text."""
    return whole.replace(b"\n", b"\r\n")


def _as_latin(_: Random, whole: bytes) -> bytes:
    return whole.decode("latin-1").encode()


def _nothing(_: Random, __: bytes) -> bytes:
    return b""


RAW: Final[Mapping[str, Callable[[Random, bytes], bytes]]] = {
    "flip-bits": _flip_bits,
    "flip-directory": _flip_directory,
    "truncate": _truncate,
    "cut-out": _cut_out,
    "overwrite": _overwrite,
    "insert": _insert,
    "zero-tail": _zero_tail,
    "noise": _noise,
    "zip-noise": _zip_noise,
    "ole-noise": _ole_noise,
    "text-mode": _text_mode,
    "as-latin": _as_latin,
    "nothing": _nothing,
}


# -- to the parts of the zip


def _with_parts(random: Random, whole: bytes, change: Callable[[Random, Parts], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(random, parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, content in parts.items():  # of no hour: the same seed makes the same bytes
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)
    return made.getvalue()


def _sheet(random: Random, parts: Parts, needed: bytes = b"<v>") -> str:
    """A sheet with a number in it, not the first: that one is prose."""
    sheets = [name for name in parts if "worksheets/sheet" in name and not name.endswith("/sheet1.xml")]
    return random.choice([name for name in sheets if needed in parts[name]])


def _xml(random: Random, parts: Parts) -> str:
    read = ("sheet", "workbook.xml", "styles.xml", "workbook.xml.rels")
    return random.choice([name for name in parts if name.endswith(read) or "worksheets/sheet" in name])


def _replace_one(random: Random, content: bytes, pattern: bytes, by: bytes) -> bytes:
    found = random.choice(list(re.finditer(pattern, content)))
    return content[: found.start()] + found.expand(by) + content[found.end() :]


def _drop(random: Random, parts: Parts) -> None:
    del parts[random.choice(sorted(parts))]


def _swap(random: Random, parts: Parts) -> None:
    sheet = _sheet(random, parts)
    other = random.choice([name for name in parts if "worksheets/sheet" not in name and "docProps" not in name])
    parts[sheet], parts[other] = parts[other], parts[sheet]


def _noise_part(random: Random, parts: Parts) -> None:
    parts[_xml(random, parts)] = random.randbytes(random.randint(0, 3000))


def _cut_part(random: Random, parts: Parts) -> None:
    name = _xml(random, parts)
    parts[name] = parts[name][: random.randrange(len(parts[name]) - 8)]


def _open_tag(random: Random, parts: Parts) -> None:
    name = _xml(random, parts)
    parts[name] = _replace_one(random, parts[name], rb"</\w+>", rb"")


def _bare_ampersand(random: Random, parts: Parts) -> None:
    name = _xml(random, parts)
    parts[name] = _replace_one(random, parts[name], rb"(<\w+)", rb"&nosuch;\1")


def _wrong_encoding(random: Random, parts: Parts) -> None:
    name = _xml(random, parts)
    parts[name] = _replace_one(random, parts[name], rb'="', b'="\xe5')


def _doctype(random: Random, parts: Parts) -> None:
    name = _xml(random, parts)
    parts[name] = parts[name].replace(b"?>\n", b"?>\n" + BOMB, 1)


def _deep(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    depth = random.randint(1_000, 100_000)
    parts[name] = parts[name].replace(b"</sheetData>", b"<a>" * depth + b"</a>" * depth + b"</sheetData>")


def _far_cell(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    parts[name] = parts[name].replace(b"</sheetData>", FAR_ROW + b"</sheetData>")


def _far_column(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    parts[name] = _replace_one(random, parts[name], rb'r="[A-Z]+(\d+)"( s="\d+")?><v>', rb'r="XFD\1"><v>')


def _huge_value(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    value = random.choice(HUGE).encode()
    by = b"<f>1/3</f>" if not value else b"<v>" + value + b"</v>"
    parts[name] = _replace_one(random, parts[name], rb"<v>[^<]*</v>", by)


def _wrong_type(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    kind, value = random.choice(((b"e", b"#REF!"), (b"s", b"999999"), (b"s", b"-1"), (b"str", b"mange"), (b"b", b"1")))
    by = b' t="' + kind + b'"><v>' + value + b"</v>"
    parts[name] = _replace_one(random, parts[name], rb'( s="\d+")><v>[^<]*</v>', rb"\1" + by)


def _twice(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    parts[name] = _replace_one(random, parts[name], rb"(<row .*?</row>)", rb"\1\1")


def _double_code(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    rows = re.findall(rb"<row .*?</row>", parts[name], re.DOTALL)
    last = int(re.findall(rb'<row r="(\d+)"', rows[-1])[0])
    again = re.sub(rb'r="([A-Z]*)' + str(last).encode() + rb'"', rb'r="\g<1>%d"' % (last + 1), rows[-1])
    parts[name] = parts[name].replace(b"</sheetData>", again + b"</sheetData>")


def _zip_bomb(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    parts[name] = parts[name].replace(b"</sheetData>", b" " * BOMB_BYTES + b"</sheetData>")


def _no_headings(random: Random, parts: Parts) -> None:
    name = _sheet(random, parts)
    parts[name] = re.sub(rb'<row r="3".*?</row>', b"", parts[name], count=1, flags=re.DOTALL)


PARTS: Final[Mapping[str, Callable[[Random, Parts], None]]] = {
    "drop": _drop,
    "swap": _swap,
    "noise-part": _noise_part,
    "cut-part": _cut_part,
    "open-tag": _open_tag,
    "bare-ampersand": _bare_ampersand,
    "wrong-encoding": _wrong_encoding,
    "doctype": _doctype,
    "deep": _deep,
    "far-cell": _far_cell,
    "far-column": _far_column,
    "huge-value": _huge_value,
    "wrong-type": _wrong_type,
    "twice": _twice,
    "double-code": _double_code,
    "zip-bomb": _zip_bomb,
    "no-headings": _no_headings,
}


# -- to lists: text tables and JSON

CALLS: Final = "identifier,title,programme,opening_date,deadline,budget_eur,url,kind,source\n"
ONE_CALL: Final = "HORIZON-1,Sykkel,Horizon Europe,2026-01-01,2026-12-01,1000,https://x.eu,topic,s\n"


def lists() -> dict[str, bytes]:
    """Small lists of two forms, each with some rows."""
    calls = "".join(ONE_CALL.replace("HORIZON-1", f"HORIZON-{n}") for n in range(12))
    rows = [
        {"reference": f"R{n}", "metadata": {"identifier": [f"H-{n}"], "title": ["Sykkel"], "type": ["1"],
         "deadlineDate": ["2026-12-08T00:00:00.000+0000"], "budget": ["1000"]}}
        for n in range(12)
    ]  # fmt: skip
    answer = json.dumps({"totalResults": 12, "results": rows}, ensure_ascii=False)
    return {"calls.csv": (CALLS + calls).encode(), "answer.json": answer.encode()}


def list_damages(
    wholes: Mapping[str, bytes], seed: int = 1, count: int = 300, of: Iterable[int] = ()
) -> Iterator[Damage]:
    """``count`` damaged copies of the lists ``wholes`` (by file name), or those numbered ``of``, by the seed."""
    kinds = sorted({**RAW, **TEXTS})
    names = sorted(wholes)
    for number in of or range(count):
        name = kinds[number % len(kinds)]
        random = Random(f"{seed}/list/{number}/{name}")
        file = random.choice(names)
        content = (RAW.get(name) or TEXTS[name])(random, wholes[file])
        yield Damage(f"{number:03d}-{name}-{file}", content)


def _put(random: Random, whole: bytes, pattern: bytes, by: bytes) -> bytes:
    """One place of ``pattern`` replaced; the end where there is none."""
    found = list(re.finditer(pattern, whole))
    if not found:
        return whole + by
    one = random.choice(found)
    return whole[: one.start()] + by + whole[one.end() :]


def _open_quote(random: Random, whole: bytes) -> bytes:
    return _put(random, whole, rb"(?<=[,;:])", b'"')


def _short_row(random: Random, whole: bytes) -> bytes:
    return _put(random, whole, rb"[,;]", b"")


def _long_row(random: Random, whole: bytes) -> bytes:
    return _put(random, whole, rb"[,;]", b",,")


def _other_delimiter(_: Random, whole: bytes) -> bytes:
    return whole.replace(b",", b";")


def _half_character(random: Random, whole: bytes) -> bytes:
    return _put(
        random, whole, rb"[a-z]", random.choice((b"\\ud83d", b"\xc3", b"\xed\xa0\xbd", b"\x00", b"\x1b]0;x\x07"))
    )


def _million_digits(random: Random, whole: bytes) -> bytes:
    return _put(
        random, whole, rb"\d+", random.choice((b"9" * 1_000_000, b"-1E+400", b"NaN", b"1_0", b"Infinity", b"1e9"))
    )


def _long_line(random: Random, whole: bytes) -> bytes:
    return _put(random, whole, rb"[a-z]", b"a" * random.randint(200_000, 2_000_000))


def _nested(random: Random, whole: bytes) -> bytes:
    return _put(random, whole, rb"[\[{]|$", b"[" * random.randint(1_000, 200_000))


def _line_twice(random: Random, whole: bytes) -> bytes:
    lines = whole.splitlines(keepends=True)
    return b"".join([*lines, random.choice(lines)])


def _line_gone(random: Random, whole: bytes) -> bytes:
    lines = whole.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return b"".join(lines)


def _utf16(_: Random, whole: bytes) -> bytes:
    return whole.decode("utf-8").encode("utf-16")


TEXTS: Final[Mapping[str, Callable[[Random, bytes], bytes]]] = {
    "open-quote": _open_quote,
    "short-row": _short_row,
    "long-row": _long_row,
    "other-delimiter": _other_delimiter,
    "half-character": _half_character,
    "million-digits": _million_digits,
    "long-line": _long_line,
    "nested": _nested,
    "line-twice": _line_twice,
    "line-gone": _line_gone,
    "utf16": _utf16,
}
