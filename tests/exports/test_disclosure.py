"""The pack for requests of access: the public part of a view, the same whoever asks, and what describes it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest
from flask.testing import FlaskClient

from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.canary import WORD
from tests.clients import TODAY
from tests.examples import example
from tests.exports.test_ways import NO_FIGURES
from tests.test_stranger import page_bytes, unescape_all

LEFT_OUT: Final = {
    "nb": "Registreringer som ikke er offentlige, er ikke med.",
    "en": "Records that are not public are not included.",
}
PATHS: Final = [example(page.path) for page in PAGES if example(page.path) not in NO_FIGURES]
DATASET: Final = ("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme")
"""Mandatory of a data set in DCAT-AP-NO."""
RECOMMENDED: Final = ("dcat:distribution", "dct:spatial", "dcat:keyword", "dct:accessRights")
THEMES: Final = "http://publications.europa.eu/resource/authority/data-theme/"


def pack(client: FlaskClient, path: str, query: str = "", start: str = "") -> bytes:
    answer = client.get(f"{start}/innsyn/siden.zip?side={path}&{query}".rstrip("&"))
    assert answer.status_code == 200, (path, query, answer.text[:300])
    return bytes(answer.data)


def files(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def inside(packed: bytes) -> Iterator[bytes]:
    """All that a pack holds, what lies in its workbook too."""
    for name, body in files(packed).items():
        yield name.encode()
        yield body
        if name.endswith(".xlsx"):
            yield from files(body).values()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", PATHS)
def test_the_pack_of_every_page_is_the_same_for_staff_and_holds_no_secret(
    canary: FlaskClient, canary_staff: FlaskClient, path: str
) -> None:
    for start, language in (("", "nb"), ("/en", "en")):
        packed = pack(canary_staff, path, "", start)
        assert packed == pack(canary, path, "", start)
        assert not [part for part in inside(packed) if WORD.encode() in part]
        text = files(packed)["LESMEG.txt" if language == "nb" else "README.txt"].decode("utf-8-sig")
        assert LEFT_OUT[language] in text
        assert ("Demonstrasjonsdata" if language == "nb" else "Demonstration data") in text
        assert f"{'/en' if start else ''}/innsyn/siden.zip?side={path}" in text


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/data/prosjekt", "omrade=SAM"),
        ("/data/aktivitet", "periode=2025&er-kind=course&sorter=-start"),
        ("/data/rolle-finnes-ikke", ""),
        ("/utforsk", "mal=tiltak&etter=omrade&og=ar"),
        ("/omrader/kul", "periode=2025"),
    ],
)
def test_its_numbers_are_those_of_the_page_that_everyone_sees(
    canary: FlaskClient, canary_staff: FlaskClient, path: str, query: str
) -> None:
    page = canary.get(f"/last-ned/siden.json?side={path}&{query}")
    if page.status_code == 404:
        assert canary_staff.get(f"/innsyn/siden.zip?side={path}&{query}").status_code == 404
        return
    found = files(pack(canary_staff, path, query))
    assert json.loads(found["data.json"]) == page.get_json()
    described = json.loads(found["datapackage.json"])
    for resource, exhibit in zip(described["resources"], page.get_json()["exhibits"], strict=True):
        rows = list(csv.reader(io.StringIO(found[resource["path"]].decode(), newline="")))
        assert len(rows) - 1 == len(exhibit["rows"])
    assert found["data.xlsx"] == canary.get(f"/last-ned/siden.xlsx?side={path}&{query}").data


def test_the_data_dictionary_has_every_column_of_every_file(canary: FlaskClient) -> None:
    found = files(pack(canary, "/data/prosjekt", "kolonner=kode,status,budget,start"))
    rows = list(csv.DictReader(io.StringIO(found["dataordbok.csv"].decode("utf-8-sig")), delimiter=";"))
    columns = [(row["Fil"], row["Kolonne"]) for row in rows]
    for path in (name for name in found if name.startswith("data/")):
        head = next(csv.reader(io.StringIO(found[path].decode())))
        assert head == [column for file, column in columns if file == path]
    by_name = {row["Kolonne"]: row for row in rows}
    assert "Innvilget; Pågår" in by_name["status"]["Valg"]
    assert by_name["budget"]["Type"] == "beløp i hele enheter av valutaen"
    assert by_name["start"]["Betydning"] == "Start"


def described(database: Path, query: str = "", **more: Any) -> Any:
    given = {"database_url": f"sqlite:///{database}", "today": TODAY, "rate": 0, **more}
    client = create_app(Settings.model_validate(given)).server.test_client()
    return json.loads(files(pack(client, "/data/prosjekt", query))["dcat.jsonld"])


def test_the_description_has_what_dcat_ap_no_asks_for(demo_file: Path) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    told = described(demo_file, "periode=2025-2026", contact="post@example.no", licence=licence)
    assert told["@type"] == "dcat:Dataset"
    assert [name for name in (*DATASET, *RECOMMENDED) if not told.get(name)] == []
    prefixes = {key.partition(":")[0] for key in told if not key.startswith("@")}
    assert prefixes <= set(told["@context"])
    for name in ("dct:title", "dct:description"):
        assert [one["@language"] for one in told[name]] == ["nb", "en"]
    assert all(one["@id"].startswith(THEMES) for one in told["dcat:theme"])
    assert told["dct:accessRights"]["@id"].endswith("/access-right/PUBLIC")
    assert told["dcat:contactPoint"]["vcard:hasEmail"]["@id"] == "mailto:post@example.no"
    assert told["dct:temporal"]["dcat:startDate"]["@value"] == "2025-01-01"
    assert told["dct:temporal"]["dcat:endDate"]["@value"] == "2026-12-31"
    for one in told["dcat:distribution"]:
        assert one["dcat:accessURL"]["@id"].startswith("http")
        assert one["dct:license"]["@id"] == licence
    assert [one["dct:format"]["@id"].rpartition("/")[2] for one in told["dcat:distribution"]] == ["XLSX", "CSV", "JSON"]
    assert LEFT_OUT["nb"] in told["dct:description"][0]["@value"]


def test_what_is_not_known_is_not_invented(demo_file: Path) -> None:
    told = described(demo_file)
    assert not {"dcat:contactPoint", "dct:temporal"} & set(told)
    assert not any("dct:license" in one for one in told["dcat:distribution"])


# -- an address that names what is not public


def test_codes_that_are_not_public_are_left_out_of_the_pack_and_its_address(canary_staff: FlaskClient) -> None:
    packed = pack(canary_staff, "/data/prosjekt", f"koder=P-0017~{WORD}-project~P-0025")
    assert not [part for part in inside(packed) if WORD.encode() in part]
    assert b"koder=P-0017~P-0025" in files(packed)["LESMEG.txt"]
    assert len(json.loads(files(packed)["data.json"])["exhibits"][0]["rows"]) == 2
    for path, query in (("/utlysninger", f"utlysning={WORD}-call"), ("/utforsk", f"punkt={WORD}-project")):
        assert not [part for part in inside(pack(canary_staff, path, query)) if WORD.encode() in part]


@pytest.mark.parametrize("who", ["canary", "canary_staff"])
@pytest.mark.parametrize(
    "address",
    [
        "side=/data/prosjekt&koder={}-project",
        "side=/data/finansiering&er-project={}-project",
        "side=/post/prosjekt/{}-project",
    ],
)
def test_nothing_public_is_answered_as_nothing_at_all(request: pytest.FixtureRequest, who: str, address: str) -> None:
    client: FlaskClient = request.getfixturevalue(who)
    secret = client.get(f"/innsyn/siden.zip?{address.format(WORD)}")
    nothing = client.get(f"/innsyn/siden.zip?{address.format('Finnesikke')}")
    assert secret.status_code == nothing.status_code == 404
    assert secret.data == nothing.data
    assert "ikke offentlig" in secret.text


def test_the_way_to_it_stands_with_the_pages_other_files_but_not_on_an_internal_record(
    canary: FlaskClient, canary_staff: FlaskClient
) -> None:
    for client in (canary, canary_staff):
        assert 'href="/innsyn/siden.zip?side=/data/prosjekt&omrade=SAM"' in seen(
            client, "/data/prosjekt", "?omrade=SAM"
        )
        assert 'href="/en/innsyn/siden.zip?side=/kart"' in seen(client, "/en/kart")
        assert "/innsyn/" in seen(client, "/post/prosjekt/P-0017")
    inside = seen(canary_staff, f"/post/prosjekt/{WORD}-project")
    assert "/last-ned/siden.zip" in inside
    assert "/innsyn/" not in inside


def seen(client: FlaskClient, path: str, query: str = "") -> str:
    """The markup of a page."""
    return unescape(unescape_all(json.loads(page_bytes(client, path, query))["response"]["side"]["children"]))
