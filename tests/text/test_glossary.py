"""Each thing has one word in bokmål and one in English, and a sentence has an end: no catalogue, choice or code list
says otherwise."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pytest

from akint_dash.domain.choices import CHOICES
from akint_dash.settings import PROJECT
from akint_dash.text.catalogues import read
from akint_dash.text.glossary import glossary, strangers
from akint_dash.text.strategy import load
from akint_dash.text.words import LANGUAGES, LOCALE_FOLDER, Language

LONGEST: Final = 30
"""So many words a sentence may have."""


def said_in(language: Language) -> Iterator[str]:
    """Every text of ours that a reader of ``language`` meets: catalogues, choices, names of the code lists."""
    for _, message in read(LOCALE_FOLDER / language).values():
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        yield from (re.sub(r"\{\w*\}", " … ", str(string)) for string in strings)
    for words in CHOICES.values():
        yield from (pair[LANGUAGES.index(language)] for pair in words.values())
    for name in ("area", "instrument", "theme", "goal", "plan"):
        with (PROJECT / "data" / "code" / f"{name}.csv").open(encoding="utf-8") as file:
            yield from (row[f"name_{language}"] for row in csv.DictReader(file))
    for row in load(PROJECT / "data" / "strategy.yaml").rows.values():  # the sentences in bokmål are quoted, not ours
        yield from (row.question_en, row.sentence_en) if language == "en" else (row.question_nb,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_that_is_not_the_glossarys(language: Language) -> None:
    told: dict[str, list[str]] = {}
    for said in said_in(language):
        for word in strangers(said, language):
            told.setdefault(word, []).append(said)
    assert not told, "\n".join(f"{word}: {text}" for word, texts in told.items() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_thing_has_one_word_and_no_word_is_forbidden_for_itself(language: Language) -> None:
    words = [term.word[language] for term in glossary()]
    assert all(words)
    assert [term.word[language] for term in glossary() if not term.full[language]] == []  # each word has a meaning
    assert language == "en" or [word for word, times in Counter(words).items() if times > 1] == []
    said = [text for term in glossary() for text in (term.word[language], term.full[language]) if text]
    assert {text: list(strangers(text, language)) for text in said if [*strangers(text, language)]} == {}


def test_a_stranger_is_found_whole_and_where_it_means_the_thing() -> None:
    assert list(strangers("Seks hull i dataene", "nb")) == ["hull"]
    assert list(strangers("Hullete og revisjonene", "nb")) == ["*revisjon*"]
    assert list(strangers("Én er utenfor fylket, mer enn fylket", "nb")) == ["fylket"]
    assert not list(strangers("Én er utenfor fylket", "nb"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_longer_than_thirty_words(language: Language) -> None:
    sentences = [part for said in said_in(language) for part in re.split(r"(?<=[.!?])\s+", said)]
    assert [part for part in sentences if len(re.findall(r"[^\W_]+(?:[-'’.][^\W_]+)*|…", part)) > LONGEST] == []
