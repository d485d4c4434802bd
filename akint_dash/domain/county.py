"""The county whose portfolio this is: what ``AKINT_COUNTY`` and its like say at the start."""

from typing import Final

from akint_dash.settings import Settings, of_environment

COUNTY: Final = of_environment("county")
"""Its number in the list of municipalities."""
NAME: Final = of_environment("county_name")
"""Its name, the same in every language."""
AUTHORITY: Final = f"{NAME} fylkeskommune"
"""Who publishes, as written outside sentences."""
OFFICE: Final = of_environment("office")
"""The council area that gives the support, and answers for what no area does."""
HOME: Final = f"NO-{COUNTY}"
"""The county's code in the list of regions."""
WRITTEN: Final = str(Settings.model_fields["county_name"].default)
"""The name that our sentences are written with: what words say has :data:`NAME` in its place."""
