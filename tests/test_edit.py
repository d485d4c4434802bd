"""One field of one record changed in the browser: by whom, by which rules, and when two do it at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from akint_dash.access.forgery import FIELD as TOKEN
from akint_dash.access.viewer import Viewer
from akint_dash.cli import main
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.form_new import next_code
from akint_dash.text.edit import HELP
from tests.test_bring_in import CHANGES, HOME, Desk, opened, rows

RECORD = "/post/prosjekt/P-0042"
FORM = f"{RECORD}/rett"
ADMINISTRATOR = Viewer("administrator", name="Anne Drift", key="a")
EDITOR = Viewer("editor", frozenset({"KUL"}), name="Kari Kultur", key="k")
"""P-0042 is the area KUL's, and internal."""


class Form:
    """A form that somebody has opened."""

    def __init__(self, desk: Desk, address: str, key: str = "rett") -> None:
        self.desk, self.path = desk, address.partition("?")[0]
        form = next(n for n in desk.page(address).all() if n.attributes.get("id") == key)
        self.fields = {
            str(n.attributes["name"]): str(n.attributes.get("value") or "")
            for n in form.all()
            if n.attributes.get("name") and n.name.lower() in ("input", "select", "textarea")
        }

    def send(self, **more: str) -> str:
        """Send it; where one is led."""
        given = {**self.fields, "begrunnelse": "Etter møtet", **more}
        answer = self.desk.client.post(self.path, data=given, headers={"Origin": HOME})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])


@pytest.fixture
def desk(demo_file: Path, tmp_path: Path) -> Desk:
    """An administrator before the demonstration."""
    return opened(demo_file, tmp_path, ADMINISTRATOR)


def newest(desk: Desk) -> Any:
    return desk.rows("select number, who, source, reason, changed from revision order by number desc limit 1")[0]


def test_a_field_is_written_with_name_and_reason_and_told(desk: Desk) -> None:
    assert f"{FORM}?felt=end" in hrefs(desk, RECORD)
    form = Form(desk, f"{FORM}?felt=end")
    assert form.fields["end"] == "2029-01-31"
    number = newest(desk)[0]
    where = form.send(end="2029-06-30")
    assert where == f"{RECORD}?rettet={number + 1}"
    assert newest(desk) == (number + 1, "Anne Drift", "skjema", "Etter møtet", 1)
    told = desk.text(where)
    assert f"Lagret som oppdatering {number + 1}: «Slutt»" in told
    assert "30.06.2029" in told
    assert "«Etter møtet»" in told
    assert f"/historikk/{number + 1}" in hrefs(desk, where)
    desk.post(f"/historikk/{number + 1}")
    assert Form(desk, f"{FORM}?felt=end").fields["end"] == "2029-01-31"


def hrefs(desk: Desk, address: str) -> set[str]:
    return {str(n.attributes["href"]) for n in desk.page(address).all() if n.attributes.get("href")}


@pytest.mark.parametrize("name", [c.name for c in ENTITIES["project"].columns])
@pytest.mark.sampled(6)
def test_a_form_sent_back_untouched_changes_nothing(desk: Desk, name: str) -> None:
    before = newest(desk)
    where = Form(desk, f"{FORM}?felt={name}").send()
    assert where == f"{RECORD}?rettet=0"
    assert newest(desk) == before
    assert "Ingenting er endret" in desk.text(where)


