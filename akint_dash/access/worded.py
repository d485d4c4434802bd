"""A refusal or an answer in words: a small page in both languages that shows nothing of the data."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from flask import Response, make_response

from akint_dash.text.words import Words

WORDS: Final = (Words("nb"), Words("en"))
Link = tuple[str, str]
"""Where to, and the message that says so."""


def page_in_words(
    status: int,
    title: str,
    sentence: str | Callable[[Words], str],
    *,
    link: Link | None = None,
    after: str = "",
    dressed: bool = True,
) -> Response:
    """The page. ``sentence`` is a message, or says itself what it is in a language. ``after`` is an address that the
    browser goes on to by itself; bare of style unless ``dressed``."""
    sheets = "".join(f'<link rel="stylesheet" href="/assets/{name}.css">' for name in ("tokens", "base"))
    onward = f'<meta http-equiv="refresh" content="1; url={escape(after)}">' if after else ""
    body = "".join(_in_language(w, title, sentence, link) for w in WORDS)
    response = make_response(
        '<!doctype html>\n<html lang="nb"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"{onward}<title>{escape(WORDS[0](title))}</title>{sheets if dressed else ''}</head>"
        f'<body><main class="page">{body}</main></body></html>'
    )
    response.status_code = status
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    response.headers["Cache-Control"] = "no-store"
    return response


def _in_language(w: Words, title: str, sentence: str | Callable[[Words], str], link: Link | None) -> str:
    said = sentence(w) if callable(sentence) else w(sentence)
    head = "h1" if w.language == "nb" else "h2"
    way = f'<p><a href="{escape(link[0])}">{escape(w(link[1]))}</a></p>' if link else ""
    return (
        f'<section class="lead" lang="{w.language}"><div><{head}>{escape(w(title))}</{head}>'
        f"<p>{escape(said)}</p>{way}</div></section>"
    )
