"""Whether every catalogue knows what the code says.

``python -m akint_dash.text.catalogues`` (``make catalogues``) writes the bokmål catalogues anew and lists what the
English ones lack.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from akint_dash.text.extraction import Found, Said, extract, is_sentence
from akint_dash.text.words import LOCALE_FOLDER

PLURAL_FORMS: Final = 2
COUNTED: Final = frozenset({"n", "count", "Count"})
"""How a message of a count may write it: each language chooses digits or a word."""
HEAD: Final = (
    'msgid ""',
    'msgstr ""',
    r'"Content-Type: text/plain; charset=utf-8\n"',
    r'"Language: nb\n"',
    r'"Plural-Forms: nplurals=2; plural=(n != 1);\n"',
    "",
    "",
)


def subject(place: str) -> str:
    """The catalogue a message belongs in, by the module that says it first: ``pages/calls/x.py`` is ``calls``."""
    parts = Path(place.partition(":")[0]).with_suffix("").parts[1:]
    if parts[0] in ("cli", "server"):
        return "cli" if parts[0] == "cli" else "shell"
    return parts[1].removesuffix("_cards") if len(parts) > 1 else parts[0]


def read(folder: Path) -> dict[str, tuple[str, Message]]:
    """Message id -> (catalogues, message) of every catalogue in ``folder``; two catalogues are a fault."""
    found: dict[str, tuple[str, Message]] = {}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=folder.name):
                if message.id:
                    key = str(message.id[0] if isinstance(message.id, tuple) else message.id)
                    home = f"{found[key][0]}, {path.stem}" if key in found else path.stem
                    found[key] = (home, message)
    return found


def faults(found: Found, folder: Path = LOCALE_FOLDER / "en") -> list[str]:
    """What is wrong with the catalogues of a language, one line each: missing, fuzzy, other placeholders, unused."""
    known = read(folder)
    lines = []
    for said in sorted(found.messages.values(), key=lambda said: (subject(said.place), said.place)):
        if said.one not in known:
            many = f" / {said.many!r}" if said.many else ""
            lines.append(f"{subject(said.place)}.po lacks {said.one!r}{many} ({said.place})")
            continue
        catalogue, message = known[said.one]
        lines += [f"{catalogue}.po: {fault}: {said.one!r} ({said.place})" for fault in _wrong(said, message)]
    lines += [f"{homes} both hold {key!r}" for key, (homes, _) in known.items() if "," in homes]
    unused = sorted((catalogue, key) for key, (catalogue, _) in known.items() if _unsaid(key, found))
    return lines + [f"{catalogue}.po: nobody says {key!r}" for catalogue, key in unused]


def _unsaid(key: str, found: Found) -> bool:
    return is_sentence(key) and key not in found.messages


def _wrong(said: Said, message: Message) -> Iterator[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if message.fuzzy:
        yield "fuzzy"
    if not strings or not all(strings):
        yield "not translated"
    elif said.many and len(strings) != PLURAL_FORMS:
        yield "needs a plural form"
    else:
        wanted = placeholders(said.one) | placeholders(said.many)
        for string in strings:
            if placeholders(string) - wanted - (COUNTED if said.many else {"n"}):
                yield f"unknown placeholder in {string!r}"
        if wanted - COUNTED - set().union(*map(placeholders, strings)):
            yield "a placeholder is lost"


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def write_identity(found: Found, folder: Path = LOCALE_FOLDER / "nb") -> None:
    """The bokmål catalogues: every message says itself. A county that writes nynorsk begins with a copy of them."""
    by_subject: dict[str, list[Said]] = defaultdict(list)
    homes = read(LOCALE_FOLDER / "en")
    for said in found.messages.values():
        if said.one in found.at_odds:
            continue
        home = homes[said.one][0].partition(",")[0] if said.one in homes else subject(said.place)
        by_subject[home].append(said)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.po"):
        path.unlink()
    for name, messages in by_subject.items():
        catalog = Catalog(locale="nb", fuzzy=False)
        for said in sorted(messages, key=lambda said: said.one):
            if said.many:
                catalog.add((said.one, said.many), (said.one, said.many))
            else:
                catalog.add(said.one, said.one)
        with (folder / f"{name}.po").open("wb") as file:
            file.write("\n".join(HEAD).encode())
            write_po(file, catalog, omit_header=True, no_location=True, width=10_000)


def main() -> int:
    """Write the bokmål catalogues and say what is wrong with the English ones."""
    found = extract()
    write_identity(found)
    lines = faults(found) + found.faults()
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{len(found.messages)} messages, {len(lines)} faults\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
