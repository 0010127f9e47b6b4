"""Settings come back as they were; a damaged file of them is as none."""

from pathlib import Path

import pytest

from glfstory.saving.settings import SETTINGS, Setting, Settings, read_settings, write_settings


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    assert read_settings(path) == Settings()
    assert write_settings(path, Settings("lamp", summaries=True)) == ""
    assert read_settings(path) == Settings("lamp", summaries=True)


def test_a_file_of_an_older_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "lamp", "summaries": true, "colour_of_the_cat": "grey", "width": 61}')
    assert read_settings(path) == Settings("lamp", summaries=True)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_has_a_line_and_goes_round_its_values(setting: Setting) -> None:
    settings, seen = Settings(), []
    for _ in setting.values:
        seen.append(setting.word(settings))
        settings = setting.turned(settings)
    assert sorted(seen) == sorted(setting.values)
    assert setting.turned(setting.turned(settings), -1) == settings
    assert len(setting.says) <= 70


@pytest.mark.parametrize("data", [b"", b"\xff\x00", b"[]", b"[" * 9999, b'{"theme": 3, "summaries": "yes"}', b"null"])
def test_a_damaged_file_is_as_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert read_settings(path) == Settings()


def test_where_nothing_can_be_written_one_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    problem = write_settings(tmp_path / "file" / "settings.json", Settings())
    assert problem.startswith("Your settings could not be kept in")
    assert "\n" not in problem
