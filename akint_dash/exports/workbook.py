"""The portfolio as a workbook a person can edit and hand back: one sheet an entity, headings and help in bokmål.

What is written here is what :mod:`akint_dash.importers.workbook` reads: out and in again changes nothing. The first
sheet says which sheets and council areas the workbook holds in full (only there can a missing row close a record) and
at which revision it was made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from akint_dash.domain.choices import CHOICES, word
from akint_dash.domain.history import DEMONSTRATION, State, Value, Values
from akint_dash.domain.mark import Mark
from akint_dash.domain.schema import ENTITIES, PERSON, PERSON_SHEET, Column, Entity, Kind, Sort
from akint_dash.domain.text import cut
from akint_dash.importers.codes import ties_text
from akint_dash.store.private import private_file

Persons = Mapping[str, Values]

FRONT_SHEET: Final = "Om arbeidsboken"
LISTS_SHEET: Final = "Lister"
CODE: Final = Column("code", Kind.REFERENCE, "Kode", "Fast og kort, for eksempel P-0042", required=True)
DEMONSTRATION_COLUMN: Final = Column(DEMONSTRATION, Kind.FLAG, "Demonstrasjon", "Ja: posten er oppdiktet")
DEMONSTRATION_MARK: Final = "Demonstrasjonsdata"
NO_PERSONS: Final[Persons] = MappingProxyType({})

HEADING_ROW: Final = 2
FIRST_ROW: Final = HEADING_ROW + 1
SPARE_ROWS: Final = 1_000
EXACT_MINOR: Final = 10**15
"""Amounts from here on have more digits than a spreadsheet keeps: they are written as text."""
FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Days before it are written as text: the spreadsheet's calendar is wrong there."""
EPOCH: Final = dt.datetime(1899, 12, 30)

WIDTHS: Final[Mapping[Kind, int]] = {
    Kind.TEXT: 28,
    Kind.DATE: 12,
    Kind.MOMENT: 17,
    Kind.INTEGER: 11,
    Kind.NUMBER: 11,
    Kind.MONEY: 16,
    Kind.FLAG: 14,
    Kind.CHOICE: 20,
    Kind.REFERENCE: 22,
    Kind.TIES: 24,
}
FORMATS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "@",
    Kind.DATE: "dd.mm.yyyy",
    Kind.MOMENT: "dd.mm.yyyy hh:mm",
    Kind.INTEGER: "0",
    Kind.NUMBER: "General",
    Kind.MONEY: "#,##0",
    Kind.FLAG: "@",
    Kind.CHOICE: "@",
    Kind.REFERENCE: "@",
    Kind.TIES: "@",
}
WITH_SECONDS: Final = "dd.mm.yyyy hh:mm:ss"
WITH_ORE: Final = "#,##0.00"

INK: Final = "#1f2933"
QUIET: Final = "#52606d"
HEAD: Final = "#1d3c5c"
HEAD_REQUIRED: Final = "#7a2e0e"


def write_workbook(
    path: Path,
    state: State,
    revision: int | None,
    *,
    entities: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    persons: Persons = NO_PERSONS,
    mark: Mark | None = None,
) -> list[str]:
    """Write ``state`` as it was at ``revision`` to ``path``, which is replaced only when all is written.

    ``entities`` (None: all) and ``areas`` (None: all) choose what is written, and become the scope on the first sheet:
    what the workbook holds in full. ``mark`` tells the workbook and its copies from others. A text that no cell
    holds is cut there with a mark that an import knows; the sheets and cells of such texts are returned.

    Raises:
        OSError: the file cannot be written.
    """
    chosen = [entity for entity in sheet_order() if entities is None or entity.name in entities]
    records = {entity.name: _of_areas(state, entity, areas) for entity in chosen}
    marked = any(DEMONSTRATION in values for some in records.values() for values in some.values())
    front = front_lines(revision, [entity.sheet for entity in chosen], sorted(areas or ()), marked, mark)
    book = Book(state, chosen, records, persons, marked)
    _write(path, book, front)
    return book.cut


