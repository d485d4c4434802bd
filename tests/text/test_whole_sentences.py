"""A whole sentence after a colon begins with a capital in bokmål; of none and none nothing is 'as many'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.text.catalogues import read
from akint_dash.text.words import LOCALE_FOLDER, Words
from tests.figures.following import opened

VERB: Final = re.compile(
    r"\b(?:er|har|kan|ble|blir|venter|mangler|kommer|vises|telles|skal|må|får|fikk|gikk|går|gjelder|regnes|deltar|deltok"
    r"|finnes|står|løper|bygger|begynte|var|hadde|bør|vil)\b"
)
LABELS: Final = ("Intern: vises bare for ansatte",)
"""What has a verb and no subject."""


def small_after_colon(said: str) -> Iterator[str]:
    """The whole sentences after a colon that begin with a small letter; a name with what it lacks is a label."""
    for found in re.finditer(r": (?=[a-zæøå])", said):
        head = re.split(r"(?<=[.!?])\s", said[: found.start()])[-1]
        tail = re.split(r"(?<=[.!?])\s|; |\)", said[found.end() :])[0]
        main = re.split(r",| som | der | når | hvis | da |^(?:dagen|året) ", tail)[0]
        if VERB.search(main) and (tail.endswith(".") or not re.fullmatch(r"\{\w+\}", head)):
            yield tail


def test_a_whole_sentence_after_a_colon_begins_with_a_capital() -> None:
    ids = [message.id for _, message in read(LOCALE_FOLDER / "en").values()]
    said = [words for one in ids for words in ([one] if isinstance(one, str) else one)]
    assert [one for one in said if one not in LABELS and any(small_after_colon(one))] == []


def test_the_law_knows_a_sentence_from_a_label() -> None:
    assert [*small_after_colon("Porteføljen er tom: det er ingenting å skrive.")] == ["det er ingenting å skrive."]
    assert [*small_after_colon("{name}: henvendelser mangler")] == []
    assert [*small_after_colon("Aktivitet: dagen den ble holdt. Samarbeid: året det begynte.")] == []


def test_sentences_are_joined_and_begin_as_their_language_asks() -> None:
    nb, en = Words("nb"), Words("en")
    assert nb.after_colon(nb.clauses(["tre er innvilget", "to venter"])) == "Tre er innvilget, og to venter"
    assert en.after_colon(en.clauses(["three were granted", "two are pending"])) == (
        "three were granted, and two are pending"
    )
    assert nb.clauses(["én venter"]) == "én venter"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("query", [(), (("per", "2026-06-30"), ("omrade", "SAM")), (("periode", "2025"),)], ids=str)
@pytest.mark.parametrize(
    "path", ["/", "/strategien", "/virkemidler/politikkoppfolging", "/virkemidler/kompetanseheving", "/omrader/sam"]
)
def test_no_page_says_as_many_of_none(site: Site, path: str, query: tuple[tuple[str, str], ...]) -> None:
    """ "Ingen møter hittil i 2026, like mange som på samme tid i 2025." of none in either."""
    text = opened(site, path, query)[1].text
    assert re.findall(r"Ingen [^.;]{0,80}like mange[^.]*", text) == []