@pytest.mark.usefixtures("read_here")
def test_the_form_changes_what_the_workbook_changes(
    desk: Desk, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Form(desk, f"{FORM}?felt=budget").send(budget="3 000 000,50", currency="kr")
    other, book = tmp_path / "other.db", tmp_path / "bok.xlsx"
    shutil.copy(demo_file, other)
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{other}")
    assert main(["export", str(book)]) == 0
    made = openpyxl.load_workbook(book)
    sheet = made["Prosjekter"]
    heads = {str(c.value).strip(" *"): c.column for row in sheet.iter_rows(max_row=3) for c in row if c.value}
    row = next(c.row for (c,) in sheet.iter_rows(max_col=1) if c.value == "P-0042")
    sheet.cell(row, heads["Budsjett, vår del"]).value = "3 000 000,50"
    sheet.cell(row, heads["Valuta"]).value = "kr"
    made.save(book)
    assert main(["import", str(book), "--json"]) == 0
    assert rows(other, CHANGES) == desk.rows(CHANGES)
    assert json.loads(desk.rows(CHANGES)[0][3])["budget"] == 300000050


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("budget", "tre millioner", "«tre millioner» er ikke et beløp"),
        ("end", "2020-01-01", "før"),
        ("title", " ", "må fylles ut"),
        ("programme", "Erasmus pluss", "Erasmus pluss"),
        ("areas", "SAM 60 %\nFRL 60 %", "prosent"),
    ],
)
def test_what_the_import_refuses_the_form_refuses_in_words_and_keeps_what_was_written(
    desk: Desk, name: str, written: str, told: str
) -> None:
    before = newest(desk)
    where = Form(desk, f"{FORM}?felt={name}").send(**{name: written})
    assert newest(desk) == before
    assert told in desk.text(where)
    again = Form(desk, where)
    assert again.fields[name] == written
    assert again.fields["begrunnelse"] == "Etter møtet"
    again.send(**{name: {"budget": "1", "end": "2030-01-01", "title": "Ny", "programme": "", "areas": ""}[name]})
    assert newest(desk)[0] == before[0] + (0 if name == "areas" else 1)
    assert not [n for n in (desk.settings.intake_folder / "skjema").iterdir() if n.is_dir()]


def test_a_reason_is_asked_for(desk: Desk) -> None:
    before = newest(desk)
    where = Form(desk, f"{FORM}?felt=title").send(title="Nytt navn", begrunnelse="  ")
    assert "Skriv hvorfor." in desk.text(where)
    assert Form(desk, where).fields["title"] == "Nytt navn"
    assert newest(desk) == before


def test_of_two_at_once_the_later_sees_the_conflict(desk: Desk, demo_file: Path, tmp_path: Path) -> None:
    editor = opened(demo_file, tmp_path, EDITOR)
    mine, theirs, another = (Form(one, f"{FORM}?felt={name}") for one, name in _two(desk, editor))
    theirs.send(title="Deres navn")
    number = newest(desk)[0]
    where = mine.send(title="Mitt navn")
    assert newest(desk)[0] == number
    told = desk.text(where)
    for part in (
        "Din verdiMitt navn",
        "Da du åpnet skjemaetFilmlaboratorium for unge",
        "Nå, etter Kari Kultur",
        "Deres navn",
    ):
        assert part in told
    another.send(end="2029-02-01")  # another field is no conflict
    again = Form(desk, where)
    again.send()
    assert newest(desk)[0] == number + 2
    assert "Mitt navn" in desk.text(RECORD)


def _two(desk: Desk, editor: Desk) -> list[tuple[Desk, str]]:
    return [(desk, "title"), (editor, "title"), (editor, "end")]


def test_what_a_rule_binds_is_in_conflict_too(desk: Desk) -> None:
    start, end = Form(desk, f"{FORM}?felt=start"), Form(desk, f"{FORM}?felt=end")
    end.send(end="2028-01-31")
    before = newest(desk)
    where = start.send(start="2026-09-01")
    assert newest(desk) == before
    assert "Slutt" in desk.text(where)
    assert "31.01.2028" in desk.text(where)
    Form(desk, where).send()
    assert newest(desk)[0] == before[0] + 1


def test_a_form_of_another_history_confirms_what_it_changes(desk: Desk) -> None:
    before = newest(desk)
    where = Form(desk, f"{FORM}?felt=title").send(title="Nytt navn", historikk="x")
    assert newest(desk) == before
    assert "vet vi ikke" in desk.text(where)


# -- who may


