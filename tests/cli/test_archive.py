"""`glfstory archive` as a reader and a teacher meet it."""

import json
from pathlib import Path

from glfstory.plain.talk import cells
from tests.cli.conftest import Run


def test_it_lists_what_the_archive_holds(glfstory: Run) -> None:
    told = glfstory("archive")
    assert told.returncode == 0
    assert told.stdout.startswith("The archive of Two Ledgers: ")
    for heading in ("\nFacts\n", "\nTerms\n", "\nTimeline\n", "\nSources\n"):
        assert heading in told.stdout
    assert "How many people died (disputed) [death-toll]" in told.stdout, "late cards too"
    assert max(map(cells, told.stdout.splitlines())) <= 80


def test_a_word_prints_all_that_holds_it(glfstory: Run) -> None:
    told = glfstory("archive", "Lushan")
    assert told.returncode == 0
    assert told.stdout.index("Disputes") < told.stdout.index("\nFacts\n") < told.stdout.index("\nTimeline\n")
    assert "The meeting at Lushan (July 1959) [lushan-plenum]" in told.stdout
    assert "Correction: The paper makes the quarrel sharper than it was." in told.stdout
    assert max(map(cells, told.stdout.splitlines())) <= 80


def test_an_id_prints_one_card_and_when_a_run_opens_it(glfstory: Run) -> None:
    told = glfstory("archive", "letter-to-team-leaders").stdout
    assert told.startswith("Mao's letter of 29 April 1959 (29 April 1959) [letter-to-team-leaders]\n")
    assert told.endswith("In a run this opens in spring 1959.\n")
    assert "Facts" not in told
    source = glfstory("archive", "soled-1995").stdout
    assert "Cited for: civil-war-ccp-victory, " in " ".join(source.split())


def test_nothing_found_is_one_sentence_and_1(glfstory: Run) -> None:
    for more in ((), ("--json",)):
        told = glfstory("archive", "zeppelin", *more)
        assert told.returncode == 1
        assert told.stdout == ""
        assert (
            told.stderr
            == "glfstory: The archive holds nothing under 'zeppelin'; glfstory archive lists what it holds.\n"
        )


def test_as_data_it_is_whole_and_stable(glfstory: Run) -> None:
    told = [glfstory("archive", "--json") for _ in range(2)]
    assert told[0].stdout == told[1].stdout
    rows = json.loads(told[0].stdout)
    assert len(rows["facts"]) > 200
    assert len(rows["timeline"]) == 90
    assert {"lushan-plenum", "death-toll"} <= set(rows["disputes"])
    sources = {row["id"] for row in rows["sources"]}
    assert all(claim["source"] in sources for row in rows["facts"] for claim in row["claims"])
    [one] = json.loads(glfstory("archive", "mu", "--json").stdout)["terms"]
    assert one["pinyin"] == "mǔ"


def test_another_story_and_a_pack(road: Path, glfstory: Run, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "more.yaml").write_text("sources: {stone: {title: A milestone}}\n", encoding="utf-8")
    told = glfstory("archive", "--story", road, "--with", "pack")
    assert told.stdout.startswith("The archive of The Road: 2 facts, 0 of them disputed")
    assert "A milestone [stone]" in told.stdout
    assert glfstory("archive", "--story", "nowhere").returncode == 2
    (road / "more.yaml").write_text("scenes: [\n")
    assert glfstory("archive", "--story", road).returncode == 1
