"""How well calls are ranked: ``python -m benchmarks.fit CALLS.csv`` writes ``FIT.md``; ``--learn`` the weights.

CALLS.csv is the real list whose identifiers ``data/fit`` labels. Ten folds, calls with nearly the same title in one
fold; weights and rarities are learnt on the other nine; nothing is chosen on the fold that is measured. Seeded.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.fit import fit
from akint_dash.domain.likeness import RULE_WEIGHT, Start, features, parts, terms
from akint_dash.importers.fit_rules import read_rules

Numbers = npt.NDArray[np.float64]
PROJECT: Final = Path(__file__).resolve().parents[1]
DATA: Final = PROJECT / "data"
FOLDS: Final = 10
SEED: Final = 4711
PENALTY: Final = 0.1
NEAR: Final = 0.6
"""Titles that share so much of their words lie in one fold."""


@dataclass(frozen=True)
class Labelled:
    """A labelled call."""

    identifier: str
    title: str
    programme: str
    fits: bool
    unseen: bool
    """Whether no rule was ever tuned to it."""


def read(calls: Path) -> list[Labelled]:
    """The labels with the titles of ``calls``."""
    with calls.open(encoding="utf-8") as file:
        known = {row["identifier"]: row for row in csv.DictReader(file)}
    with (DATA / "code" / "programme_alias.csv").open(encoding="utf-8") as file:
        codes = {row["text"]: row["programme"] for row in csv.DictReader(file)}
    found = []
    for name in ("labels.csv", "labels_fresh.csv"):
        with (DATA / "fit" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                call = known[row["identifier"]]
                unseen = row.get("part") == "held_out"
                programme = codes.get(call["programme"], "")
                found.append(Labelled(row["identifier"], call["title"], programme, row["fits"] == "yes", unseen))
    return found


def learn(some: Sequence[Labelled], use: str = "both") -> Start:
    """Logistic regression on the features, both answers weighing the same; the same result every time."""
    tokens = [_tokens(one, use) for one in some]
    seen = Counter(token for found in tokens for token in found)
    rarity = {t: 1 + math.log((1 + len(some)) / (1 + n)) for t, n in seen.items()}
    order = {token: n for n, token in enumerate(sorted(rarity))}
    x: Numbers = np.zeros((len(some), len(order) + 1))
    x[:, -1] = 1
    for row, one in enumerate(some):
        for token, value in _features(one, Start(rarity), use).items():
            x[row, order[token]] = value
    y: Numbers = np.array([float(one.fits) for one in some])
    share = y.mean()
    even = np.where(y == 1, 0.5 / share, 0.5 / (1 - share))
    step = 1 / (0.25 * float(np.linalg.norm(x * even[:, None] ** 0.5, 2)) ** 2 + PENALTY)
    keep = np.full(x.shape[1], PENALTY)
    keep[-1] = 0
    w = ahead = np.zeros(x.shape[1])
    for n in range(400):
        slope = x.T @ (even * (1 / (1 + np.exp(-x @ ahead)) - y)) + keep * ahead
        new = ahead - step * slope
        ahead = new + n / (n + 3) * (new - w)
        w = new
    return Start(rarity, {t: float(w[n]) for t, n in order.items()}, float(w[-1]))


def _tokens(one: Labelled, use: str) -> set[str]:
    found = terms(one.title) if use != "identifier" else []
    return set(found + (parts(one.identifier, one.programme) if use != "title" else []))


def _features(one: Labelled, start: Start, use: str) -> dict[str, float]:
    kept = _tokens(one, use)
    found = features(one.title, one.identifier, one.programme, start)
    return {token: value for token, value in found.items() if token in kept}


def odds(one: Labelled, start: Start, use: str = "both") -> float:
    """What the words say of a call."""
    return start.base + sum(v * start.weight.get(t, 0.0) for t, v in _features(one, start, use).items())


def folds(some: Sequence[Labelled]) -> list[int]:
    """The fold of each call; nearly the same titles together."""
    sets = [set(terms(one.title)) for one in some]
    group = list(range(len(some)))
    for i in range(len(some)):
        for j in range(i):
            if sets[i] & sets[j] and len(sets[i] & sets[j]) / len(sets[i] | sets[j]) >= NEAR:
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    kinds = sorted(set(group))
    chosen = np.random.default_rng(SEED).permutation(len(kinds)) % FOLDS
    by_kind = dict(zip(kinds, chosen, strict=True))
    return [int(by_kind[g]) for g in group]


def average_precision(y: Numbers, s: Numbers) -> float:
    """The mean, over what fits, of the share that fits among all ranked at least as high (ties count together)."""
    mine = s[y == 1]
    return float(np.mean([(mine >= one).sum() / (s >= one).sum() for one in mine]))


def first_third(y: Numbers, s: Numbers) -> float:
    """How much of what fits lies in the first third of the list; of a tie at its end the expected share."""
    room = math.ceil(len(y) / 3)
    edge = np.sort(s)[::-1][room - 1]
    sure, tied = s > edge, s == edge
    part = (room - sure.sum()) / tied.sum()
    return float((y[sure].sum() + part * y[tied].sum()) / y.sum())


def interval(measure: Callable[[Numbers, Numbers], float], y: Numbers, s: Numbers) -> str:
    """The measure with its 95 % interval of 1 000 draws of the calls."""
    draw = np.random.default_rng(SEED)
    found: list[float] = []
    while len(found) < 1000:
        rows = draw.integers(0, len(y), len(y))
        if y[rows].sum():
            found.append(measure(y[rows], s[rows]))
    low, high = np.quantile(found, [0.025, 0.975])
    return f"{measure(y, s):.2f} ({low:.2f}-{high:.2f})"


def main() -> None:
    """Measure, or learn."""
    taken = argparse.ArgumentParser(description=__doc__)
    taken.add_argument("calls", type=Path)
    taken.add_argument("--learn", action="store_true")
    asked = taken.parse_args()
    some = read(asked.calls)
    if asked.learn:
        _write(learn(some))
        return
    report = _report(some)
    (PROJECT / "benchmarks" / "FIT.md").write_text(report, encoding="utf-8")
    print(report)


def _write(start: Start) -> None:
    with (DATA / "fit" / "start.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("word", "rarity", "weight"))
        out.writerow(("", "", f"{start.base:.3f}"))
        out.writerows((t, f"{start.rarity[t]:.3f}", f"{w:.3f}") for t, w in sorted(start.weight.items()))


def _report(some: Sequence[Labelled]) -> str:
    y: Numbers = np.array([float(one.fits) for one in some])
    unseen = np.array([one.unseen for one in some])
    place, rules = folds(some), read_rules(DATA / "fit" / "rules.yaml")
    hits: Numbers = np.array(
        [bool(fit(one.title, one.programme, "", rules, identifier=one.identifier)) for one in some], dtype=float
    )
    ranked: dict[str, Any] = {"rules alone (tuned to most of these labels)": hits}
    for use, name in (("title", "words of the title"), ("identifier", "identifier and programme"), ("both", "both")):
        s = np.zeros(len(some))
        for fold in range(FOLDS):
            start = learn([one for one, at in zip(some, place, strict=True) if at != fold], use)
            for n, one in enumerate(some):
                if place[n] == fold:
                    s[n] = odds(one, start, use)
        ranked[f"learnt: {name}"] = s
    ranked["the score: both and the rules"] = ranked["learnt: both"] + RULE_WEIGHT * hits
    lines = [
        "# How well calls are ranked by fit",
        "",
        f"{len(some)} labelled calls, {int(y.sum())} fit. {FOLDS} folds, seed {SEED}, nearly the same titles together; "
        "95 % intervals of 1 000 draws.",
        "The rules were tuned by hand to all labels but `held_out`: on the others neither they nor the score with them",
        "tell how they do on new calls; the rows `learnt` do.",
        "",
        "| order | average precision | of the fitting in the first third | on `held_out`: AP | first third |",
        "|---|---|---|---|---|",
    ]
    for name, s in ranked.items():
        cells = [interval(m, y, s) for m in (average_precision, first_third)]
        cells += [interval(m, y[unseen], s[unseen]) for m in (average_precision, first_third)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
