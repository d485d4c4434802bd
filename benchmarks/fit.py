"""How well calls are ranked: ``python -m benchmarks.fit CALLS.csv [PORTAL.json ...]`` writes ``FIT.md``.

CALLS.csv is the real list whose identifiers ``data/fit`` labels, PORTAL.json saved answers of the portal that have the
descriptions of some of them. ``--learn`` writes the weights instead. Ten folds, calls with nearly the same title in one
fold; weights, rarities and lengths are learnt on the other nine; nothing is chosen on the fold that is measured.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np

from akint_dash.domain.fit import fit
from akint_dash.domain.likeness import BASE, COMMON, DESCRIPTION_WEIGHT, LIKE_WEIGHT, RULE_WEIGHT, Start
from akint_dash.importers import sedia
from akint_dash.importers.fit_rules import read_rules
from akint_dash.measures.fit import FITS_FROM
from akint_dash.measures.fit_likeness import LIKE
from benchmarks.fit_learning import (
    FOLDS,
    PENALTY,
    SEED,
    Flags,
    Labelled,
    Numbers,
    average_precision,
    first_third,
    folds,
    gain,
    interval,
    kernels,
    learn,
    regress,
    sum_of,
)

PROJECT: Final = Path(__file__).resolve().parents[1]
DATA: Final = PROJECT / "data"
AS_IT_IS: Final[Mapping[str, float]] = {"title": 1.0, "identifier": 1.0, "description": DESCRIPTION_WEIGHT}
LENGTHS: Final = (0.5, 1.0, 1.5, 2.0)
PENALTIES: Final = (0.03, 0.1, 0.3)
RULES: Final = (0.0, 1.0, 2.0, 3.0, 4.0)
CARES_FOR, CONFIRMED, DISMISSED, OFFICES = (2, 9), 0.25, 0.1, 60
"""A made-up office cares for so many themes, has confirmed this share of their calls and dismissed that of all others;
so many offices are tried."""
THRESHOLDS: Final = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5)
WEIGHTS: Final = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0)


def read(calls: Path, portal: Iterable[Path] = ()) -> list[Labelled]:
    """The labels with the titles of ``calls`` and the descriptions of ``portal``."""
    with calls.open(encoding="utf-8") as file:
        known = {row["identifier"]: row for row in csv.DictReader(file)}
    with (DATA / "code" / "programme_alias.csv").open(encoding="utf-8") as file:
        codes = {row["text"]: row["programme"] for row in csv.DictReader(file)}
    drafts = [draft for path in portal for draft in sedia.read(path).drafts if draft.entity == "call"]
    described = {str(d.values["identifier"]): str(d.values.get("description", "")) for d in drafts}
    found = []
    for name in ("labels.csv", "labels_fresh.csv"):
        with (DATA / "fit" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                identifier, call = row["identifier"], known[row["identifier"]]
                programme, unseen = codes.get(call["programme"], ""), row.get("part") == "held_out"
                text = described.get(identifier, "")
                themes = frozenset(row["themes"].split())
                found.append(Labelled(identifier, call["title"], programme, text, themes, unseen))
    return found


class Trial:
    """Orders of the labelled calls, each made outside the fold it is measured on."""

    def __init__(self, some: Sequence[Labelled]) -> None:
        self.some = some
        self.y: Numbers = np.array([float(one.fits) for one in some])
        self.place = folds(some)
        self.alike = [kernels(some, self.place != fold) for fold in range(FOLDS)]
        rules = read_rules(DATA / "fit" / "rules.yaml")
        found = [bool(fit(one.title, one.programme, "", rules, identifier=one.identifier)) for one in some]
        self.hits: Numbers = np.array(found, dtype=float)
        self.chosen: Counter[tuple[float, float, float]] = Counter()

    def learnt(self, lengths: Mapping[str, float]) -> Numbers:
        """What words say, with these lengths of the kinds."""
        s = np.zeros(len(self.y))
        for fold in range(FOLDS):
            alike = sum_of(self.alike[fold], lengths)
            s[self.place == fold] = self._said(alike, self.place != fold, self.place == fold, PENALTY)
        return s

    def chosen_inside(self) -> tuple[Numbers, Numbers]:
        """What words say, and with the rules: length of descriptions, penalty and weight of rules chosen in each fold
        by five folds of the other nine."""
        words, whole = np.zeros(len(self.y)), np.zeros(len(self.y))
        for fold in range(FOLDS):
            train, test = self.place != fold, self.place == fold
            tried = {(c, p): self._inner(fold, c, p, 0.0) for c, p in product(LENGTHS, PENALTIES)}
            length, penalty = max(tried, key=lambda pair: tried[pair])
            with_rules = {weight: self._inner(fold, length, penalty, weight) for weight in RULES}
            rules = max(with_rules, key=lambda weight: with_rules[weight])
            self.chosen[length, penalty, rules] += 1
            alike = sum_of(self.alike[fold], {**AS_IT_IS, "description": length})
            words[test] = self._said(alike, train, test, penalty)
            whole[test] = words[test] + rules * self.hits[test]
        return words, whole

    def _inner(self, fold: int, length: float, penalty: float, rules: float) -> float:
        alike, outer = sum_of(self.alike[fold], {**AS_IT_IS, "description": length}), self.place != fold
        s = rules * self.hits
        for part in range(5):
            test = outer & (self.place % 5 == part)
            s[test] += self._said(alike, outer & ~test, test, penalty)
        return average_precision(self.y[outer], s[outer])

    def _said(self, alike: Numbers, train: Flags, test: Flags, penalty: float) -> Numbers:
        adds, base = regress(alike[np.ix_(train, train)], self.y[train], penalty)
        return np.asarray(alike[np.ix_(test, train)] @ adds + base)

    def offices(self, before: Numbers, weight: float, cares_for: int, *, descriptions: bool) -> float:
        """The mean average precision, for made-up offices, of ``before`` with likeness to what they have said.

        An office cares for some themes only: it has confirmed some calls of these and dismissed some of all others.
        Measured is how it finds the calls of its themes among those it has said nothing of.
        """
        draw, found = np.random.default_rng(SEED), []
        has = np.array([bool(one.description) for one in self.some]) & descriptions
        near = [self._near(fold, has) for fold in range(FOLDS)]
        themes = sorted({theme for one in self.some for theme in one.themes})
        for _ in range(OFFICES):
            own = frozenset(draw.choice(themes, cares_for, replace=False).tolist())
            wanted = np.array([bool(one.themes & own) for one in self.some])
            said = draw.random(len(self.y)) < np.where(wanted, CONFIRMED, DISMISSED)
            s = before.copy()
            for fold in range(FOLDS):
                test = self.place == fold
                for sign, answers in ((1, wanted), (-1, ~wanted)):
                    others = said & ~test & answers
                    s[test] += sign * weight * near[fold][np.ix_(test, others)].max(axis=1, initial=0)
            found.append(average_precision(wanted[~said].astype(float), s[~said]))
        return float(np.mean(found))

    def _near(self, fold: int, has: Flags) -> Numbers:
        """How alike every two calls are, as ``measures.fit_likeness`` compares them."""
        close = np.clip((self.alike[fold]["description"] - COMMON) / (1 - COMMON), 0, 1)
        near = np.where(has[:, None] & has[None, :], close, self.alike[fold]["title"])
        return np.where(near >= LIKE, near, 0)


def report(some: Sequence[Labelled]) -> str:
    """The page."""
    trial, y = Trial(some), np.array([float(one.fits) for one in some])
    has, unseen = np.array([bool(one.description) for one in some]), np.array([one.unseen for one in some])
    every = np.ones(len(some), dtype=bool)
    short = trial.learnt({"title": 1.0, "identifier": 1.0})
    long = trial.learnt(AS_IT_IS)
    inside, inside_whole = trial.chosen_inside()
    orders: dict[str, Numbers] = {
        "rules alone (tuned to most of these labels)": trial.hits,
        "learnt: words of the title": trial.learnt({"title": 1.0}),
        "learnt: identifier and programme": trial.learnt({"identifier": 1.0}),
        "learnt: words of the description": trial.learnt({"description": 1.0}),
        "learnt: title, identifier, programme": short,
        "learnt: these and the description, as it is": long,
        "learnt: the same, lengths and penalty chosen inside the folds": inside,
        "score without descriptions": short + RULE_WEIGHT * trial.hits,
        "the score as it is: all of it and the rules": long + RULE_WEIGHT * trial.hits,
        "score with all its weights chosen inside the folds": inside_whole,
    }
    parts = {f"all {len(some)}": every, f"the {int(has.sum())} with a description": has, "`held_out`": unseen}
    measures = {"AP": average_precision, "first third": first_third}
    heads = [f"{part}: {name}" for part in parts for name in measures]
    lines = [f"| order | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for name, s in orders.items():
        cells = [interval(m, y[rows], s[rows]) for rows in parts.values() for m in measures.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    pairs = {
        "descriptions beside title, identifier and programme (no rules)": (long, short),
        "the same with the rules": (long + RULE_WEIGHT * trial.hits, short + RULE_WEIGHT * trial.hits),
        "the score as it is against the rules alone": (long + RULE_WEIGHT * trial.hits, trial.hits),
    }
    more = [f"| what is gained | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for name, (s, before) in pairs.items():
        cells = [gain(m, y[r], s[r], before[r]) for r in parts.values() for m in measures.values()]
        more.append(f"| {name} | {' | '.join(cells)} |")
    whole = long + RULE_WEIGHT * trial.hits
    learning = [f"| weight | {' | '.join(f'{weight:g}' for weight in WEIGHTS)} |", "|---" * (len(WEIGHTS) + 1) + "|"]
    for many, (how, descriptions) in product(CARES_FOR, (("titles", False), ("descriptions where there are", True))):
        cells = [f"{trial.offices(whole, weight, many, descriptions=descriptions):.2f}" for weight in WEIGHTS]
        learning.append(f"| cares for {many} of the 9 themes, by {how} | {' | '.join(cells)} |")
    chosen = ", ".join(
        f"{length:g}/{penalty:g}/{rules:g} in {n}" for (length, penalty, rules), n in trial.chosen.most_common()
    )
    chance, kept = (
        1 / (1 + np.exp(-(BASE + whole))),
        ["| from | kept of what fits | kept of the others |", "|---|---|---|"],
    )
    for least in THRESHOLDS:
        rows = (trial.hits == 1) & (chance >= least)
        found = (
            f"{int(y[rows].sum())} of {int((trial.hits * y).sum())}",
            f"{int((1 - y)[rows].sum())} of " + (f"{int((trial.hits * (1 - y)).sum())}"),
        )
        kept.append(f"| {least:g} | {' | '.join(found)} |")
    return TEXT.format(
        n=len(some), fit=int(y.sum()), has=int(has.sum()), has_fit=int(y[has].sum()), folds=FOLDS, seed=SEED,
        table="\n".join(lines), gains="\n".join(more), chosen=chosen, rules=RULE_WEIGHT, length=DESCRIPTION_WEIGHT,
        penalty=PENALTY, offices=OFFICES, confirmed=round(100 * CONFIRMED), dismissed=round(100 * DISMISSED),
        learning="\n".join(learning), like=LIKE_WEIGHT,
        kept="\n".join(kept), least=FITS_FROM,
    )  # fmt: skip


TEXT: Final = """# How well calls are ranked by fit

