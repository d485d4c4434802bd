"""Every setting, read from ``AKINT_*`` in the environment. README documents the same list; a test compares them."""

from __future__ import annotations

import ipaddress
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from akint_dash.addresses import is_mailbox, is_web_address

PROJECT: Final = Path(__file__).resolve().parent.parent
"""The project's folder: relative paths in settings count from here."""

OSLO: Final = ZoneInfo("Europe/Oslo")
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Role = Literal["reader", "staff", "editor", "administrator"]
ROLES: Final[tuple[Role, ...]] = ("reader", "staff", "editor", "administrator")
"""What someone who has signed in may be, the least first."""


class Settings(BaseSettings):
    """The settings of one run; unknown ``AKINT_*`` names are ignored."""

    model_config = SettingsConfigDict(env_prefix="AKINT_", frozen=True, extra="ignore", hide_input_in_errors=True)

    database_url: str = Field("sqlite:///data/akint.db", description="Where the portfolio lies; SQLite or PostgreSQL")
    host: str = Field("127.0.0.1", description="The address the server listens on")
    port: int = Field(8050, ge=1, le=65535, description="The port the server listens on")
    workers: int = Field(2, ge=1, le=16, description="How many server processes answer")
    today: date | None = Field(None, description="Fixes today's date (tests, rehearsals)")
    audience: Literal["public", "staff"] = Field(
        "public", description="What one sees without sign-in; staff only on this machine itself"
    )
    auth: Literal["none", "oidc", "proxy"] = Field(
        "none", description="Sign-in: none, an OpenID Connect provider, or a proxy in front that signs people in"
    )
    hosts: str = Field(
        "", description="More host names that the server answers to, with commas; loopback and AKINT_PUBLIC_URL always"
    )
    proxies: str = Field(
        "", description="Addresses (CIDR) of the proxies whose X-Forwarded headers are believed, with commas"
    )
    oidc_issuer: str = Field("", description="The provider's issuer, as its discovery document says it")
    oidc_client_id: str = Field("", description="The client that the provider knows this server as")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="The client's secret, where it has one")
    oidc_client_secret_file: str = Field("", description="A file with the client's secret, instead of the above")
    oidc_scopes: str = Field("openid profile email", description="What is asked of the provider")
    oidc_groups_claim: str = Field("groups", description="The claim that holds the groups; a.b for one inside another")
    proxy_user_header: str = Field("X-Forwarded-User", description="The header in which the proxy says who it is")
    proxy_groups_header: str = Field("X-Forwarded-Groups", description="The header with the groups, with commas")
    sign_in_url: str = Field("", description="With a proxy: the address where it signs people in")
    sign_out_url: str = Field("", description="With a proxy: the address where it signs people out")
    roles: str = Field(
        "", description="Which group gives which role: group=staff;group=editor:SAM+KUL;group=administrator"
    )
    session_hours: float = Field(8.0, gt=0, le=24, description="How long a sign-in lasts")
    secret_key_file: str = Field(
        "data/akint.key", description="The key that signs sessions; made at the first start, the same for all servers"
    )
    intake: str = Field(
        "data/intake", description="The folder where files sent in the browser wait to be read in, for a day at most"
    )
    public_url: str = Field("", description="The server's own address for others' phones; QR codes need it")
    screen: Literal["open", "link"] = Field(
        "open", description="Who may open the screen: everyone who reaches the server, or screen links only"
    )
    case_url: str = Field("", description="Address of the archive with {case} for the case number; makes it a link")
    logo: str = Field("", description="Path of a logo (SVG or PNG) shown in the header")
    contact: str = Field("", description="Mailbox that answers questions about the dashboard")
    licence: str = Field("", description="Address of the licence that the public data are given under; told in files")
    smtp: str = Field("", description="The mail server that digest --send uses, as host:port (587 where none is said)")
    smtp_user: str = Field("", description="The user the mail server knows, where it asks for one")
    smtp_password_file: str = Field("", description="A file with that user's password")
    mail_from: str = Field("", description="The mailbox that digests are sent from")
    mail_to: str = Field("", description="Who gets which council area's digest: SAM=a@x.no+b@x.no;KUL=c@x.no")
    declaration_url: str = Field("", description="Address of the county's accessibility declaration")
    county: str = Field("32", pattern=r"^\d\d$", description="The county's number in the list of municipalities")
    county_name: str = Field("Akershus", min_length=1, description="The county's name, as sentences say it")
    office: str = Field(
        "FRL", min_length=1, description="The council area that gives support and answers for what no area does"
    )
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
    finished_mb: int = Field(
        64, ge=0, description="Megabytes of finished answers to strangers that each process keeps; 0: none"
    )
    looks_back_mb: int = Field(
        256, ge=1, description="Megabytes of looks back to earlier days that each process keeps; the latest always"
    )
    rate: float = Field(
        60.0, ge=0, description="Pages a second that one address may ask each process for; 0: any number"
    )
    log: Literal["text", "json"] = Field(
        "text", description="The log on standard error: what is wrong, as text; or JSON, with a line a request"
    )
    metrics: str = Field("", description="Addresses (CIDR) beside this machine that may read /metrics, with commas")
    poll_s: float = Field(2.0, gt=0, description="How often a server asks for a new revision")
    test_pause_s: float = Field(0.0, ge=0, description="Waits that long before COMMIT; for tests of sudden death only")

    @field_validator("public_url", "case_url", "declaration_url", "oidc_issuer", "licence")
    @classmethod
    def _of_the_web(cls, address: str) -> str:
        if address and not is_web_address(address.replace("{case}", "")):
            raise ValueError("an address that begins with https:// or http:// is needed")
        return address

    @field_validator("contact", "mail_from")
    @classmethod
    def _mailbox(cls, contact: str) -> str:
        if contact and not is_mailbox(contact):
            raise ValueError("one mailbox is needed")
        return contact

    @field_validator("smtp")
    @classmethod
    def _mail_server(cls, text: str) -> str:
        if text and not re.fullmatch(r"(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?", text, re.ASCII):
            raise ValueError("a host and a port are needed: mail.example.org:587")
        return text

    @field_validator("proxies", "metrics", "roles", "mail_to")
    @classmethod
    def _listed(cls, text: str, info: ValidationInfo) -> str:
        {"roles": grants, "mail_to": mailboxes}.get(info.field_name or "", networks)(text)
        return text

    @field_validator("sign_in_url", "sign_out_url")
    @classmethod
    def _address_or_path(cls, text: str) -> str:
        if text and not is_web_address(text) and (text[0] != "/" or text[1:2] in ("/", "\\")):
            raise ValueError("an address begins with https:// or /")
        return text

    @model_validator(mode="after")
    def _one_county(self) -> Self:
        """Another county's number with our name would count one county and say another."""
        default = type(self).model_fields
        other = [self.county != default["county"].default, self.county_name != default["county_name"].default]
        if any(other) and not all(other):
            raise PydanticCustomError("half_a_county", "AKINT_COUNTY and AKINT_COUNTY_NAME are set together")
        return self

    @model_validator(mode="after")
    def _shut_where_others_reach(self) -> Self:
        """Every combination that would open more than it says is refused at the start, with the way out."""
        if self.audience == "staff" and not is_loopback(self.host):
            raise PydanticCustomError("staff_beyond", "AKINT_AUDIENCE=staff is refused unless AKINT_HOST is loopback")
        if self.audience == "staff" and self.auth != "none":
            raise PydanticCustomError("staff_and_sign_in", "AKINT_AUDIENCE=staff is for a server without sign-in")
        if self.auth == "proxy" and not self.proxies.strip():
            raise PydanticCustomError("proxy_unnamed", "AKINT_AUTH=proxy needs AKINT_PROXIES")
        if self.auth == "oidc" and not (self.oidc_issuer and self.oidc_client_id):
            raise PydanticCustomError("oidc_incomplete", "AKINT_AUTH=oidc needs AKINT_OIDC_ISSUER and _CLIENT_ID")
        if self.auth == "oidc" and not (is_private(self.oidc_issuer) and self.home and is_private(self.home)):
            raise PydanticCustomError("oidc_in_the_clear", "AKINT_AUTH=oidc needs https and AKINT_PUBLIC_URL")
        return self

    @property
    def home(self) -> str:
        """The server's own address without a last slash, never that of a request; "" where it is not known."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}" if is_loopback(self.host) else ""

    @property
    def client_secret(self) -> str:
        """The client's secret, from its file where one is named; "" where there is none.

        Raises:
            OSError: the file cannot be read.
        """
        if self.oidc_client_secret_file:
            return (PROJECT / self.oidc_client_secret_file).read_text(encoding="utf-8").strip()
        return self.oidc_client_secret.get_secret_value()

    @property
    def smtp_password(self) -> str:
        """The password for the mail server, from its file; "" where none is named.

        Raises:
            OSError: the file cannot be read.
        """
        if not self.smtp_password_file:
            return ""
        return (PROJECT / self.smtp_password_file).read_text(encoding="utf-8").strip()

    @property
    def data_folder(self) -> Path:
        """The folder of code lists, rules and demonstration."""
        return PROJECT / self.data

    @property
    def intake_folder(self) -> Path:
        """The folder of files that wait to be read in."""
        return PROJECT / self.intake

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


def data_folder() -> Path:
    """As :attr:`Settings.data_folder` of the environment alone, for what asks often: all settings take milliseconds."""
    return PROJECT / os.environ.get("AKINT_DATA", "data")


def of_environment(name: str) -> str:
    """A text setting by its field's ``name``, of the environment alone: for what a process knows from its start."""
    return os.environ.get(f"AKINT_{name.upper()}", str(Settings.model_fields[name].default))


