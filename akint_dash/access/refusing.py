"""What a request that is refused, or that fails, is told: one calm sentence, and nothing of how the program is made."""

from __future__ import annotations

import logging
from html import escape
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from akint_dash.access.problems import Problem, answered, asked_language, is_interface
from akint_dash.errors import DatabaseUnavailable
from akint_dash.text.words import Language, Words

log = logging.getLogger(__name__)


def register(server: Flask) -> None:
    """Every refusal and every fault in words; a fault is written to the log in full."""

    def told(error: HTTPException) -> Any:
        if error.response is not None or (error.code or 500) < 400:
            return error.get_response()
        return refused(error.code or 500, error.get_headers())

    def failed(error: Exception) -> Response:
        g.failed = type(error).__name__
        log.exception("%s %s failed", request.method, request.path[:200], exc_info=error)
        return refused(500)

    def away(error: DatabaseUnavailable) -> Response:
        log.error("%s %s: %s", request.method, request.path[:200], error.key)
        return refused(503, [("Retry-After", "10")])

    def asked_wrongly(problem: Problem) -> Response:
        title = sentence(Words(asked_language()), problem.status)
        return answered(problem.status, title, problem.detail, reason=problem.reason, wrong=problem.wrong)

    server.register_error_handler(Problem, asked_wrongly)
    server.register_error_handler(HTTPException, told)
    server.register_error_handler(DatabaseUnavailable, away)
    server.register_error_handler(Exception, failed)


def refused(status: int, headers: Any = ()) -> Response:
    """The answer of a refusal; what ``headers`` say beside its kind (which methods, when to come back) is kept."""
    kept = [(name, value) for name, value in headers if name.lower() in ("allow", "retry-after", "www-authenticate")]
    if is_interface(request.path):
        return answered(status, sentence(Words(asked_language()), status), headers=kept)
    english = request.path == "/en" or request.path.startswith("/en/")
    language: Language = "en" if english else "nb"
    words = sentence(Words(language), status)
    if not request.accept_mimetypes.accept_html:
        return Response(words + "\n", status, kept, content_type="text/plain; charset=utf-8")
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{status}</title></head>\n<body><main><h1>{escape(words)}</h1></main></body>\n</html>\n"
    )
    return Response(page, status, kept, content_type="text/html; charset=utf-8")


def sentence(w: Words, status: int) -> str:
    """What is said of ``status``."""
    match status:
        case 401:
            return w("Du må logge inn for å se dette.")
        case 403:
            return w("Du har ikke tilgang til dette.")
        case 404:
            return w("Denne adressen finnes ikke.")
        case 405:
            return w("Adressen kan ikke brukes på denne måten.")
        case 406:
            return w("Svaret finnes ikke i den formen det ble bedt om.")
        case 409:
            return w("Dataene er oppdatert siden bladingen begynte.")
        case 411 | 413:
            return w("Forespørselen er for stor.")
        case 414 | 431:
            return w("Adressen er for lang.")
        case 429:
            return w("Det kom svært mange forespørsler på kort tid. Vent litt og prøv igjen.")
        case 503:
            return w("Databasen svarer ikke. Prøv igjen om litt.")
        case _ if status >= 500:
            return w("Noe gikk galt hos oss. Prøv igjen om litt.")
        case _:
            return w("Forespørselen kunne ikke leses.")
