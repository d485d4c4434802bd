"""The demonstration with hostile text in every text column of every record: what an attacker, or a bad file, writes."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.history import Change
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.store.engine import open_engine, reading
from akint_dash.store.revisions import Origin, record
from akint_dash.store.state import read_state

FORMULAS: Final = ('=HYPERLINK("http://x.example";"x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\uff1d1+1")
TEXTS: Final = (
    "<script>window.taken=1</script>",
    '"><img src=x onerror=window.taken=2>',
    "'--></style></title></textarea></svg><svg onload=window.taken=3>",
    "javascript:window.taken=4",
    "data:text/html,<script>window.taken=5</script>",
    " JaVaScRiPt:window.taken=6//https://x.example",
    "https://x.example/\"onmouseover=window.taken=7",
    "x@x.example?bcc=y@x.example&body=\r\nBcc: z@x.example",
    *FORMULAS,
    "Regning\u202efdp.exe\u2066\u200b x\u2069 \ufeff\u0085",
    "ubrytelig" * 60,
    "{0} {n} {taken.__class__} %s %(x)s ${7*7} {{7*7}} \\u0041 \\x41",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:tatt\r\nATTACH:http://x.example/",
    "]]></summary><link href='http://x.example'/>&amp;&#0;&lt;",
    "Z\u0351\u0343\u0344\u0352a" * 12 + "\ufdfd",
)  # fmt: skip
ADDRESSES: Final = TEXTS[3:8]
"""What stands in columns of addresses, one after the other."""
NOT_TEXT: Final = frozenset({"currency"})


def hostile(demonstration: Path, copy: Path) -> str:
    """The URL of ``copy``: the demonstration with hostile text in every text column, and hostile codes beside."""
    shutil.copy(demonstration, copy)
    url = f"sqlite:///{copy}"
    engine = open_engine(url)
    with reading(engine) as connection:
        state = read_state(connection)
    number = count()
    changes = []
    for entity, records in state.items():
        columns = [c.name for c in ENTITIES[entity].columns if c.kind is Kind.TEXT and c.name not in NOT_TEXT]
        for code, values in records.items():
            texts: dict[str, Any] = {}
            for name in columns:
                some = ADDRESSES if name in ("address", "mail", "owner_mail") else TEXTS
                texts[name] = some[next(number) % len(some)]
            if texts:
                changes.append(Change(entity, code, values, {**values, **texts}))
    project = next(iter(state["project"].values()))
    changes += [Change("project", code, None, {**project, "visibility": "public"}) for code in TEXTS[:5]]
    record(engine, Origin("<script>window.taken=8</script>", "arbeidsbok"), lambda *_: changes)
    engine.dispose()
    return url
