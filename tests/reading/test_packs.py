"""A pack adds to a story and replaces nothing."""

from typing import Any

PACK = """
story: {id: %s, title: A pack}
scenes:
  market: {title: The market, season: autumn-58, weight: 2, text: It is loud.}
extend:
  scales:
    text:
      - A dog barks.
    choices:
      shout: {say: Shout., do: [grain -= 10]}
  zhao:
    members:
      tou: {name: Tou}
  autumn-58:
    close: [eat]
    turn:
      - The dog sleeps.
"""


def test_a_pack_adds_to_the_end_of_what_is_there(read_files: Any, mini: Any) -> None:
    reading = read_files({"a.yaml": mini}, pack={"p.yaml": PACK % "dogs"})
    assert reading.findings == ()
    story = reading.story
    assert [choice.id for choice in story.scenes["scales"].choices] == ["honest", "wait", "shout"]
    assert len(story.scenes["scales"].text) == 2
    assert "market" in story.scenes
    assert [member.id for member in story.members] == ["granny", "tou"]
    assert story.seasons[0].close == ("eat",)
    assert len(story.seasons[0].turn) == 1
    assert [pack.id for pack in story.packs] == ["dogs"]


def test_packs_apply_in_the_order_of_their_ids(read_files: Any, mini: Any) -> None:
    one = "story: {id: %s}\nextend: {scales: {text: %s barks.}}\n"
    there = read_files({"a.yaml": mini}, x={"p.yaml": one % ("b", "B")}, y={"p.yaml": one % ("a", "A")}).story
    back = read_files({"a.yaml": mini}, y={"p.yaml": one % ("a", "A")}, x={"p.yaml": one % ("b", "B")}).story
    assert there == back
    assert [pack.id for pack in there.packs] == ["a", "b"]
    assert [str(block) for block in there.scenes["scales"].text][1:][0].count("A barks.") == 1


def test_a_pack_replaces_nothing(read_files: Any, mini: Any) -> None:
    for mine in (
        "scenes:\n  scales: {title: T, text: T}\n",
        "extend:\n  scales:\n    choices:\n      honest: {say: T.}\n",
        "rules:\n  eat: {says: S., do: []}\n",
    ):
        (finding,) = read_files({"a.yaml": mini}, pack={"p.yaml": mine}).findings
        assert finding.code == "E401-repeated-id"
        assert "a.yaml:" in finding.says
        assert finding.path.endswith("p.yaml")


def test_a_pack_extends_only_what_is_there(read_files: Any, mini: Any) -> None:
    for mine, fix in (
        ("extend: {scalse: {text: T.}}", "scales"),
        ("extend: {scales: {order: 5}}", "choices"),
        ("extend: {scales: {txt: T.}}", "text"),
    ):
        (finding,) = read_files({"a.yaml": mini}, pack={"p.yaml": mine}).findings
        assert fix in finding.fix


def test_a_pack_without_a_name_is_called_by_its_folder(read_files: Any, mini: Any) -> None:
    mine = "tags: {dogs: Has dogs.}"
    assert [pack.id for pack in read_files({"a.yaml": mini}, barking={"p.yaml": mine}).story.packs] == ["barking"]


def test_a_mistake_in_a_pack_is_told_in_the_pack(read_files: Any, mini: Any) -> None:
    (finding,) = read_files(
        {"a.yaml": mini}, pack={"p.yaml": PACK.replace("grain -= 10", "grian -= 10") % "dogs"}
    ).findings
    assert (finding.code, finding.path.endswith("p.yaml"), finding.line) == ("E302-unknown-name", True, 10)


def test_two_packs_of_one_name_are_refused(read_files: Any, mini: Any) -> None:
    one = {"p.yaml": "story: {id: dogs}"}
    assert [each.code for each in read_files({"a.yaml": mini}, x=one, y=one).findings] == ["E401-repeated-id"]


def test_a_mistake_in_an_extension_hides_no_other(read_files: Any, mini: Any) -> None:
    pack = PACK.replace("    choices:\n", "    choises:\n").replace("grain -= 10", "grian -= 10")
    pack = pack.replace("tou: {name: Tou}", "tou: {name: [Tou}")
    found = read_files({"a.yaml": mini}, pack={"p.yaml": pack % "dogs"}).findings
    assert [each.code for each in found] == ["E406-extend", "E302-unknown-name", "E007-not-yaml"]
