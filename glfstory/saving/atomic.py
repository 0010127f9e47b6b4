"""Files that are written whole or not at all, and what went wrong in words."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.EINVAL: "it is no plain file",
}


IN_USE, BAD_NAME, LONG_NAME = "another program has it open", "the name cannot be used here", "the name is too long"
WINDOWS_REASONS = {32: IN_USE, 33: IN_USE, 123: BAD_NAME, 206: LONG_NAME, 267: "it is no folder"}
"""What Windows says more exactly than by the number that it shares with others."""
WAITS = (0.01, 0.05, 0.2, 0.5) if os.name == "nt" else ()
"""Seconds to wait before a name is given again."""


def why(error: OSError) -> str:
    """What went wrong, as the end of a sentence."""
    if exact := WINDOWS_REASONS.get(getattr(error, "winerror", None) or 0):
        return exact
    if error.errno == errno.EACCES and error.filename and os.path.isdir(error.filename):  # noqa: PTH112
        return REASONS[errno.EISDIR]  # Windows opens no folder, and calls that a matter of permission
    return REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def write(path: Path, text: str) -> None:
    """Puts a text in place of a file, making its folder. Raises OSError and then leaves everything as it was."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EISDIR if target.is_dir() else errno.EINVAL, "", str(target))
    with _beside(target, text.encode()) as whole:
        _move(whole, target)


def write_new(path: Path, data: bytes) -> None:
    """Puts a new file in its place, whole at every moment. Raises FileExistsError, or another OSError."""
    with _beside(path, data) as whole:
        _place(whole, path)


def write_numbered(folder: Path, word: str, data: bytes) -> Path:
    """Puts a new file `word-1.json` into a folder, or one with the next free number. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)  # a file in its place would otherwise look like a number that is taken
    for number in count(1):
        path = folder / f"{word}-{number}.json"
        if path.exists():
            continue
        with suppress(FileExistsError):
            write_new(path, data)
            return path
    raise AssertionError("numbers do not end")


def set_aside(path: Path, word: str) -> Path:
    """Renames a file so that nothing is overwritten: `autosave.json` becomes `autosave.damaged-1.json`."""
    for number in count(1):
        name = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
        try:
            name.touch(exist_ok=False)
        except FileExistsError:
            continue
        try:
            return _move(path, name)
        except OSError:
            name.unlink()
            raise
    raise AssertionError("numbers do not end")


@contextmanager
def _beside(target: Path, data: bytes) -> Iterator[Path]:
    """A whole file beside a target, for as long as it is not moved away."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def _move(whole: Path, target: Path) -> Path:
    """Gives a file another name, in place of what is there. Raises OSError.

    On Windows that is refused for as long as another program reads the target, as those do that look for viruses.
    """
    for wait in WAITS:
        try:
            return whole.replace(target)
        except PermissionError:
            time.sleep(wait)
    return whole.replace(target)


def _place(whole: Path, target: Path) -> None:
    """Gives a whole file its name, unless that is taken. Raises FileExistsError, or another OSError."""
    try:
        os.link(whole, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a disk without links
        target.touch(exist_ok=False)
        try:
            _move(whole, target)
        except OSError:
            target.unlink()
            raise
