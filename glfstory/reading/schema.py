"""The JSON Schema of story files, from which editors complete and check."""

from typing import Any

from glfstory.reading.shapes.file import WrittenFile


def json_schema() -> dict[str, Any]:
    """The schema of one YAML file of a story or a pack."""
    schema = WrittenFile.model_json_schema(by_alias=True)
    tidy: dict[str, Any] = _tidied(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **tidy, "title": "A file of a glfstory story"}


def _tidied(part: Any) -> Any:
    """Without titles that repeat the key, and without null, which no file writes."""
    if isinstance(part, list):
        return [_tidied(item) for item in part]
    if not isinstance(part, dict):
        return part
    tidy = {key: _tidied(item) for key, item in part.items() if not (key == "title" and isinstance(item, str))}
    if tidy.get("default", "") is None:
        del tidy["default"]
    kinds = [kind for kind in tidy.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del tidy["anyOf"]
        return {**kinds[0], **tidy}
    return tidy
