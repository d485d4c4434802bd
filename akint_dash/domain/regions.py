"""Which region a code means: ISO 3166-2 or NUTS, coarse or fine.

Codes of the two look alike but for the hyphen (UA-32 is Kyiv oblast, UA32 is Zaporizhzhia), so it is never removed.
"""

from __future__ import annotations

from collections.abc import Mapping

from akint_dash.domain.history import Values


def resolve(regions: Mapping[str, Values], text: str) -> str | None:
    """The code of the region that ``text`` names; None where no region does.

    First the code itself, then a NUTS code; a finer NUTS code belongs to the region with its longest beginning.
    """
    wanted = text.strip().upper()
    if wanted in regions:
        return wanted
    if "-" in wanted or len(wanted) < 3:
        return None
    best, length = None, 2
    for code, values in regions.items():
        for nuts in str(values.get("nuts", "")).split():
            if wanted.startswith(nuts) and len(nuts) > length:
                best, length = code, len(nuts)
    return best


def find(regions: Mapping[str, Values], text: str, countries: Mapping[str, str]) -> list[str]:
    """Codes of the regions whose name, country (``countries``: region -> its name) or code holds ``text``.

    A code or NUTS code that means exactly one region comes first, then names that begin with the text.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return []
    exact = resolve(regions, text)
    ranked = []
    for code, values in regions.items():
        names = [str(values.get(name, "")).casefold() for name in ("name_nb", "name_en")]
        hit = any(wanted in name for name in (*names, countries.get(code, "").casefold(), code.casefold()))
        if code == exact or hit:
            begins = any(name.startswith(wanted) for name in names)
            ranked.append((code != exact, not begins, names[0], code))
    return [code for *_, code in sorted(ranked)]
