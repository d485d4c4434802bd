"""The titles of activities, in both languages."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Final

TITLES: Final = {
    "network_meeting": [
        ("{org}: møte om {topic}", "{org_en}: meeting on {topic_en}"),
        ("{org}: arbeidsgruppe for {topic}", "{org_en}: working group on {topic_en}"),
    ],
    "advocacy": [
        ("Innspill til {addressee}: {topic}", "Submission to {addressee_en}: {topic_en}"),
        ("Møte med {addressee} om {topic}", "Meeting with {addressee_en} on {topic_en}"),
    ],
    "hearing": [
        ("Høringssvar om {topic}", "Consultation response on {topic_en}"),
        ("Svar til {addressee} om {topic}", "Response to {addressee_en} on {topic_en}"),
    ],
    "course": [
        ("Kurs: {topic}", "Course: {topic_en}"),
        ("Fagdag om {topic}", "Training day on {topic_en}"),
        ("EU-skole for ansatte: {topic}", "EU seminar for staff: {topic_en}"),
    ],
    "seminar": [
        ("Seminar om {topic}", "Seminar on {topic_en}"),
        ("Frokostmøte om {topic}", "Breakfast meeting on {topic_en}"),
        ("Verksted: {topic}", "Workshop: {topic_en}"),
    ],
    "study_visit": [("Studiebesøk i {region}: {topic}", "Study visit to {region_en}: {topic_en}")],
    "exchange": [("Erfaringsutveksling med {region}: {topic}", "Exchange of experience with {region_en}: {topic_en}")],
    "delegation_in": [("Besøk fra {region}: {topic}", "Visit from {region_en}: {topic_en}")],
    "delegation_out": [("Delegasjon til {region}: {topic}", "Delegation to {region_en}: {topic_en}")],
    "contact": [
        ("Møte med {region} om {topic}", "Meeting with {region_en} on {topic_en}"),
        ("Samtale med {region}: {topic}", "Talks with {region_en}: {topic_en}"),
    ],
    "support": [
        ("Bistand til søknad: {topic}", "Assistance with an application: {topic_en}"),
        ("Partnersøk: {topic}", "Partner search: {topic_en}"),
        ("Råd om budsjett: {topic}", "Advice on a budget: {topic_en}"),
    ],
    "guidance": [("Veiledning av {actor}: {topic}", "Guidance to {actor}: {topic_en}")],
}


def titled(
    kind: str, said: dict[str, str], topics: list[list[str]], titles: Counter[str], rng: Random, channel: str
) -> list[str]:
    """A title in both languages that no activity has yet; numbered when all are taken.

    An input is called a meeting where a meeting is its ``channel``, and only there.
    """
    drawn = [(said["topic"], said["topic_en"]), *rng.sample(topics, len(topics))]
    fixed = "undertegning" in said["topic"]
    for topic, english in drawn[: 1 if fixed else None]:
        if kind != "advocacy" or topic == said["topic"]:  # of an input one template fits: there is no order to draw
            templates = rng.sample(TITLES[kind], len(TITLES[kind]))
        for template in templates:
            if kind == "advocacy" and template[0].startswith("Møte") != (channel == "meeting"):
                continue
            nb, en = (t.format(**{**said, "topic": topic, "topic_en": english}) for t in template)
            if not titles[nb]:
                titles[nb] += 1
                return [nb, en]
    titles[nb] += 1
    return [f"{nb} ({titles[nb]}. gang)", f"{en} (no. {titles[nb]})"]