@pytest.mark.parametrize(
    "viewer",
    [
        None,
        Viewer("reader", key="r", name="Ole"),
        Viewer("staff", key="s", name="Siv"),
        Viewer("editor", frozenset({"SAM"}), key="e", name="Per"),
    ],
    ids=["stranger", "reader", "staff", "editor of another area"],
)
def test_who_may_not_is_given_no_way_and_no_form(demo_file: Path, tmp_path: Path, viewer: Viewer | None) -> None:
    desk = opened(demo_file, tmp_path, viewer)
    before = newest(desk)
    assert FORM not in str(hrefs(desk, RECORD) | hrefs(desk, "/post/prosjekt/P-0001"))
    page, missing = desk.client.get(FORM), desk.client.get("/post/prosjekt/P-9999/rett")
    assert (page.status_code, missing.status_code) == (404, 404)
    answer = desk.client.post(FORM, data={"felt": "title", "title": "Mitt"}, headers={"Origin": HOME})
    assert answer.status_code == 403
    assert newest(desk) == before


def test_an_editor_neither_gives_away_nor_takes_a_record(demo_file: Path, tmp_path: Path, desk: Desk) -> None:
    editor = opened(demo_file, tmp_path, EDITOR)
    form, before = Form(editor, f"{FORM}?felt=area"), newest(desk)
    others = Form(desk, "/post/prosjekt/P-0001/rett?felt=title")  # opened by an administrator, sent by the editor
    for path, fields in (
        (FORM, {**form.fields, "area": "SAM"}),
        (others.path, {**others.fields, TOKEN: form.fields[TOKEN], "title": "Vårt"}),
    ):
        given = {**fields, "begrunnelse": "Byttet"}
        answer = editor.client.post(path, data=given, headers={"Origin": HOME})
        assert answer.status_code == 403
        assert "både før og etter" in answer.text
    assert newest(desk) == before
    gone = editor.client.post(
        "/post/prosjekt/P-9999/rett", data={**form.fields, "begrunnelse": "x"}, headers={"Origin": HOME}
    )
    assert gone.status_code == 404
    assert Form(editor, f"{FORM}?felt=title").send(title="Vårt navn").startswith(RECORD)
    assert newest(desk)[1] == "Kari Kultur"


def test_another_sites_form_changes_nothing(desk: Desk) -> None:
    before, fields = newest(desk), Form(desk, f"{FORM}?felt=title").fields
    for headers, token in (({"Origin": "http://onde.example"}, fields[TOKEN]), ({"Origin": HOME}, "x")):
        given = {**fields, "title": "Deres", "begrunnelse": "x", TOKEN: token}
        assert desk.client.post(FORM, data=given, headers=headers).status_code == 403
    assert newest(desk) == before


def test_a_draft_is_for_who_wrote_it(desk: Desk, demo_file: Path, tmp_path: Path) -> None:
    where = Form(desk, f"{FORM}?felt=title").send(title="Hemmelig utkast", begrunnelse="")
    assert "Hemmelig utkast" in desk.text(where) + str(Form(desk, where).fields)
    editor = opened(demo_file, tmp_path, EDITOR)
    assert "Hemmelig utkast" not in editor.text(where) + str(Form(editor, where).fields)


def test_every_explanation_of_the_schema_has_its_sentence() -> None:
    apart = ("Kommer tilbake", "Én linje for hvert")
    said = {c.help for kind in ENTITIES.values() for c in kind.columns if c.help}
    assert {one for one in said if not one.startswith(apart)} == HELP.keys()


# -- what an area says of a call, and a new activity

CALL = "/post/utlysning/"


def calls_of(desk: Desk) -> str:
    return str(desk.rows("select code from call order by code limit 1")[0][0])


def answer(desk: Desk, code: str, **given: str) -> Any:
    token = Form(desk, f"{FORM}?felt=title").fields[TOKEN]
    data = {TOKEN: token, **given}
    return desk.client.post(f"{CALL}{code}/passer", data=data, headers={"Origin": HOME})


