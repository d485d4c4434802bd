"""The addresses of signing in and out with a provider: ``/logg-inn``, its answer, and ``/logg-ut``."""

from __future__ import annotations

import hmac
import logging
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request

from akint_dash.access.oidc import Attempt, Provider, ProviderAway, SignInRefused, called, groups
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import Viewer, in_groups
from akint_dash.access.worded import page_in_words
from akint_dash.settings import Settings, grants

log = logging.getLogger(__name__)

IN: Final = "/logg-inn"
ANSWER: Final = "/logg-inn/svar"
OUT: Final = "/logg-ut"
NEXT: Final = "neste"
_LONGEST: Final = 2000


def own_path(given: str) -> str:
    """``given`` where it is an address of our own, else the front page: nobody is led elsewhere after signing in."""
    plain = given.startswith("/") and len(given) <= _LONGEST and "\\" not in given and given.isprintable()
    if not plain or given.startswith("//"):
        return "/"
    parts = urlsplit(given)
    if parts.scheme or parts.netloc or parts.path.startswith((IN, OUT, "//", "/_")):
        return "/"
    return given


def register(server: Flask, settings: Settings, sessions: Sessions) -> None:
    """The routes, where the settings have people sign in with a provider."""
    if settings.auth != "oidc":
        return
    desk = _Desk(settings, sessions, Provider(settings, settings.home + ANSWER))
    server.add_url_rule(IN, "sign_in", desk.begin)
    server.add_url_rule(ANSWER, "sign_in_answer", desk.answer)
    server.add_url_rule(OUT, "sign_out", desk.leave, methods=["POST"])


class _Desk:
    def __init__(self, settings: Settings, sessions: Sessions, provider: Provider) -> None:
        self._home, self._issuer, self._claim = settings.home, settings.oidc_issuer, settings.oidc_groups_claim
        self._granted = grants(settings.roles)
        self._sessions, self._provider = sessions, provider

    def begin(self) -> Response:
        """To the provider."""
        attempt = Attempt.new()
        try:
            where = self._provider.address(attempt)
        except ProviderAway as error:
            return _away(error)
        response = _to(where)
        kept = {"state": attempt.state, "nonce": attempt.nonce, "verifier": attempt.verifier}
        self._sessions.attempt(response, kept | {NEXT: own_path(request.args.get(NEXT, "/"))})
        return response

    def answer(self) -> Response:
        """Back from the provider: signed in, or a word about why not. The attempt is used, whichever."""
        try:
            response = self._received()
        except ProviderAway as error:
            response = _away(error)
        except SignInRefused as error:
            log.warning("a sign-in was refused: %s", error)
            response = page_in_words(
                403,
                "Innloggingen ble ikke fullført",
                "Den kan ha tatt for lang tid, eller vært brukt før. Prøv igjen.",
                link=(IN, "Logg inn"),
            )
        self._sessions.attempt_over(response)
        return response

    def _received(self) -> Response:
        kept, given = self._sessions.attempted(), request.args
        state = str(kept.get("state", ""))
        if not state or not hmac.compare_digest(state.encode(), given.get("state", "").encode()):
            raise SignInRefused("the answer belongs to no attempt of this browser")
        if given.get("iss", self._issuer) != self._issuer:
            raise SignInRefused("the answer is another provider's")
        if "error" in given:
            raise SignInRefused(f"the provider says {given['error'][:80]!r}")
        attempt = Attempt(state, str(kept["nonce"]), str(kept["verifier"]))
        claims = self._provider.claims(attempt, given.get("code", ""))
        role, areas = in_groups(groups(claims, self._claim), self._granted)
        response = _to(self._home + own_path(str(kept.get(NEXT, "/"))))
        self._sessions.begin(response, Viewer(role, areas, called(claims)))
        return response

    def leave(self) -> Response:
        """Signed out here, and on to the provider to be signed out there."""
        there = self._provider.sign_out_address(f"{self._home}/")
        if there:
            words = "Du sendes videre til innloggingstjenesten, som logger deg ut der også."
            response = page_in_words(200, "Du er logget ut", words, link=(there, "Fortsett"), after=there)
        else:
            link = (f"{self._home}/", "Til oversikten")
            response = page_in_words(200, "Du er logget ut", "Du kan lukke siden.", link=link)
        self._sessions.end(response)
        return response


def _to(where: str) -> Response:
    response = redirect(where, 303)
    response.headers["Cache-Control"] = "no-store"
    assert isinstance(response, Response)  # noqa: S101 - Flask's own kind
    return response


def _away(error: ProviderAway) -> Response:
    log.error("the sign-in provider: %s", error)
    return page_in_words(
        503,
        "Innloggingen svarer ikke",
        "Innloggingstjenesten kan ikke nås nå. Det åpne innholdet vises som før. Prøv igjen om noen minutter.",
        link=("/", "Til oversikten"),
    )