def write_template(
    path: Path, state_of_code_lists: State, revision: int | None = None, mark: Mark | None = None
) -> None:
    """Write an empty workbook, made at ``revision``, with drop-downs from the code lists to ``path``.

    Its scope is blank, so importing it never closes anything.

    Raises:
        OSError: the file cannot be written.
    """
    front = front_lines(revision, [], [], False, mark)
    _write(path, Book(state_of_code_lists, sheet_order(), {}, NO_PERSONS, False), front)


def sheet_order() -> list[Entity]:
    """Every entity in the order of the sheets: things first, code lists last."""
    return sorted(ENTITIES.values(), key=lambda entity: entity.sort is Sort.LIST)


# -- what is written


def _of_areas(state: State, entity: Entity, areas: Collection[str] | None) -> dict[str, Values]:
    """The records of ``entity`` whose own or parent's responsible area is one of ``areas``; all without an area."""
    records = state.get(entity.name, {})
    if areas is None:
        return dict(records)
    return {code: values for code, values in records.items() if area_of(state, entity, values) in {None, *areas}}


def area_of(state: State, entity: Entity, values: Values) -> str | None:
    """The responsible area of a record, of its parent where it has none itself, None where there is none."""
    if entity.sort is Sort.LIST:
        return None
    if "area" in values and not entity.parent:
        return str(values["area"])
    if not entity.parent:
        return None
    parent = ENTITIES[entity.by_name[entity.parent].of]
    above = state.get(parent.name, {}).get(str(values.get(entity.parent)))
    return None if above is None else area_of(state, parent, above)


def front_lines(
    revision: int | None, sheets: Sequence[str], areas: Sequence[str], marked: bool, mark: Mark | None = None
) -> list[tuple[str, str | int, str]]:
    """(label, value, explanation) of the first sheet."""
    return [
        (
            "Revisjon",
            "" if revision is None else revision,
            "Databasens revisjon da arbeidsboken ble laget. Ikke endre.",
        ),
        (
            "Omfang: ark",
            "; ".join(sheets),
            "Arkene som er fullstendige: en rad som slettes her, avslutter posten. Tomt: ingenting avsluttes.",
        ),
        ("Omfang: rådsområder", "; ".join(areas), "Rådsområdene arkene er fullstendige for. Tomt: alle."),
        ("Kjennemerke", str(mark or ""), "Skiller arbeidsboken fra andre, også i kopier av den. Ikke endre."),
        (
            DEMONSTRATION_MARK,
            "Ja" if marked else "",
            "Ja: arbeidsboken inneholder oppdiktede poster." if marked else "",
        ),
    ]


INTRODUCTION: Final = (
    "Arbeidsboken holder fylkeskommunens internasjonale arbeid: ett ark for hver type post, kodelistene til slutt.",
    "Kolonner merket med * må fylles ut. Hver rad har en fast kode i første kolonne; den skal ikke endres.",
    "En tom celle tømmer feltet i databasen. En kolonne som slettes helt, lar feltet stå urørt.",
    "Flere koder skrives med semikolon: P-0042; P-0043. Fordeling i hele prosent: SAM 60 %; KUL 40 %.",
    "Datoer skrives dag.måned.år. Beløp skrives i hele enheter av valutaen på raden, for eksempel 1 234 567.",
    "Se hva en import ville endre, uten å endre noe: akint-dash import FIL.xlsx --check",
)


class Book:
    """What goes into the sheets, and where the drop-downs find their words."""

    def __init__(
        self,
        state: State,
        entities: Sequence[Entity],
        records: Mapping[str, Mapping[str, Values]],
        persons: Persons,
        marked: bool,
    ) -> None:
        self.entities = entities
        self.records = records
        self.persons = persons
        self.marked = marked
        self.cut: list[str] = []
        self.lists = lists_of(state)
        self._sheets = {entity.name: entity.sheet for entity in entities}

    def source(self, column: Column) -> str | None:
        """The cells a drop-down of ``column`` shows, None where there is nothing to choose from."""
        if column.kind not in (Kind.CHOICE, Kind.REFERENCE):
            return None
        for number, (name, words) in enumerate(self.lists.items()):
            if name == column.of and words:
                letters = xlsxwriter.utility.xl_col_to_name(number, col_abs=True)
                return f"='{LISTS_SHEET}'!{letters}$2:{letters}${len(words) + 1}"
        if column.of in self._sheets and column.kind is Kind.REFERENCE:
            last = FIRST_ROW + len(self.records.get(column.of, {})) + SPARE_ROWS
            return f"='{self._sheets[column.of]}'!$A${FIRST_ROW + 1}:$A${last}"
        return None


