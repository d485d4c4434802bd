"""Generated sentences of the page on competence. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from akint_dash.measures.frame import Frame
from akint_dash.text.bases import nothing_told
from akint_dash.text.definite import definite, several
from akint_dash.text.findings import BASE, change, evenly, standing
from akint_dash.text.frame import at_that_time, both_to, in_year, silence
from akint_dash.text.words import UNDER_TEN, Words, capital, inside


def people(w: Words, count: int | None, lacking: int = 0) -> str:
    """A number of people: "minst" where some activities lack theirs, "mangler" where all do."""
    if count is None:
        return w("mangler")
    return w("minst {amount}", amount=w.number(count)) if lacking else w.number(count)


def over_column(w: Words, count: int | None, lacking: int) -> str:
    """As :func:`people`, over a column: "minst" is wider than a column is on a phone."""
    if lacking and count:
        return f"≥\N{NO-BREAK SPACE}{w.number(count)}"
    return people(w, count, lacking)


def learners(w: Words, count: int | None, lacking: int = 0) -> str:
    """Participations of a year in learning, as far as known."""
    if count is None:
        return w("antall deltakelser i kompetanseheving mangler")
    told = w.n("én deltakelse", "{n} deltakelser", count) + " " + w("i kompetanseheving")
    return w("minst {amount}", amount=told) if lacking else told


def finding(
    w: Words,
    frame: Frame,
    people: int | None,
    activities: int,
    pair: tuple[int, int] | None,
    lacking: int = 0,
    *,
    narrowed: bool = False,
) -> str:
    """The page's one finding: participations of the year shown against the same days of the year before.

    ``people`` and ``activities`` are the whole year's; ``pair`` participations (now, before) to the day the data reach,
    None where nothing is compared; ``lacking`` activities of the year have no number of people. That none is recorded
    is said of a ``narrowed`` selection alone.
    """
    when = in_year(w, frame)
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if not activities and narrowed:
        return w("Ingen kompetanseheving med disse filtrene er registrert {when}", when=when)
    if not activities:
        return w("Ingen kompetanseheving er registrert {when}", when=when)
    if not people:
        one, many = "Ett tiltak {when}, uten antall deltakelser", "{Count} tiltak {when}, uten antall deltakelser"
        return w.n(one, many, activities, when=when)
    told = w.n(
        "Én deltakelse i kompetanseheving {when}", ("{Count} deltakelser i kompetanseheving {when}"), people, when=when
    )
    if lacking:
        told = w("Minst {amount}", amount=told[:1].lower() + told[1:])
    return compared(w, frame, told, people, pair)


def compared(w: Words, frame: Frame, told: str, total: int, pair: tuple[int, int] | None) -> str:
    """What is ``told`` of a year's ``total`` against the same days of the year before, no number said twice.

    It stands alone where either number is under ten, or no comparison is made.
    """
    if pair is None or min(pair) < BASE:
        return told
    values = {
        "now": w.number(pair[0]),
        "before": w.number(pair[1]),
        "then": at_that_time(w, frame),
        "to": both_to(w, frame),
    }
    if pair[0] == total and pair[1] == total:
        return w("{told}, like mange som {then}", told=told, **values)
    if pair[0] == total:
        few, values["before"] = w.alike(*pair)
        told = told.replace(w.count_up(total), capital(few), 1)
        return w("{told}, mot {before} {then}", told=told, **values)
    return f"{told}; {_way(w, pair, values)}"


def _way(w: Words, pair: tuple[int, int], values: Mapping[str, str]) -> str:
    way = change(*pair)
    if pair[0] == pair[1]:
        return w("like mange som {then}: {now}{to}", **values)
    if way == "up":
        return w("flere enn {then}: {now} mot {before}{to}", **values)
    if way == "down":
        return w("færre enn {then}: {now} mot {before}{to}", **values)
    return w("om lag som {then}: {now} mot {before}{to}", **values)


def audience_title(
    w: Words, people: Mapping[str, int], activities: Mapping[str, int], lacking: int = 0, years: str = ""
) -> str:
    """The audience with most participations, when one stands out; ``activities`` are those it took part in.

    Where ``lacking`` activities have no number, it is of the participations recorded. ``years`` are what it is of.
    """
    total = sum(people.values())
    if lacking and not total:
        return _at_least(w, total, years)
    if not total:
        return w("Ingen deltakelser er registrert med disse filtrene")
    found = standing(people, activities)
    plain = _of(w.n("Én deltakelse", "{n} deltakelser", total), years)
    if found.leader is None and lacking:
        return _at_least(w, total, years)
    if found.leader is None:
        names = {code: inside(w.choice("audience", code)) for code in people}
        even = evenly(w, found, names)
        return w("{total}, flest{even}", total=plain, even=even) if even else plain
    part = _of(_of_participations(w, people[found.leader], total, lacking), years)
    return w("{name} står for {part}", name=definite(w, w.choice("audience", found.leader)), part=part)


def _of_participations(w: Words, count: int, total: int, lacking: int = 0, *, few: bool = False) -> str:
    """Some of the participations, or of those recorded where some are ``lacking``: both numbers, or a share; none of
    ``few`` activities."""
    if 1 < total == count and (total < UNDER_TEN or few):
        every = (
            "{every} registrerte deltakelsene i kompetanseheving"
            if lacking
            else "{every} deltakelsene i kompetanseheving"
        )
        return w(every, every=w.every_one(total))
    if total < UNDER_TEN or few:
        part = w.told_part(count, total)
        return (
            w(("{part} registrerte deltakelser i kompetanseheving"), part=part)
            if lacking
            else w("{part} deltakelser i kompetanseheving", part=part)
        )
    share = w.percent(count / total)
    if lacking:
        return w("{share} av de registrerte deltakelsene i kompetanseheving", share=share)
    return w("{share} av deltakelsene i kompetanseheving", share=share)


def _of(said: str, years: str) -> str:
    """What is said, with the years that it is of where they are told."""
    return f"{said} {years}" if years else said


def _at_least(w: Words, total: int, years: str = "") -> str:
    """Participations of which some are not known."""
    if not total:
        return _of(w("Antall deltakelser mangler"), years)
    told = w.n("én deltakelse", "{n} deltakelser", total)
    return _of(w("Minst {amount}", amount=told), years)


def lacking_words(w: Words, n: int) -> str:
    """How many activities lack numbers of people: some of one may be known, and stand in the sums."""
    one, many = (
        "for ett mangler antall deltakelser, helt eller delvis",
        "for {count} mangler antall deltakelser, helt eller delvis",
    )
    return w.n(one, many, n)


def level_say(w: Words, strategic: int, operative: int) -> str:
    """How many of the activities are strategic."""
    total = strategic + operative
    if not total:
        return w("Tiltakene mangler nivå.")
    if total == 1:
        return (
            w("Det eneste tiltaket er på strategisk nivå.")
            if strategic
            else w("Det eneste tiltaket er på operativt nivå.")
        )
    if strategic == total:
        return capital(w("{every} tiltakene er på strategisk nivå.", every=w.every_one(total)))
    words = "{part} tiltak er på strategisk nivå."
    return capital(w.n(words, words, strategic, part=w.told_part(strategic, total, neuter=True)))


def outside_say(w: Words, outside: int, total: int | None, years: str = "", lacking: int = 0) -> str:
    """How large a part of the participations (of the ``years``, where some are told) are of people from outside the
    county's own organisation."""
    if not total:
        return ""
    if total == 1 and not lacking:
        only = "Den eneste deltakelsen {years} er fra andre enn fylkeskommunen."
        return w(only if outside else "Den eneste deltakelsen {years} er fra fylkeskommunen selv.", years=years)
    part = _of(_of_participations(w, outside, total, lacking), years)
    words = "{part} er fra andre enn fylkeskommunen."
    return capital(w.n(words, words, outside, part=part))


