"""`glfstory stats` as it is run from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_story_is_counted_and_its_roads_measured(glfstory: Run, road: Path) -> None:
    done = glfstory("stats", road, "--runs", 10)
    shown = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert "The Road 1.0.0 Scenes 12 fixed, storylets, led to by a choice 12 0 0 Choices 24" in shown
    assert "decisions 12 12 12" in shown
    assert "story.yaml 12 24" in shown
    assert "Runs: random 10." in shown


def test_json_holds_the_same_for_any_number_of_processors(glfstory: Run, road: Path) -> None:
    one, two = (glfstory("stats", road, "--runs", 120, "--json", "--jobs", jobs).stdout for jobs in (1, 2))
    assert one == two
    told = json.loads(one)
    assert told["words"]["texts"] == 12 * 2
    assert told["roads"][0]["decisions"] == {"fewest": 12, "half": 12, "most": 12}
    assert told["roads"][0]["words"]["half"] == 12 * (2 + 2 + 3 + 2) + 3
    assert told["facts"] == {"all": 2, "met": 2}


def test_repetitions_stand_with_their_places(glfstory: Run, road: Path, tmp_path: Path) -> None:
    text = "Nobody moves aside for the cart."
    for number in (1, 2):
        scene = f"scenes:\n\n  cart-{number}:\n    title: Cart\n    season: 1957-autumn\n    order: 9{number}\n"
        (road / f"cart-{number}.yaml").write_text(f"{scene}    text: {text}\n", encoding="utf-8")
    done = glfstory("stats", road, "--repeats")
    assert done.returncode == 0
    assert "  2 nobody moves aside\n      cart-1.yaml:3 cart-1\n      cart-2.yaml:3 cart-2\n" in done.stdout
    assert "  2 nobody moves aside for the cart\n" in done.stdout
    told = json.loads(glfstory("stats", road, "--repeats", "--json").stdout)
    assert told["openings"][-1]["places"][0] == {"path": "cart-1.yaml", "line": 3, "in": "cart-1"}


@pytest.mark.parametrize(("arguments", "code"), [(["--runs", "0"], 2), (["--runs", "x"], 2)])
def test_what_cannot_be_done_is_one_sentence(glfstory: Run, road: Path, arguments: list[str], code: int) -> None:
    done = glfstory("stats", road, *arguments)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1


def test_a_story_that_is_not_there_or_has_mistakes(glfstory: Run, road: Path) -> None:
    assert glfstory("stats", road / "nowhere").returncode == 2
    (road / "bad.yaml").write_text("scenes: {x: {title: X}}\n", encoding="utf-8")
    done = glfstory("stats", road)
    assert done.returncode == 1
    assert "glfstory check" in done.stderr
