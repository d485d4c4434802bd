"""Generated sentences of the page on policy follow-up. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from akint_dash.domain.selection import Selection
from akint_dash.measures.engagement import Engagement
from akint_dash.measures.frame import Frame
from akint_dash.measures.memberships import Cost
from akint_dash.text.findings import evenly, leader, standing
from akint_dash.text.frame import in_before, in_months, in_year, in_years, silence, stop
from akint_dash.text.missing import foreign, least
from akint_dash.text.words import Words, capital, inside


def finding(
    w: Words,
    followed: int,
    days: int | None,
    years: str = "",
    *,
    ahead: bool = False,
    later: bool = False,
    over: bool = False,
) -> str:
    """The page's one finding: how many EU matters we follow and when the first deadline falls.

    Of a chosen period (``years``: "i 2024") only how many it holds: what is followed and due today is not its; of one
    still ``ahead`` nothing has been followed yet, and what has a deadline in it or (``later``) only after it counts; of
    one that is ``over`` both are told in the past.
    """
    if not followed:
        return w("Vi følger ingen EU-saker med disse filtrene")
    if years:
        one, many = "Én EU-sak er fulgt eller har frist {years}", "{count} EU-saker er fulgt eller har frist {years}"
        if over:
            one, many = (
                "Én EU-sak ble fulgt eller hadde frist {years}",
                "{count} EU-saker ble fulgt eller hadde frist {years}",
            )
        if ahead:
            one, many = "Én EU-sak har frist {years}", "{count} EU-saker har frist {years}"
        if ahead and later:
            one, many = "Én EU-sak har frist {years} eller senere", "{count} EU-saker har frist {years} eller senere"
        return w.n(one, many, followed, count=w.count_up(followed), years=years)
    told = w.n("Vi følger {count} EU-sak", "Vi følger {count} EU-saker", followed, count=w.count(followed))
    if days is None:
        return w("{told}, ingen har en kommende frist", told=told)
    if days == 0:
        return w("{told}, og én frist er i dag", told=told)
    near = w.n("{count} dag", "{count} dager", days, count=w.count(days))
    return w("{told}, og vår neste frist er om {near}", told=told, near=near)


def begun(w: Words, n: int, months: Sequence[str]) -> str:
    """How many dossiers we began to follow in chosen months, as the page's finding."""
    one, many = "Vi begynte å følge én EU-sak {months}", "Vi begynte å følge {count} EU-saker {months}"
    return w.n(one, many, n, months=in_months(w, months))


def begun_to_follow(w: Words, said: str, months: Sequence[str]) -> str:
    """What is said of dossiers, of chosen ``months`` of which: those that we began to follow in them."""
    if not months:
        return said
    return w("{said} (av EU-sakene vi begynte å følge {months})", said=said, months=in_months(w, months))


def dossier_title(w: Words, ahead: int, days: int) -> str:
    """How many deadlines lie ahead within so many days."""
    if not ahead:
        return w("Vi har ingen frister i EU-saker innen {days} dager", days=w.number(days))
    one, many = "Vi har én frist i EU-saker innen {days} dager", "Vi har {count} frister i EU-saker innen {days} dager"
    return w.n(one, many, ahead, count=w.count(ahead), days=w.number(days))


def only_next(w: Words, ahead: int, dossiers: int) -> str:
    """That the table beside a count of deadlines holds one a dossier, where some dossier has more."""
    return w("Tabellen viser den neste fristen i hver sak.") if ahead > dossiers else ""