def leader_title(
    w: Words,
    cabinet: int,
    politicians: int,
    areas: int,
    lacking: Sequence[int] = (),
    years: str = "",
    *,
    over: bool = False,
) -> str:
    """At how many council areas' activities the executive board, and elected politicians, have taken part; of
    ``lacking`` years nothing is registered. A chosen time is named by its ``years``, and may be ``over``."""
    if not areas and lacking:
        return nothing_told(w, "", lacking, none=w("Ingen politisk deltakelse"))
    if not areas:
        return w("Ingen rådsområder med disse filtrene")
    told = _led(w, cabinet, politicians, areas, then=over and bool(years))
    return f"{told} {years}" if years else told


def _led(w: Words, cabinet: int, politicians: int, areas: int, *, then: bool) -> str:
    """Who took part at the activities of how many areas, ``then`` of a time that is over."""
    if not cabinet and not politicians:
        now = "Verken fylkesrådet eller folkevalgte har deltatt i kompetanseheving"
        return w("Verken fylkesrådet eller folkevalgte deltok i kompetanseheving" if then else now)
    if areas == 1:
        return _led_alone(w, cabinet, politicians, then=then)
    part = _areas(w, cabinet or politicians, areas)
    if not cabinet:
        now = "Folkevalgte har deltatt på tiltak fra {part}, fylkesrådet ikke på noen"
        return w("Folkevalgte deltok på tiltak fra {part}, fylkesrådet ikke på noen" if then else now, part=part)
    if not politicians:
        now = "Fylkesrådet har deltatt på tiltak fra {part}, folkevalgte ikke på noen"
        return w("Fylkesrådet deltok på tiltak fra {part}, folkevalgte ikke på noen" if then else now, part=part)
    some = w.every(areas) if politicians == areas else _neuter(w, politicians)
    now = "Fylkesrådet har deltatt på tiltak fra {part}, folkevalgte på tiltak fra {n}"
    past = "Fylkesrådet deltok på tiltak fra {part}, folkevalgte på tiltak fra {n}"
    return w(past if then else now, part=part, n=some)


