"""Choices as people write them are understood where only one can be meant, and suggested where not."""

from __future__ import annotations

import pytest

from akint_dash.domain.choices import CHOICES, DERIVED
from akint_dash.domain.synonyms import MAY_BE, SYNONYMS
from akint_dash.importers.choosing import choice_of, similar_choices


@pytest.mark.parametrize(
    ("vocabulary", "said", "code"),
    [
        ("status", "Søkt", "submitted"),
        ("status", "Avslag", "rejected"),
        ("status", "avslått", "rejected"),
        ("status", "avslåtte", "rejected"),
        ("status", "Innvilga", "granted"),
        ("status", "pågår.", "running"),
        ("status", "I GANG", "running"),
        ("status", "ide\u0301", "idea"),
        ("visibility", "internt", "internal"),
        ("visibility", "Offentlege", None),
        ("visibility", "åpen", "public"),
        ("project_role", "Leder", "lead"),
        ("project_role", "medsøker", "partner"),
        ("level", "nordiske", "nordic"),
        ("organisation_kind", "networks", "network"),
        ("activity_kind", "Studietur", "study_visit"),
        ("participates", "ja", "yes"),
        ("status", "aktiv", None),
        ("status", "tull", None),
        ("status", "", None),
    ],
)
def test_what_people_write(vocabulary: str, said: str, code: str | None) -> None:
    assert choice_of(vocabulary, said) == code


@pytest.mark.parametrize(
    ("vocabulary", "said", "first"),
    [
        ("status", "Avslåt", "rejected"),
        ("status", "aktiv", "running"),
        ("visibility", "offentleg", "public"),
        ("project_role", "prosjekteir", "lead"),
        ("activity_kind", "møte", "network_meeting"),
    ],
)
def test_what_may_be_meant(vocabulary: str, said: str, first: str) -> None:
    assert similar_choices(vocabulary, said)[0] == first


def test_nothing_near_suggests_nothing() -> None:
    assert similar_choices("status", "qqqq") == []


@pytest.mark.parametrize("vocabulary", sorted(CHOICES.keys() - DERIVED))
def test_every_word_of_ours_means_its_own_choice_and_no_synonym_two(vocabulary: str) -> None:
    for code, words in CHOICES[vocabulary].items():
        for word in (code, *words):
            assert choice_of(vocabulary, word) == code, word
    seen: dict[str, str] = {}
    for code, synonyms in SYNONYMS.get(vocabulary, {}).items():
        assert code in CHOICES[vocabulary]
        for word in synonyms.split("|"):
            assert seen.setdefault(word, code) == code, word
            assert choice_of(vocabulary, word) == code, word
            assert word not in MAY_BE.get(vocabulary, {}), word
    for word, codes in MAY_BE.get(vocabulary, {}).items():
        assert choice_of(vocabulary, word) is None, word
        assert set(codes.split()) <= CHOICES[vocabulary].keys()
