"""The words of the command line: bokmål, from the catalogues and from ``text.problems``."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Conflict, Place, Problem
from akint_dash.domain.schema import PERSON, SHEETS, Column
from akint_dash.errors import AkintError
from akint_dash.text.changed import cell_shown, value_shown
from akint_dash.text.problems import MESSAGES, error_line
from akint_dash.text.problems import problem_line as line_of
from akint_dash.text.words import Words

w: Final = Words("nb")


def sentence(error: AkintError) -> str:
    """One clear sentence for an error of ours."""
    if error.key not in MESSAGES:
        values = ", ".join(str(value) for value in error.values.values())
        return w("Det gikk ikke ({key}): {values}.", key=error.key, values=values)
    return error_line(error, w.language)


def problem_line(problem: Problem) -> str:
    """Where a problem is and what is wrong, in one line."""
    return line_of(problem, w.language)


def setting_sentence(error: ValidationError) -> str:
    """Which setting is wrong."""
    return "\n".join(_setting(fault["type"], fault["loc"], fault["input"]) for fault in error.errors())


TOGETHER: Final[Mapping[str, str]] = {
    "half_a_county": "AKINT_COUNTY og AKINT_COUNTY_NAME settes sammen: Nummeret og navnet er ett fylkes.",
    "staff_beyond": "AKINT_AUDIENCE=staff krever at AKINT_HOST bare kan nås fra denne maskinen (127.0.0.1).",
    "staff_and_sign_in": "AKINT_AUDIENCE=staff er for en server uten innlogging. La den stå tom med AKINT_AUTH.",
    "proxy_unnamed": "AKINT_AUTH=proxy krever at AKINT_PROXIES nevner adressene som innlogging kommer fra.",
    "oidc_incomplete": "AKINT_AUTH=oidc krever AKINT_OIDC_ISSUER og AKINT_OIDC_CLIENT_ID.",
    "oidc_in_the_clear": (
        "AKINT_AUTH=oidc krever at AKINT_PUBLIC_URL og AKINT_OIDC_ISSUER begynner med https:// "
        "(http bare på denne maskinen)."
    ),
}
"""What settings may not say together, by the kind of the fault."""


def _setting(kind: str, where: tuple[int | str, ...], given: object) -> str:
    if not where:
        return w(TOGETHER[kind])
    name = "AKINT_" + "_".join(str(part) for part in where).upper()
    if name == "AKINT_DATABASE_URL" or "SECRET" in name:
        given = "***"
    return w("Innstillingen {name}={given} kan ikke brukes. Se README.", name=name, given=given)


def system_sentence(error: OSError) -> str:
    """What the machine refused, and what to do about it."""
    where = str(error.filename or w("Filen"))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return w("{where}: Du har ikke skrivetilgang. Velg en annen mappe, eller be om tilgang.", where=where)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return w("Disken er full. Frigjør plass og kjør igjen.")
    if error.errno == errno.EISDIR:
        return w("{where} er en mappe. Oppgi en fil.", where=where)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        return w("{where} finnes ikke, eller noe annet ligger der. Sjekk navnet.", where=where)
    return w("{where}: {why}.", where=where, why=error.strerror)


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


def shown(column: Column, value: Value | None) -> str:
    """A record's value the way the workbook shows it."""
    return value_shown(w, column, value)


def conflict_line(conflict: Conflict, key: str = "conflict") -> str:
    """A cell that someone else changed: both values, as the workbook writes them; ``overwrites`` where confirmed."""
    entity, place = SHEETS[conflict.entity], conflict.place
    key = "conflict_files" if conflict.other else key
    column = entity.by_name.get(conflict.column)
    there = Place(place.file, place.sheet or entity.sheet, place.row, column.heading if column else conflict.column)
    if not conflict.column:
        told = problem_line(Problem(f"{key}_closed", there, conflict.code))
        return f"{told} ({conflict.other})" if conflict.other else told
    if entity is PERSON:  # names are in no sentence
        return f"{problem_line(Problem(f'{key}_person', there, conflict.code))}"
    ours, theirs = (cell_shown(w, column, text) for text in (conflict.ours, conflict.theirs))
    named = ", ".join(part for part in (conflict.code, conflict.other) if part)
    if conflict.was is not None:
        named += "; " + w("da arbeidsboken ble laget: «{value}»", value=cell_shown(w, column, conflict.was))
    return f"{problem_line(Problem(key, there, ours, theirs))} ({named})"
