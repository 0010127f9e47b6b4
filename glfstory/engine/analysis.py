"""Checks an expression node by node against a short list, and works out what values it can have."""

import ast
from collections.abc import Callable, Mapping

from glfstory.engine import ranges as r
from glfstory.engine.expressions import FUNCTIONS, QUESTIONS, Problem, Scope, nearest, tree_of
from glfstory.engine.ranges import EITHER, FALSE, TRUE, Flags, Numbers, Range, WordSet

ARITHMETIC: dict[type[ast.operator], Callable[[Numbers, Numbers], Numbers]] = {
    ast.Add: r.add,
    ast.Sub: r.subtract,
    ast.Mult: r.multiply,
    ast.Div: r.divide,
    ast.FloorDiv: r.floor_divide,
    ast.Mod: r.remainder,
}
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


def check(text: str, scope: Scope) -> tuple[Range | None, list[Problem]]:
    """The range of an expression (None where a problem hides it) and all its problems."""
    tree = tree_of(text)
    if isinstance(tree, Problem):
        return None, [tree]
    checker = _Checker(scope, len(text) - len(text.lstrip()))
    try:
        return checker.visit(tree), checker.problems
    except RecursionError:
        return None, [Problem("too-long", "this is too deeply nested", 0, len(text))]


def range_of(tree: ast.expr, scope: Scope) -> Range | None:
    """The values that a tree can have; None where something in it is wrong."""
    return _Checker(scope).visit(tree)


