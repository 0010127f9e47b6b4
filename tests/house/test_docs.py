"""What the guide for writers shows is true: its stories read and play, its commands do what it says."""

import re
import shlex
from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.exploring.playtest.playing import playtest
from glfstory.pages.play_file import play_through
from glfstory.reading.reader import read
from tests.cli.conftest import Run
from tests.house.guide import Piece, pieces, the_well

DOCS = Path(__file__).parents[2] / "docs"
RECIPES = {piece.name: piece for piece in pieces() if piece.part_of == "recipe"}


def test_every_box_is_one_that_is_tried() -> None:
    shown = [piece for piece in pieces() if piece.kind == "" or (piece.kind == "yaml" and not piece.name)]
    assert all(len(piece.body.splitlines()) <= 3 for piece in shown), "a box without a file's name is not tried"
    assert {piece.kind for piece in pieces()} <= {"", "yaml", "play", "sh", "text", "mend"}
    assert len(RECIPES) > 8


def test_the_well_has_no_finding_and_plays(tmp_path: Path) -> None:
    folder = the_well(tmp_path)
    assert [f"{each.code} {each.says}" for each in check(folder, ())] == []
    story = read(folder).story
    assert story is not None
    stage = Stage(story)
    run = choose(stage, choose(stage, begin(story, 7), "watch"), "lock")
    moment = replay(stage, run)
    assert moment.ending is not None
    assert moment.ending.id == "enough"


def test_every_scene_choice_and_ending_of_the_well_is_met(tmp_path: Path) -> None:
    story = read(the_well(tmp_path)).story
    assert story is not None
    found = playtest(story, ["random"], 200)
    assert found.is_clean, found.unseen


def _with_the_well(recipe: Piece, folder: Path) -> Story:
    """The story with a recipe in its folder; one that extends is a pack."""
    well, packs = the_well(folder / "well"), []
    if recipe.body.partition("\n")[2].startswith("extend:"):
        packs = [folder / "pack"]
        packs[0].mkdir()
    (packs[0] if packs else well).joinpath(recipe.name).write_text(recipe.body, encoding="utf-8")
    found = [each for each in check(well, packs) if each.severity != "note"]
    assert [f"{each.code} {each.line} {each.says}" for each in found] == []
    story = read(well, packs).story
    assert story is not None
    return story


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_has_no_finding_and_goes_as_its_test_says(name: str, tmp_path: Path) -> None:
    story = _with_the_well(RECIPES[name], tmp_path)
    tests = [piece for piece in pieces() if piece.kind == "play" and piece.name == name.replace(".yaml", ".play")]
    for test in tests:
        assert play_through(story, test.body) == ()


def test_the_first_ten_minutes_go_as_they_are_told(glfstory: Run, tmp_path: Path) -> None:
    """Every box without a recipe, in its order: files are saved, commands run, and print what stands below them."""
    printed, ran = "", 0
    for piece in pieces():
        if piece.kind == "sh":
            printed = "".join(_run(glfstory, line) for line in piece.body.splitlines())
            ran += 1
        elif piece.kind == "text":
            for line in piece.body.splitlines():
                assert line in printed
        elif piece.kind == "mend":
            file, (old, new) = tmp_path / piece.name, (word.replace("_", " ") for word in piece.body.split())
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        elif piece.name and not piece.part_of and "/" in piece.name:
            (tmp_path / piece.name).write_text(piece.body, encoding="utf-8")
    assert ran >= 4


def _run(glfstory: Run, line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program == "glfstory"
    done = glfstory(*arguments)
    assert done.stderr == ""
    assert done.returncode == (1 if " error " in done.stdout else 0), done.stdout
    return done.stdout


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md"]:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
        places = {
            re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^#+ (.*)$", text, re.M)
        }
        for place in re.findall(r"\]\(#([^)]+)\)", text):
            assert place in places, f"{page.name} links to #{place}"


def test_the_style_sheet_names_scenes_and_choices_that_exist() -> None:
    page = (DOCS / "writing-two-ledgers.md").read_text(encoding="utf-8")
    sheet = page[page.index("## Style sheet") : page.index("## Spoilers")]
    told = read(DOCS.parent / "story").story
    assert told is not None
    for named in re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+(?:\.[a-z0-9-]+)?)`", sheet):
        scene, _, choice = named.partition(".")
        assert scene in told.scenes, named
        assert not choice or told.scenes[scene].choice(choice), named