def _led_alone(w: Words, cabinet: int, politicians: int, *, then: bool) -> str:
    """Which of the two took part where there is one area."""
    if cabinet and politicians:
        now = "Fylkesrådet og folkevalgte har deltatt i kompetanseheving"
        return w("Fylkesrådet og folkevalgte deltok i kompetanseheving" if then else now)
    if cabinet:
        return w("Fylkesrådet deltok i kompetanseheving" if then else "Fylkesrådet har deltatt i kompetanseheving")
    return w("Folkevalgte deltok i kompetanseheving" if then else "Folkevalgte har deltatt i kompetanseheving")


def _areas(w: Words, n: int, every: int) -> str:
    """``fem av åtte rådsområder``, or all of them."""
    if n == every:
        return w("{every} rådsområdene", every=w.every_one(every))
    return w("{part} rådsområder", part=w.told_part(n, every, neuter=True))


def _neuter(w: Words, n: int) -> str:
    return w("ett") if n == 1 else w.count(n)


def leader_say(w: Words, cabinet: int, politicians: int, total: int, years: str) -> str:
    """Activities of each, of all activities of the years."""
    if not total:
        return ""
    if total == 1:
        return _only_one(w, bool(cabinet), bool(politicians), years)
    of = {"cabinet": cabinet, "politicians": politicians}
    told = {who: w.every(total) if n == total else w.told_part(n, total, neuter=True) for who, n in of.items()}
    if cabinet == total:
        every = "Fylkesrådet var med på {cabinet} tiltakene {years}, folkevalgte på {politicians}."
        return w(every, years=years, cabinet=w.every_one(total), politicians=told["politicians"])
    return w("Fylkesrådet var med på {cabinet} tiltak {years}, folkevalgte på {politicians}.", years=years, **told)


def _only_one(w: Words, cabinet: bool, politicians: bool, years: str) -> str:
    """Which of the two took part in the only activity."""
    if cabinet and politicians:
        return w("Både fylkesrådet og folkevalgte var med på det eneste tiltaket {years}.", years=years)
    if cabinet:
        return w("Fylkesrådet var med på det eneste tiltaket {years}, folkevalgte ikke.", years=years)
    if politicians:
        return w("Folkevalgte var med på det eneste tiltaket {years}, fylkesrådet ikke.", years=years)
    return w("Verken fylkesrådet eller folkevalgte var med på det eneste tiltaket {years}.", years=years)


def kinds_title(
    w: Words,
    exchange: int,
    total: int | None,
    exchanges: int,
    lacking: int = 0,
    years: str = "",
    *,
    larger: tuple[str, int] | None = None,
    few: bool = False,
) -> str:
    """How many of the participants took part in exchange of experience, the kind the strategy names by itself.

    ``exchanges`` are the activities; where ``lacking`` activities have no number, it is of those recorded. ``larger``
    is the kind (its name and participations) with most, where more took part in it: it is named first. Of ``few``
    activities both numbers are said and no share.
    """
    if lacking and not total:
        return _at_least(w, 0, years)
    if not total:
        return w("Ingen deltakelser i årene som vises")
    if not exchanges:
        return w("Ingen erfaringsutveksling er registrert")
    part = _of(_of_participations(w, exchange, total, lacking, few=few), years)
    if larger is None:
        return w("Erfaringsutveksling står for {part}", part=part)
    name, n = larger
    most = _of(_of_participations(w, n, total, lacking, few=few), years)
    share = w.told_part(exchange, total) if few or total < UNDER_TEN else w.percent(exchange / total)
    return w("{name} står for {part}, erfaringsutveksling for {share}", name=several(w, name), part=most, share=share)


def exchange_share(w: Words, exchange: int, total: int) -> str:
    """The same as the figure adds it up to: '331 av 1 492 (22 %)'."""
    part = w.part(exchange, total)
    return part if total < UNDER_TEN else f"{part} ({w.percent(exchange / total)})"


_A_KIND: Final[Mapping[str, str]] = {
    "course": "et kurs",
    "seminar": "et seminar",
    "study_visit": "et studiebesøk",
    "exchange": "en erfaringsutveksling",
}