class _Checker:
    """Walks a tree once; a node's range is None where a problem below it was already told."""

    def __init__(self, scope: Scope, shift: int = 0, inside: tuple[str, ...] = ()) -> None:
        self.scope, self.shift, self.inside = scope, shift, inside
        self.problems: list[Problem] = []

    def fail(self, node: ast.expr, code: str, says: str, fix: str = "") -> None:
        start = node.col_offset + self.shift
        self.problems.append(Problem(code, says, start, (node.end_col_offset or start) + self.shift, fix))

    def visit(self, node: ast.expr) -> Range | None:
        match node:
            case ast.Constant():
                return self.constant(node)
            case ast.Name():
                return self.name(node, node.id)
            case ast.Attribute(value=ast.Name(id="season")):
                return self.name(node, f"season.{node.attr}")
            case ast.BinOp():
                return self.bounded(node, self.arithmetic(node))
            case ast.UnaryOp():
                return self.unary(node)
            case ast.BoolOp():
                return self.logic(node)
            case ast.Compare():
                return self.comparison(node)
            case ast.IfExp():
                return self.either(node)
            case ast.Call():
                return self.bounded(node, self.call(node))
        self.fail(node, "forbidden", f"{_what(node)} is not part of the language")
        return None

    def bounded(self, node: ast.expr, found: Range | None) -> Range | None:
        if isinstance(found, Numbers) and not found.bounded:
            self.fail(node, "unbounded", f"this can grow beyond {r.LIMIT:.0e}", "narrow a range, or clamp it")
            return None
        return found

    def constant(self, node: ast.Constant) -> Range | None:
        match node.value:
            case bool():
                return TRUE if node.value else FALSE
            case int() | float() if abs(node.value) <= r.LIMIT:
                return Numbers(node.value, node.value)
            case str():
                return WordSet(frozenset((node.value,)))
        self.fail(
            node, "unbounded", "this number is too large" if isinstance(node.value, int | float) else "not a value"
        )
        return None

    def name(self, node: ast.expr, name: str) -> Range | None:
        if name in ("true", "false"):
            return TRUE if name == "true" else FALSE
        if name in self.inside:
            self.fail(node, "circular", f"{name} is worked out from itself: {' -> '.join((*self.inside, name))}")
            return None
        if name in self.scope.computed:
            return self.definition(node, name)
        if name in self.scope.ranges:
            return self.scope.ranges[name]
        known = [*self.scope.ranges, *self.scope.computed]
        self.fail(node, "unknown-name", f"nothing is called {name!r}", nearest(name, known))
        return None

    def definition(self, node: ast.expr, name: str) -> Range | None:
        tree = tree_of(self.scope.computed[name])
        if isinstance(tree, Problem):
            return None
        inner = _Checker(self.scope, 0, (*self.inside, name))
        found = inner.visit(tree)
        for problem in inner.problems:
            if problem.code == "circular":
                self.fail(node, problem.code, problem.says)
        return found

    def number(self, node: ast.expr) -> Numbers | None:
        found = self.visit(node)
        if found is None or isinstance(found, Numbers):
            return found
        self.fail(node, "kind", f"a number is needed here; this is {_kind(found)}")
        return None

    def flag(self, node: ast.expr) -> Flags | None:
        found = self.visit(node)
        if found is None or isinstance(found, Flags):
            return found
        self.fail(node, "kind", f"a condition is needed here; this is {_kind(found)}", "compare it with something")
        return None

    def arithmetic(self, node: ast.BinOp) -> Range | None:
        if type(node.op) not in ARITHMETIC:
            self.fail(node, "forbidden", f"{_what(node.op)} is not part of the language", "use + - * / // % and sqrt()")
            return None
        left, right = self.number(node.left), self.number(node.right)
        if left is None or right is None:
            return None
        if isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod) and right.holds(0):
            self.fail(node.right, "zero", "this divisor can be zero", "ratio(a, b, otherwise) divides safely")
            return None
        return ARITHMETIC[type(node.op)](left, right)

    def unary(self, node: ast.UnaryOp) -> Range | None:
        if isinstance(node.op, ast.Not):
            found = self.flag(node.operand)
            return r.invert(found) if found else None
        if isinstance(node.op, ast.USub | ast.UAdd):
            value = self.number(node.operand)
            return r.negate(value) if value and isinstance(node.op, ast.USub) else value
        self.fail(node, "forbidden", f"{_what(node.op)} is not part of the language")
        return None

    def logic(self, node: ast.BoolOp) -> Range | None:
        parts = [self.flag(value) for value in node.values]
        if any(part is None for part in parts):
            return None
        stops = isinstance(node.op, ast.Or)
        can = [part.can for part in parts if part]
        if any(part == {stops} for part in can):
            return Flags(frozenset((stops,)))
        return Flags(frozenset((not stops,))) if all(part == {not stops} for part in can) else EITHER

    def comparison(self, node: ast.Compare) -> Range | None:
        results: list[Flags | None] = []
        left = node.left
        for kind, right in zip(node.ops, node.comparators, strict=True):
            results.append(self.one_comparison(kind, left, right))
            left = right
        if any(result is None for result in results):
            return None
        can = [result.can for result in results if result]
        return FALSE if frozenset((False,)) in can else TRUE if all(part == {True} for part in can) else EITHER

    def one_comparison(self, kind: ast.cmpop, left: ast.expr, right: ast.expr) -> Flags | None:
        if isinstance(kind, ast.In | ast.NotIn):
            return self.membership(kind, left, right)
        if type(kind) not in COMPARISONS:
            self.fail(right, "forbidden", f"{_what(kind)} is not part of the language", "use == or !=")
            return None
        a, b = self.visit(left), self.visit(right)
        if a is None or b is None:
            return None
        symbol = COMPARISONS[type(kind)]
        if r.hull(a, b) is None:
            self.fail(right, "kind", f"{_kind(a)} is compared with {_kind(b)}")
            return None
        if not isinstance(a, Numbers) and symbol not in ("==", "!="):
            self.fail(right, "kind", f"{_kind(a)} has no order", "use == or !=")
            return None
        self.known_word(left, a, right, b)
        return r.compare(symbol, a, b)

    def known_word(self, left: ast.expr, a: Range, right: ast.expr, b: Range) -> None:
        """A quoted word that the other side can never be is a typo."""
        for node, here, there in ((left, a, b), (right, b, a)):
            if isinstance(node, ast.Constant) and isinstance(here, WordSet) and isinstance(there, WordSet):
                word = next(iter(here.words))
                if word not in there.words:
                    self.fail(node, "unknown-word", f"it is never {word!r}", nearest(word, there.words))

    def membership(self, kind: ast.cmpop, left: ast.expr, right: ast.expr) -> Flags | None:
        if not isinstance(right, ast.Tuple | ast.List | ast.Set) or not right.elts:
            self.fail(right, "forbidden", "'in' needs a list of values in brackets", "write x in ('a', 'b')")
            return None
        parts = [self.one_comparison(ast.Eq(), left, item) for item in right.elts]
        if any(part is None for part in parts):
            return None
        can = [part.can for part in parts if part]
        found = TRUE if frozenset((True,)) in can else FALSE if all(part == {False} for part in can) else EITHER
        return found if isinstance(kind, ast.In) else r.invert(found)

    def either(self, node: ast.IfExp) -> Range | None:
        self.flag(node.test)
        body, otherwise = self.visit(node.body), self.visit(node.orelse)
        if body is None or otherwise is None:
            return None
        both = r.hull(body, otherwise)
        if both is None:
            self.fail(node, "kind", f"one side is {_kind(body)}, the other {_kind(otherwise)}")
        return both

    def call(self, node: ast.Call) -> Range | None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in FUNCTIONS and name not in QUESTIONS:
            fix = nearest(name, [*FUNCTIONS, *QUESTIONS])
            self.fail(node, "forbidden", f"there is no function {name or ast.unparse(node.func)!r}", fix)
            return None
        if node.keywords or any(isinstance(item, ast.Starred) for item in node.args):
            self.fail(node, "forbidden", f"{name}() takes plain values only")
            return None
        return self.question(node, name) if name in QUESTIONS else self.function(node, name)

    def question(self, node: ast.Call, name: str) -> Range | None:
        item = node.args[0] if len(node.args) == 1 else None
        if not isinstance(item, ast.Constant) or not isinstance(item.value, str):
            self.fail(node, "arguments", f"{name}() needs one id in quotes")
            return None
        scene, _, choice = item.value.partition(".")
        if name in ("seen", "chose") and scene not in self.scope.scenes:
            self.fail(item, "unknown-scene", f"there is no scene {scene!r}", nearest(scene, self.scope.scenes))
        elif name == "chose" and choice not in self.scope.scenes[scene]:
            fix = nearest(choice, self.scope.scenes[scene])
            self.fail(item, "unknown-choice", f"the scene {scene!r} has no choice {choice!r}", fix)
        elif name not in ("seen", "chose") and item.value not in self.scope.members:
            self.fail(
                item, "unknown-person", f"there is no person {item.value!r}", nearest(item.value, self.scope.members)
            )
        return EITHER

    def function(self, node: ast.Call, name: str) -> Range | None:
        fewest, most = FUNCTIONS[name]
        if not fewest <= len(node.args) <= most:
            says = f"{name}() takes {fewest}" + (f" to {most}" if most > fewest else "") + " values"
            self.fail(node, "arguments", says)
            return None
        values = [self.number(item) for item in node.args]
        parts = [value for value in values if value is not None]
        if len(parts) < len(values):
            return None
        if name == "sqrt" and parts[0].low < 0:
            self.fail(node.args[0], "negative-root", "this can be below zero, where there is no square root")
            return None
        simple = {"abs": r.absolute, "round": r.rounded, "floor": r.floored, "ceil": r.ceiled, "sqrt": r.square_root}
        if name in simple:
            return simple[name](parts[0])
        if name in ("clamp", "ratio"):
            return (r.clamp if name == "clamp" else r.ratio)(*parts)
        return (r.smallest if name == "min" else r.largest)(parts)


def _kind(found: Range) -> str:
    return {Numbers: "a number", Flags: "a condition", WordSet: "a word"}[type(found)]


def _what(node: ast.AST) -> str:
    names = {ast.Pow: "'**'", ast.Is: "'is'", ast.IsNot: "'is not'", ast.Lambda: "lambda", ast.Attribute: "a dot"}
    return names.get(type(node)) or type(node).__name__


class _Ranging(_Checker):
    """Looks at a tree that was checked before, under narrower ranges; it has nothing to tell."""

    def fail(self, node: ast.expr, code: str, says: str, fix: str = "") -> None:
        """Its problems, if any, were told when it was checked."""

    def known_word(self, left: ast.expr, a: Range, right: ast.expr, b: Range) -> None:
        """Under narrower ranges a word that cannot come is no mistake."""


def values_of(tree: ast.expr, ranges: Mapping[str, Range]) -> Range | None:
    """The values that a checked expression can have while its names have these."""
    return _Ranging(Scope(ranges)).visit(tree)
