"""Every command of ``akint-dash``: what it takes, and its help. The work is done in the modules beside."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from akint_dash.cli import backups, collecting, digests, fitting, looking, screens, writing, yearly
from akint_dash.cli import doctor as doctoring
from akint_dash.cli.doors import show as run_doors
from akint_dash.cli.fetching import Source
from akint_dash.cli.fetching import fetch as run_fetch
from akint_dash.cli.help import Command, Group
from akint_dash.cli.importing import Wish, carry_out
from akint_dash.cli.mapping import map_from_nuts as run_map_from_nuts
from akint_dash.importers.fit_answer import Answer
from akint_dash.settings import Settings

APP = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    subcommand_metavar="KOMMANDO ...",
    rich_markup_mode="rich",
)

Force = Annotated[bool, typer.Option("--force", help="Skriv over filen hvis den finnes fra før.")]
Check = Annotated[bool, typer.Option("--check", help="Vis hva som ville bli endret, og skriv ingenting.")]
AllowClose = Annotated[bool, typer.Option("--allow-close", help="Tillat at mer enn en tidel av postene avsluttes.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Bekreft konfliktene: det arbeidsboken sier, gjelder.")]
Why = Annotated[
    str | None, typer.Option("--reason", metavar="TEKST", help="Hvorfor; står i historikken, uten navn på personer.")
]
Internal = Annotated[
    bool, typer.Option("--internal", help="Ta med interne opplysninger; ellers bare det som er åpent for alle.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Svar med ett JSON-objekt på standard ut, for skript.")]


@APP.callback()
def _root() -> None:
    """Fylkeskommunens internasjonale portefølje i én database, med et dashbord.

    Slik kommer du i gang:

    [bold]akint-dash template portefolje.xlsx[/bold] lager en tom arbeidsbok.

    [bold]akint-dash import portefolje.xlsx --check[/bold] viser hva en innlesing ville endre.

    [bold]akint-dash import portefolje.xlsx[/bold] leser den inn. Alt kan angres.

    [bold]akint-dash demo[/bold] fyller en tom database med et oppdiktet eksempel.

    [bold]akint-dash serve[/bold] viser dashbordet i nettleseren.

    Innstillingene heter AKINT_* og står i README. --debug viser mer når noe går galt.

    Slutter med 0 når alt er gjort, 1 når noe er i veien, 2 ved feil bruk.
    """


@APP.command(cls=Command)
def serve(
    demo: Annotated[bool, typer.Option("--demo", help="Last eksemplet først hvis databasen er tom.")] = False,
) -> int:
    """Vis dashbordet i nettleseren, på AKINT_HOST (127.0.0.1) og AKINT_PORT (8050).

    Eksempel: [bold]AKINT_PORT=8080 akint-dash serve[/bold]
    """
    return looking.serve(Settings(), demo=demo)


@APP.command(cls=Command)
def template(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Arbeidsboken som skal lages, .xlsx.")],
    force: Force = False,
) -> int:
    """Lag en tom arbeidsbok: ett ark for hver ting, med forklaringer og nedtrekkslister.

    En fil som finnes fra før, blir ikke overskrevet.

    Eksempel: [bold]akint-dash template portefolje.xlsx[/bold]
    """
    return writing.template(Settings(), file, force=force)


@APP.command("import", cls=Command)
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Arbeidsbøker eller lister fra åpne kilder.")],
    reader: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="LESER", help="Bruk denne leseren i stedet for å kjenne den igjen på innholdet."
        ),
    ] = None,
    check: Check = False,
    allow_close: AllowClose = False,
    overwrite: Overwrite = False,
    reason: Why = None,
    as_json: AsJson = False,
) -> int:
    """Les inn filer. Alle filene blir én revisjon, eller ingenting blir skrevet.

    Vis først hva som ville bli endret: [bold]akint-dash import portefolje.xlsx --check[/bold]

    Les inn: [bold]akint-dash import portefolje.xlsx[/bold]

    Det en kollega har endret, blir ikke skrevet over: slike felt er konflikter, som --overwrite bekrefter.

    Les inn utlysninger fra EU: [bold]akint-dash import eu_calls.csv[/bold]
    """
    return carry_out(Settings(), Wish(files, reader, check, allow_close, as_json, overwrite, reason))


@APP.command(cls=Command)
def export(
    file: Annotated[Path, typer.Argument(metavar="FIL.xlsx", help="Arbeidsboken som skal skrives.")],
    force: Force = False,
) -> int:
    """Skriv hele porteføljen til en arbeidsbok, som kan rettes og leses inn igjen.

    En fil som finnes fra før, blir ikke overskrevet.

    Eksempel: [bold]akint-dash export portefolje.xlsx[/bold]
    """
    return writing.export(Settings(), file, force=force)


@APP.command(cls=Command)
def report(
    year: Annotated[int, typer.Option("--year", metavar="ÅR", min=1990, max=2100, help="Året rapporten gjelder.")],
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FIL.docx", help="Dokumentet som skal skrives.")],
    english: Annotated[bool, typer.Option("--english", help="Skriv rapporten på engelsk.")] = False,
    internal: Internal = False,
    force: Force = False,
) -> int:
    """Skriv årets rapport som ett Word-dokument: oversikt, virkemidler, rådsområder, finansiering, mål og strategi.

    Diagrammer og tabeller kan rettes i Word. En fil som finnes fra før, blir ikke overskrevet.

    Eksempel: [bold]akint-dash report --year 2026 -o rapport.docx[/bold]
    """
    settings = Settings()
    inside = internal or settings.audience == "staff"
    return yearly.report(settings, file, yearly.Asked(year, english, inside, force))


@APP.command(cls=Command)
def digest(
    areas: Annotated[list[str] | None, typer.Argument(metavar="[OMRÅDE]...", help="Koder; alle uten.")] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", metavar="DAG", formats=["%Y-%m-%d"], help="Siden når; ellers en uke.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="MAPPE", help="Skriv hvert brev som en .eml-fil her.")
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Send brevene til adressene i AKINT_MAIL_TO.")] = False,
    english: Annotated[bool, typer.Option("--english", help="Skriv brevene på engelsk.")] = False,
    internal: Internal = False,
    as_json: AsJson = False,
) -> int:
    """Vis, skriv eller send det som er nytt for hvert rådsområde: endringer, frister, utlysninger og mangler.

    Er ingenting nytt, blir det ikke noe brev.

    Eksempel: [bold]akint-dash digest SAM --since 2026-11-01 -o brev[/bold]
    """
    day = since.date() if since else None
    return digests.digest(Settings(), digests.Wish(tuple(areas or ()), day, english, internal, folder, send, as_json))


@APP.command(cls=Command)
def status(as_json: AsJson = False) -> int:
    """Vis hvor databasen ligger, siste oppdatering og hvor mange rader den har av hver ting."""
    return looking.status(Settings(), as_json=as_json)


@APP.command(cls=Command)
def history(as_json: AsJson = False) -> int:
    """Vis alle revisjoner, den nyeste først: når, hvem, fra hva, og hvor mye som ble endret."""
    return looking.history(Settings(), as_json=as_json)


COLLECT = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode="rich", subcommand_metavar="KOMMANDO ...")
APP.add_typer(COLLECT, name="collect")
Year = Annotated[int | None, typer.Option("--year", metavar="ÅR", min=1990, max=2100, help="Året det samles inn for.")]


@COLLECT.callback()
def collect() -> None:
    """Årets innsamling: en arbeidsbok til hvert rådsområde, hvem som har svart, og svarene lest inn sammen.

    [bold]akint-dash collect out innsamling[/bold] skriver arbeidsbøkene.

    [bold]akint-dash collect status innsamling[/bold] viser hvem som har svart.

    [bold]akint-dash collect in innsamling/*.xlsx --check[/bold] viser hva svarene ville endre.
    """


@COLLECT.command("out", cls=Command)
def collect_out(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappen som arbeidsbøkene skal ligge i.")],
    year: Year = None,
    force: Force = False,
) -> int:
    """Skriv en arbeidsbok for hvert rådsområde, med det som mangler merket og fjorårets tall ved siden av.

    Interne registreringer er med. Filer som finnes fra før, blir ikke overskrevet.

    Eksempel: [bold]akint-dash collect out innsamling --year 2026[/bold]
    """
    return collecting.out(Settings(), folder, year, force=force)


@COLLECT.command("status", cls=Command)
def collect_status(
    places: Annotated[
        list[Path] | None, typer.Argument(metavar="[MAPPE|FIL]...", help="Mappen, eller filene, som er kommet tilbake.")
    ] = None,
    year: Year = None,
    as_json: AsJson = False,
) -> int:
    """Vis hvem som har svart, hvor mye som manglet da arbeidsboken ble sendt, og hvor mye som er fylt ut.

    Uten mappe vises det som historikken vet: svarene som er lest inn.

    Eksempel: [bold]akint-dash collect status innsamling[/bold]
    """
    return collecting.status(Settings(), places or [], year, as_json=as_json)


@COLLECT.command("in", cls=Command)
def collect_in(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Arbeidsbøkene som er kommet tilbake.")],
    check: Check = False,
    allow_close: AllowClose = False,
    overwrite: Overwrite = False,
    reason: Why = None,
    as_json: AsJson = False,
) -> int:
    """Les inn svarene, alle i én oppdatering. Det som akint-dash import gjør, med hva hver fil endrer.

    Det en kollega har endret, og det to arbeidsbøker sier ulikt, er konflikter. Da blir ingenting skrevet.

    Eksempel: [bold]akint-dash collect in innsamling/*.xlsx --check[/bold]
    """
    return collecting.bring_in(Settings(), Wish(files, None, check, allow_close, as_json, overwrite, reason))


FIT = typer.Typer(cls=Group, invoke_without_command=True, rich_markup_mode="rich", subcommand_metavar="[KOMMANDO] ...")
APP.add_typer(FIT, name="fit")


@FIT.callback()
def fit(context: typer.Context, as_json: AsJson = False) -> int:
    """Vis hvilke rådsområder og temaer hver utlysning passer for, de som passer best først.

    Reglene i data/fit/rules.yaml, ordene og likhet med egne utlysninger teller med.

    Eksempel: [bold]akint-dash fit --json[/bold]
    """
    return 0 if context.invoked_subcommand else fitting.fit(Settings(), as_json=as_json)


Call = Annotated[str, typer.Argument(metavar="KODE", help="Utlysningens kode eller identifikator.")]
Area = Annotated[str, typer.Option("--area", metavar="OMRÅDE", help="Rådsområdet som svarer: kode eller navn.")]
Reason = Annotated[str, typer.Option("--reason", metavar="ORD", help="Hvorfor, med egne ord.")]


@FIT.command(cls=Command)
def confirm(call: Call, area: Area, reason: Reason = "", as_json: AsJson = False) -> int:
    """Bekreft at en utlysning passer for et rådsområde. Utlysninger som ligner, kommer høyere i listen.

    Eksempel: [bold]akint-dash fit confirm HORIZON-CL5-2027-02-D6-11 --area SAM[/bold]
    """
    return fitting.answer(Settings(), Answer(call, area, True, reason), as_json=as_json)


@FIT.command(cls=Command)
def dismiss(call: Call, area: Area, reason: Reason = "", as_json: AsJson = False) -> int:
    """Avvis en utlysning for et rådsområde. Den foreslås ikke igjen før den endres.

    Eksempel: [bold]akint-dash fit dismiss HORIZON-CL5-2027-02-D6-11 --area SAM --reason "For stort for oss"[/bold]
    """
    return fitting.answer(Settings(), Answer(call, area, False, reason), as_json=as_json)


@APP.command(cls=Command)
def undo(
    revision: Annotated[int, typer.Argument(metavar="REVISJON", min=1, help="Nummeret, som i akint-dash history.")],
    reason: Why = None,
    as_json: AsJson = False,
) -> int:
    """Ta tilbake en revisjon med en ny revisjon som gjør det motsatte.

    Nektes når senere revisjoner bygger på den; da nevnes postene som er i veien.

    Eksempel: [bold]akint-dash undo 12[/bold]
    """
    return writing.undo(Settings(), revision, as_json=as_json, reason=reason)


@APP.command(cls=Command)
def demo() -> int:
    """Fyll en tom database med en oppdiktet portefølje, tydelig merket, for å se dashbordet i bruk.

    Databasen kan ikke inneholde annet enn kodelister fra før.
    """
    return writing.demo(Settings())


@APP.command(cls=Command)
def fetch(source: Annotated[Source, typer.Argument(metavar="KILDE", help="calls eller rates.")]) -> int:
    """Hent utlysninger fra EU (calls) eller valutakurser fra Norges Bank (rates) til en fil.

    Filen leses inn etterpå: [bold]akint-dash import data/fetched/eu-calls.jsonl[/bold]
    """
    return run_fetch(Settings(), source)


@APP.command("map-from-nuts", cls=Command)
def map_from_nuts(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Eurostats NUTS-fil: GeoJSON i grader (EPSG:4326).")],
) -> int:
    """Lag kartets omriss av Eurostats egen NUTS-fil i stedet for dem som følger med.

    Regioner filen ikke har, som Ukrainas, beholder sine omriss. Bruk filen i målestokk 1:20 eller 1:60 millioner.

    Eksempel: [bold]akint-dash map-from-nuts NUTS_RG_20M_2024_4326.geojson[/bold]
    """
    return run_map_from_nuts(Settings(), file)


SCREEN = typer.Typer(
    cls=Group, invoke_without_command=True, rich_markup_mode="rich", subcommand_metavar="[KOMMANDO] ..."
)
APP.add_typer(SCREEN, name="screen-link")


@SCREEN.callback()
def screen_link(
    context: typer.Context,
    name: Annotated[
        str, typer.Option("--name", metavar="NAVN", help="Hva lenken er til, så den kan kjennes igjen.")
    ] = "",
    days: Annotated[
        int, typer.Option("--days", metavar="DAGER", min=1, max=3660, help="Hvor lenge den er åpen.")
    ] = 180,
    as_json: AsJson = False,
) -> int:
    """Lag en lenke som åpner skjermen og gjestenes visning, og ingenting annet.

    Den er signert, utløper av seg selv og kan tas tilbake. Bare åpne registreringer vises.

    Eksempel: [bold]akint-dash screen-link --days 180 --name "Forum Brussel"[/bold]
    """
    return 0 if context.invoked_subcommand else screens.make(Settings(), name, days, as_json=as_json)


@SCREEN.command("list", cls=Command)
def list_links(as_json: AsJson = False) -> int:
    """Vis alle skjermlenker: navn, hvor lenge de er åpne, og når skjermen sist spurte."""
    return screens.show(Settings(), as_json=as_json)


@SCREEN.command("revoke", cls=Command)
def revoke_link(
    number: Annotated[
        int, typer.Argument(metavar="NUMMER", min=1, help="Nummeret, som i akint-dash screen-link list.")
    ],
    as_json: AsJson = False,
) -> int:
    """Ta tilbake en skjermlenke. Skjermen og telefonene viser en rolig side fra neste gang de spør.

    Eksempel: [bold]akint-dash screen-link revoke 3[/bold]
    """
    return screens.close(Settings(), number, as_json=as_json)


@APP.command(cls=Command)
def doors(as_json: AsJson = False) -> int:
    """Vis hvem som får hva: hver adresse serveren svarer på, med hvem den er åpen for.

    Eksempel: [bold]akint-dash doors[/bold]
    """
    return run_doors(Settings(), as_json=as_json)


@APP.command(cls=Command)
def doctor(as_json: AsJson = False) -> int:
    """Se etter hva som er galt med denne installasjonen, og hvordan det rettes. Ingenting blir endret.

    Slutter med 1 når noe må rettes. Ingen passord blir vist.

    Eksempel: [bold]akint-dash doctor[/bold]
    """
    return doctoring.doctor(Settings(), as_json=as_json)


@APP.command(cls=Command)
def backup(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som skal skrives, for eksempel akint.backup.")],
    force: Force = False,
) -> int:
    """Skriv hele databasen til én fil mens den er i bruk, og les filen tilbake for å se at den er hel.

    Filen er den samme fra SQLite og PostgreSQL og kan hentes fram i begge.

    Eksempel: [bold]akint-dash backup akint-2026-11-29.backup[/bold]
    """
    return backups.backup(Settings(), file, force=force)


@APP.command(cls=Command)
def restore(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som akint-dash backup skrev.")],
    force: Annotated[
        bool, typer.Option("--force", help="Erstatt det som ligger i databasen; uten dette nektes det.")
    ] = False,
) -> int:
    """Hent fram en sikkerhetskopi: hele databasen blir som kopien, eller ingenting blir endret.

    En server som går, viser det som er hentet fram, i løpet av sekunder.

    Eksempel: [bold]akint-dash restore akint-2026-11-29.backup[/bold]
    """
    return backups.restore(Settings(), file, force=force)


@APP.command(cls=Command)
def forget(code: Annotated[str, typer.Argument(metavar="KODE", help="Personens kode i arket Personer.")]) -> int:
    """Slett navn, e-post og rolle for en person overalt. Kan ikke angres.

    Eksempel: [bold]akint-dash forget PERS-007[/bold]
    """
    return writing.forget(Settings(), code)
