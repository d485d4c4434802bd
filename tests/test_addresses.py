"""Addresses out of the dashboard: what becomes a link and what never does, and a database's address without secrets."""

from __future__ import annotations

import traceback

import pytest
from pydantic import ValidationError

from akint_dash.addresses import is_mailbox, is_web_address, without_password
from akint_dash.components.addresses import case, mailto, web
from akint_dash.domain.harmless import harmless
from akint_dash.errors import DatabaseUnavailable
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine

SECRET = "hemm3ligord"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//evil.example/x", "https:evil", "https://", "http:///x", "ftp://a.example",
        "https://bank.example@evil.example/", "https://a.example/\"onclick=x", "https://a.example/<x>", "http://[::1",
        "https://a.example\\@b.example", "https://a.example/" + "x" * 3000, "", "www.example.no",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_no_link(text: str) -> None:
    assert not is_web_address(text)
    assert web(text) == ""


@pytest.mark.parametrize(
    "text", ["https://a.example/b?c=d&e=%20#f", "http://127.0.0.1:8050/", "https://[::1]/", "https://æ.no/ø"]
)
def test_a_web_address_is_itself(text: str) -> None:
    assert web(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a@b.no?bcc=ond@evil.example", "a@b.no&cc=x@y.no", "a@b.no,c@d.no", "a@b.no;c@d.no", "a@b.no%0Abcc:x@y.no",
        "a@b.no\nbcc:x@y.no", "Ola <a@b.no>", "a", "a@", "@b.no", "a@b", "a@b..no", "a@-b.no", "a b@c.no",
        "a" * 300 + "@b.no",
        "javascript:alert(1)@b.no",
    ],
)  # fmt: skip
def test_what_is_not_one_mailbox_is_no_link(text: str) -> None:
    assert not is_mailbox(text)
    assert mailto(text) == ""


def test_a_letter_goes_to_the_mailbox_and_nobody_else() -> None:
    assert mailto("post@akershus.example", "Meld feil: a & b?bcc=x@y.no") == (
        "mailto:post@akershus.example?subject=Meld%20feil%3A%20a%20%26%20b%3Fbcc%3Dx%40y.no"
    )
    assert mailto("sør+øst@akershus.example") == "mailto:s%C3%B8r%2B%C3%B8st@akershus.example"


def test_a_case_number_stays_one_part_of_the_archives_address() -> None:
    pattern = "https://arkiv.example/sak/{case}/vis"
    assert case(pattern, "2024/1234") == "https://arkiv.example/sak/2024%2F1234/vis"
    assert case(pattern, "../../ut?x=1#y") == "https://arkiv.example/sak/..%2F..%2Fut%3Fx%3D1%23y/vis"
    assert case("{case}", "javascript:alert(1)") == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"contact": "a@b.no?bcc=c@d.no"}, {"contact": "post"}, {"case_url": "javascript:alert({case})"},
        {"case_url": "{case}"}, {"public_url": "akint.example"}, {"declaration_url": "data:text/html,x"},
    ],
)  # fmt: skip
def test_a_setting_that_would_make_a_wrong_link_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://akint:{SECRET}@host:5432/akint", f"postgresql://akint:{SECRET}@host:port/akint",
        f"postgresql://akint:{SECRET}@x@host/akint", f"postgresql://akint:{SECRET}/a@host/akint",
        f"postgresql://akint:{SECRET}?@host/akint", f"postgresql:akint:{SECRET}@host/akint", f"{SECRET}",
        f"postgres//akint:{SECRET}@host", f"mysql://akint:{SECRET}@host/akint", f"postgresql://host/a?password={SECRET}",
        f"postgresql://akint@host/a?password={SECRET}@x", f"postgresql://akint@host:{SECRET}/a", f"a b://u:{SECRET}@h/x",
    ],
)  # fmt: skip
def test_a_databases_password_is_told_nowhere(url: str) -> None:
    assert SECRET not in without_password(url)
    told = ""
    try:
        open_engine(url).dispose()
    except DatabaseUnavailable as error:
        told = "".join(traceback.format_exception(error))
    assert SECRET not in told


def test_a_databases_address_is_told_as_far_as_it_may_be() -> None:
    assert (
        without_password("postgresql://akint:x@host:5432/akint?sslmode=require")
        == "postgresql://akint:***@host:5432/akint"
    )
    assert without_password("sqlite:////srv/akint.db") == "sqlite:////srv/akint.db"
    assert without_password("postgresql://host/akint") == "postgresql://host/akint"


def test_settings_that_are_refused_tell_no_password() -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(database_url=f"postgresql://a:{SECRET}@h/x", audience="staff", host="0.0.0.0")
    assert SECRET not in str(refused.value)


def test_what_no_one_sees_is_taken_away_and_the_rest_stays() -> None:
    assert harmless("Sykkel\u202egnp.exe\u2066 a\u200bb\x00\ud800 c\ufeff") == "Sykkelgnp.exe ab c"
    for text in ("Ærlig talt – «grønt»\n\tog é", "العربية", "ไทย", "👩\u200d🚀", "a\u00adb", "x\u2028y"):
        assert harmless(text).replace("\n", " ").split() == text.replace("\u2028", "\n").split()
