"""How an area's workbook of the yearly collection stands, in words."""

from __future__ import annotations

from akint_dash.text.words import Words


def standing_words(w: Words, standing: str, read: int | None, conflicts: int, problems: int) -> str:
    """Whether it is answered, and read in by the update ``read``; what stands in the way."""
    own = w("Lest inn uten endringer i egne registreringer")
    said = {
        "same": own,
        "": w("Ikke lest inn"),
        "sent": w("Ikke svart"),
        "answered": w("Svart, ikke lest inn"),
        "read": w("Lest inn") if read is None else w("Lest inn som oppdatering {n}", n=read),
    }[standing]
    if conflicts:
        said += ", " + w.n("1 konflikt", "{n} konflikter", conflicts)
    if problems:
        said += ", " + w.n("1 feil", "{n} feil", problems)
    return said


def answered_words(w: Words, n: int, of: int, year: int) -> str:
    """From how many areas answers are read in."""
    if not n:
        return w("Ingen svar på innsamlingen for {year} er lest inn", year=year)
    if n == of:
        return w("Svarene fra alle rådsområdene er lest inn, {year}", year=year)
    return w.n(
        "Svar fra {count} av {of} rådsområder er lest inn, {year}",
        "Svar fra {count} av {of} rådsområder er lest inn, {year}",
        n,
        count=w.count(n),
        of=w.count(of),
        year=year,
    )
