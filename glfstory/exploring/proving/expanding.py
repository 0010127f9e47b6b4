"""Compiles the block of a place into one function that takes all its states to the places behind it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from glfstory.engine import storing
from glfstory.engine.expressions import RUNTIME
from glfstory.exploring.proving.statements import Block, Event, Fork, Go, Hit, Let, Place, Put, Test, ends, every
from glfstory.exploring.proving.trees import Copying, names

State = tuple[Any, ...]
"""The values of a place's key, in its order."""
Expand = Callable[[Iterable[State], Sequence[Any], Any], tuple[str, ...]]
"""Takes states of a place, what is gathered at each place, and what is gathered of sights; gives the sights seen."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the states of a place are written down."""

    numbers: Mapping[Place, int]
    """Every place's own number."""
    keys: Mapping[Place, tuple[str, ...]]
    """The names whose values tell two states of a place apart."""
    known: Mapping[Place, Mapping[str, object]]
    """The names that have one value only at a place."""
    wholes: frozenset[str]
    """The names that hold whole numbers only."""


def compiled(place: Place, block: Block, layout: Layout, events: list[Event] | None = None) -> Expand:
    """The function of a place.

    With a list for events it notes for each new state where it came from: the number of the place, the state there, and
    the number of the event, which it adds to the list; -1 is none.
    """
    source = "\n".join(_Writer(place, layout, events is not None, [] if events is None else events).function(block))
    namespace: dict[str, Any] = dict(RUNTIME)
    exec(compile(source, f"<{place.kind} {place.scene}>", "exec"), namespace)  # noqa: S102
    made: Expand = namespace["expand"]
    return made


Names = dict[str, str]
"""The code that stands for each name at the moment."""


