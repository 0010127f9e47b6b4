"""Conditions taken apart: into what must be so together, and into what one alternative of must be so."""

import ast
from collections.abc import Mapping
from functools import lru_cache

Wanted = tuple[ast.expr, bool]
"""A condition, and whether it should hold or fail."""


@lru_cache(20_000)
def tree_of(text: str) -> ast.expr:
    """The tree of an expression that was checked before."""
    return ast.parse(text.strip(), mode="eval").body


@lru_cache(20_000)
def text_of(tree: ast.expr) -> str:
    """An expression as text, the same for the same."""
    return ast.unparse(tree)


def taken_apart(tree: ast.expr, wanted: bool, computed: Mapping[str, str]) -> list[Wanted] | tuple[Wanted, ...] | None:
    """A list of what must be so together, a tuple of which one must be so, or None for what is asked at once."""
    match tree:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return [(inner, not wanted)]
        case ast.BoolOp(op=kind, values=parts):
            each = [(part, wanted) for part in parts]
            return each if isinstance(kind, ast.And) == wanted else tuple(each)
        case ast.Name(id=name) if name in computed:
            return [(tree_of(computed[name]), wanted)]
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as kind], comparators=[list_]):
            items = list_.elts if isinstance(list_, ast.Tuple | ast.List | ast.Set) else []
            same = wanted == isinstance(kind, ast.In)
            each = [(_compared(left, ast.Eq(), item), same) for item in items]
            return tuple(each) if same else each
        case ast.Compare(left=left, ops=ops, comparators=rights) if len(ops) > 1:
            pairs = zip((left, *rights), ops, rights, strict=False)
            each = [(_compared(one, kind, other), wanted) for one, kind, other in pairs]
            return each if wanted else tuple(each)
    return None


def _compared(left: ast.expr, kind: ast.cmpop, right: ast.expr) -> ast.Compare:
    return ast.Compare(left, [kind], [right])