def eea_say(w: Words, relevant: int, possible: int, lacking: int, base: int) -> str:
    """How many are EEA relevant, might be, and are not assessed: of the assessed ones where some are not."""
    if not base:
        return ""
    if lacking == base:
        return w("EØS-relevans er ikke vurdert.")
    if base - lacking == 1:
        return _one_dossier(w, relevant, possible, lacking)
    few, whole, maybe, rest = w.alike(relevant, base - lacking, possible, lacking)
    part = w("{count} av {base}", count=few, base=whole)
    if relevant == base - lacking:
        every = "{every} vurderte åpne sakene er EØS-relevante" if lacking else "{every} åpne sakene er EØS-relevante"
        said = capital(w(every, every=w.every_one(relevant)))
        return said + (_unassessed(w, lacking, rest) if lacking else "") + "."
    said = w.n("{part} åpne saker er EØS-relevant", "{part} åpne saker er EØS-relevante", relevant, part=part)
    if lacking:
        said = w.n(
            "{part} vurderte åpne saker er EØS-relevant",
            "{part} vurderte åpne saker er EØS-relevante",
            relevant,
            part=part,
        )
    said = capital(said)
    if possible:
        said += w(", og {few} kan være det", few=maybe)
    if lacking:
        said += _unassessed(w, lacking, rest)
    return said + "."


def _unassessed(w: Words, n: int, few: str) -> str:
    """How many dossiers are not assessed, after the others; ``few`` is the number as those of the sentence are."""
    return "; " + w.n("{few} er ikke vurdert", "{few} er ikke vurdert", n, few=few)


def _one_dossier(w: Words, relevant: int, possible: int, lacking: int) -> str:
    """As :func:`eea_say`, where only one is assessed."""
    what = (
        w("{which} er EØS-relevant")
        if relevant
        else w("{which} kan være EØS-relevant")
        if possible
        else w("{which} er ikke EØS-relevant")
    )
    said = what.format(which=w("Den ene vurderte saken") if lacking else w("Saken"))
    return said + (_unassessed(w, lacking, w.count(lacking)) if lacking else "") + "."


def heard_title(w: Words, adopted: int, partly: int, decided: int, total: int) -> str:
    """How many inputs were taken up, and how many in part, of those decided: two numbers."""
    if not total:
        return w("Ingen innspill er registrert med disse filtrene")
    if not decided:
        return w.n("Ett innspill, uten kjent utfall", "{Count} innspill, uten kjent utfall", total)
    if decided == 1:
        return (
            w("Det ene innspillet med kjent utfall er tatt helt til følge")
            if adopted
            else w("Det ene innspillet med kjent utfall er tatt delvis til følge")
            if partly
            else w("Det ene innspillet med kjent utfall er ikke tatt til følge")
        )
    words = "Av {decided} innspill med kjent utfall er {adopted} helt og {partly} delvis tatt til følge"
    decided_, adopted_, partly_ = w.alike(decided, adopted, partly, neuter=True)
    return w.n(words, words, adopted, decided=decided_, adopted=adopted_, partly=partly_)


def heard_say(w: Words, eu: int, national: int, pending: int) -> str:
    """To whom, and how many wait for an answer."""
    to_eu, to_national, few = w.alike(eu, national, pending, neuter=True)
    if not eu or not national:
        said = _one_way(w, eu, national)
        return (
            f"{said}; {w.n('ett venter på svar', '{few} venter på svar', pending, few=few)}." if pending else f"{said}."
        )
    said = capital(w("{eu} er rettet til EU og {national} til nasjonale myndigheter", eu=to_eu, national=to_national))
    if pending:
        one = "ett venter på svar"
        many = "{few} venter på svar"
        said += "; " + w.n(one, many, pending, few=few)
    return said + "."


def _one_way(w: Words, eu: int, national: int) -> str:
    """To whom, where all with a known addressee went the same way."""
    if not eu and not national:
        return w("Mottaker er ikke registrert")
    if not national:
        return w.n("Innspillet er rettet til EU", "Ingen er rettet til nasjonale myndigheter, {count} til EU", eu)
    return w.n(
        "Innspillet er rettet til nasjonale myndigheter",
        "Ingen er rettet til EU, {count} til nasjonale myndigheter",
        national,
    )