def exchange_say(w: Words, kinds: Sequence[str], years: str = "") -> str:
    """How many of the activities (of the ``years`` where they are told) are exchanges of experience; of the only one
    which of the ``kinds`` it is."""
    n, total = sum(kind == "exchange" for kind in kinds), len(kinds)
    if not total:
        return ""
    if total == 1:
        what = w(_A_KIND[kinds[0]]) if kinds[0] in _A_KIND else w("noe annet enn erfaringsutveksling")
        return (
            w("Det eneste tiltaket {years} er {what}.", years=years, what=what)
            if years
            else w("Det eneste tiltaket er {what}.", what=what)
        )
    part = w("{part} tiltak", part=w.told_part(n, total, neuter=True))
    if n == total:
        part = w("{every} tiltakene", every=w.every_one(total))
    if years:
        return capital(w("{part} {years} er erfaringsutveksling.", part=part, years=years))
    return capital(w("{part} er erfaringsutveksling.", part=part))


def area_title(
    w: Words,
    people: Mapping[str, int],
    activities: Mapping[str, int],
    names: Mapping[str, str],
    silent: int,
    lacking: int = 0,
    years: str = "",
) -> str:
    """Which area has most participations, when one stands out; else how many have arranged nothing.

    Where ``lacking`` activities have no number, it is of the participations recorded.
    """
    total = sum(people.values())
    if lacking and not total:
        return _at_least(w, total, years)
    if not total:
        return w("Ingen rådsområder har registrert deltakelser")
    found = standing(people, activities)
    if found.leader is not None:
        part = _of(_of_participations(w, people[found.leader], total, lacking), years)
        if lacking:
            return w("{name} har {part}", name=names[found.leader], part=part)
        return w("{name} har flest: {part}", name=names[found.leader], part=part)
    if silent and len(people) > 1:
        told = w.n(
            "Ett rådsområde har ikke registrert kompetanseheving",
            "{Count} rådsområder har ikke registrert kompetanseheving",
            silent,
        )
        return _of(told, years)
    plain = _of(w.n("Én deltakelse", "{n} deltakelser", total), years)
    if lacking:
        return _at_least(w, total, years)
    if len(people) == 1:
        return plain
    even = evenly(w, found, names)
    if even:
        return w("{total}, flest{even}", total=plain, even=even)
    return w("Alle rådsområder har kompetanseheving: {total}", total=plain) if all(activities.values()) else plain


def area_say(w: Words, silent: Sequence[str]) -> str:
    """Areas without any."""
    if not silent:
        return w("Tiltak og deltakelser etter ansvarlig rådsområde.")
    return w("Ingen tiltak i kompetanseheving er registrert av {names}.", names=w.join(list(silent), either=True))


def growth_title(
    w: Words, frame: Frame, n: int, pair: tuple[int, int] | None, *, narrowed: bool = False, instruments: int = 0
) -> str:
    """Whether all international work grows: the year shown against the same days of the year before; of a ``narrowed``
    selection without any, that it is the selection that has none. The page's other cards are of one instrument: it says
    that this is of all, or of the chosen where so many ``instruments`` are.
    """
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    when = in_year(w, frame)
    if not n:
        return compared(w, frame, _none_in(w, when, narrowed=narrowed), n, pair)
    one, many = "Ett tiltak {when}, alle virkemidler medregnet", "{Count} tiltak {when}, alle virkemidler medregnet"
    if instruments:
        one, many = "Ett tiltak {when} av det valgte virkemiddelet", "{Count} tiltak {when} av det valgte virkemiddelet"
    if instruments > 1:
        one, many = "Ett tiltak {when}, valgte virkemidler", "{Count} tiltak {when}, valgte virkemidler"
    return compared(w, frame, w.n(one, many, n, when=when), n, pair)


def _none_in(w: Words, when: str, *, narrowed: bool) -> str:
    if narrowed:
        return w("Ingen tiltak med disse filtrene er registrert {when}", when=when)
    return w("Ingen tiltak er registrert {when}", when=when)


def growth_say(w: Words, areas: int | None, actors: int | None, when: str) -> str:
    """New areas and actors of the newest year; nothing in the first year recorded."""
    if areas is None and actors is None:
        return w("I det første året med registrering kan vi ikke vite hvem som er nye.")
    if areas == 0 and actors == 0:
        return capital(w("Ingen nye rådsområder eller aktører har kommet til {when}.", when=when))
    told = []
    if areas is not None:
        told.append(
            w.n("ett nytt rådsområde", "{count} nye rådsområder", areas) if areas else w("ingen nye rådsområder")
        )
    if actors is not None:
        told.append(w.n("én ny aktør", "{count} nye aktører", actors) if actors else w("ingen nye aktører"))
    return capital(w("{told} {when}.", when=when, told=w.join(told)))
