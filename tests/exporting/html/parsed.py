"""A page read again by the standard library's parser, as a browser or a screen reader would meet it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = ("meta", "input", "br", "hr", "img", "link")


@dataclass
class Node:
    """An element of the page."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words in it."""
        return "".join(each if isinstance(each, str) else each.words for each in self.children)

    def all(self, *tags: str) -> Iterator[Node]:
        """The elements of these kinds in it, in order; all of them for none."""
        for each in self.children:
            if isinstance(each, Node):
                if not tags or each.tag in tags:
                    yield each
                yield from each.all(*tags)

    def one(self, tag: str) -> Node:
        """The only element of that kind in it."""
        (found,) = self.all(tag)
        return found


class Reader(HTMLParser):
    """Builds the tree, and fails where tags do not close each other."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in ALONE:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(page: str) -> Node:
    """The tree of a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0].one("html")
