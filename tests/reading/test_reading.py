"""The tiny story is read as it was meant."""

from itertools import pairwise
from typing import Any

from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Block, Guard, Insert, Mark, Words
from glfstory.reading.codes import CODES


def test_a_whole_story_is_read(read_files: Any, mini: Any) -> None:
    reading = read_files({"a.yaml": mini})
    assert reading.findings == ()
    scene = reading.story.scenes["scales"]
    insert = Insert("grain", "jin", "em")
    first = (Words("The beam says "), insert, Words("."), Mark("jin"))
    assert scene.text == (Block((first, (Words("Nobody speaks."),))),)
    assert scene.choices[0].do == (
        Assign("grain", "grain - (20)"),
        Guard("grain < 50", (Assign("post", "'dismissed'"),), (Assign("built", "true"),)),
    )
    assert [choice.id for choice in scene.choices] == ["honest", "wait"]
    assert reading.story.variables["enough"].kind == "flag"


def test_what_was_read_can_be_played_to_its_end(read_files: Any, mini: Any) -> None:
    story = read_files({"a.yaml": mini}).story
    run = choose(Stage(story), begin(story, 1), "honest")
    moment = replay(Stage(story), run)
    assert moment.over
    assert moment.ending == story.endings["end"]


def test_the_order_of_files_and_keys_does_not_matter(read_files: Any, mini: Any) -> None:
    whole = read_files({"a.yaml": mini}).story
    parts = mini.strip().split("\n")
    starts = [at for at, line in enumerate(parts) if line and not line.startswith(" ")] + [len(parts)]
    blocks = ["\n".join(parts[a:b]) for a, b in pairwise(starts)]
    swapped = [block.replace("range: [0, 1000], step: 10", "step: 10, range: [0, 1000]") for block in blocks]
    files = {f"{99 - at}.yaml": block for at, block in enumerate(swapped)}
    assert read_files({"a.yaml": "", **files}).story == whole


def test_one_file_may_hold_one_key(read_files: Any, mini: Any) -> None:
    assert read_files({"sub/deep/a.yml": mini, "b.yaml": "", "c.yaml": "# only a comment\n"}).findings == ()


def test_hidden_files_and_other_files_are_passed_over(read_files: Any, mini: Any) -> None:
    files = {"a.yaml": mini, ".b.yaml": "&", ".git/c.yaml": "&", "notes.txt": "&"}
    assert read_files(files).findings == ()


def test_texts_stay_what_was_typed(read_files: Any, mini: Any) -> None:
    for typed in ("No", "on", "12:30", "010", "1958-08-29", "~", "1e3", "0x10", "true", "=", "null"):
        story = read_files({"a.yaml": mini.replace("then: It rains.", f"then: {typed}")}).story
        assert story.scenes["scales"].choices[1].then == (Block(((Words(typed),),)),)


def test_every_code_in_a_finding_is_in_the_table(mended: Any) -> None:
    for old, new in [("grain -= 20", "grian -= 20"), ("rank: 1", "rank: one"), ("tags: [honest]", "tags: [honset]")]:
        assert all(finding.code in CODES for finding in mended(old, new))