def channel_rate(w: Words, adopted: int, partly: int, decided: int, pending: int, lacking: int) -> str:
    """One line of the matrix: taken up of decided, the waiting, those without an outcome."""
    parts = [w("{part} helt tatt til følge", part=w.part(adopted, decided))] if decided else []
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
        one = "Det ene innspillet er knyttet til et vedtatt mål eller vedtak"
        return w.n(one, "Alle innspill er knyttet til et vedtatt mål eller vedtak", total)
    part = w.told_part(named, total, neuter=True)
    return capital(w("{part} innspill er knyttet til et vedtatt mål eller vedtak", part=part))


def ground_say(w: Words, goals: Mapping[str, int], names: Mapping[str, str]) -> str:
    """The goal promoted most, when one stands out."""
    total = sum(goals.values())
    if not total:
        return w("Ingen innspill gjelder et vedtatt mål.")
    found = standing(goals)
    if found.leader is not None:
        part = w.told_part(goals[found.leader], total, neuter=True)
        return w("Flest innspill gjelder «{name}»: {part} innspill med et mål.", name=names[found.leader], part=part)
    even = evenly(w, found, {code: w.quoted(name) for code, name in names.items()})
    if total == 1:
        return w("Ett innspill er knyttet til et vedtatt mål.")
    one, many = "ett og samme vedtatte mål", "{count} vedtatte mål"
    some = w.n(one, many, len(goals))
    plain = w("Innspillene som er knyttet til et mål, gjelder {some}", some=some)
    return f"{w('{total}, flest{even}', total=plain, even=even) if even else plain}."


def ungrounded_title(w: Words, n: int, total: int, outcomes: Mapping[str, int] | None = None) -> str:
    """How many name neither goal nor decision, and how they went: ``outcomes`` by kind, "" where none is recorded."""
    if not total:
        return w("Ingen innspill å knytte til vedtak")
    if not n:
        one = "Det ene innspillet er knyttet til et mål eller vedtak"
        return w.n(one, "Alle innspill er knyttet til et mål eller vedtak", total)
    if n == 1 or not outcomes:
        part = w.told_part(n, total, neuter=True)
        return capital(w("{part} innspill er ikke knyttet til mål eller vedtak", part=part))
    few, *counts = w.alike(n, *outcomes.values(), neuter=True)
    if max(outcomes.values()) == n:
        counts = [w.every(n) for _ in counts]
    went = [_went(w, kind, outcomes[kind], told) for kind, told in zip(outcomes, counts, strict=True) if outcomes[kind]]
    words = "{few} innspill er ikke knyttet til mål eller vedtak: {went}"
    return capital(w(words, few=few, went=w.after_colon(w.clauses(went))))


def _went(w: Words, outcome: str, n: int, few: str) -> str:
    """How many of some inputs went so."""
    words = {
        "adopted": ("{few} er tatt helt til følge", "{few} er tatt helt til følge"),
        "partly": ("{few} er delvis tatt til følge", "{few} er delvis tatt til følge"),
        "not_adopted": ("{few} er ikke tatt til følge", "{few} er ikke tatt til følge"),
        "pending": ("{few} venter på svar", "{few} venter på svar"),
        "": ("{few} mangler utfall", "{few} mangler utfall"),
    }[outcome]
    return w.n(*words, n, few=few)


