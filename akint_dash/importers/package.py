"""A zip of XML that anyone may have made: its parts by name, after a look at what they claim to weigh."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from akint_dash.errors import UnreadableFile

MAX_PARTS: Final = 5_000
MAX_UNPACKED: Final = 400 * 1024 * 1024
MAX_RATIO: Final = 100
RATIO_MATTERS_FROM: Final = 32 * 1024 * 1024
CHUNK: Final = 64 * 1024


class Part:
    """What one XML part says. Names come with the prefix we know their namespace by; others are left out."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters."""


class Package:
    """The parts of a file by name, in any case."""

    def __init__(self, path: Path, namespaces: Mapping[str, str]) -> None:
        self._zip = zipfile.ZipFile(path)
        self._namespaces = namespaces
        infos = self._zip.infolist()
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        dense = unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * packed
        if unpacked > MAX_UNPACKED or dense or len(infos) > MAX_PARTS:
            raise UnreadableFile("zip_bomb")
        if any(info.flag_bits & 1 for info in infos):
            raise UnreadableFile("encrypted")
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._infos

    def parse(self, name: str, part: Part) -> None:
        """Feed the part ``name`` to ``part``. Every byte is read, so that its checksum is checked."""
        with self._zip.open(self._infos[name.lower()]) as stream:
            _feed(stream, part, _Names(self._namespaces))

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of the part ``name``: id -> (type, name of the part)."""
        folder, file = posixpath.split(name)
        relations = _Relations()
        self.parse(posixpath.join(folder, "_rels", f"{file}.rels"), relations)
        return {
            key: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            for key, (kind, target) in relations.targets.items()
        }


class _Names(dict[str, str]):
    """What we call a name of the file: by our prefix; ``""`` where its namespace is none of ours."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        super().__init__()
        self._namespaces = namespaces

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        prefix = self._namespaces.get(space)
        found = "" if prefix is None else f"{prefix}{local}"
        self[name] = found
        return found


def _feed(stream: IO[bytes], part: Part, names: _Names) -> None:
    """Parse ``stream``; a document type declaration is refused (it can only blow up)."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if known := names[name]:
            part.start(known, {names[key] if " " in key else key: value for key, value in attributes.items()})

    def end(name: str) -> None:
        if known := names[name]:
            part.end(known)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = part.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise UnreadableFile("damaged_file")


class _Relations(Part):
    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = kind, attributes.get("Target", "")
