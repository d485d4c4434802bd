"""The names of the map: never over each other, always inside, the same every time."""

from __future__ import annotations

from random import Random

import pytest

from akint_dash.figures.labels import DESCENT, LINE, Name, Placed, place, text_width

FRAME = (6.0, 6.0, 522.0, 522.0)


def box(placed: Placed) -> tuple[float, float, float, float]:
    name = placed.name
    top = placed.y + DESCENT * name.size - LINE * name.size
    return placed.x, top, placed.x + text_width(name.words, name.size), top + LINE * name.size


def crowd(seed: int, n: int = 60) -> tuple[Name, ...]:
    dice = Random(seed)
    words = ("Lviv oblast", "Västra Götaland", "Hovedstadsregionen Brussel", "Pest", "Castilla-La Mancha", "Åland")
    return tuple(
        Name(
            f"R-{i:02d}", dice.choice(words), dice.gauss(300, 90), dice.gauss(280, 90), 12, 12, 12.3, dice.randrange(5)
        )
        for i in range(n)
    )


@pytest.mark.parametrize("seed", range(8))
def test_sixty_names_never_lie_over_each_other(seed: int) -> None:
    found = [box(p) for p in place(crowd(seed), FRAME)]
    assert len(found) > 50
    for i, a in enumerate(found):
        assert a[0] >= FRAME[0] and a[1] >= FRAME[1] and a[2] <= FRAME[2] and a[3] <= FRAME[3]  # noqa: PT018
        for b in found[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_the_order_of_the_names_does_not_matter() -> None:
    names = crowd(1)
    shuffled = list(names)
    Random(7).shuffle(shuffled)
    assert set(place(names, FRAME)) == set(place(tuple(shuffled), FRAME))


def test_one_name_stands_at_the_right_and_needs_no_line() -> None:
    (one,) = place((Name("A", "Lviv", 100, 100, 10, 10, 12, 1),), FRAME)
    assert one.x > 104
    assert one.leader is None


def test_a_name_stands_upon_a_thing_that_is_large_enough() -> None:
    (one,) = place((Name("A", "Lviv", 100, 100, 80, 60, 12, 1, upon=True),), FRAME)
    left, _, right, _ = box(one)
    assert left < 100 < right


def test_a_name_without_a_place_is_left_out() -> None:
    assert place((Name("A", "A very long name indeed", 10, 10, 5, 5, 12, 1),), (0, 0, 40, 40)) == ()


def test_a_name_far_from_its_region_is_left_to_the_list() -> None:
    names = tuple(Name(f"{i}", "Schleswig-Holstein", 250, 250, 5, 5, 12, 1) for i in range(40))
    assert len(place(names, FRAME, 2.4)) < len(place(names, FRAME))
