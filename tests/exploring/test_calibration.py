"""Measures over many runs, relations between them, and what a constant moves."""

from dataclasses import replace

import pytest

from glfstory.engine.story import Relation, Story
from glfstory.exploring.calibration import calibrate, quantile, sensitivity
from glfstory.exploring.report import as_text


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3], 0.5, 3),
        ([1, 2, 9], 0.5, 2),
        ([4, 1], 0.5, 2.5),
        ([1, 2, 3, 4, 5], 0.9, 4.6),
        ([5, 1], 0, 1),
        ([5, 1], 1, 5),
    ],
)
def test_a_quantile_lies_on_a_straight_line_between_neighbours(
    values: list[float | None], share: float, expected: float
) -> None:
    assert quantile(values, share) == pytest.approx(expected)


def test_a_measure_is_read_at_its_season_under_its_options_and_constants(told: Story) -> None:
    rows = {row.measure.id: row.value for row in calibrate(told, 20).rows}
    assert rows == {"brave": 5, "early": 3, "shy": 2, "dear": 15, "hard": 5}


def test_a_row_is_held_to_what_is_asked_and_to_nothing_else(told: Story) -> None:
    rows = {row.measure.id: row for row in calibrate(told, 20).rows}
    assert rows["brave"].holds
    assert rows["shy"].holds
    dear = calibrate(told, 20, constants={"toll": 2})
    assert not next(row for row in dear.rows if row.measure.id == "brave").holds
    assert not dear.is_met


def test_relations_are_asked_of_the_measured_values(told: Story) -> None:
    assert [(each.relation.id, each.holds) for each in calibrate(told, 20).held] == [
        ("further", True),
        ("thrice", True),
    ]
    dear = calibrate(told, 20, constants={"toll": 3})
    assert [each.holds for each in dear.held] == [True, False]


def test_the_result_is_the_same_for_any_number_of_processors(told: Story) -> None:
    assert calibrate(told, 120, jobs=2).rows == calibrate(told, 120, jobs=1).rows


def test_progress_is_told_up_to_the_last_run(told: Story) -> None:
    heard: list[tuple[int, int]] = []
    calibrate(told, 120, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1]
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


def test_each_constant_is_moved_to_both_ends_of_its_range(told: Story) -> None:
    base, low, high = sensitivity(told, 20)
    assert (base.constant, base.values) == ("", {"brave": 5, "shy": 2})
    assert (low.constant, low.to, low.values) == ("toll", 0, {"brave": 0, "shy": 0})
    assert (high.constant, high.to, high.values) == ("toll", 5, {"brave": 25, "shy": 10})
    assert low.broken == ("further",)
    assert high.broken == ()


def test_a_table_of_values_moves_as_a_whole_until_the_first_comes_to_the_end(told: Story) -> None:
    toll = replace(told.constants["toll"], values={"1957": 1, "else": 3}, by="season.year")
    _, low, high = sensitivity(replace(told, constants={"toll": toll}), 20)
    assert (low.to, low.values["brave"]) == (0, 5 * 2)
    assert (high.to, high.values["brave"]) == (5, 5 * 5)


def test_only_what_must_always_hold_is_looked_at(told: Story) -> None:
    never = replace(told, relations={"odd": Relation("odd", "", "brave > 5 * shy")})
    assert all(row.values == {} and row.broken == () for row in sensitivity(never, 5))


def test_the_tables_fit_a_screen_and_name_what_was_changed_and_missed(told: Story) -> None:
    text = as_text(told, calibrate(told, 20, constants={"toll": 2}), {"toll": 2})
    assert max(map(len, text.splitlines())) <= 80
    assert "toll = 2" in text
    assert "NO  How far the brave come" in text
    assert text.endswith("0 of 1 numbers and 1 of 2 relations are as asked.")
