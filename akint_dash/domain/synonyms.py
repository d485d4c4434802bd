"""Choices as people write them: other words with one meaning, and what a word may be meant for where it has several.

Words are in bokmål and English, between bars, in any case. :mod:`akint_dash.importers.choosing` understands them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.county import AUTHORITY, NAME

SYNONYMS: Final[Mapping[str, Mapping[str, str]]] = {
    "visibility": {
        "public": "åpen|åpent|ikke unntatt|open",
        "internal": "unntatt|unntatt offentlighet|unntatt offentligheten|ikke offentlig|skjermet|kun intern|"
        "intern bruk|til intern bruk|u.off|uoff|unntatt off",
    },
    "status": {
        "idea": "idéfase|idefase|på idéstadiet|idéstadiet|idéskisse",
        "developing": "utvikles|i utvikling|utvikling|planlegges|planlegging|under planlegging|under arbeid|"
        "søknad under arbeid|skriver søknad|developing|in development|planned",
        "submitted": "søkt|søknad|søknad levert|søknad innsendt|søknad er sendt|innsendt|sendt|sendt inn|levert|"
        "til behandling|under behandling|venter på svar|applied|application sent|application submitted",
        "granted": "tilsagn|fått tilsagn|innvilga|innvilgelse|tildelt|bevilget|bevilga|bevilgning|godkjent|vunnet|"
        "approved|awarded|funded|won",
        "running": "pågående|i gang|igangsatt|løpende|gjennomføres|under gjennomføring|running|in progress|started",
        "completed": "ferdig|ferdigstilt|sluttført|gjennomført|finished|done",
        "rejected": "avslag|fikk avslag|fått avslag|ikke innvilget|refused|declined|not funded",
        "withdrawn": "trukket tilbake|trekt|søknad trukket|skrinlagt|droppet|cancelled|canceled",
    },
    "project_role": {
        "lead": "eier|koordinator|leder|hovedpartner|prosjektleder|lead|leadpartner|coordinator|project owner|lp|"
        "ledende partner",
        "partner": "deltaker|medsøker|prosjektpartner|participant|project partner|pp",
        "associated": "assosiert|associated|associate partner",
        "supporter": "støtte|støttepartner|støttebrev|støtteerklæring|supporting partner",
    },
    "origin": {
        "own": "eget|egen|eget initiativ|egeninitiert|selv|vårt initiativ|own|own initiative",
        "invited": "invitert|invitasjon|invitert med|invitation|invited",
    },
    "level": {
        "eu": "europeisk|eu-nivå|european|european union",
        "nordic": "norden|nordisk råd|nordisk ministerråd",
        "national": "nasjonal|stat|statlig|staten",
        "regional": "region|fylke|fylket|fylkeskommunal|fylkeskommunalt",
        "local": "lokal|kommune|kommunal|kommunalt|municipal",
    },
    "funding_form": {
        "cash": "kontant|kontanter|kroner|kr|midler|money",
        "hours": "timer|egeninnsats|arbeidstimer|arbeidstid|arbeid|in-kind|in kind|inkind|hours|hours in kind|own work",
    },
    "funding_owner": {
        "own": f"vi|vi selv|oss|egen|egne|egne midler|egenandel|fylket|{NAME.lower()}|{AUTHORITY.lower()}|we|us|"
        "county|the county",
        "others": "annen|eksterne|ekstern|ekstern finansiering|other",
    },
    "purpose": {
        "ordinary": "ordinær|vanlig|drift|regular",
        "travel": "reiser|reisestøtte|reiseutgifter|reisekostnader|travels",
        "reconstruction": "gjenreising|gjenreisning|gjenoppbygging av ukraina|rebuilding|recovery",
    },
    "refusal_reason": {
        "partnership": "konsortiet|partnership|the partnership",
    },
    "result_kind": {
        "service": "tjeneste|bedre tjenester|ny tjeneste|tjenesteforbedring|service",
        "method": "metode|nye metoder|method",
        "policy": "politikk|politikkendring|policy",
        "competence": "kompetanse|kompetanseheving|økt kompetanse|competence|new competence|knowledge",
        "investment": "investeringer",
        "network": "nettverk|samarbeid|partnerskap|network|partnership",
    },
    "call_kind": {
        "topic": "utlysning av midler|tema|topic|call topic",
        "cascade_call": "cascade call|videreutlysning|videreutlysning fra et prosjekt|kaskade|kaskadeutlysning|"
        "kaskadefinansiering|cascade|cascade funding|fstp|competitive call",
    },
    "dossier_stage": {
        "planned": "planlagt|kommer|announced",
        "consultation": "på høring|åpen høring|høringer|public consultation|open consultation|hearing",
        "proposal": "fremlagt|foreslått|lovforslag|proposed",
        "negotiation": "forhandles|i forhandling|under forhandling|trilog|triloger|trilogue",
        "adopted": "vedtatt|vedtak i eu",
        "eea": "eøs|eøs-behandling|under eøs-vurdering|eea|eea assessment",
        "implementation": "gjennomføring|gjennomføres|gjennomføres i norge|implementering|implementeres",
        "closed": "lukket|ferdig|ferdigbehandlet|henlagt|ended",
    },
    "eea_relevance": {
        "relevant": "relevant|ja|eøs relevant|eea relevant|yes",
        "possible": "kanskje|mulig|muligens|usikker|uavklart|vurderes|maybe|possibly|possibly eea relevant",
        "not_relevant": "nei|ikke relevant|ikke eøs relevant|no|not relevant|not eea relevant",
    },
    "organisation_kind": {
        "network": "europeisk nettverk|regionnettverk",
        "organisation": "interesseorganisasjon|forening|association",
        "alliance": "allianse|samarbeid",
        "office": "kontor|brusselkontor|regionkontor|office",
        "partner": "samarbeidspartner",
    },
    "sphere": {
        "political": "politiker|politikere|folkevalgt|folkevalgte",
        "administrative": "administrasjon|admin|adm",
    },
    "activity_kind": {
        "network_meeting": "møte i nettverk|medlemsmøte|network",
        "advocacy": "påvirkning|interessepolitikk|lobby|lobbying|advocacy|input|advocacy input",
        "hearing": "høring|høringsuttalelse|høringsinnspill|consultation reply|consultation",
        "course": "opplæring|kursing|training",
        "seminar": "webinar|fagdag",
        "study_visit": "studietur|studiereise|study trip",
        "exchange": "utveksling|erfaringsdeling|hospitering|exchange",
        "delegation_in": "innkommende delegasjon|besøk fra utlandet|besøksdelegasjon|inbound delegation",
        "delegation_out": "utgående delegasjon|delegasjonsreise|delegasjonstur|outbound delegation",
        "contact": "kontaktmøte|samtale|dialogmøte|contact meeting",
        "support": "støtte|bistand|støtte fra flk|støtte fra fylkesrådslederens kontor|"
        "support from the leader's office",
        "guidance": "veiledning|rådgivning|råd|advice|guidance to outside actors",
    },
    "activity_level": {"strategic": "strategi|strategic level", "operative": "operasjonelt|operasjonell|operative"},
    "addressee_kind": {
        "eu": "eu-kommisjonen|europakommisjonen|europaparlamentet|eu-institusjoner|brussel",
        "national": "nasjonalt|nasjonal|staten|regjeringen|departement|stortinget|norske myndigheter",
    },
    "channel": {
        "written": "skriftlig|brev|e-post|epost|notat|letter|mail|written input|written submission",
        "meeting": "i møte|samtale",
        "network": "nettverk|via nettverk|network",
        "conference": "på konferanse",
        "delegation": "delegasjonsreise",
    },
    "outcome": {
        "adopted": "tatt til følge|gjennomslag|fullt gjennomslag|ja|fulgt opp|accepted|taken up|successful",
        "partly": "delvis|delvis gjennomslag|partially|partly accepted|partly taken up",
        "not_adopted": "ikke gjennomslag|nei|avvist|ikke fulgt opp|rejected|not taken up",
        "pending": "venter|ikke avgjort|uavklart|under behandling|waiting",
    },
    "audience": {
        "county_cabinet": "fylkesråd|fylkesråder|cabinet",
        "politicians": "politiker|politikere|folkevalgt|elected politicians",
        "administration": "ansatte|administrasjon|adm|staff",
        "municipalities": "kommune|kommunene|municipality",
        "business": "næringslivet|bedrifter|bedrift|companies",
        "academia": "universitet|høgskole|forskning|forskere|akademi|akademia|university",
        "civil_society": "frivillighet|frivillig sektor|ngo",
    },
    "cooperation_status": {
        "exploring": "i sondering|sonderer|sondering|sonderes|under sondering|utforskes",
        "dialogue": "i dialog|pågående dialog",
        "agreement": "avtale|avtale signert|signert|signed",
        "active": "aktiv|avtale, aktiv|agreement, active|aktiv avtale|aktivt samarbeid|pågår|ongoing",
        "dormant": "hviler|hvilende|sovende|inaktiv|inactive|on hold",
        "ended": "opphørt|avviklet|utløpt|closed|terminated",
    },
    "ring": {
        "norden": "nordisk|nordiske land|nordic",
        "europe": "europa|øvrige europa|resten av europa|europe",
        "ukraine": "ukrainsk",
        "other": "andre|verden|utenfor europa|øvrige|other|world",
    },
    "sector": {
        "business": "bedrift|privat|privat sektor|næring|company|private",
        "research": "forskning|forskningsinstitusjon|institutt|institute",
        "university": "universitet|høgskole|høyskole|uh|uh-sektor|university|higher education",
        "public": "offentlig|kommune|public sector",
        "health": "sykehus|helse|hospital|hospital trust|health trust",
        "civil_society": "frivillig|frivillighet|frivillig sektor|ideell|ngo",
        "other": "annen|andre",
    },
    "participation_role": {
        "coordinator": "leder|prosjektleder|koordinerende|lead partner|lead",
        "participant": "partner|deltager|deltakende",
        "third_party": "tredje part|underleverandør|linked third party|affiliated entity",
        "associated": "assosiert|associated|associate partner",
    },
    "participates": {
        "yes": "deltar|norge deltar|full|fullt|j|y",
        "partly": "delvis deltakelse|deler|partially",
        "no": "deltar ikke|ikke|n",
    },
    "measure": {
        "involvements": "tiltak|involveringer|number of involvements",
        "external_nok": "vunnet støtte|vunnet støtte, kroner|innvilget støtte|ekstern støtte|støtte|external funding|"
        "support won, nok",
        "participants": "deltakere|deltakere i kompetanseheving|participants|participants in learning|"
        "participants in capacity building",
        "partners": "samarbeid|aktive samarbeid|partnere|partners|bilateral cooperations with an agreement",
        "projects_granted": "prosjekter|innvilgede prosjekt|granted",
        "international_share": "internasjonal andel|international share",
        "results": "resultater|resultat",
    },
}
"""Vocabulary -> code -> words that mean it and nothing else."""

MAY_BE: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {
        "aktiv": "running",
        "avsluttet": "completed withdrawn rejected",
        "stanset": "withdrawn completed",
        "vedtatt": "granted",
        "ny": "idea developing",
        "ikke søkt": "idea developing withdrawn",
        "utkast": "developing",
    },
    "visibility": {"ja": "public internal", "nei": "public internal", "begrenset": "internal", "fortrolig": "internal"},
    "activity_kind": {
        "møte": "network_meeting contact",
        "besøk": "study_visit delegation_in delegation_out",
        "delegasjon": "delegation_in delegation_out",
        "reise": "study_visit delegation_out",
        "konferanse": "seminar network_meeting",
        "conference": "seminar network_meeting",
        "workshop": "seminar course",
        "verksted": "seminar course",
        "uttalelse": "advocacy hearing",
    },
    "cooperation_status": {"inngått": "agreement active"},
    "level": {"internasjonalt": "eu nordic", "offentlig": "national regional local"},
    "organisation_kind": {"medlemskap": "network organisation"},
    "outcome": {"avsluttet": "adopted partly not_adopted"},
}
"""Words that are only suggestions: to the codes they may be meant for."""
