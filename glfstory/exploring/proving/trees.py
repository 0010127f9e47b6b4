"""Expressions with every name spelled out: computed values put in, `seen`, `chose` and fates as names of their own."""

import ast
from collections.abc import Mapping
from functools import cache

from glfstory.engine.expressions import QUESTIONS, parse
from glfstory.engine.program import ANSWERS
from glfstory.engine.story import Story, Value


def met(name: str) -> str:
    """The name under which it is kept whether a scene was met or a choice taken."""
    return f"met {name}"


def fate(member: str) -> str:
    """The name of a person's fate."""
    return f"fate {member}"


def name(of: str) -> ast.expr:
    """A name as a tree."""
    return ast.Name(of, ast.Load())


def constant(value: Value) -> ast.expr:
    """A value as a tree."""
    return ast.Constant(value)


def equal(one: ast.expr, other: ast.expr) -> ast.expr:
    """`one == other`."""
    return ast.Compare(one, [ast.Eq()], [other])


def both(parts: list[ast.expr]) -> ast.expr:
    """All of them; of none, what always holds."""
    return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts) if parts else ast.Constant(True)


def neither(parts: list[ast.expr]) -> ast.expr:
    """None of them."""
    return ast.UnaryOp(ast.Not(), ast.BoolOp(ast.Or(), parts) if len(parts) > 1 else parts[0])


class Trees:
    """The trees of a story's expressions."""

    def __init__(self, story: Story) -> None:
        self._computed = {each.id: each.computed for each in story.variables.values() if each.computed is not None}
        self.of = cache(self._of)

    def _of(self, expression: str) -> ast.expr:
        tree = parse(expression)
        if not isinstance(tree, ast.expr):
            raise ValueError(f"not an expression: {expression!r}")
        spelled: ast.expr = _Spelling(self).visit(tree)
        return spelled

    def named(self, of: str) -> ast.expr:
        """What a name of the story stands for."""
        if of in ("true", "false"):
            return ast.Constant(of == "true")
        computed = self._computed.get(of)
        return name(of) if computed is None else self.of(computed)


class _Spelling(ast.NodeTransformer):
    def __init__(self, trees: Trees) -> None:
        self.trees = trees

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.trees.named(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return name(f"season.{node.attr}")

    def visit_Call(self, node: ast.Call) -> ast.expr:
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        if called not in QUESTIONS:
            node.args = [self.visit(item) for item in node.args]
            return node
        asked = ast.literal_eval(node.args[0])
        if called in ANSWERS:
            fates = ast.Tuple([ast.Constant(each) for each in ANSWERS[called]], ast.Load())
            return ast.Compare(name(fate(asked)), [ast.In()], [fates])
        return name(met(asked))


def names(tree: ast.expr) -> frozenset[str]:
    """The names that a tree reads."""
    return _names(tree)


@cache
def _names(tree: ast.expr) -> frozenset[str]:
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called)


def with_values(tree: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """The tree with some of its names replaced; the tree itself where it has none of them."""
    if not any(each in values for each in names(tree)):
        return tree
    replaced: ast.expr = _Replacing(values).visit(tree)
    return replaced


class Copying(ast.NodeTransformer):
    """Makes new nodes, as trees are shared."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """A node of the same kind."""
        return type(node)(**{field: self._new(value) for field, value in ast.iter_fields(node)})

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """The same call with new arguments; what is called is no name of the story."""
        return ast.Call(node.func, [self.visit(item) for item in node.args], [])

    def _new(self, value: object) -> object:
        if isinstance(value, list):
            return [self._new(item) for item in value]
        return self.visit(value) if isinstance(value, ast.expr) else value


class _Replacing(Copying):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.values.get(node.id, node)
