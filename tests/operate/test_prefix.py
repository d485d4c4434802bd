"""Under a path of a proxy's every address in every answer begins with it, and none without."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from akint_dash.access.prefix import in_markup
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings

ROOT = "/felles/internasjonalt"
BEHIND = {
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "fylket.example",
    "X-Forwarded-Prefix": ROOT,
}
WITHIN = re.compile(
    r"""[\s,{"\\](?:href|src|action|content|data-(?!path)[a-z]+|url)\\?"?[=:(]\s*\\?["']?(/[^\\"'\s)>]*)"""
)
NEEDS = re.compile(r"""data-needs\\?"?[=:]\s*\\?["'][^"']*""")


@pytest.fixture(scope="module")
def client(demo_file: str) -> Iterator[FlaskClient]:
    settings = Settings.model_validate(
        {
            "database_url": f"sqlite:///{demo_file}",
            "today": "2026-11-24",
            "proxies": "127.0.0.1",
            "public_url": f"https://fylket.example{ROOT}",
            "rate": 0,
        }
    )
    with create_app(settings).server.test_client() as one:
        yield one


def page(client: FlaskClient, path: str, **headers: str) -> str:
    asked = {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": path},
            {"id": "adresse", "property": "search", "value": ""},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
    answer = client.post("/_dash-update-component", json=asked, headers=headers)
    assert answer.status_code == 200, path
    return answer.text


def outside(text: str) -> list[str]:
    """Addresses of ours without the path before them, but those of ``data-needs``: ``needs.js`` puts it there."""
    return [found for found in WITHIN.findall(NEEDS.sub("", text)) if not found.startswith((ROOT, "//"))]


EVERY = [p.path for p in PAGES if "<" not in p.path]


@pytest.mark.parametrize("path", [*EVERY, "/omrader/sam", "/en", "/en/om"])
def test_every_page_is_the_same_page_under_a_path(client: FlaskClient, path: str) -> None:
    under = page(client, ROOT + ("" if path == "/" else path), **BEHIND)
    assert outside(under) == []
    same = [json.dumps(json.loads(text)).replace(ROOT, "") for text in (under, page(client, path))]
    assert same[0] == same[1]


def test_the_documents_and_what_they_load_are_there(client: FlaskClient) -> None:
    for path in ("/", "/en", "/skjerm", "/skjerm/gjest?bilde=funn", "/finnes-ikke"):
        text = client.get(path, headers=BEHIND).text
        assert f'data-root="{ROOT}"' in text
        assert outside(text) == []
        loaded = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', text)
        assert loaded
        for address in loaded:
            assert address.startswith(f"{ROOT}/")
            with client.get(address.removeprefix(ROOT), headers=BEHIND) as answer:
                assert answer.status_code == 200, address
    assert f'"requests_pathname_prefix":"{ROOT}/"' in client.get("/", headers=BEHIND).text


def test_the_walls_slides_and_its_keeper(client: FlaskClient) -> None:
    answer = client.get("/skjerm/bilder?bilder=funn,frister", headers=BEHIND)
    assert outside(answer.text) == []
    again = client.get("/skjerm/bilder?bilder=funn,frister", headers=BEHIND | {"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    with client.get("/skjerm/vakt.js", headers=BEHIND) as keeper:
        assert keeper.headers["Service-Worker-Allowed"] == f"{ROOT}/skjerm"
    there = client.get("/en/skjerm", headers=BEHIND).headers["Location"]
    assert urlsplit(there).path == f"{ROOT}/skjerm"


def test_without_a_believed_proxy_nothing_is_changed(client: FlaskClient) -> None:
    text = client.get("/", headers=BEHIND, environ_overrides={"REMOTE_ADDR": "192.0.2.9"}).text
    assert ROOT not in text or "fylket.example" in text
    assert "data-root" not in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('<a href="/om">', f'<a href="{ROOT}/om">'),
        ('<a href="//other.example/">', '<a href="//other.example/">'),
        ('<a href="https://other.example/">', '<a href="https://other.example/">'),
        ('<p title="/om">href="/om"', '<p title="/om">href="/om"'),
        ('<a href="#om"><img src="/assets/a.svg">', f'<a href="#om"><img src="{ROOT}/assets/a.svg">'),
    ],
)
def test_only_our_own_addresses_change(given: str, said: str) -> None:
    assert in_markup(given, ROOT) == said
