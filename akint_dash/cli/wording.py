"""The words of the command line: bokmål, from the catalogues and from ``text.problems``."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ValidationError

from akint_dash.cli.stopgap import error_line
from akint_dash.domain.history import Value
from akint_dash.domain.reading import Conflict
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.errors import AkintError, UndoRefused
from akint_dash.text.words import Words

w: Final = Words("nb")
SHOWN_IN_WAY: Final = 10


def sentence(error: AkintError) -> str:
    """One clear sentence for an error of ours."""
    text = error_line(w, error)
    if isinstance(error, UndoRefused) and error.records:
        text += "\n" + "\n".join(f"  {record}" for record in error.records[:SHOWN_IN_WAY])
        if len(error.records) > SHOWN_IN_WAY:
            text += "\n" + w("  … og {n} til", n=len(error.records) - SHOWN_IN_WAY)
    return text


def setting_sentence(error: ValidationError) -> str:
    """Which setting is wrong."""
    return "\n".join(_setting(fault["loc"], fault["input"]) for fault in error.errors())


def _setting(where: tuple[int | str, ...], given: object) -> str:
    if not where:
        return w("AKINT_AUDIENCE=staff krever at AKINT_HOST bare kan nås fra denne maskinen (127.0.0.1).")
    name = "AKINT_" + "_".join(str(part) for part in where).upper()
    return w("Innstillingen {name}={given} kan ikke brukes. Se README.", name=name, given=given)


def usage_sentence(error: Any) -> str:
    """What was wrong with the command line, and where the help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "akint-dash"
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(error.format_message())
    return w("{fault} Se {path} --help.", fault=_fault(kind, error), path=path)


def _fault(kind: str, error: Any) -> str:
    name = _name(getattr(error, "param", None))
    message = str(error.format_message())
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ())
        known = w(" Mente du {near}?", near=near) if near else ""
        return w("Ukjent valg {name}.", name=error.option_name) + known
    if kind == "MissingParameter":
        return w("{name} mangler.", name=name)
    if kind == "BadParameter":
        return w("{name} kan ikke brukes slik det er skrevet.", name=name)
    if kind == "BadOptionUsage":
        return w("{name} mangler en verdi.", name=error.option_name)
    if message.startswith("No such command"):
        return w("Ukjent kommando {name}.", name=message.partition("'")[2].rstrip("'."))
    if message.startswith("Got unexpected extra argument"):
        return w("For mange ord: {why}.", why=message.rpartition("(")[2].rstrip(")"))
    return w("Kommandoen ble ikke forstått: {why}", why=message)


def _name(param: Any) -> str:
    if param is None:
        return ""
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


# -- values


def shown(column: Column, value: Value | None) -> str:
    """A record's value the way the workbook shows it."""
    if value is None or value == []:
        return w("(tomt)")
    if column.kind is Kind.MONEY and isinstance(value, int):
        return w.number(value / 100, 0 if value % 100 == 0 else 2)
    if column.kind is Kind.CHOICE:
        return w.choice(column.of, str(value))
    if column.kind is Kind.DATE:
        return w.date(str(value))
    if column.kind is Kind.MOMENT:
        return w.moment(str(value))
    if column.kind is Kind.FLAG:
        return w("ja") if value else w("nei")
    if isinstance(value, list):
        return "; ".join(f"{pair[0]} {pair[1]} %" if len(pair) > 1 and pair[1] else str(pair[0]) for pair in value)
    return str(value)


def conflict_line(conflict: Conflict) -> str:
    """A cell that someone else changed: both values."""
    column = ENTITIES[conflict.entity].by_name.get(conflict.column)
    ours, theirs = conflict.ours, conflict.theirs
    heading = conflict.column
    if column is not None:
        heading = column.heading
        ours, theirs = (_cell(column, text) for text in (ours, theirs))
    return w(
        "{file}, arket {sheet}, rad {row}, {column} ({code}): arbeidsboken sier «{ours}», databasen sier «{theirs}»",
        file=conflict.place.file,
        sheet=conflict.place.sheet or ENTITIES[conflict.entity].sheet,
        row=conflict.place.row,
        column=heading,
        code=conflict.code,
        ours=ours,
        theirs=theirs,
    )


def _cell(column: Column, text: str) -> str:
    if not text:
        return w("(tomt)")
    if column.kind is Kind.MONEY and text.lstrip("-").isdigit():
        return shown(column, int(text))
    return text if column.kind is Kind.TIES else shown(column, text)
