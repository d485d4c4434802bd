"""What the map page shows: its own parameters read once, and what every part of the page reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from akint_dash.components.view import View
from akint_dash.domain.geometry import Atlas, Point, project, read_atlas
from akint_dash.domain.regions import resolve
from akint_dash.measures import partners as measure
from akint_dash.measures.partners import Candidate, Partner, Weights
from akint_dash.measures.ukraine import UkrainianRegion, ukraine
from akint_dash.text import partners as text
from akint_dash.text.none import COOPERATIONS, none_began

LENSES: Final = (
    ("samarbeid", "Samarbeid"),
    ("nettverk", "Nettverk og mulige nye samarbeidsregioner"),
    ("ukraina", "Ukraina"),
    ("ringer", "Norden og Europa over tid"),
)
"""The lenses in the order of their tabs: parameter and message id."""

WINDOWS: Final = (
    ("norden", "Norden"),
    ("europa", "Europa"),
    ("ukraina", "Ukraina"),
    ("alt", "Alt"),
    ("region", "Regionen"),
)


@dataclass(frozen=True)
class Plate:
    """The view with the page's own parameters; ``region`` is a known code or blank, ``unknown`` what was not known."""

    view: View
    lens: str
    region: str
    unknown: str
    window: str
    sought: str

    @cached_property
    def found(self) -> Sequence[Partner]:
        """Partners inside the selection."""
        return measure.partners(self.view.scope)

    @property
    def none_began(self) -> str:
        """Of chosen months that leave none, that no cooperation began in them; "" of anything else."""
        return "" if self.found else none_began(self.view.words, self.view.selection, COOPERATIONS)

    @cached_property
    def by_region(self) -> Mapping[str, Partner]:
        """Partners by region."""
        return {p.region: p for p in self.found}

    @cached_property
    def weights(self) -> Weights:
        """What candidates are ranked by."""
        return measure.read_weights(self.view.settings.data_folder / "candidates.yaml")

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        """Regions that could be next."""
        return measure.candidates(self.view.scope, self.weights)

    @cached_property
    def ukraine(self) -> Sequence[UkrainianRegion]:
        """Every Ukrainian region."""
        return ukraine(self.view.scope)

    @cached_property
    def met(self) -> Mapping[str, tuple[str, ...]]:
        """region -> our networks it is in."""
        return measure.networks_by_region(self.view.scope)

    @cached_property
    def atlas(self) -> Atlas:
        """The geometry."""
        return read_atlas(self.view.settings.map_path)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """region -> its name in this language, for every region of the code list."""
        regions = self.view.portfolio.records("region")
        return {code: self.view.words.name(values) or code for code, values in regions.items()}

    @cached_property
    def far(self) -> Mapping[str, Point]:
        """Regions of the code list that the geometry does not have, at their own longitude and latitude."""
        regions = self.view.portfolio.records("region")
        return {
            code: project(float(str(v["lon"])), float(str(v["lat"])))
            for code, v in regions.items()
            if code not in self.atlas.shapes and "lon" in v and "lat" in v
        }

    def land(self, region: str) -> str:
        """The name of a region's country."""
        return text.country(self.view.words, self.view.portfolio.get("region", region).get("country", ""))

    def href(self, region: str) -> str:
        """The address of a region's sheet, in this lens and window."""
        return self.view.link(own={"finn": None, "region": region})


def plate(view: View) -> Plate:
    """Read the page's own parameters; what is not known is left out and said."""
    lens = view.query.get("linse", "")
    lens = lens if lens in dict(LENSES) else "samarbeid"
    asked = view.query.get("region", "")
    region = resolve(view.portfolio.records("region"), asked) or ""
    window = view.query.get("utsnitt", "")
    if window not in dict(WINDOWS) or (window == "region" and not region):
        window = "ukraina" if lens == "ukraina" else "europa"
    return Plate(view, lens, region, asked if asked and not region else "", window, view.query.get("finn", "").strip())
