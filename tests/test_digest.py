"""``akint-dash digest``: what moved for an area, as letters; silence where nothing did, and no secret in any."""

from __future__ import annotations

import email
import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from akint_dash.cli import main
from akint_dash.domain.history import Change
from akint_dash.domain.selection import Selection
from akint_dash.exports.letter import Letter, Section, as_html, as_mail, as_text
from akint_dash.measures.digest import digest
from akint_dash.measures.scope import Scope
from akint_dash.settings import Settings
from akint_dash.store.portfolio import make
from tests.canary import WORD, make_portfolio
from tests.measures.small import LISTS, TODAY, cooperation, project, step


def scope(day: date, **entities: dict[str, dict[str, Any]]) -> Scope:
    return Scope(make({**LISTS, **entities}, [], [], "staff"), Selection(omrade=("SAM",)), day)


BEFORE = date(2026, 5, 1)
TIME = datetime(2026, 11, 24, 6, tzinfo=UTC)


def test_only_what_is_an_areas_own_and_differs_is_a_change() -> None:
    then = {"P-1": project(), "P-2": project(area="KUL"), "P-3": project(), "P-4": project()}
    now = {
        "P-1": project(title="Nytt navn"),  # ours
        "P-2": project(area="KUL", title="Nytt navn"),  # another's
        "P-3": project(area="KUL"),  # was ours
        "P-4": project(source_refs=[["kilde", "1"]]),  # where it came from says nothing
        "P-5": project(),
    }
    steps = {"S-1": step("P-1", "idea", "2026-05-10"), "S-2": step("P-2", "idea", "2026-05-10")}
    found = digest(scope(TODAY, project=now, project_step=steps), scope(BEFORE, project=then))
    assert [(one.entity, one.code, one.sort) for one in found.changes] == [
        ("project", "P-1", "changed"),
        ("project", "P-3", "changed"),
        ("project", "P-5", "added"),
        ("project_step", "S-1", "added"),
    ]
    assert found.changes[0] == Change("project", "P-1", then["P-1"], now["P-1"])


def test_nothing_has_moved_where_nothing_differs_but_the_day() -> None:
    same = {"P-1": project()}
    found = digest(scope(TODAY, project=same), scope(BEFORE, project=same))
    assert found.changes == ()
    assert not found.moved


def test_a_deadline_is_news_once_when_it_comes_near() -> None:
    agreement = {"C-1": cooperation(area="SAM", agreement_to="2026-06-10")}
    near = [digest(scope(day, cooperation=agreement), scope(BEFORE, cooperation=agreement)) for day in (TODAY, BEFORE)]
    assert [one.record for one in near[0].dues] == [("cooperation", "C-1")]
    assert near[0].newly == {("cooperation", "C-1")}
    assert near[0].moved
    later = digest(scope(date(2026, 5, 25), cooperation=agreement), scope(TODAY, cooperation=agreement))
    assert [one.record for one in later.dues] == [("cooperation", "C-1")]
    assert not later.newly
    assert not later.moved


# -- the command


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, demo_database: str, tmp_path: Path) -> Path:
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    monkeypatch.setenv("AKINT_TODAY", "2026-11-24")
    return tmp_path


def letters(folder: Path) -> dict[str, EmailMessage]:
    return {
        path.name: email.message_from_bytes(path.read_bytes(), policy=default) for path in sorted(folder.glob("*.eml"))
    }


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_an_area_is_told_what_changed_before_and_after_and_the_others_are_not(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["digest", "sam", "TAN", "--since", "2026-10-25", "-o", str(there / "brev")]) == 0
    assert "Tannhelse og folkehelse: ikke noe nytt siden 25.10.2026, ingen e-post." in capsys.readouterr().out
    ((name, mail),) = letters(there / "brev").items()
    assert name == "nytt-SAM-2026-11-24.eml"
    assert (there / "brev" / name).stat().st_mode & 0o077 == 0
    assert mail["Subject"] == "Samferdsel: tre registreringer er endret og to nye frister"
    assert mail["Auto-Submitted"] == "auto-generated"
    text, html = body(mail, "plain"), body(mail, "html")
    assert "Prosjekt P-0048 «Ladeinfrastruktur for ferjer»: Prosjektstatus lagt til (status: Innvilget" in text
    assert "Prosjekt P-0063 «Vintersikre gangveier»: tatt ut" in text
    assert "KUL" not in text
    assert "Demonstrasjonsdata" in text
    assert "Bare offentlige opplysninger er med." in text
    assert '<html lang="nb">' in html
    assert "Demonstrasjonsdata" in html


