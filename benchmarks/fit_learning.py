"""Learning and measuring for :mod:`benchmarks.fit`: logistic regression on the words of calls, folds, intervals.

Few calls and many words: the weights are found among the combinations of the calls themselves (the kernel form), which
is exact and the same every time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.likeness import DESCRIPTION_MARK, Start, described, features, parts, terms

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
FOLDS: Final = 10
SEED: Final = 4711
PENALTY: Final = 0.1
NEAR: Final = 0.6
"""Titles that share so much of their words lie in one fold."""
LEAST: Final = 10
"""A word of fewer descriptions than this is no feature."""
KINDS: Final = ("title", "identifier", "description")


@dataclass(frozen=True)
class Labelled:
    """A labelled call with the themes it fits (none: it fits nobody). ``unseen``: no rule was ever tuned to it."""

    identifier: str
    title: str
    programme: str
    description: str
    themes: frozenset[str]
    unseen: bool

    @property
    def fits(self) -> bool:
        """Whether it fits a desk of the county."""
        return bool(self.themes)


def rarities(some: Sequence[Labelled]) -> dict[str, float]:
    """How rare each word and part is among ``some``; the words of descriptions among those that have one."""
    short = Counter(t for one in some for t in {*terms(one.title), *parts(one.identifier, one.programme)})
    long = [set(terms(one.description)) for one in some if one.description]
    counted = Counter(f"{DESCRIPTION_MARK}{word}" for words in long for word in words)
    found = {t: 1 + math.log((1 + len(some)) / (1 + n)) for t, n in short.items()}
    return found | {t: 1 + math.log((1 + len(long)) / (1 + n)) for t, n in counted.items() if n >= LEAST}


def by_kind(one: Labelled, start: Start) -> dict[str, dict[str, float]]:
    """The features of a call: of the title, of identifier and programme, and of the description."""
    short = features(one.title, one.identifier, one.programme, start)
    return {
        "title": {t: v for t, v in short.items() if t[0] not in "#@"},
        "identifier": {t: v for t, v in short.items() if t[0] in "#@"},
        "description": described(one.description, start),
    }


def kernels(some: Sequence[Labelled], learnt_from: Flags) -> dict[str, Numbers]:
    """How alike every two calls are by each kind of feature; rarities from ``learnt_from`` alone."""
    start = Start(rarities([one for one, told in zip(some, learnt_from, strict=True) if told]))
    found = [by_kind(one, start) for one in some]
    return {kind: _alike([one[kind] for one in found]) for kind in KINDS}


def _alike(some: Sequence[Mapping[str, float]]) -> Numbers:
    place: dict[str, int] = {}
    for one in some:
        for token in one:
            place.setdefault(token, len(place))
    x = np.zeros((len(some), len(place)), dtype=np.float32)
    for row, one in enumerate(some):
        for token, value in one.items():
            x[row, place[token]] = value
    return np.asarray(x @ x.T, dtype=np.float64)


def regress(alike: Numbers, y: Numbers, penalty: float = PENALTY) -> tuple[Numbers, float]:
    """Logistic regression, both answers weighing the same: what each call adds, and the base (Newton's method)."""
    n, share = len(y), y.mean()
    even = np.where(y == 1, 0.5 / share, 0.5 / (1 - share))
    adds, base = np.zeros(n), 0.0
    for _ in range(50):
        said = alike @ adds + base
        chance = 1 / (1 + np.exp(-said))
        slope, bend = even * (chance - y), even * chance * (1 - chance)
        a = np.zeros((n + 1, n + 1))
        a[:n, :n], a[:n, n], a[n, :n] = bend[:, None] * alike + penalty * np.eye(n), bend, 1
        new = np.linalg.solve(a, np.append(bend * said - slope, 0))
        step = float(np.abs(new[:n] - adds).max())
        adds, base = new[:n], float(new[n])
        if step < 1e-9:
            break
    return adds, base


def learn(some: Sequence[Labelled], lengths: Mapping[str, float]) -> Start:
    """What each word is worth, from all of ``some``. ``lengths``: of each kind, beside that of ``likeness``."""
    every = np.ones(len(some), dtype=bool)
    alike = sum_of(kernels(some, every), lengths)
    adds, base = regress(alike, np.array([float(one.fits) for one in some]))
    rarity = rarities(some)
    weight = dict.fromkeys(rarity, 0.0)
    for one, add in zip(some, adds.tolist(), strict=True):
        for kind, found in by_kind(one, Start(rarity)).items():
            for token, value in found.items():
                weight[token] += lengths[kind] * add * value
    return Start(rarity, weight, base)


def sum_of(some: Mapping[str, Numbers], lengths: Mapping[str, float]) -> Numbers:
    """The kernel of all kinds, each with its length."""
    return np.asarray(sum(length**2 * some[kind] for kind, length in lengths.items()))


def folds(some: Sequence[Labelled]) -> npt.NDArray[np.int64]:
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
    by_group = dict(zip(kinds, chosen, strict=True))
    return np.array([int(by_group[g]) for g in group])


def average_precision(y: Numbers, s: Numbers) -> float:
    """The mean, over what fits, of the share that fits among all ranked at least as high (ties count together)."""
    mine, every = np.sort(s[y == 1]), np.sort(s)
    right = len(mine) - np.searchsorted(mine, mine)
    return float(np.mean(right / (len(every) - np.searchsorted(every, mine))))


def first_third(y: Numbers, s: Numbers) -> float:
    """How much of what fits lies in the first third of the list; of a tie at its end the expected share."""
    room = math.ceil(len(y) / 3)
    edge = np.sort(s)[::-1][room - 1]
    sure, tied = s > edge, s == edge
    part = (room - sure.sum()) / tied.sum()
    return float((y[sure].sum() + part * y[tied].sum()) / y.sum())


Measure = Callable[[Numbers, Numbers], float]


def _drawn(y: Numbers) -> list[npt.NDArray[np.int64]]:
    """The same 1 000 draws of the calls for every order, so that differences are of pairs."""
    draw = np.random.default_rng(SEED)
    found: list[npt.NDArray[np.int64]] = []
    while len(found) < 1000:
        rows = draw.integers(0, len(y), len(y))
        if y[rows].sum():
            found.append(rows)
    return found


def interval(measure: Measure, y: Numbers, s: Numbers) -> str:
    """The measure with its 95 % interval of 1 000 draws of the calls."""
    low, high = np.quantile([measure(y[rows], s[rows]) for rows in _drawn(y)], [0.025, 0.975])
    return f"{measure(y, s):.2f} ({low:.2f}-{high:.2f})"


def gain(measure: Measure, y: Numbers, s: Numbers, before: Numbers) -> str:
    """How much better ``s`` is than ``before``, with the interval of the same draws."""
    some = [measure(y[rows], s[rows]) - measure(y[rows], before[rows]) for rows in _drawn(y)]
    low, high = np.quantile(some, [0.025, 0.975])
    return f"{measure(y, s) - measure(y, before):+.2f} ({low:+.2f} to {high:+.2f})"