def is_loopback(host: str) -> bool:
    """Whether ``host`` can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_private(address: str) -> bool:
    """Whether nobody between can read along: https, or this machine itself."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def networks(text: str) -> tuple[Network, ...]:
    """The networks of a list with commas.

    Raises:
        ValueError: one of them is none.
    """
    return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())


def mailboxes(text: str) -> dict[str, tuple[str, ...]]:
    """council area -> mailboxes: ``SAM=a@x.no+b@x.no;KUL=c@x.no``.

    Raises:
        ValueError: an entry without an area, or what is no mailbox.
    """
    found: dict[str, tuple[str, ...]] = {}
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        area, _, given = entry.partition("=")
        boxes = tuple(filter(None, (box.strip() for box in given.split("+"))))
        if not area.strip() or not boxes or not all(map(is_mailbox, boxes)):
            raise ValueError(f"not an area and its mailboxes: {entry}")
        found[area.strip()] = boxes
    return found


def grants(text: str) -> dict[str, tuple[Role, frozenset[str]]]:
    """group -> role and, for an editor, the council areas: ``a=staff;b=editor:SAM+KUL``. ``*`` is all who sign in.

    Raises:
        ValueError: an entry without a group, with an unknown role, or an editor of nothing.
    """
    found: dict[str, tuple[Role, frozenset[str]]] = {}
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        group, _, given = entry.rpartition("=")
        named, _, areas = given.partition(":")
        role = next((role for role in ROLES if role == named.strip()), None)
        codes = frozenset(filter(None, (code.strip() for code in areas.split("+"))))
        if not group.strip() or role is None or (role == "editor") != bool(codes):
            raise ValueError(f"not a group and its role: {entry}")
        found[group.strip()] = (role, codes)
    return found
