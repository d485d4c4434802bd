"""The words of every problem, remark and error: one sentence a case officer can act on, in bokmål and English.

A part in [brackets] is left out where one of its values is blank. Values: ``value`` and ``expected`` of a
:class:`~akint_dash.domain.reading.Problem`, and whatever an :class:`~akint_dash.errors.AkintError` carries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.reading import Place, Problem
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import AkintError

_CELLS: Final[Mapping[str, tuple[str, str]]] = {
    "required_missing": (
        "Feltet er tomt, men må fylles ut.",
        "The field is blank, but must be filled in.",
    ),
    "open_quote": (
        "Et anførselstegn i raden er ikke lukket, så linje {value}–{expected} ble ett felt. Lukk det og prøv igjen.",
        "A quote in the row is not closed, so that lines {value}–{expected} became one field. Close it and try again.",
    ),
    "lost_digits": (
        "«{value}» har mistet sifre i et regneark. Hent fila på nytt, eller gjør kolonnen til tekst før den lagres.",
        "“{value}” has lost digits in a spreadsheet. Fetch the file anew, or make the column text before saving it.",
    ),
    "blank_code": (
        "Raden har ingen kode. Skriv en fast kode i kolonnen Kode, eller tøm hele raden.",
        "The row has no code. Write a fixed code in the column Kode, or clear the whole row.",
    ),
    "double_code": (
        "Koden «{value}» står flere ganger[, også i rad {expected}]. Hver kode kan bare stå én gang.",
        "The code “{value}” stands more than once[, also in row {expected}]. Each code may stand only once.",
    ),
    "bad_code": (
        "«{value}» kan ikke være en kode. Forventet: én kort kode uten semikolon, komma, prosent eller linjeskift.",
        "“{value}” cannot be a code. Expected: one short code without semicolon, comma, percent or line break.",
    ),
    "code_is_date": (
        "Regnearket har gjort koden om til {value}. Formater cellen som tekst og skriv koden på nytt.",
        "The spreadsheet has turned the code into {value}. Format the cell as text and write the code again.",
    ),
    "text_changed": (
        "Regnearket har gjort teksten om til {value}. Formater cellen som tekst og skriv teksten på nytt.",
        "The spreadsheet has turned the text into {value}. Format the cell as text and write the text again.",
    ),
    "digits_lost": (
        "«{value}» er lagret som et tall med flere siffer enn regnearket kan holde. Formater cellen som tekst og skriv "
        "alle sifrene på nytt.",
        "“{value}” is stored as a number with more digits than the spreadsheet can hold. Format the cell as text and "
        "write all the digits again.",
    ),
    "unknown_code": (
        "«{value}» er verken en kode eller et navn som finnes.[ Mente du {expected}?] Rett den, eller legg til posten"
        " i sitt ark.",
        "“{value}” is neither a code nor a name that exists.[ Did you mean {expected}?] Mend it, or add the record in "
        "its sheet.",
    ),
    "area_has_ended": (
        "{value} er avsluttet {expected} og kan ikke svare for nye utlysninger.",
        "{value} ended in {expected} and cannot answer for new calls.",
    ),
    "name_of_several": (
        "«{value}» er navnet på flere.[ Mente du {expected}?] Skriv koden.",
        "“{value}” is the name of several.[ Did you mean {expected}?] Write the code.",
    ),
    "code_and_name_differ": (
        "«{value}» har koden til én post og navnet til en annen.[ Mente du {expected}?]",
        "“{value}” has the code of one record and the name of another.[ Did you mean {expected}?]",
    ),
    "one_code_only": (
        "«{value}» er flere koder, men kolonnen tar bare én.[ Mente du {expected}?]",
        "“{value}” is several codes, but the column takes only one.[ Did you mean {expected}?]",
    ),
    "year_not_day": (
        "«{value}» er et år, ikke en dato. Skriv hele datoen, for eksempel 01.01.2026.",
        "“{value}” is a year, not a date. Write the whole date, for example 01.01.2026.",
    ),
    "year_in_date": (
        "Cellen viser {value}: regnearket har gjort tallet {expected} om til en dato. Skriv hele datoen, for eksempel "
        "01.01.{expected}.",
        "The cell shows {value}: the spreadsheet has turned the number {expected} into a date. Write the whole date, "
        "for example 01.01.{expected}.",
    ),
    "no_rows": (
        "Skjemaet sier ingenting som kan lagres. Forventet: minst ett felt som er fylt ut.",
        "The form says nothing that can be saved. Expected: at least one field that is filled in.",
    ),
    "not_a_date": (
        "«{value}» er ikke en dato. Forventet: dag.måned.år, for eksempel 24.11.2026.",
        "“{value}” is not a date. Expected: day.month.year, for example 24.11.2026.",
    ),
    "not_a_moment": (
        "«{value}» er ikke et tidspunkt. Forventet: dato og klokkeslett i UTC, for eksempel 24.11.2026 16:00.",
        "“{value}” is not a moment. Expected: date and time in UTC, for example 24.11.2026 16:00.",
    ),
    "not_a_number": (
        "«{value}» er ikke et tall som kan brukes her. Forventet: for eksempel 1 234,5.",
        "“{value}” is not a number that can be used here. Expected: for example 1 234,5.",
    ),
    "two_readings": (
        "«{value}» kan leses på to måter[: {expected}]. Skriv tallet uten skilletegn mellom tusen, eller la cellen "
        "være et tall i stedet for tekst.",
        "“{value}” can be read in two ways[: {expected}]. Write the number without a sign between thousands, or let "
        "the cell be a number instead of text.",
    ),
    "two_readings_day": (
        "«{value}» kan leses på to måter[: {expected}]. Skriv dag.måned.år med punktum, for eksempel 24.11.2026.",
        "“{value}” can be read in two ways[: {expected}]. Write day.month.year with full stops, for example "
        "24.11.2026.",
    ),
    "year_out_of_range": (
        "«{value}» ligger utenfor årene som kan være ment her[ ({expected})]. Rett året.",
        "“{value}” lies outside the years that can be meant here[ ({expected})]. Mend the year.",
    ),
    "percent_in_number": (
        "«{value}» er prosent, men kolonnen er et vanlig tall.[ Mente du {expected}?] Formater cellen som tall og "
        "skriv tallet uten prosenttegn.",
        "“{value}” is percent, but the column is a plain number.[ Did you mean {expected}?] Format the cell as a "
        "number and write it without a percent sign.",
    ),
    "percent_or_part": (
        "«{value}» er under én prosent.[ Mente du {expected}?] Skriv prosenten som helt tall, for eksempel 60.",
        "“{value}” is less than one percent.[ Did you mean {expected}?] Write the percentage as a whole number, for "
        "example 60.",
    ),
    "number_too_large": (
        "«{value}» er for stort.[ Forventet: høyst {expected}.]",
        "“{value}” is too large.[ Expected: at most {expected}.]",
    ),
    "number_is_time": (
        "«{value}» er et klokkeslett, ikke et tall.[ Mente du {expected}?] Formater cellen som tall og skriv timer med "
        "desimal.",
        "“{value}” is a time, not a number.[ Did you mean {expected}?] Format the cell as a number and write hours "
        "with decimals.",
    ),
    "number_is_date": (
        "«{value}» er en dato, ikke et tall.[ Mente du {expected}?] Formater cellen som tall og skriv tallet på nytt.",
        "“{value}” is a date, not a number.[ Did you mean {expected}?] Format the cell as a number and write the "
        "number again.",
    ),
    "not_whole": (
        "«{value}» er ikke et helt tall. Forventet: for eksempel 2026.",
        "“{value}” is not a whole number. Expected: for example 2026.",
    ),
    "not_money": (
        "«{value}» er ikke et beløp. Forventet: tall med høyst to desimaler, for eksempel 1 234 567,50; "
        "valutaen står i sin egen kolonne.",
        "“{value}” is not an amount. Expected: a number with at most two decimals, for example 1 234 567,50; "
        "the currency stands in its own column.",
    ),
    "unknown_currency": (
        "«{value}» er ikke en valuta.[ Mente du {expected}?] Forventet: kode på tre bokstaver, for eksempel NOK.",
        "“{value}” is not a currency.[ Did you mean {expected}?] Expected: a code of three letters, for example NOK.",
    ),
    "currency_in_thousands": (
        "«{value}» sier at beløpene er i tusen eller mer. Skriv beløpene i hele enheter, og valutaen som {expected}.",
        "“{value}” says that the amounts are in thousands or more. Write the amounts in whole units, and the currency "
        "as {expected}.",
    ),
    "amount_without_currency": (
        "Raden har et beløp[ i kolonnen {expected}], men ingen valuta. Skriv valutaen, for eksempel NOK eller EUR.",
        "The row has an amount[ in the column {expected}], but no currency. Write the currency, for example NOK or "
        "EUR.",
    ),
    "currency_contradicts": (
        "Beløpet «{value}» er i en annen valuta enn raden ({expected}). Rett beløpet, eller rett valutaen.",
        "The amount “{value}” is in another currency than the row ({expected}). Mend the amount, or mend the currency.",
    ),
    "not_a_flag": (
        "«{value}» er verken ja eller nei. Forventet: Ja eller Nei.",
        "“{value}” is neither yes nor no. Expected: Ja or Nei.",
    ),
    "not_a_choice": (
        "«{value}» er ikke et av valgene.[ Forventet: {expected}.]",
        "“{value}” is not one of the choices.[ Expected: {expected}.]",
    ),
    "choice_near": (
        "«{value}» er ikke et av valgene.[ Mente du {expected}?]",
        "“{value}” is not one of the choices.[ Did you mean {expected}?]",
    ),
    "bad_tie": (
        "«{value}» er ikke en liste av koder. Forventet: P-0042; P-0043 eller med hele prosent SAM 60 %; KUL 40 %.",
        "“{value}” is not a list of codes. Expected: P-0042; P-0043 or in whole percent SAM 60 %; KUL 40 %.",
    ),
    "double_tie": (
        "Samme kode står to ganger i «{value}». Forventet: hver kode én gang.",
        "The same code stands twice in “{value}”. Expected: each code once.",
    ),
    "tie_without_share": (
        "«{value}» har prosent, men kolonnen fordeler ingenting. Forventet: bare koder, P-0042; P-0043.",
        "“{value}” has percentages, but the column divides nothing. Expected: only codes, P-0042; P-0043.",
    ),
    "share_without_percent": (
        "«{value}» er en kode med et tall uten prosenttegn.[ Mente du {expected}?]",
        "“{value}” is a code with a number without a percent sign.[ Did you mean {expected}?]",
    ),
    "shares_not_100": (
        "Fordelingen «{value}» blir ikke 100 prosent. Forventet: hele prosent som til sammen blir 100.",
        "The shares “{value}” do not make 100 percent. Expected: whole percentages that make 100 together.",
    ),
    "end_before_start": (
        "Slutt {value} er før start[ {expected}]. Forventet: samme dag eller senere.",
        "The end {value} is before the start[ {expected}]. Expected: the same day or later.",
    ),
    "negative": (
        "«{value}» er mindre enn null. Forventet: null eller mer.",
        "“{value}” is less than zero. Expected: zero or more.",
    ),
    "text_too_long": (
        "Teksten[ i arket {sheet}, celle {cell},] er for lang.[ Forventet: høyst {expected} tegn.]",
        "The text[ in the sheet {sheet}, cell {cell},] is too long.[ Expected: at most {expected} characters.]",
    ),
    "formula_without_value": (
        "Formelen har ikke noe lagret svar. Åpne arbeidsboken i regnearket, lagre den og prøv igjen, "
        "eller skriv verdien.",
        "The formula has no stored result. Open the workbook in the spreadsheet, save it and try again, "
        "or write the value.",
    ),
    "error_cell": (
        "Cellen viser feilen {value}. Rett formelen, eller skriv verdien.",
        "The cell shows the error {value}. Mend the formula, or write the value.",
    ),
    "conflict": (
        "Arbeidsboken sier «{value}», databasen sier «{expected}», og feltet er endret siden arbeidsboken ble laget, "
        "eller det er ukjent når den ble laget.",
        "The workbook says “{value}”, the database says “{expected}”, and the field has changed since the workbook was "
        "made, or it is not known when that was.",
    ),
    "conflict_files": (
        "Filen sier «{value}», men en annen fil i samme import sier «{expected}». Rett en av dem.",
        "The file says “{value}”, but another file of the same import says “{expected}”. Mend one of them.",
    ),
    "conflict_files_closed": (
        "{value} står ikke i filen og ville bli avsluttet, men en annen fil i samme import endrer den. Sett inn raden "
        "igjen, eller rett den andre filen.",
        "{value} is not in the file and would be closed, but another file of the same import changes it. Put the row "
        "back, or mend the other file.",
    ),
    "conflict_files_person": (
        "Personen {value} er skrevet ulikt i en annen fil i samme import. Rett en av dem.",
        "The person {value} is written differently in another file of the same import. Mend one of them.",
    ),
    "conflict_person": (
        "Personen {value} er endret siden arbeidsboken ble laget, eller det er ukjent når den ble laget.",
        "The person {value} has changed since the workbook was made, or it is not known when that was.",
    ),
    "conflict_closed": (
        "{value} står ikke i arbeidsboken og ville bli avsluttet, men det er ukjent når arbeidsboken ble laget.",
        "{value} is not in the workbook and would be closed, but it is not known when the workbook was made.",
    ),
    "overwrites": (
        "Databasens «{expected}» skrives over med arbeidsbokens «{value}».",
        "“{expected}” of the database is overwritten with “{value}” of the workbook.",
    ),
    "overwrites_person": (
        "Databasens opplysning om {value} skrives over med arbeidsbokens.",
        "What the database says of {value} is overwritten with what the workbook says.",
    ),
    "overwrites_closed": (
        "{value} står ikke i arbeidsboken og avsluttes.",
        "{value} is not in the workbook and is closed.",
    ),
    "parent_gone": (
        "Raden hører til «{value}», som ikke lenger står i sitt ark. Skriv den koden som gjelder, eller slett raden."
        "[ Ny i arbeidsboken: {expected}.]",
        "The row belongs to “{value}”, which no longer stands in its sheet. Write the code that holds, or delete the "
        "row.[ New in the workbook: {expected}.]",
    ),
    "cut_text": (
        "Teksten er kuttet i arbeidsboken og kan ikke endres her. La cellen stå, eller skriv en hel tekst uten merket.",
        "The text is cut in the workbook and cannot be changed here. Leave the cell, or write a whole text without the "
        "mark.",
    ),
    "ambiguous_match": (
        "«{value}» passer til flere poster.[ Mulige: {expected}.] Ingen av dem er endret.",
        "“{value}” fits several records.[ Possible: {expected}.] None of them is changed.",
    ),
}

_SHEETS: Final[Mapping[str, tuple[str, str]]] = {
    "no_headings": (
        "Fant ingen overskriftsrad blant de første 20 radene. Forventet: en rad med Kode og de andre overskriftene.",
        "Found no row of headings among the first 20 rows. Expected: a row with Kode and the other headings.",
    ),
    "no_code_column": (
        "Arket mangler kolonnen Kode.",
        "The sheet lacks the column Kode.",
    ),
    "double_column": (
        "Overskriften «{value}» står over flere kolonner. Forventet: én kolonne.",
        "The heading “{value}” stands above several columns. Expected: one column.",
    ),
    "double_sheet": (
        "To ark holder samme type post. Forventet: ett ark, «{value}».",
        "Two sheets hold the same kind of record. Expected: one sheet, “{value}”.",
    ),
    "merged_cells": (
        "Cellene {value} er slått sammen, og bare den første har en verdi. "
        "Opphev sammenslåingen og fyll ut hver celle.",
        "The cells {value} are merged, and only the first has a value. Unmerge them and fill in each cell.",
    ),
    "unknown_column_near": (
        "Overskriften «{value}» er ingen kolonne i arket. Mente du «{expected}»?",
        "The heading “{value}” is no column of the sheet. Did you mean “{expected}”?",
    ),
    "unknown_sheet_near": (
        "Arket «{value}» er ikke kjent. Mente du «{expected}»?",
        "The sheet “{value}” is not known. Did you mean “{expected}”?",
    ),
    "sheet_missing": (
        "Arket «{value}» står i omfanget, men finnes ikke i arbeidsboken. Ta det ut av «Omfang: ark», "
        "eller legg det til.",
        "The sheet “{value}” is in the scope, but not in the workbook. Take it out of “Omfang: ark”, or add it.",
    ),
    "unknown_scope": (
        "«{value}» i omfanget er ikke et kjent ark eller rådsområde.[ Mente du {expected}?]",
        "“{value}” in the scope is not a known sheet or council area.[ Did you mean {expected}?]",
    ),
    "bad_base_revision": (
        "«{value}» er ikke en revisjon. La feltet stå slik arbeidsboken ble laget, eller tøm det.",
        "“{value}” is not a revision. Leave the field as the workbook was made, or clear it.",
    ),
    "too_many_closed": (
        "Importen ville avslutte {value}[ av {expected}] poster. Er det meningen, bruk --allow-close.",
        "The import would close {value}[ of {expected}] records. If that is intended, use --allow-close.",
    ),
    "more_problems": (
        "Og {value} feil til. Rett dem over først.",
        "And {value} more problems. Mend those above first.",
    ),
}

_REMARKS: Final[Mapping[str, tuple[str, str]]] = {
    "unknown_code_remark": (
        "«{value}» er ukjent hos oss. Kildens egen tekst er beholdt.",
        "“{value}” is unknown to us. The source’s own text is kept.",
    ),
    "not_a_date_remark": (
        "«{value}» er ikke en dato og er utelatt.",
        "“{value}” is not a date and is left out.",
    ),
    "rows_differ_remark": (
        "Radene for samme utlysning sier ulikt: «{value}»[ og «{expected}»]. Ingen av dem er tatt med.",
        "The rows of one call differ: “{value}”[ and “{expected}”]. None of them is taken.",
    ),
    "several_values_remark": (
        "Cellen har flere verdier: «{value}». Brukt er «{expected}».",
        "The cell holds several values: “{value}”. “{expected}” is used.",
    ),
    "copies_differ_remark": (
        "Utlysningen «{value}» står flere ganger uten at en dato sier hva som er nyest, og radene sier ulikt"
        "[ ({expected})]. Den med siste frist er brukt.",
        "The call “{value}” stands several times without a date that tells which is newest, and the rows differ"
        "[ ({expected})]. The one with the last deadline is used.",
    ),
    "error_cell_remark": (
        "Cellen viser regnearkets feil {value} og er utelatt.",
        "The cell shows the spreadsheet’s error {value} and is left out.",
    ),
    "twice_encoded_remark": (
        "«{value}» er tegn som er lagret i feil tegnsett. Mente kilden «{expected}»? Hent fila på nytt.",
        "“{value}” has been saved in a wrong encoding. Did the source mean “{expected}”? Fetch the file again.",
    ),
    "end_before_start_remark": (
        "Slutt {value} er før start {expected}. Ingen av dem er tatt med.",
        "The end {value} is before the start {expected}. None of them is taken.",
    ),
    "ambiguous_match_remark": (
        "«{value}» passer til flere poster. Mulige: {expected}. Ingen av dem er endret.",
        "“{value}” fits several records. Possible: {expected}. None of them is changed.",
    ),
    "two_readings_remark": (
        "«{value}» kan leses på to måter[: {expected}] og er utelatt.",
        "“{value}” can be read in two ways[: {expected}] and is left out.",
    ),
    "two_readings_day_remark": (
        "«{value}» kan leses på to måter[: {expected}] og er utelatt.",
        "“{value}” can be read in two ways[: {expected}] and is left out.",
    ),
    "year_out_of_range_remark": (
        "«{value}» ligger utenfor årene som kan være ment[ ({expected})] og er utelatt.",
        "“{value}” lies outside the years that can be meant[ ({expected})] and is left out.",
    ),
    "cell_without_value_remark": (
        "Cellen har ingen verdi[, men {value}] og er utelatt.",
        "The cell has no value[, but {value}] and is left out.",
    ),
    "not_a_number_remark": (
        "«{value}» er ikke et tall som kan leses og er utelatt.",
        "“{value}” is not a number that can be read and is left out.",
    ),
    "not_money_remark": (
        "«{value}» er ikke et beløp som kan leses og er utelatt.",
        "“{value}” is not an amount that can be read and is left out.",
    ),
    "number_too_large_remark": (
        "«{value}» er for stort og er utelatt.[ Forventet: høyst {expected}.]",
        "“{value}” is too large and is left out.[ Expected: at most {expected}.]",
    ),
    "negative_remark": (
        "«{value}» er mindre enn null og er utelatt.",
        "“{value}” is less than zero and is left out.",
    ),
    "typed_stands": (
        "Kilden sier «{value}», men her er det skrevet «{expected}», og det står. "
        "Tøm cellen for å ta kildens verdi neste gang.",
        "The source says “{value}”, but “{expected}” was written here, and stands. "
        "Clear the cell to take the source’s value next time.",
    ),
    "source_stands": (
        "Kildene sier ulikt: «{value}» er ikke tatt med, fordi «{expected}» kommer fra en kilde vi stoler mer på.",
        "The sources differ: “{value}” is left out, because “{expected}” comes from a source that we trust more.",
    ),
    "source_replaces": (
        "Kildene sier ulikt: «{value}» erstatter «{expected}», fordi vi stoler mer på denne kilden.",
        "The sources differ: “{value}” replaces “{expected}”, because we trust this source more.",
    ),
    "currency_contradicts_remark": (
        "Beløpet «{value}» er i en annen valuta enn kolonnen ({expected}) og er utelatt.",
        "The amount “{value}” is in another currency than the column ({expected}) and is left out.",
    ),
    "unknown_currency_remark": (
        "«{value}» er ikke en valuta, og beløpet er utelatt.",
        "“{value}” is not a currency, and the amount is left out.",
    ),
    "no_identity_remark": (
        "[«{value}» er ingen identifikator. ]Utlysningen kjennes igjen på tittel, adresse og datoer.",
        "[“{value}” is no identifier. ]The call is known by title, address and dates.",
    ),
    "zone_remark": (
        "«{value}»: {expected} gjelder ikke den dagen, så klokkeslettet er utelatt. Dagen er lest.",
        "“{value}”: {expected} does not apply on that day, so the hour is left out. The day is read.",
    ),
    "deadline_words_remark": (
        "«{value}»: bare dagen er lest, resten er ikke forstått.",
        "“{value}”: only the day is read, the rest is not understood.",
    ),
    "row_left_out_remark": (
        "Raden er utelatt[: «{value}»].",
        "The row is left out[: “{value}”].",
    ),
    "bad_organisation_number_remark": (
        "«{value}» er ikke et gyldig organisasjonsnummer og er utelatt. Raden er tatt med; virksomheten kjennes på "
        "navn og sted.",
        "“{value}” is not a valid organisation number and is left out. The row is kept; the organisation is known by "
        "name and place.",
    ),
    "double_participation_remark": (
        "{expected} rader gjelder samme virksomhet og rolle i prosjekt «{value}». De er én deltakelse med samlet "
        "støtte; helt like rader teller én gang.",
        "{expected} rows are of the same organisation and role in project “{value}”. They are one participation with "
        "the support of all; rows that are alike count once.",
    ),
    "short_row_remark": (
        "Raden har {value} felt, men overskriften har {expected}. Det som mangler, er ikke lest.",
        "The row has {value} fields, but the heading has {expected}. What is missing has not been read.",
    ),
    "unknown_heading": (
        "Overskriften «{value}» er ingen kolonne i listen.[ Ligner: {expected}.] Rett den, eller ta bort kolonnen.",
        "The heading “{value}” is no column of the list.[ Similar: {expected}.] Mend it, or take the column away.",
    ),
    "fields_remark": (
        "Raden (linje {value} i fila) har ikke {expected} felt som overskriften. Den er utelatt. Er et anførselstegn "
        "ikke lukket?",
        "The row (line {value} of the file) has not {expected} fields like the heading. It is left out. Is a quote "
        "left open?",
    ),
    "broken_sign_remark": (
        "«{value}» har tegn som ikke kunne leses. Er fila lagret som UTF-8?",
        "“{value}” has signs that could not be read. Is the file saved as UTF-8?",
    ),
    "nameless_row_remark": (
        "Feltet er tomt, så raden sier ikke hvem som deltar i hva. Raden er utelatt.",
        "The field is blank, so the row does not say who takes part in what. The row is left out.",
    ),
    "project_total_remark": (
        "Beløpet gjelder hele prosjektet og er ikke én deltakers. Det er utelatt.",
        "The amount is the whole project’s and not one participant’s. It is left out.",
    ),
    "outside_county_remark": (
        "{value} rader gjelder virksomheter utenfor fylket og er ikke lest.",
        "{value} rows are of organisations outside the county and have not been read.",
    ),
    "unknown_sheet": (
        "Arket «{value}» er ikke kjent og er ikke lest.",
        "The sheet “{value}” is not known and has not been read.",
    ),
    "unknown_base_remark": (
        "Arbeidsboken sier ikke hvilken revisjon av denne databasen den er laget ved. Derfor må hver endring av det "
        "som står i databasen, bekreftes.",
        "The workbook does not say at which revision of this database it was made. So each change of what is in the "
        "database must be confirmed.",
    ),
    "older_copy_remark": (
        "Arbeidsboken er lest inn før, men filen har verdiene fra før den gangen. Det som ble skrevet da, står.",
        "The workbook has been imported before, but the file holds the values from before that. What was written then "
        "stands.",
    ),
    "forgotten_remark": (
        "Personen {value} er glemt og blir ikke lest inn igjen. Ta raden ut, eller bruk en ny kode for en ny person.",
        "The person {value} was forgotten and is not imported again. Take the row out, or use a new code for a new "
        "person.",
    ),
    "unknown_column": (
        "Kolonnen «{value}» er ikke kjent og er ikke lest.",
        "The column “{value}” is not known and has not been read.",
    ),
    "unfit_sign_remark": (
        "Tegn som ikke kan lagres, er erstattet: «{value}».",
        "Signs that cannot be stored have been replaced: “{value}”.",
    ),
    "more_remarks": (
        "Og {value} merknader til.",
        "And {value} more remarks.",
    ),
    "nameless_column": (
        "Kolonne {value} har innhold, men ingen overskrift, og er ikke lest.",
        "Column {value} has content but no heading, and has not been read.",
    ),
    "hidden_rows": (
        "Arket har skjulte rader, for eksempel i et filter ({value}). De er lest som de andre.",
        "The sheet has hidden rows, in a filter perhaps ({value}). They have been read like the others.",
    ),
    "hidden_sheet": (
        "Arket «{value}» er skjult, men er lest.",
        "The sheet “{value}” is hidden, but has been read.",
    ),
}

_FILES: Final[Mapping[str, tuple[str, str]]] = {
    "no_such_file": (
        "Filen {file} finnes ikke.",
        "The file {file} does not exist.",
    ),
    "is_a_folder": (
        "{file} er en mappe. Oppgi filene som skal leses, for eksempel {file}/*.xlsx.",
        "{file} is a folder. Name the files to be read, for example {file}/*.xlsx.",
    ),
    "not_a_file": (
        "{file} er ikke en vanlig fil. Lagre innholdet i en fil og oppgi den.",
        "{file} is not an ordinary file. Save the content in a file and name that.",
    ),
    "unreadable_file": (
        "{file} kan ikke åpnes. Er den åpen i et annet program, eller mangler du tilgang?",
        "{file} cannot be opened. Is it open in another program, or do you lack access?",
    ),
    "map_unreadable": (
        "Kartets omriss i {file} kan ikke leses. Rett AKINT_MAP_FILE, eller ta bort innstillingen.",
        "The outlines of the map in {file} cannot be read. Correct AKINT_MAP_FILE, or remove the setting.",
    ),
    "nuts_unreadable": (
        "{file} er ikke en GeoJSON med NUTS-regioner.",
        "{file} is not a GeoJSON of NUTS regions.",
    ),
    "nuts_not_degrees": (
        "{file} er ikke i grader. Hent utgaven i EPSG:4326.",
        "{file} is not in degrees. Take the edition in EPSG:4326.",
    ),
    "nuts_no_regions": (
        "Ingen av regionene i {file} står i kodelisten over regioner.",
        "None of the regions in {file} is in the code list of regions.",
    ),
    "nuts_needs_shapely": (
        "Filen har bare finere NUTS-nivåer, og å slå dem sammen krever pakken {package}. Installer den med pip.",
        "The file has only finer NUTS levels, and joining them needs the package {package}. Install it with pip.",
    ),
    "empty_file": (
        "{file} er tom.",
        "{file} is empty.",
    ),
    "no_reader": (
        "Innholdet i {file} er ikke av noe slag som kan leses inn.",
        "The content of {file} is of no kind that can be imported.",
    ),
    "not_a_workbook": (
        "{file} er ikke en arbeidsbok av typen .xlsx, .xlsm eller .ods. Lagre den som .xlsx og prøv igjen.",
        "{file} is not a workbook of the type .xlsx, .xlsm or .ods. Save it as .xlsx and try again.",
    ),
    "a_document": (
        "{file} er et dokument, ikke en arbeidsbok. Legg tabellen inn i en arbeidsbok (.xlsx) og prøv igjen.",
        "{file} is a document, not a workbook. Put the table into a workbook (.xlsx) and try again.",
    ),
    "an_archive": (
        "{file} er en pakket fil. Pakk den ut og oppgi filen som er i den.",
        "{file} is an archive. Unpack it and name the file that is in it.",
    ),
    "numbers_workbook": (
        "{file} er laget i Numbers. Velg Arkiv, Eksporter til, Excel i Numbers og prøv igjen med .xlsx-filen.",
        "{file} is made in Numbers. Choose File, Export To, Excel in Numbers and try again with the .xlsx file.",
    ),
    "a_web_page": (
        "{file} er en nettside, slik noen systemer lager «Excel-filer». Åpne den i regnearket, lagre som .xlsx og prøv "
        "igjen.",
        "{file} is a web page, as some systems make “Excel files”. Open it in the spreadsheet, save as .xlsx and try "
        "again.",
    ),
    "utf16_text": (
        "{file} er tekst i UTF-16. Lagre den som CSV UTF-8 eller .xlsx og prøv igjen.",
        "{file} is text in UTF-16. Save it as CSV UTF-8 or .xlsx and try again.",
    ),
    "sheet_as_text": (
        "{file} er ett ark lagret som tekst (CSV). Lagre hele arbeidsboken som .xlsx og prøv igjen.",
        "{file} is one sheet saved as text (CSV). Save the whole workbook as .xlsx and try again.",
    ),
    "binary_workbook": (
        "{file} er i det binære formatet .xlsb. Lagre den som .xlsx og prøv igjen.",
        "{file} is in the binary format .xlsb. Save it as .xlsx and try again.",
    ),
    "old_workbook": (
        "{file} er i det gamle formatet .xls. Lagre den som .xlsx og prøv igjen.",
        "{file} is in the old format .xls. Save it as .xlsx and try again.",
    ),
    "encrypted": (
        "{file} er kryptert eller har passord. Fjern passordet og lagre den på nytt som .xlsx.",
        "{file} is encrypted or has a password. Remove the password and save it again as .xlsx.",
    ),
    "damaged_file": (
        "{file} er skadet og kan ikke leses. Åpne den i regnearket, lagre den på nytt og prøv igjen.",
        "{file} is damaged and cannot be read. Open it in the spreadsheet, save it again and try again.",
    ),
    "too_large": (
        "{file} er for stor til å leses[ (grensen er {limit})].",
        "{file} is too large to be read[ (the limit is {limit})].",
    ),
    "too_many_rows": (
        "Arket {sheet} i {file} har flere rader enn det som kan leses ({rows}).",
        "The sheet {sheet} in {file} has more rows than can be read ({rows}).",
    ),
    "too_many_cells": (
        "{file} har flere utfylte celler enn det som kan leses ({cells}).",
        "{file} has more filled cells than can be read ({cells}).",
    ),
    "zip_bomb": (
        "{file} blir urimelig stor når den pakkes ut, og er ikke lest.",
        "{file} grows unreasonably large when unpacked, and has not been read.",
    ),
    "far_cell": (
        "Arket {sheet} i {file} har noe i celle {cell}, langt utenfor tabellen. Tøm cellen og prøv igjen.",
        "The sheet {sheet} in {file} has something in cell {cell}, far outside the table. "
        "Clear the cell and try again.",
    ),
    "reader_crashed": (
        "{file} kunne ikke leses: lesingen stoppet uventet[ ({why})].",
        "{file} could not be read: the reading stopped unexpectedly[ ({why})].",
    ),
    "reader_timeout": (
        "{file} tok for lang tid å lese og er avbrutt.",
        "{file} took too long to read and was stopped.",
    ),
    "no_known_sheet": (
        "{file} har ingen kjente ark. Lag en tom arbeidsbok med akint-dash template.",
        "{file} has no known sheets. Make an empty workbook with akint-dash template.",
    ),
    "missing_columns": (
        "{file} mangler kolonner: {columns}.",
        "{file} lacks columns: {columns}.",
    ),
    "no_results": (
        "{file} inneholder ingen treff.",
        "{file} holds no results.",
    ),
    "bad_rules": (
        "Reglene i {file} kan ikke brukes[: {why}].",
        "The rules in {file} cannot be used[: {why}].",
    ),
    "wrong_ending": (
        "{file} må ha navn som slutter på {ending}.",
        "{file} must have a name that ends in {ending}.",
    ),
    "folder_for_file": (
        "{file} er en mappe. Oppgi en fil i den, for eksempel {file}/portefolje.xlsx.",
        "{file} is a folder. Name a file in it, for example {file}/portefolje.xlsx.",
    ),
    "source_unreachable": (
        "Kilden svarer ikke[ etter {attempts} forsøk][ ({why})]. Sjekk at maskinen når nettet, og kjør igjen; det som "
        "er hentet, beholdes.",
        "The source does not answer[ after {attempts} attempts][ ({why})]. Check that the machine reaches the network, "
        "and run again; what has been fetched is kept.",
    ),
    "source_refused": (
        "Kilden[ {url}] avviser spørringen[ ({why})]. Sjekk adressen i AKINT_CALLS_URL eller AKINT_RATES_URL.",
        "The source[ {url}] refuses the question[ ({why})]. Check the address in AKINT_CALLS_URL or AKINT_RATES_URL.",
    ),
    "no_such_folder": (
        "Mappen {folder} finnes ikke.",
        "The folder {folder} does not exist.",
    ),
    "unknown_reader": (
        "Det finnes ingen leser som heter «{reader}».[ Kjente: {known}.]",
        "There is no reader called “{reader}”.[ Known: {known}.]",
    ),
}

_DATABASE: Final[Mapping[str, tuple[str, str]]] = {
    "undo_refused": (
        "Revisjon {number} kan ikke angres: senere revisjoner bygger på den.[ I veien: {records}.]",
        "Revision {number} cannot be undone: later revisions build upon it.[ In the way: {records}.]",
    ),
    "undo_forgotten": (
        "Revisjon {number} kan ikke angres: den gjelder bare personer som er glemt, og de forblir glemt.",
        "Revision {number} cannot be undone: it is only about persons who were forgotten, and they stay so.",
    ),
    "no_such_revision": (
        "Revisjon {number} finnes ikke.",
        "Revision {number} does not exist.",
    ),
    "database_unavailable": (
        "Får ikke kontakt med databasen[ {url}]. Ingenting er endret. Sjekk AKINT_DATABASE_URL og at databasen kjører.",
        "Cannot reach the database[ {url}]. Nothing has been changed. Check AKINT_DATABASE_URL and that the database "
        "runs.",
    ),
    "no_database": (
        "Det er ingen database[ i {url}]. Ingenting er laget. Rett AKINT_DATABASE_URL, eller lag databasen med "
        "akint-dash import eller akint-dash demo.",
        "There is no database[ at {url}]. Nothing has been made. Mend AKINT_DATABASE_URL, or make the database with "
        "akint-dash import or akint-dash demo.",
    ),
    "database_full": (
        "Disken er full der databasen[ {url}] ligger. Ingenting er endret. Frigjør plass og kjør igjen.",
        "The disk is full where the database[ {url}] lies. Nothing has been changed. Free some space and run again.",
    ),
    "database_readonly": (
        "Databasen[ {url}] kan bare leses. Ingenting er endret. Be om skrivetilgang til filen og mappen den ligger i.",
        "The database[ {url}] can only be read. Nothing has been changed. Ask for the right to write to the file and "
        "its folder.",
    ),
    "database_unopened": (
        "Databasen[ {url}] kan ikke åpnes. Ingenting er endret. Sjekk AKINT_DATABASE_URL og at du kan skrive i mappen.",
        "The database[ {url}] cannot be opened. Nothing has been changed. Check AKINT_DATABASE_URL, and that you may "
        "write in the folder.",
    ),
    "key_unusable": (
        "Nøkkelen i {file} kan ikke brukes. Rett AKINT_SECRET_KEY_FILE, eller slett fila, så lages en ny.",
        "The key in {file} cannot be used. Mend AKINT_SECRET_KEY_FILE, or delete the file, and a new one is made.",
    ),
    "secret_unusable": (
        "Hemmeligheten i {file} kan ikke leses. Rett AKINT_OIDC_CLIENT_SECRET_FILE.",
        "The secret in {file} cannot be read. Mend AKINT_OIDC_CLIENT_SECRET_FILE.",
    ),
    "staff_listens_beyond": (
        "AKINT_AUDIENCE=staff er uten innlogging og nektes når serveren lytter på {address}, som andre når. "
        "Lytt på 127.0.0.1, eller sett opp innlogging med AKINT_AUTH.",
        "AKINT_AUDIENCE=staff is without sign-in and is refused when the server listens on {address}, which others "
        "reach. Listen on 127.0.0.1, or set up sign-in with AKINT_AUTH.",
    ),
    "database_busy": (
        "Noen andre skriver i databasen[ {url}]. Ingenting er endret. Vent litt og kjør igjen.",
        "Someone else is writing to the database[ {url}]. Nothing has been changed. Wait a little and run again.",
    ),
    "no_backup": (
        "[{file} er ]ikke en sikkerhetskopi fra akint-dash backup. Ingenting er endret.",
        "[{file} is ]no backup made by akint-dash backup. Nothing has been changed.",
    ),
    "backup_damaged": (
        "Sikkerhetskopien[ {file}] er skadet eller ikke hel. Ingenting er endret. Bruk en annen kopi.",
        "The backup[ {file}] is damaged or not whole. Nothing has been changed. Use another one.",
    ),
    "backup_newer": (
        "Sikkerhetskopien[ {file}] er laget av en nyere versjon av akint-dash. Ingenting er endret. Bruk den "
        "versjonen.",
        "The backup[ {file}] was made by a later version of akint-dash. Nothing has been changed. Use that version.",
    ),
    "restore_over": (
        "Det ligger noe i databasen[ {url}] fra før. Ingenting er endret. Skal kopien gjelde i stedet, kjør igjen med "
        "--force. Ta først en kopi av det som ligger der, med akint-dash backup.",
        "The database[ {url}] holds something already. Nothing has been changed. If the backup is to hold instead, run "
        "again with --force. First back up what is there, with akint-dash backup.",
    ),
    "restore_differs": (
        "Det som ble hentet fram, er ikke det samme som kopien[ {file}] har. Ingenting er endret.",
        "What was restored is not what the backup[ {file}] holds. Nothing has been changed.",
    ),
    "restore_refused": (
        "Databasen[ {url}] kan ikke holde det kopien har. Ingenting er endret. Kjør igjen med --debug for å se mer.",
        "The database[ {url}] cannot hold what the backup has. Nothing has been changed. Run again with --debug to see "
        "more.",
    ),
    "database_damaged": (
        "Databasen[ {url}] er skadet og kan ikke leses. Ingenting er endret. Ta vare på den som den er, og hent fram "
        "siste kopi: akint-dash restore KOPI --force.",
        "The database[ {url}] is damaged and cannot be read. Nothing has been changed. Keep it as it is, and restore "
        "the last backup: akint-dash restore FILE --force.",
    ),
    "database_blank": (
        "Databasefilen[ {url}] er tom (0 byte). Ingenting er endret. Har den hatt innhold, hent fram siste kopi med "
        "akint-dash restore. Skal en ny database begynne her, slett filen først.",
        "The database file[ {url}] is blank (0 bytes). Nothing has been changed. If it has held anything, restore the "
        "last backup with akint-dash restore. If a new database is to begin here, delete the file first.",
    ),
    "database_newer": (
        "Databasen[ {url}] er laget av en nyere versjon av akint-dash. Ingenting er endret. Bruk den versjonen.",
        "The database[ {url}] was made by a later version of akint-dash. Nothing has been changed. Use that version.",
    ),
    "database_schema": (
        "Databasen[ {url}] mangler tabeller eller kolonner som denne versjonen leser. Ingenting er endret. Kjør "
        "akint-dash doctor.",
        "The database[ {url}] lacks tables or columns that this version reads. Nothing has been changed. Run "
        "akint-dash doctor.",
    ),
    "database_rights": (
        "Brukeren i adressen har ikke rettigheter nok i databasen[ {url}]. Ingenting er endret. Brukeren må eie "
        "tabellene.",
        "The user of the address has too few rights in the database[ {url}]. Nothing has been changed. The user must "
        "own the tables.",
    ),
    "database_password": (
        "Databasen[ {url}] godtar ikke brukernavnet eller passordet. Ingenting er endret. Rett AKINT_DATABASE_URL.",
        "The database[ {url}] does not accept the user name or the password. Nothing has been changed. Mend "
        "AKINT_DATABASE_URL.",
    ),
    "database_crowded": (
        "Databasen[ {url}] har ingen ledige forbindelser. Ingenting er endret. Vent litt, eller hev max_connections.",
        "The database[ {url}] has no connection to spare. Nothing has been changed. Wait a little, or raise "
        "max_connections.",
    ),
    "database_slow": (
        "Databasen[ {url}] svarer for sent. Ingenting er endret. Vent litt og prøv igjen.",
        "The database[ {url}] answers too late. Nothing has been changed. Wait a little and try again.",
    ),
    "not_our_database": (
        "Databasen[ {url}] inneholder noe annet enn en akint-dash-portefølje. Ingenting er endret.",
        "The database[ {url}] holds something else than an akint-dash portfolio. Nothing has been changed.",
    ),
}

MESSAGES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        **_CELLS,
        **_SHEETS,
        **_REMARKS,
        **_FILES,
        **_DATABASE,
    }
)
"""Every message: key -> (bokmål, English)."""

LIMIT: Final = 10
"""How many choices or records a sentence names."""

_OPTIONAL: Final = re.compile(r"\[([^\]]*)\]")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MEBIBYTE: Final = 1024 * 1024


def words(key: str, language: str, **values: str | int) -> str:
    """The message ``key`` in ``language`` (``nb`` or ``en``) with ``values`` filled in.

    Raises:
        KeyError: there is no such message.
    """
    template = MESSAGES[key][0 if language == "nb" else 1]
    said = {name: _said(name, value) for name, value in values.items()}

    def optional(found: re.Match[str]) -> str:
        return found[1] if all(said.get(name) for name in _FIELD.findall(found[1])) else ""

    return _FIELD.sub(lambda found: said.get(found[1]) or "?", _OPTIONAL.sub(optional, template))


def _said(name: str, value: str | int) -> str:
    if isinstance(value, str):
        return value
    if name == "limit":  # of a file, in bytes
        return f"{value // _MEBIBYTE} MB"
    return f"{value:,}".replace(",", "\u00a0") if name in ("rows", "cells") else str(value)


def problem_line(problem: Problem, language: str) -> str:
    """Where it is and what is wrong, in one line.

    ``arbeidsbok.xlsx, arket Prosjekter, rad 14, kolonne Start: «32.13.2026» er ikke en dato. Forventet: ...``
    """
    message = problem_words(problem, language)
    where = place_line(problem.place, language)
    return f"{where}: {message}" if where else message


def problem_words(problem: Problem, language: str) -> str:
    """What is wrong, without where it is."""
    value, expected = problem.value, problem.expected
    if problem.key == "not_a_choice":
        expected = _choices(expected, language)
    elif problem.key == "end_before_start":
        value, expected = _day(value), _day(expected)
    place = problem.place
    return words(
        problem.key, language, value=value, expected=expected, file=place.file, sheet=place.sheet, column=place.column
    )


def place_line(place: Place, language: str) -> str:
    """``arbeidsbok.xlsx, arket Prosjekter, rad 14, kolonne Start``."""
    sheet, row, column = ("arket", "rad", "kolonne") if language == "nb" else ("sheet", "row", "column")
    parts = [
        place.file,
        f"{sheet} {place.sheet}" if place.sheet else "",
        f"{row} {place.row}" if place.row else "",
        f"{column} {place.column}" if place.column else "",
    ]
    return ", ".join(part for part in parts if part)


def error_line(error: AkintError, language: str) -> str:
    """One clear sentence for an error of ours; the records in the way of an undo are named."""
    records = [_record(record) for record in getattr(error, "records", ())]
    return words(error.key, language, **{"records": _some(records), **error.values})


def _record(named: str) -> str:
    """``project P-0042`` with the name of its sheet: ``Prosjekter P-0042``."""
    entity, _, code = named.partition(" ")
    return f"{ENTITIES[entity].sheet} {code}" if entity in ENTITIES else named


def _some(items: Sequence[str]) -> str:
    return ", ".join(items[:LIMIT]) + (" …" if len(items) > LIMIT else "")


def _choices(vocabulary: str, language: str) -> str:
    if vocabulary not in CHOICES:
        return vocabulary
    return _some([pair[0 if language == "nb" else 1] for pair in CHOICES[vocabulary].values()])


def _day(text: str) -> str:
    found = _ISO_DAY.fullmatch(text)
    return f"{found[3]}.{found[2]}.{found[1]}" if found else text
