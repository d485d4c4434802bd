"""Generated sentences of one region's sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from akint_dash.domain.history import Change, Values
from akint_dash.text.words import Words, capital


def lead(w: Words, values: Values) -> str:
    """Where the cooperation stands, in one sentence."""
    status, since = str(values["status"]), w.date(str(values["since"]))
    begun = values.get("agreement_from")
    if status in ("active", "agreement"):
        if begun is None:
            return w("Avtale; samarbeid siden {since}, avtalens dato mangler.", since=since)
        until = values.get("agreement_to")
        if until is None:
            return w("Avtale siden {begun}, uten sluttdato.", begun=w.date(str(begun)))
        return w("Avtale fra {begun} til {until}.", begun=w.date(str(begun)), until=w.date(str(until)))
    words = {
        "dialogue": "Dialog siden {since}.",
        "exploring": "Undersøkes siden {since}.",
        "dormant": "På vent. Samarbeidet begynte {since}.",
        "ended": "Avsluttet. Samarbeidet begynte {since}.",
    }
    return w(words[status], since=since)


def no_money(w: Words) -> str:
    """That no money of ours is recorded for reconstruction."""
    return w("Ingen egne penger er registrert til gjenoppbygging. Strategien åpner for kompetanse, ikke for penger.")


def own_money(w: Words, amounts: str, projects: str) -> str:
    """That money of ours is, which the strategy excludes."""
    return w(
        "{amounts} av egne penger er registrert til gjenoppbygging ({projects}). Strategien åpner for "
        "kompetanse, ikke for penger.",
        amounts=amounts,
        projects=projects,
    )


_FIELDS: Final = {
    "agreement_from": "avtalen gjelder fra {value}",
    "agreement_to": "avtalen gjelder til {value}",
    "since": "samarbeid fra {value}",
}


def change(w: Words, one: Change, themes: Mapping[str, str]) -> str:
    """One change of a cooperation or a need, as a reader says it."""
    before, after = one.before or {}, one.after or {}
    if one.entity == "need":
        theme = themes.get(str((after or before).get("theme")), "").lower()
        if one.sort == "added":
            return w("Behov meldt: {theme}", theme=theme)
        return (
            w("Behov endret: {theme}", theme=theme)
            if one.sort == "changed"
            else w("Behov fjernet: {theme}", theme=theme)
        )
    if one.sort == "added":
        return w(
            "Samarbeidet registrert: {status}", status=w.choice("cooperation_status", str(after["status"])).lower()
        )
    if one.sort == "closed":
        return w("Samarbeidet tatt ut av porteføljen")
    said = []
    if before.get("status") != after.get("status"):
        words = [w.choice("cooperation_status", str(v["status"])).lower() for v in (before, after)]
        said.append(w("fra {before} til {after}", before=words[0], after=words[1]))
    said += [
        w(words, value=_value(w, after.get(name)))
        for name, words in _FIELDS.items()
        if before.get(name) != after.get(name)
    ]
    if not said:
        return w("Opplysninger rettet")
    return capital(", ".join(said))


def _value(w: Words, value: Any) -> str:
    return w("ikke oppgitt") if value is None else w.date(str(value))
