"""Files that no reader knows but many offices have: what each is, so that the refusal can say the way out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from akint_dash.importers.delimited import decode
from akint_dash.importers.tables import CODE, heading_key, headings_of_sheets

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOOKED_AT: Final = 4 * 1024 * 1024
_OLE_KINDS: Final = (
    ("encrypted", ("EncryptedPackage",)),
    ("old_workbook", ("Workbook", "Book")),
    ("a_document", ("WordDocument", "PowerPoint Document")),
)
_BEGINNINGS: Final = (
    (b"%PDF", "a_document"),
    (b"{\\rtf", "a_document"),
    (b"\x1f\x8b", "an_archive"),
    (b"7z\xbc\xaf", "an_archive"),
    (b"Rar!", "an_archive"),
    (b"\xff\xfe", "utf16_text"),
    (b"\xfe\xff", "utf16_text"),
)
_OLD_XML: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_HTML: Final = re.compile(rb"\s*<(?:!doctype html|html|head|meta|table|body)\b", re.IGNORECASE)
_FIRST_LINES: Final = 20


def why(path: Path, head: bytes) -> str:
    """The key of the sentence for a file of no reader."""
    if head.startswith(_OLE):
        return _why_ole(path)
    for beginning, key in _BEGINNINGS:
        if head.startswith(beginning):
            return key
    if _OLD_XML in head:
        return "old_workbook"
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "a_web_page"
    return "sheet_as_text" if _is_sheet(head) else "no_reader"


def _why_ole(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_OLE_LOOKED_AT)
    for key, names in _OLE_KINDS:
        if any(name.encode("utf-16-le") in content for name in names):
            return key
    return "not_a_workbook"


def _is_sheet(head: bytes) -> bool:
    """Whether one of the first lines holds the headings of a sheet of ours."""
    known = headings_of_sheets()
    for line in decode(head).splitlines()[:_FIRST_LINES]:
        found = {heading_key(cell.strip('" ')) for cell in re.split("[;,\t]", line)}
        if heading_key(CODE.heading) in found and len(found & known) > 1:
            return True
    return False
