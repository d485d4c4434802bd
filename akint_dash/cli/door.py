"""``main``: every command answers with an exit code and a sentence, never with a traceback."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence

from pydantic import ValidationError

from akint_dash.cli.base import Refused, printable
from akint_dash.cli.commands import APP
from akint_dash.cli.help import dressed
from akint_dash.cli.report import fault_json, say_json
from akint_dash.cli.wording import sentence, setting_sentence, system_sentence, usage_sentence, w
from akint_dash.errors import AkintError, UsageError

DONE = 0
IN_THE_WAY = 1
WRONG_USE = 2
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line; the exit code: 0 done, 1 something in the way, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    given = [argument for argument in given if argument != "--debug"]
    _speak_in_any_encoding()
    try:
        return int(dressed(APP)(given, prog_name="akint-dash", standalone_mode=False) or DONE)
    except (KeyboardInterrupt, EOFError):
        return _say(w("Avbrutt. Det som er skrevet, står i akint-dash history."), STOPPED)
    except Exception as error:
        if debug:
            traceback.print_exception(error)
        key, text, code = _fault(error)
        if "--json" in given:
            say_json(fault_json(key, text, _file(error)))
        return _say(text, code)


def _fault(error: Exception) -> tuple[str, str, int]:
    """What went wrong: a key for scripts, a sentence for people, the exit code."""
    if isinstance(error, Refused):
        return "refused", error.text, IN_THE_WAY
    if isinstance(error, AkintError):
        return error.key, sentence(error), WRONG_USE if isinstance(error, UsageError) else IN_THE_WAY
    if isinstance(error, ValidationError):
        return "bad_setting", setting_sentence(error), WRONG_USE
    if callable(getattr(error, "format_message", None)):  # the command line itself was not understood
        return "wrong_use", usage_sentence(error), WRONG_USE
    if isinstance(error, OSError) and error.strerror:
        return "system", system_sentence(error), IN_THE_WAY
    text = w(
        "Uventet feil ({kind}). Det som er skrevet, står i akint-dash history. Kjør igjen med --debug for å se mer.",
        kind=type(error).__name__,
    )
    return "unexpected", text, IN_THE_WAY


def _file(error: Exception) -> str:
    return str(error.values.get("file", "")) if isinstance(error, AkintError) else ""


def _speak_in_any_encoding() -> None:
    """A terminal without our letters gets question marks, never a fault after the work is done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say(text: str, code: int) -> int:
    sys.stderr.write(printable(text.rstrip()) + "\n")
    return code
