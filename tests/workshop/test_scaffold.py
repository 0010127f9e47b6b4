"""A new folder reads without a finding, plays, and passes its own tests; a pack does so over any story."""

from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.engine.story import Scene
from glfstory.exploring.playtest.playing import playtest
from glfstory.pages.play_file import play_through
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.workshop.scaffold import TEMPLATES, id_from, new_pack, new_story, spot_in
from tests.build import choice, scene, story

SCHEMA_LINE = "# yaml-language-server: $schema=story.schema.json\n"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    new_story(tmp_path / "my-tale")
    return tmp_path / "my-tale"


def test_a_new_story_is_clean_and_all_of_it_can_be_met(made: Path) -> None:
    assert check(made) == ()
    told = read(made).story
    assert told is not None
    assert (told.id, told.title) == ("my-tale", "My Tale")
    found = playtest(told, ["random"], 300, hunt=200)
    assert found.unseen == ()
    assert found.failures == ()


def test_a_new_story_has_one_of_what_a_writer_needs_first(made: Path) -> None:
    told = read(made).story
    assert told is not None
    scenes = told.scenes.values()
    assert all(any(kind(each) for each in scenes) for kind in (_is_fixed, _is_storylet, _is_led_to))
    assert len(told.endings) > 1
    assert any(fact.claims for fact in told.facts.values())
    tests = list(made.rglob("*.play"))
    assert len(tests) == 1
    assert play_through(told, tests[0].read_text(encoding="utf-8")) == ()


def _is_fixed(each: Scene) -> bool:
    return each.order is not None


def _is_storylet(each: Scene) -> bool:
    return each.weight is not None


def _is_led_to(each: Scene) -> bool:
    return not _is_fixed(each) and not _is_storylet(each)


@pytest.mark.parametrize("what", ["story", "pack"])
def test_every_file_explains_itself_and_names_the_schema_beside_it(made: Path, what: str) -> None:
    folder = made
    if what == "pack":
        told = read(made).story
        assert told is not None
        folder = made.parent / "pack"
        new_pack(folder, told, "my-tale --with pack")
    assert (folder / "story.schema.json").is_file()
    files = list(folder.glob("*.yaml"))
    assert len(files) == len(list((TEMPLATES / what).glob("*.yaml")))
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert text.startswith(SCHEMA_LINE)
        assert text.count("\n# ") >= 1


@pytest.mark.parametrize("base", ["new", "shipped"])
def test_a_new_pack_is_clean_and_adds_a_scene_and_a_choice(made: Path, base: str) -> None:
    folder = made if base == "new" else shipped_story()
    told = read(folder).story
    assert told is not None
    pack = made.parent / "more"
    new_pack(pack, told, "base --with more")
    mine = [each for each in check(folder, (pack,)) if "/more/" in each.path]
    assert mine == []
    laid = read(folder, (pack,)).story
    assert laid is not None
    assert set(laid.scenes) - set(told.scenes) == {"more-letter"}
    grown = [each.id for each in told.scenes.values() if len(laid.scenes[each.id].choices) > len(each.choices)]
    assert len(grown) == 1
    for test in pack.rglob("*.play"):
        assert play_through(laid, test.read_text(encoding="utf-8")) == ()


def test_a_pack_finds_its_place_before_the_scene_that_it_extends() -> None:
    full = scene("full", *(choice(name) for name in "abcd"), order=1, seasons=("one",))
    told = story(full, scene("room", order=2, seasons=("one",)), scene("later", order=3, seasons=("one",)))
    spot = spot_in(told)
    assert (spot.season, spot.extended, spot.order) == ("one", "room", 1.5)


def test_a_story_without_room_for_a_choice_gets_a_scene_at_the_end_of_its_first_season() -> None:
    full = scene("full", *(choice(name) for name in "abcd"), order=7, seasons=("one",))
    spot = spot_in(story(full))
    assert (spot.season, spot.extended, spot.order) == ("one", "", 17)


@pytest.mark.parametrize(
    ("name", "id"), [("My Tale", "my-tale"), ("Tale_2", "tale-2"), ("村", "my-story"), ("-x-", "x")]
)
def test_an_id_is_made_from_any_name(tmp_path: Path, name: str, id: str) -> None:
    assert id_from(tmp_path / name) == id
