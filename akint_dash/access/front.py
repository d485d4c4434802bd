"""What a proxy in front says of a request, believed from named addresses only; what others say of it is dropped."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from akint_dash.settings import Settings, is_loopback, networks

Environ = dict[str, Any]
PEER: Final = "akint.peer"
"""The address that the connection came from, whatever a proxy says."""
BEHIND: Final = "akint.behind"
"""Whether the request came through a named proxy."""
AT_HOME: Final = "akint.home"
"""Whether the request was made on this machine, to an address that only this machine reaches, with nothing between."""
SPOKEN_FOR: Final = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_")
"""How the headers begin that something between writes."""
BETWEEN: Final = "akint.between"
"""Whether anything says that it stands between, believed or not."""
_HOST: Final = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")
_PREFIX: Final = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")


class Front:
    """The WSGI application behind its proxies."""

    def __init__(self, application: Callable[..., Iterable[bytes]], settings: Settings) -> None:
        self._application = application
        self._networks = networks(settings.proxies)
        named = (settings.proxy_user_header, settings.proxy_groups_header)
        self._identity = tuple(f"HTTP_{name.upper().replace('-', '_')}" for name in named)
        self._signs_in = settings.auth == "proxy"

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """One request, as it truly came."""
        peer = str(environ.get("REMOTE_ADDR") or "")
        given = [name for name in environ if name.startswith(SPOKEN_FOR)]
        behind = self._believes(peer)
        environ[PEER], environ[BEHIND], environ[BETWEEN] = peer, behind, bool(given) or behind
        at_home = is_loopback(peer) and is_loopback(str(environ.get("SERVER_NAME") or ""))
        environ[AT_HOME] = at_home and not given and not behind
        said = {name: str(environ[name]) for name in given}
        identity = {name: environ[name] for name in self._identity if name in environ}
        for name in {*given, *identity}:
            del environ[name]
        if behind:
            self._take(environ, said)
            environ.update(identity if self._signs_in else {})
        return self._application(environ, start_response)

    def _believes(self, peer: str) -> bool:
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        mapped = getattr(address, "ipv4_mapped", None) or address
        return any(mapped in network for network in self._networks if network.version == mapped.version)

    def _take(self, environ: Environ, said: dict[str, str]) -> None:
        """The client, scheme, host and path prefix that the nearest proxy says."""
        for hop in reversed(said.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            try:
                environ["REMOTE_ADDR"] = str(ipaddress.ip_address(hop.strip()))
            except ValueError:
                break
            if not self._believes(hop.strip()):
                break
        if (scheme := _last(said, "PROTO").lower()) in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        if _HOST.fullmatch(host := _last(said, "HOST")):
            environ["HTTP_HOST"] = host
        if _PREFIX.fullmatch(prefix := _last(said, "PREFIX").rstrip("/")):
            environ["SCRIPT_NAME"] = prefix
            path = str(environ.get("PATH_INFO", ""))
            if path == prefix or path.startswith(f"{prefix}/"):
                environ["PATH_INFO"] = path[len(prefix) :] or "/"


def _last(said: dict[str, str], name: str) -> str:
    return said.get(f"HTTP_X_FORWARDED_{name}", "").rpartition(",")[2].strip()