def lists_of(state: State) -> dict[str, list[str]]:
    """The words of every vocabulary, and the codes with names of every code list that a column names."""
    lists = {name: [word(name, code, "nb") for code in choice] for name, choice in CHOICES.items()}
    named = {column.of for entity in ENTITIES.values() for column in entity.columns if column.kind is Kind.REFERENCE}
    for entity in ENTITIES.values():
        if entity.sort is Sort.LIST and entity.name in named:
            records = state.get(entity.name, {})
            lists[entity.name] = [_with_name(code, records[code]) for code in sorted(records)]
    return lists


def _with_name(code: str, values: Values) -> str:
    name = str(values.get("name_nb", ""))
    return f"{code} – {name}" if name and name != code else code


# -- the file


def _write(path: Path, book: Book, front: Iterable[tuple[str, str | int, str]]) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        if not unfinished.is_dir():
            private_file(unfinished)
        with (
            TemporaryDirectory(prefix="akint-") as aside,
            xlsxwriter.Workbook(str(unfinished), options | {"tmpdir": aside}) as workbook,
        ):
            workbook.set_properties({"title": "Internasjonalt arbeid", "comments": DEMONSTRATION_MARK * book.marked})
            _write_front(workbook, front, book.marked)
            for entity in book.entities:
                _write_entity(workbook, book, entity)
            _write_persons(workbook, book)
            write_lists(workbook, book.lists)
        unfinished.replace(path)
    except xlsxwriter.exceptions.FileCreateError as error:  # the system's own fault, in a coat
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
    finally:
        if not unfinished.is_dir():
            unfinished.unlink(missing_ok=True)


def _write_front(workbook: xlsxwriter.Workbook, front: Iterable[tuple[str, str | int, str]], marked: bool) -> None:
    sheet = workbook.add_worksheet(FRONT_SHEET)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60, workbook.add_format({"num_format": "@", "text_wrap": True}))
    sheet.set_column(2, 2, 70)
    title = "Internasjonalt arbeid" + (f" – {DEMONSTRATION_MARK}" if marked else "")
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 16, "font_color": HEAD}))
    plain = workbook.add_format({"font_color": INK})
    for number, line in enumerate(INTRODUCTION, start=1):
        sheet.write_string(number, 0, line, plain)
    write_labels(workbook, sheet, front, len(INTRODUCTION) + 2)


def write_labels(
    workbook: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    front: Iterable[tuple[str, str | int, str]],
    first: int,
) -> None:
    """Labels with their values, and why; from row ``first``."""
    label = workbook.add_format({"bold": True, "valign": "top"})
    value = workbook.add_format({"text_wrap": True, "valign": "top", "align": "left", "bg_color": "#f3f6f9"})
    help_format = workbook.add_format({"text_wrap": True, "valign": "top", "font_color": QUIET, "italic": True})
    for number, (name, said, why) in enumerate(front, start=first):
        sheet.write_string(number, 0, name, label)
        if isinstance(said, int):
            sheet.write_number(number, 1, said, value)
        elif said:
            sheet.write_string(number, 1, said, value)
        else:
            sheet.write_blank(number, 1, None, value)
        sheet.write_string(number, 2, why, help_format)


def _write_entity(workbook: xlsxwriter.Workbook, book: Book, entity: Entity) -> None:
    marks = (DEMONSTRATION_COLUMN,) if book.marked else ()
    columns = (CODE, *entity.columns, *marks)
    records = book.records.get(entity.name, {})
    sheet = workbook.add_worksheet(entity.sheet)
    title = entity.sheet + (f" – {DEMONSTRATION_MARK}" if book.marked else "")
    write_head(workbook, sheet, title, entity.help, columns)
    cells = Cells(workbook, sheet, book.cut)
    for number, code in enumerate(sorted(records), start=FIRST_ROW):
        cells.write_text(number, 0, code)
        for at, column in enumerate(columns[1:], start=1):
            value = records[code].get(column.name)
            if value is not None and value != []:
                cells.write(number, at, column, value)
    last = FIRST_ROW + len(records)
    sheet.autofilter(HEADING_ROW, 0, max(last - 1, FIRST_ROW), len(columns) - 1)
    for at, column in enumerate(columns):
        write_choice(sheet, at, column, book.source(column), last + SPARE_ROWS)