def through_title(w: Words, counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Through which organisation most inputs go; '' stands for the county itself."""
    total = sum(counts.values())
    if not total:
        return w("Ingen innspill med disse filtrene")
    own = counts.get("", 0)
    if own == total:
        every = capital(w.every_one(total))
        return w.n("Det ene innspillet gikk direkte", "{every} innspillene gikk direkte", total, every=every)
    some = {code: n for code, n in counts.items() if code}
    first = leader(some)
    if first is None:
        told = w.n("Innspill har gått gjennom ett nettverk", "Innspill har gått gjennom {count} nettverk", len(some))
        if not own:
            return told
        few, networks = w.alike(own, len(some), neuter=True)
        said = w.n("{few} innspill gikk direkte", "{few} innspill gikk direkte", own, few=capital(few))
        one, many = "{said}, resten gjennom ett nettverk", "{said}, resten gjennom {networks} nettverk"
        return w.n(one, many, len(some), said=said, networks=networks)
    part = w.told_part(some[first], total - own, neuter=True)
    return w("Gjennom {name} gikk {part} felles innspill", name=names[first], part=part)


# -- memberships


def engaged_title(w: Words, found: Engagement) -> str:
    """In how many memberships we hold a post or attend meetings, and how many of each there are."""
    if not found.total:
        return w("Ingen medlemskap med disse filtrene")
    if not found.active:
        return w("Ingen verv eller møter er registrert i medlemskapene")
    part = w("{part} medlemskap", part=w.told_part(found.active, found.total, neuter=True))
    if found.active == found.total:
        part = w("{every} medlemskapene", every=w.every_one(found.total)) if found.total > 1 else w("medlemskapet")
    if found.posts and not found.meetings:
        return w("{posts} i {part}; ingen nettverksmøter er registrert", posts=_posts(w, found), part=part)
    if not found.posts:
        met = w.n("Ett nettverksmøte", "{Count} nettverksmøter", found.meetings)
        return w("{met} i {part}; ingen verv er registrert", met=met, part=part)
    words = "Vi har hatt verv eller deltatt i nettverksmøter i {part}: {many}"
    return w.even(capital(w(words, many=posts_and_meetings(w, found), part=part)))


def contents(w: Words, chosen: Selection) -> str:
    """Where something is chosen: that it chooses memberships, and not what they hold."""
    if replace(chosen, periode=None, program=(), status=(), ring=(), partner=(), kommune=(), maned=()).is_empty:
        return ""
    if chosen.periode:
        return w("Filtrene avgjør hvilke medlemskap som vises; alt som er registrert på dem i perioden, telles.")
    return w("Filtrene avgjør hvilke medlemskap som vises; alt som er registrert på dem, telles.")


def posts_and_meetings(w: Words, found: Engagement) -> str:
    """'8 verv, av dem 6 politiske, og 24 nettverksmøter': held and attended in the years of the period."""
    met = w.n("ett nettverksmøte", "{count} nettverksmøter", found.meetings)
    return w("{posts} og {met}", posts=inside(_posts(w, found)), met=met)


def _posts(w: Words, found: Engagement) -> str:
    posts = w.n("Ett verv", "{Count} verv", found.posts)
    if found.posts < 2:
        return posts
    if found.posts_political == found.posts:
        every = w("begge politiske") if found.posts == 2 else w("alle politiske")
        return w("{posts}, {every},", posts=posts, every=every)
    one, many = "{posts}, av dem ett politisk,", "{posts}, av dem {count} politiske,"
    return w.n(one, many, found.posts_political, posts=posts)


def cost_say(w: Words, cost: Cost, *, over: bool = False) -> str:
    """What the memberships cost in a year (which is ``over``), and how many lack their fee."""
    said, n = w.n("Ett medlemskap", "{Count} medlemskap", cost.count), cost.lacking
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
        fee = least(w, cost.ore, lacks)
        one, many = "{said} koster {fee} i {year}", "{said} koster til sammen {fee} i {year}"
        if over:
            one, many = "{said} kostet {fee} i {year}", "{said} kostet til sammen {fee} i {year}"
        said = w.n(one, many, cost.count, said=said, fee=fee, year=cost.year)
    return w.even(f"{'; '.join([said, *lacks])}.")


def paid_in(w: Words, years: Sequence[int], now: int) -> str:
    """The years of the fees: 'i 2025', 'siden 2024' up to this year, '2024–2025' of years that are over."""
    first, last = (years[0], years[-1]) if years else (now, now)
    return w("siden {year}", year=first) if first < last == now else in_years(w, first, last)


def engaged_say(w: Words, frame: Frame, pair: tuple[int, int] | None) -> str:
    """Meetings of the year shown against the same days of the year before, side by side; no change is claimed."""
    if pair is None:
        return silence(w, frame)
    values = {"when": in_year(w, frame), "before": w.alike(*pair, neuter=True)[1], "then": in_before(w, frame)}
    if not any(pair):
        return stop(w("Ingen møter {when}, og heller ingen {then}", **values))
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
    if not ore and not projects:
        one, many = (
            "Kontingenten mangler; ingen prosjekter er registrert gjennom medlemskapet",
            "Kontingentene mangler; ingen prosjekter er registrert gjennom medlemskapene",
        )
        return w.n(one, many, n)
    if not ore and n == 1:
        return w("Kontingenten mangler; medlemskapet har gitt {gave}", gave=gave)
    if not ore:
        return w("Kontingentene mangler; medlemskapene har gitt {gave}", gave=gave)
    cost = capital(least(w, ore, lacking))
    one = "{money} i kontingent {paid}; {gave} har kommet i stand gjennom medlemskap"
    many = "{money} i kontingent {paid}; {gave} har kommet i stand gjennom medlemskapene"
    return w.n(one, many, projects, money=cost, paid=paid, gave=gave)


def sheet_say(w: Words, silent: list[str], n: int) -> str:
    """Which memberships, each with its fee (:func:`with_fee`), have nothing recorded at all."""
    if not n:
        return ""
    told = w(
        "Bare det som er registrert på medlemskapet og begynte mens vi var medlem, er med. Det som andre rådsområder "
        "har registrert, telles også."
    )
    if not silent:
        return told
    more = [w.n("ett til", "{count} til", len(silent) - 3)] if len(silent) > 3 else []
    names = w.join([*silent[:3], *more], either=not more)
    return told + " " + w("Ingen aktivitet er registrert for {names}.", names=names)


def with_fee(w: Words, name: str, ore: int | None, lacking: int, no_rate: Sequence[tuple[str, int]]) -> str:
    """A membership and what it costs: at least what is known, in its own currency without a rate, or lacking."""
    if ore is not None:
        return w("{name} ({fee})", name=name, fee=least(w, ore, lacking))
    if no_rate:
        return w("{name} ({amount}; valutakurs mangler)", name=name, amount=foreign(w, no_rate))
    return w("{name} (kontingenten mangler)", name=name)


def outside_words(w: Words, n: int) -> str:
    """What is recorded as coming from the memberships, but began in a year without one; '' of none."""
    one, many = (
        "Én registrering gjelder noe som begynte i et år da vi ikke var medlem, og teller ikke.",
        "{Count} registreringer gjelder noe som begynte i et år da vi ikke var medlem, og teller ikke.",
    )
    return w.n(one, many, n) if n else ""


def origin_outside(w: Words, entity: str, year: int) -> str:
    """Beside the organisation that a record is recorded as coming from, where it counts on no membership in it."""
    if entity == "project":  # a project begins with its first status, which may be long before its own start
        return w("(ikke regnet med: Prosjektet fikk sin første status i {year}, da vi ikke var medlem)", year=year)
    return w("(ikke regnet med: Dette begynte i {year}, da vi ikke var medlem)", year=year)


def shared_words(w: Words, shared: int, overlap: int) -> str:
    """What is recorded on several memberships, and what only overlaps."""
    parts = []
    if shared:
        one, many = (
            "Én registrering hører til flere medlemskap og telles én gang i summen.",
            "{Count} registreringer hører til flere medlemskap og telles én gang i summen.",
        )
        parts.append(w.n(one, many, shared))
    if overlap:
        one, many = (
            "Én registrering er bare overlapp: Organisasjonen er med, men det er ikke registrert at den kom derfra.",
            (
                "{Count} registreringer er bare overlapp: Organisasjonen er med, men det er ikke registrert at de "
                "kom derfra."
            ),
        )
        parts.append(w.n(one, many, overlap))
    return " ".join(parts)
