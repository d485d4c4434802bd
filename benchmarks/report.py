"""A report in sections: the parts of a campaign that are run again replace their own, the others stay."""

from __future__ import annotations

import argparse
import re
from collections.abc import Collection, Sequence


def asked(doc: str | None, parts: Collection[str], arguments: Sequence[str]) -> list[str]:
    """The parts that a command line names, none for all of them; ``--help`` prints ``doc`` and runs nothing.

    What stands after a colon says what of the part.

    Raises:
        SystemExit: help was asked for, or there is no such part.
    """
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", help=f"of {', '.join(parts)}; without a name all")
    names: list[str] = parser.parse_args(arguments).part
    if unknown := [name for name in names if name.partition(":")[0] not in parts]:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(parts)}")
    return names


def head(text: str) -> str:
    """What stands in a report before its first section."""
    return re.split(r"(?m)^## ", text)[0].strip()


def sections(text: str) -> dict[str, str]:
    """The sections of a report by their headings."""
    found = re.split(r"(?m)^## ", text)[1:]
    return {part.partition("\n")[0]: "## " + part.strip() for part in found}
