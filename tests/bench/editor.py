"""An editor's view of a new story: what the YAML language server completes and underlines with our schema.

npm install yaml-language-server, then python tests/bench/editor.py node_modules/.bin/yaml-language-server
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from glfstory.workshop.scaffold import new_story

PLANTED = {
    "an unknown key": ("    title: The rope\n", "    titel: The rope\n"),
    "a list where a text belongs": ("    title: The rope\n", "    title: [The rope]\n"),
    "a word where a number belongs": ("    order: 10\n", "    order: first\n"),
    "a choice without words": ("        say: Take them over now.\n", ""),
    "a season as a table": ("    season: 1931-spring\n", "    season: {is: 1931-spring}\n"),
}
ASKED = {
    "a scene": ("    order: 10\n", "    order: 10\n    ", ("unplayed", "when", "summary", "tags")),
    "a choice": (
        "        say: Take them over now.\n",
        "        say: Take them over now.\n        ",
        ("locked", "go", "if"),
    ),
    "a file": ("scenes:\n", "", ("endings", "seasons", "facts", "variables")),
}


class Server:
    """The server behind a pipe, and one file that is open in it."""

    def __init__(self, program: str, file: Path) -> None:
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.file, self.number, self.version = file.as_uri(), 0, 0
        self.ask("initialize", {"processId": None, "rootUri": file.parent.as_uri(), "capabilities": {}})
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def write(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "id" in message and "method" in message:  # the server asks for its settings
            asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self.write({"id": message["id"], "result": [None for _ in asked]})
        return message

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.write({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.write({"id": self.number, "method": method, "params": params})
        while (answer := self.read()).get("id") != self.number or "method" in answer:
            pass
        return answer.get("result")

    def open(self, text: str) -> list[dict[str, Any]]:
        """Shows the file with this text; what is wrong with it."""
        self.version += 1
        if self.version == 1:
            document = {"uri": self.file, "languageId": "yaml", "version": 1, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": self.file, "version": self.version}
            self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        while True:
            told = self.read()
            params = told.get("params", {})
            is_told = told.get("method") == "textDocument/publishDiagnostics"
            if is_told and params.get("version", self.version) == self.version:
                found: list[dict[str, Any]] = params["diagnostics"]
                return found

    def complete(self, text: str, at: int) -> list[str]:
        """The keys that are offered at a place of the text."""
        self.open(text)
        line, column = text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
        place = {"textDocument": {"uri": self.file}, "position": {"line": line, "character": column}}
        return [each["label"] for each in self.ask("textDocument/completion", place)["items"]]


def main(program: str) -> int:
    """Prints what came of each try; the number of those that failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        new_story(Path(folder) / "tale")
        file = Path(folder) / "tale" / "scenes.yaml"
        text = file.read_text(encoding="utf-8")
        server = Server(program, file)
        found = server.open(text)
        failed += bool(found)
        print(f"the file as it is: {[each['message'] for each in found] or 'nothing wrong'}")
        for what, (old, new) in PLANTED.items():
            found = server.open(text.replace(old, new, 1))
            failed += not found
            told = [f"line {each['range']['start']['line'] + 1}: {each['message']}" for each in found]
            print(f"{what}: {told or 'NOT TOLD'}")
        for what, (old, new, wanted) in ASKED.items():
            before = text[: text.index(old)] + new if new else text
            after = text[text.index(old) + len(old) :] if new else ""
            offered = server.complete(f"{before}\n{after}", len(before))
            failed += not set(wanted) <= set(offered)
            print(f"keys of {what}: {', '.join(sorted(offered))}")
        server.process.kill()
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
