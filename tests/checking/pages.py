"""The pages of docs/findings taken apart, and their examples as folders to check."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from glfstory.checking.explaining import pages_folder

FOLDER = pages_folder()
FENCE = re.compile(r"```(yaml|sh)\n(.*?)```", re.S)
HERE = re.compile(r"\s*# <- (.*)$", re.M)


@dataclass(frozen=True)
class Example:
    """One example: files to lay over the ferry, or commands to run beside it."""

    kind: str
    text: str

    @property
    def files(self) -> dict[str, str]:
        """By name; `# name.yaml` alone on a line begins another."""
        parts = re.split(r"^# (\S+\.yaml)\n", self.text, flags=re.M)
        found = {"example.yaml": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
        return {name: HERE.sub("", text) for name, text in found.items() if text.strip()}

    @property
    def places(self) -> list[tuple[str, int]]:
        """The marked file and line; line 0 is the whole file."""
        if self.kind == "sh":
            told = HERE.search(self.text)
            name, _, line = told[1].split(",")[0].partition(":") if told else ("", "", "")
            return [(name, int(line or 0))] if told else []
        parts = re.split(r"^# (\S+\.yaml)\n", self.text, flags=re.M)
        texts = [("example.yaml", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
        lines = [(name, at, line) for name, text in texts for at, line in enumerate(text.split("\n"), 1)]
        return [(name, at) for name, at, line in lines if "# <- here" in line]

    @property
    def beside(self) -> set[str]:
        """Codes of other findings that cannot but be there too."""
        return set(re.findall(r"# <- .*, beside (\S+)", self.text))

    def make(self, folder: Path) -> tuple[Path, list[Path]]:
        """The story and the packs that the example tells, in a new folder."""
        story = folder / "the-ferry"
        _lay(ferry() if self.kind == "sh" else _below(ferry(), self.files), story)
        if self.kind == "sh":
            subprocess.run(["sh", "-c", self.text], cwd=folder, check=True)
            return story, []
        mine = {name: text for name, text in self.files.items() if not name.startswith("pack/")}
        _lay(mine, story)
        packed = {name: text for name, text in self.files.items() if name.startswith("pack/")}
        _lay(packed, folder)
        return story, [folder / "pack"] if packed else []


@dataclass(frozen=True)
class Page:
    """What a page says of a code."""

    code: str
    heading: str
    meaning: str
    found: Example
    not_found: Example


def page(path: Path) -> Page:
    """A page of docs/findings."""
    text = path.read_text(encoding="utf-8")
    heading, meaning = text.split("\n\n")[:2]
    found, not_found = (Example(kind, body) for kind, body in FENCE.findall(text))
    return Page(path.stem, heading, meaning, found, not_found)


def pages() -> list[Path]:
    """All of them."""
    return sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def ferry() -> dict[str, str]:
    """The story that the examples are laid over, by file."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"```yaml\n# the ferry: (\S+)\n(.*?)```", text, re.S))


def _below(base: dict[str, str], over: dict[str, str]) -> dict[str, str]:
    """The base without what stands in the example too."""
    taken = {entry for name, text in over.items() if not name.startswith("pack/") for entry in _entries(text)}
    groups = {group for group, _ in taken}
    kept: dict[str, str] = {}
    for name, text in base.items():
        parts = []
        for group, rows in _groups(text):
            whole = group in ("story", "seasons") and group in groups
            left = [row for row in rows if (group, _id(row)) not in taken]
            if not whole and (left or not rows):
                parts.append(f"{group}:\n" + "".join(left))
        kept[name] = "".join(parts)
    return kept


def _entries(text: str) -> list[tuple[str, str]]:
    return [(group, _id(row)) for group, rows in _groups(text) for row in rows or [""]]


def _groups(text: str) -> list[tuple[str, list[str]]]:
    """The top-level keys and the entries under them, as text."""
    parts = re.split(r"^(\w+):[^\n]*\n?", text, flags=re.M)
    rows = [re.findall(r"^  (?! ).*\n?(?:^(?:    .*|\s*)$\n?)*", body, re.M) for body in parts[2::2]]
    return list(zip(parts[1::2], rows, strict=True))


def _id(row: str) -> str:
    return row.strip().split(":")[0]


def _lay(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
