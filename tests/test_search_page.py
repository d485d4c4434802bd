"""The page of the search, its suggestions and the pages of unknown addresses, as they are sent."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.text.words import NUMBER_WORDS
from tests.canary import WORD
from tests.reading import Node, page_of
from tests.test_stranger import page_bytes


def served(file: Path, **settings: Any) -> FlaskClient:
    given = {"database_url": f"sqlite:///{file}", "today": "2026-11-24", **settings}
    client: FlaskClient = create_app(Settings.model_validate(given)).server.test_client()
    return client


@pytest.fixture(scope="module")
def staff(demo_file: Path) -> FlaskClient:
    """Staff at the demonstration."""
    return served(demo_file, audience="staff")


@pytest.fixture(scope="module")
def stranger(canary_file: Path) -> FlaskClient:
    """A stranger at a portfolio with secrets."""
    return served(canary_file)


@pytest.fixture(scope="module")
def inside(canary_file: Path) -> FlaskClient:
    """Staff at the same portfolio."""
    return served(canary_file, audience="staff")


def opened(client: FlaskClient, address: str) -> Node:
    path, _, query = address.partition("#")[0].partition("?")
    return page_of(page_bytes(client, path, f"?{query}" if query else ""))


def asked(client: FlaskClient, typed: str, language: str = "") -> Node:
    return opened(client, f"{language}/sok?q={quote(typed)}")


def heading(page: Node) -> str:
    return next(node.text for node in page.all() if node.name == "h1")


def ways(page: Node) -> list[tuple[str, str]]:
    """The links of the offers: their words and addresses."""
    offers = next(node for node in page.all() if "offers" in str(node.attributes.get("class")).split())
    return [(node.text, str(node.attributes["href"])) for node in offers.all() if node.name == "a"]


def digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


# -- known names become a selection, with the numbers of its pages


def test_a_selection_is_offered_first_and_its_numbers_are_those_of_its_pages(staff: FlaskClient) -> None:
    page = asked(staff, "interreg 2025 SAMFERDSEL")
    found = ways(page)
    assert found[0][0] == "Vis Interreg, 2025, Samferdsel (rådsområde)"
    assert "Vis Interreg, 2025, Samferdsel (tema)" in dict(found)
    selection = "omrade=SAM&program=INTERREG&periode=2025-2025"
    n = next(digits(words) for words, href in found if href == f"/data?{selection}&talt=ja")
    left = next(node for node in opened(staff, f"/?{selection}").all() if "left" in str(node.attributes.get("class")))
    assert digits(left.text.split("tiltak")[0]) == n
    granted = next(words for words, href in found if " innvilget i " in words)
    parts = next(n for n in opened(staff, f"/?{selection}").all() if "parts" in str(n.attributes.get("class")).split())
    assert granted.split(" innvilget")[0] in parts.text


@pytest.mark.parametrize(
    "typed",
    ["samferdsel 2025", "klima", "erasmus utdanning", "lillestrøm", "norden", "medlemskap over 100 000"],
)
def test_each_list_offered_holds_as_many_as_is_said(staff: FlaskClient, typed: str) -> None:
    told = [(words, href) for words, href in ways(asked(staff, typed)) if re.fullmatch(r".*: [\d\s]+", words)]
    for words, href in told:
        assert href.startswith("/data/")
        said = heading(opened(staff, href))
        assert digits(re.sub(r" av .*", "", said.rpartition(": ")[2])) == digits(words.rpartition(": ")[2]), (
            words,
            said,
        )
    assert told


def test_deadlines_of_an_area_before_easter_are_as_many_as_their_page_says(staff: FlaskClient) -> None:
    for typed, language in (("frister utdanning til påske", ""), ("Utdanning's deadlines before Easter", "/en")):
        page = asked(staff, typed, language)
        words, href = next((w, h) for w, h in ways(page) if w[0].isdigit())
        assert href == f"{language}/frister?omrade=UTD&til=paske"
        said = heading(opened(staff, href)).split()[0].casefold()
        counts = [NUMBER_WORDS[code].index(said) for code in ("nb", "en") if said in NUMBER_WORDS[code]] or [int(said)]
        assert counts == [digits(words.split()[0])]


def test_who_in_a_municipality_takes_part_is_answered_by_name(staff: FlaskClient) -> None:
    page = asked(staff, "who in Lillestrøm takes part", "/en")
    words, href = next((w, h) for w, h in ways(page) if "/data/ekstern-aktor" in h and w[-1].isdigit())
    assert href == "/en/data/ekstern-aktor?kommune=3205"
    sheets = {str(node.attributes.get("href")) for node in page.all() if node.name == "a"}
    assert sum(one.startswith("/en/post/ekstern-aktor/") for one in sheets) == digits(words.rpartition(": ")[2])


def test_memberships_that_cost_and_gave_nothing_are_named_or_said_to_be_none(staff: FlaskClient) -> None:
    page = asked(staff, "which memberships cost over 100 000 and gave nothing recorded", "/en")
    assert any("/data/medlemskap?fra-fee=100000" in href for _, href in ways(page))
    text = page.text
    assert "with nothing recorded:" in text or "Something is recorded from" in text


def test_money_programmes_and_partners_of_an_area_are_one_press_away(staff: FlaskClient) -> None:
    typed = "How much EU money did Samferdsel get in 2025, from which programmes, who are the partners?"
    found = ways(asked(staff, typed, "/en"))
    selection = "omrade=SAM&periode=2025-2025"
    hrefs = [href for _, href in found]
    assert f"/en/utforsk?{selection}&mal=stotte&etter=program" in hrefs
    assert any(href.startswith(f"/en/data/prosjekt?{selection}&kolonner=") for href in hrefs)
    assert any("NOK" in words for words, href in found if href.startswith("/en/data/prosjekt?omrade=SAM&koder="))


# -- what is not known is said


def test_an_unknown_word_is_told_and_the_rest_is_searched(staff: FlaskClient) -> None:
    page = asked(staff, "lviv xyzzy")
    assert "Fant ikke «xyzzy»; viser treff på resten." in page.text
    assert "treff på «lviv xyzzy»" in heading(page)
    assert "Mente du «samferdsel»?" in asked(staff, "samferdsl").text
    assert heading(asked(staff, "xyzzy")) == "Ingen treff på «xyzzy»"


def test_small_words_are_told_too(staff: FlaskClient) -> None:
    assert "Småord er ikke søkt etter: «i»." in asked(staff, "havn i Lviv").text


# -- suggestions


def test_suggestions_are_selections_pages_and_records_with_addresses_that_lead(staff: FlaskClient) -> None:
    answer = staff.get("/sok/forslag?q=2025+samferd")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    groups = answer.json["groups"]  # type: ignore[index]
    options = [option for group in groups for option in group["options"]]
    assert {"2025, Samferdsel": "/omrader/sam?periode=2025-2025"}.items() <= {
        option["text"]: option["href"] for option in options
    }.items()
    for option in options:
        assert heading(opened(staff, option["href"])) != "Denne siden finnes ikke"
    assert staff.get("/sok/forslag").json == {"groups": [], "told": ""}
    assert staff.get("/en/sok/forslag?q=p17").json["groups"][0]["options"][0]["href"] == "/en/post/prosjekt/P-0017"  # type: ignore[index]


def suggested(client: FlaskClient, typed: str, language: str = "") -> list[dict[str, str]]:
    """What is suggested, without the whole search."""
    groups = client.get(f"{language}/sok/forslag", query_string={"q": typed}).json["groups"]  # type: ignore[index]
    return [option for group in groups for option in group["options"]][:-1]


@pytest.mark.parametrize(
    "typed",
    [
        "Lillestrøm",
        "lillest",
        "hvem Lillestrøm",
        "Lillestrøm aktører",
        "deltakelser Lillestrøm",
        "Hvem i Lillestrøm deltar i internasjonale prosjekter?",
    ],
)
def test_a_municipality_is_suggested_first_by_who_takes_part_there(staff: FlaskClient, typed: str) -> None:
    found = suggested(staff, typed)
    lists = {"Eksterne aktører": "ekstern-aktor", "Prosjektdeltakelser": "deltakelse"}
    for option, (kinds, address) in zip(found, lists.items(), strict=False):
        name, _, n = option["text"].rpartition(": ")
        assert (name, option["href"]) == (f"{kinds} i Lillestrøm", f"/data/{address}?kommune=3205")
        assert digits(heading(opened(staff, option["href"])).rpartition(": ")[2].partition(" av ")[0]) == digits(n) > 0


def test_the_card_of_a_municipality_names_who_takes_part_before_its_initiatives(staff: FlaskClient) -> None:
    said = [words.rpartition(": ")[0] or words.rpartition(" ")[2] for words, _ in ways(asked(staff, "Lillestrøm"))]
    assert said[1:4] == ["Eksterne aktører", "Prosjektdeltakelser", "tiltak"]


def test_two_municipalities_of_one_name_are_suggested_once_and_told_apart_on_the_page(staff: FlaskClient) -> None:
    hrefs = [option["href"] for option in suggested(staff, "Lillestrøm")]
    assert "/post/kommune/3205" in hrefs
    assert "/post/kommune/3030" not in hrefs
    items = [node for node in asked(staff, "Lillestrøm").all() if node.name == "li"]
    new, old = (item.text for item in items if any("/post/kommune/" in href for href in _hrefs(item)))
    assert old.endswith("til 2023")
    assert "til" not in new.split()


def _hrefs(node: Node) -> list[str]:
    return [str(one.attributes.get("href")) for one in node.all() if one.name == "a"]


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        ("medlemskap", "", "Våre medlemskap"),
        ("memberships", "/en", "Our memberships"),
        ("frister", "", "Frister"),
        ("frister utdanning til påske", "", "Frister"),
        ("prosjekter samferdsel", "", "Prosjekter"),
        ("aktører", "", "Eksterne aktører"),
        ("medlemskap over 100 000", "", "Våre medlemskap"),
        ("støtte samferdsel 2025", "", "Innvilget"),
    ],
)
def test_a_suggestion_says_nothing_twice(staff: FlaskClient, typed: str, language: str, name: str) -> None:
    first = suggested(staff, typed, language)[0]
    assert f"{first['text']} {first['note']}".casefold().count(name.casefold()) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "samferdsel 2025",
        "EU-støtte samferdsel 2025",
        "tilskudd samferdsel 2025",
        "penger til Samferdsel i 2025",
        "Hvor mye EU-penger fikk Samferdsel i 2025, fra hvilke programmer, og hvem er partnere?",
    ],
)
def test_an_area_and_a_year_offer_the_grants_with_programme_partners_and_amount(staff: FlaskClient, typed: str) -> None:
    grants, programmes = suggested(staff, typed)[:2]
    assert re.fullmatch(
        r"Samferdsel( \(rådsområde\))?, 2025: [\d,]+\smill\.\skr innvilget i 2 prosjekter", grants["text"]
    )
    assert programmes["href"] == "/utforsk?omrade=SAM&periode=2025-2025&mal=stotte&etter=program"
    page = opened(staff, grants["href"])
    assert heading(page).startswith("Prosjekter: 2 av ")
    heads = [node.text for node in page.all() if node.name == "th" and node.attributes.get("scope") == "col"]
    for column in ("Program", "Regioner", "Eksterne aktører", "Støtte, rådsområdets del", "Avgjort"):
        assert column in " ".join(heads)
    whole = next(re.finditer(r"Sum av «Støtte, rådsområdets del»: ([\d\s]+) kr", page.text.replace("\u00a0", " ")))
    told = grants["text"].partition(": ")[2].split()[0]
    assert f"{digits(whole.group()) / 1e6:.1f}".replace(".", ",") == told


def test_the_finding_of_a_year_says_the_year_once(staff: FlaskClient) -> None:
    said = heading(asked(staff, "EU-støtte samferdsel 2025"))
    assert re.fullmatch(r"Samferdsel, 2025: [\d,]+\smill\.\skr innvilget i 2 prosjekter", said)


@pytest.mark.parametrize("typed", [WORD, WORD[:6], f"{WORD} title", f"samferdsel {WORD[:7]}"])
def test_a_stranger_is_suggested_nothing_internal(stranger: FlaskClient, inside: FlaskClient, typed: str) -> None:
    def told(client: FlaskClient) -> str:
        groups = client.get("/sok/forslag", query_string={"q": typed}).json["groups"]  # type: ignore[index]
        return str([option for group in groups for option in group["options"] if not option["href"].startswith("/sok")])

    assert WORD not in told(stranger)
    assert "/post/" not in told(stranger) or "samferdsel" in typed
    assert WORD in told(inside) or "samferdsel" in typed


# -- unknown addresses


def test_an_unknown_address_suggests_what_it_is_like(staff: FlaskClient) -> None:
    def suggested(address: str) -> set[str]:
        page = opened(staff, address)
        assert heading(page) == "Denne siden finnes ikke"
        fields = [str(n.attributes.get("value")) for n in page.all() if n.attributes.get("name") == "q"]
        assert len(set(fields)) == 1
        return {str(node.attributes.get("href")) for node in page.all() if node.name == "a"} | {fields[0]}

    assert {"/omrader/sam", "samferdsl"} <= suggested("/omrader/samferdsl")
    assert "/finansiering" in suggested("/finansering")
    assert {"/data/prosjekt", "P-9999"} <= suggested("/post/prosjekt/P-9999")
    assert "/post/prosjekt/P-0017" in suggested("/P-0017")


def test_an_internal_code_is_answered_like_one_that_nobody_has_used(stranger: FlaskClient, inside: FlaskClient) -> None:
    page = inside.get("/sok/forslag", query_string={"q": WORD}).json
    hrefs = [o["href"] for group in page["groups"] for o in group["options"] if o["href"].startswith("/post/")]  # type: ignore[index]
    assert hrefs
    for href in hrefs:
        code, other = href.rpartition("/")[2], "QQQ-7777"
        for address in (href, f"/{code}", f"/prosjekter/{code}"):
            answer = page_bytes(stranger, address).decode().replace(code, "X")
            assert answer == page_bytes(stranger, address.replace(code, other)).decode().replace(other, "X")
