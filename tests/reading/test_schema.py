"""The schema for editors names every key of the language."""

import json

from glfstory.reading.schema import json_schema
from glfstory.reading.shipped import shipped_story


def test_the_schema_is_json_and_knows_the_written_keys() -> None:
    schema = json_schema()
    json.dumps(schema)
    assert {"story", "seasons", "scenes", "extend", "renamed"} <= schema["properties"].keys()
    choice = schema["$defs"]["WrittenChoice"]
    assert choice["additionalProperties"] is False
    assert {"say", "if", "locked", "do", "then", "go", "facts", "tags"} == choice["properties"].keys()
    assert "null" not in json.dumps(schema)


def test_words_are_listed_or_stand_with_what_is_read_for_each() -> None:
    schema = json_schema()
    for shape in ("WrittenWord", "WrittenOption"):
        bare, read = schema["$defs"][shape]["properties"]["one_of"]["oneOf"]
        assert (bare["type"], bare["minItems"]) == ("array", 1)
        assert (read["type"], read["minProperties"]) == ("object", 1)
        (labels,) = read["patternProperties"].values()
        assert labels["maxLength"] == 60


def test_the_shipped_story_is_found() -> None:
    assert list(shipped_story().rglob("*.yaml"))