@dataclass
class _Writer:
    place: Place
    layout: Layout
    traced: bool
    events: list[Event]
    lines: list[str] = field(default_factory=list)
    count: int = 0
    certain: list[str] = field(default_factory=list)
    """Sights that every state sees."""
    seen: dict[str, str] = field(default_factory=dict)
    """Sights that some states see, and the code that notes it."""

    def function(self, block: Block) -> list[str]:
        key = self.layout.keys[self.place]
        code: Names = {name: repr(value) for name, value in self.layout.known[self.place].items()}
        code |= {name: f"v{number}" for number, name in enumerate(key)}
        self._block(block, code, frozenset(), 2, certain=True, event=-1)
        onward = sorted({self.layout.numbers[each.to] for each in every(block) if isinstance(each, Go)})
        head = ["def expand(states, places, sights):"]
        head += [f" p{number} = places[{number}]{'' if self.traced else '.add'}" for number in onward]
        head += [f" {local} = False" for local in self.seen.values()]
        unpacked = "".join(f"v{number}, " for number in range(len(key))) or "_"
        loop = [" for state in states:", f"  {unpacked} = state"] if self.traced else [f" for {unpacked} in states:"]
        if self.traced and not key:
            loop.pop()
        found = [f"{local} and {sight!r}" for sight, local in self.seen.items()]
        found += [repr(sight) for sight in self.certain]
        return [*head, *loop, *self.lines, f" return ({''.join(f'{each}, ' for each in found)})"]

    def _put(self, depth: int, line: str) -> None:
        self.lines.append(" " * depth + line)

    def _local(self) -> str:
        self.count += 1
        return f"x{self.count}"

    def _block(
        self, block: Block, code: Names, fixed: frozenset[str], depth: int, *, certain: bool, event: int
    ) -> None:
        """Writes a block. `fixed` names keep their local, as what comes behind reads it."""
        start = len(self.lines)
        for at, each in enumerate(block):
            match each:
                case Put():
                    self._set(each.name, repr(each.value), code, fixed, depth)
                case Let():
                    self._set(each.name, self._stored(each, code), code, fixed, depth, is_code=True)
                case Hit():
                    self._hit(each.sight, depth, event, certain=certain)
                case Test():
                    if ends(each.then) or ends(each.otherwise):
                        self._either(each, block[at + 1 :], code, fixed, depth, event)
                        return
                    self._joined(each, code, fixed, depth, event)
                case Fork():
                    for what, way in each.ways:
                        self.events.append(what)
                        number = len(self.events) - 1
                        self._block(way, dict(code), frozenset(), depth, certain=certain, event=number)
                case Go():
                    self._go(each.to, code, depth, event)
        if len(self.lines) == start:
            self._put(depth, "pass")

    def _set(
        self, name: str, source: str, code: Names, fixed: frozenset[str], depth: int, *, is_code: bool = False
    ) -> None:
        if name in fixed:
            self._put(depth, f"{code[name]} = {source}")
        elif is_code:
            local = self._local()
            self._put(depth, f"{local} = {source}")
            code[name] = local
        else:
            code[name] = source

    def _hit(self, sight: str, depth: int, event: int, *, certain: bool) -> None:
        if self.traced:
            self._put(depth, f"if {sight!r} not in sights: sights[{sight!r}] = {self._whence(event)}")
        elif certain:
            self.certain.append(sight)
        else:
            self._put(depth, f"{self.seen.setdefault(sight, f'h{len(self.seen)}')} = True")

    def _either(self, test: Test, rest: Block, code: Names, fixed: frozenset[str], depth: int, event: int) -> None:
        """A test one side of which ends: what comes behind belongs to the other side."""
        word = "if"
        while True:
            then, otherwise = (side if ends(side) else (*side, *rest) for side in (test.then, test.otherwise))
            self._put(depth, f"{word} {self._text(test.tree, code)}:")
            self._block(then, dict(code), fixed, depth + 1, certain=False, event=event)
            first = otherwise[0] if otherwise else None
            if not isinstance(first, Test) or not (ends(first.then) or ends(first.otherwise)):
                break
            test, rest, word = first, otherwise[1:], "elif"
        if otherwise:
            self._put(depth, "else:")
            self._block(otherwise, dict(code), fixed, depth + 1, certain=False, event=event)

    def _joined(self, test: Test, code: Names, fixed: frozenset[str], depth: int, event: int) -> None:
        """A test behind whose sides the block goes on: names that either sets have one local in both."""
        given = sorted({each.name for each in every((test,)) if isinstance(each, Put | Let)} - fixed)
        condition = self._text(test.tree, code)
        for name in given:
            local = self._local()
            self._put(depth, f"{local} = {code.get(name, 'None')}")
            code[name] = local
        inside = fixed | set(given)
        self._put(depth, f"if {condition}:")
        self._block(test.then, dict(code), inside, depth + 1, certain=False, event=event)
        if test.otherwise:
            self._put(depth, "else:")
            self._block(test.otherwise, dict(code), inside, depth + 1, certain=False, event=event)

    def _go(self, to: Place, code: Names, depth: int, event: int) -> None:
        state = f"({''.join(f'{code[name]}, ' for name in self.layout.keys[to])})"
        number = self.layout.numbers[to]
        if self.traced:
            self._put(depth, f"if (state_ := {state}) not in p{number}: p{number}[state_] = {self._whence(event)}")
        else:
            self._put(depth, f"p{number}({state})")

    def _whence(self, event: int) -> str:
        return f"({self.layout.numbers[self.place]}, state, {event})"

    def _stored(self, let: Let, code: Names) -> str:
        source = self._text(let.tree, code)
        if let.variable.kind != "number":
            return source
        whole = storing.is_whole(let.tree, self.layout.wholes)
        rounded = storing.rounded(let.variable, source, is_whole=whole)
        return storing.held(let.variable, rounded, below=let.below, above=let.above)

    @staticmethod
    def _text(tree: ast.expr, code: Names) -> str:
        return ast.unparse(_Coding({name: code[name] for name in names(tree)}).visit(tree))


class _Coding(Copying):
    """Puts code where a tree has names."""

    def __init__(self, code: Mapping[str, str]) -> None:
        self.code = code

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name(self.code.get(node.id, node.id), ast.Load())

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self.visit(node.left), self.visit(node.right)
        if isinstance(node.op, ast.FloorDiv):
            return ast.Call(ast.Name("floor", ast.Load()), [ast.BinOp(left, ast.Div(), right)], [])
        return ast.BinOp(left, node.op, right)
