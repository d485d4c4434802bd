"""The sheets for people, the first one and what is lacking, and the marks that an import knows the workbook by."""

from __future__ import annotations

from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell  # type: ignore[import-untyped]

from akint_dash.domain.collecting import GAPS_SHEET, INTRO_SHEET, SENT_LABEL, Sent
from akint_dash.domain.mark import Mark
from akint_dash.domain.schema import ENTITIES
from akint_dash.exports.collected.content import Content, NewRow
from akint_dash.exports.collected.records import cell_of, why
from akint_dash.exports.workbook import (
    DEMONSTRATION_MARK,
    FRONT_SHEET,
    HEAD,
    INK,
    QUIET,
    Cells,
    front_lines,
    write_labels,
)
from akint_dash.measures.collection import Gap
from akint_dash.text.words import Words

W: Final = Words("nb")
STEPS: Final = (
    "Begynn på arket Mangler. Hver linje har en lenke til feltet som skal fylles ut.",
    "Feltene er gule med stiplet ramme og en merknad. Kolonnen «Å fylle ut» nevner dem.",
    "Rett det som er feil. En rad som slettes, avslutter registreringen.",
    "Nytt skrives i en ny rad under de andre, med en ny kode. La de andre kodene stå.",
    "Vet dere ikke svaret, la feltet stå tomt. Skriv aldri 0 for det ukjente.",
    "«I fjor» er til hjelp og blir ikke lest inn.",
    "Lagre filen med samme navn og send den tilbake.",
)
"""What to do, at most seven short lines."""
FILLED: Final = "Fylt ut"
BLANK: Final = "Mangler"
HEADS: Final = (
    ("Ark", 22),
    ("Kode", 18),
    ("Tittel", 40),
    ("Felt", 26),
    ("Hva som mangler", 44),
    ("Hvorfor det betyr noe", 44),
    ("Nå", 12),
)
AT_LINK: Final = 3
LINK: Final = "#0b4f9e"
TOP: Final = 3
"""The first row of what is lacking."""


def write_first(workbook: Any, content: Content) -> None:
    """What this is, for whom, of which data, what to do, and how much there is on each sheet."""
    sheet = workbook.add_worksheet(INTRO_SHEET)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 16)
    sheet.set_column(3, 3, 44)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    title = content.title + (f" – {DEMONSTRATION_MARK}" if content.marked else "")
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 18, "font_color": HEAD}))
    row = _facts(workbook, sheet, content, 2)
    row = _steps(workbook, sheet, row + 1)
    _by_sheet(workbook, sheet, content, row + 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _facts(workbook: Any, sheet: Any, content: Content, row: int) -> int:
    label = workbook.add_format({"bold": True, "font_color": INK})
    value = workbook.add_format({"font_color": INK, "align": "left"})
    sending, n = content.sending, len(content.places)
    facts = [
        ("Til", f"{content.name} ({sending.area})"),
        ("Gjelder", f"Internasjonalt arbeid i {sending.year}"),
        ("Data per", f"{sending.day:%d.%m.%Y}, oppdatering {sending.revision}"),
        ("Registreringer", f"{W.number(content.count)}, som rådsområdet er ansvarlig for eller deltar i"),
        ("Felt å fylle ut", W.number(n)),
        ("Synlighet", _visible(content)),
    ]
    for at, (name, said) in enumerate(facts, start=row):
        sheet.write_string(at, 0, name, label)
        sheet.write_string(at, 1, said, value)
    row += len(facts)
    if n:
        sheet.write_string(row, 0, "Fylt ut til nå", label)
        cells = f"'{GAPS_SHEET}'!G{TOP + 1}:G{TOP + n}"
        formula = f'=COUNTIF({cells},"{FILLED}")&" av "&ROWS({cells})'
        sheet.write_formula(row, 1, formula, value, f"0 av {n}")
        row += 1
    return row


def _visible(content: Content) -> str:
    if not content.internal:
        return "Ingen interne registreringer er med"
    return f"{W.number(content.internal)} interne registreringer er med: del arbeidsboken bare med ansatte"


def _steps(workbook: Any, sheet: Any, row: int) -> int:
    head = workbook.add_format({"bold": True, "font_size": 13, "font_color": HEAD})
    plain = workbook.add_format({"font_color": INK})
    sheet.write_string(row, 0, "Slik gjør dere", head)
    for at, line in enumerate(STEPS, start=1):
        sheet.write_string(row + at, 0, f"{at}. {line}", plain)
    return row + len(STEPS) + 1


def _by_sheet(workbook: Any, sheet: Any, content: Content, row: int) -> None:
    head = workbook.add_format({"bold": True, "font_size": 13, "font_color": HEAD})
    heading = workbook.add_format({"bold": True, "font_color": "#ffffff", "bg_color": HEAD})
    link = workbook.add_format({"font_color": LINK, "underline": 1})
    number = workbook.add_format({"num_format": "#,##0", "font_color": INK})
    sheet.write_string(row, 0, "Arkene", head)
    for at, said in enumerate(("Ark", "Registreringer", "Felt å fylle ut")):
        sheet.write_string(row + 1, at, said, heading)
    lacking = [gap.entity for gap, _ in content.places]
    for at, entity in enumerate(content.entities, start=row + 2):
        sheet.write_url(at, 0, f"internal:'{entity.sheet}'!A1", link, entity.sheet)
        sheet.write_number(at, 1, len(content.records[entity.name]), number)
        sheet.write_number(at, 2, lacking.count(entity.name), number)


def write_gaps(workbook: Any, content: Content) -> None:
    """Every cell to fill, with the way to it."""
    sheet = workbook.add_worksheet(GAPS_SHEET)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(TOP, 0)
    sheet.repeat_rows(TOP - 1)
    head = workbook.add_format(
        {"bold": True, "font_color": "#ffffff", "bg_color": HEAD, "text_wrap": True, "valign": "vcenter", "border": 1}
    )
    title = f"{BLANK} – {content.title}" + (f" – {DEMONSTRATION_MARK}" if content.marked else "")
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 13, "font_color": HEAD}))
    said = "Listen er til å finne fram med. Svarene skrives i feltene som lenkene leder til."
    if not content.places:
        said = "Ingenting mangler. Se gjerne over arkene, og rett det som er feil."
    sheet.write_string(1, 0, said, workbook.add_format({"italic": True, "font_color": QUIET}))
    sheet.set_row(TOP - 1, 24)
    for at, (name, width) in enumerate(HEADS):
        sheet.set_column(at, at, width)
        sheet.write_string(TOP - 1, at, name, head)
    lines = _Lines(workbook, sheet, content)
    for at, (gap, new) in enumerate(content.places):
        lines.write(TOP + at, gap, new)
    sheet.autofilter(TOP - 1, 0, max(TOP + len(content.places) - 1, TOP), len(HEADS) - 1)
    sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})


