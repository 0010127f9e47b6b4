"""Files that are written whole or not at all, and what went wrong in words."""

import errno
import os
from contextlib import suppress
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
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


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
