"""A provider that signs whatever a test has it say, and checks what is asked of it: PKCE, the secret, the code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, redirect, request
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT = "akint"


def rsa(kid: str) -> RSAKey:
    """A new key pair by a name."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


@dataclass
class Liar:
    """``claims`` replace those of an honest token (None leaves one out); ``sign`` makes the token of them."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: rsa("one"))
    published: list[RSAKey] = field(default_factory=list)
    claims: dict[str, Any] = field(default_factory=dict)
    sign: Callable[[Liar, dict[str, Any]], str] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    challenge: str = ""
    nonce: str = ""
    broken: bool = False
    elsewhere: str = ""
    forms: list[dict[str, str]] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)

    def sent(self, location: str) -> dict[str, str]:
        """Take the browser that was sent here; what it was sent with."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        assert location.startswith(f"{self.issuer}/authorize?")
        self.challenge, self.nonce = query["code_challenge"], query["nonce"]
        assert query["code_challenge_method"] == "S256"
        return query

    def token(self) -> str:
        """An ID token: honest, but for what the test has changed."""
        now = int(time.time())
        honest = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "kari",
            "name": "Kari Nordmann",
            "groups": ["ansatte"],
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
        }
        said = {name: value for name, value in {**honest, **self.claims}.items() if value is not None}
        return self.sign(self, said) if self.sign else signed(self, said)

    @classmethod
    @contextmanager
    def serving(cls) -> Iterator[Liar]:
        """One that answers at an address of its own."""
        liar = cls()
        liar.published = [liar.key]
        server = make_server("127.0.0.1", 0, _application(liar), threaded=True)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        liar.issuer = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield liar
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def _application(liar: Liar) -> Flask:
    app = Flask("liar")

    @app.before_request
    def note() -> None:
        liar.asked.append(request.path)

    @app.get("/.well-known/openid-configuration")
    def discovery() -> Any:
        if liar.broken:
            return "borte", 502
        if liar.elsewhere:
            return redirect(liar.elsewhere)
        return {
            "issuer": liar.issuer,
            "authorization_endpoint": f"{liar.issuer}/authorize",
            "token_endpoint": f"{liar.issuer}/token",
            "jwks_uri": f"{liar.issuer}/keys",
            "end_session_endpoint": f"{liar.issuer}/out",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            **liar.metadata,
        }

    @app.get("/keys")
    def keys() -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False) for key in liar.published]}

    @app.post("/token")
    def token() -> Any:
        liar.forms.append(request.form.to_dict())
        liar.authorizations.append(request.headers.get("Authorization", ""))
        digest = hashlib.sha256(request.form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != liar.challenge:
            return {"error": "invalid_grant"}, 400
        if request.form["code"] != "the-code":
            return {"error": "invalid_grant"}, 400
        return app.json.response({"access_token": "a", "token_type": "Bearer", "id_token": liar.token()})

    return app


# -- ways to sign


def signed(liar: Liar, claims: dict[str, Any]) -> str:
    """As it should be."""
    return jwt.encode({"alg": "RS256", "kid": liar.key.kid}, claims, liar.key, algorithms=["RS256"])


def unsigned(_: Liar, claims: dict[str, Any]) -> str:
    """``alg: none``."""
    return f"{_part({'alg': 'none', 'typ': 'JWT'})}.{_part(claims)}."


def with_public_key_as_secret(liar: Liar, claims: dict[str, Any]) -> str:
    """HS256 with the public key's PEM as the secret: what a careless library takes."""
    return _hmac(liar, claims, liar.key.as_pem(private=False))


def with_client_secret(liar: Liar, claims: dict[str, Any]) -> str:
    """HS256 with the client's secret."""
    return _hmac(liar, claims, b"hemmelig-av-klienten")


def _hmac(liar: Liar, claims: dict[str, Any], secret: bytes) -> str:
    head = f"{_part({'alg': 'HS256', 'kid': liar.key.kid})}.{_part(claims)}"
    digest = hmac.digest(secret, head.encode(), "sha256")
    return f"{head}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def _part(said: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()


def by_a_stranger(liar: Liar, claims: dict[str, Any]) -> str:
    """Signed with another key under the right name."""
    other = rsa(str(liar.key.kid))
    return jwt.encode({"alg": "RS256", "kid": other.kid}, claims, other, algorithms=["RS256"])


def cut_short(liar: Liar, claims: dict[str, Any]) -> str:
    """Without its last signs."""
    return signed(liar, claims)[:-12]


def with_its_own_key(liar: Liar, claims: dict[str, Any]) -> str:
    """Carries the key that it is signed with in its own header."""
    other = rsa("mine")
    header = {"alg": "RS256", "kid": "mine", "jwk": other.as_dict(private=False)}
    return jwt.encode(header, claims, other, algorithms=["RS256"])