def test_it_is_silent_where_nothing_moved(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", "--since", "2026-11-23", "-o", str(there / "brev"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["areas"]) == 8
    assert not any(one["moved"] for one in told["areas"])
    assert letters(there / "brev") == {}


def test_an_english_letter_is_english(there: Path) -> None:
    assert main(["digest", "SAM", "--since", "2026-10-25", "--english", "-o", str(there)]) == 0
    (mail,) = letters(there).values()
    assert mail["Subject"].startswith("Transport: three records")
    assert "/en/post/prosjekt/P-0048" in body(mail, "plain")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["XYZ"], "XYZ er ikke et rådsområde"),
        (["SAM", "--since", "2026-11-24"], "må være før 24.11.2026"),
        (["SAM", "--since", "2026-10-25", "--send"], "Sett AKINT_SMTP og AKINT_MAIL_FROM"),
    ],
)
def test_what_cannot_be_is_said(there: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str) -> None:
    assert main(["digest", *asked, "-o", str(there / "brev")]) == 1
    assert said in " ".join(capsys.readouterr().err.split())
    assert not (there / "brev").exists()


def test_no_secret_is_in_a_letter_that_was_not_asked_to_hold_them(
    monkeypatch: pytest.MonkeyPatch, once: Callable[[str, Callable[[Path], None]], Path], tmp_path: Path
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{once('canary.db', make_portfolio)}")
    monkeypatch.setenv("AKINT_TODAY", "2026-11-24")
    for name, more in (("open", []), ("shut", ["--internal"])):
        assert main(["digest", "--since", "2025-01-01", "-o", str(tmp_path / name), *more]) == 0
    raw = {name: [body(mail, "plain") for mail in letters(tmp_path / name).values()] for name in ("open", "shut")}
    assert raw["open"]
    assert not any(WORD.casefold() in text.casefold() for text in raw["open"])
    assert any(WORD.casefold() in text.casefold() for text in raw["shut"])
    assert all("Brevet inneholder også interne opplysninger." in text for text in raw["shut"])


# -- sending


class Taken(socketserver.StreamRequestHandler):
    """A mail server that takes what it is sent, or refuses every recipient whose name begins with ``nei``."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = list(iter(self.rfile.readline, b".\r\n"))
                self.server.mails.append(b"".join(lines))  # type: ignore[attr-defined]
            refused = word == b"RCPT" and b"<nei" in line
            self.wfile.write(b"550 nobody\r\n" if refused else b"221 bye\r\n" if word == b"QUIT" else b"250 well\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def mail_server() -> Iterator[tuple[str, list[bytes]]]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Taken) as server:
        server.mails = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}", server.mails  # type: ignore[attr-defined]
        server.shutdown()


def test_letters_are_sent_to_whom_the_settings_say(
    there: Path,
    monkeypatch: pytest.MonkeyPatch,
    mail_server: tuple[str, list[bytes]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("AKINT_SMTP", mail_server[0])
    monkeypatch.setenv("AKINT_MAIL_FROM", "fra@example.no")
    monkeypatch.setenv("AKINT_MAIL_TO", "SAM=en@example.no+to@example.no")
    assert main(["digest", "SAM", "KUL", "--since", "2026-10-25", "--send"]) == 1
    assert "ingen adresse for KUL. Ingenting er sendt." in " ".join(capsys.readouterr().err.split())
    assert not mail_server[1]
    assert main(["digest", "SAM", "TAN", "--since", "2026-10-25", "--send"]) == 0
    (raw,) = mail_server[1]
    mail = email.message_from_bytes(raw, policy=default)
    assert mail["To"] == "en@example.no, to@example.no"
    assert "P-0048" in body(mail, "plain")
    monkeypatch.setenv("AKINT_MAIL_TO", "SAM=nei@example.no")
    assert main(["digest", "SAM", "--since", "2026-10-25", "--send"]) == 1
    assert "E-posttjeneren tok ikke imot" in " ".join(capsys.readouterr().err.split())
    assert len(mail_server[1]) == 1


@pytest.mark.parametrize("given", ["SAM", "SAM=", "=a@b.no", "SAM=ikke en adresse", "SAM=a@b.no;KUL=b@c.no,d@e.no"])
def test_a_list_of_recipients_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"mail_to": given})


# -- the letter


def test_what_a_record_is_called_is_never_markup_or_a_header() -> None:
    nasty = "<script>alert(1)</script> & \"a\" 'b'"
    letter = Letter("Emne", "nb", nasty, [Section(nasty, [(nasty, "https://a.no/?x=1&y=2"), ("uten", "")])], [nasty])
    html, text = as_html(letter), as_text(letter)
    assert "<script>" not in html
    assert 'href="https://a.no/?x=1&amp;y=2"' in html
    assert text.count(nasty) == 4
    with pytest.raises(ValueError, match="linefeed"):
        as_mail(Letter("Emne\nBcc: alle@x.no", "nb", "", [], []), "a@b.no", ["c@d.no"], TIME)
