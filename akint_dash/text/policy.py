"""Generated sentences of the page on policy follow-up. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from akint_dash.domain.selection import Selection
from akint_dash.measures.engagement import Engagement
from akint_dash.measures.frame import Frame
from akint_dash.measures.memberships import Cost
from akint_dash.text.findings import evenly, leader, standing
from akint_dash.text.frame import in_before, in_year, in_years, silence, stop
from akint_dash.text.missing import at_least, foreign
from akint_dash.text.words import Words, capital

URGENT_DAYS = 30
"""A deadline so near is marked."""


def finding(w: Words, followed: int, days: int | None, years: str = "") -> str:
    """The page's one finding: how many EU matters we follow and when the first deadline falls.

    Of a chosen period (``years``: "i 2024") only how many it holds: what is followed and due today is not its.
    """
    if not followed:
        return w("Ingen EU-saker følges med disse filtrene")
    if years:
        one, many = "Én EU-sak er fulgt eller har frist {years}", "{count} EU-saker er fulgt eller har frist {years}"
        return w.n(one, many, followed, count=w.count_up(followed), years=years)
    told = w.n("Vi følger {count} EU-sak", "Vi følger {count} EU-saker", followed, count=w.count(followed))
    if days is None:
        return w("{told}, ingen har en kommende frist", told=told)
    if days == 0:
        return w("{told}, og én frist er i dag", told=told)
    near = w.n("{count} dag", "{count} dager", days, count=w.count(days))
    return w("{told}, og neste frist er om {near}", told=told, near=near)


def dossier_title(w: Words, ahead: int, days: int) -> str:
    """How many deadlines lie ahead within so many days."""
    if not ahead:
        return w("Ingen egne frister innen {days} dager", days=w.number(days))
    one, many = "Én egen frist innen {days} dager", "{count} egne frister innen {days} dager"
    return w.n(one, many, ahead, count=w.count_up(ahead), days=w.number(days))


def only_next(w: Words, ahead: int, dossiers: int) -> str:
    """That the table beside a count of deadlines holds one a dossier, where some dossier has more."""
    return w("Tabellen viser den neste fristen i hver sak.") if ahead > dossiers else ""


def eea_say(w: Words, relevant: int, possible: int, lacking: int, base: int) -> str:
    """How many are EEA relevant, might be, and are not assessed: of the assessed ones where some are not."""
    if not base:
        return ""
    if lacking == base:
        return w("EØS-relevans er ikke vurdert.")
    part = w.told_part(relevant, base - lacking)
    said = w.n("{part} er EØS-relevant", "{part} er EØS-relevante", relevant, part=part)
    if lacking:
        said = w.n("{part} vurderte er EØS-relevant", "{part} vurderte er EØS-relevante", relevant, part=part)
    said = capital(said)
    if possible:
        said += ", " + w.n("{count} kan være det", "{count} kan være det", possible)
    if lacking:
        said += "; " + w.n("{count} er ikke vurdert", "{count} er ikke vurdert", lacking)
    return said + "."


def when(w: Words, days: int) -> str:
    """How far away a deadline is."""
    return w("i dag") if days == 0 else w.n("om {n} dag", "om {n} dager", days)


def heard_title(w: Words, adopted: int, partly: int, decided: int, total: int) -> str:
    """How many inputs were taken up, and how many in part, of those decided: two numbers."""
    if not total:
        return w("Ingen innspill er registrert med disse filtrene")
    if not decided:
        return w.n("Ett innspill, uten kjent utfall", "{Count} innspill, uten kjent utfall", total)
    words = "Av {decided} avgjorte innspill er {adopted} tatt til følge og {partly} delvis"
    decided_, adopted_, partly_ = w.alike(decided, adopted, partly, neuter=True)
    return w(words, decided=decided_, adopted=adopted_, partly=partly_)


def heard_say(w: Words, eu: int, national: int, pending: int) -> str:
    """To whom, and how many wait for an answer."""
    to_eu, to_national = w.alike(eu, national, neuter=True)
    said = capital(w("{eu} gjelder EU og {national} nasjonale myndigheter", eu=to_eu, national=to_national))
    if pending:
        words = "{count} venter på svar og er ikke regnet med"
        said += "; " + w.n(words, words, pending)
    return said + "."


def channel_rate(w: Words, adopted: int, partly: int, decided: int, pending: int, lacking: int) -> str:
    """One line of the matrix: taken up of decided, the waiting, those without an outcome."""
    parts = [w("{part} tatt til følge", part=w.part(adopted, decided))] if decided else []
    if partly:
        parts.append(w("{n} delvis", n=w.number(partly)))
    if pending:
        parts.append(w.n("{n} venter", "{n} venter", pending))
    if lacking:
        parts.append(w.n("{n} mangler utfall", "{n} mangler utfall", lacking))
    return "; ".join(parts)


def ground_title(w: Words, named: int, total: int) -> str:
    """How many inputs stand on an adopted goal or decision."""
    if not total:
        return w("Ingen innspill å knytte til vedtak")
    if named == total:
        return w("Alle innspill viser til et vedtatt mål eller vedtak")
    part = w.told_part(named, total, neuter=True)
    return capital(w("{part} innspill viser til et vedtatt mål eller vedtak", part=part))


def ground_say(w: Words, goals: Mapping[str, int], names: Mapping[str, str]) -> str:
    """The goal promoted most, when one stands out."""
    total = sum(goals.values())
    if not total:
        return w("Ingen vedtatte mål er fremmet.")
    found = standing(goals)
    if found.leader is not None:
        part = w.told_part(goals[found.leader], total, neuter=True)
        return w("Oftest fremmes «{name}»: {part} innspill med et mål.", name=names[found.leader], part=part)
    even = evenly(w, found, {code: f"«{name}»" for code, name in names.items()})
    plain = w.n("Ett mål er fremmet", "{Count} mål er fremmet", len(goals))
    return f"{w('{total}, flest{even}', total=plain, even=even) if even else plain}."


def ungrounded_title(w: Words, n: int, total: int) -> str:
    """How many inputs name neither goal nor decision; of no inputs nothing is praised."""
    if not total:
        return w("Ingen innspill å knytte til vedtak")
    if not n:
        return w("Alle innspill viser til et mål eller vedtak")
    part = w.told_part(n, total, neuter=True)
    return capital(w("{part} innspill mangler henvisning til mål eller vedtak", part=part))


def through_title(w: Words, counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Through which organisation most inputs go; '' stands for the county itself."""
    total = sum(counts.values())
    if not total:
        return w("Ingen innspill med disse filtrene")
    own = counts.get("", 0)
    if own == total:
        every = capital(w.every(total))
        return w.n("Det ene innspillet gikk direkte", "{every} innspill gikk direkte", total, every=every)
    some = {code: n for code, n in counts.items() if code}
    first = leader(some)
    if first is None:
        part = w.told_part(total - own, total, neuter=True)
        return capital(w("{part} innspill gikk gjennom en organisasjon", part=part))
    part = w.told_part(some[first], total - own, neuter=True)
    return w("Gjennom {name} gikk {part} felles innspill", name=names[first], part=part)


