"""A file is written whole or not at all, and nothing is ever overwritten by putting a file aside."""

import errno
import os
from pathlib import Path

import pytest

from glfstory.saving.atomic import set_aside, why, write, write_numbered


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_text_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "run.json"
    write(path, "汉字\n")
    assert path.read_bytes() == "汉字\n".encode()
    assert names(path.parent) == ["run.json"]


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "run.json"
    path.write_text("old")
    monkeypatch.setattr(call, full_disk)
    with pytest.raises(OSError, match="No space"):
        write(path, "new")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["run.json"]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    write(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_only_a_plain_file_is_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write(tmp_path, "x")
    if os.name != "nt":
        with pytest.raises(OSError, match="null"):
            write(Path(os.devnull), "x")
        assert not Path(os.devnull).is_file()


def test_files_put_aside_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    for number in (1, 2, 3):
        path.write_text(str(number))
        assert set_aside(path, "damaged").name == f"autosave.damaged-{number}.json"
    assert [(tmp_path / f"autosave.damaged-{number}.json").read_text() for number in (1, 2, 3)] == ["1", "2", "3"]
    assert not path.exists()


def test_putting_aside_what_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        set_aside(tmp_path / "autosave.json", "damaged")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "there is no permission"),
    ],
)
def test_errors_are_told_in_words(number: int, says: str) -> None:
    assert why(OSError(number, os.strerror(number))) == says
    assert why(OSError("strange")) == "strange"


def test_a_file_that_another_program_holds_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals, replace = [1, 2], Path.replace

    def held(source: Path, target: Path) -> Path:
        if refusals and refusals.pop():
            raise PermissionError(errno.EACCES, "Access is denied")
        return replace(source, target)

    path = tmp_path / "run.json"
    monkeypatch.setattr("glfstory.saving.atomic.WAITS", (0, 0))
    monkeypatch.setattr(Path, "replace", held)
    write(path, "new")
    assert path.read_text() == "new"
    refusals[:] = [1, 2, 3]
    with pytest.raises(PermissionError):
        write(path, "newer")
    assert (path.read_text(), names(tmp_path)) == ("new", ["run.json"])


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (32, "another program has it open"),
        (123, "the name cannot be used here"),
        (206, "the name is too long"),
        (5, "there is no permission"),
    ],
)
def test_windows_says_more_exactly_what_went_wrong(number: int, says: str) -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined]
    assert why(error) == says


def test_a_folder_that_windows_does_not_open_is_called_a_folder(tmp_path: Path) -> None:
    assert why(PermissionError(errno.EACCES, "Permission denied", str(tmp_path))) == "it is a folder"


def test_a_numbered_file_takes_the_next_free_number(tmp_path: Path) -> None:
    made = [write_numbered(tmp_path / "runs", "branch", data).name for data in (b"1", b"2")]
    assert made == ["branch-1.json", "branch-2.json"]


def test_a_file_where_the_folder_should_be_is_told_and_not_counted_past(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("in the way", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_numbered(tmp_path / "runs", "branch", b"1")
