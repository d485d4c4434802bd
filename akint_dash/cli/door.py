"""``main``: every command answers with an exit code and a sentence, never with a traceback."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from akint_dash.cli.base import Refused
from akint_dash.cli.commands import APP
from akint_dash.cli.help import dressed
from akint_dash.cli.report import fault_json, say_json
from akint_dash.cli.wording import sentence, setting_sentence, usage_sentence, w
from akint_dash.errors import AkintError, UsageError

DONE = 0
IN_THE_WAY = 1
WRONG_USE = 2
STOPPED = 130

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line; the exit code: 0 done, 1 something in the way, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "--debug" in given:
        given.remove("--debug")
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, force=True)
    _speak_in_any_encoding()
    try:
        return int(dressed(APP)(given, prog_name="akint-dash", standalone_mode=False) or DONE)
    except Refused as error:
        return _say(error.text, IN_THE_WAY)
    except AkintError as error:
        if "--json" in given:
            say_json(fault_json(error))
        return _say(sentence(error), WRONG_USE if isinstance(error, UsageError) else IN_THE_WAY)
    except ValidationError as error:
        return _say(setting_sentence(error), WRONG_USE)
    except (KeyboardInterrupt, EOFError):
        return _say(w("Avbrutt. Det som er skrevet, står i akint-dash history."), STOPPED)
    except Exception as error:
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    if callable(getattr(error, "format_message", None)):  # the command line itself was not understood
        return _say(usage_sentence(error), WRONG_USE)
    log.debug("unexpected", exc_info=error)
    if isinstance(error, OSError) and error.strerror:
        where = error.filename or ""
        return _say(w("{where}: {why}.", where=where, why=error.strerror).removeprefix(": "), IN_THE_WAY)
    kind = type(error).__name__
    text = w(
        "Uventet feil ({kind}). Det som er skrevet, står i akint-dash history. Kjør igjen med --debug for å se mer.",
        kind=kind,
    )
    return _say(text, IN_THE_WAY)


def _speak_in_any_encoding() -> None:
    """A terminal without our letters gets question marks, never a fault after the work is done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say(text: str, code: int) -> int:
    sys.stderr.write(text.rstrip() + "\n")
    return code
