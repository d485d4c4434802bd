"""``screen-link``: makes, lists and revokes the links that open the screen and its guests' view, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from akint_dash.access.screen_links import MOMENT, now, token
from akint_dash.cli.base import Refused, existing, say
from akint_dash.cli.report import say_json
from akint_dash.cli.serve import address
from akint_dash.cli.wording import w
from akint_dash.settings import Settings
from akint_dash.store.screen_links import ScreenLink, links, make_link, revoke


def make(settings: Settings, name: str, days: int, *, as_json: bool) -> int:
    """A new link, and its address."""
    if not name.strip():
        raise Refused(w("Gi lenken et navn med --name, så den kan kjennes igjen."))
    until = (datetime.now(UTC) + timedelta(days=days)).strftime(MOMENT)
    with existing(settings) as engine:
        link = make_link(engine, name.strip(), now(), until)
    home = settings.public_url.rstrip("/") or f"http://{address(settings)}"
    where = f"{home}/skjerm?lenke={token(link, 'screen')}"
    if as_json:
        say_json({"number": link.number, "name": link.name, "expires_at": link.expires_at, "address": where})
        return 0
    say(where)
    values = {"n": link.number, "name": link.name, "until": w.moment(link.expires_at)}
    say(
        w(
            "Lenke {n}, «{name}», åpner skjermen til {until}. Tas tilbake med akint-dash screen-link revoke {n}.",
            **values,
        )
    )
    return 0


def show(settings: Settings, *, as_json: bool) -> int:
    """Every link: whom it is for, until when, and when its wall was last seen."""
    with existing(settings) as engine:
        some = links(engine)
    if as_json:
        told = ("number", "name", "made_at", "expires_at", "revoked_at", "seen_at")
        say_json({"links": [{name: getattr(link, name) for name in told} for link in some]})
        return 0
    if not some:
        say(w("Ingen skjermlenker er laget."))
    for link in some:
        seen = w("sist sett {moment}", moment=w.moment(link.seen_at)) if link.seen_at else w("aldri sett")
        say(f"{link.number:>3}  {link.name}  {_state(link)}  {seen}")
    return 0


def _state(link: ScreenLink) -> str:
    if link.revoked_at:
        return w("tatt tilbake {moment}", moment=w.moment(link.revoked_at))
    if not link.open(now()):
        return w("utløpt {moment}", moment=w.moment(link.expires_at))
    return w("åpen til {moment}", moment=w.moment(link.expires_at))


def close(settings: Settings, number: int, *, as_json: bool) -> int:
    """Take a link back: its walls and phones show a calm page from their next look."""
    with existing(settings) as engine:
        if not revoke(engine, number, now()):
            raise Refused(w("Det er ingen åpen lenke med nummer {n}.", n=number))
    if as_json:
        say_json({"revoked": number})
        return 0
    say(w("Lenke {n} er tatt tilbake.", n=number))
    return 0
