"""The county's rules of fit, read from ``fit/rules.yaml`` in the data folder."""

from __future__ import annotations

from pathlib import Path

import yaml

from akint_dash.domain.fit import BadRules, Rules, rules_from
from akint_dash.errors import UnreadableFile


def read_rules(path: Path) -> Rules:
    """The rules in ``path``.

    Raises:
        UnreadableFile: ``unreadable_file``, or ``bad_rules`` with ``why``: the file is no YAML or
            holds what no rule knows.
    """
    try:
        return rules_from(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    except (yaml.YAMLError, BadRules, UnicodeDecodeError) as error:
        why = " ".join(str(error).split())
        raise UnreadableFile("bad_rules", file=path.name, why=why) from error
