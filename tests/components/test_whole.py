"""A short word with a hyphen is one word: no line breaks inside it, and a long one may still break."""

from __future__ import annotations

from typing import Any

from akint_dash.components.markup import markup
from akint_dash.components.whole import whole


def kept(said: str) -> list[str]:
    parts: Any = whole(said)
    return [] if isinstance(parts, str) else [str(one.children) for one in parts if not isinstance(one, str)]


def test_short_words_with_a_hyphen_are_kept_whole_with_what_they_are_set_in() -> None:
    assert kept("de åpne EØS-relevante sakene (EU-saker), EU- og Norge-EU 2024–2026") == [
        "EØS-relevante",
        "(EU-saker),",
        "Norge-EU",
    ]
    assert kept("inter-municipal-cooperation of a county") == []


def test_the_words_are_as_they_were() -> None:
    said = "Public domain, Apache-2.0, ISC & EU-saker"
    assert markup(whole(said)).replace('<span class="whole">', "").replace("</span>", "") == said.replace("&", "&amp;")
    assert whole("ingen") == "ingen"


def test_a_text_without_end_is_left_as_it_is() -> None:
    for piece in (".", "(", "a-", "a.", "ord-med-"):
        said = piece * 5000 + "-"
        assert markup(whole(said)) == said
