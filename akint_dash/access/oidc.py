"""The provider that signs people in (OpenID Connect, by Authlib): where to send them, and what its answer is worth.

Its discovery document, its keys and the exchange of a code are all that a server asks of another machine.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import requests
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # Authlib has no types
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]  # as above
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]  # as above
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from akint_dash.settings import Settings, is_private

log = logging.getLogger(__name__)

OK: Final = 200
ALGORITHMS: Final = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "Ed25519", "EdDSA"),
)
"""Signed with a key that only the provider has: never ``none``, never with a secret that we share."""
LEEWAY_S: Final = 60
"""How far the provider's clock may be from ours."""
KEPT_S: Final = 3600
"""How long discovery and keys are kept; a key that is not known is asked for at once."""
WAIT_S: Final = 5.0
AWAY_S: Final = 5.0
"""How long a provider that did not answer is not asked again: nobody keeps every thread waiting for it."""
DISCOVERY: Final = "/.well-known/openid-configuration"


class SignInRefused(Exception):
    """The provider's answer is not worth a sign-in; the message is for the log and holds no secret."""


class ProviderAway(Exception):
    """The provider cannot be reached, or does not answer as one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in: what the answer is held against."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Attempt:
        """One that nobody can guess."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


class Provider:
    """The provider of the settings. Safe between threads; nothing is asked before somebody signs in."""

    def __init__(self, settings: Settings, answer_to: str) -> None:
        self._settings, self._answer_to = settings, answer_to
        self._issuer = settings.oidc_issuer
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, Mapping[str, Any]]] = {}
        self._away: dict[str, float] = {}

    # -- the steps

    def address(self, attempt: Attempt) -> str:
        """Where the browser is sent to sign in (code flow, PKCE S256).

        Raises:
            ProviderAway: discovery does not answer.
        """
        where = self._endpoint("authorization_endpoint")
        with self._client() as client:
            url, _ = client.create_authorization_url(
                where, state=attempt.state, nonce=attempt.nonce, code_verifier=attempt.verifier
            )
        return str(url)

    def claims(self, attempt: Attempt, code: str) -> Mapping[str, Any]:
        """What the provider says of who came back with ``code``.

        Raises:
            ProviderAway: the provider does not answer.
            SignInRefused: it refuses the code, or its token is not signed by it, for us, for this attempt, and now.
        """
        where = self._endpoint("token_endpoint")
        with self._client() as client:
            try:
                answer = client.fetch_token(
                    where, code=code, code_verifier=attempt.verifier, timeout=WAIT_S, allow_redirects=False
                )
            except AuthlibBaseError as error:
                raise SignInRefused(f"the provider refuses the code: {error.error}") from error
            except (requests.RequestException, ValueError) as error:
                raise ProviderAway(f"the token endpoint: {type(error).__name__}") from error
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise SignInRefused("there is no ID token")
        try:
            return self._checked(token, attempt, str(answer.get("access_token") or ""))
        except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise SignInRefused(f"the ID token: {type(error).__name__} {error}"[:300]) from error

    def sign_out_address(self, back: str) -> str:
        """Where the browser is sent to sign out there too; "" where the provider has no such place, or is away."""
        try:
            where = self._endpoint("end_session_endpoint")
        except ProviderAway:
            return ""
        query = {"client_id": self._settings.oidc_client_id, "post_logout_redirect_uri": back}
        return str(requests.Request("GET", where, params=query).prepare().url)

    # -- the token

    def _checked(self, token: str, attempt: Attempt, access_token: str) -> Mapping[str, Any]:
        registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        try:
            found = jwt.decode(token, self._keys(), registry=registry)
        except (InvalidKeyIdError, BadSignatureError):  # the provider has changed its keys
            found = jwt.decode(token, self._keys(anew=True), registry=registry)
        client = self._settings.oidc_client_id
        must = {"iss": {"essential": True, "value": self._issuer}, "aud": {"essential": True, "value": client}}
        given = {"nonce": attempt.nonce, "client_id": client, "access_token": access_token}
        claims = CodeIDToken(found.claims, found.header, must, given)
        claims.validate(leeway=LEEWAY_S)
        return dict(claims)

    def _keys(self, *, anew: bool = False) -> KeySet:
        keys = self._asked(self._endpoint("jwks_uri"), anew=anew)
        return KeySet.import_key_set({"keys": [key for key in keys["keys"] if key.get("use", "sig") == "sig"]})

    # -- what the provider says of itself

    def _endpoint(self, name: str) -> str:
        found = self._asked(self._issuer.rstrip("/") + DISCOVERY)
        if found.get("issuer") != self._issuer:
            raise ProviderAway("discovery speaks for another issuer than AKINT_OIDC_ISSUER")
        where = str(found.get(name, ""))
        if not is_private(where):
            raise ProviderAway(f"discovery has no {name} with https")
        return where

    def _asked(self, url: str, *, anew: bool = False) -> Mapping[str, Any]:
        with self._lock:
            asked_at, known = self._known.get(url, (float("-inf"), {}))
            away = time.monotonic() - self._away.get(url, float("-inf")) < AWAY_S
        if known and not anew and time.monotonic() - asked_at < KEPT_S:
            return known
        if away:
            raise ProviderAway(f"{url}: away a moment ago")
        found = _fetched(url)
        with self._lock:
            if found is None:
                self._away[url] = time.monotonic()
            else:
                self._known[url] = (time.monotonic(), found)
        if found is None:
            raise ProviderAway(f"{url} answers no JSON object")
        return found

    def _client(self) -> OAuth2Session:
        secret = self._settings.client_secret
        ways = self._asked(self._issuer.rstrip("/") + DISCOVERY).get("token_endpoint_auth_methods_supported")
        by_post = isinstance(ways, list) and "client_secret_basic" not in ways
        return OAuth2Session(
            client_id=self._settings.oidc_client_id,
            client_secret=secret or None,
            token_endpoint_auth_method="none" if not secret else f"client_secret_{'post' if by_post else 'basic'}",
            scope=self._settings.oidc_scopes,
            redirect_uri=self._answer_to,
            code_challenge_method="S256",
        )


def _fetched(url: str) -> dict[str, Any] | None:
    """The JSON object at ``url``; None where there is none to be had."""
    try:
        answer = requests.get(url, timeout=WAIT_S, allow_redirects=False)
        answer.raise_for_status()
        found = answer.json()
    except (requests.RequestException, ValueError) as error:
        log.warning("%s: %s", url, type(error).__name__)
        return None
    return found if answer.status_code == OK and isinstance(found, dict) else None


def groups(claims: Mapping[str, Any], path: str) -> list[str]:
    """The groups in a claim, which may lie inside another (``a.b``) or hold one word; none where it is not there."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for name in path.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [str(one) for one in found] if isinstance(found, list) else []


def called(claims: Mapping[str, Any]) -> str:
    """What somebody is called on their own page; "" where the provider does not say."""
    for name in ("name", "preferred_username", "email"):
        if isinstance(found := claims.get(name), str) and found.strip():
            return "".join(sign for sign in found.strip() if sign.isprintable())[:80]
    return ""
