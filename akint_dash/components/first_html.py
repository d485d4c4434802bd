"""The words of a page as HTML for readers and machines that run no script; every word is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from akint_dash.components.first_words import FirstWords, Said

MOST_DESCRIBED: Final = 300
"""So many signs describe a page: search engines and cards of shared links show no more."""
_LOCALES: Final = {"nb": "nb_NO", "en": "en_GB"}


def head(words: FirstWords) -> str:
    """What ``<head>`` says of the page: its description, and its card where its address is shared."""
    if not words.found:
        return '<meta name="robots" content="noindex">'
    lines = [_named("description", _together(words.mark, words.chosen, words.finding, words.say))]
    lines += [_property(name, told) for name, told in _shared(words) if told]
    lines.append(_named("twitter:card", "summary_large_image" if words.picture else "summary"))
    return "\n".join(lines)


def _shared(words: FirstWords) -> Iterator[tuple[str, str]]:
    yield "og:type", "website"
    yield "og:site_name", words.site
    yield "og:locale", _LOCALES[words.language]
    yield "og:title", words.finding
    yield "og:description", _together(words.mark, words.chosen, words.say or words.pictured)
    yield "og:url", words.address
    if words.picture:
        yield "og:image", words.picture
        yield "og:image:type", "image/png"
        yield "og:image:alt", words.pictured


def body(words: FirstWords) -> str:
    """The page in words, for who has no script."""
    ways = "".join(f'<li><a href="{escape(href)}">{escape(name)}</a></li>' for name, href in words.ways)
    told = _paragraph(words.say) + _paragraph(words.chosen, "note")
    lead = f'<section class="lead"><div><h1>{escape(words.finding)}</h1>{told}</div></section>'
    cards = "".join(map(_card, words.cards))
    return (
        f'<noscript><div class="page without-script">'
        f"<p><b>{escape(words.site)}</b></p>{_paragraph(words.mark, 'notice')}<nav><ul>{ways}</ul></nav>"
        f'<main id="innhold">{lead}{cards}</main>'
        f'<p class="note">{escape(words.stamp)}. {escape(words.script)}</p></div></noscript>'
    )


def _card(card: Said) -> str:
    files = " · ".join(f'<a href="{escape(href)}">{escape(name)}</a>' for name, href in card.files)
    foot = f'<p class="note">{files}</p>' if files else ""
    base, say = _paragraph(card.base, "base"), _paragraph(card.say, "say")
    return f'<section class="card c12">{base}<h2>{escape(card.title)}</h2>{say}{foot}</section>'


def _paragraph(said: str, name: str = "") -> str:
    return f"<p{f' class={chr(34)}{name}{chr(34)}' if name else ''}>{escape(said)}</p>" if said else ""


def _named(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">'


def _together(*told: str) -> str:
    return cut(" ".join(ended(one) for one in told if one))


def ended(said: str) -> str:
    """A finding as a sentence."""
    return said if not said or said.endswith((".", "?", "!")) else f"{said}."


def cut(said: str) -> str:
    """No more than a description holds, cut between words."""
    if len(said) <= MOST_DESCRIBED:
        return said
    return said[:MOST_DESCRIBED].rpartition(" ")[0].rstrip(" ,;:–") + " …"
