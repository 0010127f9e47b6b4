"""What the pages for writers show is true: the story in them is whole, reads without a finding and plays."""

import re
from pathlib import Path

from glfstory.checking.check import check
from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.playing import playtest
from glfstory.reading.reader import read

DOCS = Path(__file__).parents[2] / "docs"


def the_well(folder: Path) -> Path:
    """The story that docs/writing.md tells in pieces."""
    guide = (DOCS / "writing.md").read_text(encoding="utf-8")
    for name, body in re.findall(r"```yaml\n# the well: (\S+)\n(.*?)```", guide, re.S):
        (folder / name).write_text(body, encoding="utf-8")
    return folder


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


def test_the_pack_in_the_guide_adds_a_choice(tmp_path: Path) -> None:
    guide = (DOCS / "writing.md").read_text(encoding="utf-8")
    (tmp_path / "well").mkdir()
    (tmp_path / "pack").mkdir()
    found = re.search(r"```yaml\n(extend:.*?)```", guide, re.S)
    assert found is not None
    (tmp_path / "pack" / "pack.yaml").write_text(found[1], encoding="utf-8")
    story = read(the_well(tmp_path / "well"), (tmp_path / "pack",)).story
    assert story is not None
    assert story.scenes["a-bird"].choices[-1].id == "sing"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
