"""Screen links as addresses: a token signed with the link's own key, for the wall or for the phones of its guests."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from itsdangerous import BadSignature, Signer

from akint_dash.errors import DatabaseUnavailable
from akint_dash.store import screen_links as store
from akint_dash.store.engine import Database
from akint_dash.store.screen_links import ScreenLink

log = logging.getLogger(__name__)

Use = Literal["screen", "guest"]
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
SEEN_EVERY: Final = timedelta(minutes=1)


def now() -> str:
    """This moment in UTC, as links keep it."""
    return datetime.now(UTC).strftime(MOMENT)


def token(link: ScreenLink, use: Use) -> str:
    """What stands in an address: the link's number and a signature that only its key can make, one for each use."""
    return _signer(link, use).sign(str(link.number)).decode()


def _signer(link: ScreenLink, use: Use) -> Signer:
    return Signer(link.key, salt=f"akint-{use}")


class Links:
    """The links of one database, as the server asks for them."""

    def __init__(self, engine: Database) -> None:
        self._engine = engine
        self._known: dict[int, ScreenLink] = {}
        self._seen: dict[int, datetime] = {}

    def check(self, given: str, use: Use) -> ScreenLink | None:
        """The link of a token that opens ``use`` now; the wall's token opens the phone's view too. None: none.

        While the database does not answer, a link that opened before still does, until it expires.
        """
        number = given.partition(".")[0]
        if not number.isdecimal() or len(number) > 9:
            return None
        link = self._link(int(number))
        if link is None or not link.open(now()):
            return None
        uses: tuple[Use, ...] = ("screen",) if use == "screen" else ("guest", "screen")
        return link if any(_signed(link, given, one) for one in uses) else None

    def _link(self, number: int) -> ScreenLink | None:
        try:
            link = store.link(self._engine, number)
        except DatabaseUnavailable:
            return self._known.get(number)
        if link is None:
            self._known.pop(number, None)
        else:
            self._known[number] = link
        return link

    def saw(self, link: ScreenLink) -> None:
        """Note that a wall is alive, at most once a minute; a database that cannot be written stops no wall."""
        moment = datetime.now(UTC)
        if moment - self._seen.get(link.number, datetime.min.replace(tzinfo=UTC)) < SEEN_EVERY:
            return
        self._seen[link.number] = moment
        try:
            store.saw(self._engine, link.number, now())
        except DatabaseUnavailable:
            log.warning("the last sight of screen link %s was not kept", link.number)


def _signed(link: ScreenLink, given: str, use: Use) -> bool:
    try:
        return _signer(link, use).unsign(given) == str(link.number).encode()
    except BadSignature:
        return False
