"""Addresses out of the dashboard, made of what people have written: a web address, a mailbox, a case in the archive."""

from __future__ import annotations

from urllib.parse import quote

from akint_dash.addresses import is_mailbox, is_web_address


def web(address: object) -> str:
    """``address`` where it is one of the web (``http`` or ``https``); else ``""``: it is no link."""
    said = str(address or "").strip()
    return said if is_web_address(said) else ""


def mailto(mailbox: object, subject: str = "") -> str:
    """The link that writes to ``mailbox``, and to nobody else; ``""`` where it is no mailbox."""
    said = str(mailbox or "").strip()
    if not is_mailbox(said):
        return ""
    return f"mailto:{quote(said, safe='@')}" + (f"?subject={quote(subject, safe='')}" if subject else "")


def case(pattern: str, number: object) -> str:
    """The address of a case in the archive: ``{case}`` of ``pattern`` is its number, whatever signs it has."""
    return web(pattern.replace("{case}", quote(str(number), safe="")))
