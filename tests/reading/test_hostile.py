"""A stranger's folder can do no harm: each attempt is one clear finding; `tests/bench/hostile.py` tells how quick."""

import os
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glfstory.reading import events
from glfstory.reading.reader import read
from tests.reading.conftest import MINI

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


ATTEMPTS = [
    (b"\xff\xfe\x00random\x80bytes", "E005-not-text"),
    (bytes(range(256)) * 40, "E005-not-text"),
    (b"scenes:\n  a\x00b: c\n", "E006-control-character"),
    (b"note: \x1b[31mred\n", "E006-control-character"),
    ("note: \u202ereversed\n".encode(), "E006-control-character"),
    (b"[" * 200_000, "E011-too-deep"),
    (b"{a: " * 200_000, "E011-too-deep"),
    (b"- " * 200_000, "E011-too-deep"),
    (b"x: [" + b"[]," * 300_000 + b"]", "E004-too-large"),
    (b"x: " + b"y" * 100_000_000, "E004-too-large"),
    (LAUGHS.encode(), "E008-anchor"),
    (b"a: *nothing\n", "E008-anchor"),
    (b"a: b\n---\nc: d\n", "E010-several-documents"),
    (b"!!python/object/apply:os.system ['true']\n", "E009-tag"),
    (b"just words\n", "E103-wrong-form"),
    (b"- a\n- list\n", "E103-wrong-form"),
    (b"scenes: {? [a, b] : c}\n", "E103-wrong-form"),
    (b"scenes:\n\tx: y\n", "E007-not-yaml"),
    (b"%YAML 3.0\n---\na: b\n", "E007-not-yaml"),
]
FLOODS = {
    "keys": "".join(f"key{n}: x\n" for n in range(50_000)),
    "repeats": "".join(f"key{n % 25_000}: x\n" for n in range(50_000)),
    "tags": "tags: [" + "!x y, " * 100_000 + "]",
    "shapes": "scenes:\n" + "".join(f"  s{n}: {{titel: T}}\n" for n in range(20_000)),
    "names": "rules:\n  r:\n    says: S.\n    do:\n" + "".join(f"      - grian{n} = 1\n" for n in range(50_000)),
}


@pytest.mark.parametrize(("content", "code"), ATTEMPTS, ids=range(len(ATTEMPTS)))
def test_each_attempt_is_told_where_it_stands(read_files: Any, content: Any, code: Any) -> None:
    found = read_files({"a.yaml": MINI, "bad.yaml": content}).findings
    assert code in {each.code for each in found}
    assert all(each.path.endswith("bad.yaml") for each in found)


@pytest.mark.parametrize("content", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_mistakes_is_cut_short(read_files: Any, content: Any) -> None:
    found = read_files({"a.yaml": MINI, "b.yaml": content}).findings
    assert 500 <= len(found) <= 502


def test_without_libyaml_a_story_reads_the_same(read_files: Any, monkeypatch: Any) -> None:
    with_libyaml = read_files({"a.yaml": MINI})
    monkeypatch.setattr(events, "LOADER", yaml.Loader)
    assert read_files({"a.yaml": MINI}) == with_libyaml
    for content in (b"[" * 200_000, LAUGHS.encode(), b"a: x: z\n", b"a: 'x\n"):
        found = read_files({"a.yaml": MINI, "b.yaml": content}).findings
        assert found
        assert all(each.path.endswith("b.yaml") for each in found)


def test_an_escape_cannot_bring_in_what_a_file_cannot_hold(mended: Any) -> None:
    (finding,) = mended("then: It rains.", 'then: "It \\x1b[2J rains."')
    assert finding.code == "E006-control-character"


def test_a_link_that_leads_out_is_not_followed(read_files: Any, tmp_path: Any) -> None:
    (tmp_path / "secret.yaml").write_text("scenes: {stolen: {}}")
    read_files({"a.yaml": MINI})
    (tmp_path / "story" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "story" / "way-out").symlink_to(tmp_path, target_is_directory=True)
    found = read(tmp_path / "story").findings
    assert [each.code for each in found] == ["E003-leads-outside"] * 2
    assert not any("stolen" in str(each) for each in found)


def test_a_folder_and_a_pipe_are_not_files(read_files: Any, tmp_path: Any) -> None:
    read_files({"a.yaml": MINI})
    (tmp_path / "story" / "x.yaml").mkdir()
    os.mkfifo(tmp_path / "story" / "y.yaml")
    assert [each.code for each in read(tmp_path / "story").findings] == ["E002-not-a-file"] * 2


def test_what_cannot_be_opened_is_told(read_files: Any, tmp_path: Any, monkeypatch: Any) -> None:
    read_files({"a.yaml": MINI})
    unreadable = type(tmp_path).open

    def refuse(path: Any, *args: Any, **more: Any) -> Any:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return unreadable(path, *args, **more)

    monkeypatch.setattr(type(tmp_path), "open", refuse)
    (finding,) = read(tmp_path / "story").findings
    assert finding.code == "E001-unreadable"
    assert "Permission denied" in finding.says


def test_no_folder_and_an_empty_folder_are_told(tmp_path: Any) -> None:
    assert [each.code for each in read(tmp_path / "nowhere").findings] == ["E001-unreadable"]
    assert [each.code for each in read(tmp_path).findings] == ["E012-no-files"]


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os').system('true')",
        "().__class__",
        "[x for x in (1,)]",
        "(lambda: 1)()",
        "9**9**9",
        "'a' * 999999999 == 'b'",
        "-" * 390 + "1 == 1",
        "(" * 210 + "1 == 1",
        "f'{grain}' == 'x'",
        "grain.real > 1",
        "(grain := 1) > 0",
        "'\\d' == 'x'",
        "1if built else 2",
        "9" * 390 + " > 1",
        "1e999 > 1",
        "1j == 1",
    ],
)
def test_an_expression_reaches_nothing_but_the_story(mended: Any, recwarn: Any, expression: Any) -> None:
    found = mended("if: grain < 50", "if: |\n              " + expression)
    assert [each.code[0] for each in found] == ["E"]
    assert not recwarn.list


def test_computed_values_cannot_explode(mended: Any) -> None:
    chain = "".join(f"  c{n + 1}: {{says: S., is: c{n} + c{n}}}\n" for n in range(60))
    found = mended("rules:\n", f"  c0: {{says: S., is: grain}}\n{chain}rules:\n")
    assert {each.code for each in found} <= {"E306-unbounded", "E314-too-long"}
    assert found


def test_a_ring_of_computed_values_is_told_once(mended: Any) -> None:
    ring = "  a: {says: S., is: b + 1}\n  b: {says: S., is: c + 1}\n  c: {says: S., is: a + 1}\n"
    (finding,) = mended("rules:\n", f"{ring}rules:\n")
    assert finding.code == "E309-circular"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_nothing_that_a_file_holds_raises(tmp_path: Any, data: Any) -> None:
    text = MINI
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 30)))
        scrap = st.sampled_from(
            [
                "",
                "\n",
                "{",
                "}",
                "[",
                "]",
                ":",
                ": ",
                "- ",
                "x",
                "  ",
                "'",
                '"',
                "*",
                "|",
                "#",
                "0",
                "é",
                "[^",
                "!",
                "text",
            ]
        )
        text = text[:start] + data.draw(scrap) + text[end:]
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    reading = read(tmp_path)
    assert (reading.story is None) == any(each.is_error for each in reading.findings)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(tmp_path: Any, content: Any) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    assert read(tmp_path).story is None
