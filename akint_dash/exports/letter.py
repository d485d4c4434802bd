"""A letter of parts as an e-mail: plain text and the same as HTML, without pictures and without anything fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Final

NONE: Final = "ingen@example.invalid"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and (text, whole address or "") under it."""

    heading: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written: ``opening`` and ``closing`` are paragraphs, ``language`` a code as ``nb``."""

    subject: str
    language: str
    opening: str
    sections: Sequence[Section]
    closing: Sequence[str]


def as_text(letter: Letter) -> str:
    """The letter as plain text."""
    blocks = [letter.opening]
    for section in letter.sections:
        lines = [f"- {text}\n  {address}" if address else f"- {text}" for text, address in section.lines]
        blocks.append("\n".join([section.heading, "-" * len(section.heading), *lines]))
    return "\n\n".join([*blocks, *letter.closing]) + "\n"


def as_html(letter: Letter) -> str:
    """The same as a document of its own."""
    parts = [f"<p>{escape(letter.opening)}</p>"]
    for section in letter.sections:
        items = "".join(f"<li>{_linked(text, address)}</li>" for text, address in section.lines)
        parts.append(f"<h2>{escape(section.heading)}</h2><ul>{items}</ul>")
    parts += [f"<p><small>{escape(said)}</small></p>" for said in letter.closing]
    head = f'<meta charset="utf-8"><title>{escape(letter.subject)}</title>'
    body = f"<main><h1>{escape(letter.subject)}</h1>{''.join(parts)}</main>"
    return f'<!DOCTYPE html><html lang="{letter.language}"><head>{head}</head><body>{body}</body></html>\n'


def _linked(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def as_mail(letter: Letter, sender: str, to: Sequence[str], at: datetime) -> EmailMessage:
    """The letter as a message that no machine answers; without recipients one to be addressed by whoever opens it."""
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["From"] = sender or NONE
    if to:
        mail["To"] = ", ".join(to)
    mail["Date"] = format_datetime(at)
    own = sha256(f"{letter.subject}\0{at.isoformat()}\0{to}\0{as_text(letter)}".encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<{own}@{(sender or NONE).rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = letter.language
    mail.set_content(as_text(letter))
    mail.add_alternative(as_html(letter), subtype="html")
    return mail
