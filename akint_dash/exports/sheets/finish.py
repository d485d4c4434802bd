"""What XlsxWriter leaves out of a workbook: its language, and that a missing number is a gap in a chart, not a zero."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from typing import Final

from akint_dash.exports.office import LANGUAGES
from akint_dash.text.words import Language

_CORE: Final = "docProps/core.xml"
_CHART: Final = re.compile(r"xl/charts/chart\d+\.xml")
_HEAVY: Final = 4 * 1024**2
"""A workbook of so many bytes is packed quickly, not small."""
_LARGE: Final = 1024**3
_END: Final = b"</cp:coreProperties>"
_VISIBLE: Final = b'<c:plotVisOnly val="1"/>'


def finished(workbook: bytes, language: Language) -> bytes:
    """``workbook`` with these; everything else is as it was."""
    made = io.BytesIO()
    level = 1 if len(workbook) > _HEAVY else None
    packed = zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level)
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, packed as new:
        for entry in old.infolist():
            if entry.filename != _CORE and not _CHART.fullmatch(entry.filename):
                _copied(old, new, entry)
                continue
            body = old.read(entry)
            if entry.filename == _CORE:
                body = body.replace(_END, f"<dc:language>{LANGUAGES[language]}</dc:language>".encode() + _END)
            else:
                body = body.replace(_VISIBLE, _VISIBLE + b'<c:dispBlanksAs val="gap"/>')
            new.writestr(entry, body)
    return made.getvalue()


def _copied(old: zipfile.ZipFile, new: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """An entry as it is, never whole in memory."""
    with old.open(entry) as source, new.open(entry, "w", force_zip64=entry.file_size > _LARGE) as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