def write_head(
    workbook: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    title: str,
    help: str,
    columns: Sequence[Column],
    explain: Callable[[Column], str] = lambda column: explanation(column),
) -> None:
    """The title, a row of explanations, and the headings; frozen. Column formats make new rows right."""
    sheet.freeze_panes(FIRST_ROW, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, WIDTHS[column.kind], workbook.add_format({"num_format": FORMATS[column.kind]}))
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 13, "font_color": HEAD}))
    sheet.write_string(0, 2, help, workbook.add_format({"italic": True, "font_color": QUIET}))
    quiet = {"italic": True, "font_size": 9, "font_color": QUIET, "text_wrap": True, "valign": "top"}
    explained = workbook.add_format(quiet)
    sheet.set_row(1, 40)
    for at, column in enumerate(columns):
        sheet.write_string(1, at, explain(column), explained)
    head = {"bold": True, "font_color": "#ffffff", "text_wrap": True, "valign": "vcenter", "border": 1}
    usual = workbook.add_format({**head, "bg_color": HEAD})
    required = workbook.add_format({**head, "bg_color": HEAD_REQUIRED})
    sheet.set_row(HEADING_ROW, 32)
    for at, column in enumerate(columns):
        mark = " *" if column.required else ""
        sheet.write_string(HEADING_ROW, at, column.heading + mark, required if column.required else usual)


HOW: Final[Mapping[Kind, str]] = {
    Kind.DATE: "Dato: dd.mm.åååå",
    Kind.MOMENT: "Dato og klokkeslett i UTC: dd.mm.åååå tt:mm",
    Kind.INTEGER: "Helt tall",
    Kind.NUMBER: "Tall",
    Kind.MONEY: "Beløp",
    Kind.CHOICE: "Velg fra listen",
}


def explanation(column: Column) -> str:
    """The line above a heading: what belongs in the column and how it is written."""
    how = HOW.get(column.kind, "")
    if column.kind is Kind.REFERENCE and column.of:
        how = f"Kode fra arket {ENTITIES[column.of].sheet}"
    elif column.kind is Kind.TIES:
        how = f"Koder fra arket {ENTITIES[column.of].sheet}, skilt med semikolon"
    return ". ".join(part for part in (column.help, how) if part)


def write_choice(sheet: xlsxwriter.worksheet.Worksheet, at: int, column: Column, source: str | None, last: int) -> None:
    """A drop-down that warns of other words and lets them through: codes and English words are read too."""
    if source is None:
        return
    options = {
        "validate": "list",
        "source": source,
        "error_type": "warning" if column.kind is Kind.CHOICE else "information",
        "error_title": "Ikke i listen",
        "error_message": f"{column.heading}: verdien står ikke i listen. Se arket {LISTS_SHEET}.",
    }
    sheet.data_validation(FIRST_ROW, at, last, at, options)


class Cells:
    """Writes values into cells the way their kind is shown."""

    def __init__(
        self, workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, cut_cells: list[str]
    ) -> None:
        self._sheet = sheet
        self._cut = cut_cells
        self._formats: dict[str, xlsxwriter.format.Format] = {
            code: workbook.add_format({"num_format": code}) for code in {*FORMATS.values(), WITH_ORE, WITH_SECONDS}
        }

    def write(self, row: int, at: int, column: Column, value: Value) -> None:
        """One value."""
        shown, code_of_format = cell_value(column, value)
        shown_as = self._formats[code_of_format]
        if isinstance(shown, str):
            self.write_text(row, at, shown, shown_as)
        else:
            self._sheet.write_number(row, at, shown, shown_as)

    def write_text(self, row: int, at: int, shown: str, shown_as: xlsxwriter.format.Format | None = None) -> None:
        """A text of someone else's, whatever it looks like."""
        if (fitting := cut(shown)) is not shown:
            shown = fitting
            self._cut.append(f"{self._sheet.name} {xlsxwriter.utility.xl_rowcol_to_cell(row, at)}")
        shown_as = shown_as or self._formats["@"]
        if shown.startswith("<r>") and shown.endswith("</r>"):  # XlsxWriter would take it for XML of its own
            self._sheet.write_rich_string(row, at, shown[:1], shown_as, shown[1:], shown_as)
        else:
            self._sheet.write_string(row, at, shown, shown_as)


