"""Files that are written whole or not at all, and what went wrong in words."""

import errno
import os
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


def why(error: OSError) -> str:
    """What went wrong, as the end of a sentence."""
    return REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def write(path: Path, text: str) -> None:
    """Puts a text in place of a file, making its folder. Raises OSError and then leaves everything as it was."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EISDIR if target.is_dir() else errno.EINVAL, "", str(target))
    with _beside(target, text.encode()) as whole:
        whole.replace(target)


def write_new(path: Path, data: bytes) -> None:
    """Puts a new file in its place, whole at every moment. Raises FileExistsError, or another OSError."""
    with _beside(path, data) as whole:
        _place(whole, path)


def write_numbered(folder: Path, word: str, data: bytes) -> Path:
    """Puts a new file `word-1.json` into a folder, or one with the next free number. Raises OSError."""
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
            return path.replace(name)
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


def _place(whole: Path, target: Path) -> None:
    """Gives a whole file its name, unless that is taken. Raises FileExistsError, or another OSError."""
    try:
        os.link(whole, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a disk without links
        target.touch(exist_ok=False)
        try:
            whole.replace(target)
        except OSError:
            target.unlink()
            raise