{n} labelled calls, {fit} fit; {has} of them have the portal's description ({has_fit} fit). {folds} folds, seed {seed},
nearly the same titles together; 95 % intervals of 1 000 draws. AP is average precision; *first third* is how much of
what fits stands in the first third of the list.

The labels were made from titles alone, and the rules were tuned by hand to all of them but `held_out` (27 calls, 6
fit): there alone can rules, and scores with rules in them, be judged, and there every interval is wide. The rows
`learnt` never saw the fold they are measured on.

{table}

## What is gained, call by call

{gains}

## Which weights the folds choose

Length of descriptions / penalty / weight of the rules: {chosen}.
In use are {length:g} / {penalty:g} / {rules:g}: the weight of the rules stays below what the folds choose, because
rules that were tuned to these labels look better on them than on new calls.

## What likeness to the county's own calls adds

{offices} made-up offices have each confirmed {confirmed} % of the calls of their themes and dismissed {dismissed} % of
all others. How well each finds the calls of its themes among those it has said nothing of, by the score and the weight
of likeness (mean AP):

{learning}

In use is {like:g}: an office with a taste of its own gains, one that agrees with all the labels loses little.

## From which score a call is proposed

What the rules find, by the score each call gets outside its fold:

{kept}

In use is {least:g}: none of what fits is lost here. It is a floor, not a judgement: what the words or the office's own
dismissals speak against is not proposed though a rule finds a word.
"""


def main() -> None:
    """Measure, or learn."""
    taken = argparse.ArgumentParser(description=__doc__)
    taken.add_argument("calls", type=Path)
    taken.add_argument("portal", type=Path, nargs="*")
    taken.add_argument("--learn", action="store_true")
    asked = taken.parse_args()
    some = read(asked.calls, asked.portal)
    if asked.learn:
        _write(learn(some, AS_IT_IS))
        return
    page = report(some)
    (PROJECT / "benchmarks" / "FIT.md").write_text(page, encoding="utf-8")
    print(page)


def _write(start: Start) -> None:
    with (DATA / "fit" / "start.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("word", "rarity", "weight"))
        out.writerow(("", "", f"{start.base:.3f}"))
        out.writerows((t, f"{start.rarity[t]:.3f}", f"{w:.3f}") for t, w in sorted(start.weight.items()))


if __name__ == "__main__":
    main()
