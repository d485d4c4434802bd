"""Generated sentences about refused applications and what they cost."""

from __future__ import annotations

from akint_dash.measures.refusals import Refusal, known_hours
from akint_dash.text.findings import leader
from akint_dash.text.words import Words, capital


def title(w: Words, found: list[Refusal]) -> str:
    """The commonest reason where one stands out among the letters that say one; else how many refusals."""
    if not found:
        return w("Ingen søknader er avslått i årene som vises")
    known = [one.reason for one in found if one.reason]
    first = leader({reason: known.count(reason) for reason in dict.fromkeys(known)})
    if not known:
        return w.n("Ett avslag, uten kjent begrunnelse", "{Count} avslag, uten kjent begrunnelse", len(found))
    if first is None:
        one, many = "Ett avslag, {known} med kjent begrunnelse", "{count} avslag, {known} med kjent begrunnelse"
        count, told = w.alike(len(found), len(known), neuter=True)
        if len(known) == len(found) == 1:
            return w("Ett avslag, med kjent begrunnelse")
        told = w.every(len(found)) if len(known) == len(found) else told
        return w.n(one, many, len(found), count=capital(count), known=told)
    part = w.part(known.count(first), len(known))
    return w("{reason}: {part} begrunnede avslag", reason=w.choice("refusal_reason", first), part=part)


def say(w: Words, found: list[Refusal]) -> str:
    """The hours spent, at least; nothing where none is recorded."""
    hours, known = known_hours(found)
    if not found:
        return ""
    if not known:
        return w("Timer brukt på søknadene er ikke registrert.")
    spent = w.decimal(hours)
    if known == len(found):
        one, many = "Arbeidet med søknaden tok {hours} timer.", "Arbeidet med de {count} søknadene tok {hours} timer."
        return w.n(one, many, known, hours=spent)
    one = (
        "Arbeidet med den ene søknaden der timer er registrert, tok {hours} timer; for {lacking} er timer ikke "
        "registrert."
    )
    many = (
        "Arbeidet med de {count} søknadene der timer er registrert, tok {hours} timer; for {lacking} er timer "
        "ikke registrert."
    )
    return w.n(one, many, known, hours=spent, lacking=w.count(len(found) - known))