# -- memberships


def engaged_title(w: Words, found: Engagement) -> str:
    """In how many memberships we hold a post or attend meetings, and how many of each there are."""
    if not found.total:
        return w("Ingen medlemskap med disse filtrene")
    if not found.active:
        return w("Ingen verv eller møter er registrert i medlemskapene")
    part = w.told_part(found.active, found.total, neuter=True)
    if found.posts and not found.meetings:
        return w("{posts} i {part} medlemskap; ingen nettverksmøter er registrert", posts=_posts(w, found), part=part)
    if not found.posts:
        met = w.n("Ett nettverksmøte", "{Count} nettverksmøter", found.meetings)
        return w("{met} i {part} medlemskap; ingen verv er registrert", met=met, part=part)
    return w("{many} i {part} medlemskap", many=posts_and_meetings(w, found), part=part)


def contents(w: Words, chosen: Selection) -> str:
    """Where something is chosen: that it chooses memberships, and not what they hold."""
    if replace(chosen, periode=None, program=(), status=(), ring=()).is_empty:
        return ""
    if chosen.periode:
        return w("Filtrene velger medlemskapene; det som er registrert på dem, er ellers bare avgrenset av perioden.")
    return w("Filtrene velger medlemskapene; det som er registrert på dem, er ikke avgrenset.")


def posts_and_meetings(w: Words, found: Engagement) -> str:
    """'8 verv, av dem 6 politiske, og 24 nettverksmøter': held and attended in the years of the period."""
    met = w.n("ett nettverksmøte", "{count} nettverksmøter", found.meetings)
    return w("{posts} og {met}", posts=_posts(w, found), met=met)


