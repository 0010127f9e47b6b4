"""What a shell is told when a player presses Tab."""

import shutil
import subprocess
from pathlib import Path

import pytest

from glfstory.saving.entrance import id_of
from tests.cli.conftest import MILES, Run


def offered(glfstory: Run, *words: str, shell: str = "bash") -> list[str]:
    """What is offered for the last of the words, which may be empty."""
    *_, begun = words
    line = " ".join(("glfstory", *words))
    told = glfstory(
        _GLFSTORY_COMPLETE=f"{shell}_complete",
        COMP_WORDS=line,
        COMP_CWORD=begun if shell == "fish" else str(len(words)),
    )
    assert told.stderr == ""
    return told.stdout.splitlines()


@pytest.mark.parametrize(
    ("shell", "holds"),
    [
        ("bash", ("_GLFSTORY_COMPLETE=bash_complete", "complete -o nosort -F _glfstory_completion glfstory")),
        ("zsh", ("#compdef glfstory", "_GLFSTORY_COMPLETE=zsh_complete", "compdef _glfstory_completion glfstory")),
        ("fish", ("_GLFSTORY_COMPLETE=fish_complete", "complete --no-files --command glfstory")),
    ],
)
def test_the_script_of_each_shell(glfstory: Run, shell: str, holds: tuple[str, ...]) -> None:
    told = glfstory("completion", shell)
    assert (told.returncode, told.stderr) == (0, "")
    for each in holds:
        assert each in told.stdout
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=told.stdout, text=True, capture_output=True, check=False)
        assert checked.stderr == ""


def test_help_says_where_to_put_it_and_other_shells_are_refused(glfstory: Run) -> None:
    told = " ".join(glfstory("completion", "--help").stdout.split())
    for place in ("bash-completion/completions/glfstory", "~/.zfunc/_glfstory", "fish/completions/glfstory.fish"):
        assert place in told
    refused = glfstory("completion", "tcsh")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1


def test_commands_options_and_folders(glfstory: Run) -> None:
    assert offered(glfstory, "ex") == ["plain,export"]
    assert offered(glfstory, "export", "") == ["plain,transcript"]
    assert {"plain,--plain", "plain,--seed"} <= set(offered(glfstory, "play", "--"))
    assert offered(glfstory, "completion", "z") == ["plain,zsh"]
    assert offered(glfstory, "check", "ro") == ["dir,ro"]
    assert offered(glfstory, "play", "--load", "mi") == ["file,mi"]
    assert offered(glfstory, "play", "--with", "p") == ["dir,p"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_names_of_kept_runs(road: Path, glfstory: Run, tmp_path: Path, shell: str) -> None:
    glfstory("play", road, "--save", typed="1\n" * MILES)
    saves = tmp_path / "home" / "saves"
    (saves / "the-road" / "the-short-way.json").write_text("{}")
    (saves / "the-roadside").mkdir()
    (saves / "the-roadside" / "other.json").write_text("{}")
    words = ("export", "transcript", "--story", "road")
    told = "\n".join(offered(glfstory, *words, "", shell=shell))
    assert "autosave" in told
    assert "the-short-way" in told
    assert "other" not in told
    assert "file" in "\n".join(offered(glfstory, *words, "deep/x", shell=shell)), "a path is the shell's own matter"


def test_where_nothing_is_kept_files_are_offered(glfstory: Run) -> None:
    assert offered(glfstory, "export", "transcript", "x") == ["file,x"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_in_bash_itself(glfstory: Run, tmp_path: Path) -> None:
    script = glfstory("completion", "bash").stdout
    answers = tmp_path / "glfstory"
    answers.write_text("#!/bin/sh\nprintf 'plain,export\\nplain,exit\\n'\n")
    answers.chmod(0o755)
    asks = (
        f'{script}\nCOMP_WORDS=(glfstory ex); COMP_CWORD=1\n_glfstory_completion {answers}\necho "${{COMPREPLY[@]}}"\n'
    )
    told = subprocess.run(["bash"], input=asks, text=True, capture_output=True, check=False)
    assert told.stdout == "export exit\n"


def test_the_id_of_a_story_is_found_without_reading_it(road: Path, tmp_path: Path) -> None:
    assert id_of(road) == "the-road"
    assert id_of(tmp_path) == ""