def cell_value(column: Column, value: Any) -> tuple[str | int | float, str]:
    """What is written for ``value``, and its number format."""
    usual = FORMATS[column.kind]
    if column.kind is Kind.DATE:
        return _day(dt.date.fromisoformat(value)), usual
    if column.kind is Kind.MOMENT:
        return _moment(value)
    if column.kind is Kind.MONEY:
        return _amount(value)
    if column.kind is Kind.NUMBER:
        return (value if float(f"{value:.16G}") == value else repr(value).replace(".", ",")), usual
    if column.kind is Kind.INTEGER:
        return value, usual
    if column.kind is Kind.FLAG:
        return ("Ja" if value else "Nei"), usual
    if column.kind is Kind.CHOICE:
        return word(column.of, value, "nb"), usual
    return (ties_text(value) if column.kind is Kind.TIES else str(value)), usual


def _day(day: dt.date) -> str | int:
    if day < FIRST_DAY:
        return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
    return (day - EPOCH.date()).days


def _moment(value: str) -> tuple[str | float, str]:
    moment = dt.datetime.fromisoformat(value.removesuffix("Z"))
    if moment.date() < FIRST_DAY:
        return value, FORMATS[Kind.TEXT]
    return (moment - EPOCH) / dt.timedelta(days=1), WITH_SECONDS if moment.second else FORMATS[Kind.MOMENT]


def _amount(minor: int) -> tuple[str | int | float, str]:
    whole, rest = divmod(abs(minor), 100)
    if abs(minor) >= EXACT_MINOR:
        return f"{'-' if minor < 0 else ''}{whole},{rest:02d}", FORMATS[Kind.TEXT]
    if rest == 0:
        return minor // 100, FORMATS[Kind.MONEY]
    return minor / 100, WITH_ORE


def _write_persons(workbook: xlsxwriter.Workbook, book: Book) -> None:
    columns = (CODE, *PERSON.columns)
    sheet = workbook.add_worksheet(PERSON_SHEET)
    write_head(workbook, sheet, PERSON_SHEET, PERSON.help, columns)
    cells = Cells(workbook, sheet, book.cut)
    for number, code in enumerate(sorted(book.persons), start=FIRST_ROW):
        cells.write_text(number, 0, code)
        for at, column in enumerate(PERSON.columns, start=1):
            if value := book.persons[code].get(column.name):
                cells.write_text(number, at, str(value))


def write_lists(workbook: xlsxwriter.Workbook, lists: Mapping[str, Sequence[str]]) -> None:
    """The words of the drop-downs, a column each; not read back."""
    sheet = workbook.add_worksheet(LISTS_SHEET)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(lists) - 1, 30)
    head = workbook.add_format({"bold": True, "font_color": "#ffffff", "bg_color": HEAD})
    cells = Cells(workbook, sheet, [])
    for row, words in enumerate(_rows(lists)):
        for at, said in enumerate(words):
            if said:
                cells.write_text(row, at, said, head if row == 0 else None)


def _rows(lists: Mapping[str, Sequence[str]]) -> Iterator[Sequence[str]]:
    yield [_list_heading(name) for name in lists]
    yield from zip_longest(*lists.values(), fillvalue="")


def _list_heading(name: str) -> str:
    if name in ENTITIES:
        return ENTITIES[name].sheet
    columns = (column for entity in ENTITIES.values() for column in entity.columns)
    return next((column.heading for column in columns if column.kind is Kind.CHOICE and column.of == name), name)
