"""A run that is killed loses at most its last decision, wherever the kill falls."""

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MILES, command


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_a_random_point(
    road: Path, environment: dict[str, str], autosave: Callable[[], list[str]], seed: int
) -> None:
    chosen = random.Random(seed)
    answers = [chosen.choice(["walk", "rest"]) for _ in range(MILES)]
    with subprocess.Popen(
        command("play", road, "--save"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{answer}\n" for answer in answers).encode())
        process.stdin.flush()
        seen = process.stdout.read(chosen.randrange(50, 900)).decode()
        process.kill()
    told = seen.count("You walk.") + seen.count("You rest.")
    if told or (road.parent / "home" / "saves").exists():
        kept = autosave()
        assert kept == answers[: len(kept)]
        assert len(kept) >= told


@pytest.mark.parametrize("steps", [1, 5])
def test_what_was_answered_is_kept(
    road: Path, environment: dict[str, str], autosave: Callable[[], list[str]], steps: int
) -> None:
    """A person's pace: every answer is read before the next is typed, and then the machine dies."""
    with subprocess.Popen(
        command("play", road, "--save"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        for number in range(1, steps + 1):
            process.stdin.write(b"walk\n")
            process.stdin.flush()
            while f"Stone {number + 1}." not in process.stdout.readline().decode():
                pass
        process.kill()
    assert autosave() == ["walk"] * steps
