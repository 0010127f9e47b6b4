"""`glfstory export transcript` as a player and a teacher meet it."""

from pathlib import Path

import pytest

from glfstory.saving.run_file import from_json
from tests.cli.conftest import MILES, Run


@pytest.fixture
def kept(road: Path, glfstory: Run, tmp_path: Path) -> Path:
    """The save of a whole run of the road."""
    glfstory("play", road, "--save", "--seed", 7, typed="1\n" * MILES)
    return tmp_path / "home" / "saves" / "the-road" / "autosave.json"


def test_the_run_that_is_gone_on_with(kept: Path, glfstory: Run) -> None:
    told = glfstory("export", "transcript", "autosave", "--story", "road")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("# The Road\n\n- Seed: 7\n")
    assert "Decision 12: **1. Walk on.**\n\nYou walk.\n" in told.stdout
    assert "## Ending: Home\n\nYou are home.\n\nThe record behind it: [^1][^2]\n" in told.stdout
    assert told.stdout.endswith("## Sources\n\n- A map, 1956.\n")


def test_a_name_a_path_and_standard_input_tell_the_same(kept: Path, glfstory: Run, tmp_path: Path) -> None:
    named = kept.read_text("utf-8").replace('"glfstory": 1,', '"glfstory": 1,\n  "name": "The short way",')
    kept.with_name("the-short-way.json").write_text(named, "utf-8")
    (tmp_path / "mine.json").write_bytes(kept.read_bytes())
    asked = ("autosave", "the-short-way", "The short way", "mine.json", kept)
    told = [glfstory("export", "transcript", each, "--story", "road").stdout for each in asked]
    told.append(glfstory("export", "transcript", "-", "--story", "road", typed=kept.read_text("utf-8")).stdout)
    assert told[0]
    assert set(told) == {told[0]}


def test_output_goes_into_a_file_but_never_over_a_run(kept: Path, glfstory: Run, tmp_path: Path) -> None:
    ask = ("export", "transcript", "autosave", "--story", "road")
    done = glfstory(*ask, "--output", "deep/run.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "deep" / "run.md").read_bytes() == glfstory(*ask).stdout.encode()
    refused = glfstory(*ask, "--output", kept)
    assert refused.returncode == 2
    assert "is a saved run; choose another name." in refused.stderr
    assert from_json(kept.read_bytes()).seed == 7
    assert "it is a folder." in glfstory(*ask, "--output", "road").stderr


def test_a_run_under_a_changed_constant_opens_by_itself(road: Path, glfstory: Run) -> None:
    model = "constants: {stride: {says: A stride., unit: steps, value: 2, range: [1, 4], assumed: So.}}\n"
    (road / "model.yaml").write_text(model, encoding="utf-8")
    glfstory("play", road, "--set", "stride=3", typed="1\nsave mine.json\n")
    told = glfstory("export", "transcript", "mine.json", "--story", "road")
    assert "- Changed for this run: stride is 3.\n" in told.stdout
    (road / "model.yaml").unlink()
    gone = glfstory("export", "transcript", "mine.json", "--story", "road")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "This story has no constant 'stride'" in gone.stderr


def test_an_older_version_says_so_and_stops(kept: Path, road: Path, glfstory: Run) -> None:
    text = (road / "story.yaml").read_text(encoding="utf-8")
    changed = text.replace("version: 1.0.0", "version: 2.0.0").replace("mile-3:", "league-3:")
    (road / "story.yaml").write_text(changed, encoding="utf-8")
    told = glfstory("export", "transcript", "autosave", "--story", "road")
    assert told.returncode == 0
    assert "> This run was played in version 1.0.0 of the story, and is told in version 2.0.0. " in told.stdout
    assert "decision 3 (mile-3: walk) no longer exists" in told.stdout
    assert "Decision 3:" not in told.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("nowhere",),
            "no kept run and no file nowhere, and it is no run code. The run that is gone on with is autosave.",
        ),
        (("road",), "road cannot be opened: it is a folder."),
        (("road/story.yaml",), "road/story.yaml holds no run: it is not readable JSON."),
        (("-",), "Standard input holds no run: it is empty."),
        (
            ("other.json",),
            "other.json is a run of another story, 'the-river': name the folder of that story by --story.",
        ),
        (("packed.json",), "packed.json was played with the packs more: name their folders, and no others, by --with."),
        ((), "Missing argument 'RUN'. See: glfstory export transcript --help"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    kept: Path, glfstory: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    run = kept.read_text(encoding="utf-8")
    (tmp_path / "other.json").write_text(run.replace('"the-road"', '"the-river"'), encoding="utf-8")
    (tmp_path / "packed.json").write_text(run.replace('"packs": []', '"packs": ["more"]'), encoding="utf-8")
    told = glfstory("export", "transcript", *arguments, "--story", "road")
    assert (told.returncode, told.stdout) == (2, "")
    assert says in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_without_a_form_it_says_what_is_missing(glfstory: Run) -> None:
    assert glfstory("export").stderr == "glfstory: Missing command. See: glfstory export --help\n"
    for name in (("export",), ("export", "transcript")):
        assert "Example: glfstory export transcript" in glfstory(*name, "--help").stdout
