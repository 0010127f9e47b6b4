"""Texts of a run as files, never written over anything that is there."""

from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.exporting.transcript import as_markdown
from glfstory.saving.atomic import why, write_new


def file_transcript(stage: Stage, run: Run, folders: Iterable[Path], *, summarised: bool = False) -> str:
    """Writes a run's transcript into the first of the folders that takes it; one sentence says where, or why not.

    It is named after the story and the seed, with a number where that name is taken.
    """
    text = as_markdown(stage, run, summarised=summarised)
    return file_text("transcript", text, f"{run.story}-{run.seed}.md", folders)


def file_text(what: str, text: str, name: str, folders: Iterable[Path]) -> str:
    """Writes a text under a name, or a numbered one where that is taken, into the first folder that takes it.

    `what` is what it is, such as `transcript`; one sentence says where it is, or why not.
    """
    problems = []
    for folder in folders:
        try:
            return f"A {what} of this run is in {_put(text, folder, Path(name))}."
        except OSError as error:
            problems.append(f"{folder} ({why(error)})")
    return f"The {what} could not be written in {' or in '.join(problems)}."


def write_transcript(stage: Stage, run: Run, path: Path, *, summarised: bool = False) -> str:
    """Writes a run's transcript into a new file of the player's choice, or under its usual name into a folder."""
    if path.is_dir():
        return file_transcript(stage, run, [path], summarised=summarised)
    try:
        write_new(path, as_markdown(stage, run, summarised=summarised).encode())
    except FileExistsError:
        taken = path if path.exists() else path.parent
        return f"{taken} is there already; choose another name."
    except (OSError, ValueError) as error:
        return f"{path} could not be written: {why(error) if isinstance(error, OSError) else error}."
    return f"A transcript of this run is in {path}."


def usual_folders(saves: Path) -> tuple[Path, ...]:
    """Where a transcript is put unasked: the folder that the player is in, or else beside the saves."""
    try:
        return (Path.cwd(), saves)
    except OSError:
        return (saves,)


def _put(text: str, folder: Path, name: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)  # from here on only a file of that name can be in the way
    for number in count(1):
        path = folder / (f"{name.stem}-{number}{name.suffix}" if number > 1 else name)
        with suppress(FileExistsError):
            write_new(path, text.encode())
            return path
    raise AssertionError("numbers do not end")