class _Lines:
    """The lines of what is lacking."""

    def __init__(self, workbook: Any, sheet: Any, content: Content) -> None:
        self._sheet, self._content = sheet, content
        self._cells = Cells(workbook, sheet, content.cut)
        line = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#d5dbe1"}
        self._wrap = workbook.add_format(line)
        self._link = workbook.add_format({**line, "font_color": LINK, "underline": 1})

    def write(self, row: int, gap: Gap, new: NewRow | None) -> None:
        """One line."""
        entity = ENTITIES[gap.entity]
        column = entity.by_name[gap.column]
        lacking = "Feltet er tomt" if new is None else f"Raden finnes ikke. Kode for eksempel {new.code}"
        where = xl_rowcol_to_cell(*cell_of(self._content, gap, new))
        title = self._content.title_of(gap.entity, gap.code) if gap.code else self._content.begins(gap)
        said = (entity.sheet, gap.code or "ny rad", title, column.heading, lacking, why(gap))
        lines = max(-(-len(text) // width) for text, (_, width) in zip(said, HEADS, strict=False))
        self._sheet.set_row(row, 16 * lines)
        for at, text in enumerate(said):
            if at != AT_LINK:
                self._cells.write_text(row, at, text, self._wrap)
        self._sheet.write_url(row, AT_LINK, f"internal:'{entity.sheet}'!{where}", self._link, column.heading)
        self._sheet.write_formula(row, 6, self._now(row, gap, new), self._wrap, BLANK)

    def _now(self, row: int, gap: Gap, new: NewRow | None) -> str:
        """Whether the cell is filled: found by the record's code, wherever its row has gone."""
        sheet = f"'{ENTITIES[gap.entity].sheet}'"
        at, column = cell_of(self._content, gap, new)
        if new is not None:
            return f'=IF({sheet}!{xl_rowcol_to_cell(at, column)}="","{BLANK}","{FILLED}")'
        letters = xl_col_to_name(column)
        found = f"INDEX({sheet}!${letters}:${letters},MATCH(B{row + 1},{sheet}!$A:$A,0))"
        return f'=IFERROR(IF({found}="","{BLANK}","{FILLED}"),"Raden er slettet")'


def write_marks(workbook: Any, content: Content, mark: Mark) -> None:
    """The sheet that an import reads: what the workbook holds in full, and what it was made of."""
    sheet = workbook.add_worksheet(FRONT_SHEET)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60, workbook.add_format({"num_format": "@", "text_wrap": True}))
    sheet.set_column(2, 2, 70)
    sheet.write_string(
        0, 0, "Leses av akint-dash. Ikke endre.", workbook.add_format({"bold": True, "font_color": HEAD})
    )
    sending = content.sending
    sheets = [entity.sheet for entity in content.scope]
    sent = Sent(sending.year, sending.area, sending.day.isoformat())
    lines = [
        *front_lines(sending.revision, sheets, [sending.area], content.marked, mark),
        (SENT_LABEL, str(sent), "Hvilken innsamling arbeidsboken hører til. Ikke endre."),
    ]
    write_labels(workbook, sheet, lines, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