def test_an_area_answers_on_the_calls_sheet_as_by_the_command(
    desk: Desk, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = calls_of(desk)
    assert "Passer utlysningen?" in desk.text(CALL + code)
    before = newest(desk)
    silent = answer(desk, code, rad="KUL", gjor="avvis", begrunnelse="")
    assert newest(desk) == before
    assert "Skriv hvorfor den avvises." in desk.text(str(silent.headers["Location"]).partition("#")[0])
    answer(desk, code, rad="KUL", gjor="avvis", begrunnelse="For stort for oss")
    assert newest(desk) == (before[0] + 1, "Anne Drift", "fit", "For stort for oss", 1)
    other = tmp_path / "other.db"
    shutil.copy(demo_file, other)
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{other}")
    assert main(["fit", "dismiss", code, "--area", "KUL", "--reason", "For stort for oss", "--json"]) == 0
    assert rows(other, CHANGES) == desk.rows(CHANGES)
    editor = opened(demo_file, tmp_path, EDITOR)
    assert answer(editor, code, rad="SAM", gjor="bekreft").status_code == 403
    assert answer(editor, code, rad="KUL", gjor="bekreft").status_code == 303
    assert answer(editor, "finnes-ikke", rad="KUL", gjor="bekreft").status_code == 404
    assert newest(desk)[0] == before[0] + 2


def test_an_activity_is_registered_under_the_next_code_and_one_like_it_is_warned_of(
    desk: Desk, demo_file: Path, tmp_path: Path
) -> None:
    assert "/data/aktivitet/ny" in hrefs(desk, "/data/aktivitet")
    editor = opened(demo_file, tmp_path, EDITOR)
    said = {"title": "Møte med Skåne", "kind": "seminar", "start": "2026-11-20", "area": "KUL", "hours": "7,5"}
    last = max(code for (code,) in desk.rows("select code from activity"))
    forms = [NewForm(editor) for _ in range(2)]
    where = forms[0].send(**said)
    number = int(last[2:]) + 1
    assert where.startswith(f"/post/aktivitet/A-{number:04d}?rettet=")
    assert desk.rows(f"select hours, visibility from activity where code = 'A-{number:04d}'") == [(7.5, "internal")]
    assert "Møte med Skåne" in desk.text(where)
    again = forms[1].send(**said)
    assert "samme tittel og dato" in editor.text(again)
    assert NewForm(editor, again).send(likevel="ja").startswith(f"/post/aktivitet/A-{number + 1:04d}?")
    bad = NewForm(editor).send(**{**said, "title": "", "hours": "mange"})
    assert "«mange» er ikke et tall" in editor.text(bad)
    others = NewForm(editor)
    given = {**others.fields, **said, "title": "Annet", "area": "SAM", "begrunnelse": "x"}
    assert editor.client.post(others.path, data=given, headers={"Origin": HOME}).status_code == 403
    assert newest(desk)[4] == 0
    assert desk.rows("select count(*) from activity where title = 'Annet'") == [(0,)]


class NewForm(Form):
    """The form of a new activity."""

    def __init__(self, desk: Desk, address: str = "/data/aktivitet/ny") -> None:
        super().__init__(desk, address, key="ny")


@pytest.mark.parametrize(
    ("codes", "then"),
    [([], "A-0001"), (["A-0312", "A-0001", "X9"], "A-0313"), (["A-0999"], "A-1000"), (["Å"], "A-0001"), (["9"], "10")],
)
def test_the_next_code_goes_on_from_the_last(codes: list[str], then: str) -> None:
    assert next_code("activity", codes) == then


def test_the_ways_to_change_a_record_are_in_no_file(desk: Desk) -> None:
    code = calls_of(desk)
    for side in (RECORD, CALL + code):
        told = desk.client.get(f"/last-ned/siden.json?side={side}").text
        assert "Rett" not in told.replace("Rettigheter", "")
        assert "En avvisning trenger" not in told
        assert "Opplysning" in told