def _posts(w: Words, found: Engagement) -> str:
    posts = w.n("Ett verv", "{Count} verv", found.posts)
    if found.posts < 2:
        return posts
    one, many = "{posts}, av dem ett politisk,", "{posts}, av dem {count} politiske,"
    return w.n(one, many, found.posts_political, posts=posts)


def cost_say(w: Words, cost: Cost) -> str:
    """What the memberships cost in a year, and how many lack their fee."""
    said, n = w.n("Ett medlemskap", "{n} medlemskap", cost.count), cost.lacking
    if n == cost.count:
        return w("{said}; kontingenten for {year} mangler.", said=said, year=cost.year)
    lacks = [w.n("kontingenten mangler for ett", "kontingenten mangler for {count}", n)] if n else []
    if cost.foreign:
        sums = foreign(w, cost.foreign)
        lacks.append(
            w.n(
                "valutakurs mangler for ett ({sums})",
                "valutakurs mangler for {count} ({sums})",
                len(cost.foreign),
                sums=sums,
            )
        )
    if n + len(cost.foreign) < cost.count:
        said = w("{said} til {fee} i {year}", said=said, fee=at_least(w, w.money(cost.ore), lacks), year=cost.year)
    return f"{'; '.join([said, *lacks])}."


def paid_in(w: Words, years: Sequence[int], now: int) -> str:
    """The years of the fees: 'i 2025', 'siden 2024' up to this year, '2024–2025' of years that are over."""
    first, last = (years[0], years[-1]) if years else (now, now)
    return w("siden {year}", year=first) if first < last == now else in_years(w, first, last)


def engaged_say(w: Words, frame: Frame, pair: tuple[int, int] | None) -> str:
    """Meetings of the year shown against the same days of the year before, side by side; no change is claimed."""
    if pair is None:
        return silence(w, frame)
    values = {"when": in_year(w, frame), "before": w.alike(*pair, neuter=True)[1], "then": in_before(w, frame)}
    if pair[0] == pair[1]:
        one, many = "Ett møte {when}, like mange som {then}", "{Count} møter {when}, like mange som {then}"
    else:
        one, many = "Ett møte {when}, mot {before} {then}", "{Count} møter {when}, mot {before} {then}"
    return stop(w.n(one, many, pair[0], **values))


def sheet_title(w: Words, ore: int, n: int, projects: int, paid: str, lacking: int = 0) -> str:
    """What the memberships have cost, when (see :func:`paid_in`), and how many projects are recorded as theirs.

    Of ``lacking`` membership years the fee is not known.
    """
    if not n:
        return w("Ingen medlemskap med disse filtrene")
    few = w.alike(projects, neuter=True)[0]
    gave = w.n("{few} prosjekt", "{few} prosjekter", projects, few=few)
    if not ore:
        return w("Kontingentene mangler; medlemskapene har gitt {gave}", gave=gave)
    cost = capital(at_least(w, w.money(ore), lacking))
    return w("{money} i kontingent {paid}, og {gave} fra medlemskapene", money=cost, paid=paid, gave=gave)


def sheet_say(w: Words, silent: list[str], n: int) -> str:
    """Which memberships have nothing recorded at all."""
    if not n:
        return ""
    told = w("Bare det som er registrert på medlemskapet, teller, også fra andre rådsområder.")
    if not silent:
        return told
    names = w.join(silent[:3] if len(silent) <= 3 else [*silent[:3], w("{n} til", n=w.number(len(silent) - 3))])
    return told + " " + w("Ingen aktivitet er registrert for {names}.", names=names)


def shared_words(w: Words, shared: int, overlap: int) -> str:
    """What is recorded on several memberships, and what only overlaps."""
    parts = []
    if shared:
        one, many = (
            "Én registrering står på flere medlemskap og teller én gang i summen.",
            "{Count} registreringer står på flere medlemskap og teller én gang i summen.",
        )
        parts.append(w.n(one, many, shared))
    if overlap:
        one, many = (
            "Én registrering er bare overlapp: organisasjonen er med, men det er ikke registrert at den kom derfra.",
            (
                "{Count} registreringer er bare overlapp: organisasjonen er med, men det er ikke registrert at de "
                "kom derfra."
            ),
        )
        parts.append(w.n(one, many, overlap))
    return " ".join(parts)
