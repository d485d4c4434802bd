"""Which unit of the country map is which region of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LAND = "~"  # first letter of the names of background pieces


def _table(text: str) -> dict[str, str]:
    """`"NEW: old old; NEW: old"` to old -> NEW."""
    pairs = (part.split(":") for part in text.split(";") if part.strip())
    return {old: new.strip() for new, olds in pairs for old in olds.split()}


@dataclass(frozen=True)
class Source:
    """One file of the country map and the region each of its units belongs to.

    `codes` renames or dissolves; a unit that is not in it keeps its own code, unless `whole` is
    set (then all units are one), `rest` (then it is part of that) or `strict` (then it is an
    error). `drop` leaves out units.
    """

    file: str
    prefix: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    drop: frozenset[str] = frozenset()
    whole: str = ""
    rest: str = ""
    strict: bool = False

    def region(self, unit: str) -> str | None:
        """The region of a unit of the source, None if it is left out."""
        if self.whole:
            return None if unit in self.drop else self.whole
        local = unit.removeprefix(f"{self.prefix}-")
        if local in self.drop:
            return None
        if local in self.codes:
            code = self.codes[local]
            return code if code.startswith(LAND) or code in FULL else f"{self.prefix}-{code}"
        if self.strict:
            raise ValueError(f"{self.file}: {unit} belongs to no region")
        return self.rest or unit


FULL = frozenset({"AX", "LV005", "LV009", "LV00A", "LV00B", "LV00C"})  # codes that are not CC-x
NORWAY = _table(
    "31: 01; 32: 02; 03: 03; 34: 04 05; 33: 06; 39: 07; 40: 08; 42: 09 10; 11: 11; 46: 12 14;"
    "15: 15; 50: 16 17; 18: 18; 55: 19; 56: 20"
)
FINLAND = _table("AX: 01")
ESTONIA = _table("45: 44; 50: 49; 52: 51; 56: 57; 60: 59; 64: 65; 68: 67; 71: 70; 79: 78; 81: 82; 87: 86")
LATVIA = _table(
    "LV00A: RIX JUR 011 012 013 020 031 037 048 052 061 062 068 080 087 089 090 091 095;"
    "LV00B: LPX VEN 003 006 018 027 028 029 032 040 043 050 063 066 071 074 079 081 088 093 097 099"
    " 100;"
    "LV00C: VMR 005 007 008 009 017 019 021 022 030 033 035 039 045 051 053 054 055 057 059 060 064"
    " 067 070 075 076 084 085 094 096 101 102 104;"
    "LV009: JEL JKB 002 004 010 016 026 034 038 041 046 049 065 069 072 083 086 092 098 105 107;"
    "LV005: DGV REZ 001 014 015 023 024 025 036 044 047 056 058 073 077 078 082 103 108 109 110"
)
POLAND = _table(
    "02: DS; 04: KP; 06: LU; 08: LB; 10: LD; 12: MA; 14: MZ; 16: OP; 18: PK; 20: PD; 22: PM; 24: SL;"
    "26: SK; 28: WN; 30: WP; 32: ZP"
)
CZECHIA = _table(
    "10: PR; 20: ST; 31: JC; 32: PL; 41: KA; 42: US; 51: LI; 52: KR; 53: PA; 63: VY; 64: JM; 71: OL;72: ZL; 80: MO"
)
BELGIUM = _table("VLG: VAN VBR VLI VOV VWV; WAL: WBR WHT WLG WLX WNA; BRU: BRU")
HUNGARY = _table(
    "GS: GS GY SN; CS: CS SD HV; NO: NO ST; JN: JN SK; PE: PE ED; HE: HE EG; BZ: BZ MI; FE: FE DU SF;"
    "BK: BK KM; KE: KE TB; VA: VA SH; ZA: ZA ZE NK; VE: VE VM; SO: SO KV; BA: BA PS; TO: TO SS;"
    "BE: BE BC; HB: HB DE; SZ: SZ NY; BU: BU"
)
SPAIN = _table(
    "AN: AL CA CO GR H J MA SE; AR: HU TE Z; AS: O; CB: S; CE: CE; CL: AV BU LE P SA SG SO VA ZA;"
    "CM: AB CR CU GU TO; CT: B GI L T; EX: BA CC; GA: C LU OR PO; IB: PM; MC: MU; MD: M; ML: ML;"
    "NC: NA; PV: BI SS VI; RI: LO; VC: A CS V"
)
BOSNIA = _table("BIH: BIH SRP; SRP: X01~ X02~ X03~ X04~ X05~ X06~ X07~; BRC: BRC")
MOLDOVA = _table("SN: SN CAM GRI BD")
BRITAIN = _table(
    "SCT: ABD ABE ANS AGB CLK DGY DND EAY EDU ELN ERW EDH ELS FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK"
    " PKN RFW SCB ZET SAY SLK STG WDU WLN;"
    "WLS: AGY BGE BGW CAY CRF CMN CGN CWY DEN FLN GWN MTY MON NTL NWP PEM POW RCT SWA TOF VGL WRX;"
    "NIR: ANT ARD ARM BLA BLY BNB BFS CKF CSR CLR CKT CGV DRY DOW DGN FER LRN LMV LSB MFT MYL NYM NTA"
    " NDN OMH STB;"
)
SOURCES: tuple[Source, ...] = (
    Source("norway", "NO", NORWAY, drop=frozenset({"21"}), strict=True),
    Source("sweden"),
    Source("denmark"),
    Source("finland", "FI", FINLAND),
    Source("iceland", "IS", {"0": "1"}),
    Source("ukraine"),
    Source("poland", "PL", POLAND, strict=True),
    Source("germany"),
    Source("netherlands"),
    Source("belgium", "BE", BELGIUM, strict=True),
    Source("luxembourg", whole="LU"),
    Source("estonia", "EE", ESTONIA),
    Source("latvia", "LV", LATVIA, strict=True),
    Source("lithuania"),
    Source("france_regions", "FR", {"COR": "20R"}, frozenset({"GUA", "GUF", "LRE", "MAY", "MTQ"})),
    Source("spain", "ES", SPAIN, frozenset({"TF", "GC"}), strict=True),
    Source("italy_regions"),
    Source("uk", "GB", BRITAIN, rest="GB-ENG"),
    Source("portugal", "PT", drop=frozenset({"20", "30"})),
    Source("austria"),
    Source("switzerland"),
    Source("liechtenstein", whole="LI"),
    Source("czech_republic", "CZ", CZECHIA, strict=True),
    Source("slovakia"),
    Source("hungary", "HU", HUNGARY, strict=True),
    Source("romania"),
    Source("bulgaria"),
    Source("greece", "GR", {"A1": "I", "69": "B"}),
    Source("croatia"),
    Source("slovenia", whole="SI"),
    Source("bosnia_and_herzegovina", "BA", BOSNIA, strict=True),
    Source("montenegro", whole="ME"),
    Source("macedonia", whole="MK"),
    Source("albania"),
    Source("moldova", "MD", MOLDOVA),
    Source("malta", whole="MT"),
    Source("andorra", whole="AD"),
    Source("san_marino", whole="SM"),
    Source("belarus", whole="~BY"),
    Source("russia", whole="~RU", drop=frozenset({"UA-40", "UA-43"})),
)

# A point inside a unit that carries its neighbour's code in the source, and its right code.
MISNAMED: dict[str, tuple[tuple[float, float], str]] = {
    "HR-12": ((17.68, 45.34), "HR-11"),  # Pozega
    "MD-RE": ((29.00, 47.77), "MD-SN"),  # Rybnitsa
}
