"""Every setting, read from ``AKINT_*`` in the environment. README documents the same list; a test compares them."""

from __future__ import annotations

import ipaddress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT: Final = Path(__file__).resolve().parent.parent
"""The project's folder: relative paths in settings count from here."""

OSLO: Final = ZoneInfo("Europe/Oslo")


class Settings(BaseSettings):
    """The settings of one run; unknown ``AKINT_*`` names are ignored."""

    model_config = SettingsConfigDict(env_prefix="AKINT_", frozen=True, extra="ignore")

    database_url: str = Field("sqlite:///data/akint.db", description="Where the portfolio lies; SQLite or PostgreSQL")
    host: str = Field("127.0.0.1", description="The address the server listens on")
    port: int = Field(8050, ge=1, le=65535, description="The port the server listens on")
    workers: int = Field(2, ge=1, le=16, description="How many server processes answer")
    today: date | None = Field(None, description="Fixes today's date (tests, rehearsals)")
    audience: Literal["public", "staff"] = Field(
        "public", description="What everyone who reaches the server sees; staff only on loopback"
    )
    public_url: str = Field("", description="The server's own address for others' phones; QR codes need it")
    screen: Literal["open", "link"] = Field(
        "open", description="Who may open the screen: everyone who reaches the server, or screen links only"
    )
    case_url: str = Field("", description="Address of the archive with {case} for the case number; makes it a link")
    logo: str = Field("", description="Path of a logo (SVG or PNG) shown in the header")
    contact: str = Field("", description="Mailbox that answers questions about the dashboard")
    declaration_url: str = Field("", description="Address of the county's accessibility declaration")
    strategy: str = Field("data/strategy.yaml", description="The strategy the views answer")
    data: str = Field("data", description="The folder of code lists, rules and the demonstration")
    map_file: str = Field(
        "data/map/regions.json", description="The outlines of the map, for example one's own NUTS file"
    )
    calls_url: str = Field(
        "https://api.tech.ec.europa.eu/search-api/prod/rest/search",
        description="The EU Funding & Tenders search interface, asked only by fetch calls",
    )
    rates_url: str = Field(
        "https://data.norges-bank.no/api/data/EXR",
        description="Norges Bank's open data, asked only by fetch rates",
    )
    poll_s: float = Field(2.0, gt=0, description="How often a server asks for a new revision")
    test_pause_s: float = Field(0.0, ge=0, description="Waits that long before COMMIT; for tests of sudden death only")

    @model_validator(mode="after")
    def _staff_only_at_home(self) -> Self:
        if self.audience == "staff" and not is_loopback(self.host):
            raise ValueError("AKINT_AUDIENCE=staff is refused unless AKINT_HOST is loopback")
        return self

    @property
    def data_folder(self) -> Path:
        """The folder of code lists, rules and demonstration."""
        return PROJECT / self.data

    @property
    def strategy_file(self) -> Path:
        """The file of the strategy."""
        return PROJECT / self.strategy

    @property
    def map_path(self) -> Path:
        """The file of the map's outlines."""
        return PROJECT / self.map_file

    @property
    def database(self) -> str:
        """The database URL with a relative SQLite path made absolute."""
        head, slashes, path = self.database_url.partition(":///")
        if not head.startswith("sqlite") or not slashes or path in ("", ":memory:"):
            return self.database_url
        return f"{head}:///{PROJECT / path}"

    def day(self) -> date:
        """Today in Europe/Oslo, or the fixed day."""
        return self.today or datetime.now(OSLO).date()

    def clock(self) -> tuple[date, str]:
        """Today in Europe/Oslo and the moment in UTC, as records write it; a fixed day has no hour: ""."""
        if self.today:
            return self.today, ""
        now = datetime.now(OSLO)
        return now.date(), now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_loopback(host: str) -> bool:
    """Whether ``host`` can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
