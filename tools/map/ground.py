"""What the country map has wrong or lacks: moved ground, what the world atlas gives, and the background."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry import box


@dataclass(frozen=True)
class Moved:
    """Ground that the source gives to other regions than they have today, as a line of degrees."""

    to: str
    donors: frozenset[str]
    line: tuple[tuple[float, float], ...]


# Akershus of 2024, rounded to a hundredth of a degree and checked against Kartverket's counties. Where
# the line runs through water or through Akershus itself it is drawn at will.
DONORS = frozenset({"NO-03", "NO-33", "NO-34"})
MOVED: tuple[Moved, ...] = (
    # Asker (with Hurum and Royken) and Baerum; the source's Oslo reaches to Drammen's side of Asker.
    Moved(
        "NO-32",
        DONORS,
        (
            (10.40, 59.48), (10.41, 59.54), (10.42, 59.60), (10.42, 59.65), (10.38, 59.69), (10.31, 59.72),
            (10.32, 59.75), (10.31, 59.77), (10.33, 59.79), (10.36, 59.80), (10.35, 59.84), (10.33, 59.86),
            (10.35, 59.88), (10.37, 59.91), (10.35, 59.95), (10.36, 59.97), (10.42, 59.99), (10.42, 60.01),
            (10.44, 60.03), (10.48, 60.03), (10.49, 60.02), (10.52, 60.00), (10.56, 60.00), (10.59, 59.98),
            (10.61, 59.98), (10.63, 59.96), (10.63, 59.92), (10.64, 59.91), (10.64, 59.88), (10.62, 59.80),
            (10.62, 59.55), (10.60, 59.48),
        ),
    ),
    # Lunner and Jevnaker
    Moved(
        "NO-32",
        DONORS,
        (
            (10.60, 60.13), (10.59, 60.15), (10.56, 60.17), (10.50, 60.17), (10.42, 60.21), (10.37, 60.22),
            (10.31, 60.25), (10.32, 60.26), (10.28, 60.29), (10.24, 60.34), (10.20, 60.38), (10.19, 60.40),
            (10.26, 60.39), (10.34, 60.37), (10.39, 60.38), (10.37, 60.32), (10.41, 60.32), (10.47, 60.32),
            (10.55, 60.33), (10.60, 60.32), (10.65, 60.32), (10.72, 60.33), (10.76, 60.31), (10.88, 60.32),
            (10.85, 60.20), (10.75, 60.125), (10.71, 60.12), (10.68, 60.135), (10.62, 60.135),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """A region from the world atlas: whole countries, or the parts of one inside a box."""

    code: str
    names: tuple[str, ...]
    within: tuple[float, float, float, float] | None = None


ATLAS: tuple[Atlas, ...] = (
    Atlas("IE", ("Ireland",)),
    Atlas("RS", ("Serbia",)),
    Atlas("XK", ("Kosovo",)),
    Atlas("GE", ("Georgia",)),
    Atlas("CY", ("Cyprus", "N. Cyprus", "Cyprus U.N. Buffer Zone", "Dhekelia", "Akrotiri")),
    Atlas("IM", ("Isle of Man",)),
    Atlas("JE", ("Jersey",)),
    Atlas("GG", ("Guernsey",)),
    Atlas("FO", ("Faeroe Is.",)),
    Atlas("GL", ("Greenland",)),
    Atlas("NO-21", ("Norway",), (5, 74, 40, 82)),
    Atlas("NO-22", ("Norway",), (-12, 70, -6, 72)),
    Atlas("GB-SCT", ("United Kingdom",), (-9, 56.7, -6.78, 57.72)),  # Barra to North Uist
    Atlas("GB-SCT", ("United Kingdom",), (-7.2, 57.7, -6.14, 58.6)),  # Lewis and Harris
    Atlas("GB-SCT", ("United Kingdom",), (-2.6, 59.45, 0, 61)),  # Shetland and Fair Isle
    Atlas("PT-20", ("Portugal",), (-33, 36, -24, 41)),
    Atlas("PT-30", ("Portugal",), (-18, 30, -15, 34)),
    Atlas("ES-CN", ("Spain",), (-19, 27, -13, 30)),
)

# Countries of the world atlas that are drawn as regions or come from the country map instead.
ELSEWHERE = (
    "Norway, Sweden, Denmark, Finland, Åland, Iceland, Faeroe Is., Greenland, Ukraine, Russia, "
    "Belarus, Poland, Germany, Netherlands, Belgium, Luxembourg, Estonia, Latvia, Lithuania, "
    "France, Spain, Andorra, Portugal, Italy, San Marino, Malta, United Kingdom, Isle of Man, "
    "Jersey, Guernsey, Ireland, Austria, Switzerland, Liechtenstein, Czechia, Slovakia, Hungary, "
    "Romania, Moldova, Bulgaria, Greece, Croatia, Slovenia, Bosnia and Herz., Serbia, Kosovo, "
    "Montenegro, Macedonia, Albania, Georgia, Cyprus, N. Cyprus, Cyprus U.N. Buffer Zone, "
    "Akrotiri, Dhekelia"
)
NOT_BACKGROUND = frozenset(ELSEWHERE.split(", "))

# The piece of the earth that is cut out for the background, kilometres on the map.
FRAME = box(-3400, -3300, 3700, 3000)
NEAR = (-40.0, 15.0, 75.0, 85.0)  # the degrees in which anything of the frame can lie
RUSSIA_EAST = 75.0  # units of the Russia file beyond this longitude are not read
