"""Every sentence has an English one with the same placeholders, and the reader of the code misses none."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from akint_dash.text.catalogues import faults, placeholders, read, write_identity
from akint_dash.text.extraction import Found, extract
from akint_dash.text.words import LOCALE_FOLDER, Words


@cache
def said() -> Found:
    return extract()


def test_every_message_has_an_english_one() -> None:
    lines = faults(said())
    assert not lines, f"{len(lines)} faults in the English catalogues:\n" + "\n".join(lines)


def test_the_code_says_nothing_that_cannot_be_followed() -> None:
    lines = said().faults()
    assert not lines, "\n".join(lines)


def test_the_bokmal_catalogues_are_as_the_code_is(tmp_path: Path) -> None:
    write_identity(said(), tmp_path)
    there = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.po")}
    here = {path.name: path.read_text(encoding="utf-8") for path in (LOCALE_FOLDER / "nb").glob("*.po")}
    stale = sorted(name for name in there.keys() | here.keys() if there.get(name) != here.get(name))
    assert not stale, f"run make catalogues: {', '.join(stale)}"


def test_english_never_says_most_of_what_is_only_the_largest() -> None:
    """Bokmål "flest" and "mest" are the largest; English "most" is more than half."""
    some = [
        (key, str(message.string))
        for key, (_, message) in read(LOCALE_FOLDER / "en").items()
        if re.search(r"\b(?:flest|mest)\b", key, re.IGNORECASE)
    ]
    compared = r"\bthe most\b|\b(?:risen|rose|fallen|fell|has) most\b|\bmost similar\b"
    assert len(some) > 10
    assert [said for said in some if re.search(r"\bmost\b", re.sub(compared, "", said[1]), re.IGNORECASE)] == []


def test_english_verbs_follow_the_number_of_a_part() -> None:
    """'One of two cooperations have an agreement'; the bokmål verb is the same of one and of many."""
    verb = re.compile(r"^(?:\{when\}, )?(?:[^{}]*: )?\{part\} [^{}]*\b(?:are|were|have)\b")
    some = [message.string for _, message in read(LOCALE_FOLDER / "en").values()]
    assert [said for said in some if isinstance(said, str) and verb.search(said)] == []


CODE = """
from house.other import ELSEWHERE
KINDS = {"a": "Fra ordliste", "b": ("Én", "{n} av mange")}
PAIRS = (("x", "Fra løkke"), ("y", "Også løkke"))


class Card:
    key: str
    said: str


def one(w, flag, kind, unknown):
    w("Rett fram")
    w.n("En sak", "{n} saker", 2)
    w("Om ja" if flag else "Om nei")
    w(KINDS["a"])
    w.n(*KINDS["b"], 3)
    first, many = ("Ett hull", "{n} hull") if flag else ("Ett brudd", "{n} brudd")
    w.n(first, many, 2)
    for _, words in PAIRS:
        w(words)
    w(ELSEWHERE[kind])
    named(w, "Gitt som argument")
    named(w, words="Gitt ved navn")
    w(Card("k", "Fra et felt").said)
    w(f"{flag}")
    w("PRO")


def named(w, words):
    return w(words)
"""


def test_the_reader_follows_the_ways_a_message_comes(tmp_path: Path) -> None:
    package = tmp_path / "house"
    package.mkdir()
    (package / "code.py").write_text(CODE, encoding="utf-8")
    (package / "other.py").write_text('ELSEWHERE = {1: "Fra en annen fil"}\n', encoding="utf-8")
    found = extract(package)
    assert {one: message.many for one, message in found.messages.items()} == {
        "Rett fram": "",
        "En sak": "{n} saker",
        "Om ja": "",
        "Om nei": "",
        "Fra ordliste": "",
        "Én": "{n} av mange",
        "Ett hull": "{n} hull",
        "Ett brudd": "{n} brudd",
        "Fra løkke": "",
        "Også løkke": "",
        "Fra en annen fil": "",
        "Gitt som argument": "",
        "Gitt ved navn": "",
        "Fra et felt": "",
    }
    assert [place.partition(":")[0] for place in found.unclear] == ["house/code.py"]


HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "house.po lacks 'Hei {name}' (house.py:1)"),
        ('msgid "Hei {name}"\nmsgstr ""\n', "not translated"),
        ('msgid "Hei {name}"\nmsgstr "Hello {nam}"\n', "unknown placeholder"),
        ('msgid "Hei {name}"\nmsgstr "Hello"\n', "a placeholder is lost"),
        ('#, fuzzy\nmsgid "Hei {name}"\nmsgstr "Hello {name}"\n', "fuzzy"),
        ('msgid "Hei {name}"\nmsgstr "Hello {name}"\n\nmsgid "Borte"\nmsgstr "Gone"\n', "nobody says 'Borte'"),
    ],
)
def test_each_fault_of_a_catalogue_is_told(tmp_path: Path, entry: str, fault: str) -> None:
    (tmp_path / "house.py").write_text('w("Hei {name}")\n', encoding="utf-8")
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "house.po").write_text(f"{HEAD}\n{entry}", encoding="utf-8")
    lines = faults(extract(tmp_path), folder)
    assert any(fault in line.replace(f"{tmp_path.name}/", "") for line in lines)


def test_two_plural_forms_of_one_message_are_told(tmp_path: Path) -> None:
    (tmp_path / "house.py").write_text('w.n("Én", "{n} to", 1)\nw.n("Én", "{n} tre", 1)\n', encoding="utf-8")
    assert "two plural forms" in extract(tmp_path).faults()[0]


def test_bokmal_says_what_the_code_says() -> None:
    words = Words("nb")
    for one, (_, message) in read(LOCALE_FOLDER / "nb").items():
        many = message.id[1] if isinstance(message.id, tuple) else one
        values = {name: "x" for name in placeholders(one) | placeholders(str(many)) if name != "n"}
        if many == one and "{n}" not in one:
            assert words(one, **values) == (one.format(**values) if values else one)
